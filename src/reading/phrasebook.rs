//! Patterns of somebody else's in the sentences of a block: the words, and where each pattern stands.
//!
//! The language is that of cues. Who looks for phrases in documents takes a book of them, and needs to
//! know nothing of how words are folded and sentences end.

use super::matcher::{Matcher, Stamps};
use super::patterns::{Phrases, Sequence};
use super::prepared::{Atoms, ClassNames, Patterns};
use super::sentence_ends::sentence_spans;
use super::tokens::{Shape, Token, tokens};
use super::words::{WordCache, WordId};
use crate::document::Block;
use crate::rulebook::{Pattern, Writing};
use crate::source::Span;

/// Patterns made ready: made once, used on any thread.
#[derive(Debug)]
pub struct Phrasebook {
    atoms: Atoms,
    matcher: Matcher,
}

/// A book of patterns while it is written.
#[derive(Debug)]
pub struct UnreadyBook {
    atoms: Atoms,
    names: ClassNames,
    patterns: Patterns,
}

/// What one thread needs beside a book: what it holds changes no result.
#[derive(Debug, Default)]
pub struct Room {
    words: WordCache,
    stamps: Stamps,
    tokens: Vec<Token>,
}

/// What a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordForm {
    /// A word in small letters.
    Small,
    /// A word that begins with a capital.
    Capital,
    /// A number, or a word with digits in it.
    Number,
    /// A sign.
    Sign,
}

/// A word or a sign, where it stands in the text of its block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Its place, in bytes.
    pub span: Span,
    /// What it is.
    pub form: WordForm,
}

/// A pattern in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its number in the book.
    pub pattern: usize,
    /// Its words.
    pub words: Span,
}

/// A sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrased {
    /// Its words and signs.
    pub words: Vec<Word>,
    /// The patterns in it, from left to right.
    pub hits: Vec<Hit>,
}

impl UnreadyBook {
    /// A book without patterns, for papers that are written so.
    #[must_use]
    pub fn new(writing: Writing) -> Self {
        let (names, patterns) = (ClassNames::default(), Patterns::default());
        Self { atoms: Atoms::new(writing), names, patterns }
    }

    /// Adds a pattern, and gives its number. Classes are none here: a pattern that names one is never found.
    pub fn add(&mut self, pattern: &Pattern) -> usize {
        self.patterns.add(pattern, &mut self.atoms, &mut self.names);
        self.patterns.each.len() - 1
    }

    /// Makes its patterns ready.
    #[must_use]
    pub fn ready(self) -> Phrasebook {
        Phrasebook { atoms: self.atoms, matcher: Matcher::new(self.patterns) }
    }
}

impl Phrasebook {
    /// How papers are written.
    #[must_use]
    pub fn writing(&self) -> &Writing {
        &self.atoms.writing
    }

    /// The sentences of a block.
    #[must_use]
    pub fn passages(&self, block: &Block, room: &mut Room) -> Vec<Phrased> {
        room.words.tidy();
        room.tokens.clear();
        tokens(block.text(), block.joints(), &self.atoms, &mut room.words, &mut room.tokens);
        let spans = sentence_spans(block.text(), &room.tokens, &self.atoms.writing);
        let none = Phrases::default();
        let passage = |span: Span| {
            let own = room.tokens.get(span).unwrap_or_default();
            let ids: Vec<WordId> = own.iter().map(|token| token.word).collect();
            let sequence = Sequence { words: &ids, known: &room.words, phrases: &none };
            let mut hits = Vec::new();
            self.matcher.find(&sequence, &mut room.stamps, |pattern, start, end| {
                hits.push(Hit { pattern, words: start..end });
            });
            Phrased { words: own.iter().map(word).collect(), hits }
        };
        spans.into_iter().map(passage).collect()
    }
}

fn word(token: &Token) -> Word {
    let form = match token.shape {
        Shape::Lower => WordForm::Small,
        Shape::Capital => WordForm::Capital,
        Shape::Number => WordForm::Number,
        Shape::Sign => WordForm::Sign,
    };
    Word { span: token.span(), form }
}
