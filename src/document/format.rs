//! What a format's file gives of the format: its names, and how it is told from others and read.

use std::borrow::Cow;
use std::fmt;

use super::block::Block;
use super::properties::Makers;
use super::remark::Remark;
use crate::source::Fault;

/// A format that documents are read from. The file of each gives one, and `open` lists them.
pub struct Format {
    /// What it is called.
    pub(super) name: &'static str,
    /// What programs know it by.
    pub(super) word: &'static str,
    /// The endings of its files' names, without the dot.
    pub(super) endings: &'static [&'static str],
    /// What a file is that ends so, where its content can always be told: one that isn't told by it
    /// is damaged.
    pub(super) always_told: Option<&'static str>,
    /// The largest file that is read, in bytes.
    pub(super) largest: usize,
    /// Whether the content can be nothing else.
    pub(super) recognises: fn(&[u8]) -> bool,
    /// Reads the content. The first argument is the document's name, for faults.
    pub(super) read: Read,
}

/// Reads the content of a document of this name.
pub(super) type Read = fn(&str, Cow<'_, [u8]>) -> Result<Contents, Fault>;

/// What a format's file makes of the bytes of a document.
#[derive(Clone, Debug, Default)]
pub(super) struct Contents {
    /// The text in reading order.
    pub blocks: Vec<Block>,
    /// What couldn't be read, as warnings.
    pub faults: Vec<Fault>,
    /// How many pages there are, where the format has pages.
    pub pages: Option<u32>,
    /// The words that nobody sees who looks at it; no block holds them.
    pub left_out: String,
    /// Who made it, by what the file says beside its text.
    pub makers: Makers,
    /// What is left from its writing.
    pub remarks: Vec<Remark>,
}

impl Format {
    /// What programs know it by: `docx`.
    #[must_use]
    pub fn word(&self) -> &'static str {
        self.word
    }
}

/// So many megabytes, in bytes.
pub(super) const fn megabytes(megabytes: usize) -> usize {
    megabytes * 1024 * 1024
}

impl PartialEq for Format {
    fn eq(&self, other: &Self) -> bool {
        self.word == other.word
    }
}

impl Eq for Format {}

impl fmt::Debug for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Format").field(&self.word).finish()
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}
