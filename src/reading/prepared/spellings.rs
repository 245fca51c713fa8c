//! What words stand for: a table that the build can keep as it is, so that no start fills it.

use serde::{Deserialize, Serialize};

use super::texts::Texts;

/// Something for each of some words.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static, V: Deserialize<'de>"))]
pub(crate) struct Spellings<V> {
    words: Texts,
    values: Vec<V>,
    /// Where a word would stand by its hash, or behind: its number from 1 on, or 0 where there is none. Of these at least half
    /// are 0, and there are as many as a power of two.
    slots: Vec<u32>,
}

impl<V> Default for Spellings<V> {
    fn default() -> Self {
        Self { words: Texts::default(), values: Vec::new(), slots: Vec::new() }
    }
}

impl<'w, V: Copy> FromIterator<(&'w str, V)> for Spellings<V> {
    fn from_iter<I: IntoIterator<Item = (&'w str, V)>>(words: I) -> Self {
        let mut spellings = Self::default();
        words.into_iter().for_each(|(word, value)| {
            spellings.or_insert(word, value);
        });
        spellings
    }
}

impl<V: Copy> Spellings<V> {
    /// What a word stands for.
    pub(crate) fn get(&self, word: &str) -> Option<V> {
        self.found(Hash::of(word), word)
    }

    /// What the beginnings of a word stand for, the word itself among them.
    pub(crate) fn of_beginnings(&self, word: &str) -> impl Iterator<Item = V> {
        let mut hash = Hash::default();
        word.char_indices().filter_map(move |(at, c)| {
            let end = at + c.len_utf8();
            hash.add(word.get(at..end)?);
            self.found(hash, word.get(..end)?)
        })
    }

    /// What a word stands for: this, where it is new.
    pub(crate) fn or_insert(&mut self, word: &str, value: V) -> V {
        if let Some(known) = self.get(word) {
            return known;
        }
        self.words.push(word);
        self.values.push(value);
        if self.words.len() * 2 > self.slots.len() {
            self.slots = vec![0; (self.words.len() * 4).next_power_of_two()];
            (0..self.words.len()).for_each(|number| self.enter(number));
        } else {
            self.enter(self.words.len() - 1);
        }
        value
    }

    /// Gives a word its slot.
    fn enter(&mut self, number: usize) {
        let hash = Hash::of(self.words.get(number).unwrap_or_default());
        let free = self.from(hash).find(|at| self.slots.get(*at) == Some(&0));
        if let Some(slot) = free.and_then(|at| self.slots.get_mut(at)) {
            *slot = u32::try_from(number + 1).unwrap_or(0);
        }
    }

    fn found(&self, hash: Hash, word: &str) -> Option<V> {
        for at in self.from(hash) {
            let number = (*self.slots.get(at)? as usize).checked_sub(1)?;
            if self.words.get(number) == Some(word) {
                return self.values.get(number).copied();
            }
        }
        None
    }

    /// The slots in which a word of a hash may stand, in their order.
    fn from(&self, hash: Hash) -> impl Iterator<Item = usize> + use<V> {
        let last = self.slots.len().wrapping_sub(1);
        let first = hash.slot();
        (0..self.slots.len()).map(move |step| first.wrapping_add(step) & last)
    }
}

/// FNV-1a: the same on every machine, and of each beginning of a word on the way.
#[derive(Clone, Copy)]
struct Hash(u64);

impl Default for Hash {
    fn default() -> Self {
        Self(0xCBF2_9CE4_8422_2325)
    }
}

impl Hash {
    fn of(word: &str) -> Self {
        let mut hash = Self::default();
        hash.add(word);
        hash
    }

    fn add(&mut self, text: &str) {
        for byte in text.bytes() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3);
        }
    }

    fn slot(self) -> usize {
        usize::try_from((self.0 >> 32 ^ self.0) & 0x7FFF_FFFF).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_stands_for_what_it_was_given_first() {
        let mut spellings = Spellings::default();
        let word = |n: u32| format!("wörd{n}");
        for n in 0..1000 {
            assert_eq!(spellings.or_insert(&word(n), n), n);
        }
        for n in 0..1000 {
            assert_eq!(spellings.or_insert(&word(n), 0), n);
        }
        assert_eq!(spellings.get("wörd"), None);
        assert_eq!(spellings.of_beginnings("wörd123").collect::<Vec<_>>(), [1, 12, 123]);
        assert_eq!(Spellings::<u32>::default().get("word"), None);
    }
}
