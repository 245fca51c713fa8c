//! One force in Markdown.

use std::fmt::Write as _;

use super::super::actions;
use super::super::aside::Aside;
use super::super::outline::{ReportOutline, STRONGEST_FIRST, Section, Tallied};
use super::super::prose::{capital, full_stop};
use super::super::rulings::{FAILS, NO_GATE, sentence};
use super::super::shortfall::{Shortfall, name, of_force};
use super::super::words::{behind, file};
use super::arrangements::arrangements;
use super::beside;
use super::blocks::{folded, heading};
use super::escape::escape;
use super::findings::{gaps, short_table};
use crate::assessment::Finding;
use crate::report::words;
use crate::result::{Gated, Run};

/// Everything on one force, its heading being of a level.
pub(super) fn section(out: &mut String, run: &Run, gated: &Gated, all: bool, level: usize) {
    let assessment = &gated.assessment;
    let outline = ReportOutline::of(gated);
    head(out, run, gated, level);
    counts(out, &outline);
    for said in words::none_stated(assessment) {
        let _ = write!(out, "\n{}\n", escape(&said));
    }
    for note in &assessment.notes {
        let _ = write!(out, "\nNote: {}\n", escape(&full_stop(&words::note(note))));
    }
    let level = level + 1;
    failing(out, gated, level);
    if let Some(verdict) = &gated.verdict {
        beside::gate(out, verdict, level);
    }
    let declared = outline.findings(Section::Declared);
    heading(out, level, &Section::Declared.heading(declared.len()));
    if declared.is_empty() {
        out.push_str("None.\n");
    } else {
        gaps(out, gated, &declared);
        let _ = write!(out, "\n{}\n", Section::Declared.caution());
    }
    for (section, summary) in
        [(Section::Silent, "What the inputs don't state"), (Section::Superseded, "Counted apart")]
    {
        let findings = outline.findings(section);
        if !findings.is_empty() {
            heading(out, level, &section.heading(findings.len()));
            folded(out, summary, |out| short_table(out, gated, &findings));
        }
    }
    beside::aged(out, gated, level);
    beside::judgements(out, gated, level);
    beside::plan(out, gated, level);
    beside::contradictions(out, gated, level);
    heading(out, level, "Arrangements");
    arrangements(out, &outline);
    for section in Section::REST.into_iter().filter(|_| all) {
        let findings = outline.findings(section);
        if !findings.is_empty() {
            heading(out, level, &section.heading(findings.len()));
            short_table(out, gated, &findings);
        }
    }
    beside::information(out, gated, level);
}

/// What was checked, as at when, and what the gate says.
fn head(out: &mut String, run: &Run, gated: &Gated, level: usize) {
    let assessment = &gated.assessment;
    let hashes = "#".repeat(level);
    let _ = write!(out, "{hashes} {}: modern slavery\n\n", escape(name(gated)));
    let files: Vec<String> =
        assessment.inputs.iter().map(|input| escape(file(&input.file))).collect();
    let _ = write!(out, "Facts of {} from {}.", assessment.as_of, files.join(", "));
    if assessment.assessed_on != assessment.as_of {
        let _ = write!(out, " Assessed as at {}.", assessment.assessed_on);
    }
    out.push_str("\n\n");
    if let Some(note) = &assessment.note {
        let _ = write!(out, "Note: {}\n\n", escape(note));
    }
    let _ = match &gated.verdict {
        None => write!(out, "{}.\n\n", capital(NO_GATE)),
        Some(verdict) => write!(out, "**{}**\n\n", escape(&sentence(verdict))),
    };
    if let Some(aside) = Aside::of(run, gated).line() {
        let _ = write!(out, "{}\n\n", escape(&aside));
    }
    if let Some(plan) = actions::counted(gated) {
        let _ = write!(out, "{}\n\n", escape(&plan));
    }
}

fn counts(out: &mut String, outline: &ReportOutline<'_>) {
    let counts = &outline.counts;
    let _ = write!(
        out,
        "States {} of {} arrangements. Requirements in force, by outcome:\n\n\
         | How binding | Met | Partly met | Planned | Withheld | Not evidenced | Not met |\n\
         | --- | --: | --: | --: | --: | --: | --: |\n",
        counts.arrangements_stated, counts.arrangements
    );
    for (what, tally) in outline.tallies().into_iter().filter(|(what, of)| what.is_told(of)) {
        let head = what.head().to_lowercase();
        let head = if what == Tallied::InForce { format!("**{head}**") } else { head };
        let cells: String =
            STRONGEST_FIRST.iter().map(|outcome| format!(" {} |", tally.count(*outcome))).collect();
        let _ = writeln!(out, "| {head} |{cells}");
    }
    let _ = write!(out, "\n{}\n", behind(counts));
}

/// How many of the requirements that fail the gate are named at once.
const NAMED: usize = 10;

/// What fails the gate, the most binding first: it mustn't be folded away.
fn failing(out: &mut String, gated: &Gated, level: usize) {
    let failing = of_force(gated, false).into_iter().filter(Shortfall::fails);
    let failing: Vec<&Finding> = failing.filter_map(|gap| gap.finding()).collect();
    if failing.is_empty() {
        return;
    }
    heading(out, level, &format!("What {FAILS}: {}", failing.len()));
    for finding in failing.iter().take(NAMED) {
        let (title, strength, outcome) = (&finding.title, finding.strength, finding.outcome);
        let _ = writeln!(
            out,
            "- **{}** ({strength}): {outcome}. {} {}",
            escape(title),
            escape(&full_stop(&capital(&words::why(finding)))),
            escape(finding.requirement.as_str())
        );
    }
    match failing.len().saturating_sub(NAMED) {
        0 => {}
        more => {
            let _ = write!(out, "\n{more} more are marked below.\n");
        }
    }
}
