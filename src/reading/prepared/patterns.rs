//! Patterns as lists of numbers: in this form the build keeps them.

use serde::{Deserialize, Serialize};

use super::atoms::{Atom, Atoms};
use super::classes::{ClassId, ClassNames};
use crate::rulebook::{Alternative, Element, Pattern};

/// What a step of a pattern is.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) enum Kind {
    /// One of its atoms, or a phrase of one of its classes, stands here.
    One,
    /// One of them may.
    Maybe,
    /// Up to so many words of any kind.
    Gap(u8),
}

/// A step of a pattern.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct Step {
    pub(crate) kind: Kind,
    /// How many atoms it has, of those that are listed.
    pub(crate) atoms: u32,
    /// The same of classes.
    pub(crate) classes: u32,
}

/// A pattern.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct Steps {
    /// How many steps it has, of those that are listed.
    pub(crate) count: u32,
    /// The one which the fewest sentences have.
    pub(crate) rarest: Option<u32>,
}

/// Patterns, each under the number in which it was added: the steps of one follow those of the other.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Patterns {
    pub(crate) each: Vec<Steps>,
    pub(crate) steps: Vec<Step>,
    pub(crate) atoms: Vec<Atom>,
    pub(crate) classes: Vec<ClassId>,
}

impl Patterns {
    /// Adds a pattern. It is looked up by a word that few sentences have, where it has one.
    pub(crate) fn add(&mut self, pattern: &Pattern, atoms: &mut Atoms, names: &mut ClassNames) {
        let ones = pattern.elements.iter().zip(0..).filter_map(|(element, at)| match element {
            Element::One(alternatives) => Some((frequency(alternatives, atoms), at)),
            _ => None,
        });
        let rarest = ones.min_by_key(|(frequency, _)| *frequency).map(|(_, at)| at);
        for element in &pattern.elements {
            let (kind, alternatives) = match element {
                Element::One(alternatives) => (Kind::One, alternatives.as_slice()),
                Element::Maybe(alternatives) => (Kind::Maybe, alternatives.as_slice()),
                Element::Gap(most) => (Kind::Gap(*most), &[][..]),
            };
            let (from, classes_from) = (self.atoms.len(), self.classes.len());
            for alternative in alternatives {
                match alternative {
                    Alternative::Word(word) => self.atoms.push(atoms.word(word)),
                    Alternative::Begins(start) => self.atoms.push(atoms.beginning(start)),
                    Alternative::Class(name) => self.classes.push(names.id(name)),
                }
            }
            let (atoms, classes) = (self.atoms.len() - from, self.classes.len() - classes_from);
            self.steps.push(Step { kind, atoms: short(atoms), classes: short(classes) });
        }
        self.each.push(Steps { count: short(pattern.elements.len()), rarest });
    }
}

fn short(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
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
