//! A baseline: the gaps of a day, against which only what is new or worse fails.

mod file;

pub use file::BASELINE_SCHEMA;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::verdict::{Change, Closed, Compared, Fall, WentSilent};
use crate::assessment::{Assessment, Because, Finding, Join};
use crate::rulebook::{ArrangementId, ForceId, RequirementId};
use crate::standing::{Basis, Day, Outcome, State};

/// What was recorded of several forces.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    /// The file that it stands in.
    pub file: String,
    /// What is recorded of each force, by its id.
    pub forces: BTreeMap<ForceId, Recorded>,
}

impl Baseline {
    /// Records a force, in place of what was recorded of it.
    pub fn record(&mut self, assessment: &Assessment, basis: Option<Basis>) {
        self.forces.insert(assessment.force.clone(), Recorded::of(assessment, basis));
    }

    /// Takes out the gaps of a force that are none now, and gives them. What isn't asked now stays
    /// as long as there is such a requirement.
    pub fn prune(
        &mut self,
        assessment: &Assessment,
        knows: impl Fn(&RequirementId) -> bool,
    ) -> Vec<Closed> {
        let Some(recorded) = self.forces.get_mut(&assessment.force) else { return Vec::new() };
        let mut closed = recorded.closed(assessment, true);
        closed.retain(|closed| closed.now.is_some() || !knows(&closed.requirement));
        for gap in &closed {
            recorded.gaps.remove(&gap.requirement);
        }
        closed
    }
}

/// What was recorded of one force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// The day of its facts.
    pub as_of: Day,
    /// The day that was assessed.
    pub assessed_on: Day,
    /// The basis that states had to have in order to count.
    pub basis: Option<Basis>,
    /// The state of every arrangement that was stated.
    pub stated: BTreeMap<ArrangementId, State>,
    /// Every gap.
    pub gaps: BTreeMap<RequirementId, Gap>,
}

/// A gap as it was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// What the requirement came to.
    pub outcome: Outcome,
    /// What each of its needs was worth, by the need's own words: no place is recorded, so that lines
    /// may move.
    pub needs: BTreeMap<String, State>,
}

impl Recorded {
    /// Records an assessment.
    #[must_use]
    pub fn of(assessment: &Assessment, basis: Option<Basis>) -> Self {
        let stated = assessment.arrangements.iter().filter(|one| one.state != State::NotStated);
        let gaps = assessment.findings.iter().filter(|finding| finding.outcome.is_gap());
        Self {
            as_of: assessment.as_of,
            assessed_on: assessment.assessed_on,
            basis,
            stated: stated.map(|one| (one.arrangement.clone(), one.state)).collect(),
            gaps: gaps.map(|finding| (finding.requirement.clone(), Gap::of(finding))).collect(),
        }
    }

    /// Holds a gap against what was recorded.
    pub(super) fn compare(&self, finding: &Finding) -> Compared {
        match self.gaps.get(&finding.requirement) {
            Some(gap) => gap.compare(&Gap::of(finding)),
            None => new(),
        }
    }

    /// The arrangements that were stated and aren't now, among those that are looked at.
    pub(super) fn went_silent(
        &self,
        assessment: &Assessment,
        looks_at: impl Fn(&ArrangementId) -> bool,
    ) -> Vec<WentSilent> {
        let silent = assessment.arrangements.iter().filter(|one| one.state == State::NotStated);
        let silent = silent.filter(|one| looks_at(&one.arrangement));
        let went = silent.filter_map(|one| {
            Some(WentSilent {
                arrangement: one.arrangement.clone(),
                name: Arc::clone(&one.name),
                was: *self.stated.get(&one.arrangement)?,
                declared: one.declared,
                place: one.place.clone(),
            })
        });
        went.collect()
    }

    /// The gaps that were recorded and are none now. Of a part of the requirements (`whole` is false)
    /// nothing is known of those that it leaves out.
    pub(super) fn closed(&self, assessment: &Assessment, whole: bool) -> Vec<Closed> {
        let closed = self.gaps.iter().filter_map(|(requirement, gap)| {
            let finding = assessment.findings.iter().find(|one| one.requirement == *requirement);
            let now = finding.map(|finding| finding.outcome);
            let is_closed = now.map_or(whole, |outcome| !outcome.is_gap());
            is_closed.then(|| Closed { requirement: requirement.clone(), was: gap.outcome, now })
        });
        closed.collect()
    }
}

/// How a gap compares that wasn't recorded.
pub(super) fn new() -> Compared {
    Compared { change: Change::New, was: None, fell: Vec::new() }
}

impl Gap {
    fn of(finding: &Finding) -> Self {
        let nodes = finding.because.iter().flat_map(Because::nodes);
        let needs = nodes.filter_map(|node| Some((words_of(node)?, node.value)));
        Self { outcome: finding.outcome, needs: needs.collect() }
    }

    fn compare(&self, now: &Self) -> Compared {
        let both = |need: &String, is: State| self.needs.get(need).map(|was| (*was, is));
        let fell: Vec<Fall> = now
            .needs
            .iter()
            .filter_map(|(need, is)| both(need, *is).map(|(was, is)| (need, was, is)))
            .filter(|(_, was, is)| rung(*is) < rung(*was))
            .map(|(need, was, is)| Fall { need: need.clone(), was, is })
            .collect();
        let outcome = |gap: &Self| gap.outcome.max(Outcome::NotEvidenced);
        let rose = now
            .needs
            .iter()
            .any(|(need, is)| both(need, *is).is_some_and(|(was, is)| rung(is) > rung(was)));
        let change = if outcome(now) < outcome(self) || !fell.is_empty() {
            Change::Worse
        } else if outcome(now) > outcome(self) || rose {
            Change::Better
        } else {
            Change::Same
        };
        Compared { change, was: Some(self.outcome), fell }
    }
}

/// The step that a value stands on when two days are compared. "No" and silence share the lowest: a
/// force that was silent and now says "no" has told more and has no less, and silence must not be the
/// better answer. (A stated "no" that goes silent shows as an arrangement that went silent.)
fn rung(state: State) -> State {
    state.max(State::NotStated)
}

/// The words by which a need is known from one day to another; none for a node that only joins
/// others.
fn words_of(node: &Because) -> Option<String> {
    let arrangement = node.arrangement()?;
    match node.join() {
        Join::State => Some(arrangement.to_string()),
        Join::Where => Some(format!("{arrangement} where {}", node.need())),
        Join::Ideally => Some(format!("{arrangement} ideally {}", node.need())),
        Join::All | Join::Any | Join::AtLeast | Join::Ask => None,
    }
}
