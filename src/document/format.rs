//! What a file is, by its content first, and reading it as that.

use std::fmt;

use super::{Block, Document, pdf, plain};
use crate::source::Fault;

/// The largest document that is read, in bytes.
pub const SIZE_LIMIT: usize = 256 * 1024 * 1024;

/// The formats that documents are read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
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
const READERS: &[&Reader] = &[&pdf::READER, &plain::READER];

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
    let reader = reader_of(name, bytes)?;
    let Contents { blocks, faults, pages } = (reader.read)(name, bytes)?;
    if blocks.is_empty() {
        let message = format!("`{name}` holds no text");
        return Err(Fault::whole("document::no-text", message)
            .help("nothing was read, which is not the same as a document that states nothing"));
    }
    Ok(Document { name: name.to_owned(), format: reader.format, blocks, faults, pages })
}

fn reader_of(name: &str, bytes: &[u8]) -> Result<&'static Reader, Fault> {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    let by_name = ending
        .and_then(|ending| READERS.iter().find(|reader| reader.endings.contains(&ending.as_str())));
    let by_content = READERS.iter().find(|reader| (reader.recognises)(bytes));
    Ok(by_content.or(by_name).unwrap_or(&&plain::READER))
}
