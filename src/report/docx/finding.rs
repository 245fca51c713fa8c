//! One gap in full: what it came to, why, on which words, from which source, and what closes it.

use super::super::shortfall::{Short, Shortfall, capital, full_stop};
use super::super::words::{self, basis, binding, date, derivation, found, warrant};
use super::blocks::{Block, Run, Style};
use crate::assessment::{Cited, Finding};
use crate::declaration::Judgement;
use crate::result::Gated;
use crate::standing::{Outcome, Words as _};

/// A finding under its title, as a heading of a level.
pub(super) fn full(gated: &Gated, finding: &Finding, level: u8) -> Vec<Block> {
    let gap = Shortfall { gated, what: Short::Finding(finding) };
    let fails = if gap.fails() { " Fails the gate." } else { "" };
    let mut blocks = vec![
        Block::Heading(level, finding.title.clone()),
        Block::Paragraph(
            Style::Outcome,
            vec![
                Run::strong(format!("{}.", capital(finding.outcome.word()))),
                Run::plain(format!(
                    " {}: {}.",
                    capital(finding.strength.word()),
                    binding(finding.strength)
                )),
                Run::plain(if finding.law { "" } else { " The instrument isn’t law." }),
                Run::strong(fails),
            ],
        ),
        why(finding),
    ];
    blocks.extend(gap.words().into_iter().flat_map(quote));
    if let Some(backed) = finding.basis {
        blocks.push(Block::about("How it is backed", full_stop(basis(backed))));
    }
    if finding.outcome.is_gap() {
        blocks.push(Block::about("What closes it", full_stop(&finding.remedy)));
        let ways = finding.ways();
        if !ways.is_empty() {
            blocks.push(Block::text(Style::Normal, "Several ways are open:"));
        }
        blocks.extend(ways.iter().map(|way| Block::text(Style::Bullet, way.as_str())));
    }
    if let Some(evidence) = &finding.evidence {
        blocks.push(Block::about("What would show it", full_stop(&capital(evidence))));
    }
    if let Some(standing) = gap.standing() {
        blocks.push(Block::about("At the gate", full_stop(&capital(&standing))));
    }
    for judged in gated.assessment.judgements.on(&finding.requirement) {
        blocks.push(Block::about("Inspector’s judgement", judgement(judged)));
    }
    blocks.push(Block::about("Source", full_stop(&finding.citation)));
    if let Some(note) = &finding.note {
        blocks.push(Block::about("How it is read", full_stop(note)));
    }
    blocks.push(sure(finding));
    blocks
}

fn why(finding: &Finding) -> Block {
    let decided = match finding.outcome {
        Outcome::NotEvidenced => " It would stand at ",
        _ => " Decided at ",
    };
    let mut runs = vec![
        Run::strong("Why: "),
        Run::plain(format!("{}{decided}", full_stop(&capital(&words::why(finding))))),
        Run::name(finding.place.to_string()),
        Run::plain("."),
    ];
    if let Some(assumed) = words::assumed(finding) {
        runs.push(Run::plain(format!(" {}", full_stop(&capital(&assumed)))));
    }
    Block::Paragraph(Style::Normal, runs)
}

/// How sure the rule is, since when it counts, and its name.
fn sure(finding: &Finding) -> Block {
    let confirmed = finding.confirmed.iter();
    let confirmed = confirmed.map(|one| format!(" Confirmed at {}, by {}.", one.at, one.by));
    let until = finding.until.map(|until| format!(" until before {}", date(until)));
    Block::Paragraph(
        Style::Aside,
        vec![
            Run::plain(format!(
                "How sure the rule is: {}; {}.{} In force from {}{}. Its name: ",
                derivation(finding.derivation),
                warrant(finding.warrant),
                confirmed.collect::<String>(),
                date(finding.from),
                until.unwrap_or_default()
            )),
            Run::name(finding.requirement.as_str()),
            Run::plain("."),
        ],
    )
}

/// Words of a source, with where they stand and whether they were found there.
pub(super) fn quote(cited: &Cited) -> Vec<Block> {
    let said = cited.quote.iter().map(|quote| Block::text(Style::Quote, format!("“{quote}”")));
    said.chain([Block::text(Style::QuoteSource, stands(cited))]).collect()
}

/// Where words stand, and whether they were found there.
pub(super) fn stands(cited: &Cited) -> String {
    let dated = cited.date.map(|date| format!(", {date}")).unwrap_or_default();
    let place = match (&cited.place, cited.page) {
        (Some(place), _) => format!(", {place}"),
        (None, Some(page)) => format!(", p. {page}"),
        (None, None) => String::new(),
    };
    format!("{}{dated}{place} ({})", cited.title, found(cited.basis))
}

/// What an inspector finds beside what was computed.
pub(super) fn judgement(judged: &Judgement) -> String {
    format!(
        "{}. {} ({}, {}; until {}). It changes no outcome and no gate.",
        capital(judged.verdict.word()),
        full_stop(&judged.reason),
        judged.role,
        date(judged.date),
        date(judged.last_day)
    )
}
