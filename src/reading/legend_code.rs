//! What the scores, letters, colours and signs are that a document may explain.

use crate::rulebook::GridWords;

/// What a key is compared by, if a text is one: a number, a letter, a colour, a sign, "Level 3".
pub(super) fn code(text: &str, letters: bool, words: &GridWords) -> Option<String> {
    let text = text.trim().trim_matches(['(', ')', '[', ']', '.', ':', ',', '"', '“', '”']).trim();
    let lower = text.to_lowercase();
    let mut characters = lower.chars();
    let (first, single) = (characters.next()?, characters.next().is_none());
    if !first.is_alphanumeric() {
        return (single && !matches!(first, '£' | '/' | '&' | '\'' | '’')).then_some(lower);
    }
    let number = |part: &str| part.len() <= 3 && part.chars().all(|c| c.is_ascii_digit());
    if number(&lower) {
        return Some(lower);
    }
    if let Some((word, last)) = lower.split_once(' ') {
        return (words.columns.contains_key(word) && number(last)).then(|| last.to_owned());
    }
    let mut colours = words.colours.iter().filter_map(|both| both.split_once(' '));
    let colour = colours.any(|(long, _)| long == lower);
    let short = letters
        && lower.chars().count() <= 3
        && lower.chars().all(|c| c.is_alphanumeric() || c == '/');
    (colour || short).then_some(lower)
}
