//! Findings in tables: gaps in full, the rest in a line each.

use std::fmt::Write as _;

use super::super::prose::{capital, full_stop};
use super::super::rulings::FAILS;
use super::super::shortfall::{Shortfall, source};
use super::arrangements::quote;
use super::escape::escape;
use crate::assessment::Finding;
use crate::report::words;
use crate::result::Gated;

/// Gaps in full: why, on which words, what closes them, from which source.
pub(super) fn gaps(out: &mut String, gated: &Gated, findings: &[&Finding]) {
    out.push_str("| Requirement | Outcome | Why | What closes it | Source |\n");
    out.push_str("| --- | --- | --- | --- | --- |\n");
    for finding in findings {
        let gap = Shortfall::of(gated, finding);
        let mut why = vec![escape(&full_stop(&capital(&words::why(finding))))];
        why.extend(words::assumed(finding).map(|assumed| escape(&full_stop(&capital(&assumed)))));
        why.extend(gap.words().iter().filter_map(|cited| quote(cited)));
        why.push(format!("At {}", escape(&finding.place.to_string())));
        let remedy = std::iter::once(finding.remedy.clone()).chain(gap.planned());
        let remedy: Vec<String> = remedy.map(|said| escape(&said)).collect();
        let _ = writeln!(
            out,
            "| {}<br>({}) | {} | {} | {} | {}<br>{} |",
            escape(&finding.title),
            finding.strength,
            outcome(&gap, finding),
            why.join("<br>"),
            remedy.join("<br>"),
            escape(&source(finding)),
            escape(finding.requirement.as_str())
        );
    }
}

/// Findings in a line each.
pub(super) fn short_table(out: &mut String, gated: &Gated, findings: &[&Finding]) {
    out.push_str("| Requirement | How binding | Outcome | Why | Source |\n");
    out.push_str("| --- | --- | --- | --- | --- |\n");
    for finding in findings {
        let gap = Shortfall::of(gated, finding);
        let why = std::iter::once(full_stop(&capital(&words::why(finding)))).chain(gap.planned());
        let why: Vec<String> = why.map(|said| escape(&said)).collect();
        let _ = writeln!(
            out,
            "| {} | {} | {} | {} | {}<br>{} |",
            escape(&finding.title),
            finding.strength,
            outcome(&gap, finding),
            why.join("<br>"),
            escape(&source(finding)),
            escape(finding.requirement.as_str())
        );
    }
}

/// The outcome, with what the gate made of it and what an inspector finds beside it.
fn outcome(gap: &Shortfall<'_>, finding: &Finding) -> String {
    let mut lines = vec![match gap.fails() {
        true => format!("**{}: {FAILS}**", finding.outcome),
        false => finding.outcome.to_string(),
    }];
    lines.extend(gap.standing().map(|standing| escape(&standing)));
    let judged = gap.gated.assessment.judgements.on(&finding.requirement);
    lines.extend(judged.map(|judged| format!("Inspector's judgement: {}", judged.verdict)));
    lines.join("<br>")
}
