//! The marks of notes that stand in texts: raised numbers, "[1]", "*".

use std::collections::HashMap;

use super::block::{Block, Kind};

/// Marks without a note of a format's own are numbered from here on, by what they show.
pub(super) const TYPED: u32 = 1 << 31;
/// The highest number of a note that was typed.
const HIGHEST: u32 = 999;
/// The most marks of one note.
pub(super) const MOST: usize = 8;
/// Signs that mark notes: each alone, or doubled.
pub(super) const SIGNS: [char; 3] = ['*', '†', '‡'];

/// What a mark shows: a number, or a sign so many times.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Shown {
    Number(u32),
    Sign(char, usize),
}

/// A mark that was found: its block, and its place there.
pub(super) type FoundMark = (usize, std::ops::Range<usize>);

/// The marks of each page (all of a document without pages), by what they show.
pub(super) type Marks = HashMap<(Option<u32>, Shown), Vec<FoundMark>>;

/// Raised digits, from 0 on.
pub(super) const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/// Whether a character is a raised digit, of which the marks of notes are made: "team¹".
pub(crate) fn is_raised(c: char) -> bool {
    !c.is_ascii() && RAISED.contains(c)
}

/// Whether a sign may be part of a mark.
pub(super) fn is_of_a_mark(c: char) -> bool {
    c.is_ascii_digit() || is_raised(c) || SIGNS.contains(&c) || "[]().:".contains(c)
}

/// The value of a raised digit.
pub(super) fn digit(c: char) -> Option<u32> {
    if c.is_ascii() {
        return None;
    }
    RAISED.chars().position(|own| own == c).and_then(|at| u32::try_from(at).ok())
}

/// What a mark shows.
pub(super) fn shown(mark: &str) -> Option<Shown> {
    let first = mark.chars().next()?;
    if SIGNS.contains(&first) {
        return mark.chars().all(|c| c == first).then(|| Shown::Sign(first, mark.chars().count()));
    }
    let value = |c: char| c.to_digit(10).or_else(|| digit(c));
    let number = mark.chars().try_fold(0_u32, |sum, c| sum.checked_mul(10)?.checked_add(value(c)?));
    number.filter(|number| (1..=HIGHEST).contains(number)).map(Shown::Number)
}

/// The marks in all texts that may have a note.
pub(super) fn marks(blocks: &[Block]) -> Marks {
    let mut marks = Marks::new();
    for (at, block) in blocks.iter().enumerate() {
        if matches!(block.kind, Kind::Furniture) || block.note().is_some() {
            continue;
        }
        let paged = block.spot(0).page.is_some();
        let mut add = |shown: Shown, place: std::ops::Range<usize>| {
            let page = block.spot(place.start).page;
            let found = marks.entry((page, shown)).or_default();
            if found.len() <= MOST {
                found.push((at, place));
            }
        };
        let text = block.text();
        // A raised number is one character behind the space that parts it from its word.
        for start in block.raised.iter().map(|at| at + 1) {
            let rest = text.get(start..).unwrap_or_default();
            let length = rest.find(|c: char| !c.is_ascii_digit() && !SIGNS.contains(&c));
            let length = length.unwrap_or(rest.len());
            if let Some(shown) = rest.get(..length).and_then(shown) {
                add(shown, start..start + length);
            }
        }
        for mark in block.note_marks().iter().filter(|mark| mark.note >= TYPED) {
            let number = mark.note - TYPED;
            let digits = number.to_string();
            let rest = text.get(mark.place.start..).unwrap_or_default();
            let length = if rest.starts_with(&digits) { digits.len() } else { 0 };
            add(Shown::Number(number), mark.place.start..mark.place.start + length);
        }
        typed(text, !paged, &mut add);
    }
    marks
}

/// The marks that are typed in a text: "coordinator¹", "coordinator.[1]", "coordinator*", and where nothing is raised "(1)" and "1"
/// behind the end of a sentence.
fn typed(text: &str, plainly: bool, add: &mut impl FnMut(Shown, std::ops::Range<usize>)) {
    let shows = |byte: u8| byte.is_ascii_digit() || b"*[(".contains(&byte) || !byte.is_ascii();
    if !text.bytes().any(shows) {
        return;
    }
    let mut chars = text.char_indices().peekable();
    let (mut before, mut word) = (' ', 0_usize);
    // Whether a word of some length and the end of a sentence stand right before.
    let mut ended = false;
    while let Some((start, c)) = chars.next() {
        let opens = is_of_a_mark(c) && !matches!(c, '.' | ':' | ')' | ']');
        if !opens {
            ended = matches!(c, '.' | '!' | '?' | '”' | '’' | ')') && (word > 3 || ended);
            word = if c.is_alphabetic() { word + 1 } else { 0 };
            before = c;
            continue;
        }
        let mut end = start + c.len_utf8();
        let closes = match c {
            '[' => Some(']'),
            '(' => Some(')'),
            _ => None,
        };
        while let Some((at, next)) = chars.peek().copied() {
            let same = if closes.is_some() {
                next.is_ascii_digit() || Some(next) == closes
            } else {
                next == c && SIGNS.contains(&c)
                    || next.is_ascii_digit() && c.is_ascii_digit()
                    || digit(next).is_some() && digit(c).is_some()
            };
            if !same {
                break;
            }
            end = at + next.len_utf8();
            chars.next();
            if Some(next) == closes {
                break;
            }
        }
        let whole = text.get(start..end).unwrap_or_default();
        let rest = text.get(end..).unwrap_or_default();
        let ends = rest.is_empty() || rest.starts_with([' ', '.', ',', ';', ':', ')', '”', '’']);
        let last = rest.trim_start_matches(['.', '”', '’', ')']).is_empty();
        let behind = start > 0 && (!before.is_whitespace() || c == '[');
        let is_mark = match c {
            '[' => whole.ends_with(']') && behind,
            '(' => plainly && whole.ends_with(')') && (ended || last && start > 0),
            c if SIGNS.contains(&c) => {
                behind && (before.is_alphabetic() || ".,;!?)”’".contains(before))
            }
            c if is_raised(c) => {
                // "Yes ¹"
                let apart = start > 0 && before == ' ' && last;
                // "12 m²", "4 km²" are areas.
                apart || behind && !before.is_ascii_digit() && (word > 2 || !before.is_alphabetic())
            }
            _ => plainly && behind && ended,
        };
        let bare = whole.trim_matches(['[', ']', '(', ')']);
        if let Some(shown) = shown(bare).filter(|_| is_mark && ends) {
            add(shown, start..end);
        }
        (before, word, ended) = (c, 0, false);
    }
}
