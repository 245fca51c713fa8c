//! A finding as it is published, with its explanation.

#[cfg(test)]
use schemars::JsonSchema;
use serde::Serialize;

use crate::assessment::{
    Answered, Assumption, Because, Finding, Join, NotAssessed, Part, ReachedAs, Stands,
};
use crate::report::words;
use crate::rulebook::{ArrangementId, Confirmation, FieldId};
use crate::source::Place;
use crate::standing::{Basis, Bearer, Day, Derivation, Outcome, State, Strength, Warrant};

/// What one requirement came to.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "Finding", deny_unknown_fields))]
pub(super) struct FindingJson<'a> {
    /// The requirement's full id.
    requirement: &'a str,
    /// The instrument's id.
    instrument: &'a str,
    /// The instrument's title.
    instrument_title: &'a str,
    /// A short name of the instrument.
    instrument_short: &'a str,
    /// Whether it is law. Else a shortfall is a gap, not a breach.
    law: bool,
    /// What the requirement claims.
    title: &'a str,
    /// The id of the provision that it rests on.
    provision: &'a str,
    /// How to cite its source.
    citation: &'a str,
    /// How binding it is for the force. Weakest first.
    strength: Strength,
    /// Who made the promise or carries the duty.
    bearer: &'a [Bearer],
    /// How it follows from its provision.
    derivation: Derivation,
    /// Were the words that ask it read? Weakest first.
    warrant: Warrant,
    /// The first day on which this version counts.
    #[cfg_attr(test, schemars(with = "crate::standing::DayForm"))]
    from: Day,
    /// The first day on which it no longer counts.
    #[cfg_attr(test, schemars(with = "Option<crate::standing::DayForm>"))]
    until: Option<Day>,
    /// What it came to. Weakest first.
    outcome: Outcome,
    /// Whether its instrument is superseded.
    superseded: bool,
    /// The reason in a few words.
    why: String,
    /// Why it wasn't assessed, where it wasn't.
    not_assessed: Option<&'a NotAssessed>,
    /// The whole explanation; empty where it wasn't assessed.
    because: Vec<BecauseJson<'a>>,
    /// What decides and isn't stated.
    silent: Vec<SilenceJson<'a>>,
    /// How well what decides is backed.
    basis: Option<Basis>,
    /// What closes a gap.
    remedy: &'a str,
    /// Where one of several ways is enough: the ways, in the need language.
    ways: Vec<String>,
    /// What would be accepted as evidence.
    evidence: Option<&'a str>,
    /// How the requirement is read.
    note: Option<&'a str>,
    /// What was assumed of the force, in words.
    assumed: Option<String>,
    /// The same for programs: all of these.
    assumptions: &'a [Assumption],
    /// As whom it reaches the force, where its text names those whom it binds.
    reached_as: Option<&'a ReachedAs>,
    /// What a holder of the full text says of the rule.
    confirmed: Option<&'a Confirmation>,
    /// Where the fact that decides stands, or belongs.
    place: &'a Place,
}

/// Something that decides and isn't stated.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "Silence", deny_unknown_fields))]
struct SilenceJson<'a> {
    /// The arrangement's id.
    arrangement: &'a str,
    /// What isn't stated.
    says: String,
}

/// One node of an explanation.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "Because", deny_unknown_fields))]
struct BecauseJson<'a> {
    /// How it comes to its value.
    join: Join,
    /// Of `at least`: how many.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "usize"))]
    count: Option<usize>,
    /// What is asked, in the need language.
    need: String,
    /// What it is worth. Weakest first.
    value: State,
    /// Whether it decides.
    decides: bool,
    /// The reason in words; empty for a node that only joins others.
    says: String,
    /// Of a state: the reason, for programs.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "Stands"))]
    stands: Option<&'a Stands>,
    /// Of a condition: the reason, for programs.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "Answered"))]
    answered: Option<&'a Answered>,
    /// The arrangement that is asked about.
    arrangement: Option<&'a str>,
    /// The field that is asked about.
    field: Option<&'a str>,
    /// The item that a list is asked for.
    item: Option<&'a str>,
    /// Where the fact stands in the declaration, or belongs.
    place: Option<&'a Place>,
    /// What it is made of.
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
            ways: own.ways().into_iter().map(Because::need).collect(),
            evidence: own.evidence.as_deref(),
            note: own.note.as_deref(),
            assumed: words::assumed(own),
            assumptions: &own.assumed,
            reached_as: own.reached_as.as_ref(),
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
            arrangement: node.arrangement().map(ArrangementId::as_str),
            field: node.field().map(FieldId::as_str),
            item: node.item(),
            place: node.place(),
            children: node.children().iter().map(Self::from).collect(),
        }
    }
}
