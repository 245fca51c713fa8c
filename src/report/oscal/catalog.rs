//! The rules as an OSCAL catalog: a group an instrument, a control a requirement.

use serde_json::{Value, json};

use super::super::json::{Spacing, no_json, text};
use super::super::prose::full_stop;
use super::super::rules::period;
use super::notation::{control, metadata, objective, paragraphs, props, prose, put, token, uuid};
use crate::rulebook::{Instrument, Need, Requirement, Rulebook, pack_digest};
use crate::source::Fault;
use crate::standing::Day;

/// The rules as an OSCAL catalog, in JSON. Of a requirement that has several versions the last is the
/// control; the others stand in it as statements.
///
/// # Errors
///
/// None in practice: every rule has a JSON form.
pub fn oscal_catalog(rulebook: &Rulebook) -> Result<String, Fault> {
    let digest = pack_digest(rulebook.files()).to_string();
    let days = rulebook.instruments().iter().map(|one| one.read_until.unwrap_or(one.from));
    let modified = days.max().unwrap_or(Day::ZERO);
    let groups: Vec<Value> =
        rulebook.instruments().iter().map(|one| group(rulebook, one)).collect();
    let mut catalog = json!({
        "uuid": uuid(&["catalog", &digest]),
        "metadata": metadata(
            "What is asked of police forces in England and Wales against modern slavery",
            modified,
            env!("CARGO_PKG_VERSION"),
            props([("rules-sha256", digest.clone())]),
            "Read out of the instruments by this project, in its own words. Its date is the last on \
             which an instrument was read. A control's derivation says whether words of its source ask \
             it, its warrant whether these were read.",
        ),
    });
    put(&mut catalog, "groups", groups);
    text(&json!({ "catalog": catalog }), Spacing::Indented).map_err(|error| no_json(&error))
}

fn group(rulebook: &Rulebook, instrument: &Instrument) -> Value {
    let superseded = instrument.superseded.as_ref();
    let mut group = json!({
        "id": token(instrument.id.as_str()),
        "class": "instrument",
        "title": prose(&instrument.title),
        "props": props([
            ("law", if instrument.law { "yes" } else { "no" }.to_owned()),
            ("from", instrument.from.to_string()),
            ("read-until", instrument.read_until.map(|day| day.to_string()).unwrap_or_default()),
            ("superseded", superseded.map(|(on, by)| format!("on {on} by {by}")).unwrap_or_default()),
        ]),
    });
    let note = instrument.note.iter().map(|note| {
        json!({
            "id": format!("{}_ovw", token(instrument.id.as_str())),
            "name": "overview",
            "prose": prose(note),
        })
    });
    put(&mut group, "parts", note.collect());
    let own = rulebook
        .by_id()
        .filter(|versions| versions.first().is_some_and(|first| first.instrument == instrument.id));
    put(&mut group, "controls", own.filter_map(|versions| one(rulebook, versions)).collect());
    group
}

fn one(rulebook: &Rulebook, versions: &[Requirement]) -> Option<Value> {
    let requirement = versions.last()?;
    let id = control(requirement.id.as_str());
    let bearers: Vec<String> = requirement.bearer.iter().map(ToString::to_string).collect();
    let confirmed = rulebook.confirmation_of(&requirement.id).map(|row| row.at.clone());
    let statements = versions.iter().rev().enumerate().map(|(before, version)| {
        let suffix = if before == 0 { String::new() } else { format!(".{before}") };
        json!({
            "id": format!("{id}_smt{suffix}"),
            "name": "statement",
            "prose": prose(&format!("{} {}.", full_stop(&version.title), period(version))),
        })
    });
    let mut parts: Vec<Value> = statements.collect();
    let mut asks = vec!["All of:".to_owned()];
    requirement.needs.iter().for_each(|need| write_need(&mut asks, need, ""));
    parts.push(json!({
        "id": objective(requirement.id.as_str()),
        "name": "assessment-objective",
        "prose": paragraphs(asks),
    }));
    let guidance = [
        Some(format!("What closes a gap: {}", requirement.remedy)),
        requirement.evidence.as_ref().map(|text| format!("Evidence that would do: {text}")),
        requirement.note.as_ref().map(|text| format!("How it is read: {text}")),
    ];
    parts.push(json!({
        "id": format!("{id}_gdn"),
        "name": "guidance",
        "prose": paragraphs(guidance.into_iter().flatten()),
    }));
    Some(json!({
        "id": id,
        "class": "requirement",
        "title": prose(&requirement.title),
        "props": props([
            ("requirement", requirement.id.to_string()),
            ("strength", requirement.strength.to_string()),
            ("borne-by", bearers.join(", ")),
            ("provision", requirement.provision.to_string()),
            ("citation", requirement.citation.clone()),
            ("derivation", requirement.derivation.to_string()),
            ("warrant", requirement.warrant.to_string()),
            ("confirmed-at", confirmed.unwrap_or_default()),
            ("reaches", requirement.applies_to.to_string()),
            ("from", requirement.from.to_string()),
            ("until", requirement.until.map(|day| day.to_string()).unwrap_or_default()),
        ]),
        "parts": parts,
    }))
}

/// A need as paragraphs, numbered as an outline is.
fn write_need(out: &mut Vec<String>, need: &Need, within: &str) {
    let (said, of) = match need {
        Need::Ask(ask) => (ask.to_string(), None),
        Need::All(of) => ("all of:".to_owned(), Some(of)),
        Need::Any(of) => ("any of:".to_owned(), Some(of)),
        Need::AtLeast { count, of } => (format!("at least {count} of:"), Some(of)),
    };
    out.push(format!("{within}– {said}"));
    let deeper = format!("{within}– ");
    of.into_iter().flat_map(|of| of.iter()).for_each(|need| write_need(out, need, &deeper));
}
