//! The report for a terminal: what was checked, how it stands, the gaps, what to do next.

use std::cmp::Reverse;

use super::contradictions::contradictions;
use super::format::{Format, Look};
use super::gaps::{findings, silences};
use super::gate::{gate, judgements};
use super::layout::{Layout, Style};
use super::{summary, words};
use crate::assessment::{Assessment, Finding, Standing, Tally};
use crate::declaration::Input;
use crate::result::{CheckResult, Gated};
use crate::source::Fault;
use crate::standing::{Outcome, State, Strength, Words};

/// The format.
pub(super) const FORMAT: Format = Format {
    name: "table",
    about: "For a terminal: one force in full, several a line each",
    binary: false,
    render: table,
    companion: None,
    caveat: None,
};

fn table(result: &CheckResult, look: Look) -> Result<Vec<u8>, Fault> {
    let mut page = Layout::new(look.width, look.colour);
    match result.only() {
        Some(only) => one(&mut page, result, only, look.all),
        None => summary::summary(&mut page, result),
    }
    Ok(page.finish().into_bytes())
}

fn one(page: &mut Layout, result: &CheckResult, gated: &Gated, all: bool) {
    let assessment = &gated.assessment;
    head(page, result, assessment);
    strip(page, assessment);
    declared_gaps(page, gated);
    silences(page, gated, all);
    superseded(page, gated, all);
    judgements(page, assessment);
    contradictions(page, assessment);
    if all {
        rest(page, gated);
    }
    information(page, assessment);
    page.gap();
    next(page, result, assessment, all);
    gate(page, gated);
}

fn head(page: &mut Layout, result: &CheckResult, assessment: &Assessment) {
    let shown = assessment.name.as_deref().unwrap_or(&assessment.force);
    page.heading(&format!("{shown} ({}, {} force)", assessment.force, assessment.kind));
    page.paragraph("", &format!("Facts of {} from {}.", assessment.as_of, inputs(assessment)));
    if assessment.assessed_on != assessment.as_of {
        page.paragraph("", &format!("Assessed as at {}.", assessment.assessed_on));
    }
    if let Some(note) = &assessment.note {
        page.paragraph("", note);
    }
    if let Some(filter) = &result.run.filtered {
        page.paragraph("", &format!("Only {filter}."));
    }
    let counts = assessment.counts();
    page.gap();
    page.paragraph(
        "",
        &format!("States {} of {} arrangements.", counts.arrangements_stated, counts.arrangements),
    );
    let total = counts.in_force.total();
    let are = if total == 1 { "requirement is" } else { "requirements are" };
    page.paragraph("", &format!("{total} {are} in force: {}.", tally(&counts.in_force)));
    for (strength, of) in counts.by_strength.iter().rev().filter(|(_, of)| of.total() > 0) {
        let name = plural(*strength, of.total());
        page.paragraph("  ", &format!("{} {name}: {}", of.total(), tally(of)));
    }
    if counts.in_force.met > 0 {
        page.paragraph(
            "",
            &format!(
                "Of the {} met, {} rest on words found in their source, {} on a source whose words \
                 weren't checked, {} on assertion alone. Words back an arrangement as a whole.",
                counts.in_force.met,
                counts.met_on_quotes,
                counts.met_on_citations,
                counts.met_on_assertion
            ),
        );
    }
    if counts.assumed > 0 {
        let (rest, they) =
            if counts.assumed == 1 { ("rests", "it reaches") } else { ("rest", "they reach") };
        page.paragraph(
            "",
            &format!(
                "{} {rest} on an assumption about the force, since `[force]` doesn't state what \
                 decides whether {they} it.",
                counts.assumed
            ),
        );
    }
    let mut apart = Vec::new();
    if counts.superseded.total() > 0 {
        let tally = tally(&counts.superseded);
        apart.push(format!("{} superseded ({tally})", counts.superseded.total()));
    }
    if counts.not_in_force > 0 {
        apart.push(format!("{} not in force", counts.not_in_force));
    }
    if counts.not_applicable > 0 {
        apart.push(format!("{} not applicable", counts.not_applicable));
    }
    if !apart.is_empty() {
        page.paragraph("", &format!("Counted apart: {}.", apart.join("; ")));
    }
    for note in &assessment.notes {
        page.paragraph("Note: ", &words::note(note));
    }
}

/// The files that an assessment rests on; of several, each with its date.
fn inputs(assessment: &Assessment) -> String {
    let shown =
        |file: &str| if file == "-" { "standard input".to_owned() } else { file.to_owned() };
    match assessment.inputs.as_slice() {
        [] | [_] => shown(&assessment.place.file),
        several => {
            let dated = |input: &Input| match input.date {
                Some(date) => format!("{} ({date})", shown(&input.file)),
                None => format!("{} (undated)", shown(&input.file)),
            };
            several.iter().map(dated).collect::<Vec<_>>().join(", ")
        }
    }
}

/// "1 duty", "5 duties".
fn plural(strength: Strength, count: usize) -> &'static str {
    match (strength, count) {
        (Strength::Duty, 1) => "duty",
        (Strength::Duty, _) => "duties",
        (Strength::Commitment, 1) => "commitment",
        (Strength::Commitment, _) => "commitments",
        (Strength::Expectation, 1) => "expectation",
        (Strength::Expectation, _) => "expectations",
        (Strength::Power, 1) => "power",
        (Strength::Power, _) => "powers",
    }
}

/// "3 met, 8 partly met": the outcomes that occurred, strongest first.
fn tally(tally: &Tally) -> String {
    let parts: Vec<String> = Outcome::ALL
        .iter()
        .rev()
        .filter(|outcome| tally.count(**outcome) > 0)
        .map(|outcome| format!("{} {outcome}", tally.count(*outcome)))
        .collect();
    if parts.is_empty() { "none".to_owned() } else { parts.join(", ") }
}

fn strip(page: &mut Layout, assessment: &Assessment) {
    page.heading("Arrangements");
    let stated = |headline: bool| {
        let chosen = assessment.arrangements.iter().filter(move |standing| {
            standing.headline == headline && (headline || standing.state != State::NotStated)
        });
        chosen.collect::<Vec<&Standing>>()
    };
    for standings in [stated(true), stated(false)] {
        let names: Vec<String> = standings
            .iter()
            .map(|standing| format!("{}: {}", standing.name, standing.state))
            .collect();
        let pieces: Vec<(&str, Option<Style>)> = names
            .iter()
            .zip(&standings)
            .map(|(name, standing)| (name.as_str(), Some(Style::from(standing.state))))
            .collect();
        if !pieces.is_empty() {
            page.wrapped("  ", &pieces, " ·");
        }
    }
    let silent: Vec<&str> = assessment
        .arrangements
        .iter()
        .filter(|standing| !standing.headline && standing.state == State::NotStated)
        .map(|standing| &*standing.name)
        .collect();
    if !silent.is_empty() {
        page.aside("  not stated: ", &silent.join(", "));
    }
}

/// Gaps that the force itself declares: all but those that only aren't evidenced.
fn declared_gaps(page: &mut Layout, gated: &Gated) {
    let mut gaps: Vec<&Finding> = gated
        .assessment
        .findings
        .iter()
        .filter(|f| !f.superseded && f.outcome.is_gap() && f.outcome != Outcome::NotEvidenced)
        .collect();
    gaps.sort_by(|a, b| (b.strength, a.outcome).cmp(&(a.strength, b.outcome)));
    page.heading(&format!("Gaps in what the force declares: {}", gaps.len()));
    if gaps.is_empty() {
        page.paragraph("", "None.");
        return;
    }
    findings(page, gated, &gaps);
    page.aside(
        "",
        "Only a duty is law for the force. Against a strategy, and against what is read out of the Act, \
         a shortfall is a gap, not a breach.",
    );
}

/// What falls short of a superseded instrument: after everything in force, a few words each.
fn superseded(page: &mut Layout, gated: &Gated, all: bool) {
    let assessment = &gated.assessment;
    let mut gaps: Vec<&Finding> =
        assessment.findings.iter().filter(|f| f.superseded && f.outcome.is_gap()).collect();
    if gaps.is_empty() {
        return;
    }
    gaps.sort_by_key(|finding| finding.outcome == Outcome::NotEvidenced);
    let mut titles: Vec<&str> = gaps.iter().map(|f| &*f.instrument_title).collect();
    titles.dedup();
    page.heading(&format!("Gaps against what is superseded: {}", gaps.len()));
    page.paragraph("", &format!("Counted apart: {}.", titles.join("; ")));
    if all {
        findings(page, gated, &gaps);
        return;
    }
    for finding in gaps {
        page.paragraph("  ", &format!("{}: {}", finding.title, finding.outcome));
        page.aside("    ", &format!("{} ({})", words::why(finding), finding.requirement));
    }
}

/// What a report of gaps leaves out: what is met, and what wasn't assessed.
fn rest(page: &mut Layout, gated: &Gated) {
    let assessment = &gated.assessment;
    for outcome in [Outcome::Met, Outcome::NotApplicable, Outcome::NotInForce] {
        let chosen: Vec<&Finding> =
            assessment.findings.iter().filter(|finding| finding.outcome == outcome).collect();
        if chosen.is_empty() {
            continue;
        }
        let mut heading = outcome.to_string();
        if let Some(first) = heading.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        page.heading(&format!("{heading}: {}", chosen.len()));
        findings(page, gated, &chosen);
    }
}

fn information(page: &mut Layout, assessment: &Assessment) {
    let stated: Vec<&Standing> = assessment
        .arrangements
        .iter()
        .filter(|standing| standing.informative && standing.state != State::NotStated)
        .collect();
    if stated.is_empty() && assessment.information.is_empty() {
        return;
    }
    page.heading("For information: no requirement rests on these");
    for standing in stated {
        page.paragraph("  ", &words::state(&standing.stands));
    }
    for informed in &assessment.information {
        page.paragraph("  ", &informed.note);
    }
}

fn next(page: &mut Layout, result: &CheckResult, assessment: &Assessment, all: bool) {
    let worst = assessment
        .findings
        .iter()
        .filter(|finding| finding.outcome.is_gap() && !finding.superseded)
        .max_by_key(|finding| (finding.strength, Reverse(finding.outcome)));
    if let Some(worst) = worst {
        let words = ["explain", worst.requirement.as_str()];
        command(page, result, "Why, from which words, and what closes it:", &words, assessment);
    }
    if !all {
        command(page, result, "With what is met:", &["check", "--all"], assessment);
    }
}

/// A command on the same inputs to type next. What came from standard input can't be named again.
pub(super) fn command(
    page: &mut Layout,
    result: &CheckResult,
    what: &str,
    words: &[&str],
    assessment: &Assessment,
) {
    let mut files: Vec<String> = assessment.inputs.iter().map(|input| input.file.clone()).collect();
    if files.is_empty() {
        files.push(assessment.place.file.clone());
    }
    if files.iter().any(|file| file == "-") {
        return;
    }
    page.paragraph("", what);
    let words = ["msacheck"].iter().chain(words).map(|word| (*word).to_owned());
    let words: Vec<String> = words.chain(result.run.options.iter().cloned()).chain(files).collect();
    page.command(&words);
}
