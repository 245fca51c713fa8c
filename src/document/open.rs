//! What a file is, by its content first, and reading it as that.

use super::block::Block;
use super::format::{Contents, Format};
use super::{docx, html, markdown, odt, pdf, plain, unread};
use crate::source::{Digest, Fault};

/// The largest document that is read, in bytes.
pub const SIZE_LIMIT: usize = 256 * 1024 * 1024;

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

/// Reads a document out of its bytes.
///
/// # Errors
///
/// A fault where it is of no known format, damaged, encrypted, larger than [`SIZE_LIMIT`], or holds
/// nothing that can be read as language. Silence about a document that wasn't read would pass for
/// its being silent.
pub fn open(name: &str, bytes: &[u8]) -> Result<Document, Fault> {
    if bytes.len() > SIZE_LIMIT {
        let megabytes = SIZE_LIMIT / 1024 / 1024;
        let message = format!("`{name}` is larger than {megabytes} MB");
        return Err(Fault::whole("document::too-large", message)
            .help("split it, or save the part that matters as plain text"));
    }
    let (format, warning) = format_of(name, bytes)?;
    let Contents { blocks, mut faults, pages } = (format.read)(name, bytes)?;
    if blocks.is_empty() {
        let message = format!("`{name}` holds no text");
        return Err(Fault::whole("document::no-text", message)
            .help("nothing was read, which is not the same as a document that states nothing"));
    }
    faults.splice(0..0, warning);
    let digest = Digest::of(bytes);
    Ok(Document { name: name.to_owned(), digest, format, blocks, faults, pages })
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
