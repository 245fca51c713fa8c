//! The rules themselves: lists of them, and one in full.

use serde::Serialize;

use super::json::{Spacing, text};
use super::layout::{TableColumn, TerminalPage};
use super::prose::capital;
use super::words::how_sure;
use crate::rulebook::{Arrangement, Instrument, Need, Requirement, RequirementId, Rule, Rulebook};
use crate::standing::{Day, Words};

/// Lists requirements, a line each; versions of one on lines of their own.
pub fn list_requirements(page: &mut TerminalPage, requirements: &[&Requirement]) {
    let columns = [TableColumn::new("Requirement", 42, 60), TableColumn::new("Title", 24, 110)];
    let rows = requirements.iter().map(|requirement| {
        let Rule { title, strength, derivation, warrant, .. } = &*requirement.rule;
        let facts = format!("{strength}, {derivation}, {warrant}, {}", period(requirement));
        vec![requirement.id.to_string().into(), format!("{title}\n({facts})").into()]
    });
    page.table(&columns, rows.collect());
    let count = requirements.len();
    page.aside("", &format!("{count} in all. One in full: msacheck rules show REQUIREMENT"));
}

/// Shows one requirement with its source; its other versions in a line each.
pub fn show_requirement(
    page: &mut TerminalPage,
    rulebook: &Rulebook,
    versions: &[Requirement],
    from: Option<Day>,
) {
    let chosen = versions.iter().find(|version| Some(version.from) == from);
    let Some(requirement) = chosen.or(versions.last()) else { return };
    page.heading(&requirement.title);
    page.paragraph("", requirement.id.as_str());
    page.gap();
    page.paragraph("Source:     ", &requirement.citation);
    if let Some(provision) = rulebook.provision_of(requirement) {
        let mut facts = vec![provision.heading.clone()];
        facts.extend(provision.pages.as_deref().map(on_pages));
        facts.extend(provision.extent.as_ref().map(|extent| format!("extent: {extent}")));
        facts.extend(provision.from.map(|from| format!("from {from}")));
        facts.extend(provision.until.map(|until| format!("until {until}")));
        facts.extend(provision.commenced_by.as_ref().map(|by| format!("commenced by {by}")));
        page.paragraph("Provision:  ", &format!("{}: {}", provision.id, facts.join("; ")));
    }
    let bearers: Vec<&str> = requirement.bearer.iter().map(|bearer| bearer.word()).collect();
    page.paragraph(
        "Strength:   ",
        &format!("{}, borne by {}", requirement.strength, bearers.join(", ")),
    );
    page.paragraph("How sure:   ", &how_sure(&requirement.rule));
    if let Some(row) = rulebook.confirmation_of(&requirement.id) {
        let quote = row.quote.as_ref().map(|quote| format!("“{quote}”, ")).unwrap_or_default();
        page.paragraph("Confirmed:  ", &format!("{quote}{} ({}, {})", row.at, row.by, row.date));
    }
    page.paragraph("In force:   ", &period(requirement));
    page.paragraph("Reaches:    ", &requirement.applies_to.to_string());
    reached(page, rulebook, requirement);
    for (measure, words) in &requirement.words {
        page.paragraph("Its words:  ", &format!("“{words}”, for `{measure}`"));
    }
    page.paragraph("Asks:       ", "all of these");
    requirement.needs.iter().for_each(|need| show_need(page, need, 1));
    page.paragraph("Remedy:     ", &requirement.remedy);
    if let Some(evidence) = &requirement.evidence {
        page.paragraph("Evidence:   ", evidence);
    }
    if let Some(note) = &requirement.note {
        page.paragraph("Note:       ", note);
    }
    if let Some(instrument) = rulebook.instrument(requirement.instrument.as_str()) {
        if !instrument.law {
            page.paragraph("", "A shortfall is a gap, not a breach: a strategy isn't law.");
        }
        if let Some((on, by)) = &instrument.superseded {
            page.paragraph("", &format!("Superseded by {by} on {on}."));
        }
    }
    let former: Vec<&str> = requirement.former.renamed.iter().map(RequirementId::as_str).collect();
    if !former.is_empty() {
        page.paragraph("Formerly:   ", &former.join(", "));
    }
    let split: Vec<&str> = requirement.former.split.iter().map(RequirementId::as_str).collect();
    if !split.is_empty() {
        page.paragraph("Split from: ", &split.join(", "));
    }
    for other in versions.iter().filter(|version| version.from != requirement.from) {
        page.paragraph("Other version: ", &format!("{}: {}", period(other), other.title));
    }
}

/// Whom the term means by which it reaches them, and what it waits for.
fn reached(page: &mut TerminalPage, rulebook: &Rulebook, requirement: &Requirement) {
    let applies = &requirement.applies_to;
    let vocabulary = rulebook.vocabulary();
    if let Some(reach) = applies.reach.as_ref().and_then(|id| vocabulary.reach(id.as_str())) {
        page.paragraph("  ", &format!("{} ({})", capital(&reach.title), reach.citation));
        for row in &reach.kinds {
            let whether = if row.reached { "as" } else { "not reached:" };
            let within = row.within.as_ref().map(|within| format!(", in {within} only"));
            let within = within.unwrap_or_default();
            let said = format!("{whether} {}{within} ({})", row.who, row.citation);
            page.paragraph(&format!("    {}: ", row.kind), &said);
        }
        if let Some(note) = &reach.note {
            page.paragraph("    ", note);
        }
    }
    let waits = applies.arises_on.as_ref().map(|arising| &arising.event);
    if let Some(event) = waits.and_then(|id| vocabulary.event(id.as_str())) {
        page.paragraph("Waits for:  ", &format!("{} ({})", event.title, event.citation));
        let time = match event.months {
            Some(months) => format!("in the {months} months before"),
            None => format!("since {}", event.from),
        };
        page.paragraph(
            "  ",
            &format!(
                "Where the force shows that none came {time} (`[[force.none]]`, of = \"{}\"), it isn't \
                 asked.",
                event.id
            ),
        );
        if let Some(note) = &event.note {
            page.paragraph("  ", note);
        }
    }
}

/// Pages as a citation names them.
pub(super) fn on_pages(pages: &str) -> String {
    match pages.chars().next() {
        Some(first) if !first.is_ascii_digit() => format!("pages {pages}"),
        _ if pages.contains(['–', '-', ',']) => format!("pp. {pages}"),
        _ => format!("p. {pages}"),
    }
}

pub(super) fn period(requirement: &Requirement) -> String {
    match requirement.until {
        Some(until) => format!("from {} until {until}", requirement.from),
        None => format!("from {}", requirement.from),
    }
}

fn show_need(page: &mut TerminalPage, need: &Need, depth: usize) {
    let lead = format!("{}- ", "  ".repeat(depth));
    let (text, of) = match need {
        Need::Ask(ask) => (ask.to_string(), None),
        Need::All(of) => ("all of these".to_owned(), Some(of)),
        Need::Any(of) => ("any of these".to_owned(), Some(of)),
        Need::AtLeast { count, of } => (format!("at least {count} of these"), Some(of)),
    };
    page.paragraph(&lead, &text);
    of.into_iter().flat_map(|of| of.iter()).for_each(|need| show_need(page, need, depth + 1));
}

/// Shows an arrangement: the question, its details, and what rests on it.
pub fn show_arrangement(page: &mut TerminalPage, rulebook: &Rulebook, arrangement: &Arrangement) {
    page.heading(&arrangement.title);
    page.paragraph("", &format!("Arrangement `{}`", arrangement.id));
    page.gap();
    page.paragraph("", &arrangement.question);
    if let Some(about) = &arrangement.about {
        page.paragraph("", about);
    }
    for limit in &arrangement.limits {
        page.paragraph("", &format!("Where {limit}, it is at most partial."));
    }
    if arrangement.informative {
        page.paragraph("", "For information only: no requirement rests on it.");
    }
    page.heading("Details");
    for field in &arrangement.fields {
        page.paragraph(
            &format!("  {}: ", field.id),
            &format!("{} ({})", field.question, field.kind),
        );
    }
    let resting: Vec<&Requirement> = rulebook
        .requirements()
        .iter()
        .filter(|requirement| requirement.rests_on(arrangement.id.as_str()))
        .collect();
    page.heading(&format!("Requirements that rest on it: {}", resting.len()));
    for requirement in resting {
        page.paragraph(
            "  ",
            &format!("{}: {} ({})", requirement.id, requirement.title, period(requirement)),
        );
    }
}

/// Shows an instrument: what was read of it, and its requirements.
pub fn show_instrument(page: &mut TerminalPage, rulebook: &Rulebook, instrument: &Instrument) {
    page.heading(&instrument.title);
    page.paragraph("", &format!("Instrument `{}`, from {}", instrument.id, instrument.from));
    if let Some((on, by)) = &instrument.superseded {
        page.paragraph("", &format!("Superseded by {by} on {on}."));
    }
    if let Some(until) = instrument.read_until {
        page.paragraph("", &format!("Read as it stood on {until}."));
    }
    for source in &instrument.sources {
        let read = format!("{}: read as it stood on {}.", source.title, source.until);
        page.paragraph("", &read);
    }
    if let Some(note) = &instrument.note {
        page.gap();
        page.paragraph("", note);
    }
    page.gap();
    let of: Vec<&Requirement> =
        rulebook.requirements().iter().filter(|r| r.instrument == instrument.id).collect();
    list_requirements(page, &of);
}

#[derive(Serialize)]
struct Listed<'a> {
    requirement: &'a str,
    instrument: &'a str,
    title: &'a str,
    provision: &'a str,
    citation: &'a str,
    strength: &'static str,
    derivation: &'static str,
    warrant: &'static str,
    bearer: Vec<&'static str>,
    from: Day,
    until: Option<Day>,
    applies_to: String,
    needs: Vec<String>,
    remedy: &'a str,
    evidence: Option<&'a str>,
    note: Option<&'a str>,
}

#[derive(Serialize)]
struct List<'a> {
    schema: &'static str,
    requirements: Vec<Listed<'a>>,
}

/// Requirements as JSON.
///
/// # Errors
///
/// None in practice: every part of a requirement has a JSON form.
pub fn rules_json(requirements: &[&Requirement]) -> serde_json::Result<String> {
    let requirements = requirements
        .iter()
        .map(|requirement| Listed {
            requirement: requirement.id.as_str(),
            instrument: requirement.instrument.as_str(),
            title: &requirement.title,
            provision: requirement.provision.as_str(),
            citation: &requirement.citation,
            strength: requirement.strength.word(),
            derivation: requirement.derivation.word(),
            warrant: requirement.warrant.word(),
            bearer: requirement.bearer.iter().map(|bearer| bearer.word()).collect(),
            from: requirement.from,
            until: requirement.until,
            applies_to: requirement.applies_to.to_string(),
            needs: requirement.needs.iter().map(ToString::to_string).collect(),
            remedy: &requirement.remedy,
            evidence: requirement.evidence.as_deref(),
            note: requirement.note.as_deref(),
        })
        .collect();
    text(&List { schema: "msacheck/rules/1", requirements }, Spacing::Indented)
}
