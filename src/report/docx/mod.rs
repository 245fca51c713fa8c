//! `docx`: the report as a Word document, for people who go on writing in it before it is handed up.
//! It holds headings, tables and a contents list of Word's own kinds, and nothing that runs or loads.

mod appendix;
mod arrangements;
mod basis;
mod beside;
mod blocks;
mod finding;
mod first;
mod force;
mod numbering;
mod overview;
mod package;
mod write;

use blocks::{DocxBlock, ParagraphStyle};

use super::format::{ReportFormat, ReportOptions};
use super::lede::{self, title};
use super::outline::ReportOutline;
use super::phrase::Phrase;
use crate::result::CheckResult;
use crate::source::Fault;

/// The format.
pub(super) const FORMAT: ReportFormat = ReportFormat::binary(
    "docx",
    "A Word document: the report, to be edited before it goes to a board",
    docx,
);

fn docx(result: &CheckResult, _: ReportOptions) -> Result<Vec<u8>, Fault> {
    package::packed(result, &document(result)).map_err(|error| {
        Fault::whole("output::unwritten", format!("no Word document could be made: {error}"))
    })
}

/// All of the document, block by block.
fn document(result: &CheckResult) -> Vec<DocxBlock> {
    let outlines: Vec<ReportOutline<'_>> =
        result.assessments.iter().map(ReportOutline::of).collect();
    let mut blocks = vec![DocxBlock::text(ParagraphStyle::Title, title(result))];
    match outlines.as_slice() {
        [only] if result.only().is_some() => {
            blocks.extend(first::page(&result.run, only, 0, 1, &scope(result)));
            blocks.push(DocxBlock::Contents);
            blocks.extend(force::rest(only, 1));
        }
        several => {
            blocks.extend(overview::page(result, several, &scope(result)));
            blocks.push(DocxBlock::Contents);
            for (index, outline) in several.iter().enumerate() {
                blocks.extend(force::chapter(&result.run, outline, index));
            }
        }
    }
    blocks.extend(appendix::all(result));
    blocks.extend(basis::all(result));
    blocks
}

/// What bounds the whole: that an input is missing, or that only a part was asked.
fn scope(result: &CheckResult) -> Vec<DocxBlock> {
    let incomplete = result.incomplete().map(|incomplete| {
        let counts = " What it says isn't in this report, and no number here counts it.";
        let said = [Phrase::strong(incomplete), Phrase::plain(counts)];
        DocxBlock::sentence(ParagraphStyle::Alert, &said)
    });
    let part = lede::scope(result).map(|scope| DocxBlock::sentence(ParagraphStyle::Inset, &scope));
    incomplete.into_iter().chain(part).collect()
}
