//! A dictionary of English.

use std::io::Read as _;
use std::sync::LazyLock;

use flate2::read::DeflateDecoder;

/// English words of three letters and more in lower case, sorted, one a line; without plurals in s
/// whose singular is there. They are `words.txt`, which the build folds. See `words.LICENCE.txt`.
static WORDS: LazyLock<String> = LazyLock::new(|| {
    let folded: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/words"));
    let mut words = String::new();
    // What the build wrote is whole, and a test reads it to its end.
    let _ = DeflateDecoder::new(folded).read_to_string(&mut words);
    words
});

/// Whether it has a word of three letters or more, or the word without its plural s.
pub(super) fn is_word(word: &str) -> bool {
    if word.len() < 3 || !word.is_ascii() {
        return false;
    }
    let word = word.to_ascii_lowercase();
    let singular = word.strip_suffix('s').filter(|singular| singular.len() >= 3);
    is_listed(&word) || singular.is_some_and(is_listed)
}

fn is_listed(word: &str) -> bool {
    let words = WORDS.as_bytes();
    let (mut low, mut high) = (0, words.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let start = words
            .get(..middle)
            .and_then(|before| memchr::memrchr(b'\n', before))
            .map_or(0, |at| at + 1);
        let end = words
            .get(start..)
            .and_then(|rest| memchr::memchr(b'\n', rest))
            .map_or(words.len(), |at| start + at);
        let own = words.get(start..end);
        match own.unwrap_or_default().cmp(word.as_bytes()) {
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Less => low = end + 1,
            std::cmp::Ordering::Greater => high = start,
        }
    }
    false
}

/// Its words.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    WORDS.lines()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_each_of_its_words_is_found() {
        let words: Vec<&str> = WORDS.lines().collect();
        assert_eq!(*WORDS, include_str!("words.txt"));
        assert!(words.is_sorted());
        assert!(words.iter().all(|word| is_listed(word)));
        for word in ["Organised", "organized", "trafficking", "victims"] {
            assert!(is_word(word), "{word}");
        }
        for word in ["xyzzy", "th", "aaa", "zzz", "é", ""] {
            assert!(!is_word(word), "{word}");
        }
    }
}
