//! What stands beside the gaps: what the gate was told, judgements, contradictions, further facts.

use super::super::actions::rows;
use super::super::aged;
use super::super::contradictions::reason;
use super::super::judgements::{account, expired};
use super::super::phrase::Phrase;
use super::super::prose::{capital, full_stop};
use super::super::rulings::{baseline, closed, objection_account, sentence, waivers, went_silent};
use super::super::shortfall::Shortfall;
use super::blocks::{DocxBlock, DocxRun, ParagraphStyle};
use super::finding::quote;
use crate::assessment::Cited;
use crate::declaration::Said;
use crate::gate::Verdict;
use crate::result::Gated;

/// What bears on the gate: what it says, what went silent, what was waived, and what did nothing.
pub(super) fn gate(gated: &Gated, level: u8) -> Vec<DocxBlock> {
    let Some(verdict) = &gated.verdict else { return Vec::new() };
    let mut blocks = vec![
        DocxBlock::Heading(level, "The gate, and what it was told".to_owned()),
        DocxBlock::text(ParagraphStyle::Normal, full_stop(&sentence(verdict))),
    ];
    for objection in &verdict.objections {
        let said = vec![DocxRun::plain(objection_account(objection))];
        blocks.push(DocxBlock::Paragraph(ParagraphStyle::Bullet, said));
    }
    for silent in &verdict.went_silent {
        blocks.push(DocxBlock::Paragraph(
            ParagraphStyle::Bullet,
            vec![
                DocxRun::strong(format!("{} went silent. ", capital(&silent.name))),
                DocxRun::plain(went_silent(silent)),
            ],
        ));
    }
    blocks.extend(told(gated, verdict));
    blocks
}

fn told(gated: &Gated, verdict: &Verdict) -> Vec<DocxBlock> {
    let point = |sentence: Vec<Phrase>| DocxBlock::sentence(ParagraphStyle::Bullet, &sentence);
    let mut blocks: Vec<DocxBlock> = baseline(verdict).into_iter().map(point).collect();
    for mark in &verdict.marks {
        let finding = gated.assessment.findings.iter().find(|f| f.requirement == mark.requirement);
        let Some(finding) = finding else { continue };
        if let Some(standing) = Shortfall::of(gated, finding).standing() {
            blocks.push(point(vec![
                Phrase::Name(finding.requirement.to_string()),
                Phrase::plain(format!(" ({}): {}", finding.outcome, full_stop(&standing))),
            ]));
        }
    }
    blocks.extend(closed(verdict).chain(waivers(verdict)).map(point));
    blocks
}

/// What has to be looked at again.
pub(super) fn aged(gated: &Gated, level: u8) -> Vec<DocxBlock> {
    let Some(stale) = &gated.assessment.stale else { return Vec::new() };
    let mut blocks = vec![
        DocxBlock::Heading(level, aged::heading(stale)),
        DocxBlock::text(ParagraphStyle::Normal, aged::account(stale)),
    ];
    blocks.extend(aged::batches(stale).into_iter().map(|batch| {
        let which = DocxRun::strong(format!("{}: ", batch.which));
        let said = vec![which, DocxRun::plain(full_stop(&batch.evidence))];
        DocxBlock::Paragraph(ParagraphStyle::Bullet, said)
    }));
    blocks
}

/// What inspectors find themselves.
pub(super) fn judgements(gated: &Gated, level: u8) -> Vec<DocxBlock> {
    let judgements = &gated.assessment.judgements;
    if judgements.holding.is_empty() && judgements.expired.is_empty() {
        return Vec::new();
    }
    let holding = judgements.holding.iter().map(|judged| (&judged.requirement, account(judged)));
    let expired = judgements.expired.iter().map(|judged| (&judged.requirement, expired(judged)));
    let mut blocks = vec![DocxBlock::Heading(level, "Inspectors’ judgements".to_owned())];
    blocks.extend(holding.chain(expired).map(|(requirement, said)| {
        let lead = [Phrase::Name(requirement.to_string()), Phrase::plain(": ")];
        let said: Vec<Phrase> = lead.into_iter().chain(said).collect();
        DocxBlock::sentence(ParagraphStyle::Bullet, &said)
    }));
    blocks
}

/// What is done about the gaps.
pub(super) fn plan(gated: &Gated, level: u8) -> Vec<DocxBlock> {
    let planned = gated.actions.planned.len();
    if planned == 0 {
        return Vec::new();
    }
    let mut blocks = vec![
        DocxBlock::Heading(level, format!("Action plan: {planned}")),
        DocxBlock::text(ParagraphStyle::Inset, "It changes no outcome, and no gate heeds it."),
    ];
    blocks.extend(rows(gated).map(|row| {
        let mut said = vec![Phrase::strong(full_stop(&row.titles())), Phrase::plain(" ")];
        said.extend(row.account());
        DocxBlock::sentence(ParagraphStyle::Bullet, &said)
    }));
    blocks
}

/// Where the inputs don't agree.
pub(super) fn contradictions(gated: &Gated, level: u8) -> Vec<DocxBlock> {
    let contradictions = &gated.assessment.contradictions;
    if contradictions.is_empty() {
        return Vec::new();
    }
    let mut blocks =
        vec![DocxBlock::Heading(level, format!("Contradictions: {}", contradictions.len()))];
    for one in contradictions {
        blocks.push(DocxBlock::Heading(level + 1, capital(&one.name)));
        blocks.extend(side("What counts", &one.counts));
        blocks.extend(side("What doesn’t", &one.overruled));
        blocks.push(DocxBlock::about("Why", full_stop(&capital(reason(one.why)))));
    }
    blocks
}

fn side(label: &str, said: &Said<Cited>) -> Vec<DocxBlock> {
    let dated = said.date.map_or_else(|| "undated".to_owned(), |date| date.to_string());
    let runs = vec![
        DocxRun::strong(format!("{label}: ")),
        DocxRun::plain(format!("{}, ", said.state)),
        DocxRun::name(said.place.to_string()),
        DocxRun::plain(format!(", {dated}.")),
    ];
    let mut blocks = vec![DocxBlock::Paragraph(ParagraphStyle::Normal, runs)];
    blocks.extend(said.evidence.iter().flat_map(quote));
    blocks
}

/// Facts of no arrangement.
pub(super) fn information(gated: &Gated, level: u8) -> Vec<DocxBlock> {
    let information = &gated.assessment.information;
    if information.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![
        DocxBlock::Heading(level, "For information".to_owned()),
        DocxBlock::text(ParagraphStyle::Normal, "Stated, and no requirement rests on it."),
    ];
    for informed in information {
        blocks.push(DocxBlock::text(ParagraphStyle::Bullet, informed.note.as_str()));
        blocks.extend(informed.evidence.iter().flat_map(quote));
    }
    blocks
}
