//! Patterns made ready, and finding them in the words of a sentence.

use super::patterns::{ClassId, ClassNames, Sequence};
use super::words::{Atom, Atoms, sieve};
use crate::rulebook::{Alternative, Element, Pattern};

/// What may stand in one place.
#[derive(Debug)]
struct Choice {
    /// The sieve of its atoms: a word whose own has no bit of it is none of them.
    sieve: u64,
    atoms: Box<[Atom]>,
    classes: Box<[ClassId]>,
}

#[derive(Debug)]
enum Step {
    One(Choice),
    Maybe(Choice),
    Gap(u8),
}

/// A pattern, and what it is looked up by: that step of it which the fewest sentences have.
#[derive(Debug)]
struct Ready {
    steps: Box<[Step]>,
    /// Whether that is its first step.
    begins_rarely: bool,
}

/// Patterns made ready, each under the number in which it was added.
#[derive(Debug, Default)]
pub(super) struct Matcher {
    patterns: Vec<Ready>,
    by_atom: Index,
    by_class: Index,
}

/// Patterns by a number. Most numbers have none, and looking at one of those must touch little.
#[derive(Debug, Default)]
struct Index {
    /// For each number, which of the lists is its own; 0 where it has none.
    slots: Vec<u32>,
    lists: Vec<Vec<u32>>,
}

impl Index {
    fn add(&mut self, number: usize, id: u32) {
        if self.slots.len() <= number {
            self.slots.resize(number + 1, 0);
        }
        let Some(slot) = self.slots.get_mut(number) else { return };
        if *slot == 0 {
            self.lists.push(Vec::new());
            *slot = u32::try_from(self.lists.len()).unwrap_or_default();
        }
        let at = (*slot as usize).checked_sub(1);
        at.and_then(|at| self.lists.get_mut(at)).into_iter().for_each(|list| list.push(id));
    }

    fn at(&self, number: usize) -> &[u32] {
        let slot = self.slots.get(number).and_then(|slot| (*slot as usize).checked_sub(1));
        slot.and_then(|slot| self.lists.get(slot)).map_or(&[], Vec::as_slice)
    }
}

/// Which patterns a sentence may have and has: room that is used again for every sentence.
#[derive(Debug, Default)]
pub(super) struct Stamps {
    stamps: Vec<u32>,
    now: u32,
    /// Patterns of which the rarest step is there, and which begin before it.
    waiting: Vec<u32>,
    /// Where a pattern begins, which, and where it ends.
    found: Vec<(usize, u32, usize)>,
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
        self.waiting.clear();
        self.found.clear();
    }

    fn waits(&mut self, id: u32) {
        if let Some(stamp) = self.stamps.get_mut(id as usize)
            && *stamp != self.now
        {
            *stamp = self.now;
            self.waiting.push(id);
        }
    }
}

impl Matcher {
    /// Adds a pattern. It is looked up by a word that few sentences have, where it has one.
    pub(super) fn add(&mut self, pattern: &Pattern, atoms: &mut Atoms, classes: &mut ClassNames) {
        let ones = pattern.elements.iter().enumerate().filter_map(|(at, element)| match element {
            Element::One(alternatives) => Some((frequency(alternatives, atoms), at)),
            _ => None,
        });
        let rarest = ones.min_by_key(|(frequency, _)| *frequency).map(|(_, at)| at);
        let mut ready = |alternatives: &[Alternative]| choice(alternatives, atoms, classes);
        let steps: Box<[Step]> = pattern
            .elements
            .iter()
            .map(|element| match element {
                Element::One(alternatives) => Step::One(ready(alternatives)),
                Element::Maybe(alternatives) => Step::Maybe(ready(alternatives)),
                Element::Gap(most) => Step::Gap(*most),
            })
            .collect();
        let id = u32::try_from(self.patterns.len()).unwrap_or(u32::MAX);
        if let Some(Step::One(choice)) = rarest.and_then(|at| steps.get(at)) {
            choice.atoms.iter().for_each(|atom| self.by_atom.add(*atom as usize, id));
            choice.classes.iter().for_each(|class| self.by_class.add(usize::from(*class), id));
        }
        self.patterns.push(Ready { steps, begins_rarely: rarest == Some(0) });
    }

    /// Every pattern in a sentence, with the words at which it begins and ends: the longest way
    /// that it can be read. From left to right, and what begins at one word in the order in which it was added.
    pub(super) fn find(
        &self,
        sequence: &Sequence<'_>,
        stamps: &mut Stamps,
        mut found: impl FnMut(usize, usize, usize),
    ) {
        stamps.begin(self.patterns.len());
        let mut last = None;
        for at in 0..sequence.words.len() {
            for atom in sequence.atoms(at) {
                let listed = self.by_atom.at(*atom as usize);
                last = self.look_up(listed, sequence, at, stamps).or(last);
            }
            for (class, _) in sequence.phrases.at(at) {
                let listed = self.by_class.at(usize::from(*class));
                last = self.look_up(listed, sequence, at, stamps).or(last);
            }
        }
        let waiting = last.map_or(0..0, |last| 0..last + 1);
        // Behind the last word that a pattern may be known by none begins that could end here: a pattern begins at its
        // rarest step or before it.
        for id in &stamps.waiting {
            let Some(pattern) = self.patterns.get(*id as usize) else { continue };
            let Some(Step::One(first)) = pattern.steps.first() else { continue };
            for at in waiting.clone() {
                if !first.classes.is_empty() || first.sieve & sequence.sieve(at) != 0 {
                    let end = end_of(&pattern.steps, sequence, at);
                    stamps.found.extend(end.map(|end| (at, *id, end)));
                }
            }
        }
        stamps.found.sort_unstable();
        stamps.found.dedup();
        stamps.found.iter().for_each(|(at, id, end)| found(*id as usize, *at, *end));
    }

    /// Looks at patterns that are listed under what stands at a word; where one waits for what stands before it, that word.
    fn look_up(
        &self,
        listed: &[u32],
        sequence: &Sequence<'_>,
        at: usize,
        stamps: &mut Stamps,
    ) -> Option<usize> {
        let mut waits = None;
        for id in listed {
            let Some(pattern) = self.patterns.get(*id as usize) else { continue };
            if pattern.begins_rarely {
                let end = end_of(&pattern.steps, sequence, at);
                stamps.found.extend(end.map(|end| (at, *id, end)));
            } else {
                stamps.waits(*id);
                waits = Some(at);
            }
        }
        waits
    }
}

fn choice(alternatives: &[Alternative], atoms: &mut Atoms, classes: &mut ClassNames) -> Choice {
    let (mut own_atoms, mut own_classes) = (Vec::new(), Vec::new());
    for alternative in alternatives {
        match alternative {
            Alternative::Word(word) => own_atoms.push(atoms.word(word)),
            Alternative::Begins(start) => own_atoms.push(atoms.beginning(start)),
            Alternative::Class(name) => own_classes.push(classes.id(name)),
        }
    }
    let sieve = sieve(&own_atoms);
    Choice { sieve, atoms: own_atoms.into(), classes: own_classes.into() }
}

/// How often one of these stands in a sentence, as far as that can be told beforehand.
fn frequency(alternatives: &[Alternative], atoms: &Atoms) -> usize {
    let each = |alternative: &Alternative| match alternative {
        Alternative::Word(word) => atoms.often(word).unwrap_or(1),
        Alternative::Begins(_) => 2,
        Alternative::Class(name) => atoms.often(&format!("{{{name}}}")).unwrap_or(20),
    };
    alternatives.iter().map(each).sum()
}

/// Where a pattern that begins at a word ends. Gaps are as short as they can be, phrases as long.
fn end_of(steps: &[Step], sequence: &Sequence<'_>, at: usize) -> Option<usize> {
    let Some((step, rest)) = steps.split_first() else { return Some(at) };
    match step {
        Step::One(choice) => one(choice, rest, sequence, at),
        Step::Maybe(choice) => {
            one(choice, rest, sequence, at).or_else(|| end_of(rest, sequence, at))
        }
        Step::Gap(most) => {
            let last = (at + usize::from(*most)).min(sequence.words.len());
            (at..=last).find_map(|at| end_of(rest, sequence, at))
        }
    }
}

fn one(choice: &Choice, rest: &[Step], sequence: &Sequence<'_>, at: usize) -> Option<usize> {
    let mut longest = None;
    if !choice.classes.is_empty() {
        for (class, length) in sequence.phrases.at(at) {
            if choice.classes.contains(class) {
                longest = longest.max(end_of(rest, sequence, at + usize::from(*length)));
            }
        }
    }
    if longest.is_some() || choice.sieve & sequence.sieve(at) == 0 {
        return longest;
    }
    let here = sequence.atoms(at).iter().any(|atom| choice.atoms.contains(atom));
    if here { end_of(rest, sequence, at + 1) } else { None }
}
