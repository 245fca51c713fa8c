//! Former ids of requirements: what was renamed, and what was split.
//!
//! Baselines, waivers, judgements and confirmations name requirements by their ids and outlive them.

use serde::{Deserialize, Serialize};

use super::{InstrumentId, RequirementId};
use crate::source::{Located, Table};

/// The ids that a requirement once had.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Former {
    /// Its own, before it was renamed.
    pub renamed: Vec<RequirementId>,
    /// Those of requirements that it is a part of.
    pub split: Vec<RequirementId>,
}

impl Former {
    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = &RequirementId> {
        self.renamed.iter().chain(&self.split)
    }
}

/// Reads `formerly` and `split_from`. An id without an instrument is of the same one.
pub(super) fn read_former(table: &Table<'_>, instrument: &InstrumentId) -> Former {
    let full = |id: Located<String>| {
        let id = id.value;
        let full = if id.contains('/') { id } else { format!("{instrument}/{id}") };
        RequirementId::from(full.as_str())
    };
    let ids = |key: &'static str| table.texts(key).into_iter().map(full).collect();
    Former { renamed: ids("formerly"), split: ids("split_from") }
}

/// What a former id has become, in words.
#[must_use]
pub fn became(former: &str, now: &[RequirementId]) -> String {
    let named: Vec<String> = now.iter().map(|id| format!("`{id}`")).collect();
    match named.as_slice() {
        [one] => format!("`{former}` is called {one} now"),
        parts => format!("`{former}` was split into {}: this counts for each", parts.join(" and ")),
    }
}
