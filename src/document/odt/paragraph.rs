//! A paragraph of an OpenDocument file while it is read: its text with places, and the spans in it.

use super::styles::OdtLook;
use crate::document::block::Spot;
use crate::document::builder::TAB;
use crate::document::left_out::Why;
use crate::document::paragraph::Paragraph;
use crate::document::raised::{Raised, raised};

/// A paragraph that is open. A frame or a note within it holds paragraphs of its own.
#[derive(Default)]
pub(super) struct OdtParagraph {
    pub paragraph: Paragraph,
    line: u32,
    /// The column of the next character.
    column: u32,
    pub look: OdtLook,
    /// Whether it is an item of a list.
    pub item: bool,
    /// Whether the last character was white space: the format folds it.
    after_space: bool,
    /// For each span that is open, how text was outside it.
    spans: Vec<SpanLook>,
    now: SpanLook,
    /// What nobody sees of it, with its places.
    pub unseen: Vec<(Why, String, Spot)>,
}

/// How text in a span looks.
#[derive(Clone, Copy, Default)]
struct SpanLook {
    bold: bool,
    unseen: Option<Why>,
    white: bool,
    /// Whether a ground lies behind it, or may.
    shaded: bool,
    /// Whether it is raised above its line.
    raised: bool,
}

impl SpanLook {
    fn why(self) -> Option<Why> {
        self.unseen.or((self.white && !self.shaded).then_some(Why::Invisible))
    }
}

impl OdtParagraph {
    /// Begins a paragraph.
    pub(super) fn new(line: u32, look: OdtLook, item: bool, on_a_ground: bool) -> Self {
        let now = SpanLook {
            bold: look.bold.unwrap_or(false),
            unseen: look.unseen,
            white: look.white.unwrap_or(false),
            shaded: look.shaded || on_a_ground,
            raised: false,
        };
        Self { line, column: 1, look, item, after_space: true, now, ..Self::default() }
    }

    /// Begins a span of text.
    pub(super) fn starts_span(&mut self, look: OdtLook) {
        self.spans.push(self.now);
        self.now = SpanLook {
            bold: look.bold.unwrap_or(self.now.bold),
            unseen: self.now.unseen.or(look.unseen),
            white: look.white.unwrap_or(self.now.white),
            shaded: self.now.shaded || look.shaded,
            raised: look.raised,
        };
    }

    /// Ends the innermost span.
    pub(super) fn ends_span(&mut self) {
        if let Some(before) = self.spans.pop() {
            self.now = before;
        }
    }

    /// Ends a line within it.
    pub(super) fn break_line(&mut self) {
        self.paragraph.break_line();
        self.column = self.column.saturating_add(1);
        self.after_space = true;
    }

    /// Adds spaces that the format writes as an element.
    pub(super) fn tab(&mut self) {
        self.push(TAB);
    }

    /// Adds so many spaces.
    pub(super) fn spaces(&mut self, count: u32) {
        self.push(" ");
        self.column = self.column.saturating_add(count.saturating_sub(1));
    }

    /// Adds text, in which white space of any length is one space.
    pub(super) fn text(&mut self, text: &str) {
        let is_space = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r');
        if !self.after_space && !text.contains(['\t', '\n', '\r']) && !text.contains("  ") {
            self.push(text);
            self.after_space = text.ends_with(is_space);
            return;
        }
        let mut folded = String::with_capacity(text.len());
        let mut after_space = self.after_space;
        for c in text.chars() {
            if !is_space(c) {
                folded.push(c);
            } else if !after_space {
                folded.push(' ');
            }
            after_space = is_space(c);
        }
        self.push(&folded);
        self.after_space = after_space;
    }

    /// The place of the next character.
    pub(super) fn spot(&self) -> Spot {
        Spot { page: None, line: self.line, column: self.column }
    }

    fn push(&mut self, text: &str) {
        let spot = self.spot();
        if let Some(why) = self.now.why() {
            self.unseen.push((why, text.to_owned(), spot));
            return;
        }
        let raised = match self.now.raised {
            true => raised(text, self.paragraph.is_empty()),
            false => Raised::Text,
        };
        match raised {
            Raised::Mark(note) => self.paragraph.note(note),
            Raised::Begins(text) => self.paragraph.push(&text, spot, self.now.bold),
            Raised::Text => self.paragraph.push(text, spot, self.now.bold),
        }
        let characters = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        self.column = self.column.saturating_add(characters);
        self.after_space = false;
    }
}
