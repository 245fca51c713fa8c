//! What the document is made of, before it is XML: headings, paragraphs of runs, tables, contents.

use super::super::phrase::Phrase;
use super::super::words::date;
use crate::standing::{Outcome, State};

/// A part of the document, as high as one thing.
#[derive(Clone, Debug)]
pub(super) enum Block {
    /// A heading of a level, 1 the highest. The contents list has those of the first two.
    Heading(u8, String),
    /// A heading of level 1 that begins a page.
    Opening(String),
    /// A paragraph.
    Paragraph(Style, Vec<Run>),
    /// A table.
    Table(Table),
    /// The list of headings.
    Contents,
}

/// What a paragraph is for. Its look stands in `styles.xml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
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
    /// A point of a numbered list. Each list counts from one.
    Numbered(usize),
}

/// Text of one look.
#[derive(Clone, Debug)]
pub(super) struct Run {
    /// The text. It may come from anybody.
    pub(super) text: String,
    /// Its character style.
    pub(super) look: Look,
}

/// How text is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// As its paragraph is.
    Plain,
    /// Emphasised.
    Strong,
    /// As names and digests that programs use.
    Name,
}

/// A table with a header row, which stands on each page anew.
#[derive(Clone, Debug)]
pub(super) struct Table {
    /// The columns.
    pub(super) columns: Vec<Column>,
    /// The rows, a cell a column.
    pub(super) rows: Vec<Vec<Cell>>,
}

/// A column of a table.
#[derive(Clone, Debug)]
pub(super) struct Column {
    /// Its head.
    pub(super) head: String,
    /// How wide it is beside the others. What is wide is shared by all.
    pub(super) share: u32,
    /// Whether it holds numbers.
    pub(super) number: bool,
}

/// A cell: its paragraphs, and a colour that says again what its words say.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    /// The paragraphs.
    pub(super) paragraphs: Vec<Vec<Run>>,
    /// What its colour stands for.
    pub(super) tint: Option<Outcome>,
}

impl Block {
    /// The level and the text of a heading.
    pub(super) fn heading(&self) -> Option<(u8, &str)> {
        match self {
            Self::Heading(level, text) => Some((*level, text)),
            Self::Opening(text) => Some((1, text)),
            _ => None,
        }
    }

    /// A paragraph of plain text.
    pub(super) fn text(style: Style, text: impl Into<String>) -> Self {
        Self::Paragraph(style, vec![Run::plain(text)])
    }

    /// A paragraph of one sentence.
    pub(super) fn sentence(style: Style, sentence: &[Phrase]) -> Self {
        Self::Paragraph(style, set(sentence))
    }

    /// A paragraph that begins with what it is about.
    pub(super) fn about(label: &str, text: impl Into<String>) -> Self {
        Self::Paragraph(Style::Normal, vec![Run::strong(format!("{label}: ")), Run::plain(text)])
    }
}

impl Run {
    /// Plain text.
    pub(super) fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), look: Look::Plain }
    }

    /// Emphasised text.
    pub(super) fn strong(text: impl Into<String>) -> Self {
        Self { text: text.into(), look: Look::Strong }
    }

    /// A name.
    pub(super) fn name(text: impl Into<String>) -> Self {
        Self { text: text.into(), look: Look::Name }
    }
}

/// A sentence, its names set as names. Neighbours that look alike are one run.
pub(super) fn set(sentence: &[Phrase]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for phrase in sentence {
        let run = match phrase {
            Phrase::Plain(text) => Run::plain(text.as_str()),
            Phrase::Strong(text) => Run::strong(text.as_str()),
            Phrase::Name(name) | Phrase::File(name) => Run::name(name.as_str()),
            Phrase::Day(day) => Run::plain(date(*day)),
        };
        match runs.last_mut().filter(|last| last.look == run.look) {
            Some(last) => last.text.push_str(&run.text),
            None => runs.push(run),
        }
    }
    runs
}

impl Column {
    /// A column of text.
    pub(super) fn of(head: impl Into<String>, share: u32) -> Self {
        Self { head: head.into(), share, number: false }
    }

    /// A column of numbers.
    pub(super) fn number(head: impl Into<String>, share: u32) -> Self {
        Self { head: head.into(), share, number: true }
    }
}

impl Cell {
    /// A cell of one paragraph.
    pub(super) fn of(runs: Vec<Run>) -> Self {
        Self { paragraphs: vec![runs], tint: None }
    }

    /// A cell of plain text.
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::of(vec![Run::plain(text)])
    }

    /// An outcome, in words and colour.
    pub(super) fn outcome(outcome: Outcome) -> Self {
        Self { tint: Some(outcome), ..Self::of(vec![Run::strong(outcome.to_string())]) }
    }

    /// A state, in words and colour.
    pub(super) fn state(state: State) -> Self {
        Self { tint: Some(state.into()), ..Self::of(vec![Run::strong(state.to_string())]) }
    }
}
