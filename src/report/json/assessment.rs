//! An assessment as it is published: every key, in its order, with what it says in words beside what it
//! says to programs.

use std::collections::BTreeMap;

#[cfg(test)]
use schemars::JsonSchema;
use serde::Serialize;

use super::actions::ActionsJson;
use super::finding::FindingJson;
use super::verdict::VerdictJson;
use crate::assessment::{
    Cited, Contradicted, Counts, Informed, Judgements, NoneStated, Note, Source, Stale, Standing,
    Stands,
};
use crate::declaration::Input;
use crate::report::aside::Aside;
use crate::report::words;
use crate::result::{Gated, Run};
use crate::rulebook::FieldId;
use crate::source::Place;
use crate::standing::{Attribute, Basis, Day, ForceKind, PartialDate, State};

/// All that came out for one force.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "Assessment", deny_unknown_fields))]
pub(super) struct AssessmentJson<'a> {
    /// The id of the force.
    force: &'a str,
    /// Its name.
    name: Option<&'a str>,
    /// What a reader must know of the declaration.
    note: Option<&'a str>,
    /// What kind of force it is.
    kind: ForceKind,
    /// What is stated of the force.
    attributes: &'a BTreeMap<Attribute, bool>,
    /// The day that the facts are of.
    #[cfg_attr(test, schemars(with = "crate::standing::DayForm"))]
    as_of: Day,
    /// The day that was assessed: it picks the law.
    #[cfg_attr(test, schemars(with = "crate::standing::DayForm"))]
    assessed_on: Day,
    /// What is left aside or taken as given, counted.
    aside: Aside,
    /// The declaration's file, and the line of its `[force]`; of several, the latest.
    place: &'a Place,
    /// The files that it rests on, the latest first.
    inputs: &'a [Input],
    /// The documents that evidence is from.
    sources: &'a [Source],
    /// Every arrangement, stated or not.
    arrangements: Vec<StandingJson<'a>>,
    /// Facts of no arrangement.
    information: &'a [Informed],
    /// What the force states that none came of, and what isn't asked therefore.
    none: &'a [NoneStated],
    /// One a requirement; superseded ones last.
    findings: Vec<FindingJson<'a>>,
    /// How many came out how. No figure sums them up: a score would hide gaps.
    counts: Counts,
    /// Where inputs don't agree.
    contradictions: &'a [Contradicted],
    /// Inspectors' own findings: beside the computed ones, never moving the gate.
    judgements: &'a Judgements,
    /// What has to be looked at again; nothing where that wasn't asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "&'a Stale"))]
    stale: Option<&'a Stale>,
    /// What is done about the gaps; nothing where there is no plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "ActionsJson<'a>"))]
    actions: Option<ActionsJson<'a>>,
    /// What bears on the whole, in words.
    notes: Vec<String>,
    /// The notes, for programs.
    caveats: &'a [Note],
    /// What the gate said; nothing where there is none.
    gate: Option<VerdictJson<'a>>,
}

/// How one arrangement stands.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "Standing", deny_unknown_fields))]
struct StandingJson<'a> {
    /// Its id.
    arrangement: &'a str,
    /// Its name in sentences.
    name: &'a str,
    /// Its name as a heading.
    title: &'a str,
    /// Whether it is one of those that come first.
    headline: bool,
    /// Whether no requirement rests on it.
    informative: bool,
    /// How far it stands. Weakest first.
    state: State,
    /// What is declared, where its basis is too weak.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "State"))]
    declared: Option<State>,
    /// How well that is backed.
    basis: Option<Basis>,
    /// The state in words.
    reason: String,
    /// The reason, for programs.
    stands: &'a Stands,
    /// Since when.
    since: Option<PartialDate>,
    /// Its details, as they are declared.
    details: &'a BTreeMap<FieldId, String>,
    /// What the force adds.
    note: Option<&'a str>,
    /// Where it comes from.
    evidence: &'a [Cited],
    /// Its table in the declaration, else the line of `[force]`.
    place: &'a Place,
}

impl<'a> AssessmentJson<'a> {
    /// An assessment of a run.
    pub(super) fn of(run: &Run, gated: &'a Gated) -> Self {
        let Gated { assessment: own, verdict, .. } = gated;
        Self {
            force: own.force.as_str(),
            name: own.name.as_deref(),
            note: own.note.as_deref(),
            kind: own.kind,
            attributes: &own.attributes,
            as_of: own.as_of,
            assessed_on: own.assessed_on,
            aside: Aside::of(run, gated),
            place: &own.place,
            inputs: &own.inputs,
            sources: &own.sources,
            arrangements: own.arrangements.iter().map(StandingJson::from).collect(),
            information: &own.information,
            none: &own.none,
            findings: own.findings.iter().map(FindingJson::from).collect(),
            counts: own.counts(),
            contradictions: &own.contradictions,
            judgements: &own.judgements,
            stale: own.stale.as_ref(),
            actions: ActionsJson::of(gated),
            notes: words::head_notes(own),
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
