//! Words as numbers: folding, and telling in one look-up what a word may be in a pattern.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use crate::rulebook::{VerbForm, Writing};

/// What a word may be to a pattern: itself, or one of its beginnings.
pub(super) type Atom = u32;

/// A word of a document: its place in [`WordCache`].
pub(super) type WordId = u32;

/// No atom: a word that no pattern knows.
pub(super) const UNKNOWN: WordId = 0;

/// The longest word that is looked up, in bytes.
const LONGEST: usize = 40;

/// How many words of documents are remembered before all are forgotten.
const REMEMBERED: usize = 200_000;

/// The words that patterns know.
#[derive(Debug, Default)]
pub(super) struct Atoms {
    exact: FxHashMap<Box<str>, Atom>,
    beginnings: FxHashMap<Box<str>, Atom>,
    verbs: FxHashMap<Box<str>, VerbForm>,
    /// Words that many sentences have, and classes in braces, with how often one of a hundred sentences does.
    often: FxHashMap<Box<str>, usize>,
    /// How papers are written.
    pub(super) writing: Writing,
    count: Atom,
}

impl Atoms {
    /// None yet, of words that are written so.
    pub(super) fn new(writing: Writing) -> Self {
        let frequent =
            |word: &String| (word.as_str().into(), if word.starts_with('{') { 100 } else { 10 });
        let common = |word: &String| (word.as_str().into(), 100);
        let often = writing.frequent.iter().map(frequent).chain(writing.common.iter().map(common));
        Self { often: often.collect(), writing, ..Self::default() }
    }

    /// How many of a hundred sentences have a word, or a class in braces, where many do.
    pub(super) fn often(&self, word: &str) -> Option<usize> {
        self.often.get(word).copied()
    }

    /// The atom of a word.
    pub(super) fn word(&mut self, word: &str) -> Atom {
        let folded = self.fold(word);
        atom(&mut self.exact, &mut self.count, &folded)
    }

    /// The atom of all words that begin so.
    pub(super) fn beginning(&mut self, start: &str) -> Atom {
        atom(&mut self.beginnings, &mut self.count, start)
    }

    /// Takes in a form of a verb.
    pub(super) fn verb(&mut self, word: &str, form: VerbForm) {
        self.verbs.insert(word.into(), form);
    }

    /// Every atom that a word of a document stands for.
    fn of(&self, word: &str) -> Box<[Atom]> {
        let folded = self.fold(word);
        let exact = self.exact.get(folded.as_ref()).copied();
        let ends = word.char_indices().map(|(at, c)| at + c.len_utf8());
        let starts = ends.filter_map(|end| word.get(..end));
        let beginnings = starts.filter_map(|start| self.beginnings.get(start)).copied();
        exact.into_iter().chain(beginnings).collect()
    }

    /// A word without the ending of its plural. The word is in lower case.
    fn fold<'w>(&self, word: &'w str) -> Cow<'w, str> {
        if word.len() < 4 || !word.ends_with('s') || self.writing.own_plurals.contains(word) {
            return word.into();
        }
        for (ending, instead) in
            [("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("ies", "y")]
        {
            if let Some(stem) = word.strip_suffix(ending) {
                return format!("{stem}{instead}").into();
            }
        }
        if ["ss", "us", "sis"].iter().any(|ending| word.ends_with(ending)) {
            return word.into();
        }
        word.strip_suffix('s').unwrap_or(word).into()
    }

    /// Whether a word stands for anything.
    pub(super) fn knows(&self, word: &str) -> bool {
        !self.of(word).is_empty()
    }
}

/// The atom of a text, which is the next one where it has none yet. Most have one, and need no room.
fn atom(known: &mut FxHashMap<Box<str>, Atom>, count: &mut Atom, text: &str) -> Atom {
    if let Some(atom) = known.get(text) {
        return *atom;
    }
    let atom = *count;
    *count += 1;
    known.insert(text.into(), atom);
    atom
}

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
        let verb = atoms.verbs.get(word).copied().unwrap_or_default();
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
    fn plurals_are_folded_where_they_mean_the_same() {
        let mut atoms = Atoms::default();
        atoms.writing.own_plurals.insert("forces".into());
        for (word, folded) in [
            ("officers", "officer"),
            ("agencies", "agency"),
            ("forces", "forces"),
            ("was", "was"),
            ("process", "process"),
            ("dcis", "dci"),
            ("status", "status"),
        ] {
            assert_eq!(atoms.fold(word), folded);
        }
    }

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
