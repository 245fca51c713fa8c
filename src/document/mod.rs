//! Documents as people send them, as text with positions: one file a format.
//!
//! Whatever the format, a [`Document`] is a list of [`Block`]s in reading order: headings,
//! paragraphs, list items, cells with the heading of their column, quotations, and what a page
//! repeats at its edges. Every character of a block knows its [`Spot`]. Nothing here knows what the
//! words mean.

mod archive;
mod block;
mod builder;
mod docx;
mod encoding;
mod flow;
mod format;
mod guard;
mod headings;
mod html;
mod language;
mod lines;
mod markdown;
mod odt;
mod open;
mod paragraph;
mod pdf;
mod plain;
mod slot;
mod table;
mod typed;
mod unread;
mod xml;

pub use block::{Block, Cell, Kind, Spot};
pub use builder::Builder;
pub use format::Format;
pub use guard::{caught, hush_panics};
pub use open::{SIZE_LIMIT, endings, formats, open};

use crate::source::{Digest, Fault};

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
