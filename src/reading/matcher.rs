//! Finding patterns in the words of a sentence.

use std::ops::Range;

use super::index::Index;
use super::patterns::Sequence;
use super::prepared::{Atom, ClassId, Kind, Patterns, Step as Prepared, Steps};
use super::words::sieve;

/// A step of a pattern. What may stand there is listed in the matcher.
#[derive(Debug)]
struct Step {
    /// The sieve of its atoms: a word whose own has no bit of it is none of them.
    sieve: u64,
    atoms: Listed,
    classes: Listed,
    kind: Kind,
}

/// Where in a list something's own stand. Half as long as a range of `usize`: a matcher has tens of thousands.
#[derive(Clone, Copy, Debug)]
struct Listed {
    from: u32,
    to: u32,
}

impl Listed {
    /// The next so many, after those that were taken.
    fn next(taken: &mut u32, count: u32) -> Self {
        let from = *taken;
        *taken = from.saturating_add(count);
        Self { from, to: *taken }
    }

    fn range(self) -> Range<usize> {
        self.from as usize..self.to as usize
    }

    fn is_empty(self) -> bool {
        self.from == self.to
    }
}

/// A pattern, which is looked up by that step of it which the fewest sentences have.
#[derive(Debug)]
struct Ready {
    steps: Listed,
    /// Whether that is its first step.
    begins_rarely: bool,
}

/// Patterns made ready, each under its number.
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
        let (mut atoms_taken, mut classes_taken, mut steps_taken) = (0, 0, 0);
        let step = |step: &Prepared| {
            let own = Listed::next(&mut atoms_taken, step.atoms);
            Step {
                sieve: sieve(atoms.get(own.range()).unwrap_or_default()),
                atoms: own,
                classes: Listed::next(&mut classes_taken, step.classes),
                kind: step.kind,
            }
        };
        let steps: Vec<Step> = steps.iter().map(step).collect();
        let (mut by_atom, mut by_class) = (Vec::new(), Vec::new());
        let ready = |(own, id): (&Steps, u32)| {
            let listed = Listed::next(&mut steps_taken, own.count);
            let rarest = own.rarest.and_then(|at| steps.get((listed.from + at) as usize));
            if let Some(step) = rarest {
                let atoms = atoms.get(step.atoms.range()).unwrap_or_default();
                by_atom.extend(atoms.iter().map(|atom| (*atom, id)));
                let classes = classes.get(step.classes.range()).unwrap_or_default();
                by_class.extend(classes.iter().map(|class| (u32::from(*class), id)));
            }
            Ready { steps: listed, begins_rarely: own.rarest == Some(0) }
        };
        let patterns = each.iter().zip(0..).map(ready).collect();
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
            let steps = self.steps(pattern);
            let Some(first) = steps.first() else { continue };
            for at in waiting.clone() {
                if !first.classes.is_empty() || first.sieve & sequence.sieve(at) != 0 {
                    let end = self.end_of(steps, sequence, at);
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
                let end = self.end_of(self.steps(pattern), sequence, at);
                stamps.found.extend(end.map(|end| (at, *id, end)));
            } else {
                stamps.waits(*id);
                waits = Some(at);
            }
        }
        waits
    }

    /// The steps of a pattern.
    fn steps(&self, pattern: &Ready) -> &[Step] {
        self.steps.get(pattern.steps.range()).unwrap_or_default()
    }

    /// Where a pattern that begins at a word ends. Gaps are as short as they can be, phrases as long.
    fn end_of(&self, steps: &[Step], sequence: &Sequence<'_>, at: usize) -> Option<usize> {
        let Some((step, rest)) = steps.split_first() else { return Some(at) };
        match step.kind {
            Kind::One => self.one(step, rest, sequence, at),
            Kind::Maybe => {
                let with = self.one(step, rest, sequence, at);
                with.or_else(|| self.end_of(rest, sequence, at))
            }
            Kind::Gap(most) => {
                let last = (at + usize::from(most)).min(sequence.words.len());
                (at..=last).find_map(|at| self.end_of(rest, sequence, at))
            }
        }
    }

    fn one(&self, step: &Step, rest: &[Step], sequence: &Sequence<'_>, at: usize) -> Option<usize> {
        let mut longest = None;
        if !step.classes.is_empty() {
            let classes = self.classes.get(step.classes.range()).unwrap_or_default();
            for (class, length) in sequence.phrases.at(at) {
                if classes.contains(class) {
                    longest = longest.max(self.end_of(rest, sequence, at + usize::from(*length)));
                }
            }
        }
        if longest.is_some() || step.sieve & sequence.sieve(at) == 0 {
            return longest;
        }
        let atoms = self.atoms.get(step.atoms.range()).unwrap_or_default();
        let here = sequence.atoms(at).iter().any(|atom| atoms.contains(atom));
        if here { self.end_of(rest, sequence, at + 1) } else { None }
    }
}
