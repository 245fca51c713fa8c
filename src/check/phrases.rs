//! Phrases of plain words, and finding them in lines.

use std::collections::BTreeSet;
use std::ops::Range;

use memchr::memmem::Finder;

use crate::reading::Reader;

/// Phrases of a class that are plain words, each in its words.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    all: Vec<Vec<String>>,
    /// The longest word of each without its first letter, which may be a capital: looked for first.
    hints: Vec<Finder<'static>>,
}

impl Phrases {
    pub(super) fn of(reader: &Reader, class: &str) -> Self {
        let all: Vec<Vec<String>> = reader.written(class).map(words).collect();
        let longest = |phrase: &Vec<String>| phrase.iter().max_by_key(|word| word.len()).cloned();
        let hints: BTreeSet<String> =
            all.iter().filter_map(longest).map(|word| word.chars().skip(1).collect()).collect();
        let hints = hints.iter().map(|hint| Finder::new(hint.as_str()).into_owned()).collect();
        Self { all, hints }
    }

    /// Whether one of them may stand in a text.
    pub(super) fn may_be_in(&self, text: &str) -> bool {
        self.hints.iter().any(|hint| hint.find(text.as_bytes()).is_some())
    }

    /// Where in some words one of them stands.
    pub(super) fn found(&self, words: &[String]) -> Option<Range<usize>> {
        (0..words.len()).find_map(|at| {
            let rest = words.get(at..)?;
            let fits = self.all.iter().filter(|own| !own.is_empty() && rest.starts_with(own));
            fits.map(Vec::len).max().map(|length| at..at + length)
        })
    }
}

/// The words of a text as it writes them.
pub(super) fn spelt(text: &str) -> impl Iterator<Item = &str> {
    let ends = |c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’' | '©'));
    text.split(ends).filter(|word| !word.is_empty())
}

/// The same in lower case.
pub(super) fn words(text: &str) -> Vec<String> {
    spelt(text).map(str::to_lowercase).collect()
}
