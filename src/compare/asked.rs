//! What is asked of a comparison.

use super::matrix::By;
use super::peers::{GroupBy, Ties};
use crate::rulebook::ForceId;
use crate::standing::ForceKind;

/// What is asked of a comparison.
#[derive(Clone, Debug)]
pub struct Asked {
    /// What a column of the matrix is.
    pub by: By,
    /// What forces are grouped by; nothing where they aren't.
    pub group_by: Option<GroupBy>,
    /// What each force belongs to by which they are grouped, where it is known.
    pub ties: Ties,
}

/// The group of the forces that are known to belong to none.
const NONE: &str = "none";

/// The group of a force of which it isn't known.
const ELSEWHERE: &str = "not known";

impl Asked {
    /// The group of a force; nothing where forces aren't grouped.
    #[must_use]
    pub fn group(&self, force: &ForceId, kind: ForceKind) -> Option<String> {
        Some(match self.group_by?.tie() {
            Some(_) => match self.ties.get(force) {
                Some(name) => name.as_deref().unwrap_or(NONE).to_owned(),
                None => ELSEWHERE.to_owned(),
            },
            None => kind.to_string(),
        })
    }

    /// What forces are put in order by before their ids: the names of their groups, then those that belong to
    /// none, last those of which it isn't known.
    #[must_use]
    pub fn order(&self, force: &ForceId, kind: ForceKind) -> impl Ord + use<> {
        let group = self.group(force, kind);
        let last = [NONE, ELSEWHERE].iter().position(|name| group.as_deref() == Some(*name));
        (last.map(|at| at + 1), group)
    }
}
