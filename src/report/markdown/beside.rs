//! What stands beside the findings: what the gate was told, judgements, contradictions, further facts.

use std::fmt::Write as _;

use super::super::actions::rows;
use super::super::aged;
use super::super::contradictions::reason;
use super::super::judgements::{expired, found};
use super::super::phrase::Phrase;
use super::super::rulings::{closed, objection_account, waivers, went_silent};
use super::blocks::heading;
use super::escape::escape;
use crate::gate::Verdict;
use crate::result::Gated;

/// What fails without a finding to stand on, and what bears on the gate without failing it.
pub(super) fn gate(out: &mut String, verdict: &Verdict, level: usize) {
    if !verdict.objections.is_empty() {
        let count = verdict.objections.len();
        heading(out, level, &format!("What the gate can't pass: {count}"));
        for objection in &verdict.objections {
            let _ = writeln!(out, "- {}", escape(&objection_account(objection)));
        }
    }
    if !verdict.went_silent.is_empty() {
        let count = verdict.went_silent.len();
        heading(out, level, &format!("Went silent since the baseline: {count}"));
        for silent in &verdict.went_silent {
            let _ =
                writeln!(out, "- **{}:** {}", escape(&silent.name), escape(&went_silent(silent)));
        }
    }
    let mut said = waivers(verdict).chain(closed(verdict)).peekable();
    if said.peek().is_some() {
        out.push('\n');
    }
    for sentence in said {
        let _ = writeln!(out, "- {}", set(&sentence));
    }
}

/// What inspectors find themselves.
pub(super) fn judgements(out: &mut String, gated: &Gated, level: usize) {
    let judgements = &gated.assessment.judgements;
    if judgements.holding.is_empty() && judgements.expired.is_empty() {
        return;
    }
    heading(out, level, "Inspectors' judgements");
    out.push_str("Beside the computed outcomes: they change none, and move no gate.\n\n");
    let holding = judgements.holding.iter().map(|judged| (&judged.requirement, found(judged)));
    let expired = judgements.expired.iter().map(|judged| (&judged.requirement, expired(judged)));
    for (requirement, said) in holding.chain(expired) {
        let _ = writeln!(out, "- **{}:** {}", escape(requirement.as_str()), set(&said));
    }
}

/// What has to be looked at again.
pub(super) fn aged(out: &mut String, gated: &Gated, level: usize) {
    let Some(stale) = &gated.assessment.stale else { return };
    heading(out, level, &aged::heading(stale));
    let _ = writeln!(out, "{}\n", escape(&aged::account(stale)));
    for batch in aged::batches(stale) {
        let (which, evidence) = (escape(&batch.which), escape(&batch.evidence));
        let _ = writeln!(out, "- **{which}:** {evidence}");
    }
}

/// What is done about the gaps.
pub(super) fn plan(out: &mut String, gated: &Gated, level: usize) {
    if gated.actions.planned.is_empty() {
        return;
    }
    heading(out, level, &format!("Action plan: {}", gated.actions.planned.len()));
    out.push_str("Beside the computed outcomes: it changes none, and moves no gate.\n\n");
    for row in rows(gated) {
        let (what, who) = (escape(&row.names()), set(&row.account()));
        let _ = writeln!(out, "- **{what}:** {who}");
    }
}

/// A sentence of ours with the names of others in it.
fn set(sentence: &[Phrase]) -> String {
    let set = sentence.iter().map(|phrase| match phrase {
        Phrase::Plain(text) | Phrase::Name(text) | Phrase::File(text) => escape(text),
        Phrase::Strong(text) => format!("**{}**", escape(text)),
        Phrase::Day(day) => day.to_string(),
    });
    set.collect()
}

/// Where the inputs don't agree.
pub(super) fn contradictions(out: &mut String, gated: &Gated, level: usize) {
    let contradictions = &gated.assessment.contradictions;
    if contradictions.is_empty() {
        return;
    }
    heading(out, level, &format!("Contradictions: {}", contradictions.len()));
    for one in contradictions {
        let why = reason(one.why);
        let (counts, overruled) = (&one.counts, &one.overruled);
        let _ = writeln!(
            out,
            "- **{}:** {} counts ({}), not {} ({}): {why}.",
            escape(&one.name),
            counts.state,
            escape(&counts.place.to_string()),
            overruled.state,
            escape(&overruled.place.to_string())
        );
    }
}

/// Facts of no arrangement.
pub(super) fn information(out: &mut String, gated: &Gated, level: usize) {
    let information = &gated.assessment.information;
    if information.is_empty() {
        return;
    }
    heading(out, level, "For information: no requirement rests on these");
    for informed in information {
        let _ = writeln!(out, "- Stated: {}", escape(&informed.note));
    }
}
