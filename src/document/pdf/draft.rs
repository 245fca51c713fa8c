//! Blocks in the making: stretches of lines that belong together, which may still grow.

use super::lines::PdfLine;
use crate::document::block::{Block, Kind, Spot};
use crate::document::builder::Builder;

/// One line's part of a block.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct LinePart {
    /// The page, from 1.
    pub page: u32,
    /// The line on the page, from 1; 0 as long as lines aren't counted.
    pub line: u32,
    /// How many characters of the line are left out before it: a bullet.
    pub skipped: u32,
    /// Those characters.
    pub mark: String,
    /// The text.
    pub text: String,
}

/// A block that isn't finished.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Draft {
    /// What it will be.
    pub kind: Kind,
    /// Its lines.
    pub pieces: Vec<LinePart>,
    /// The size of its type.
    pub size: f32,
    /// How much ink its letters have.
    pub ink: f32,
    /// Whether something was left out right before it, so that it goes on from nothing.
    pub after_gap: bool,
    /// Whether its last line is as wide as it can be, so that the text may go on elsewhere.
    pub full: bool,
}

impl Draft {
    /// A block of lines of one page, the first `cut` bytes left out.
    pub(super) fn new(kind: Kind, page: u32, lines: &[&PdfLine], cut: usize) -> Self {
        let mut cut = cut;
        let pieces = lines.iter().map(|line| {
            let (mark, text) = line.text.split_at_checked(cut).unwrap_or(("", &line.text));
            cut = 0;
            let skipped = mark.chars().count() as u32;
            LinePart { page, line: 0, skipped, mark: mark.to_owned(), text: text.to_owned() }
        });
        let letters: f32 = lines.iter().map(|line| line.text.len() as f32).sum();
        let mean = |of: fn(&PdfLine) -> f32| {
            lines.iter().map(|line| of(line) * line.text.len() as f32).sum::<f32>()
                / letters.max(1.0)
        };
        Self {
            kind,
            pieces: pieces.collect(),
            size: mean(|line| line.size),
            ink: mean(|line| line.ink),
            full: lines.len() > 1,
            after_gap: false,
        }
    }

    /// What is left of it without some of its lines: a part for each run of lines that stay together.
    pub(super) fn without(self, mut is_out: impl FnMut() -> bool, gap: &mut bool) -> Vec<Self> {
        let mut parts: Vec<Self> = Vec::new();
        let like = Self { pieces: Vec::new(), ..self.clone() };
        for piece in self.pieces {
            if is_out() {
                *gap = true;
                continue;
            }
            match parts.last_mut().filter(|_| !*gap) {
                Some(part) => part.pieces.push(piece),
                None => parts.push(Self { pieces: vec![piece], after_gap: *gap, ..like.clone() }),
            }
            *gap = false;
        }
        parts
    }

    /// Whether it ends as a sentence does.
    pub(super) fn is_ended(&self) -> bool {
        let text = self.pieces.last().map_or("", |piece| piece.text.as_str());
        ends_a_sentence(text)
    }

    /// How it begins.
    pub(super) fn start(&self) -> &str {
        self.pieces.first().map_or("", |piece| piece.text.as_str())
    }

    /// The finished block.
    pub(super) fn into_block(self) -> Option<Block> {
        let mut builder = Builder::new(self.kind);
        if let Some(first) = self.pieces.first() {
            builder.marked(&first.mark);
        }
        for piece in &self.pieces {
            if !builder.is_empty() {
                builder.end_line(&piece.text);
            }
            let at = Spot { page: Some(piece.page), line: piece.line, column: piece.skipped + 1 };
            builder.push(&piece.text, at);
        }
        builder.finish()
    }
}

/// Whether a text ends as a sentence does, closing quotes and brackets and notes' numbers apart.
pub(super) fn ends_a_sentence(text: &str) -> bool {
    let text = text.trim_end().trim_end_matches(['”', '’', '"', '\'', ')', ']']);
    let without_note = text.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
    text.ends_with(['.', '!', '?', ':', ';']) || without_note.ends_with(['.', '!', '?'])
}
