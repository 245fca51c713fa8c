//! How near the topic of a paper is to a sentence that doesn't name it.

use super::reader::Reader;
use super::sentence::Sentence;

/// After so many sentences a topic may have changed.
const NEAR: usize = 2;

/// After so many, where much of the paper is about it.
const NEAR_WITHIN: usize = 5;

/// So few sentences are about one thing.
const FEW: usize = 8;

/// So many sentences are about what their title names.
const TITLED: usize = 40;

/// How many sentences a topic is carried on at most.
const CARRIED: usize = 10;

/// How long ago slavery was named, and what the paper as a whole is about.
pub(super) struct Nearness {
    /// Whether one of the first two blocks names slavery.
    pub titled: bool,
    of_slavery: bool,
    /// After so many sentences the topic may have changed.
    near: usize,
    /// How many sentences ago slavery was named.
    since: usize,
    /// Whether the heading above names it.
    section: bool,
}

impl Nearness {
    pub(super) fn of(sentences: &[Sentence], reader: &Reader) -> Self {
        let named = sentences.iter().filter(|own| names_slavery(own, reader)).count();
        let mut first = sentences.iter().take_while(|own| own.block < 2);
        let titled = first.any(|own| names_slavery(own, reader));
        let (dense, short) = (named * 6 >= sentences.len(), sentences.len() <= FEW);
        Self {
            titled,
            of_slavery: dense || short || (titled && sentences.len() <= TITLED),
            near: if dense && !short { NEAR_WITHIN } else { NEAR },
            since: usize::MAX,
            section: false,
        }
    }

    /// Takes in a sentence.
    pub(super) fn note(&mut self, sentence: &Sentence, heading: bool, reader: &Reader) {
        let slavery = names_slavery(sentence, reader);
        if heading {
            self.section = slavery;
        }
        let rival = !slavery && sentence.has(reader.classes.rival, &(0..sentence.len()));
        self.since = if slavery { 0 } else { self.since.saturating_add(1) };
        if rival {
            self.since = usize::MAX;
        }
    }

    /// Whether what is read is about slavery by what stands around it: within a part that is, or not long after.
    pub(super) fn topical(&self, within: bool) -> bool {
        within || self.section || self.of_slavery || self.since <= CARRIED
    }

    /// Whether slavery was named too long ago to be taken for granted.
    pub(super) fn far(&self, within: bool) -> bool {
        !within && !self.section && self.since > self.near
    }

    /// Whether the paper as a whole is about slavery.
    pub(super) fn of_slavery(&self) -> bool {
        self.of_slavery
    }
}

fn names_slavery(sentence: &Sentence, reader: &Reader) -> bool {
    sentence.has(reader.classes.slavery, &(0..sentence.len()))
}
