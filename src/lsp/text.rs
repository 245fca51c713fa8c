//! A document that is open in an editor: its text, the changes that are made to it, and places in it as both
//! sides count them.

use super::shapes::{Change, Position, Range};
use crate::source::Span;

/// In which units characters of a line count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Units {
    /// Bytes.
    Utf8,
    /// Units of UTF-16, where nothing was agreed on.
    #[default]
    Utf16,
}

impl Units {
    /// What the protocol calls them.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16 => "utf-16",
        }
    }

    fn of(self, c: char) -> u32 {
        let units = match self {
            Self::Utf8 => c.len_utf8(),
            Self::Utf16 => c.len_utf16(),
        };
        u32::try_from(units).unwrap_or(1)
    }
}

/// A text that is open, and where its lines begin.
#[derive(Clone, Debug)]
pub(super) struct OpenText {
    /// The editor's number of this state of it.
    pub version: i64,
    body: String,
    units: Units,
    /// Where each line begins, in bytes; a line ends with `\n`, `\r\n` or `\r`.
    starts: Vec<usize>,
}

impl OpenText {
    pub(super) fn new(version: i64, body: String, units: Units) -> Self {
        let starts = starts(&body);
        Self { version, body, units, starts }
    }

    pub(super) fn body(&self) -> &str {
        &self.body
    }

    /// Makes changes, one after the other. A range that lies outside of the text ends where that ends.
    pub(super) fn change(&mut self, version: i64, changes: Vec<Change>) {
        self.version = version;
        for change in changes {
            match change.range {
                Some(range) => {
                    let start = self.offset(range.start);
                    let end = self.offset(range.end).max(start);
                    self.body.replace_range(start..end, &change.text);
                }
                None => self.body = change.text,
            }
            self.starts = starts(&self.body);
        }
    }

    /// The bytes of a place: one within a character, or behind the end of its line, is the next that there is.
    pub(super) fn offset(&self, position: Position) -> usize {
        let line = position.line as usize;
        let Some(start) = self.starts.get(line) else { return self.body.len() };
        let end = self.starts.get(line + 1).copied().unwrap_or(self.body.len());
        let own = self.body.get(*start..end).unwrap_or_default();
        let own = own.trim_end_matches(['\n', '\r']);
        let mut left = position.character;
        for (at, c) in own.char_indices() {
            if left == 0 {
                return start + at;
            }
            left = left.saturating_sub(self.units.of(c));
        }
        start + own.len()
    }

    /// The place of a byte; one past the end is the end.
    pub(super) fn position(&self, offset: usize) -> Position {
        let offset = offset.min(self.body.len());
        let line = self.starts.partition_point(|start| *start <= offset).saturating_sub(1);
        let start = self.starts.get(line).copied().unwrap_or(0);
        let before = self.body.get(start..offset).unwrap_or_default();
        let character = before.chars().map(|c| self.units.of(c)).sum();
        Position { line: u32::try_from(line).unwrap_or(u32::MAX), character }
    }

    pub(super) fn range(&self, span: &Span) -> Range {
        Range { start: self.position(span.start), end: self.position(span.end.max(span.start)) }
    }

    /// The line of a number, from 1, as `\n` alone counts, without its end.
    pub(super) fn line(&self, number: usize) -> Range {
        let before = number.saturating_sub(1);
        let start = match before.checked_sub(1) {
            None => 0,
            Some(nth) => memchr::memchr_iter(b'\n', self.body.as_bytes())
                .nth(nth)
                .map_or(self.body.len(), |at| at + 1),
        };
        let rest = self.body.get(start..).unwrap_or_default();
        let own = rest.lines().next().unwrap_or_default();
        self.range(&(start..start + own.len()))
    }
}

fn starts(body: &str) -> Vec<usize> {
    let bytes = body.as_bytes();
    let ends = memchr::memchr2_iter(b'\n', b'\r', bytes)
        .filter(|at| !(bytes.get(*at) == Some(&b'\r') && bytes.get(at + 1) == Some(&b'\n')));
    std::iter::once(0).chain(ends.map(|at| at + 1)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(line: u32, character: u32) -> Position {
        Position { line, character }
    }

    #[test]
    fn places_are_found_in_either_unit_and_behind_every_end_of_line() {
        let body = "a\r\nb𝄞é x\rlast\n".to_owned();
        for (units, behind_clef) in [(Units::Utf16, 3), (Units::Utf8, 5)] {
            let text = OpenText::new(1, body.clone(), units);
            let clef = body.find('é').unwrap();
            assert_eq!(text.position(clef), at(1, behind_clef));
            assert_eq!(text.offset(at(1, behind_clef)), clef);
            assert_eq!(text.offset(at(2, 0)), body.find("last").unwrap());
            assert_eq!(text.offset(at(0, 99)), 1, "no further than its line");
            assert_eq!(text.offset(at(99, 0)), body.len());
            assert_eq!(text.position(usize::MAX), at(3, 0));
        }
    }

    #[test]
    fn changes_are_made_one_after_the_other() {
        let mut text = OpenText::new(1, "one two\nthree".to_owned(), Units::Utf16);
        let change = |start, end, text: &str| Change {
            range: Some(Range { start, end }),
            text: text.to_owned(),
        };
        text.change(2, vec![change(at(0, 4), at(1, 0), "2\n"), change(at(1, 5), at(1, 5), "!")]);
        assert_eq!((text.body(), text.version), ("one 2\nthree!", 2));
        text.change(3, vec![change(at(9, 9), at(0, 0), "end"), change(at(1, 2), at(1, 1), "-")]);
        assert_eq!(text.body(), "one 2\nth-ree!end");
        text.change(4, vec![Change { range: None, text: "new".to_owned() }]);
        assert_eq!(text.body(), "new");
    }
}
