//! A sentence with everything that was found in it.

use super::patterns::{ClassId, Phrases, Sequence};
use super::reader::{Reader, Scratch};
use super::tokens::{Shape, Token};
use super::words::{WordId, Words};
use crate::rulebook::{CueSays, Effect, Reach, Reads};
use crate::source::Span;

/// A sentence, its words and what stands in them. Spans are of tokens, unless said otherwise.
#[derive(Debug)]
pub(super) struct Line {
    /// The block that it stands in.
    pub block: usize,
    pub tokens: Vec<Token>,
    pub words: Vec<WordId>,
    pub phrases: Phrases,
    pub actors: Vec<Actor>,
    /// Areas of forces, where a commissioner is named: which force, and where.
    pub areas: Vec<(usize, Span)>,
    pub cues: Vec<Hit>,
    pub marks: Vec<Mark>,
    /// For each token, the clause that it stands in.
    pub clauses: Vec<u16>,
    /// Whether modifiers were looked for.
    looked: bool,
}

/// The longest sentence that may be all label or answer, and how far into one a label may end, in
/// tokens.
const LABEL: usize = 12;

/// Somebody whom a sentence speaks of.
#[derive(Clone, Debug)]
pub(super) struct Actor {
    pub who: Who,
    pub span: Span,
}

/// Whose arrangements somebody's are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Who {
    /// The force itself: "the force", "the constabulary".
    Own,
    /// Whoever speaks: "we".
    We,
    /// The police and crime commissioner.
    Commissioner,
    /// A police force by its name; whether it is the force itself depends on who speaks.
    Force(Name),
    /// Another body.
    Other,
}

/// A force's name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Name {
    /// A force of the table, by its place there.
    Known(usize),
    /// A name that no table knows, in lower case without "police".
    Unknown(String),
}

/// A cue in a sentence.
#[derive(Clone, Debug)]
pub(super) struct Hit {
    /// Its place in the reader's cues.
    pub cue: usize,
    pub arrangement: usize,
    pub says: CueSays,
    pub span: Span,
}

/// A modifier in a sentence.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    /// Its place in the reader's modifiers.
    pub modifier: usize,
    pub effect: Effect,
    pub reads: Reads,
    pub reach: Reach,
    pub span: Span,
}

impl Line {
    /// A sentence with its phrases and actors; cues and modifiers are looked for where they matter.
    pub(super) fn new(
        block: usize,
        text: &str,
        tokens: &[Token],
        reader: &Reader,
        scratch: &mut Scratch,
    ) -> Self {
        let words: Vec<WordId> = tokens.iter().map(|token| token.word).collect();
        let mut phrases = Phrases::default();
        reader.find_phrases(&words, tokens, scratch, &mut phrases);
        let mut line = Self {
            block,
            tokens: tokens.to_vec(),
            words,
            phrases,
            actors: Vec::new(),
            areas: Vec::new(),
            cues: Vec::new(),
            marks: Vec::new(),
            clauses: Vec::new(),
            looked: false,
        };
        line.actors = line.find_actors(text, reader, scratch);
        if line.actors.iter().any(|actor| actor.who == Who::Commissioner) {
            line.areas = line.find_areas(reader, scratch);
        }
        line
    }

    /// Looks for cues and clauses; for modifiers, too, where there is a cue or where they may make
    /// a label of the sentence or lead in what follows it.
    pub(super) fn look(&mut self, text: &str, reader: &Reader, scratch: &mut Scratch) {
        self.clauses = self.find_clauses(reader);
        self.cues = self.find_cues(reader, scratch);
        if !self.cues.is_empty()
            || self.len() <= LABEL
            || (0..LABEL).any(|at| self.is_sign(text, at, &[":", "–"]))
            || self.is_sign(text, self.len().saturating_sub(1), &[":", ";"])
        {
            self.look_for_modifiers(reader, scratch);
        }
    }

    /// Looks for modifiers, where that wasn't done yet.
    pub(super) fn look_for_modifiers(&mut self, reader: &Reader, scratch: &mut Scratch) {
        if !self.looked {
            self.marks = self.find_marks(reader, scratch);
            self.looked = true;
        }
    }

    fn sequence<'a>(&'a self, known: &'a Words) -> Sequence<'a> {
        Sequence { words: &self.words, known, phrases: &self.phrases }
    }

    /// How many tokens there are.
    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The length of the longest phrase of a class that begins at a token.
    pub(super) fn phrase(&self, class: ClassId, at: usize) -> Option<usize> {
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
        let mut at = 0;
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
        span.clone().any(|at| self.is(class, at))
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

    /// The clause of a token.
    pub(super) fn clause(&self, at: usize) -> u16 {
        self.clauses.get(at).copied().unwrap_or_default()
    }

    /// Whether a token is this sign.
    pub(super) fn is_sign(&self, text: &str, at: usize, signs: &[&str]) -> bool {
        self.tokens.get(at).is_some_and(|token| token.shape == Shape::Sign)
            && signs.contains(&self.text(text, at))
    }

    fn find_actors(&self, text: &str, reader: &Reader, scratch: &mut Scratch) -> Vec<Actor> {
        let classes = &reader.classes;
        let sequence = self.sequence(&scratch.words);
        let forces = reader.forces_in(&sequence, &mut scratch.stamps);
        let mut actors: Vec<Actor> = Vec::new();
        let mut at = 0;
        while at < self.len() {
            let mut best: Option<(usize, Who)> = None;
            let mut offer = |length: usize, who: Who| {
                if best.as_ref().is_none_or(|(longest, _)| length > *longest) {
                    best = Some((length, who));
                }
            };
            for (span, force) in forces.iter().filter(|(span, _)| span.start == at) {
                offer(span.len(), Who::Force(Name::Known(*force)));
            }
            if let Some((name, end)) = self.unknown_force(text, reader, at) {
                offer(end - at, Who::Force(Name::Unknown(name)));
            }
            if let Some(length) = self.phrase(classes.commissioner, at) {
                offer(length, Who::Commissioner);
            }
            if let Some(length) = self.phrase(classes.own, at) {
                offer(length, Who::Own);
            }
            if let Some(length) = self.phrase(classes.we, at) {
                offer(length, Who::We);
            }
            if let Some(length) = self.phrase(classes.other, at) {
                offer(length, Who::Other);
            }
            match best {
                Some((length, who)) => {
                    actors.push(Actor { who, span: at..at + length });
                    at += length.max(1);
                }
                None => at += 1,
            }
        }
        actors
    }

    /// The force whose area is named at a token.
    pub(super) fn area(&self, at: usize) -> Option<usize> {
        self.areas.iter().find(|(_, span)| span.contains(&at)).map(|(force, _)| *force)
    }

    fn find_areas(&self, reader: &Reader, scratch: &mut Scratch) -> Vec<(usize, Span)> {
        let sequence = self.sequence(&scratch.words);
        let areas = reader.areas_in(&sequence, &mut scratch.stamps);
        areas.into_iter().map(|(span, force)| (force, span)).collect()
    }

    /// A name such as "Northmarch Police" that no table knows.
    fn unknown_force(&self, text: &str, reader: &Reader, at: usize) -> Option<(String, usize)> {
        let named = |at: usize| {
            self.tokens.get(at).is_some_and(|token| token.shape == Shape::Capital)
                && !self.is(reader.classes.no_name, at)
                && !self.is(reader.classes.police, at)
        };
        if !named(at) {
            return None;
        }
        let end = (at + 1..=at + 3).find(|end| !named(*end))?;
        let force = self.is(reader.classes.police, end)
            && self.tokens.get(end).is_some_and(|token| token.shape == Shape::Capital);
        // "Police and Crime Commissioner" is no force's name.
        if !force || self.is(reader.classes.commissioner, end) {
            return None;
        }
        let name: Vec<String> = (at..end).map(|at| self.text(text, at).to_lowercase()).collect();
        Some((name.join(" "), end + 1))
    }

    fn find_cues(&self, reader: &Reader, scratch: &mut Scratch) -> Vec<Hit> {
        let sequence = self.sequence(&scratch.words);
        let mut hits: Vec<Hit> = Vec::new();
        reader.cues.find(&sequence, &mut scratch.stamps, |cue, start, end| {
            let within = !(start + 1..end).any(|at| {
                self.is(reader.classes.breaks, at) || self.is(reader.classes.semicolon, at)
            });
            if let (true, Some(meaning)) = (within, reader.cue_meanings.get(cue)) {
                let (arrangement, says) = (meaning.arrangement, meaning.says);
                hits.push(Hit { cue, arrangement, says, span: start..end });
            }
        });
        // What looks like a cue and is none takes away all that it overlaps, but for what it is
        // only a part of. Of other cues of one arrangement that overlap, the longest stays.
        let (none, mut hits): (Vec<Hit>, Vec<Hit>) =
            hits.into_iter().partition(|hit| hit.says == CueSays::Nothing);
        hits.retain(|hit| {
            !none.iter().any(|other| {
                let around = hit.span.start <= other.span.start
                    && other.span.end <= hit.span.end
                    && hit.span.len() > other.span.len() + 1;
                other.arrangement == hit.arrangement && overlap(&other.span, &hit.span) && !around
            })
        });
        hits.sort_by_key(|hit| {
            (hit.arrangement, std::cmp::Reverse((hit.span.len(), hit.says)), hit.span.start)
        });
        let mut kept: Vec<Hit> = Vec::new();
        for hit in hits {
            let same = |other: &Hit| {
                other.arrangement == hit.arrangement && overlap(&other.span, &hit.span)
            };
            if !kept.iter().any(same) {
                kept.push(hit);
            }
        }
        kept.sort_by_key(|hit| (hit.span.start, hit.arrangement));
        kept
    }

    fn find_marks(&self, reader: &Reader, scratch: &mut Scratch) -> Vec<Mark> {
        let sequence = self.sequence(&scratch.words);
        let mut marks: Vec<Mark> = Vec::new();
        reader.modifiers.find(&sequence, &mut scratch.stamps, |modifier, start, end| {
            let meaning = reader.modifier_meanings.get(modifier);
            let meaning = meaning.filter(|meaning| self.fits(reader, meaning.effect, start));
            if let Some(meaning) = meaning {
                marks.push(Mark {
                    modifier,
                    effect: meaning.effect,
                    reads: meaning.reads,
                    reach: meaning.reach,
                    span: start..end,
                });
            }
        });
        marks
    }

    /// Whether a modifier may stand at a token: "who is" asks at the start of a sentence or after
    /// a verb of asking, and "should you need" urges nothing.
    fn fits(&self, reader: &Reader, effect: Effect, at: usize) -> bool {
        let classes = &reader.classes;
        match effect {
            Effect::Question if self.is(classes.interrogative, at) => {
                at <= 3 || (at.saturating_sub(4)..at).any(|at| self.is(classes.asks, at))
            }
            // "would suggest" supposes nothing of what suggests it.
            Effect::Supposed => !(at + 1..at + 3).any(|at| self.is(classes.hedges, at)),
            Effect::Exhortation => at > 0 || !self.is(classes.should, at),
            _ => true,
        }
    }

    /// Breaks the sentence into clauses: the number of each token's.
    fn find_clauses(&self, reader: &Reader) -> Vec<u16> {
        let mut clauses = Vec::with_capacity(self.len());
        let mut clause = 0;
        for at in 0..self.len() {
            if at > 0 && self.breaks(reader, at) {
                clause += 1;
            }
            clauses.push(clause);
        }
        clauses
    }

    fn breaks(&self, reader: &Reader, at: usize) -> bool {
        let classes = &reader.classes;
        let atoms = |at: usize| self.tokens.get(at);
        let is_comma = |at: usize| self.is(classes.comma, at);
        let is_and = |at: usize| self.is(classes.and, at);
        if self.is(classes.breaks, at) || self.is(classes.semicolon, at) {
            return true;
        }
        if self.is(classes.reports, at - 1) && self.is(classes.relative, at) {
            return true;
        }
        if is_comma(at - 1) && self.is(classes.relative, at) {
            return true;
        }
        // "and", ", and" or "," begins a clause where a subject and its verb follow.
        let joins = is_and(at) || (is_comma(at - 1) && !is_and(at));
        if !joins {
            return false;
        }
        let first = if is_and(at) { at + 1 } else { at };
        let subject = self.is(classes.definite, first)
            || self.is(classes.pronoun, first)
            || self.is(classes.article, first)
            || self.actors.iter().any(|actor| actor.span.start == first)
            || atoms(first).is_some_and(|token| token.shape == Shape::Capital);
        if !subject {
            // "and has not been reallocated": the subject of before goes on, but a new verb begins.
            return is_and(at) && self.is(classes.finite, first);
        }
        let verb = (first + 1..(first + 9).min(self.len()))
            .take_while(|at| !is_comma(*at) && !is_and(*at) && !self.is(classes.subordinate, *at))
            .find(|at| self.is(classes.finite, *at));
        verb.is_some()
    }
}

/// Whether two spans have a token in common.
pub(super) fn overlap(a: &Span, b: &Span) -> bool {
    a.start < b.end && b.start < a.end
}
