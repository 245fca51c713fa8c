//! A finding as it is published, with its explanation.

use serde::Serialize;

use crate::assessment::{Answered, Assumption, Because, Finding, Join, NotAssessed, Part, Stands};
use crate::report::words;
use crate::rulebook::Confirmation;
use crate::source::Place;
use crate::standing::{Basis, Bearer, Day, Derivation, Outcome, State, Strength, Warrant};

/// What one requirement came to.
#[derive(Serialize)]
pub(super) struct FindingJson<'a> {
    requirement: &'a str,
    instrument: &'a str,
    instrument_title: &'a str,
    instrument_short: &'a str,
    law: bool,
    title: &'a str,
    provision: &'a str,
    citation: &'a str,
    strength: Strength,
    bearer: &'a [Bearer],
    derivation: Derivation,
    warrant: Warrant,
    from: Day,
    until: Option<Day>,
    outcome: Outcome,
    superseded: bool,
    why: String,
    not_assessed: Option<&'a NotAssessed>,
    because: Vec<BecauseJson<'a>>,
    silent: Vec<SilenceJson<'a>>,
    basis: Option<Basis>,
    remedy: &'a str,
    ways: Vec<String>,
    evidence: Option<&'a str>,
    note: Option<&'a str>,
    assumed: Option<String>,
    assumptions: &'a [Assumption],
    confirmed: Option<&'a Confirmation>,
    place: &'a Place,
}

/// Something that decides and isn't stated.
#[derive(Serialize)]
struct SilenceJson<'a> {
    arrangement: &'a str,
    says: String,
}

/// One node of an explanation.
#[derive(Serialize)]
struct BecauseJson<'a> {
    join: Join,
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<usize>,
    need: String,
    value: State,
    decides: bool,
    says: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    stands: Option<&'a Stands>,
    #[serde(skip_serializing_if = "Option::is_none")]
    answered: Option<&'a Answered>,
    arrangement: Option<&'a str>,
    field: Option<&'a str>,
    item: Option<&'a str>,
    place: Option<&'a Place>,
    children: Vec<BecauseJson<'a>>,
}

impl<'a> From<&'a Finding> for FindingJson<'a> {
    fn from(own: &'a Finding) -> Self {
        let silent = words::silent(own).into_iter();
        Self {
            requirement: own.requirement.as_str(),
            instrument: own.instrument.as_str(),
            instrument_title: &own.instrument_title,
            instrument_short: &own.instrument_short,
            law: own.law,
            title: &own.title,
            provision: own.provision.as_str(),
            citation: &own.citation,
            strength: own.strength,
            bearer: &own.bearer,
            derivation: own.derivation,
            warrant: own.warrant,
            from: own.from,
            until: own.until,
            outcome: own.outcome,
            superseded: own.superseded,
            why: words::why(own),
            not_assessed: own.not_assessed.as_ref(),
            because: own.because.iter().map(BecauseJson::from).collect(),
            silent: silent
                .map(|(id, says)| SilenceJson { arrangement: id.as_str(), says })
                .collect(),
            basis: own.basis,
            remedy: &own.remedy,
            ways: own.ways(),
            evidence: own.evidence.as_deref(),
            note: own.note.as_deref(),
            assumed: words::assumed(own),
            assumptions: &own.assumed,
            confirmed: own.confirmed.as_ref(),
            place: &own.place,
        }
    }
}

impl<'a> From<&'a Because> for BecauseJson<'a> {
    fn from(node: &'a Because) -> Self {
        let (count, stands, answered) = match &node.part {
            Part::AtLeast { count, .. } => (Some(*count), None, None),
            Part::State { stands, .. } => (None, Some(&**stands), None),
            Part::Condition { answered, .. } => (None, None, Some(&**answered)),
            Part::All(_) | Part::Any(_) | Part::Ask { .. } => (None, None, None),
        };
        Self {
            join: node.join(),
            count,
            need: node.need(),
            value: node.value,
            decides: node.decides,
            says: words::says(node).unwrap_or_default(),
            stands,
            answered,
            arrangement: node.arrangement().map(|id| id.as_str()),
            field: node.field().map(|id| id.as_str()),
            item: node.item(),
            place: node.place(),
            children: node.children().iter().map(Self::from).collect(),
        }
    }
}
