//! Which forces stand beside which.

use std::collections::BTreeMap;

use crate::rulebook::{ForceId, Rulebook};
use crate::standing::words;

words! {
    /// What forces are grouped by.
    pub enum GroupBy {
        /// Where they work, by the table of forces.
        Region = "region",
        /// What kind of force they are.
        Kind = "kind",
    }
}

/// The region of each force of which it is known.
pub type Regions = BTreeMap<ForceId, String>;

/// The region of each force that the rules know.
#[must_use]
pub fn regions(rulebook: &Rulebook) -> Regions {
    let forces = rulebook.vocabulary().forces().iter();
    forces.filter_map(|force| Some((force.id.clone(), force.region.clone()?))).collect()
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
