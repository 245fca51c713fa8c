//! What a reader sees first of a force: what was checked, as at when, what is missing, what to do.

use super::super::aside::Aside;
use super::super::lede;
use super::super::outline::{FIRST, Figures, ReportOutline};
use super::super::prose::{capital, full_stop};
use super::super::rulings::FAILS;
use super::super::shortfall::{Short, Shortfall};
use super::super::words::{UNGATED, many};
use super::blocks::{DocxBlock, DocxCell, DocxColumn, DocxRun, DocxTable, ParagraphStyle};
use crate::report::words;
use crate::result::{Gated, Run};
use crate::standing::Outcome;

/// All of it, with headings of a level; `index` is which of the forces it is.
pub(super) fn page(
    run: &Run,
    outline: &ReportOutline<'_>,
    index: usize,
    level: u8,
    scope: &[DocxBlock],
) -> Vec<DocxBlock> {
    let gated = outline.gated;
    let mut blocks = vec![DocxBlock::sentence(ParagraphStyle::Subtitle, &lede::checked(gated))];
    blocks.extend(
        lede::inputs(gated).map(|input| DocxBlock::sentence(ParagraphStyle::Aside, &input)),
    );
    blocks.extend(scope.iter().cloned());
    blocks.push(gate(gated));
    let aside = Aside::of(run, gated).line();
    blocks.extend(aside.map(|aside| DocxBlock::text(ParagraphStyle::Inset, aside)));
    blocks.extend(notes(gated));
    blocks.extend(figures(outline, level));
    blocks.extend(todo(outline, index, level));
    blocks
}

/// What bears on the whole.
fn notes(gated: &Gated) -> Vec<DocxBlock> {
    let assessment = &gated.assessment;
    let own = assessment.note.iter().map(|note| format!("Note of the declaration: {note}"));
    let notes = words::head_notes(assessment).into_iter().map(|note| capital(&note));
    own.chain(notes).map(|note| DocxBlock::text(ParagraphStyle::Inset, full_stop(&note))).collect()
}

fn gate(gated: &Gated) -> DocxBlock {
    match &gated.verdict {
        None => DocxBlock::text(ParagraphStyle::Aside, UNGATED),
        Some(verdict) => {
            let style = if gated.fails() { ParagraphStyle::Alert } else { ParagraphStyle::Inset };
            DocxBlock::sentence(style, &lede::gate(verdict))
        }
    }
}

/// Three numbers: met, short as declared, not evidenced. Together they are all that is in force.
fn figures(outline: &ReportOutline<'_>, level: u8) -> Vec<DocxBlock> {
    let counts = &outline.counts;
    let figures = outline.figures();
    let Figures { met, silent, short, .. } = figures;
    let figure = |count: usize, words: &str, means: &str| {
        vec![
            DocxCell::of(vec![DocxRun::strong(count.to_string())]),
            DocxCell::of(vec![DocxRun::strong(words)]),
            DocxCell::text(means),
        ]
    };
    let superseded = match counts.superseded.total() {
        0 => String::new(),
        some => format!("; {some} superseded ones stand apart"),
    };
    vec![
        DocxBlock::Heading(level, figures.heading()),
        DocxBlock::Table(DocxTable {
            columns: vec![
                DocxColumn::number("Number", 2),
                DocxColumn::of("Requirements that are", 5),
                DocxColumn::of("What that means", 11),
            ],
            rows: vec![
                figure(short, "short as declared", "What is stated falls short of what is asked."),
                figure(
                    silent,
                    "not evidenced",
                    "What was checked is silent. That isn't to say that the force lacks it.",
                ),
                figure(met, "met", "What is stated is what is asked, or more."),
            ],
        }),
        DocxBlock::text(
            ParagraphStyle::Aside,
            format!(
                "Counted are requirements in force{superseded}. Stated are {} of {} arrangements.",
                counts.arrangements_stated, counts.arrangements
            ),
        ),
    ]
}

fn todo(outline: &ReportOutline<'_>, index: usize, level: u8) -> Vec<DocxBlock> {
    let first = outline.first();
    let mut blocks = vec![DocxBlock::Heading(level, "What to do first".to_owned())];
    if first.is_empty() {
        blocks.push(DocxBlock::text(ParagraphStyle::Normal, outline.why_nothing_is_first()));
    }
    blocks.extend(
        first
            .iter()
            .take(FIRST)
            .map(|gap| DocxBlock::Paragraph(ParagraphStyle::Numbered(index), told(gap))),
    );
    if first.len() > FIRST {
        let more = many(first.len() - FIRST, "more follows", "more follow");
        blocks.push(DocxBlock::text(
            ParagraphStyle::Normal,
            format!("{more} below, the most binding first."),
        ));
    }
    blocks
}

/// The very first thing for a force among others.
pub(super) fn one(outline: &ReportOutline<'_>) -> Vec<DocxRun> {
    outline
        .first()
        .first()
        .map_or_else(|| vec![DocxRun::plain(outline.why_nothing_is_first())], told)
}

/// A gap in a few lines: what it is, how binding, and what closes it.
fn told(gap: &Shortfall<'_>) -> Vec<DocxRun> {
    let finding = match gap.what {
        Short::Finding(finding) => finding,
        Short::Silent(_) | Short::Objection(_) => {
            return vec![
                DocxRun::strong(format!("{}. ", gap.title())),
                DocxRun::plain(gap.account()),
            ];
        }
    };
    let fails = if gap.fails() { format!("; {FAILS}") } else { String::new() };
    let unless = match finding.outcome {
        Outcome::NotEvidenced => "If it is there, state it with its source. If not: ",
        _ => "",
    };
    vec![
        DocxRun::strong(finding.title.as_str()),
        DocxRun::plain(format!(" ({}, {}{fails}). ", finding.outcome, finding.strength)),
        DocxRun::plain(format!("{unless}{}", full_stop(&finding.remedy))),
    ]
}
