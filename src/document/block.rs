//! A block of text in which every character knows where it stands.

use std::borrow::Cow;

use crate::source::Span;

/// A place in a document. Lines and columns count from 1, columns in Unicode scalars.
///
/// In plain text, Markdown and HTML the line is that of the file; in PDF that of the page; in Word
/// and OpenDocument files, which have no lines, the number of the paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spot {
    /// The page, from 1, where the format has pages.
    pub page: Option<u32>,
    /// The line (or paragraph), from 1.
    pub line: u32,
    /// The column, from 1.
    pub column: u32,
}

/// What a block is to its readers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A heading or a title; its level, from 1.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// An item of a list, without its bullet or number.
    Item,
    /// A cell of a table.
    Cell(Cell),
    /// Words that the document quotes from somebody else, as a block.
    Quotation,
    /// What a page repeats at its edges: headers, footers, page numbers.
    Furniture,
}

/// Where a cell stands in its table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// The table, counted from 0 in the document.
    pub table: u32,
    /// The row, from 0.
    pub row: u32,
    /// The column, from 0.
    pub column: u32,
    /// How many rows it reaches over.
    pub rows: u32,
    /// How many columns it reaches over.
    pub columns: u32,
    /// Whether it is a heading itself, of its column or of its row.
    pub heads: bool,
    /// What heads its column.
    pub under: Option<String>,
    /// What heads its row: the first cell of it, where that is a label.
    pub beside: Option<String>,
}

/// A stretch of a block's text that stands in one line of the document without a gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    /// Where it begins in the block's text, in bytes.
    pub at: usize,
    /// Where it begins in the document.
    pub spot: Spot,
}

/// A block of text in reading order.
///
/// Its text is one line: white space and line breaks are single spaces. Where a word was divided at
/// the end of a line ("anti-" + "trafficking") the text has it whole with its hyphen, and the block
/// remembers the joint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: Kind,
    pub(super) text: String,
    pub(super) runs: Vec<Stretch>,
    /// Offsets right after a hyphen at which a line ended.
    pub(super) joints: Vec<usize>,
    /// Offsets of spaces that the document doesn't have: each parts a raised number from its word.
    pub(super) raised: Vec<usize>,
    /// Offsets of spaces that are tabulators in the document.
    pub(super) tabs: Vec<usize>,
    /// Offsets at which a line of the document begins.
    pub(super) lines: Vec<usize>,
    /// The mark that it begins with and that isn't part of its text.
    pub(super) mark: Mark,
    /// Its part in the document's notes; most blocks have none.
    pub(super) noted: Option<Box<Noted>>,
}

/// What a block has to do with the notes at the foot of a page or at the document's end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Noted {
    /// The marks of notes in its text, in order.
    pub marks: Vec<NoteMark>,
    /// The note that it is part of.
    pub of: Option<u32>,
}

/// The mark of a note in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteMark {
    /// Where it stands, in bytes of the block's text: empty where the text goes without it, else the words
    /// that are the mark (`1`, `[1]`).
    pub place: Span,
    /// Which note it names: a number that is this note's alone in the document.
    pub note: u32,
}

/// What stands before the words of a block: most often one sign, which takes no memory of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// A bullet, a dash; or nothing.
    Sign(Option<char>),
    /// A number, as it is written: "2.3", "(b)".
    Written(Box<str>),
}

impl Mark {
    pub(super) fn new(mark: &str) -> Self {
        let mark = mark.trim();
        let mut signs = mark.chars();
        match (signs.next(), signs.next()) {
            (sign, None) if !sign.is_some_and(char::is_numeric) => Self::Sign(sign),
            _ => Self::Written(Box::from(mark)),
        }
    }
}

impl Block {
    /// Its text, on one line.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What stands in front of its words in the document without being part of its text, as it is written there:
    /// "•", "2.3", "(b)".
    #[must_use]
    pub fn mark(&self) -> Option<Cow<'_, str>> {
        match &self.mark {
            Mark::Sign(sign) => sign.map(|sign| Cow::Owned(sign.to_string())),
            Mark::Written(mark) => Some(Cow::Borrowed(mark)),
        }
    }

    /// What a tabulator parts: "Coordinator", "no". Of several the number of a row is passed over, and the next two parts count.
    /// None where it has none.
    #[must_use]
    pub fn tabbed(&self) -> Option<(&str, &str)> {
        let starts = std::iter::once(0).chain(self.tabs.iter().copied());
        let ends = self.tabs.iter().copied().chain([self.text.len()]);
        let mut parts = starts.zip(ends).filter_map(|(start, end)| self.text.get(start..end));
        let is_number =
            |part: &str| part.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ' '));
        let first = parts.next().filter(|_| !self.tabs.is_empty())?;
        let label = if self.tabs.len() > 1 && is_number(first) { parts.next()? } else { first };
        Some((label.trim(), parts.next()?.trim()))
    }

    /// Its number or letter in front, without signs: "2.3", "b". A bullet is none.
    #[must_use]
    pub fn number(&self) -> Option<&str> {
        let Mark::Written(mark) = &self.mark else { return None };
        let bare = mark.trim_matches(|c: char| !c.is_alphanumeric());
        // "o" is a bullet, and who counts by letters closes them.
        let closed = bare.len() < mark.len();
        let counts = closed || bare.contains(|c: char| c.is_ascii_digit());
        (!bare.is_empty() && counts).then_some(bare)
    }

    /// The marks of notes in its text, in order.
    #[must_use]
    pub fn note_marks(&self) -> &[NoteMark] {
        self.noted.as_ref().map_or(&[], |noted| noted.marks.as_slice())
    }

    /// The note that it is part of, by the number that its marks have.
    #[must_use]
    pub fn note(&self) -> Option<u32> {
        self.noted.as_ref().and_then(|noted| noted.of)
    }

    /// Says more of its part in the notes.
    pub(super) fn noted(&mut self) -> &mut Noted {
        self.noted.get_or_insert_default()
    }

    fn run(&self, offset: usize) -> Option<&Stretch> {
        let index = self.runs.partition_point(|run| run.at <= offset).saturating_sub(1);
        self.runs.get(index)
    }

    /// A place in the line in which the character at a byte offset of its text stands.
    #[must_use]
    pub fn start_of_run(&self, offset: usize) -> Spot {
        self.run(offset).map(|run| run.spot).unwrap_or_default()
    }

    /// Where the character at a byte offset of its text stands.
    #[must_use]
    pub fn spot(&self, offset: usize) -> Spot {
        let Some(run) = self.run(offset) else { return Spot::default() };
        let within = self.text.get(run.at..offset.min(self.text.len())).unwrap_or_default();
        let columns = u32::try_from(within.chars().count()).unwrap_or(u32::MAX);
        Spot { column: run.spot.column.saturating_add(columns), ..run.spot }
    }

    /// Offsets of its text at which a word was divided at the end of a line: each is right after
    /// the hyphen.
    #[must_use]
    pub fn joints(&self) -> &[usize] {
        &self.joints
    }

    /// Offsets of its text at which a line of the document begins.
    #[must_use]
    pub fn line_starts(&self) -> &[usize] {
        &self.lines
    }

    /// The words at a span of its text as they stand in the document, white space folded: a word
    /// that was divided is divided again, a raised number stands close to its word.
    #[must_use]
    pub fn quote(&self, span: Span) -> String {
        let text = self.text.get(span.clone()).unwrap_or_default();
        let mut quote = String::with_capacity(text.len());
        for (at, c) in text.char_indices().map(|(at, c)| (span.start + at, c)) {
            if at > span.start && self.joints.binary_search(&at).is_ok() {
                quote.push(' ');
            }
            if self.raised.binary_search(&at).is_err() {
                quote.push(c);
            }
        }
        quote
    }
}
