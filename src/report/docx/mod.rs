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
mod overview;
mod package;
mod write;

use blocks::{Block, Run, Style};

use super::format::{Format, Look};
use super::priorities::title;
use crate::result::CheckResult;
use crate::source::Fault;

/// The format.
pub(super) const FORMAT: Format = Format {
    name: "docx",
    about: "A Word document: the report, to be edited before it goes to a board",
    binary: true,
    render: docx,
    companion: None,
    caveat: None,
};

fn docx(result: &CheckResult, _: Look) -> Result<Vec<u8>, Fault> {
    package::packed(result, &document(result)).map_err(|error| {
        Fault::whole("output::unwritten", format!("no Word document could be made: {error}"))
    })
}

/// All of the document, block by block.
fn document(result: &CheckResult) -> Vec<Block> {
    let mut blocks = vec![Block::text(Style::Title, title(result))];
    let only = result.only();
    match only {
        Some(only) => blocks.extend(first::page(only, 0, 1, &scope(result))),
        None => blocks.extend(overview::page(result, &scope(result))),
    }
    blocks.push(Block::Contents);
    match only {
        Some(only) => blocks.extend(force::rest(only, 1)),
        None => {
            for (index, gated) in result.assessments.iter().enumerate() {
                blocks.extend(force::chapter(gated, index));
            }
        }
    }
    blocks.extend(appendix::all(result));
    blocks.extend(basis::all(result));
    blocks
}

/// What bounds the whole: that an input is missing, or that only a part was asked.
fn scope(result: &CheckResult) -> Vec<Block> {
    let mut blocks = Vec::new();
    if let Some(incomplete) = result.incomplete() {
        blocks.push(Block::Paragraph(
            Style::Alert,
            vec![
                Run::strong(incomplete),
                Run::plain(" What it says isn't in this report, and no number here counts it."),
            ],
        ));
    }
    if let Some(filter) = &result.run.filtered {
        blocks.push(Block::Paragraph(
            Style::Inset,
            vec![
                Run::strong(format!("Only {filter}.")),
                Run::plain(" What else is asked isn't in this report."),
            ],
        ));
    }
    blocks
}
