//! What a baseline records of one force.

use std::collections::{BTreeMap, BTreeSet};

#[cfg(test)]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::assessment::{Assessment, Because, Finding};
use crate::rulebook::{ArrangementId, Need, Requirement, RequirementId};
use crate::source::Digest;
use crate::standing::{Attribute, Basis, Day, ForceKind, Outcome, State};

/// What was recorded of one force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub struct Recorded {
    /// The day of its facts.
    #[cfg_attr(test, schemars(with = "crate::standing::DayForm"))]
    pub as_of: Day,
    /// The day that was assessed.
    #[cfg_attr(test, schemars(with = "crate::standing::DayForm"))]
    pub assessed_on: Day,
    /// The basis that states had to have in order to count.
    pub basis: Option<Basis>,
    /// What it rests on; nothing where it was recorded in an earlier form, which didn't say.
    pub ground: Option<Ground>,
    /// The state of every arrangement; in the earlier form of those alone that were stated.
    pub states: BTreeMap<ArrangementId, State>,
    /// Every gap.
    pub gaps: BTreeMap<RequirementId, Gap>,
}

/// What a record rests on, by which a check knows whether it can be held against it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub struct Ground {
    /// What kind of force it was.
    pub kind: ForceKind,
    /// What was stated of it.
    pub attributes: BTreeMap<Attribute, bool>,
    /// The digests of the rule packs, the built-in ones first.
    pub rules: Vec<Digest>,
    /// The digests of the inputs, the latest first.
    pub inputs: Vec<Digest>,
    /// The requirements that were switched off.
    pub switched_off: BTreeSet<RequirementId>,
    /// The requirements that were met.
    pub met: BTreeSet<RequirementId>,
    /// Those that the rules had and that weren't in force or didn't reach the force.
    pub not_assessed: BTreeSet<RequirementId>,
}

/// A gap as it was recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub struct Gap {
    /// What the requirement came to.
    pub outcome: Outcome,
    /// What each of its needs was worth, by the need's own words: no place is recorded, so that lines
    /// may move. There is always one.
    pub needs: BTreeMap<String, State>,
}

impl Recorded {
    /// Records an assessment by rules of these digests.
    #[must_use]
    pub fn of(assessment: &Assessment, basis: Option<Basis>, rules: &[Digest]) -> Self {
        let findings = &assessment.findings;
        let gaps = findings.iter().filter(|finding| finding.outcome.is_gap());
        let that = |chosen: &dyn Fn(Outcome) -> bool| -> BTreeSet<RequirementId> {
            let chosen = findings.iter().filter(|finding| chosen(finding.outcome));
            chosen.map(|finding| finding.requirement.clone()).collect()
        };
        let standings = assessment.arrangements.iter();
        Self {
            as_of: assessment.as_of,
            assessed_on: assessment.assessed_on,
            basis,
            ground: Some(Ground {
                kind: assessment.kind,
                attributes: assessment.attributes.clone(),
                rules: rules.to_vec(),
                inputs: assessment.inputs.iter().map(|input| input.sha256).collect(),
                switched_off: assessment.struck().cloned().collect(),
                met: that(&|outcome| outcome == Outcome::Met),
                not_assessed: that(&|outcome| !outcome.is_assessed()),
            }),
            states: standings.map(|one| (one.arrangement.clone(), one.state)).collect(),
            gaps: gaps.map(|finding| (finding.requirement.clone(), Gap::of(finding))).collect(),
        }
    }

    /// The state that was recorded of an arrangement.
    pub(super) fn state(&self, arrangement: &str) -> State {
        self.states.get(arrangement).copied().unwrap_or(State::NotStated)
    }
}

impl Ground {
    /// Whether the rules knew a requirement then, whatever it came to beside a gap.
    pub(super) fn knew(&self, requirement: &RequirementId) -> bool {
        [&self.met, &self.not_assessed, &self.switched_off]
            .iter()
            .any(|known| known.contains(requirement))
    }
}

impl Gap {
    pub(super) fn of(finding: &Finding) -> Self {
        let nodes = finding.because.iter().flat_map(Because::nodes);
        let needs = nodes.filter_map(|node| Some((node.known_as()?, node.value)));
        Self { outcome: finding.outcome, needs: needs.collect() }
    }
}

/// The same words of all that a requirement asks.
pub(super) fn words_asked(requirement: &Requirement) -> BTreeSet<String> {
    let asks = requirement.needs.iter().flat_map(Need::asks);
    let words = asks.flat_map(|ask| {
        let arrangement = &ask.arrangement;
        let requires = ask.requires.iter();
        let requires = requires.map(move |asked| format!("{arrangement} where {asked}"));
        let prefers = ask.prefers.iter();
        let prefers = prefers.map(move |asked| format!("{arrangement} ideally {asked}"));
        std::iter::once(arrangement.to_string()).chain(requires).chain(prefers)
    });
    words.collect()
}

/// The arrangement whose state a need asks for, where it asks for nothing else.
pub(super) fn asks_state(need: &str) -> Option<&str> {
    (!need.contains(' ')).then_some(need)
}
