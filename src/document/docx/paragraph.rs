//! A paragraph of a Word file while it is read: its text with places, and the fields in it.

use super::styles::DocxLook;
use crate::document::block::Spot;
use crate::document::paragraph::Paragraph;
use crate::document::raised::{Raised, raised};

/// A paragraph that is open. A text box within it holds paragraphs of its own.
#[derive(Default)]
pub(super) struct DocxParagraph {
    pub paragraph: Paragraph,
    line: u32,
    /// The column of the next character.
    column: u32,
    pub look: DocxLook,
    /// Whether the next paragraph goes on in it: its end was deleted, or it is a large letter.
    pub end_deleted: bool,
    /// The fields that are open: whether their instruction, rather than what they show, is read.
    fields: Vec<bool>,
    /// How many of them are at their instruction.
    instructions: usize,
    /// What the field that begins shows beside its text: a box.
    shows: String,
}

impl DocxParagraph {
    /// Begins a paragraph, or goes on with one whose end was deleted.
    pub(super) fn new(paragraph: Paragraph, line: u32) -> Self {
        Self { paragraph, line, column: 1, ..Self::default() }
    }

    /// Takes in the number that it has in its list, or its bullet: a box there is ticked or left empty like one in its text.
    pub(super) fn is_numbered(&mut self, number: String) {
        const BOXES: [&str; 3] = ["☐", "☒", "☑"];
        if BOXES.contains(&number.trim()) {
            self.paragraph.push(&format!("{} ", number.trim()), self.spot(), false);
        } else {
            self.paragraph.number = number;
        }
    }

    /// Adds text, unless it is a field's instruction.
    pub(super) fn push(&mut self, text: &str, bold: bool) {
        if self.instructions > 0 {
            return;
        }
        self.paragraph.push(text, self.spot(), bold);
        let characters = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        self.column = self.column.saturating_add(characters);
    }

    /// Adds text that is raised above its line: the mark of a note is none.
    pub(super) fn push_raised(&mut self, text: &str, bold: bool) {
        match raised(text, self.paragraph.is_empty()) {
            Raised::Mark(note) if self.instructions == 0 => {
                self.paragraph.note(note);
                let characters = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
                self.column = self.column.saturating_add(characters);
            }
            Raised::Begins(text) => self.push(&text, bold),
            Raised::Mark(_) | Raised::Text => self.push(text, bold),
        }
    }

    /// Where the next character stands.
    pub(super) fn spot(&self) -> Spot {
        Spot { page: None, line: self.line, column: self.column }
    }

    /// Ends a line within it.
    pub(super) fn break_line(&mut self) {
        self.paragraph.break_line();
        self.column = self.column.saturating_add(1);
    }

    /// Says what the field that begins shows beside its text.
    pub(super) fn field_shows(&mut self, what: &str) {
        what.clone_into(&mut self.shows);
    }

    /// Begins a field, goes from its instruction to what it shows, or ends it.
    pub(super) fn field(&mut self, what: Option<&str>) {
        match what {
            Some("begin") => {
                self.fields.push(true);
                self.instructions += 1;
            }
            Some("separate" | "end") if !self.shows.is_empty() && self.instructions == 1 => {
                let shows = std::mem::take(&mut self.shows);
                self.instructions = 0;
                self.push(&shows, false);
                self.instructions = 1;
                self.field(what);
            }
            Some("separate") => {
                if let Some(field) = self.fields.last_mut() {
                    self.instructions -= usize::from(std::mem::take(field));
                }
            }
            Some("end") => {
                self.instructions -= usize::from(self.fields.pop().unwrap_or(false));
            }
            _ => {}
        }
    }
}
