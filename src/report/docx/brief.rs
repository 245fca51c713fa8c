//! The short report as Word has it.

use super::super::brief::{BriefBlock, BriefCell, BriefTable, Manner, brief};
use super::blocks::{DocxBlock, DocxCell, DocxColumn, DocxRun, DocxTable, ParagraphStyle, set};
use crate::result::CheckResult;

/// All of it.
pub(super) fn all(result: &CheckResult) -> Vec<DocxBlock> {
    brief(result).into_iter().flat_map(block).collect()
}

fn block(block: BriefBlock) -> Vec<DocxBlock> {
    let list = |style: ParagraphStyle, points: Vec<Vec<_>>| -> Vec<DocxBlock> {
        points.iter().map(|point| DocxBlock::sentence(style, point)).collect()
    };
    match block {
        BriefBlock::Title(title) => vec![DocxBlock::text(ParagraphStyle::Title, title)],
        BriefBlock::Heading(level, text) => vec![DocxBlock::Heading(level, text)],
        BriefBlock::Opening(text) => vec![DocxBlock::Opening(text)],
        BriefBlock::Paragraph(manner, said) => vec![DocxBlock::sentence(style(manner), &said)],
        BriefBlock::Points(points) => list(ParagraphStyle::Bullet, points),
        BriefBlock::Steps(index, steps) => list(ParagraphStyle::Numbered(index), steps),
        BriefBlock::Table(table) => vec![self::table(&table)],
    }
}

fn style(manner: Manner) -> ParagraphStyle {
    match manner {
        Manner::Lede => ParagraphStyle::Subtitle,
        Manner::Plain => ParagraphStyle::Normal,
        Manner::Aside => ParagraphStyle::Aside,
        Manner::Alert => ParagraphStyle::Alert,
    }
}

fn table(table: &BriefTable) -> DocxBlock {
    let numbers = |at: usize| {
        table.rows.first().and_then(|row| row.get(at)).is_some_and(BriefCell::is_number)
    };
    let columns = table.columns.iter().enumerate().map(|(at, (head, share))| {
        if numbers(at) { DocxColumn::number(*head, *share) } else { DocxColumn::of(*head, *share) }
    });
    DocxBlock::Table(DocxTable {
        columns: columns.collect(),
        rows: table.rows.iter().map(|row| row.iter().map(cell).collect()).collect(),
    })
}

fn cell(cell: &BriefCell) -> DocxCell {
    match cell {
        BriefCell::Said(said) => {
            DocxCell { paragraphs: said.iter().map(|one| set(one)).collect(), tint: None }
        }
        BriefCell::State(state) => DocxCell::state(*state),
        BriefCell::Outcome(outcome) => DocxCell::outcome(*outcome),
        BriefCell::Number(number) => DocxCell::of(vec![DocxRun::plain(number.to_string())]),
    }
}
