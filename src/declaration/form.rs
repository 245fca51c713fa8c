//! How much of the vocabulary a form to fill in asks about: all of it, or the first pass.

use std::collections::{BTreeMap, BTreeSet};

use crate::rulebook::{Arrangement, ArrangementId, Field, FieldId, Requirement, Rulebook};
use crate::standing::{Day, Strength};

/// What a form asks about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// The arrangements that it asks about, each with the details that count there; nothing for all.
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
        let in_force = || {
            let all = rulebook.requirements().iter();
            all.filter(|requirement| requirement.in_force_on(on))
        };
        let duties = in_force().filter(|requirement| requirement.strength == Strength::Duty);
        let mut first = rested_on(duties);
        let arrangements = rulebook.vocabulary().arrangements().iter();
        let mut all = rested_on(in_force());
        for headline in arrangements.filter(|one| one.headline) {
            let fields = all.remove(&headline.id).unwrap_or_default();
            first.entry(headline.id.clone()).or_default().extend(fields);
        }
        Self { first: Some(first) }
    }

    /// What these requirements rest on: their arrangements, and the details that they test.
    #[must_use]
    pub fn resting<'a>(requirements: impl IntoIterator<Item = &'a Requirement>) -> Self {
        Self { first: Some(rested_on(requirements)) }
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

/// The arrangements that requirements ask about, each with the details that they test.
fn rested_on<'a>(
    requirements: impl IntoIterator<Item = &'a Requirement>,
) -> BTreeMap<ArrangementId, BTreeSet<FieldId>> {
    let mut rested_on: BTreeMap<ArrangementId, BTreeSet<FieldId>> = BTreeMap::new();
    let needs = requirements.into_iter().flat_map(|requirement| requirement.needs.iter());
    for ask in needs.flat_map(|need| need.asks()) {
        let fields = rested_on.entry(ask.arrangement.clone()).or_default();
        fields.extend(ask.conditions().map(|condition| condition.field.clone()));
    }
    rested_on
}
