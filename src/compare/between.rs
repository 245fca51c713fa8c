//! Two dates of one force: what changed, with both sides of it.

use rustc_hash::FxHashMap;

use super::Change;
use crate::assessment::{Assessment, Because, Finding, Standing};
use crate::result::Gated;
use crate::rulebook::{ArrangementId, RequirementId};
use crate::standing::State;

/// What changed between two dates of one force.
#[derive(Clone, Debug)]
pub struct Changes<'a> {
    /// The earlier date.
    pub before: &'a Gated,
    /// The later one.
    pub after: &'a Gated,
    /// Every requirement of either, in the order of the later.
    pub requirements: Vec<RequirementChange<'a>>,
    /// Every arrangement of either, in the order of the later.
    pub arrangements: Vec<ArrangementChange<'a>>,
}

/// A requirement at two dates.
#[derive(Clone, Copy, Debug)]
pub struct RequirementChange<'a> {
    /// What happened.
    pub change: Change,
    /// What it came to; nothing where the rules of that date don't have it.
    pub before: Option<&'a Finding>,
    /// The same of the later date.
    pub after: Option<&'a Finding>,
}

/// An arrangement at two dates.
#[derive(Clone, Copy, Debug)]
pub struct ArrangementChange<'a> {
    /// What happened.
    pub change: Change,
    /// How it stood; nothing where the rules of that date don't have it.
    pub before: Option<&'a Standing>,
    /// The same of the later date.
    pub after: Option<&'a Standing>,
}

impl<'a> Changes<'a> {
    /// Holds two assessments of one force against each other.
    #[must_use]
    pub fn between(before: &'a Gated, after: &'a Gated) -> Self {
        let (was, is) = (&before.assessment, &after.assessment);
        let (then, now) = (standings(was), standings(is));
        let arrangements = joined(&was.arrangements, &is.arrangements, |one| &one.arrangement);
        let requirements = joined(&was.findings, &is.findings, |one| &one.requirement);
        let same = |a: &Finding, b: &Finding| same_facts(a, b, &then, &now);
        Self {
            before,
            after,
            requirements: requirements
                .map(|(before, after)| {
                    let change = Change::of(before, after, same);
                    RequirementChange { change, before, after }
                })
                .collect(),
            arrangements: arrangements
                .map(|(before, after)| ArrangementChange {
                    change: of_arrangement(before, after),
                    before,
                    after,
                })
                .collect(),
        }
    }

    /// How many requirements changed so.
    #[must_use]
    pub fn count(&self, change: Change) -> usize {
        self.requirements.iter().filter(|one| one.change == change).count()
    }

    /// The same without what is superseded: what a check counts as in force.
    #[must_use]
    pub fn count_in_force(&self, change: Change) -> usize {
        let in_force = |one: &&RequirementChange<'_>| one.either().is_some_and(|of| !of.superseded);
        self.changed(change).filter(in_force).count()
    }

    /// What happened to a requirement.
    #[must_use]
    pub fn requirement(&self, id: &RequirementId) -> Option<&RequirementChange<'a>> {
        self.requirements.iter().find(|one| one.either().is_some_and(|of| of.requirement == *id))
    }

    /// What happened to an arrangement.
    #[must_use]
    pub fn arrangement(&self, id: &ArrangementId) -> Option<&ArrangementChange<'a>> {
        self.arrangements.iter().find(|one| one.either().is_some_and(|of| of.arrangement == *id))
    }

    /// The requirements that changed, by what happened.
    pub fn changed(&self, change: Change) -> impl Iterator<Item = &RequirementChange<'a>> {
        self.requirements.iter().filter(move |one| one.change == change)
    }

    /// The arrangements of which something else is said.
    pub fn arrangements_changed(&self) -> impl Iterator<Item = &ArrangementChange<'a>> {
        self.arrangements.iter().filter(|one| one.change != Change::Same)
    }
}

impl<'a> RequirementChange<'a> {
    /// The finding that says what the requirement is: the later one, where there is one.
    #[must_use]
    pub fn either(&self) -> Option<&'a Finding> {
        self.after.or(self.before)
    }
}

impl<'a> ArrangementChange<'a> {
    /// What says what the arrangement is: the later one, where there is one.
    #[must_use]
    pub fn either(&self) -> Option<&'a Standing> {
        self.after.or(self.before)
    }
}

/// All of two lists by their keys: in the order of the later, and then what only the earlier has.
fn joined<'a, T, K: Eq + std::hash::Hash + 'a>(
    before: &'a [T],
    after: &'a [T],
    key: impl Fn(&'a T) -> &'a K,
) -> impl Iterator<Item = (Option<&'a T>, Option<&'a T>)> {
    let mut left: FxHashMap<&K, &T> = before.iter().map(|one| (key(one), one)).collect();
    let mut pairs: Vec<_> = after.iter().map(|one| (left.remove(key(one)), Some(one))).collect();
    let only = before.iter().filter(|one| left.contains_key(key(one)));
    pairs.extend(only.map(|one| (Some(one), None)));
    pairs.into_iter()
}

type Standings<'a> = FxHashMap<&'a ArrangementId, &'a Standing>;

fn standings(assessment: &Assessment) -> Standings<'_> {
    assessment.arrangements.iter().map(|one| (&one.arrangement, one)).collect()
}

/// Whether all that either finding asks about stands as it did.
fn same_facts(a: &Finding, b: &Finding, then: &Standings<'_>, now: &Standings<'_>) -> bool {
    let nodes = a.because.iter().chain(&b.because).flat_map(Because::nodes);
    let mut asked = nodes.filter_map(Because::arrangement);
    asked.all(|id| match (then.get(id), now.get(id)) {
        (Some(was), Some(is)) => is_said_alike(was, is),
        (None, Some(only)) | (Some(only), None) => only.state == State::NotStated,
        (None, None) => true,
    })
}

fn is_said_alike(a: &Standing, b: &Standing) -> bool {
    (a.state, a.since, &a.details) == (b.state, b.since, &b.details)
}

fn of_arrangement(before: Option<&Standing>, after: Option<&Standing>) -> Change {
    let state = |of: Option<&Standing>| of.map_or(State::NotStated, |own| own.state);
    match (state(before), state(after)) {
        (was, is) if was == is => match (before, after) {
            (Some(was), Some(is)) if !is_said_alike(was, is) => Change::Details,
            _ => Change::Same,
        },
        (State::NotStated, _) => Change::NewlyStated,
        (_, State::NotStated) => Change::WentSilent,
        (was, is) if is > was => Change::Improved,
        _ => Change::Worsened,
    }
}
