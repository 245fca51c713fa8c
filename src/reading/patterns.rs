//! Patterns made ready, and finding them in the words of a sentence.

use std::collections::{BTreeMap, BTreeSet};

use super::words::{Atom, Atoms, WordCache, WordId};
use crate::rulebook::{Alternative, Element, Pattern};

/// A class of phrases.
pub(super) type ClassId = u16;

/// The words of a sentence to a matcher: their atoms, and what phrases of a class begin there.
pub(super) struct Sequence<'a> {
    pub words: &'a [WordId],
    pub known: &'a WordCache,
    pub phrases: &'a Phrases,
}

impl Sequence<'_> {
    fn atoms(&self, at: usize) -> &[Atom] {
        self.words.get(at).map_or(&[], |word| self.known.atoms(*word))
    }
}

/// Phrases of classes in a sentence: by the word at which they begin.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    /// For each word, where its phrases begin in `found`; one more at the end.
    starts: Vec<u32>,
    found: Vec<(ClassId, u16)>,
}

impl Phrases {
    /// The phrases that begin at a word: their class, and how many words they have.
    pub(super) fn at(&self, word: usize) -> &[(ClassId, u16)] {
        let bound = |at: usize| self.starts.get(at).map_or(self.found.len(), |at| *at as usize);
        self.found.get(bound(word)..bound(word + 1)).unwrap_or_default()
    }

    /// Forgets all.
    pub(super) fn clear(&mut self) {
        self.starts.clear();
        self.found.clear();
    }

    /// Goes to the next word.
    pub(super) fn begin(&mut self) {
        self.starts.push(u32::try_from(self.found.len()).unwrap_or(u32::MAX));
    }

    /// Adds a phrase that begins at the present word.
    pub(super) fn add(&mut self, class: ClassId, length: usize) {
        let entry = (class, u16::try_from(length).unwrap_or(u16::MAX));
        self.found.push(entry);
    }
}

#[derive(Debug)]
enum Step {
    One(Box<[Atom]>, Box<[ClassId]>),
    Maybe(Box<[Atom]>, Box<[ClassId]>),
    Gap(u8),
}

/// Names of classes as numbers.
#[derive(Debug, Default)]
pub(super) struct ClassNames(BTreeMap<String, ClassId>);

impl ClassNames {
    /// The number of a class; a new one where it isn't known.
    pub(super) fn id(&mut self, name: &str) -> ClassId {
        let next = ClassId::try_from(self.0.len()).unwrap_or(ClassId::MAX);
        *self.0.entry(name.to_owned()).or_insert(next)
    }
}

/// Patterns made ready, each under the number in which it was added.
#[derive(Debug, Default)]
pub(super) struct Matcher {
    patterns: Vec<Box<[Step]>>,
    /// Patterns by what they begin with.
    first: Index,
    /// Patterns by that step of theirs which the fewest sentences have.
    rarest: Index,
}

/// Patterns by the atoms and classes of one of their steps.
#[derive(Debug, Default)]
struct Index {
    by_atom: Vec<Vec<u32>>,
    by_class: Vec<Vec<u32>>,
}

impl Index {
    fn add(&mut self, id: u32, atoms: &[Atom], classes: &[ClassId]) {
        for atom in atoms {
            list(&mut self.by_atom, *atom as usize).push(id);
        }
        for class in classes {
            list(&mut self.by_class, usize::from(*class)).push(id);
        }
    }

    fn at<'a>(&'a self, sequence: &'a Sequence<'_>, at: usize) -> impl Iterator<Item = u32> {
        let atoms = sequence.atoms(at).iter().filter_map(|atom| self.by_atom.get(*atom as usize));
        let classes = sequence.phrases.at(at).iter();
        let classes = classes.filter_map(|(class, _)| self.by_class.get(usize::from(*class)));
        atoms.chain(classes).flatten().copied()
    }
}

/// Which patterns a sentence may have: room that is used again for every sentence.
#[derive(Debug, Default)]
pub(super) struct Stamps {
    stamps: Vec<u32>,
    now: u32,
}

impl Stamps {
    fn begin(&mut self, patterns: usize) {
        if self.stamps.len() < patterns {
            self.stamps.resize(patterns, 0);
        }
        self.now = self.now.wrapping_add(1);
        if self.now == 0 {
            self.stamps.fill(0);
            self.now = 1;
        }
    }

    fn set(&mut self, id: u32) {
        if let Some(stamp) = self.stamps.get_mut(id as usize) {
            *stamp = self.now;
        }
    }

    fn is_set(&self, id: u32) -> bool {
        self.stamps.get(id as usize) == Some(&self.now)
    }
}

impl Matcher {
    /// Adds a pattern. It is looked up by a word that few sentences have, where it has one.
    pub(super) fn add(&mut self, pattern: &Pattern, atoms: &mut Atoms, classes: &mut ClassNames) {
        let common = &atoms.writing.common;
        let ones = pattern.elements.iter().enumerate().filter_map(|(at, element)| match element {
            Element::One(alternatives) => Some((frequency(alternatives, common), at)),
            _ => None,
        });
        let rarest = ones.min_by_key(|(frequency, _)| *frequency).map(|(_, at)| at);
        let mut ready = |alternatives: &[Alternative]| {
            let (mut own_atoms, mut own_classes) = (Vec::new(), Vec::new());
            for alternative in alternatives {
                match alternative {
                    Alternative::Word(word) => own_atoms.push(atoms.word(word)),
                    Alternative::Begins(start) => own_atoms.push(atoms.beginning(start)),
                    Alternative::Class(name) => own_classes.push(classes.id(name)),
                }
            }
            (own_atoms.into_boxed_slice(), own_classes.into_boxed_slice())
        };
        let steps: Vec<Step> = pattern
            .elements
            .iter()
            .map(|element| match element {
                Element::One(alternatives) => {
                    let (atoms, classes) = ready(alternatives);
                    Step::One(atoms, classes)
                }
                Element::Maybe(alternatives) => {
                    let (atoms, classes) = ready(alternatives);
                    Step::Maybe(atoms, classes)
                }
                Element::Gap(most) => Step::Gap(*most),
            })
            .collect();
        let id = u32::try_from(self.patterns.len()).unwrap_or(u32::MAX);
        if let Some(Step::One(atoms, classes)) = steps.first() {
            self.first.add(id, atoms, classes);
        }
        if let Some(Step::One(atoms, classes)) = rarest.and_then(|at| steps.get(at)) {
            self.rarest.add(id, atoms, classes);
        }
        self.patterns.push(steps.into_boxed_slice());
    }

    /// Every pattern in a sentence, with the words at which it begins and ends: the longest way
    /// that it can be read. From left to right.
    pub(super) fn find(
        &self,
        sequence: &Sequence<'_>,
        stamps: &mut Stamps,
        mut found: impl FnMut(usize, usize, usize),
    ) {
        stamps.begin(self.patterns.len());
        // Behind the last word that a pattern may be known by none begins that could end here: a pattern begins at its
        // rarest step or before it.
        let mut last = None;
        for at in 0..sequence.words.len() {
            self.rarest.at(sequence, at).for_each(|id| {
                stamps.set(id);
                last = Some(at);
            });
        }
        let Some(last) = last else { return };
        for at in 0..=last {
            for id in self.first.at(sequence, at).filter(|id| stamps.is_set(*id)) {
                let steps = self.patterns.get(id as usize);
                if let Some(end) = steps.and_then(|steps| end_of(steps, sequence, at)) {
                    found(id as usize, at, end);
                }
            }
        }
    }
}

/// How often one of these stands in a sentence, as far as that can be told beforehand.
fn frequency(alternatives: &[Alternative], common: &BTreeSet<String>) -> usize {
    let each = |alternative: &Alternative| match alternative {
        Alternative::Word(word) if common.contains(word) => 100,
        Alternative::Word(_) => 1,
        Alternative::Begins(_) => 2,
        Alternative::Class(name) if name == "number" => 100,
        Alternative::Class(_) => 20,
    };
    alternatives.iter().map(each).sum()
}

fn list(lists: &mut Vec<Vec<u32>>, at: usize) -> &mut Vec<u32> {
    if lists.len() <= at {
        lists.resize_with(at + 1, Vec::new);
    }
    #[allow(clippy::indexing_slicing, reason = "made long enough above")]
    &mut lists[at]
}

/// Where a pattern that begins at a word ends. Gaps are as short as they can be, phrases as long.
fn end_of(steps: &[Step], sequence: &Sequence<'_>, at: usize) -> Option<usize> {
    let Some((step, rest)) = steps.split_first() else { return Some(at) };
    match step {
        Step::One(atoms, classes) => one(atoms, classes, rest, sequence, at),
        Step::Maybe(atoms, classes) => {
            one(atoms, classes, rest, sequence, at).or_else(|| end_of(rest, sequence, at))
        }
        Step::Gap(most) => {
            let last = (at + usize::from(*most)).min(sequence.words.len());
            (at..=last).find_map(|at| end_of(rest, sequence, at))
        }
    }
}

fn one(
    atoms: &[Atom],
    classes: &[ClassId],
    rest: &[Step],
    sequence: &Sequence<'_>,
    at: usize,
) -> Option<usize> {
    let mut longest = None;
    for (class, length) in sequence.phrases.at(at) {
        if classes.contains(class) {
            longest = longest.max(end_of(rest, sequence, at + usize::from(*length)));
        }
    }
    if longest.is_some() {
        return longest;
    }
    let here = sequence.atoms(at).iter().any(|atom| atoms.contains(atom));
    if here { end_of(rest, sequence, at + 1) } else { None }
}
