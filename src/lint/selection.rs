//! Which checks are asked for, by their ids.

use std::collections::BTreeSet;

use super::{CHECKS, Check, contradiction};
use crate::source::{Fault, nearest};

/// The ids of all checks, in their order.
pub fn known_checks() -> impl Iterator<Item = &'static str> {
    CHECKS.iter().map(|check| check.id)
}

/// The checks that are asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picked(BTreeSet<&'static str>);

impl Default for Picked {
    fn default() -> Self {
        Self(known_checks().collect())
    }
}

impl Picked {
    /// Those that are selected (all, where none is), without those that are ignored.
    ///
    /// # Errors
    ///
    /// A fault for each id that no check has.
    pub fn new(selected: &[String], ignored: &[String]) -> Result<Self, Vec<Fault>> {
        let strange: Vec<Fault> =
            selected.iter().chain(ignored).filter_map(|id| unknown(id)).collect();
        if !strange.is_empty() {
            return Err(strange);
        }
        let chosen = CHECKS.iter().filter(|check| {
            (selected.is_empty() || selected.iter().any(|id| id == check.id))
                && !ignored.iter().any(|id| id == check.id)
        });
        Ok(Self(chosen.map(|check| check.id).collect()))
    }

    /// Whether a check is asked for.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.0.contains(id)
    }

    /// Whether a check is among them that rests on what a document declares.
    #[must_use]
    pub fn reads(&self) -> bool {
        self.has(contradiction::CHECK.id)
    }
}

/// What to say of an id that no check has, and what it is likely to mean.
pub(super) fn strange(id: &str) -> Option<(String, String)> {
    if Check::named(id).is_some() {
        return None;
    }
    let near = nearest(id, known_checks());
    let help = near.map_or_else(
        || format!("known are: {}", known_checks().collect::<Vec<_>>().join(", ")),
        |near| format!("did you mean `{near}`?"),
    );
    Some((format!("there is no check of documents `{id}`"), help))
}

/// The fault of an id that no check has.
fn unknown(id: &str) -> Option<Fault> {
    let (message, help) = strange(id)?;
    Some(Fault::whole("usage::unknown-name", message).help(help))
}
