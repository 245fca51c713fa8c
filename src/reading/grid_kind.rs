//! What the head of a column or of a row says that its cells are.

use crate::rulebook::{ColumnKind, GridWords, plain};

/// What the cells under (or beside) a head are: by all its words, or by those that it begins with.
pub(super) fn kind_of(head: &str, words: &GridWords) -> Option<ColumnKind> {
    // "Item (modern slavery)"
    let bare = head.trim_end().strip_suffix(')').and_then(|own| own.split_once('('));
    let bare = bare.map(|(own, _)| own).filter(|own| !own.trim().is_empty());
    let own = plain(bare.unwrap_or(head));
    let known = |text: &str| {
        words.columns.get(text).or_else(|| words.columns.get(text.trim_end_matches('?'))).copied()
    };
    if let Some(kind) = known(own.trim()) {
        return Some(kind);
    }
    // "Sefyllfa / Position": one of two languages.
    let parts = head.split_once(" / ").into_iter().flat_map(|(one, other)| [one, other]);
    if let Some(kind) = parts.map(plain).find_map(|part| known(part.trim())) {
        return Some(kind);
    }
    let all: Vec<&str> = own.split(' ').collect();
    (1..all.len().min(4)).rev().find_map(|count| {
        let kind = known(&all.get(..count)?.join(" "))?;
        let rest = all.get(count..)?;
        let dated =
            rest.iter().any(|word| word.len() >= 2 && word.chars().all(|c| c.is_ascii_digit()));
        let goes_on = rest.first().is_some_and(|word| words.head_goes_on.contains(*word));
        (kind != ColumnKind::Label && (dated || goes_on)).then_some(kind)
    })
}
