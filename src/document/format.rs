//! What a file is, by its content first, and reading it as that.

use std::fmt;

use super::{Block, Document, docx, html, markdown, odt, pdf, plain, unread};
use crate::source::{Digest, Fault};

/// The largest document that is read, in bytes.
pub const SIZE_LIMIT: usize = 256 * 1024 * 1024;

/// The formats that documents are read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// A Word file, as Word has saved them since 2007.
    Docx,
    /// An OpenDocument text file.
    Odt,
    /// A web page.
    Html,
    /// Markdown.
    Markdown,
    /// Plain text in any encoding.
    Plain,
    /// The Portable Document Format.
    Pdf,
}

/// What a format's file makes of the bytes of a document.
#[derive(Clone, Debug, Default)]
pub(super) struct Contents {
    /// The text in reading order.
    pub blocks: Vec<Block>,
    /// What couldn't be read, as warnings.
    pub faults: Vec<Fault>,
    /// How many pages there are, where the format has pages.
    pub pages: Option<u32>,
}

/// How one format is told from others and read. Each format's file gives one.
pub(super) struct Reader {
    /// The format.
    pub format: Format,
    /// What it is called.
    pub name: &'static str,
    /// The endings of its files' names, without the dot.
    pub endings: &'static [&'static str],
    /// Whether the content can be nothing else.
    pub recognises: fn(&[u8]) -> bool,
    /// Reads the content. The first argument is the document's name, for faults.
    pub read: fn(&str, &[u8]) -> Result<Contents, Fault>,
}

/// Every format: those that can be told by their content come before those that can't.
const READERS: &[&Reader] =
    &[&pdf::READER, &docx::READER, &odt::READER, &html::READER, &markdown::READER, &plain::READER];

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let reader = READERS.iter().find(|reader| reader.format == *self);
        f.write_str(reader.map_or("document", |reader| reader.name))
    }
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
    let (reader, warning) = reader_of(name, bytes)?;
    let Contents { blocks, mut faults, pages } = (reader.read)(name, bytes)?;
    if blocks.is_empty() {
        let message = format!("`{name}` holds no text");
        return Err(Fault::whole("document::no-text", message)
            .help("nothing was read, which is not the same as a document that states nothing"));
    }
    faults.splice(0..0, warning);
    let digest = Digest::of(bytes);
    Ok(Document { name: name.to_owned(), digest, format: reader.format, blocks, faults, pages })
}

/// What reads a document, and a warning where its name says something else than its content.
fn reader_of(name: &str, bytes: &[u8]) -> Result<(&'static Reader, Option<Fault>), Fault> {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    let ending = ending.as_deref().unwrap_or_default();
    let by_name = READERS.iter().copied().find(|reader| reader.endings.contains(&ending));
    let by_content = READERS.iter().copied().find(|reader| (reader.recognises)(bytes));
    match (by_content, by_name) {
        (Some(found), Some(named)) if found.format != named.format => {
            let message = format!("`{name}` ends in `.{ending}` but is {}", found.name);
            let fault = Fault::whole("document::wrong-ending", message)
                .help("it was read as what it is: give it its own ending")
                .into_warning();
            Ok((found, Some(fault)))
        }
        (Some(found), _) => Ok((found, None)),
        (None, named) => match unread::why(name, ending, bytes) {
            Some(fault) => Err(fault),
            None => Ok((named.unwrap_or(&plain::READER), None)),
        },
    }
}
