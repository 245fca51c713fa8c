//! Every requirement in a table, met or not, so that nothing that was asked is out of sight.

use super::super::columns::{OBJECTION, SILENT, gate, rows};
use super::super::prose::capital;
use super::super::shortfall::{Short, name};
use super::blocks::{DocxBlock, DocxCell, DocxColumn, DocxRun, DocxTable, ParagraphStyle};
use crate::result::CheckResult;

/// The table, a row a requirement of each force.
pub(super) fn all(result: &CheckResult) -> Vec<DocxBlock> {
    let several = result.assessments.len() > 1;
    let mut columns = Vec::new();
    if several {
        columns.push(DocxColumn::of("Force", 9));
    }
    columns.extend([
        DocxColumn::of("Requirement", 13),
        DocxColumn::of("What is asked", 16),
        DocxColumn::of("How binding", 8),
        DocxColumn::of("Outcome", 9),
    ]);
    if result.gated() {
        columns.push(DocxColumn::of("Gate", 6));
    }
    let rows = rows(result).map(|row| {
        let mut cells = Vec::new();
        if several {
            cells.push(DocxCell::text(name(row.about.gated)));
        }
        cells.push(DocxCell::of(vec![DocxRun::name(row.about.rule())]));
        match row.about.what {
            Short::Finding(finding) => {
                let superseded = if finding.superseded { ", superseded" } else { "" };
                cells.extend([
                    DocxCell::text(finding.title.as_str()),
                    DocxCell::text(format!("{}{superseded}", finding.strength)),
                    DocxCell::outcome(finding.outcome),
                ]);
            }
            Short::Silent(silent) => cells.extend([
                DocxCell::text(capital(&silent.name)),
                DocxCell::text(""),
                DocxCell::of(vec![DocxRun::strong(SILENT)]),
            ]),
            Short::Objection(_) => cells.extend([
                DocxCell::text(row.about.title()),
                DocxCell::text(""),
                DocxCell::of(vec![DocxRun::strong(OBJECTION)]),
            ]),
        }
        if result.gated() {
            cells.push(DocxCell::text(gate(&row).unwrap_or("none")));
        }
        cells
    });
    let mut blocks = vec![DocxBlock::Opening("All requirements".to_owned())];
    if let Some(incomplete) = result.incomplete() {
        blocks.push(DocxBlock::Paragraph(ParagraphStyle::Alert, vec![DocxRun::strong(incomplete)]));
    }
    blocks.push(DocxBlock::text(
        ParagraphStyle::Normal,
        "Every requirement that was looked at, met or not. Superseded ones are marked; they are in no \
         total.",
    ));
    let table = DocxTable { columns, rows: rows.collect() };
    if !table.rows.is_empty() {
        blocks.push(DocxBlock::Table(table));
    }
    blocks
}
