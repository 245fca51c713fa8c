//! Which forces stand beside which.

use std::collections::BTreeMap;

use crate::rulebook::{ForceId, Rulebook, Tie};
use crate::standing::{Day, words};

words! {
    /// What forces are grouped by.
    pub enum GroupBy {
        /// Where they work, by the table of forces.
        Region = "region",
        /// Which regional organised crime unit serves them, by the table of forces.
        RegionalUnit = "regional-unit",
        /// What kind of force they are.
        Kind = "kind",
    }
}

impl GroupBy {
    /// What the table of forces knows of it; nothing for what each declaration says itself.
    #[must_use]
    pub fn tie(self) -> Option<Tie> {
        match self {
            Self::Region => Some(Tie::Region),
            Self::RegionalUnit => Some(Tie::RegionalUnit),
            Self::Kind => None,
        }
    }
}

/// What each force belongs to of which it is known: a name, or that there is none.
pub type Ties = BTreeMap<ForceId, Option<String>>;

/// What each force that the rules know belongs to on a day.
#[must_use]
pub fn ties(group_by: Option<GroupBy>, rulebook: &Rulebook, day: Day) -> Ties {
    let Some(tie) = group_by.and_then(GroupBy::tie) else { return Ties::default() };
    let forces = rulebook.vocabulary().forces().iter();
    let known = forces.filter_map(|force| Some((force, force.tie_on(tie, day)?)));
    known.map(|(force, known)| (force.id.clone(), known.is.clone())).collect()
}

/// The rows of one group, and what its columns come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Peers {
    /// Its name.
    pub name: String,
    /// Its rows, by their place in the matrix.
    pub rows: std::ops::Range<usize>,
    /// What each column comes to over its rows.
    pub tallies: Vec<crate::assessment::Tally>,
}
