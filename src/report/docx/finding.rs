//! One gap in full: what it came to, why, on which words, from which source, and what closes it.

use super::super::actions;
use super::super::judgements::account;
use super::super::phrase::Phrase;
use super::super::prose::{capital, full_stop};
use super::super::rulings::FAILS;
use super::super::shortfall::Shortfall;
use super::super::words::{basis, binding, date, found, how_sure, time};
use super::blocks::{DocxBlock, DocxRun, ParagraphStyle};
use crate::assessment::{Cited, Finding};
use crate::report::words;
use crate::result::Gated;
use crate::standing::{Outcome, Words as _};

/// A finding under its title, as a heading of a level.
pub(super) fn full(gated: &Gated, finding: &Finding, level: u8) -> Vec<DocxBlock> {
    let gap = Shortfall::of(gated, finding);
    let fails = if gap.fails() { format!(" {}.", capital(FAILS)) } else { String::new() };
    let mut blocks = vec![
        DocxBlock::Heading(level, finding.title.clone()),
        DocxBlock::Paragraph(
            ParagraphStyle::Outcome,
            vec![
                DocxRun::strong(format!("{}.", capital(finding.outcome.word()))),
                DocxRun::plain(format!(
                    " {}: {}.",
                    capital(finding.strength.word()),
                    binding(finding.strength)
                )),
                DocxRun::plain(if finding.law { "" } else { " The instrument isn’t law." }),
                DocxRun::strong(fails),
            ],
        ),
        why(finding),
    ];
    blocks.extend(gap.words().into_iter().flat_map(quote));
    if let Some(backed) = finding.basis {
        blocks.push(DocxBlock::about("How it is backed", full_stop(basis(backed))));
    }
    if finding.outcome.is_gap() {
        blocks.push(DocxBlock::about("What closes it", full_stop(&finding.remedy)));
        let ways = finding.ways();
        if !ways.is_empty() {
            blocks.push(DocxBlock::text(ParagraphStyle::Normal, "Several ways are open:"));
        }
        let said = ways.into_iter().map(|way| capital(&words::way(way)));
        blocks.extend(said.map(|way| DocxBlock::text(ParagraphStyle::Bullet, way)));
    }
    if let Some(evidence) = &finding.evidence {
        blocks.push(DocxBlock::about("What would show it", full_stop(&capital(evidence))));
    }
    if let Some(standing) = gap.standing() {
        blocks.push(DocxBlock::about("At the gate", full_stop(&capital(&standing))));
    }
    for judged in gated.assessment.judgements.on(&finding.requirement) {
        let mut said = vec![Phrase::strong("Inspector’s judgement: ")];
        said.extend(account(judged));
        blocks.push(DocxBlock::sentence(ParagraphStyle::Normal, &said));
    }
    for action in actions::on(gated, finding) {
        let said: Vec<Phrase> = [Phrase::strong("Action: ")].into_iter().chain(action).collect();
        blocks.push(DocxBlock::sentence(ParagraphStyle::Normal, &said));
    }
    blocks.push(DocxBlock::about("Source", full_stop(&finding.citation)));
    if let Some(note) = &finding.note {
        blocks.push(DocxBlock::about("How it is read", full_stop(note)));
    }
    blocks.push(sure(finding));
    blocks
}

fn why(finding: &Finding) -> DocxBlock {
    let decided = match finding.outcome {
        Outcome::NotEvidenced => " It would stand at ",
        _ => " Decided at ",
    };
    let mut runs = vec![
        DocxRun::strong("Why: "),
        DocxRun::plain(format!("{}{decided}", full_stop(&capital(&words::why(finding))))),
        DocxRun::name(finding.place.to_string()),
        DocxRun::plain("."),
    ];
    if let Some(assumed) = &words::assumed(finding) {
        runs.push(DocxRun::plain(format!(" {}", full_stop(&capital(assumed)))));
    }
    DocxBlock::Paragraph(ParagraphStyle::Normal, runs)
}

/// How sure the rule is, since when it counts, and its name.
fn sure(finding: &Finding) -> DocxBlock {
    let confirmed = finding.confirmed.iter();
    let confirmed = confirmed.map(|one| format!(" Confirmed at {}, by {}.", one.at, one.by));
    let until = finding.until.map(|until| format!(" until before {}", date(until)));
    DocxBlock::Paragraph(
        ParagraphStyle::Aside,
        vec![
            DocxRun::plain(format!(
                "How sure the rule is: {}.{} In force from {}{}. Its name: ",
                how_sure(&finding.rule),
                confirmed.collect::<String>(),
                date(finding.from),
                until.unwrap_or_default()
            )),
            DocxRun::name(finding.requirement.as_str()),
            DocxRun::plain("."),
        ],
    )
}

/// Words of a source, with where they stand and whether they were found there.
pub(super) fn quote(cited: &Cited) -> Vec<DocxBlock> {
    let said = cited
        .quote
        .iter()
        .map(|quote| DocxBlock::text(ParagraphStyle::Quote, format!("“{quote}”")));
    said.chain([DocxBlock::text(ParagraphStyle::QuoteSource, stands(cited))]).collect()
}

/// Where words stand, and whether they were found there.
pub(super) fn stands(cited: &Cited) -> String {
    let dated = time(cited).map(|time| format!(", {time}")).unwrap_or_default();
    let place = match (&cited.place, cited.page) {
        (Some(place), _) => format!(", {place}"),
        (None, Some(page)) => format!(", p. {page}"),
        (None, None) => String::new(),
    };
    format!("{}{dated}{place} ({})", cited.title, found(cited))
}
