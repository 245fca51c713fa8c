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

use blocks::{Block, Style};

use super::format::{Format, Look};
use super::lede::{self, title};
use super::outline::Outline;
use super::phrase::Phrase;
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
    let outlines: Vec<Outline<'_>> = result.assessments.iter().map(Outline::of).collect();
    let mut blocks = vec![Block::text(Style::Title, title(result))];
    match outlines.as_slice() {
        [only] if result.only().is_some() => {
            blocks.extend(first::page(only, 0, 1, &scope(result)));
            blocks.push(Block::Contents);
            blocks.extend(force::rest(only, 1));
        }
        several => {
            blocks.extend(overview::page(result, several, &scope(result)));
            blocks.push(Block::Contents);
            for (index, outline) in several.iter().enumerate() {
                blocks.extend(force::chapter(outline, index));
            }
        }
    }
    blocks.extend(appendix::all(result));
    blocks.extend(basis::all(result));
    blocks
}

/// What bounds the whole: that an input is missing, or that only a part was asked.
fn scope(result: &CheckResult) -> Vec<Block> {
    let incomplete = result.incomplete().map(|incomplete| {
        let counts = " What it says isn't in this report, and no number here counts it.";
        let said = [Phrase::strong(incomplete), Phrase::plain(counts)];
        Block::sentence(Style::Alert, &said)
    });
    let part = lede::scope(result).map(|scope| Block::sentence(Style::Inset, &scope));
    incomplete.into_iter().chain(part).collect()
}
