//! `markdown`: for a comment on a pull request, or a paper's annex.

mod escape;
mod force;

pub(super) use escape::escape;

use std::fmt::Write as _;

use super::format::{Format, Look};
use super::provenance;
use super::shortfall::{capital, flat, name};
use super::words::verdict_sentence;
use crate::result::{CheckResult, Gated};
use crate::source::Fault;
use crate::standing::Outcome;

/// The format.
pub(super) const FORMAT: Format = Format {
    name: "markdown",
    about: "For a comment on a pull request, or a paper's annex",
    binary: false,
    render: markdown,
    companion: None,
    caveat: None,
};

/// The most that GitHub takes as the summary of a job's step, in bytes.
const MOST: usize = 1024 * 1024;

fn markdown(result: &CheckResult, look: Look) -> Result<Vec<u8>, Fault> {
    Ok(whole(result, look, usize::MAX).into_bytes())
}

/// The same, as the summary of a job: of several forces, no more than fit.
pub(super) fn summary(result: &CheckResult, look: Look) -> Result<Vec<u8>, Fault> {
    Ok(whole(result, look, MOST).into_bytes())
}

fn whole(result: &CheckResult, look: Look, most: usize) -> String {
    let mut out = String::new();
    if let Some(only) = result.only() {
        force::section(&mut out, only, look.all, 1);
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
            force::section(&mut section, gated, look.all, 2);
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
    let forces = match result.assessments.len() {
        1 => "1 force".to_owned(),
        some => format!("{some} forces"),
    };
    let _ = write!(out, "# Modern slavery: {forces} checked\n\n");
    if let Some(incomplete) = result.incomplete() {
        let _ = write!(out, "**{incomplete}**\n\n");
    }
    out.push_str(
        "| Force | Facts of | States | Met | Partly met | Planned | Withheld | Not evidenced | Not met | Gate |\n\
         | --- | --- | --: | --: | --: | --: | --: | --: | --: | --- |\n",
    );
    for gated in &result.assessments {
        let assessment = &gated.assessment;
        let counts = assessment.counts();
        let gate = match &gated.verdict {
            None => "–",
            Some(_) if gated.fails() => "**fails**",
            Some(_) => "passes",
        };
        let _ = write!(
            out,
            "| {} | {} | {}/{} |",
            escape(name(gated)),
            assessment.as_of,
            counts.arrangements_stated,
            counts.arrangements
        );
        for outcome in OUTCOMES {
            let _ = write!(out, " {} |", counts.in_force.count(outcome));
        }
        let _ = writeln!(out, " {gate} |");
    }
    out.push_str("\nRequirements in force; superseded ones are left out.\n");
    if !result.gated() {
        out.push_str("\nNothing was gated.\n");
    }
}

/// The outcomes of what was assessed, strongest first.
const OUTCOMES: [Outcome; 6] = [
    Outcome::Met,
    Outcome::PartlyMet,
    Outcome::Planned,
    Outcome::Withheld,
    Outcome::NotEvidenced,
    Outcome::NotMet,
];

/// What the gate said, in a sentence.
pub(super) fn gate_sentence(gated: &Gated) -> String {
    match &gated.verdict {
        None => format!("{}: nothing was gated.", flat(name(gated))),
        Some(verdict) => format!("{}: {}", flat(name(gated)), flat(&verdict_sentence(verdict))),
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
