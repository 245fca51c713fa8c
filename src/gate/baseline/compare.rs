//! An assessment held against what was recorded: what fell, what went silent, what is gone, and what
//! can't be compared.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::recorded::asks_state;
use super::{Gap, Recorded};
use crate::assessment::{Assessment, Finding};
use crate::gate::objection::Objection;
use crate::gate::verdict::{Change, Closed, Compared, Fall, WentSilent};
use crate::rulebook::{ArrangementId, RequirementId};
use crate::source::Digest;
use crate::standing::{Attribute, Outcome, State, Words as _};

impl Recorded {
    /// Whether it was recorded by other rules than these; nothing where it doesn't say by which.
    pub(in crate::gate) fn by_other_rules(&self, rules: &[Digest]) -> Option<bool> {
        let set = |rules: &[Digest]| rules.iter().copied().collect::<BTreeSet<_>>();
        self.ground.as_ref().map(|ground| set(&ground.rules) != set(rules))
    }

    /// Holds a gap against what was recorded.
    pub(in crate::gate) fn compare(&self, finding: &Finding, rules: &[Digest]) -> Compared {
        let now = Gap::of(finding);
        if let Some(gap) = self.gaps.get(&finding.requirement) {
            return self.compare_gaps(gap, &now);
        }
        // By other rules much is asked that wasn't: that alone is no fall of the force's.
        let unasked = self.by_other_rules(rules) == Some(true)
            && self.ground.as_ref().is_some_and(|ground| !ground.knew(&finding.requirement));
        if !unasked {
            return new();
        }
        let fell = self.fell(None, &now);
        let change = if fell.is_empty() { Change::Unasked } else { Change::New };
        Compared { change, fell, unknown: self.unknown(None, &now), was: None }
    }

    fn compare_gaps(&self, was: &Gap, now: &Gap) -> Compared {
        let fell = self.fell(Some(was), now);
        let outcome = |gap: &Gap| gap.outcome.rung();
        let rose = now.needs.iter().any(|(need, is)| {
            self.worth(Some(was), need).is_some_and(|was| is.rung() > was.rung())
        });
        let change = if outcome(now) < outcome(was) || !fell.is_empty() {
            Change::Worse
        } else if outcome(now) > outcome(was) || rose {
            Change::Better
        } else {
            Change::Same
        };
        Compared { change, was: Some(was.outcome), fell, unknown: self.unknown(Some(was), now) }
    }

    /// What a need was worth: by the gap's own record, else by the state of its arrangement.
    fn worth(&self, gap: Option<&Gap>, need: &str) -> Option<State> {
        let own = gap.and_then(|gap| gap.needs.get(need)).copied();
        own.or_else(|| asks_state(need).map(|arrangement| self.state(arrangement)))
    }

    /// The needs that are worth less than was recorded.
    fn fell(&self, was: Option<&Gap>, now: &Gap) -> Vec<Fall> {
        let needs = now.needs.iter();
        let known = needs.filter_map(|(need, is)| Some((need, self.worth(was, need)?, *is)));
        let fell = known.filter(|(_, was, is)| is.rung() < was.rung());
        fell.map(|(need, was, is)| Fall { need: need.clone(), was, is }).collect()
    }

    /// The needs of which nothing was recorded.
    fn unknown(&self, was: Option<&Gap>, now: &Gap) -> Vec<String> {
        let needs = now.needs.keys();
        needs.filter(|need| self.worth(was, need).is_none()).cloned().collect()
    }

    /// The arrangements that were stated and aren't now, among those that are looked at.
    pub(in crate::gate) fn went_silent(
        &self,
        assessment: &Assessment,
        looks_at: impl Fn(&ArrangementId) -> bool,
    ) -> Vec<WentSilent> {
        let silent = assessment.arrangements.iter().filter(|one| one.state == State::NotStated);
        let silent = silent.filter(|one| looks_at(&one.arrangement));
        let went = silent.map(|one| WentSilent {
            arrangement: one.arrangement.clone(),
            name: Arc::clone(&one.name),
            was: self.state(one.arrangement.as_str()),
            declared: one.declared,
            place: one.place.clone(),
        });
        went.filter(|went| went.was != State::NotStated).collect()
    }

    /// The gaps that were recorded and are none now. Of a part of the requirements (`whole` is false)
    /// nothing is known of those that it leaves out.
    pub(in crate::gate) fn closed(&self, assessment: &Assessment, whole: bool) -> Vec<Closed> {
        let closed = self.gaps.iter().filter_map(|(requirement, gap)| {
            let finding = assessment.findings.iter().find(|one| one.requirement == *requirement);
            let now = finding.map(|finding| finding.outcome);
            let is_closed = now.map_or(whole, |outcome| !outcome.is_gap());
            is_closed.then(|| Closed { requirement: requirement.clone(), was: gap.outcome, now })
        });
        closed.collect()
    }

    /// Why an assessment can't be held against it: with older facts, for another kind of force or
    /// without a rule a gap can go that nobody closed.
    pub(in crate::gate) fn objections(&self, assessment: &Assessment) -> Vec<Objection> {
        let mut objections = Vec::new();
        if assessment.as_of < self.as_of {
            objections.push(Objection::OlderFacts { was: self.as_of, is: assessment.as_of });
        }
        // The same facts held against older law: a later day of facts has been told already.
        if assessment.assessed_on < self.assessed_on && assessment.as_of >= self.as_of {
            let (was, is) = (self.assessed_on, assessment.assessed_on);
            objections.push(Objection::OlderLaw { was, is });
        }
        objections.extend(self.another_reach(assessment));
        let struck = assessment.struck().filter(|id| match &self.ground {
            Some(ground) => !ground.switched_off.contains(*id),
            None => self.gaps.contains_key(*id),
        });
        objections.extend(struck.map(|id| Objection::SwitchedOff { requirement: id.clone() }));
        objections
    }

    /// Whether something else is stated of the force, and fewer requirements reach it than did.
    fn another_reach(&self, assessment: &Assessment) -> Vec<Objection> {
        let was_asked = |id: &RequirementId| {
            let met = self.ground.as_ref().is_some_and(|ground| ground.met.contains(id));
            met || self.gaps.contains_key(id)
        };
        let findings = assessment.findings.iter();
        let out = findings.filter(|one| one.outcome == Outcome::NotApplicable);
        let mut out = out.map(|one| &one.requirement).filter(|id| was_asked(id)).peekable();
        let Some(ground) = &self.ground else {
            // Of what kind the force was isn't known; that a gap reached it is.
            return out.map(|id| Objection::OutOfReach { requirement: id.clone() }).collect();
        };
        let mut objections = Vec::new();
        if ground.kind != assessment.kind {
            objections.push(Objection::AnotherKind { was: ground.kind, is: assessment.kind });
        }
        if out.peek().is_some() {
            objections.extend(Attribute::ALL.iter().copied().filter_map(|attribute| {
                let was = ground.attributes.get(&attribute).copied();
                let is = assessment.attributes.get(&attribute).copied();
                (was != is).then_some(Objection::AnotherReach { attribute, was, is })
            }));
        }
        objections
    }
}

/// How a gap compares that wasn't recorded.
pub(in crate::gate) fn new() -> Compared {
    Compared { change: Change::New, was: None, fell: Vec::new(), unknown: Vec::new() }
}
