//! What stands beside the gaps: what the gate was told, judgements, contradictions, further facts.

use super::super::contradictions::reason;
use super::super::judgements::{account, expired};
use super::super::phrase::Phrase;
use super::super::prose::{capital, full_stop};
use super::super::rulings::{baseline, closed, sentence, waivers, went_silent};
use super::super::shortfall::Shortfall;
use super::blocks::{Block, Run, Style};
use super::finding::quote;
use crate::assessment::Statement;
use crate::gate::Verdict;
use crate::result::Gated;

/// What bears on the gate: what it says, what went silent, what was waived, and what did nothing.
pub(super) fn gate(gated: &Gated, level: u8) -> Vec<Block> {
    let Some(verdict) = &gated.verdict else { return Vec::new() };
    let mut blocks = vec![
        Block::Heading(level, "The gate, and what it was told".to_owned()),
        Block::text(Style::Normal, full_stop(sentence(verdict))),
    ];
    for silent in &verdict.went_silent {
        blocks.push(Block::Paragraph(
            Style::Bullet,
            vec![
                Run::strong(format!("{} went silent. ", capital(&silent.name))),
                Run::plain(went_silent(silent)),
            ],
        ));
    }
    blocks.extend(told(gated, verdict));
    blocks
}

fn told(gated: &Gated, verdict: &Verdict) -> Vec<Block> {
    let point = |sentence: Vec<Phrase>| Block::sentence(Style::Bullet, &sentence);
    let mut blocks: Vec<Block> = baseline(verdict).into_iter().map(point).collect();
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

/// What inspectors find themselves.
pub(super) fn judgements(gated: &Gated, level: u8) -> Vec<Block> {
    let judgements = &gated.assessment.judgements;
    if judgements.holding.is_empty() && judgements.expired.is_empty() {
        return Vec::new();
    }
    let holding = judgements.holding.iter().map(|judged| (&judged.requirement, account(judged)));
    let expired = judgements.expired.iter().map(|judged| (&judged.requirement, expired(judged)));
    let mut blocks = vec![Block::Heading(level, "Inspectors’ judgements".to_owned())];
    blocks.extend(holding.chain(expired).map(|(requirement, said)| {
        let lead = [Phrase::Name(requirement.to_string()), Phrase::plain(": ")];
        let said: Vec<Phrase> = lead.into_iter().chain(said).collect();
        Block::sentence(Style::Bullet, &said)
    }));
    blocks
}

/// Where the inputs don't agree.
pub(super) fn contradictions(gated: &Gated, level: u8) -> Vec<Block> {
    let contradictions = &gated.assessment.contradictions;
    if contradictions.is_empty() {
        return Vec::new();
    }
    let mut blocks =
        vec![Block::Heading(level, format!("Contradictions: {}", contradictions.len()))];
    for one in contradictions {
        blocks.push(Block::Heading(level + 1, capital(&one.name)));
        blocks.extend(side("What counts", &one.counts));
        blocks.extend(side("What doesn’t", &one.overruled));
        blocks.push(Block::about("Why", full_stop(&capital(reason(one.why)))));
    }
    blocks
}

fn side(label: &str, said: &Statement) -> Vec<Block> {
    let dated = said.date.map_or_else(|| "undated".to_owned(), |date| date.to_string());
    let runs = vec![
        Run::strong(format!("{label}: ")),
        Run::plain(format!("{}, ", said.state)),
        Run::name(said.place.to_string()),
        Run::plain(format!(", {dated}.")),
    ];
    let mut blocks = vec![Block::Paragraph(Style::Normal, runs)];
    blocks.extend(said.evidence.iter().flat_map(quote));
    blocks
}

/// Facts of no arrangement.
pub(super) fn information(gated: &Gated, level: u8) -> Vec<Block> {
    let information = &gated.assessment.information;
    if information.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![
        Block::Heading(level, "For information".to_owned()),
        Block::text(Style::Normal, "Stated, and no requirement rests on it."),
    ];
    for informed in information {
        blocks.push(Block::text(Style::Bullet, informed.note.as_str()));
        blocks.extend(informed.evidence.iter().flat_map(quote));
    }
    blocks
}
