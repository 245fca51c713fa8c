//! What a file is, by its content first, and reading it as that.

use std::borrow::Cow;

use super::block::Block;
use super::budget::Budget;
use super::format::{Contents, Format, megabytes};
use super::properties::Makers;
use super::remark::Remark;
use super::{docx, foot, html, markdown, odt, pdf, plain, unread};
use crate::source::{Digest, Fault};

/// The largest document that is read in any format, in bytes.
pub const SIZE_LIMIT: usize = megabytes(96);

/// A document with positions.
#[derive(Clone, Debug)]
pub struct Document {
    /// The name that people know it by: usually the path that they typed.
    pub name: String,
    /// The digest of its bytes.
    pub digest: Digest,
    /// What it was read as.
    pub format: &'static Format,
    /// Its text in reading order.
    pub blocks: Vec<Block>,
    /// What couldn't be read of it, page by page, and what somebody should look at. Warnings: a
    /// document of which nothing can be read is a fault instead of a document.
    pub faults: Vec<Fault>,
    /// How many pages it has, where the format has pages.
    pub pages: Option<u32>,
    /// The words that nobody sees who looks at it: hidden, covered, struck out. No block holds them.
    pub left_out: String,
    /// Who made it, by what the file says beside its text.
    pub makers: Makers,
    /// What is left from its writing: changes that are tracked, comments. Of Word files alone.
    pub remarks: Vec<Remark>,
}

impl Document {
    /// How much memory it takes with what is made of it, in bytes, as far as that can be told.
    #[must_use]
    pub fn takes(&self) -> usize {
        let mut budget = Budget::default();
        self.blocks.iter().for_each(|block| budget.block(block));
        budget.takes()
    }

    /// Whether a block, by its place among them, has a number or letter of its own.
    pub(crate) fn is_numbered(&self, block: usize) -> bool {
        self.blocks.get(block).is_some_and(|block| block.number().is_some())
    }
}

/// Every format: those that can be told by their content come before those that can't.
static FORMATS: &[&Format] =
    &[&pdf::FORMAT, &docx::FORMAT, &odt::FORMAT, &html::FORMAT, &markdown::FORMAT, &plain::FORMAT];

/// The formats that documents are read from.
pub fn formats() -> impl Iterator<Item = &'static Format> {
    FORMATS.iter().copied()
}

/// The endings of the names of files that are documents, without the dot.
pub fn endings() -> impl Iterator<Item = &'static str> {
    formats().flat_map(|format| format.endings).copied()
}

/// Reads a document out of its bytes: it is told from others by a few of them, and those that are
/// handed over whole aren't copied.
///
/// # Errors
///
/// A fault where it is of no known format, damaged, encrypted, larger than its format may be, takes
/// more than [`MEMORY`](super::MEMORY), or holds nothing that can be read as language. Silence about a
/// document that wasn't read would pass for its being silent.
pub fn open<'a>(name: &str, bytes: impl Into<Cow<'a, [u8]>>) -> Result<Document, Fault> {
    let bytes = bytes.into();
    if bytes.len() > SIZE_LIMIT {
        return Err(too_large(name, SIZE_LIMIT, "any document"));
    }
    let (format, warning) = format_of(name, &bytes)?;
    if bytes.len() > format.largest {
        return Err(too_large(name, format.largest, format.name));
    }
    let digest = Digest::of(&bytes);
    let contents = (format.read)(name, bytes)?;
    let Contents { mut blocks, mut faults, pages, left_out, makers, remarks } = contents;
    if blocks.is_empty() {
        let message = format!("`{name}` holds no text");
        return Err(Fault::whole("document::no-text", message)
            .help("nothing was read, which is not the same as a document that states nothing"));
    }
    let mut budget = Budget::default();
    blocks.iter().for_each(|block| budget.block(block));
    budget.excess(name)?;
    foot::link(&mut blocks);
    faults.splice(0..0, warning);
    let name = name.to_owned();
    Ok(Document { name, digest, format, blocks, faults, pages, left_out, makers, remarks })
}

fn too_large(name: &str, most: usize, what: &str) -> Fault {
    let megabytes = most / 1024 / 1024;
    let message =
        format!("`{name}` is larger than {megabytes} MB, the most that is read of {what}");
    Fault::whole("document::too-large", message)
        .help("split it, or save the part that matters as plain text")
}

/// What a document is, and a warning where its name says something else than its content.
fn format_of(name: &str, bytes: &[u8]) -> Result<(&'static Format, Option<Fault>), Fault> {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    let ending = ending.as_deref().unwrap_or_default();
    let by_name = formats().find(|format| format.endings.contains(&ending));
    let by_content = formats().find(|format| (format.recognises)(bytes));
    match (by_content, by_name) {
        (Some(found), Some(named)) if found != named => {
            let message = format!("`{name}` ends in `.{ending}` but is {found}");
            let fault = Fault::whole("document::wrong-ending", message)
                .help("it was read as what it is: give it its own ending")
                .into_warning();
            Ok((found, Some(fault)))
        }
        (Some(found), _) => Ok((found, None)),
        (None, named) => {
            let expected = named.and_then(|named| named.always_told);
            match unread::why(name, ending, expected, bytes) {
                Some(fault) => Err(fault),
                None => Ok((named.unwrap_or(&plain::FORMAT), None)),
            }
        }
    }
}
