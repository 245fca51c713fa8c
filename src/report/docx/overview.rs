//! Several forces: a line each, and what comes first for each.

use super::super::aside::Aside;
use super::super::lede::{SEVERAL, STATES};
use super::super::outline::{ReportOutline, SHOWN};
use super::super::prose::capital;
use super::super::rulings::verdict;
use super::super::shortfall::name;
use super::super::words::{UNGATED, date};
use super::blocks::{DocxBlock, DocxCell, DocxColumn, DocxRun, DocxTable, ParagraphStyle};
use super::first;
use crate::result::CheckResult;
use crate::standing::{Outcome, Words as _};

/// What a reader of several forces sees first, under the title.
pub(super) fn page(
    result: &CheckResult,
    outlines: &[ReportOutline<'_>],
    scope: &[DocxBlock],
) -> Vec<DocxBlock> {
    let mut blocks = vec![DocxBlock::text(ParagraphStyle::Subtitle, SEVERAL)];
    blocks.extend(scope.iter().cloned());
    if !result.gated() {
        blocks.push(DocxBlock::text(ParagraphStyle::Aside, UNGATED));
    }
    let aside = Aside::of_all(result).line();
    blocks.extend(aside.map(|aside| DocxBlock::text(ParagraphStyle::Inset, aside)));
    if outlines.is_empty() {
        return blocks;
    }
    let mut columns = vec![DocxColumn::of("Force", 18), DocxColumn::number("States", 10)];
    columns.extend(SHOWN.iter().map(|outcome| {
        // Its head is the longest.
        let share = if *outcome == Outcome::NotEvidenced { 12 } else { 10 };
        DocxColumn::number(capital(outcome.word()), share)
    }));
    columns.push(DocxColumn::of("Gate", 8));
    let rows = outlines.iter().map(row).collect();
    blocks.push(DocxBlock::Heading(1, "The forces".to_owned()));
    blocks.push(DocxBlock::Table(DocxTable { columns, rows }));
    blocks.push(DocxBlock::text(ParagraphStyle::Aside, STATES));
    blocks.push(DocxBlock::Heading(1, "What to do first".to_owned()));
    for outline in outlines {
        let mut runs = vec![DocxRun::strong(format!("{}: ", name(outline.gated)))];
        runs.extend(first::one(outline));
        blocks.push(DocxBlock::Paragraph(ParagraphStyle::Bullet, runs));
    }
    blocks
}

fn row(outline: &ReportOutline<'_>) -> Vec<DocxCell> {
    let ReportOutline { gated, counts, .. } = outline;
    let facts = format!("Facts of {}", date(gated.assessment.as_of));
    let mut row = vec![
        DocxCell {
            paragraphs: vec![vec![DocxRun::strong(name(gated))], vec![DocxRun::plain(facts)]],
            tint: None,
        },
        DocxCell::text(format!("{} of {}", counts.arrangements_stated, counts.arrangements)),
    ];
    row.extend(
        SHOWN.iter().map(|outcome| DocxCell::text(counts.in_force.count(*outcome).to_string())),
    );
    row.push(match verdict(gated) {
        None => DocxCell::text("none"),
        Some(says) if gated.fails() => DocxCell::of(vec![DocxRun::strong(says)]),
        Some(says) => DocxCell::text(says),
    });
    row
}
