//! What the short report is made of, before it is Word, HTML or Markdown.

use super::super::phrase::Phrase;
use crate::standing::{Outcome, State};

/// A part of the short report.
#[derive(Clone, Debug)]
pub(in crate::report) enum BriefBlock {
    /// What the whole is called.
    Title(String),
    /// A heading, 1 the highest below the title.
    Heading(u8, String),
    /// A heading of level 1 that begins a page.
    Opening(String),
    /// A paragraph.
    Paragraph(Manner, Vec<Phrase>),
    /// Points in no order.
    Points(Vec<Vec<Phrase>>),
    /// Points in order. Each list counts from one; the number tells the lists apart.
    Steps(usize, Vec<Vec<Phrase>>),
    /// A table.
    Table(BriefTable),
}

/// How loudly a paragraph speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::report) enum Manner {
    /// What the report is about.
    Lede,
    /// Running text.
    Plain,
    /// What matters less.
    Aside,
    /// What must not be missed.
    Alert,
}

/// A table with a head.
#[derive(Clone, Debug)]
pub(in crate::report) struct BriefTable {
    /// What it shows, for those who don't see what stands around it.
    pub(in crate::report) caption: String,
    /// The heads of its columns, and how wide each is beside the others.
    pub(in crate::report) columns: Vec<(&'static str, u32)>,
    /// Its rows, a cell a column.
    pub(in crate::report) rows: Vec<Vec<BriefCell>>,
}

/// A cell.
#[derive(Clone, Debug)]
pub(in crate::report) enum BriefCell {
    /// Its paragraphs.
    Said(Vec<Vec<Phrase>>),
    /// A state.
    State(State),
    /// An outcome.
    Outcome(Outcome),
    /// A number.
    Number(usize),
}

impl BriefBlock {
    /// A paragraph of plain text.
    pub(super) fn text(manner: Manner, text: impl Into<String>) -> Self {
        Self::Paragraph(manner, vec![Phrase::plain(text)])
    }
}

impl BriefCell {
    /// Whether it holds a number.
    pub(in crate::report) fn is_number(&self) -> bool {
        matches!(self, Self::Number(_))
    }

    /// A cell of one text.
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::Said(vec![vec![Phrase::plain(text)]])
    }

    /// The same, to be seen first.
    pub(super) fn strong(text: impl Into<String>) -> Self {
        Self::Said(vec![vec![Phrase::strong(text)]])
    }
}
