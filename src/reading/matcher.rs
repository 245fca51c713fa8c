//! Finding patterns in the words of a sentence.

use super::index::Index;
use super::patterns::Sequence;
use super::prepared::{Atom, ClassId, Kind, Patterns, Step};
use super::words::sieve;

/// A pattern: where its own begin in the matcher's lists.
#[derive(Debug)]
struct Ready {
    steps: u32,
    atoms: u32,
    classes: u32,
    /// Whether it is looked up by its first step: that is the one which the fewest sentences have.
    begins_rarely: bool,
    /// The sieve of that step's atoms: at a word whose own has no bit of it the pattern doesn't begin. All bits where a
    /// phrase may begin it.
    sieve: u64,
}

/// What is left of a pattern.
#[derive(Clone, Copy)]
struct Rest<'m> {
    steps: &'m [Step],
    atoms: &'m [Atom],
    classes: &'m [ClassId],
}

impl<'m> Rest<'m> {
    /// Its next step, with its atoms and its classes, and what is left then.
    fn split(self) -> Option<(Kind, &'m [Atom], &'m [ClassId], Self)> {
        let (step, steps) = self.steps.split_first()?;
        let (own, atoms) = self.atoms.split_at_checked(step.atoms as usize)?;
        let (own_classes, classes) = self.classes.split_at_checked(step.classes as usize)?;
        Some((step.kind, own, own_classes, Self { steps, atoms, classes }))
    }
}

/// Patterns made ready, each under its number. They stand in memory much as the build kept them, and in little of it: at
/// each start every page of it costs as much as a sentence.
#[derive(Debug)]
pub(super) struct Matcher {
    patterns: Vec<Ready>,
    steps: Vec<Step>,
    atoms: Vec<Atom>,
    classes: Vec<ClassId>,
    by_atom: Index,
    by_class: Index,
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
    /// Makes patterns ready.
    pub(super) fn new(prepared: Patterns) -> Self {
        let Patterns { each, steps, atoms, classes } = prepared;
        let mut patterns = Vec::with_capacity(each.len());
        let mut by_atom = Vec::with_capacity(each.len());
        let mut by_class = Vec::new();
        let mut rest = Rest { steps: &steps, atoms: &atoms, classes: &classes };
        for (own, id) in each.iter().zip(0..) {
            let taken = |all: usize, left: usize| u32::try_from(all - left).unwrap_or(u32::MAX);
            let mut ready = Ready {
                steps: taken(steps.len(), rest.steps.len()),
                atoms: taken(atoms.len(), rest.atoms.len()),
                classes: taken(classes.len(), rest.classes.len()),
                begins_rarely: own.rarest == Some(0),
                sieve: 0,
            };
            for at in 0..own.count {
                let Some((_, atoms, classes, left)) = rest.split() else { break };
                if at == 0 {
                    ready.sieve = if classes.is_empty() { sieve(atoms) } else { u64::MAX };
                }
                if own.rarest == Some(at) {
                    by_atom.extend(atoms.iter().map(|atom| (*atom, id)));
                    by_class.extend(classes.iter().map(|class| (u32::from(*class), id)));
                }
                rest = left;
            }
            patterns.push(ready);
        }
        let (by_atom, by_class) = (Index::of(&by_atom), Index::of(&by_class));
        Self { patterns, steps, atoms, classes, by_atom, by_class }
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
                let listed = self.by_atom.at(*atom);
                last = self.look_up(listed, sequence, at, stamps).or(last);
            }
            for (class, _) in sequence.phrases.at(at) {
                let listed = self.by_class.at(u32::from(*class));
                last = self.look_up(listed, sequence, at, stamps).or(last);
            }
        }
        let waiting = last.map_or(0..0, |last| 0..last + 1);
        // Behind the last word that a pattern may be known by none begins that could end here: a pattern begins at its
        // rarest step or before it.
        for id in &stamps.waiting {
            let Some(pattern) = self.patterns.get(*id as usize) else { continue };
            let (anywhere, whole) = (pattern.sieve == u64::MAX, self.whole(*id, pattern));
            for at in waiting.clone() {
                if anywhere || pattern.sieve & sequence.sieve(at) != 0 {
                    let end = end_of(whole, sequence, at);
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
                let end = end_of(self.whole(*id, pattern), sequence, at);
                stamps.found.extend(end.map(|end| (at, *id, end)));
            } else {
                stamps.waits(*id);
                waits = Some(at);
            }
        }
        waits
    }

    /// All of a pattern.
    fn whole(&self, id: u32, pattern: &Ready) -> Rest<'_> {
        let next = self.patterns.get(id as usize + 1);
        let end = next.map_or(self.steps.len(), |next| next.steps as usize);
        Rest {
            steps: self.steps.get(pattern.steps as usize..end).unwrap_or_default(),
            atoms: self.atoms.get(pattern.atoms as usize..).unwrap_or_default(),
            classes: self.classes.get(pattern.classes as usize..).unwrap_or_default(),
        }
    }
}

/// Where a pattern that begins at a word ends. Gaps are as short as they can be, phrases as long.
fn end_of(pattern: Rest<'_>, sequence: &Sequence<'_>, at: usize) -> Option<usize> {
    let Some((kind, atoms, classes, rest)) = pattern.split() else { return Some(at) };
    match kind {
        Kind::One => one(atoms, classes, rest, sequence, at),
        Kind::Maybe => {
            let with = one(atoms, classes, rest, sequence, at);
            with.or_else(|| end_of(rest, sequence, at))
        }
        Kind::Gap(most) => {
            let last = (at + usize::from(most)).min(sequence.words.len());
            (at..=last).find_map(|at| end_of(rest, sequence, at))
        }
    }
}

fn one(
    atoms: &[Atom],
    classes: &[ClassId],
    rest: Rest<'_>,
    sequence: &Sequence<'_>,
    at: usize,
) -> Option<usize> {
    let mut longest = None;
    if !classes.is_empty() {
        for (class, length) in sequence.phrases.at(at) {
            if classes.contains(class) {
                longest = longest.max(end_of(rest, sequence, at + usize::from(*length)));
            }
        }
    }
    if longest.is_some() {
        return longest;
    }
    let here = sequence.atoms(at).iter().any(|atom| atoms.contains(atom));
    if here { end_of(rest, sequence, at + 1) } else { None }
}
