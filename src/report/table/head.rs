//! What stands above the findings of a force: what was checked, as at when, and how it came out.

use super::super::actions;
use super::super::aside::Aside;
use super::super::layout::TerminalPage;
use super::super::lede::papers;
use super::super::outline::{ReportOutline, STRONGEST_FIRST};
use super::super::shortfall::name_in;
use super::super::words::{many, none_came, none_stated, note, plural};
use crate::assessment::Tally;
use crate::result::CheckResult;
use crate::standing::Words as _;

/// What was checked, and how much of it came out how.
pub(super) fn head(page: &mut TerminalPage, result: &CheckResult, outline: &ReportOutline<'_>) {
    let assessment = &outline.gated.assessment;
    page.heading(&format!(
        "{} ({}, {} force)",
        name_in(assessment),
        assessment.force,
        assessment.kind
    ));
    page.paragraph("", &format!("Facts of {} from {}.", assessment.as_of, papers(assessment)));
    if assessment.assessed_on != assessment.as_of {
        page.paragraph("", &format!("Assessed as at {}.", assessment.assessed_on));
    }
    if let Some(note) = &assessment.note {
        page.paragraph("", note);
    }
    if let Some(filter) = &result.run.filtered {
        page.paragraph("", &format!("Only {filter}."));
    }
    let counts = &outline.counts;
    page.gap();
    page.paragraph(
        "",
        &format!("States {} of {} arrangements.", counts.arrangements_stated, counts.arrangements),
    );
    let total = many(counts.in_force.total(), "requirement is", "requirements are");
    page.paragraph("", &format!("{total} in force: {}.", tally(&counts.in_force)));
    for (strength, of) in counts.by_strength.iter().rev().filter(|(_, of)| of.total() > 0) {
        let counted = many(of.total(), strength.word(), plural(*strength));
        page.paragraph("  ", &format!("{counted}: {}", tally(of)));
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
        let none = none_came(counts);
        apart.push(format!("{} not applicable{none}", counts.not_applicable));
    }
    if !apart.is_empty() {
        page.paragraph("", &format!("Counted apart: {}.", apart.join("; ")));
    }
    if let Some(aside) = Aside::of(&result.run, outline.gated).line_beside_counts() {
        page.paragraph("", &aside);
    }
    if let Some(plan) = actions::counted(outline.gated) {
        page.paragraph("", &plan);
    }
    for one in none_stated(assessment) {
        page.paragraph("", &one);
    }
    for one in &assessment.notes {
        page.paragraph("Note: ", &note(one));
    }
}

/// "3 met, 8 partly met": the outcomes that occurred, strongest first.
pub(super) fn tally(tally: &Tally) -> String {
    let parts: Vec<String> = STRONGEST_FIRST
        .iter()
        .filter(|outcome| tally.count(**outcome) > 0)
        .map(|outcome| format!("{} {outcome}", tally.count(*outcome)))
        .collect();
    if parts.is_empty() { "none".to_owned() } else { parts.join(", ") }
}
