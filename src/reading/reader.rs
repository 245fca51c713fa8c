//! The lexicon made ready to read with.

use std::collections::BTreeMap;

use super::ground::Ground;
use super::matcher::{Matcher, Stamps};
use super::patterns::{Phrases, Sequence};
use super::prepared::{
    Arranged, Atoms, ClassId, Classes, CueMeaning, ModifierMeaning, Prepared, Spellings, Texts,
    folded_label,
};
use super::scale::Scale;
use super::tokens::{Shape, Token};
use super::words::WordCache;
use crate::rulebook::{
    AnsweredBy, ArrangementId, Effect, GridWords, Lexicon, PoliceForce, Writing,
};
use crate::source::Span;
use crate::standing::RankTable;

/// A lexicon made ready: made once, used for any number of documents.
#[derive(Debug)]
pub struct Reader {
    pub(super) atoms: Atoms,
    pub(super) classes: Classes,
    phrases: Matcher,
    phrase_classes: Vec<ClassId>,
    pub(super) cues: Matcher,
    pub(super) cue_meanings: Vec<CueMeaning>,
    /// How each cue is written.
    pub(super) cues_written: Texts,
    pub(super) modifiers: Matcher,
    pub(super) modifier_meanings: Vec<ModifierMeaning>,
    pub(super) modifiers_written: Texts,
    names: Matcher,
    name_forces: Vec<usize>,
    areas: Matcher,
    area_forces: Vec<usize>,
    pub(super) forces: Vec<PoliceForce>,
    pub(super) arrangements: Vec<Arranged>,
    /// Labels of cells, with what they say of the cell.
    labels: Spellings<Effect>,
    /// What words weigh.
    pub(super) scale: Scale,
    /// What people write in grids.
    pub(super) grids: GridWords,
    /// The ground that counts for nothing, where its examples are put to the proof.
    pub(super) without: Option<Ground>,
    /// How the phrases of some classes are written.
    written: BTreeMap<String, Texts>,
}

/// What one thread needs beside the reader: a cache, and room that is used again and again.
#[derive(Debug, Default)]
pub struct Scratch {
    pub(super) words: WordCache,
    pub(super) stamps: Stamps,
}

impl Reader {
    /// Makes a lexicon ready.
    #[must_use]
    pub fn new(lexicon: &Lexicon, ranks: &RankTable) -> Self {
        Self::of(Prepared::of(lexicon, ranks))
    }

    /// Makes ready what the build prepared of the built-in rules; `None` where it kept nothing, because they had faults.
    #[must_use]
    pub fn kept(kept: &'static [u8]) -> Option<Self> {
        Prepared::kept(kept).map(Self::of)
    }

    fn of(prepared: Prepared) -> Self {
        Self {
            labels: prepared.labels,
            scale: Scale::new(prepared.weighed),
            grids: prepared.grids,
            without: None,
            atoms: prepared.atoms,
            classes: prepared.classes,
            phrases: Matcher::new(prepared.phrases),
            phrase_classes: prepared.phrase_classes,
            cues: Matcher::new(prepared.cues),
            cue_meanings: prepared.cue_meanings,
            cues_written: prepared.cues_written,
            modifiers: Matcher::new(prepared.modifiers),
            modifier_meanings: prepared.modifier_meanings,
            modifiers_written: prepared.modifiers_written,
            names: Matcher::new(prepared.names),
            name_forces: prepared.name_forces,
            areas: Matcher::new(prepared.areas),
            area_forces: prepared.area_forces,
            forces: prepared.forces,
            arrangements: prepared.arrangements,
            written: prepared.written,
        }
    }

    /// The same reader to which a ground is none: what only that licenses is handed to a person.
    #[must_use]
    pub fn without(self, ground: Ground) -> Self {
        Self { without: Some(ground), ..self }
    }

    /// Finds the phrases of classes in the words of a sentence.
    pub(super) fn find_phrases(
        &self,
        words: &[u32],
        tokens: &[Token],
        scratch: &mut Scratch,
        found: &mut Phrases,
    ) {
        let none = Phrases::default();
        let sequence = Sequence { words, known: &scratch.words, phrases: &none };
        let mut phrases: Vec<(usize, ClassId, usize)> = Vec::new();
        self.phrases.find(&sequence, &mut scratch.stamps, |pattern, start, end| {
            if let Some(class) = self.phrase_classes.get(pattern) {
                phrases.push((start, *class, end - start));
            }
        });
        let mut phrases = phrases.into_iter().peekable();
        found.clear();
        for at in 0..words.len() {
            found.begin();
            if is_number(tokens, at) {
                found.add(self.classes.number, 1);
            }
            while let Some((_, class, length)) = phrases.next_if(|(start, _, _)| *start == at) {
                found.add(class, length);
            }
        }
        found.begin();
    }

    /// The names of police forces in a sentence: where each begins and ends, and which force.
    pub(super) fn forces_in(
        &self,
        sequence: &Sequence<'_>,
        stamps: &mut Stamps,
    ) -> Vec<(Span, usize)> {
        let mut found = Vec::new();
        self.names.find(sequence, stamps, |name, start, end| {
            found.extend(self.name_forces.get(name).map(|force| (start..end, *force)));
        });
        found
    }

    /// What a label says of what stands under it or beside it.
    pub(super) fn label(&self, label: &str) -> Option<Effect> {
        self.labels.get(&folded_label(label))
    }

    /// The areas of police forces in a sentence, likewise.
    pub(super) fn areas_in(
        &self,
        sequence: &Sequence<'_>,
        stamps: &mut Stamps,
    ) -> Vec<(Span, usize)> {
        let mut found = Vec::new();
        self.areas.find(sequence, stamps, |area, start, end| {
            found.extend(self.area_forces.get(area).map(|force| (start..end, *force)));
        });
        found
    }

    /// Whether such a thing alone answers a question about an arrangement.
    pub(super) fn answered_by(&self, arrangement: &ArrangementId, by: AnsweredBy) -> bool {
        let arranged = self.arrangements.iter().find(|own| own.id == *arrangement);
        arranged.is_some_and(|own| own.traits.answered_by.contains(&by))
    }

    /// How papers are written.
    #[must_use]
    pub fn writing(&self) -> &Writing {
        &self.atoms.writing
    }

    /// The police forces that it knows.
    #[must_use]
    pub fn forces(&self) -> &[PoliceForce] {
        &self.forces
    }

    /// The arrangements that it looks for.
    pub fn looks_for(&self) -> impl Iterator<Item = &ArrangementId> {
        self.arrangements.iter().map(|own| &own.id)
    }

    /// How the phrases of a class are written: of one that tells who made a paper.
    pub fn written(&self, class: &str) -> impl Iterator<Item = &str> {
        self.written.get(class).into_iter().flat_map(Texts::iter)
    }

    /// How many phrases, cues and modifiers it knows.
    #[must_use]
    pub fn size(&self) -> (usize, usize, usize) {
        (self.phrase_classes.len(), self.cue_meanings.len(), self.modifier_meanings.len())
    }
}

/// Whether a token is a number, and no part of a reference: "003814/19".
fn is_number(tokens: &[Token], at: usize) -> bool {
    let number = |at: usize| tokens.get(at).is_some_and(|own| own.shape == Shape::Number);
    let glued = |at: usize| match (tokens.get(at), tokens.get(at + 1)) {
        (Some(a), Some(b)) => a.end == b.start,
        _ => false,
    };
    let signed = |at: usize| tokens.get(at).is_some_and(|own| own.shape == Shape::Sign);
    let joined =
        |at: usize| number(at) && signed(at + 1) && number(at + 2) && glued(at) && glued(at + 1);
    number(at) && !joined(at) && !at.checked_sub(2).is_some_and(joined)
}
