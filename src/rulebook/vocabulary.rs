//! What needs may speak of: ranks and arrangements.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Arrangement, ArrangementId};
use crate::standing::RankTable;

/// The ranks and arrangements that are known.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Vocabulary {
    ranks: RankTable,
    arrangements: Vec<Arrangement>,
    index: BTreeMap<ArrangementId, usize>,
    broken: BTreeSet<String>,
}

impl Vocabulary {
    /// A vocabulary of arrangements, brought into their order. `broken` are the names of those
    /// whose files have faults.
    pub(super) fn new(
        ranks: RankTable,
        mut arrangements: Vec<Arrangement>,
        broken: BTreeSet<String>,
    ) -> Self {
        arrangements.sort_by(|a, b| (a.order, &a.id).cmp(&(b.order, &b.id)));
        let index = arrangements.iter().enumerate().map(|(at, a)| (a.id.clone(), at)).collect();
        Self { ranks, arrangements, index, broken }
    }

    /// The rank table.
    #[must_use]
    pub fn ranks(&self) -> &RankTable {
        &self.ranks
    }

    /// All arrangements, in their order.
    #[must_use]
    pub fn arrangements(&self) -> &[Arrangement] {
        &self.arrangements
    }

    /// All arrangements, to be changed.
    pub(super) fn arrangements_mut(&mut self) -> &mut [Arrangement] {
        &mut self.arrangements
    }

    /// The arrangement under an id.
    #[must_use]
    pub fn arrangement(&self, id: &str) -> Option<&Arrangement> {
        self.index.get(id).and_then(|at| self.arrangements.get(*at))
    }

    /// Whether the arrangement of this name couldn't be read.
    pub(super) fn is_broken(&self, id: &str) -> bool {
        self.broken.contains(id)
    }
}
