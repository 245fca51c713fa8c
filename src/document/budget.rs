//! What one document may take of memory once it is read, whatever its format: what is more was made to
//! harm, or should be split.

use super::block::Block;
use crate::source::Fault;

/// The memory that one document may take, in bytes.
pub const MEMORY: usize = 176 * 1024 * 1024;

/// The longest paragraph (cell, item) that is read, in bytes: a book without a line break.
const LONGEST_PARAGRAPH: usize = 1_000_000;

// What a document takes while it is read and what is made of it, measured over texts that take most: for
// each byte of its text, each line, each block, and each sentence.
const A_BYTE: usize = 40;
const A_LINE: usize = 90;
const A_BLOCK: usize = 500;
const A_SENTENCE: usize = 700;

/// What a document has taken so far.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Budget {
    text: usize,
    blocks: usize,
    sentences: usize,
    lines: usize,
    /// The paragraph that is too long, by its line, and its page where there are pages.
    long: Option<(Option<u32>, u32)>,
}

impl Budget {
    /// Takes what a block needs.
    pub(super) fn block(&mut self, block: &Block) {
        let text = block.text();
        self.text += text.len();
        self.blocks += 1;
        self.sentences += 1 + ends(text);
        if text.len() > LONGEST_PARAGRAPH {
            let spot = block.spot(0);
            self.long.get_or_insert((spot.page, spot.line));
        }
    }

    /// Takes what a line needs that may become a block of its own.
    pub(super) fn piece(&mut self, text: &str) {
        self.text += text.len();
        self.blocks += 1;
        self.sentences += 1 + ends(text);
    }

    /// Takes what a line needs beside what its text does.
    pub(super) fn line(&mut self) {
        self.lines += 1;
    }

    /// Takes what something needs that is no block yet: a row, an empty cell.
    pub(super) fn slot(&mut self) {
        self.blocks += 1;
    }

    /// Whether it is spent. What comes then is let go.
    pub(super) fn is_spent(&self) -> bool {
        self.long.is_some() || self.takes() > MEMORY
    }

    /// How much memory that is, in bytes.
    pub(super) fn takes(&self) -> usize {
        self.text * A_BYTE
            + self.blocks * A_BLOCK
            + self.sentences * A_SENTENCE
            + self.lines * A_LINE
    }

    /// The fault of a document that takes more.
    pub(super) fn excess(&self, name: &str) -> Result<(), Fault> {
        let message = match self.long {
            _ if !self.is_spent() => return Ok(()),
            Some((page, line)) => {
                let page = page.map(|page| format!(" of page {page}")).unwrap_or_default();
                format!(
                    "`{name}` has a paragraph of more than {LONGEST_PARAGRAPH} bytes, in line \
                     {line}{page}"
                )
            }
            None => {
                let megabytes = MEMORY / 1024 / 1024;
                format!(
                    "`{name}` holds so much text that to read it takes more than {megabytes} MB of \
                     memory: the first {} paragraphs and cells have {} sentences in {} MB",
                    self.blocks,
                    self.sentences,
                    self.text.div_ceil(1024 * 1024)
                )
            }
        };
        Err(Fault::whole("document::too-large", message)
            .help("split it, or save the part that matters as plain text"))
    }
}

/// How many sentences may end in a text.
fn ends(text: &str) -> usize {
    let bytes = text.as_bytes();
    let ends = memchr::memchr3_iter(b'.', b'?', b'!', bytes);
    let is_end = |at: &usize| {
        // The point of a number ends nothing.
        bytes.get(*at) != Some(&b'.')
            || !bytes.get(at + 1).is_some_and(|next| next.is_ascii_digit() || *next == b'.')
    };
    ends.filter(is_end).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::block::{Kind, Spot};
    use crate::document::builder::Builder;

    fn block(text: &str) -> Block {
        let mut builder = Builder::new(Kind::Paragraph);
        builder.push(text, Spot { page: None, line: 7, column: 1 });
        builder.finish().unwrap()
    }

    fn told(text: &str, times: usize) -> Result<(), String> {
        let (block, mut budget) = (block(text), Budget::default());
        (0..times).for_each(|_| budget.block(&block));
        budget.excess("a.txt").map_err(|fault| fault.to_string())
    }

    #[test]
    fn sentences_are_counted_and_numbers_are_none() {
        assert_eq!(ends("3.5 of 4.25 e.g. this? Yes! No. ... "), 6);
    }

    #[test]
    fn a_thousand_pages_are_read_and_ten_thousand_are_not() {
        let paragraph =
            "The force has a lead for modern slavery, who reports each month. ".repeat(10);
        assert_eq!(told(&paragraph, 5 * 1_000), Ok(()));
        let message = told(&paragraph, 5 * 10_000).unwrap_err();
        assert!(message.contains("more than 176 MB of memory"), "{message}");
    }

    #[test]
    fn what_only_seems_short_takes_as_much() {
        assert!(told("?", 400_000).is_err());
        assert!(told(&"? ".repeat(200_000), 2).is_err());
        let message = told(&"a".repeat(LONGEST_PARAGRAPH + 1), 1).unwrap_err();
        assert_eq!(message, "`a.txt` has a paragraph of more than 1000000 bytes, in line 7");
    }
}
