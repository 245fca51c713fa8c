//! What the document is made of, before it is XML: headings, paragraphs of runs, tables, contents.

use super::super::phrase::Phrase;
use super::super::words::date;
use crate::standing::{Outcome, State};

/// A part of the document, as high as one thing.
#[derive(Clone, Debug)]
pub(super) enum DocxBlock {
    /// A heading of a level, 1 the highest. The contents list has those of the first two.
    Heading(u8, String),
    /// A heading of level 1 that begins a page.
    Opening(String),
    /// A paragraph.
    Paragraph(ParagraphStyle, Vec<DocxRun>),
    /// A table.
    Table(DocxTable),
    /// The list of headings.
    Contents,
}

/// What a paragraph is for. Its look stands in `styles.xml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ParagraphStyle {
    /// Running text.
    Normal,
    /// What the document is called.
    Title,
    /// What it is about, under its title.
    Subtitle,
    /// What must not be missed.
    Alert,
    /// What the text around it rests on.
    Inset,
    /// What matters less.
    Aside,
    /// What a requirement came to, on the page of what follows.
    Outcome,
    /// Words of a source.
    Quote,
    /// Where they stand.
    QuoteSource,
    /// What a table shows.
    Caption,
    /// A point of a list.
    Bullet,
    /// The room below a table.
    TableEnd,
    /// A point of a numbered list. Each list counts from one.
    Numbered(usize),
}

/// Text of one look.
#[derive(Clone, Debug)]
pub(super) struct DocxRun {
    /// The text. It may come from anybody.
    pub(super) text: String,
    /// Its character style.
    pub(super) style: CharacterStyle,
}

/// How text is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CharacterStyle {
    /// As its paragraph is.
    Plain,
    /// Emphasised.
    Strong,
    /// As names and digests that programs use.
    Name,
}

/// A table with a header row, which stands on each page anew.
#[derive(Clone, Debug)]
pub(super) struct DocxTable {
    /// The columns.
    pub(super) columns: Vec<DocxColumn>,
    /// The rows, a cell a column.
    pub(super) rows: Vec<Vec<DocxCell>>,
}

/// A column of a table.
#[derive(Clone, Debug)]
pub(super) struct DocxColumn {
    /// Its head.
    pub(super) head: String,
    /// How wide it is beside the others. What is wide is shared by all.
    pub(super) share: u32,
    /// Whether it holds numbers.
    pub(super) number: bool,
}

/// A cell: its paragraphs, and a colour that says again what its words say.
#[derive(Clone, Debug)]
pub(super) struct DocxCell {
    /// The paragraphs.
    pub(super) paragraphs: Vec<Vec<DocxRun>>,
    /// What its colour stands for.
    pub(super) tint: Option<Outcome>,
}

impl DocxBlock {
    /// The level and the text of a heading.
    pub(super) fn heading(&self) -> Option<(u8, &str)> {
        match self {
            Self::Heading(level, text) => Some((*level, text)),
            Self::Opening(text) => Some((1, text)),
            _ => None,
        }
    }

    /// A paragraph of plain text.
    pub(super) fn text(style: ParagraphStyle, text: impl Into<String>) -> Self {
        Self::Paragraph(style, vec![DocxRun::plain(text)])
    }

    /// A paragraph of one sentence.
    pub(super) fn sentence(style: ParagraphStyle, sentence: &[Phrase]) -> Self {
        Self::Paragraph(style, set(sentence))
    }

    /// A paragraph that begins with what it is about.
    pub(super) fn about(label: &str, text: impl Into<String>) -> Self {
        Self::Paragraph(
            ParagraphStyle::Normal,
            vec![DocxRun::strong(format!("{label}: ")), DocxRun::plain(text)],
        )
    }
}

impl DocxRun {
    /// Plain text.
    pub(super) fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), style: CharacterStyle::Plain }
    }

    /// Emphasised text.
    pub(super) fn strong(text: impl Into<String>) -> Self {
        Self { text: text.into(), style: CharacterStyle::Strong }
    }

    /// A name.
    pub(super) fn name(text: impl Into<String>) -> Self {
        Self { text: text.into(), style: CharacterStyle::Name }
    }
}

/// A sentence, its names set as names. Neighbours that look alike are one run.
pub(super) fn set(sentence: &[Phrase]) -> Vec<DocxRun> {
    let mut runs: Vec<DocxRun> = Vec::new();
    for phrase in sentence {
        let run = match phrase {
            Phrase::Plain(text) => DocxRun::plain(text.as_str()),
            Phrase::Strong(text) => DocxRun::strong(text.as_str()),
            Phrase::Name(name) | Phrase::File(name) => DocxRun::name(name.as_str()),
            Phrase::Day(day) => DocxRun::plain(date(*day)),
        };
        match runs.last_mut().filter(|last| last.style == run.style) {
            Some(last) => last.text.push_str(&run.text),
            None => runs.push(run),
        }
    }
    runs
}

impl DocxColumn {
    /// A column of text.
    pub(super) fn of(head: impl Into<String>, share: u32) -> Self {
        Self { head: head.into(), share, number: false }
    }

    /// A column of numbers.
    pub(super) fn number(head: impl Into<String>, share: u32) -> Self {
        Self { head: head.into(), share, number: true }
    }
}

impl DocxCell {
    /// A cell of one paragraph.
    pub(super) fn of(runs: Vec<DocxRun>) -> Self {
        Self { paragraphs: vec![runs], tint: None }
    }

    /// A cell of plain text.
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::of(vec![DocxRun::plain(text)])
    }

    /// An outcome, in words and colour.
    pub(super) fn outcome(outcome: Outcome) -> Self {
        Self { tint: Some(outcome), ..Self::of(vec![DocxRun::strong(outcome.to_string())]) }
    }

    /// A state, in words and colour.
    pub(super) fn state(state: State) -> Self {
        Self { tint: Some(state.into()), ..Self::of(vec![DocxRun::strong(state.to_string())]) }
    }
}
