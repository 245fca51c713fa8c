//! The words of a sentence as patterns see them: what each may be, and the phrases of classes that begin there.

use super::prepared::{Atom, ClassId};
use super::words::{WordCache, WordId};

/// The words of a sentence to a matcher: their atoms, and what phrases of a class begin there.
pub(super) struct Sequence<'a> {
    pub words: &'a [WordId],
    pub known: &'a WordCache,
    pub phrases: &'a Phrases,
}

impl Sequence<'_> {
    /// The atoms of a word.
    pub(super) fn atoms(&self, at: usize) -> &[Atom] {
        self.words.get(at).map_or(&[], |word| self.known.atoms(*word))
    }

    /// The sieve of a word's atoms.
    pub(super) fn sieve(&self, at: usize) -> u64 {
        self.words.get(at).map_or(0, |word| self.known.sieve(*word))
    }
}

/// Phrases of classes in a sentence: by the word at which they begin.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    /// For each word, where its phrases begin in `found`; one more at the end.
    starts: Vec<u32>,
    found: Vec<(ClassId, u16)>,
    /// A bit for each class that was found, which classes may share.
    classes: u128,
}

impl Phrases {
    /// The phrases that begin at a word: their class, and how many words they have.
    pub(super) fn at(&self, word: usize) -> &[(ClassId, u16)] {
        let bound = |at: usize| self.starts.get(at).map_or(self.found.len(), |at| *at as usize);
        self.found.get(bound(word)..bound(word + 1)).unwrap_or_default()
    }

    /// Whether there may be any phrase of a class: where this says no there is none.
    pub(super) fn may_have(&self, class: ClassId) -> bool {
        self.classes & bit(class) != 0
    }

    /// Forgets all.
    pub(super) fn clear(&mut self) {
        self.starts.clear();
        self.found.clear();
        self.classes = 0;
    }

    /// Goes to the next word.
    pub(super) fn begin(&mut self) {
        self.starts.push(u32::try_from(self.found.len()).unwrap_or(u32::MAX));
    }

    /// Adds a phrase that begins at the present word.
    pub(super) fn add(&mut self, class: ClassId, length: usize) {
        let entry = (class, u16::try_from(length).unwrap_or(u16::MAX));
        self.found.push(entry);
        self.classes |= bit(class);
    }
}

fn bit(class: ClassId) -> u128 {
    1 << (class % 128)
}
