//! Putting a block together out of the pieces that a format gives.

use super::block::{Block, Kind, Mark, NoteMark, Spot, Stretch};

/// Stands before a raised number in what is pushed: a space that the document doesn't have.
pub(super) const RAISED: char = '\u{200a}';

/// Stands for a tabulator in what is pushed, where the format has such.
pub(super) const TAB: &str = "\u{2001}";

/// How long a run may be, in bytes, before the next one begins.
const LONGEST_RUN: usize = 1024;

/// Builds one block. White space of any kind between pieces becomes one space.
#[derive(Debug)]
pub struct Builder {
    block: Block,
    /// Where the next character stands.
    next: Spot,
    /// How many characters of white space were seen since the last one that isn't.
    gap: usize,
    /// Whether the next character begins a run of its own.
    moved: bool,
    /// Whether the white space since then is what parts a raised number from its word.
    raised: bool,
    /// Whether it has a tabulator.
    tabbed: bool,
}

impl Builder {
    /// A block of a kind, empty so far.
    #[must_use]
    pub fn new(kind: Kind) -> Self {
        let block = Block {
            kind,
            text: String::new(),
            runs: Vec::new(),
            joints: Vec::new(),
            raised: Vec::new(),
            tabs: Vec::new(),
            lines: Vec::new(),
            mark: Mark::Sign(None),
            noted: None,
        };
        Self { block, next: Spot::default(), gap: 0, moved: true, raised: false, tabbed: false }
    }

    /// Whether nothing was added yet but white space.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.block.text.is_empty()
    }

    /// The text so far.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.block.text
    }

    /// Says by which mark it begins that isn't part of its text: a bullet, a number.
    pub fn marked(&mut self, mark: &str) {
        self.block.mark = Mark::new(mark);
    }

    /// Says that the mark of a note stands here, which isn't part of the text.
    pub(super) fn note(&mut self, note: u32) {
        let at = self.block.text.len();
        self.block.noted().marks.push(NoteMark { place: at..at, note });
    }

    /// The same block as another kind.
    pub fn set_kind(&mut self, kind: Kind) {
        self.block.kind = kind;
    }

    /// Adds text that stands at a place, each character one column after the one before; a line
    /// break in it is white space and goes to the next line.
    pub fn push(&mut self, text: &str, at: Spot) {
        if at != self.next {
            self.next = at;
            self.moved = true;
        }
        for c in text.chars() {
            self.push_char(c);
        }
    }

    /// Adds one character that stands at a place, such as one that the source writes as an entity.
    pub fn push_at(&mut self, c: char, at: Spot) {
        if at != self.next {
            self.next = at;
            self.moved = true;
        }
        self.push_char(c);
    }

    fn push_char(&mut self, c: char) {
        if c == '\n' {
            self.next.line += 1;
            self.next.column = 1;
            self.space();
            return;
        }
        if c.is_whitespace() {
            self.raised = c == RAISED && self.gap == 0;
            self.tabbed |= TAB.starts_with(c);
            self.gap += 1;
        } else {
            if self.gap > 0 && !self.block.text.is_empty() {
                if self.raised && self.gap == 1 {
                    self.block.raised.push(self.block.text.len());
                }
                if self.tabbed {
                    self.block.tabs.push(self.block.text.len());
                }
                self.block.text.push(' ');
            }
            // A single space takes a column in the document as it does here: the run goes on, unless
            // it is so long already that to count its columns would take a while.
            let run = self.block.runs.last().map_or(0, |run| run.at);
            self.moved |= self.gap > 1 || self.block.text.len() - run >= LONGEST_RUN;
            (self.gap, self.raised, self.tabbed) = (0, false, false);
            if self.moved {
                let at = self.block.text.len();
                let goes_to_a_line = self.block.runs.last().is_none_or(|run| {
                    (run.spot.page, run.spot.line) != (self.next.page, self.next.line)
                });
                if goes_to_a_line {
                    self.block.lines.push(at);
                }
                self.block.runs.push(Stretch { at, spot: self.next });
                self.moved = false;
            }
            self.block.text.push(c);
        }
        self.next.column += 1;
    }

    /// Adds a space: what stands next to one another in the format isn't one word.
    pub fn space(&mut self) {
        self.gap += 1;
        self.moved = true;
    }

    /// Ends a line of the document within the block: a word divided by a hyphen there goes on,
    /// anything else is followed by a space.
    pub fn end_line(&mut self, next_line: &str) {
        let mut last = self.block.text.chars().rev();
        let divided = matches!((last.next(), last.next()), (Some('-' | '\u{2010}'), Some(c)) if c.is_alphabetic())
            && next_line.trim_start().starts_with(char::is_lowercase);
        if divided {
            self.block.joints.push(self.block.text.len());
            self.gap = 0;
        } else {
            self.gap += 1;
        }
        self.moved = true;
    }

    /// The block; none where it would be empty.
    #[must_use]
    pub fn finish(self) -> Option<Block> {
        (!self.block.text.is_empty()).then_some(self.block)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tabulators_part_a_label_from_what_stands_beside_it() {
        let spot = Spot { page: None, line: 1, column: 1 };
        let tabbed = |text: &str| {
            let mut builder = Builder::new(Kind::Paragraph);
            builder.push(&text.replace('\t', TAB), spot);
            let block = builder.finish().unwrap();
            block.tabbed().map(|(label, value)| (label.to_owned(), value.to_owned()))
        };
        let parts = Some(("Coordinator".to_owned(), "no".to_owned()));
        assert_eq!(tabbed("Coordinator\tno"), parts);
        assert_eq!(tabbed("\tCoordinator \t no\t"), parts);
        assert_eq!(tabbed("Coordinator\tno\tsince May"), parts);
        assert_eq!(tabbed("1.\tCoordinator\tno"), parts);
        assert_eq!(tabbed("Coordinator no"), None);
    }

    #[test]
    fn a_raised_number_stands_close_to_its_word_in_quotes_alone() {
        let mut builder = Builder::new(Kind::Paragraph);
        let at = Spot { page: Some(1), line: 1, column: 1 };
        builder.push("a lead\u{200a}3", at);
        builder.end_line("is in post");
        builder.push("is in post\u{200a}4.", Spot { line: 2, ..at });
        let block = builder.finish().unwrap();
        assert_eq!(block.text(), "a lead 3 is in post 4.");
        assert_eq!(block.quote(0..block.text().len()), "a lead3 is in post4.");
        assert_eq!(block.quote(2..8), "lead3");
    }
}
