//! The report for a terminal: what was checked, how it stands, the gaps, what to do next.

mod aged;
mod gaps;
mod gate;
mod head;
mod next;
mod plan;
mod screen;
mod summary;

use super::contradictions::contradictions;
use super::format::{Extent, ReportFormat, ReportOptions};
use super::layout::TerminalPage;
use super::outline::{ReportOutline, Section};
use crate::assessment::{Assessment, Standing};
use crate::report::words;
use crate::result::{CheckResult, Gated};
use crate::source::Fault;
use crate::standing::State;

/// The format.
pub(super) const FORMAT: ReportFormat = ReportFormat::text(
    "table",
    "For a terminal: one force on a screen, several a line each",
    table,
);

fn table(result: &CheckResult, options: ReportOptions) -> Result<Vec<u8>, Fault> {
    let mut page = TerminalPage::new(options.width, options.colour);
    match result.only() {
        Some(only) if options.all || options.extent == Some(Extent::Whole) => {
            one(&mut page, result, only, options.all);
        }
        Some(only) => screen::screen(&mut page, result, &ReportOutline::of(only)),
        None => summary::summary(&mut page, result),
    }
    Ok(page.finish().into_bytes())
}

fn one(page: &mut TerminalPage, result: &CheckResult, gated: &Gated, all: bool) {
    let assessment = &gated.assessment;
    let outline = ReportOutline::of(gated);
    head::head(page, result, &outline);
    strip(page, &outline);
    declared_gaps(page, &outline);
    gaps::silences(page, &outline, all);
    superseded(page, &outline, all);
    aged::aged(page, assessment);
    gate::judgements(page, assessment);
    plan::plan(page, gated);
    contradictions(page, assessment);
    if all {
        rest(page, &outline);
    }
    information(page, assessment);
    gate::gate(page, gated);
    page.gap();
    next::next(page, result, &outline, all);
}

/// How each arrangement stands, in a few rows.
fn strip(page: &mut TerminalPage, outline: &ReportOutline<'_>) {
    page.heading("Arrangements");
    for standings in [&outline.headline, &outline.stated] {
        screen::strip(page, standings);
    }
    if !outline.unstated.is_empty() {
        page.aside("  not stated: ", &outline.unstated.join(", "));
    }
}

/// Gaps that the force itself declares: all but those that only aren't evidenced.
fn declared_gaps(page: &mut TerminalPage, outline: &ReportOutline<'_>) {
    let gaps = outline.findings(Section::Declared);
    page.heading(&Section::Declared.heading(gaps.len()));
    if gaps.is_empty() {
        page.paragraph("", "None.");
        return;
    }
    gaps::findings(page, outline.gated, &gaps);
    page.aside("", Section::Declared.caution());
}

/// What falls short of a superseded instrument: after everything in force, a few words each.
fn superseded(page: &mut TerminalPage, outline: &ReportOutline<'_>, all: bool) {
    let gaps = outline.findings(Section::Superseded);
    if gaps.is_empty() {
        return;
    }
    let mut titles: Vec<&str> = Vec::new();
    for title in gaps.iter().map(|finding| &*finding.instrument_title) {
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    page.heading(&Section::Superseded.heading(gaps.len()));
    page.paragraph("", &format!("Counted apart: {}.", titles.join("; ")));
    if all {
        gaps::findings(page, outline.gated, &gaps);
        return;
    }
    for finding in gaps {
        page.paragraph("  ", &format!("{}: {}", finding.title, finding.outcome));
        page.aside("    ", &format!("{} ({})", words::why(finding), finding.requirement));
    }
}

/// What a report of gaps leaves out: what is met, and what wasn't assessed.
fn rest(page: &mut TerminalPage, outline: &ReportOutline<'_>) {
    for section in Section::REST {
        let chosen = outline.findings(section);
        if !chosen.is_empty() {
            page.heading(&section.heading(chosen.len()));
            gaps::findings(page, outline.gated, &chosen);
        }
    }
}

fn information(page: &mut TerminalPage, assessment: &Assessment) {
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
