//! The lexicon made ready to read with.

use std::collections::BTreeMap;

use super::classes::{Classes, common};
use super::ground::Ground;
use super::matcher::{Matcher, Stamps};
use super::patterns::{ClassId, ClassNames, Phrases, Sequence};
use super::scale::Scale;
use super::tokens::{Shape, Token};
use super::words::{Atoms, WordCache};
use super::written::{rank_names, spread, written_names};
use crate::rulebook::{
    AnsweredBy, ArrangementId, Cue, CueSays, Effect, GridWords, Lexicon, Modifier, Pattern,
    PoliceForce, Reads, Scope, Traits, Writing,
};
use crate::source::Span;
use crate::standing::{ForceKind, RankTable};

/// A lexicon made ready: made once, used for any number of documents.
#[derive(Debug)]
pub struct Reader {
    pub(super) atoms: Atoms,
    pub(super) classes: Classes,
    phrases: Matcher,
    phrase_classes: Vec<ClassId>,
    pub(super) cues: Matcher,
    pub(super) cue_meanings: Vec<CueMeaning>,
    pub(super) modifiers: Matcher,
    pub(super) modifier_meanings: Vec<ModifierMeaning>,
    names: Matcher,
    name_forces: Vec<usize>,
    areas: Matcher,
    area_forces: Vec<usize>,
    pub(super) forces: Vec<PoliceForce>,
    pub(super) arrangements: Vec<Arranged>,
    /// Labels of cells, with what they say of the cell.
    labels: BTreeMap<String, Effect>,
    /// What words weigh.
    pub(super) scale: Scale,
    /// What people write in grids.
    pub(super) grids: GridWords,
    /// The ground that counts for nothing, where its examples are put to the proof.
    pub(super) without: Option<Ground>,
}

/// What reading must know of an arrangement.
#[derive(Debug)]
pub(super) struct Arranged {
    pub id: ArrangementId,
    pub traits: Traits,
}

/// What a cue says of which arrangement.
#[derive(Debug)]
pub(super) struct CueMeaning {
    /// Its place in the reader's arrangements.
    pub arrangement: usize,
    pub says: CueSays,
    pub written: String,
    /// Whether it names slavery itself.
    pub names_slavery: bool,
}

/// What a modifier does, on which side, how far.
#[derive(Debug)]
pub(super) struct ModifierMeaning {
    pub effect: Effect,
    pub reads: Reads,
    pub reach: Scope,
    pub written: String,
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
        let (mut atoms, mut names) = (Atoms::new(lexicon.writing.clone()), ClassNames::default());
        for (word, form) in &lexicon.verbs.forms {
            atoms.verb(word, *form);
        }
        let classes = Classes::new(&mut names);
        let mut phrases = Matcher::default();
        let mut phrase_classes = Vec::new();
        let common = common(lexicon);
        let asked_for = lexicon.classes.iter().filter(|(name, _)| common.contains(name.as_str()));
        for (name, patterns) in asked_for {
            let class = names.id(name);
            for pattern in patterns.iter().flat_map(|pattern| spread(pattern, &lexicon.classes, 0))
            {
                phrases.add(&pattern, &mut atoms, &mut names);
                phrase_classes.push(class);
            }
        }
        for rank in rank_names(ranks) {
            if let Ok(pattern) = Pattern::parse(&rank) {
                phrases.add(&pattern, &mut atoms, &mut names);
                phrase_classes.push(classes.rank);
            }
        }
        let mut arrangements: Vec<Arranged> = Vec::new();
        let mut cues = Matcher::default();
        let mut cue_meanings = Vec::new();
        for Cue { arrangement, pattern, says } in &lexicon.cues {
            let known = arrangements.iter().position(|known| known.id == *arrangement);
            let index = known.unwrap_or_else(|| {
                arrangements.push(Arranged {
                    id: arrangement.clone(),
                    traits: lexicon.traits.get(arrangement).cloned().unwrap_or_default(),
                });
                arrangements.len() - 1
            });
            cues.add(pattern, &mut atoms, &mut names);
            let written = pattern.written.clone();
            let names_slavery = pattern.classes().any(|class| class == "slavery");
            cue_meanings.push(CueMeaning {
                arrangement: index,
                says: *says,
                written,
                names_slavery,
            });
        }
        let mut modifiers = Matcher::default();
        let mut modifier_meanings = Vec::new();
        for Modifier { effect, reads, reach, pattern } in &lexicon.modifiers {
            modifiers.add(pattern, &mut atoms, &mut names);
            modifier_meanings.push(ModifierMeaning {
                effect: *effect,
                reads: *reads,
                reach: *reach,
                written: pattern.written.clone(),
            });
        }
        let mut force_names = Matcher::default();
        let mut name_forces = Vec::new();
        let mut areas = Matcher::default();
        let mut area_forces = Vec::new();
        for (index, force) in lexicon.forces.iter().enumerate() {
            // To a force's paper an agency is another body: `names.toml` has it.
            let written = written_names(force);
            for name in written.into_iter().filter(|_| force.kind != ForceKind::Agency) {
                if let Ok(pattern) = Pattern::parse(&name) {
                    force_names.add(&pattern, &mut atoms, &mut names);
                    name_forces.push(index);
                }
            }
            for area in &force.areas {
                if let Ok(pattern) = Pattern::parse(&area.to_lowercase()) {
                    areas.add(&pattern, &mut atoms, &mut names);
                    area_forces.push(index);
                }
            }
        }
        let ids: Vec<&ArrangementId> = arrangements.iter().map(|own| &own.id).collect();
        let scale = Scale::new(lexicon, &ids, &common, &mut atoms, &mut names);
        let label = |own: &Modifier| (folded_label(&own.pattern.written), own.effect);
        let labels = lexicon.modifiers.iter().filter(|own| Effect::LABELS.contains(&own.effect));
        let labels = labels.map(label).collect();
        Self {
            labels,
            scale,
            grids: lexicon.grids.clone(),
            without: None,
            atoms,
            classes,
            phrases,
            phrase_classes,
            cues,
            cue_meanings,
            modifiers,
            modifier_meanings,
            names: force_names,
            name_forces,
            areas,
            area_forces,
            forces: lexicon.forces.clone(),
            arrangements,
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
        self.labels.get(&folded_label(label)).copied()
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

    /// How many phrases, cues and modifiers it knows.
    #[must_use]
    pub fn size(&self) -> (usize, usize, usize) {
        (self.phrase_classes.len(), self.cue_meanings.len(), self.modifier_meanings.len())
    }
}

/// A label without what doesn't matter in it.
fn folded_label(label: &str) -> String {
    let kept: String = label.chars().map(|c| if c.is_alphabetic() { c } else { ' ' }).collect();
    let words: Vec<String> = kept.to_lowercase().split_whitespace().map(str::to_owned).collect();
    words.join(" ")
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
