//! Words as numbers: folding, and what a word may be in a pattern.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::spellings::Spellings;
use crate::rulebook::{VerbForm, Writing};

/// What a word may be to a pattern: itself, or one of its beginnings.
pub(crate) type Atom = u32;

/// The words that patterns know.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct Atoms {
    exact: Spellings<Atom>,
    beginnings: Spellings<Atom>,
    verbs: Spellings<VerbForm>,
    /// Words that many sentences have, and classes in braces, with how often one of a hundred sentences does: for what is
    /// still to be added.
    #[serde(skip)]
    often: Spellings<usize>,
    /// How papers are written.
    pub(crate) writing: Writing,
    count: Atom,
}

impl Atoms {
    /// None yet, of words that are written so.
    pub(crate) fn new(writing: Writing) -> Self {
        let common = writing.common.iter().map(|word| (word.as_str(), 100));
        let frequent = writing.frequent.iter().map(String::as_str);
        let frequent = frequent.map(|word| (word, if word.starts_with('{') { 100 } else { 10 }));
        let often = common.chain(frequent).collect();
        Self { often, writing, ..Self::default() }
    }

    /// How many of a hundred sentences have a word, or a class in braces, where many do.
    pub(super) fn often(&self, word: &str) -> Option<usize> {
        self.often.get(word)
    }

    /// The atom of a word.
    pub(crate) fn word(&mut self, word: &str) -> Atom {
        let folded = self.fold(word);
        let atom = self.exact.or_insert(&folded, self.count);
        self.count += Atom::from(atom == self.count);
        atom
    }

    /// The atom of all words that begin so.
    pub(crate) fn beginning(&mut self, start: &str) -> Atom {
        let atom = self.beginnings.or_insert(start, self.count);
        self.count += Atom::from(atom == self.count);
        atom
    }

    /// Takes in a form of a verb.
    pub(super) fn verb(&mut self, word: &str, form: VerbForm) {
        self.verbs.or_insert(word, form);
    }

    /// What a word may be as a form of a verb.
    pub(crate) fn verb_form(&self, word: &str) -> VerbForm {
        self.verbs.get(word).unwrap_or_default()
    }

    /// Every atom that a word of a document stands for.
    pub(crate) fn of(&self, word: &str) -> Box<[Atom]> {
        let exact = self.exact.get(&self.fold(word));
        exact.into_iter().chain(self.beginnings.of_beginnings(word)).collect()
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
    pub(crate) fn knows(&self, word: &str) -> bool {
        !self.of(word).is_empty()
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
}
