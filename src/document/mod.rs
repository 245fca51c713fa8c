//! Documents as people send them, as text with positions: one file a format.
//!
//! Whatever the format, a [`Document`] is a list of [`Block`]s in reading order: headings,
//! paragraphs, list items, cells with the heading of their column, quotations, and what a page
//! repeats at its edges. Every character of a block knows its [`Spot`]. Nothing here knows what the
//! words mean.

mod archive;
mod block;
mod budget;
mod builder;
mod counted;
mod counted_lines;
mod dictionary;
mod docx;
mod encoding;
mod entries;
mod flow;
mod foot;
mod foot_marks;
mod format;
mod guard;
mod headings;
mod html;
mod language;
mod left_out;
mod lines;
mod markdown;
mod names;
mod notes;
mod numbers;
mod odt;
mod open;
mod paragraph;
#[cfg(feature = "pdf")]
mod pdf;
mod pdf_header;
#[cfg(not(feature = "pdf"))]
mod pdf_left_out;
mod pictures;
mod plain;
mod properties;
mod raised;
mod remark;
mod slot;
mod struck;
mod table;
mod tracked;
mod typed;
mod typed_row;
mod typed_signs;
mod typed_spaces;
mod typed_table;
mod unread;
mod workbook;
mod xml;

#[cfg(not(feature = "pdf"))]
use pdf_left_out as pdf;

pub use block::{Block, Cell, Kind, NoteMark, Spot};
pub use budget::MEMORY;
pub use builder::Builder;
pub use docx::{WordChange, WordCopy, with_changes};
pub(crate) use foot_marks::is_raised;
pub use format::Format;
pub use guard::{caught, hush_panics};
pub use open::{Document, SIZE_LIMIT, endings, formats, open};
pub use properties::Makers;
pub use remark::{Remark, RemarkKind};
pub use workbook::{At, Held, Sheet, WORKBOOK_ENDINGS, WORKBOOK_LIMIT, Workbook, open_workbook};
