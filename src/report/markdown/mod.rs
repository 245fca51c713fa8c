//! `markdown`: for a comment on a pull request, or a paper's annex.

mod arrangements;
mod beside;
mod blocks;
mod brief;
mod escape;
mod findings;
mod force;

pub(super) use blocks::heading;
pub(super) use escape::escape;

use std::fmt::Write as _;

use super::actions;
use super::aside::Aside;
use super::format::{Extent, Readers, ReportFormat, ReportOptions};
use super::outline::STRONGEST_FIRST;
use super::prose::{capital, flat};
use super::provenance;
use super::rulings::{NO_GATE, sentence, verdict};
use super::shortfall::name;
use super::words::many;
use crate::result::{CheckResult, Gated};
use crate::source::Fault;

/// The format.
pub(super) const FORMAT: ReportFormat =
    ReportFormat::text("markdown", "For a comment on a pull request, or a paper's annex", markdown)
        .for_people(Readers::InText, Some(Extent::Whole));

/// The most that GitHub takes as the summary of a job's step, in bytes.
const MOST: usize = 1024 * 1024;

fn markdown(result: &CheckResult, options: ReportOptions) -> Result<Vec<u8>, Fault> {
    Ok(match options.extent {
        Some(Extent::Brief) => brief::all(result).into_bytes(),
        Some(Extent::Whole) | None => whole(result, options, usize::MAX).into_bytes(),
    })
}

/// The same, as the summary of a job: of several forces, no more than fit.
pub(super) fn summary(result: &CheckResult, options: ReportOptions) -> Result<Vec<u8>, Fault> {
    Ok(whole(result, options, MOST).into_bytes())
}

fn whole(result: &CheckResult, options: ReportOptions, most: usize) -> String {
    let mut out = String::new();
    if let Some(only) = result.only() {
        force::section(&mut out, &result.run, only, options.all, 1);
    } else {
        overview(&mut out, result);
    }
    if let Some(filter) = &result.run.filtered {
        let _ = write!(out, "\nOnly {}.\n", escape(filter));
    }
    let basis = basis(result);
    if result.only().is_none() {
        let mut left = Vec::new();
        for gated in &result.assessments {
            let mut section = String::from("\n");
            force::section(&mut section, &result.run, gated, options.all, 2);
            if out.len() + section.len() + basis.len() + 1000 > most {
                left.push(name(gated));
            } else {
                out.push_str(&section);
            }
        }
        if !left.is_empty() {
            let _ = write!(
                out,
                "\nLeft out here for want of room: {} of {} forces. The overview has them all.\n",
                left.len(),
                result.assessments.len()
            );
        }
    }
    out.push_str(&basis);
    out
}

/// A line a force.
fn overview(out: &mut String, result: &CheckResult) {
    let forces = many(result.assessments.len(), "force", "forces");
    let _ = write!(out, "# Modern slavery: {forces} checked\n\n");
    if let Some(incomplete) = result.incomplete() {
        let _ = write!(out, "**{incomplete}**\n\n");
    }
    if let Some(aside) = Aside::of_all(result).line() {
        let _ = write!(out, "{}\n\n", escape(&aside));
    }
    if let Some(plan) = actions::counted_of_all(result) {
        let _ = write!(out, "{}\n\n", escape(&plan));
    }
    out.push_str(
        "| Force | Facts of | States | Met | Partly met | Planned | Withheld | Not evidenced | Not met | Gate |\n\
         | --- | --- | --: | --: | --: | --: | --: | --: | --: | --- |\n",
    );
    for gated in &result.assessments {
        let assessment = &gated.assessment;
        let counts = assessment.counts();
        let gate = match verdict(gated) {
            None => "–".to_owned(),
            Some(says) if gated.fails() => format!("**{says}**"),
            Some(says) => says.to_owned(),
        };
        let _ = write!(
            out,
            "| {} | {} | {}/{} |",
            escape(name(gated)),
            assessment.as_of,
            counts.arrangements_stated,
            counts.arrangements
        );
        for outcome in STRONGEST_FIRST {
            let _ = write!(out, " {} |", counts.in_force.count(outcome));
        }
        let _ = writeln!(out, " {gate} |");
    }
    out.push_str("\nRequirements in force; superseded ones are left out.\n");
    if !result.gated() {
        let _ = write!(out, "\n{}.\n", capital(NO_GATE));
    }
}

/// What the gate said, in a sentence.
pub(super) fn gate_sentence(gated: &Gated) -> String {
    match &gated.verdict {
        None => format!("{}: {NO_GATE}.", flat(name(gated))),
        Some(verdict) => format!("{}: {}", flat(name(gated)), flat(&sentence(verdict))),
    }
}

/// What the report rests on, folded away.
fn basis(result: &CheckResult) -> String {
    let mut out = String::from("\n<details>\n<summary>What this rests on</summary>\n\n");
    let row = |out: &mut String, (name, value): (String, String)| {
        let _ = writeln!(out, "- {}: {}", escape(&capital(&flat(&name))), escape(&flat(&value)));
    };
    for line in provenance::of_run(result) {
        row(&mut out, line);
    }
    for gated in &result.assessments {
        if result.only().is_none() {
            let _ = write!(out, "\nFor {}:\n\n", escape(name(gated)));
        }
        for line in provenance::of_force(gated) {
            row(&mut out, line);
        }
    }
    out.push_str("\n</details>\n");
    out
}
