//! A sentence with everything that was found in it.

use super::actor::Actor;
use super::patterns::{Phrases, Sequence};
use super::prepared::ClassId;
use super::reader::{Reader, Scratch};
use super::tokens::{Shape, Token};
use super::words::{WordCache, WordId};
use crate::rulebook::{CueSays, Effect, Reads, Scope, VerbForm};
use crate::source::Span;

/// A sentence, its words and what stands in them. Spans are of tokens, unless said otherwise.
#[derive(Debug)]
pub(super) struct Sentence {
    /// The block that it stands in.
    pub block: usize,
    pub tokens: Vec<Token>,
    pub words: Vec<WordId>,
    pub phrases: Phrases,
    pub actors: Vec<Actor>,
    /// Areas of forces, where a commissioner or slavery is named: which force, and where.
    pub areas: Vec<(usize, Span)>,
    pub cues: Vec<CueHit>,
    pub marks: Vec<ModifierHit>,
    /// For each token, the clause that it stands in.
    pub clauses: Vec<u16>,
    /// For each token, whether it is a finite verb; none where nobody asked.
    pub verbs: Vec<bool>,
    /// For each token, and for its end, whether what stands before leaves a quotation open; none where nobody asked.
    pub quoted: Vec<bool>,
    /// For each token, what it may be as a form of a verb; none where nobody asked.
    pub forms: Vec<VerbForm>,
    /// General words that may speak of an arrangement.
    pub hints: Vec<CueHit>,
    /// Whether modifiers were looked for.
    pub looked: bool,
    /// Whether it is one of several things that were there to be chosen.
    pub is_chosen: bool,
    /// Whether it stands before those, so that what was chosen answers it.
    pub is_asked: bool,
    /// Why nobody can tell what was chosen, where it stands for that alone and has no words.
    pub undecided: Option<&'static str>,
}

/// A cue in a sentence.
#[derive(Clone, Debug)]
pub(super) struct CueHit {
    /// Its place in the reader's cues.
    pub cue: usize,
    pub arrangement: usize,
    pub says: CueSays,
    pub span: Span,
}

/// A modifier in a sentence.
#[derive(Clone, Debug)]
pub(super) struct ModifierHit {
    /// Its place in the reader's modifiers.
    pub modifier: usize,
    pub effect: Effect,
    pub reads: Reads,
    pub reach: Scope,
    pub span: Span,
}

impl Sentence {
    /// A sentence with its phrases. What else stands in it is looked for where it matters.
    pub(super) fn new(
        block: usize,
        tokens: &[Token],
        reader: &Reader,
        scratch: &mut Scratch,
    ) -> Self {
        let words: Vec<WordId> = tokens.iter().map(|token| token.word).collect();
        let mut phrases = Phrases::default();
        reader.find_phrases(&words, tokens, scratch, &mut phrases);
        Self {
            block,
            tokens: tokens.to_vec(),
            words,
            phrases,
            actors: Vec::new(),
            areas: Vec::new(),
            cues: Vec::new(),
            marks: Vec::new(),
            clauses: Vec::new(),
            verbs: Vec::new(),
            quoted: Vec::new(),
            forms: Vec::new(),
            hints: Vec::new(),
            looked: false,
            is_chosen: false,
            is_asked: false,
            undecided: None,
        }
    }

    /// Its words as patterns see them.
    pub(super) fn sequence<'a>(&'a self, known: &'a WordCache) -> Sequence<'a> {
        Sequence { words: &self.words, known, phrases: &self.phrases }
    }

    /// Whether a modifier in it asks: "please say whether".
    pub(super) fn asks(&self) -> bool {
        self.marks.iter().any(|mark| mark.effect == Effect::Question)
    }

    /// How many tokens there are.
    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The last token that is none of some signs.
    pub(super) fn last_but(&self, text: &str, signs: &[&str]) -> Option<usize> {
        (0..self.len()).rev().find(|at| !self.is_sign(text, *at, signs))
    }

    /// Whether it ends in one of some signs: in ":", and in ":-" as it is typed.
    pub(super) fn ends_in(&self, text: &str, signs: &[&str]) -> bool {
        self.last_but(text, &["-", "–"]).is_some_and(|at| self.is_sign(text, at, signs))
    }

    /// The length of the longest phrase of a class that begins at a token.
    pub(super) fn phrase(&self, class: ClassId, at: usize) -> Option<usize> {
        if !self.phrases.may_have(class) {
            return None;
        }
        let phrases = self.phrases.at(at).iter().filter(|(found, _)| *found == class);
        phrases.map(|(_, length)| usize::from(*length)).max()
    }

    /// Whether a phrase of a class begins at a token.
    pub(super) fn is(&self, class: ClassId, at: usize) -> bool {
        self.phrase(class, at).is_some()
    }

    /// Every phrase of a class: the longest ones, from left to right.
    pub(super) fn all(&self, class: ClassId) -> Vec<Span> {
        let mut found = Vec::new();
        let mut at = if self.phrases.may_have(class) { 0 } else { self.len() };
        while at < self.len() {
            match self.phrase(class, at) {
                Some(length) => {
                    found.push(at..at + length);
                    at += length;
                }
                None => at += 1,
            }
        }
        found
    }

    /// Whether a phrase of a class stands within a span.
    pub(super) fn has(&self, class: ClassId, span: &Span) -> bool {
        self.phrases.may_have(class) && span.clone().any(|at| self.is(class, at))
    }

    /// The text of a token.
    pub(super) fn text<'t>(&self, text: &'t str, at: usize) -> &'t str {
        self.tokens.get(at).and_then(|token| text.get(token.span())).unwrap_or_default()
    }

    /// Where a span of tokens stands in the text of its block.
    pub(super) fn place(&self, span: &Span) -> Span {
        let start = self.tokens.get(span.start).map_or(0, |token| token.start);
        let end = span.end.checked_sub(1).and_then(|last| self.tokens.get(last));
        start as usize..end.map_or(start, |token| token.end) as usize
    }

    /// Whether a token is a finite verb.
    pub(super) fn is_verb(&self, at: usize) -> bool {
        self.verbs.get(at).copied().unwrap_or(false)
    }

    /// Whether what stands before a token leaves a quotation open.
    pub(super) fn is_quoted(&self, at: usize) -> bool {
        self.quoted.get(at).copied().unwrap_or(false)
    }

    /// What a token may be as a form of a verb.
    pub(super) fn form(&self, at: usize) -> VerbForm {
        self.forms.get(at).copied().unwrap_or_default()
    }

    /// The clause of a token.
    pub(super) fn clause(&self, at: usize) -> u16 {
        self.clauses.get(at).copied().unwrap_or_default()
    }

    /// Whether a token is this sign.
    pub(super) fn is_sign(&self, text: &str, at: usize, signs: &[&str]) -> bool {
        self.tokens.get(at).is_some_and(|token| token.shape == Shape::Sign)
            && signs.contains(&self.text(text, at))
    }

    /// The force whose area is named at a token.
    pub(super) fn area(&self, at: usize) -> Option<usize> {
        self.areas.iter().find(|(_, span)| span.contains(&at)).map(|(force, _)| *force)
    }
}

/// Whether two spans have a token in common.
pub(super) fn overlap(a: &Span, b: &Span) -> bool {
    a.start < b.end && b.start < a.end
}
