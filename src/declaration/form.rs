//! How much of the vocabulary a form to fill in asks about: all of it, or the first pass.

use std::collections::{BTreeMap, BTreeSet};

use crate::rulebook::{Arrangement, ArrangementId, Field, FieldId, Rulebook};
use crate::standing::{Day, Strength};

/// What a form asks about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// The arrangements of a first pass, each with the details that count there; nothing for all.
    first: Option<BTreeMap<ArrangementId, BTreeSet<FieldId>>>,
}

impl Form {
    /// All of it.
    #[must_use]
    pub fn whole() -> Self {
        Self::default()
    }

    /// What comes first: the headline arrangements, and what the duties of a day rest on; of their
    /// details those that a rule tests.
    #[must_use]
    pub fn first_pass(rulebook: &Rulebook, on: Day) -> Self {
        let arrangements = rulebook.vocabulary().arrangements().iter();
        let headline = arrangements.filter(|one| one.headline).map(|one| one.id.clone());
        let mut first: BTreeMap<ArrangementId, BTreeSet<FieldId>> =
            headline.map(|id| (id, BTreeSet::new())).collect();
        let in_force = || {
            let all = rulebook.requirements().iter();
            all.filter(|requirement| requirement.in_force_on(on))
        };
        let is_duty = |strength: Strength| strength == Strength::Duty;
        for duty in in_force().filter(|requirement| is_duty(requirement.strength)) {
            for ask in duty.needs.iter().flat_map(|need| need.asks()) {
                let fields = first.entry(ask.arrangement.clone()).or_default();
                fields.extend(ask.conditions().map(|condition| condition.field.clone()));
            }
        }
        let headline = |id: &ArrangementId| {
            let known = rulebook.vocabulary().arrangement(id.as_str());
            known.is_some_and(|arrangement| arrangement.headline)
        };
        for ask in in_force().flat_map(|one| one.needs.iter().flat_map(|need| need.asks())) {
            if let Some(fields) = first.get_mut(&ask.arrangement)
                && headline(&ask.arrangement)
            {
                fields.extend(ask.conditions().map(|condition| condition.field.clone()));
            }
        }
        Self { first: Some(first) }
    }

    /// Whether it is a first pass, and leaves something out.
    #[must_use]
    pub fn is_first_pass(&self) -> bool {
        self.first.is_some()
    }

    /// Whether it asks about an arrangement.
    #[must_use]
    pub fn asks(&self, arrangement: &Arrangement) -> bool {
        self.first.as_ref().is_none_or(|first| first.contains_key(&arrangement.id))
    }

    /// Whether it asks about a detail of one. What limits an arrangement is always asked.
    #[must_use]
    pub fn asks_for(&self, arrangement: &Arrangement, field: &Field) -> bool {
        let Some(first) = &self.first else { return true };
        let limits = arrangement.limits.iter().any(|limit| limit.field == field.id);
        limits || first.get(&arrangement.id).is_some_and(|fields| fields.contains(&field.id))
    }
}
