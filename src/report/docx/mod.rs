//! `docx`: the report as a Word document, for people who go on writing in it before it is handed up.
//! It holds headings, tables and a contents list of Word's own kinds, and nothing that runs or loads.

mod appendix;
mod arrangements;
mod basis;
mod beside;
mod blocks;
mod brief;
mod finding;
mod force;
mod numbering;
mod package;
mod write;

use blocks::{DocxBlock, ParagraphStyle};

use super::format::{Extent, Readers, ReportFormat, ReportOptions};
use super::outline::ReportOutline;
use super::words::UNGATED;
use crate::result::CheckResult;
use crate::source::Fault;

/// The format.
pub(super) const FORMAT: ReportFormat = ReportFormat::binary(
    "docx",
    "A Word document for a board: short, with an annex if that is asked for",
    docx,
)
.for_people(Readers::Packed, Some(Extent::Brief));

fn docx(result: &CheckResult, options: ReportOptions) -> Result<Vec<u8>, Fault> {
    package::packed(result, &document(result, options)).map_err(|error| {
        Fault::whole("output::unwritten", format!("no Word document could be made: {error}"))
    })
}

/// All of the document, block by block: the short report, and the annex where that is asked for.
fn document(result: &CheckResult, options: ReportOptions) -> Vec<DocxBlock> {
    let mut blocks = brief::all(result);
    if options.extent == Some(Extent::Whole) {
        blocks.extend(annex(result));
    }
    blocks
}

/// Everything, each gap in full.
fn annex(result: &CheckResult) -> Vec<DocxBlock> {
    let mut blocks = vec![DocxBlock::Contents];
    if !result.gated() {
        blocks.push(DocxBlock::text(ParagraphStyle::Aside, UNGATED));
    }
    let only = result.only().is_some();
    for outline in result.assessments.iter().map(ReportOutline::of) {
        blocks.extend(if only { force::rest(&outline, 1) } else { force::chapter(&outline) });
    }
    blocks.extend(appendix::all(result));
    blocks.extend(basis::all(result));
    blocks
}
