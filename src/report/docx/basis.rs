//! What the document rests on: with this, the same comes out again.

use super::super::prose::capital;
use super::super::provenance;
use super::super::shortfall::name;
use super::blocks::{DocxBlock, DocxCell, DocxColumn, DocxRun, DocxTable, ParagraphStyle};
use crate::result::CheckResult;

/// Programs, rules, inputs and sources with their SHA-256, and the dates.
pub(super) fn all(result: &CheckResult) -> Vec<DocxBlock> {
    let mut blocks = vec![
        DocxBlock::Heading(1, "What this rests on".to_owned()),
        DocxBlock::text(
            ParagraphStyle::Normal,
            "The same program, rules and inputs give this report again. A SHA-256 tells a file from every \
             other. What was edited in this document afterwards, no one can tell by them.",
        ),
        table(&provenance::of_run(result)),
    ];
    for gated in &result.assessments {
        blocks.push(DocxBlock::Heading(2, name(gated).to_owned()));
        blocks.push(table(&provenance::of_force(gated)));
    }
    blocks
}

fn table(lines: &[(String, String)]) -> DocxBlock {
    let columns = vec![DocxColumn::of("What", 7), DocxColumn::of("Version, date or SHA-256", 13)];
    let rows = lines.iter().map(|(name, value)| {
        vec![DocxCell::text(capital(name)), DocxCell::of(vec![DocxRun::name(value.as_str())])]
    });
    DocxBlock::Table(DocxTable { columns, rows: rows.collect() })
}
