//! The words of documents as numbers, each with what it may be in a pattern.

use rustc_hash::FxHashMap;

use super::prepared::{Atom, Atoms};
use crate::rulebook::VerbForm;

/// A word of a document: its place in [`WordCache`].
pub(super) type WordId = u32;

/// No atom: a word that no pattern knows.
pub(super) const UNKNOWN: WordId = 0;

/// The longest word that is looked up, in bytes.
const LONGEST: usize = 40;

/// How many words of documents are remembered before all are forgotten.
const REMEMBERED: usize = 200_000;

/// A bit for each of some atoms, which several atoms share: two lists of atoms have none in common where their sieves have
/// no bit in common.
pub(super) fn sieve(atoms: &[Atom]) -> u64 {
    atoms.iter().fold(0, |sieve, atom| sieve | 1 << (atom.wrapping_mul(0x9E37_79B1) >> 26))
}

/// The words of documents that were met, each with the atoms that it stands for. A cache: what it
/// holds changes no result.
#[derive(Debug, Default)]
pub(super) struct WordCache {
    ids: FxHashMap<Box<str>, WordId>,
    atoms: Vec<Box<[Atom]>>,
    sieves: Vec<u64>,
    verbs: Vec<VerbForm>,
}

impl WordCache {
    /// Forgets all words where there are too many.
    pub(super) fn tidy(&mut self) {
        if self.atoms.len() > REMEMBERED {
            *self = Self::default();
        }
    }

    /// The number of a word, which is in lower case.
    pub(super) fn id(&mut self, word: &str, atoms: &Atoms) -> WordId {
        if self.atoms.is_empty() {
            self.atoms.push(Box::default());
            self.sieves.push(0);
            self.verbs.push(VerbForm::default());
        }
        // No word of a pattern is so long: looking up each of its beginnings would take its square.
        if word.len() > LONGEST {
            return UNKNOWN;
        }
        if let Some(id) = self.ids.get(word) {
            return *id;
        }
        let own = atoms.of(word);
        let verb = atoms.verb_form(word);
        let id = if own.is_empty() && verb.is_none() {
            UNKNOWN
        } else {
            self.sieves.push(sieve(&own));
            self.atoms.push(own);
            self.verbs.push(verb);
            WordId::try_from(self.atoms.len() - 1).unwrap_or(UNKNOWN)
        };
        self.ids.insert(word.into(), id);
        id
    }

    /// What a word may be as a form of a verb.
    pub(super) fn verb(&self, id: WordId) -> VerbForm {
        self.verbs.get(id as usize).copied().unwrap_or_default()
    }

    /// The sieve of the atoms that a word stands for.
    pub(super) fn sieve(&self, id: WordId) -> u64 {
        self.sieves.get(id as usize).copied().unwrap_or_default()
    }

    /// The atoms that a word stands for.
    pub(super) fn atoms(&self, id: WordId) -> &[Atom] {
        self.atoms.get(id as usize).map_or(&[], AsRef::as_ref)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_itself_and_its_beginnings() {
        let mut atoms = Atoms::default();
        let (team, develop) = (atoms.word("team"), atoms.beginning("develop"));
        let mut words = WordCache::default();
        let id = words.id("teams", &atoms);
        assert_eq!(words.atoms(id), [team]);
        let id = words.id("developing", &atoms);
        assert_eq!(words.atoms(id), [develop]);
        assert_eq!(words.id("unheard", &atoms), UNKNOWN);
    }
}
