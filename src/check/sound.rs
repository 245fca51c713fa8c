//! Whose words a paper is in that names nobody: forces call themselves otherwise than companies, charities and governments do.

use super::phrases::{Phrases, words};
use crate::document::{Block, Document};
use crate::rulebook::Lexicon;

/// A text of no more blocks than these, and of no more words, is an excerpt, which needn't say whose it is.
const BLOCKS: usize = 6;
const WORDS: usize = 80;

/// What forces say of themselves, and what other bodies do.
#[derive(Debug)]
pub(super) struct Sound {
    police: Phrases,
    other: Phrases,
}

impl Sound {
    pub(super) fn new(lexicon: &Lexicon) -> Self {
        Self {
            police: Phrases::of(lexicon, "sounds-police"),
            other: Phrases::of(lexicon, "sounds-other"),
        }
    }

    /// Whether a paper that names nobody is in the words of a police force: it has some, and other bodies' words aren't
    /// far more. An excerpt needs none where it has no words of another.
    pub(super) fn is_of_police(&self, document: &Document) -> bool {
        let police = count(&self.police, &document.blocks);
        let other = count(&self.other, &document.blocks);
        if police == 0 {
            return other == 0 && is_excerpt(document);
        }
        other <= 2 * police
    }
}

/// In how many blocks one of some phrases stands.
fn count(phrases: &Phrases, blocks: &[Block]) -> usize {
    let has = |block: &&Block| {
        let text = block.text();
        phrases.may_be_in(text) && phrases.found(&words(text)).is_some()
    };
    blocks.iter().filter(has).count()
}

fn is_excerpt(document: &Document) -> bool {
    let length = |block: &Block| block.text().split_whitespace().count();
    document.blocks.len() <= BLOCKS && document.blocks.iter().map(length).sum::<usize>() <= WORDS
}
