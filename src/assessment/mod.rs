//! The engine: what a force declares, held against what is asked of it.
//!
//! [`assess`] is pure and total: no files, no clock, no terminal, and no input for which it fails.
//! States are one ordered chain (see [`crate::standing::State`]), and every evaluation is a minimum
//! or a maximum on it. What comes out, an [`Assessment`], is enough to render every report.

mod applicability;
mod because;
mod contradicted;
mod counts;
mod evaluate;
mod facts;
mod finding;
mod judged;
mod wording;
mod worth;

pub use applicability::{Reach, reach};
pub use because::{Because, Join};
pub use contradicted::Contradicted;
pub use counts::{Counts, Tally};
pub use finding::{Finding, Silence};
pub use judged::{Judged, Judgements};
pub use worth::{Known, weakest, worth};

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::declaration::{
    Clock, Declaration, Declared, Evidence, Input, SourceDocument, SourceId, Value,
};
use crate::rulebook::{
    Arrangement, ArrangementId, Confirmation, FieldId, ForceId, Requirement, Rulebook,
};
use crate::source::{Digest, Place};
use crate::standing::{Attribute, Basis, Day, ForceKind, PartialDate, State};
use facts::Facts;

/// All findings for one force at one date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessment {
    /// The id of the force.
    pub force: ForceId,
    /// Its name, where the declaration gives one.
    pub name: Option<String>,
    /// What a reader must know of the declaration as a whole.
    pub note: Option<String>,
    /// What kind of force it is.
    pub kind: ForceKind,
    /// What is stated of it.
    pub attributes: BTreeMap<Attribute, bool>,
    /// The day that the facts are of.
    pub as_of: Day,
    /// The day that was assessed: it picks the law.
    pub assessed_on: Day,
    /// The declaration's file, and the line of its `[force]`; of several, the latest.
    pub place: Place,
    /// Every file that it rests on, the latest first.
    pub inputs: Vec<Input>,
    /// The documents that its evidence is from.
    pub sources: Vec<Source>,
    /// Every arrangement that may be declared, the headline ones first.
    pub arrangements: Vec<Standing>,
    /// Quoted facts of no arrangement.
    pub information: Vec<Informed>,
    /// One finding a requirement: those in force first, then what is superseded.
    pub findings: Vec<Finding>,
    /// How many came out how.
    pub counts: Counts,
    /// Where the inputs don't agree, and which of them counts.
    pub contradictions: Vec<Contradicted>,
    /// What inspectors find themselves, beside the findings: no finding rests on it, and no gate.
    #[serde(default)]
    pub judgements: Judgements,
    /// Caveats and warnings that bear on the whole.
    pub notes: Vec<String>,
}

impl Assessment {
    /// The finding on a requirement, by its id such as `act-2015/s52-notify`.
    #[must_use]
    pub fn finding(&self, requirement: &str) -> Option<&Finding> {
        self.findings.iter().find(|finding| finding.requirement.as_str() == requirement)
    }
}

/// A document that evidence is from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The name by which evidence refers to it.
    pub source: SourceId,
    /// Its title.
    pub title: String,
    /// Its file, as the declaration names it.
    pub file: Option<String>,
    /// The SHA-256 of its bytes; nothing where it wasn't read.
    pub sha256: Option<Digest>,
    /// Its date.
    pub date: Option<PartialDate>,
}

/// How one arrangement stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// The arrangement.
    pub arrangement: ArrangementId,
    /// Its name in sentences.
    pub name: String,
    /// Its name as a heading.
    pub title: String,
    /// Whether it is one of those that come first.
    pub headline: bool,
    /// Whether no requirement rests on it: shown, never a gap.
    pub informative: bool,
    /// How far it stands at the assessment date.
    pub state: State,
    /// The state that is declared, where the gate asks for a better basis than it has: then it counts
    /// as not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub declared: Option<State>,
    /// How well that is backed; nothing where it isn't stated.
    pub basis: Option<Basis>,
    /// The state in words, with what limits it.
    pub reason: String,
    /// Since when, where that is stated.
    pub since: Option<PartialDate>,
    /// Its other details, as they are declared.
    pub details: BTreeMap<FieldId, String>,
    /// What the force adds in its own words.
    pub note: Option<String>,
    /// Where it comes from.
    pub evidence: Vec<Cited>,
    /// Its table in the declaration, else the line of `[force]`.
    pub place: Place,
}

/// A piece of evidence as reports show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cited {
    /// The id of the source.
    pub source: SourceId,
    /// Its title.
    pub title: String,
    /// The quoted words.
    pub quote: Option<String>,
    /// Whether the words were found.
    pub basis: Basis,
    /// The file, line and column in which they were found.
    pub place: Option<Place>,
    /// The page that the declaration names.
    pub page: Option<i64>,
    /// The line that the declaration names.
    pub line: Option<i64>,
    /// The date of what is evidenced, else of its source.
    pub date: Option<PartialDate>,
}

/// A quoted fact of no arrangement, as reports show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Informed {
    /// What it is.
    pub note: String,
    /// Where it comes from.
    pub evidence: Vec<Cited>,
    /// Its table in the declaration.
    pub place: Place,
}

/// Assesses a declaration. `assessed_on` picks the law; without it, the day of the facts does.
#[must_use]
pub fn assess(
    rulebook: &Rulebook,
    declaration: &Declaration,
    assessed_on: Option<Day>,
) -> Assessment {
    let facts = facts(rulebook, declaration, assessed_on);
    let clock = facts.clock();
    let mut findings: Vec<Finding> =
        rulebook.by_id().filter_map(|versions| finding::find(rulebook, &facts, versions)).collect();
    // Stable: within each part they stay in the order of the rulebook.
    findings.sort_by_key(|finding| finding.superseded);
    let arrangements: Vec<Standing> = rulebook
        .vocabulary()
        .arrangements()
        .iter()
        .map(|arrangement| standing(&facts, arrangement))
        .collect();
    let counts = Counts::of(&arrangements, &findings);
    let force = &declaration.force;
    Assessment {
        force: force.id.clone(),
        name: force.name.clone(),
        note: force.note.clone(),
        kind: force.kind,
        attributes: force.attributes.clone(),
        as_of: clock.facts,
        assessed_on: clock.assessed,
        place: declaration.text.place(force.span.start),
        inputs: declaration.inputs.clone(),
        sources: declaration.sources.iter().map(source).collect(),
        contradictions: contradicted::all(rulebook, declaration),
        judgements: Judgements::default(),
        arrangements,
        information: declaration
            .information
            .iter()
            .map(|information| Informed {
                note: information.note.clone(),
                evidence: cited(declaration, &information.evidence),
                place: information.text.place(information.span.start),
            })
            .collect(),
        findings,
        counts,
        notes: notes(rulebook, &facts),
    }
}

/// Holds one requirement, given in all its versions, against a declaration; `None` where no version
/// is given or its instrument isn't in the rulebook.
#[must_use]
pub fn assess_one(
    rulebook: &Rulebook,
    versions: &[Requirement],
    declaration: &Declaration,
    assessed_on: Option<Day>,
) -> Option<Finding> {
    finding::find(rulebook, &facts(rulebook, declaration, assessed_on), versions)
}

fn facts<'a>(
    rulebook: &'a Rulebook,
    declaration: &'a Declaration,
    assessed_on: Option<Day>,
) -> Facts<'a> {
    let facts = declaration.force.as_of;
    let clock = Clock { facts, assessed: assessed_on.unwrap_or(facts) };
    Facts::new(declaration, rulebook.vocabulary(), clock)
}

fn source(document: &SourceDocument) -> Source {
    Source {
        source: document.id.clone(),
        title: document.title.clone(),
        file: document.file.clone(),
        sha256: document.text.as_ref().map(|text| text.text().digest()),
        date: document.date,
    }
}

fn standing(facts: &Facts<'_>, arrangement: &Arrangement) -> Standing {
    let id = arrangement.id.as_str();
    let declared = facts.on(id);
    let details = declared.iter().flat_map(|declared| &declared.fields);
    Standing {
        arrangement: arrangement.id.clone(),
        name: arrangement.name.clone(),
        title: arrangement.title.clone(),
        headline: arrangement.headline,
        informative: arrangement.informative,
        state: facts.state_of(id),
        declared: declared.and_then(|declared| declared.unbacked),
        basis: facts.basis(id),
        reason: wording::state(arrangement, declared, facts.clock()),
        since: declared.and_then(Declared::since),
        details: details
            .filter(|(field, _)| field.as_str() != "since")
            .map(|(field, value)| (field.clone(), value.value.to_string()))
            .collect(),
        note: declared.and_then(|declared| declared.note.clone()),
        evidence: declared
            .map(|declared| cited(facts.declaration(), &declared.evidence))
            .unwrap_or_default(),
        place: facts.place(id, None),
    }
}

fn cited(declaration: &Declaration, evidence: &[Evidence]) -> Vec<Cited> {
    evidence
        .iter()
        .map(|piece| {
            let document = declaration.sources.iter().find(|source| source.id == piece.source);
            Cited {
                source: piece.source.clone(),
                title: document.map(|document| document.title.clone()).unwrap_or_default(),
                quote: piece.quote.clone(),
                basis: piece.basis(),
                place: piece.found.clone(),
                page: piece.page.or_else(|| piece.found.as_ref()?.page.map(i64::from)),
                line: piece.line,
                date: piece.date.or_else(|| document.and_then(|document| document.date)),
            }
        })
        .collect()
}

/// What must be known of the dates of inputs.
fn dates(inputs: &[Input], facts: Day) -> Vec<String> {
    let any = inputs.iter().any(|input| input.date.is_some());
    let note = |input: &Input| {
        let file = &input.file;
        match input.date {
            None if any => {
                Some(format!("`{file}` says no date: it counts as older than what has one"))
            }
            None => Some(format!("`{file}` says no date: its facts are taken to be of {facts}")),
            Some(PartialDate::Day(_)) => None,
            Some(date) => Some(format!("`{file}` says {date}: of that, the last day is taken")),
        }
    };
    inputs.iter().filter_map(note).collect()
}

fn notes(rulebook: &Rulebook, facts: &Facts<'_>) -> Vec<String> {
    let clock = facts.clock();
    let mut notes = dates(&facts.declaration().inputs, clock.facts);
    if clock.assessed != clock.facts {
        notes.push(format!(
            "the facts are of {}: nothing says that they held on {}, the day assessed",
            clock.facts, clock.assessed
        ));
    }
    for source in &facts.declaration().sources {
        if let Some(file) = source.file.as_ref().filter(|_| source.text.is_none()) {
            notes.push(format!(
                "`{file}` wasn't read: what is quoted from it is cited, its words weren't checked"
            ));
        }
    }
    for instrument in rulebook.instruments() {
        if let Some(read_until) = instrument.read_until.filter(|until| clock.assessed > *until) {
            notes.push(format!(
                "{}: read as it stood on {read_until}; later changes aren't taken into account",
                instrument.title
            ));
        }
    }
    let later = |date: PartialDate| clock.latest(date) > clock.assessed;
    for (struck, title) in rulebook.struck() {
        let Confirmation { requirement, at, by, date, reason, .. } = struck;
        let reason = reason.as_deref().unwrap_or_default();
        notes.push(format!(
            "{requirement} ({title}) is switched off: {reason} ({at}; {by}, {date})"
        ));
    }
    let unbacked: Vec<String> = facts
        .declaration()
        .declared
        .iter()
        .filter_map(|(id, declared)| {
            let state = declared.unbacked?;
            Some(format!("{id} ({state}, {})", declared.basis()))
        })
        .collect();
    if !unbacked.is_empty() {
        notes.push(format!(
            "the gate asks for a better basis than these have, so that they count as not stated: {}",
            unbacked.join(", ")
        ));
    }
    for (id, declared) in &facts.declaration().declared {
        if let Some(since) = declared.since().filter(|since| later(*since)) {
            notes.push(format!(
                "{id}: since {since}, which is or may be after {}; it counts as not stated",
                clock.assessed
            ));
            continue;
        }
        for (field, value) in &declared.fields {
            if let Value::Date(date) = value.value
                && later(date)
            {
                notes.push(format!(
                    "{id}: {} {date} is or may be after {}; where it must be recent, it counts as \
                     not stated",
                    field.words(),
                    clock.assessed
                ));
            }
        }
    }
    notes
}
