//! Notes of a paper that have a letter: "b Seconded since May".

use std::collections::BTreeSet;

use crate::document::{Document, Kind};

/// A letter that stands alone.
pub(super) fn alone(word: &str) -> Option<char> {
    let mut chars = word.chars();
    chars.next().filter(|letter| letter.is_ascii_lowercase() && chars.next().is_none())
}

/// The letters under which a paper has notes beside its grids: "b Seconded since May".
pub(super) fn lettered_notes(document: &Document) -> BTreeSet<char> {
    let apart = document.blocks.iter().filter(|block| !matches!(block.kind, Kind::Cell(_)));
    let lines = apart.flat_map(|block| block.text().split('\n'));
    let notes = lines.filter_map(|line| {
        let (letter, rest) = line.trim().split_once(' ')?;
        alone(letter).filter(|_| rest.starts_with(char::is_uppercase))
    });
    notes.collect()
}
