//! What rules and declarations may speak of: ranks, arrangements, forces, terms and events.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Arrangement, ArrangementId, Event, PoliceForce, Reach};
use crate::standing::RankTable;

/// What is known by name.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Vocabulary {
    ranks: RankTable,
    arrangements: Vec<Arrangement>,
    index: BTreeMap<ArrangementId, usize>,
    broken: BTreeSet<String>,
    terms: Terms,
}

/// What is known by name beside arrangements.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Terms {
    /// The police forces.
    pub(super) forces: Vec<PoliceForce>,
    /// The terms that name whom a text binds.
    pub(super) reaches: Vec<Reach>,
    /// What a duty may wait for.
    pub(super) events: Vec<Event>,
}

impl Terms {
    /// Whether what was added to those that were known names a term or an event again.
    pub(super) fn repeat(&self, known: &Self) -> bool {
        let twice = |ids: Vec<&str>, from: usize| {
            let (known, added) = ids.split_at(from.min(ids.len()));
            added.iter().any(|id| known.contains(id))
        };
        let reaches = self.reaches.iter().map(|reach| reach.id.as_str()).collect();
        let events = self.events.iter().map(|event| event.id.as_str()).collect();
        twice(reaches, known.reaches.len()) || twice(events, known.events.len())
    }
}

impl Vocabulary {
    /// A vocabulary of arrangements, brought into their order. `broken` are the names of those
    /// whose files have faults.
    pub(super) fn new(
        ranks: RankTable,
        mut arrangements: Vec<Arrangement>,
        broken: BTreeSet<String>,
        terms: Terms,
    ) -> Self {
        arrangements.sort_by(|a, b| (a.order, &a.id).cmp(&(b.order, &b.id)));
        let index = arrangements.iter().enumerate().map(|(at, a)| (a.id.clone(), at)).collect();
        Self { ranks, arrangements, index, broken, terms }
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

    /// The police forces that are known.
    #[must_use]
    pub fn forces(&self) -> &[PoliceForce] {
        &self.terms.forces
    }

    /// The police force under an id.
    #[must_use]
    pub fn force(&self, id: &str) -> Option<&PoliceForce> {
        self.terms.forces.iter().find(|force| force.id.as_str() == id)
    }

    /// The terms by which texts name whom they bind, in the order of the files.
    #[must_use]
    pub fn reaches(&self) -> &[Reach] {
        &self.terms.reaches
    }

    /// The term under an id.
    #[must_use]
    pub fn reach(&self, id: &str) -> Option<&Reach> {
        self.terms.reaches.iter().find(|reach| reach.id.as_str() == id)
    }

    /// What duties may wait for, in the order of the files.
    #[must_use]
    pub fn events(&self) -> &[Event] {
        &self.terms.events
    }

    /// The event under an id.
    #[must_use]
    pub fn event(&self, id: &str) -> Option<&Event> {
        self.terms.events.iter().find(|event| event.id.as_str() == id)
    }

    /// What is known by name beside arrangements.
    pub(super) fn terms(&self) -> &Terms {
        &self.terms
    }
}
