//! From offsets in a text to lines and columns, going forward.

use super::block::Spot;

/// Tells where the characters of a text stand. Asked for offsets in their order, it goes over the
/// text once.
#[derive(Debug)]
pub(super) struct Lines<'a> {
    text: &'a str,
    /// The last offset that it was asked for, in bytes, and where that stands.
    offset: usize,
    line: u32,
    column: u32,
}

impl<'a> Lines<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, offset: 0, line: 1, column: 1 }
    }

    /// Where the character at an offset stands.
    pub(super) fn spot(&mut self, offset: usize) -> Spot {
        if offset < self.offset {
            *self = Self::new(self.text);
        }
        for c in self.text.get(self.offset..offset).unwrap_or_default().chars() {
            if c == '\n' {
                self.line = self.line.saturating_add(1);
                self.column = 1;
            } else {
                self.column = self.column.saturating_add(1);
            }
        }
        self.offset = offset;
        Spot { page: None, line: self.line, column: self.column }
    }
}
