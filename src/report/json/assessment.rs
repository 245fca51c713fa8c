//! An assessment as it is published: every key, in its order, with what it says in words beside what it
//! says to programs.

use std::collections::BTreeMap;

use serde::Serialize;

use super::finding::FindingJson;
use super::verdict::VerdictJson;
use crate::assessment::{
    Cited, Contradicted, Counts, Informed, Judgements, Note, Source, Standing, Stands,
};
use crate::declaration::Input;
use crate::report::words;
use crate::result::Gated;
use crate::rulebook::FieldId;
use crate::source::Place;
use crate::standing::{Attribute, Basis, Day, ForceKind, PartialDate, State};

/// All that came out for one force.
#[derive(Serialize)]
pub(super) struct AssessmentJson<'a> {
    force: &'a str,
    name: Option<&'a str>,
    note: Option<&'a str>,
    kind: ForceKind,
    attributes: &'a BTreeMap<Attribute, bool>,
    as_of: Day,
    assessed_on: Day,
    place: &'a Place,
    inputs: &'a [Input],
    sources: &'a [Source],
    arrangements: Vec<StandingJson<'a>>,
    information: &'a [Informed],
    findings: Vec<FindingJson<'a>>,
    counts: Counts,
    contradictions: &'a [Contradicted],
    judgements: &'a Judgements,
    notes: Vec<String>,
    caveats: &'a [Note],
    gate: Option<VerdictJson<'a>>,
}

/// How one arrangement stands.
#[derive(Serialize)]
struct StandingJson<'a> {
    arrangement: &'a str,
    name: &'a str,
    title: &'a str,
    headline: bool,
    informative: bool,
    state: State,
    #[serde(skip_serializing_if = "Option::is_none")]
    declared: Option<State>,
    basis: Option<Basis>,
    reason: String,
    stands: &'a Stands,
    since: Option<PartialDate>,
    details: &'a BTreeMap<FieldId, String>,
    note: Option<&'a str>,
    evidence: &'a [Cited],
    place: &'a Place,
}

impl<'a> From<&'a Gated> for AssessmentJson<'a> {
    fn from(Gated { assessment: own, verdict }: &'a Gated) -> Self {
        Self {
            force: own.force.as_str(),
            name: own.name.as_deref(),
            note: own.note.as_deref(),
            kind: own.kind,
            attributes: &own.attributes,
            as_of: own.as_of,
            assessed_on: own.assessed_on,
            place: &own.place,
            inputs: &own.inputs,
            sources: &own.sources,
            arrangements: own.arrangements.iter().map(StandingJson::from).collect(),
            information: &own.information,
            findings: own.findings.iter().map(FindingJson::from).collect(),
            counts: own.counts(),
            contradictions: &own.contradictions,
            judgements: &own.judgements,
            notes: own.notes.iter().map(words::note).collect(),
            caveats: &own.notes,
            gate: verdict.as_ref().map(VerdictJson::from),
        }
    }
}

impl<'a> From<&'a Standing> for StandingJson<'a> {
    fn from(own: &'a Standing) -> Self {
        Self {
            arrangement: own.arrangement.as_str(),
            name: &own.name,
            title: &own.title,
            headline: own.headline,
            informative: own.informative,
            state: own.state,
            declared: own.declared,
            basis: own.basis,
            reason: words::state(&own.stands),
            stands: &own.stands,
            since: own.since,
            details: &own.details,
            note: own.note.as_deref(),
            evidence: &own.evidence,
            place: &own.place,
        }
    }
}
