//! What is asked of a comparison.

use super::matrix::By;
use super::peers::{GroupBy, Regions};
use crate::rulebook::ForceId;
use crate::standing::ForceKind;

/// What is asked of a comparison.
#[derive(Clone, Debug)]
pub struct Asked {
    /// What a column of the matrix is.
    pub by: By,
    /// What forces are grouped by; nothing where they aren't.
    pub group_by: Option<GroupBy>,
    /// The region of each force of which it is known.
    pub regions: Regions,
}

/// The group of a force of which nobody knows where it works.
const ELSEWHERE: &str = "not known";

impl Asked {
    /// The group of a force; nothing where forces aren't grouped.
    #[must_use]
    pub fn group(&self, force: &ForceId, kind: ForceKind) -> Option<String> {
        Some(match self.group_by? {
            GroupBy::Region => self.regions.get(force).map_or(ELSEWHERE, String::as_str).to_owned(),
            GroupBy::Kind => kind.to_string(),
        })
    }

    /// What forces are put in order by before their ids: the names of their groups, and last those of which
    /// it isn't known.
    #[must_use]
    pub fn order(&self, force: &ForceId, kind: ForceKind) -> impl Ord + use<> {
        let group = self.group(force, kind);
        (group.as_deref() == Some(ELSEWHERE), group)
    }
}
