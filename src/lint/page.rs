//! A document as checks look at it: its sentences, its date, what is quoted in it.

use super::against::Against;
use super::data::Phrases;
use super::finding::{Finding, Fix, Sensitivity};
use super::reads::OnceRead;
use super::sight::Quoted;
use crate::document::{Block, Document, Kind};
use crate::reading::{Hit, Phrased, Word, WordForm};
use crate::source::{Place, Span};
use crate::standing::Day;

/// A document, taken apart once for all checks.
pub(super) struct Page<'a> {
    pub document: &'a Document,
    /// Its text as it is typed, where its format is typed.
    pub source: Option<&'a str>,
    /// Its sentences: those of a block stand together.
    pub sentences: Vec<Sentence>,
    /// What is quoted in each block.
    pub quoted: Vec<Quoted>,
    /// The day that names and sections are held against.
    pub day: Day,
    /// Of a document without a date, where nobody named a day: what it shows of when it was written.
    pub undated: Option<Undated>,
    /// The day that review dates are held against.
    pub as_of: Day,
    /// What it declares, and what a declaration says, where somebody asks for that.
    pub read: OnceRead<'a>,
    pub against: Option<&'a Against>,
    /// What kind of document it is, where that is known.
    pub kind: Option<&'a str>,
    /// Whether anybody asks for what a person must judge.
    pub pedantic: bool,
    /// Whether there is a file at a path beside the document.
    pub beside: &'a dyn Fn(&str) -> bool,
}

/// A document that gives no date and is in use, or isn't.
#[derive(Clone, Copy, Debug)]
pub(super) struct Undated {
    /// The last day that it tells of as past: it was written after that.
    pub after: Option<Day>,
}

/// A sentence, and the block that it stands in.
pub(super) struct Sentence {
    pub block: usize,
    pub passage: Phrased,
}

/// A phrase of a check's in a sentence.
pub(super) struct Struck<'a> {
    pub sentence: &'a Sentence,
    /// The entry of the check's data that it is of.
    pub entry: usize,
    /// Its words.
    pub words: Span,
}

impl Page<'_> {
    /// The block of a number.
    pub(super) fn block(&self, block: usize) -> Option<&Block> {
        self.document.blocks.get(block)
    }

    /// The text of a block.
    pub(super) fn text(&self, block: usize) -> &str {
        self.block(block).map_or("", Block::text)
    }

    /// How sure it is that a document was in use on a day or after it; nothing where it wasn't.
    pub(super) fn in_use(&self, day: Day) -> Option<Sensitivity> {
        match self.undated {
            _ if self.day < day => None,
            Some(Undated { after }) if after.is_none_or(|after| after < day) => {
                Some(Sensitivity::Pedantic)
            }
            _ => Some(Sensitivity::Default),
        }
    }

    /// Where phrases of a check stand, from left to right.
    pub(super) fn struck<'p>(&'p self, own: &'p Phrases) -> impl Iterator<Item = Struck<'p>> {
        self.sentences.iter().flat_map(move |sentence| {
            sentence.passage.hits.iter().filter_map(move |Hit { pattern, words }| {
                let entry = own.entry(*pattern)?;
                Some(Struck { sentence, entry, words: words.clone() })
            })
        })
    }

    /// The same in one sentence.
    pub(super) fn struck_in<'p>(
        &self,
        sentence: &'p Sentence,
        own: &'p Phrases,
    ) -> impl Iterator<Item = (usize, Span)> + 'p {
        let hits = sentence.passage.hits.iter();
        hits.filter_map(|hit| Some((own.entry(hit.pattern)?, hit.words.clone())))
    }

    /// A finding about words of a block.
    pub(super) fn finding(
        &self,
        check: &'static str,
        sensitivity: Sensitivity,
        block: usize,
        span: Span,
        message: String,
    ) -> Finding {
        let own = self.block(block);
        let spot = own.map(|own| own.spot(span.start)).unwrap_or_default();
        let place = Place {
            file: self.document.name.clone(),
            sheet: None,
            page: spot.page,
            line: spot.line as usize,
            column: spot.column as usize,
        };
        let quote = own.map(|own| own.quote(span.clone())).unwrap_or_default();
        Finding { check, sensitivity, place, block, span, quote, message, help: None, fix: None }
    }

    /// Whether words are somebody else's: quoted, or in a block of quotation.
    pub(super) fn is_quoted(&self, block: usize, span: &Span) -> bool {
        self.block(block).is_some_and(|own| own.kind == Kind::Quotation)
            || self.quoted.get(block).is_some_and(|quoted| quoted.holds(span))
    }
}

impl Sentence {
    /// The words of a span, as bytes of the block's text.
    pub(super) fn place(&self, words: &Span) -> Span {
        let behind = self.passage.words.last().map_or(0, |word| word.span.end);
        let start = self.passage.words.get(words.start).map_or(behind, |word| word.span.start);
        if words.is_empty() {
            return start..start;
        }
        let last = words.end.checked_sub(1).and_then(|last| self.passage.words.get(last));
        start..last.map_or(start, |word| word.span.end)
    }

    /// All of it, likewise.
    pub(super) fn whole(&self) -> Span {
        self.place(&(0..self.passage.words.len()))
    }

    /// A word as it stands in a text; nothing past the ends.
    pub(super) fn word<'t>(&self, text: &'t str, at: usize) -> &'t str {
        let found = self.passage.words.get(at);
        found.and_then(|word| text.get(word.span.clone())).unwrap_or_default()
    }

    /// Whether a word is this, in whatever letters.
    pub(super) fn is(&self, text: &str, at: usize, words: &[&str]) -> bool {
        let found = self.word(text, at);
        words.iter().any(|word| word.eq_ignore_ascii_case(found))
    }

    /// What a word is.
    pub(super) fn form(&self, at: usize) -> Option<WordForm> {
        self.passage.words.get(at).map(|word: &Word| word.form)
    }

    /// How many words and signs it has.
    pub(super) fn len(&self) -> usize {
        self.passage.words.len()
    }
}

impl Finding {
    /// The same with what to do about it.
    pub(super) fn helped(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }

    /// The same with what to write instead.
    pub(super) fn fixed(self, fix: Option<Fix>) -> Self {
        Self { fix, ..self }
    }
}
