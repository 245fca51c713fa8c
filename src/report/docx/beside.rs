//! What stands beside the gaps: what the gate was told, judgements, contradictions, further facts.

use super::super::contradictions::reason;
use super::super::shortfall::{Short, Shortfall, capital, full_stop, went_silent};
use super::super::words::{date, verdict_sentence};
use super::blocks::{Block, Run, Style};
use super::finding::{judgement, quote};
use crate::assessment::Side;
use crate::gate::Verdict;
use crate::result::Gated;

/// What bears on the gate: what it says, what went silent, what was waived, and what did nothing.
pub(super) fn gate(gated: &Gated, level: u8) -> Vec<Block> {
    let Some(verdict) = &gated.verdict else { return Vec::new() };
    let mut blocks = vec![
        Block::Heading(level, "The gate, and what it was told".to_owned()),
        Block::text(Style::Normal, full_stop(&verdict_sentence(verdict))),
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
    let point = |runs: Vec<Run>| Block::Paragraph(Style::Bullet, runs);
    let mut blocks = Vec::new();
    if let Some(used) = &verdict.baseline {
        let of = match used.as_of {
            Some(of) => format!(", facts of {}.", date(of)),
            None => ", which records nothing of this force: every gap is new.".to_owned(),
        };
        blocks.push(point(vec![
            Run::plain("Held against the baseline "),
            Run::name(used.file.to_string()),
            Run::plain(of),
        ]));
    }
    for mark in &verdict.marks {
        let finding = gated.assessment.findings.iter().find(|f| f.requirement == mark.requirement);
        let Some(finding) = finding else { continue };
        let gap = Shortfall { gated, what: Short::Finding(finding) };
        if let Some(standing) = gap.standing() {
            blocks.push(point(vec![
                Run::name(finding.requirement.as_str()),
                Run::plain(format!(" ({}): {}", finding.outcome, full_stop(&standing))),
            ]));
        }
    }
    for closed in &verdict.closed {
        let now = closed.now.map_or("not asked now.".to_owned(), |now| format!("{now} now."));
        blocks.push(point(vec![
            Run::plain("Closed since the baseline: "),
            Run::name(closed.requirement.as_str()),
            Run::plain(format!(", {}, {now}", closed.was)),
        ]));
    }
    if verdict.without_waivers {
        blocks.push(Block::text(Style::Bullet, "Waivers were left out on request."));
    }
    for idle in &verdict.idle_waivers {
        blocks.push(point(vec![
            Run::plain("The waiver of "),
            Run::name(idle.waiver.requirement.as_str()),
            Run::plain(format!(" by {} did nothing: {}.", idle.waiver.owner, idle.why)),
        ]));
    }
    blocks
}

/// What inspectors find themselves.
pub(super) fn judgements(gated: &Gated, level: u8) -> Vec<Block> {
    let judgements = &gated.assessment.judgements;
    if judgements.holding.is_empty() && judgements.expired.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Heading(level, "Inspectors’ judgements".to_owned())];
    let mut point = |name: &str, said: String| {
        let runs = vec![Run::name(name), Run::plain(format!(": {said}"))];
        blocks.push(Block::Paragraph(Style::Bullet, runs));
    };
    for judged in &judgements.holding {
        point(judged.requirement.as_str(), judgement(judged));
    }
    for judged in &judgements.expired {
        let last = date(judged.last_day);
        let said =
            format!("the judgement by {} has expired: its last day was {last}.", judged.role);
        point(judged.requirement.as_str(), said);
    }
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

fn side(label: &str, said: &Side) -> Vec<Block> {
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
