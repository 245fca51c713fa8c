//! What stands in a line that gives a key: the scores and signs in it, and what each of them says.

use super::boxes::is_box;
use super::legend_code::code;
use super::status::{CellSays, strict};
use crate::rulebook::{GridWords, Tick, plain};
use crate::standing::State;

/// The longest status, in words.
const LONGEST: usize = 5;
/// The longest meaning, and how many of its words may be in no list.
const MEANING: usize = 12;
const UNCOVERED: usize = 3;
/// The longest line that is a key, in words.
const LINE: usize = 60;
/// The same in bytes.
const LONG: usize = 600;

/// What a meaning comes to: the weakest of the statuses in it; "not stated" where it says that nobody knows.
pub(super) fn meaning(text: &str, words: &GridWords) -> Option<State> {
    match strict(text, words) {
        Some(CellSays::State(state)) => return Some(state),
        Some(CellSays::Nothing) => return Some(State::NotStated),
        Some(CellSays::Tick(Tick::Chosen | Tick::Crossed | Tick::Either | Tick::Empty)) => {
            return None;
        }
        None => {}
    }
    let plain = plain(text);
    let all: Vec<&str> = plain.split(' ').filter(|word| !word.is_empty()).collect();
    if all.len() > MEANING {
        return None;
    }
    let (mut at, mut uncovered) = (0, 0);
    let mut found: Option<State> = None;
    while let Some(word) = all.get(at) {
        let longest = (1..=LONGEST).rev().find_map(|length| {
            let phrase = all.get(at..at + length)?.join(" ");
            let known = phrase.chars().count() > 1 && !phrase.chars().all(|c| c.is_ascii_digit());
            words.statuses.get(&phrase).filter(|_| known).map(|state| (length, *state))
        });
        match longest {
            Some((length, state)) => {
                found = Some(found.map_or(state, |before| before.min(state)));
                at += length;
            }
            None => {
                uncovered += usize::from(!words.filler.contains(*word));
                at += 1;
            }
        }
    }
    found.filter(|_| uncovered <= UNCOVERED)
}

/// The keys in a line, each with what it means. `led` says that a heading says that it is a key.
pub(super) fn pairs(text: &str, led: bool, words: &GridWords) -> Vec<(String, State)> {
    if text.len() > LONG {
        return Vec::new();
    }
    // "G=in place"
    let spaced =
        with_signs(text, led, words).unwrap_or_else(|| text.to_owned()).replace('=', " = ");
    let all: Vec<&str> = spaced.split_whitespace().take(LINE + 1).collect();
    if all.len() < 2 || all.len() > LINE {
        return Vec::new();
    }
    let intro = all.first().is_some_and(|first| words.key_heads.contains(&plain(first)));
    let starts: Vec<(usize, usize, String)> =
        (0..all.len()).filter_map(|at| key(&all, at, led || intro, words)).collect();
    let mut found = Vec::new();
    for (n, (_, from, key)) in starts.iter().enumerate() {
        let to = starts.get(n + 1).map_or(all.len(), |(at, ..)| *at);
        let own = all.get(*from..to).unwrap_or_default();
        // "[~] half done [ ] not done": it ends where the next box stands, and with its sentence.
        let next = own.iter().position(|word| word.starts_with('[')).unwrap_or(own.len());
        let own = own.get(..next).unwrap_or_default();
        let end = own.iter().position(|word| word.ends_with(['.', ';', '|']));
        let own = own.get(..end.map_or(own.len(), |end| end + 1)).unwrap_or_default();
        let text = own.join(" ");
        let bare = matches!(plain(&text).as_str(), "yes" | "no" | "none");
        if let Some(state) = meaning(&text, words).filter(|_| !bare || led || intro) {
            found.push((key.clone(), state));
        }
    }
    // Not every second word of a sentence.
    if found.len() * 2 < starts.len() { Vec::new() } else { found }
}

/// "Scale: 0 nothing · 1 starting · 2 in place": scores that no sign joins to what they mean, with such signs.
fn with_signs(text: &str, led: bool, words: &GridWords) -> Option<String> {
    const FEWEST: usize = 3;
    let (intro, rest) = text.split_once(':').unwrap_or(("", text));
    if !led && !words.key_heads.contains(&plain(intro)) {
        return None;
    }
    ['·', '•', ';', ','].into_iter().find_map(|between| {
        let own: Option<Vec<(&str, &str)>> = rest
            .split(between)
            .map(|part| {
                let (score, means) = part.trim().split_once(' ')?;
                let is_score = score.len() <= 2 && score.bytes().all(|own| own.is_ascii_digit());
                (is_score && means.starts_with(char::is_alphabetic)).then_some((score, means))
            })
            .collect();
        let own = own.filter(|own| own.len() >= FEWEST)?;
        let scores: Vec<u8> = own.iter().filter_map(|(score, _)| score.parse().ok()).collect();
        if !scores.windows(2).all(|pair| matches!(pair, [one, two] if one + 1 == *two)) {
            return None;
        }
        let joined: Vec<String> =
            own.into_iter().map(|(score, means)| format!("{score} = {means};")).collect();
        Some(format!("{intro}: {}", joined.join(" ")))
    })
}

fn is_sign(key: &str) -> bool {
    !key.contains(char::is_alphanumeric)
}

fn begins_with_a_sign(all: &[&str]) -> bool {
    let first = all.first().copied().unwrap_or_default();
    let sign = first.chars().count() == 1 && is_sign(first);
    sign && !matches!(first, "-" | "–" | "—")
}

/// The key at a word, if one stands there: where it begins, where its meaning begins, and what it is.
fn key(all: &[&str], at: usize, led: bool, words: &GridWords) -> Option<(usize, usize, String)> {
    let word = all.get(at)?;
    let next = all.get(at + 1).copied().unwrap_or_default();
    // "Level 3 = …": its number is the key.
    let scored = at > 0
        && word.starts_with(|c: char| c.is_ascii_digit())
        && all.get(at - 1).is_some_and(|before| words.columns.contains_key(&plain(before)));
    let begin = if scored { at - 1 } else { at };
    let joins = next == "=" || words.means.contains(next);
    if joins {
        let bare = word.trim_matches(['.', ',', ';', '"', '“', '”', '(', ')']).to_lowercase();
        if is_box(word) {
            return None;
        }
        let own = code(word, true, words).or_else(|| {
            (bare.chars().count() > 2 && bare.chars().all(char::is_alphabetic)).then_some(bare)
        })?;
        return Some((begin, at + 2, own));
    }
    if let Some(own) = word.strip_suffix([':', '=']) {
        return Some((begin, at + 1, code(own, led, words)?));
    }
    if matches!(next, "-" | "–" | "—") {
        let own = code(word, led, words)?;
        return (!is_sign(&own)).then_some((begin, at + 2, own));
    }
    // A sign stands right before its meaning.
    let own = code(word, false, words).filter(|own| is_sign(own) && !is_box(own))?;
    let before = at.checked_sub(1).and_then(|at| all.get(at));
    let parts = matches!(own.as_str(), "-" | "–" | "—");
    // A dash may part words as well.
    let apart = before.is_none_or(|before| before.ends_with([',', ';', ':', '.', '|']));
    let boxed = word.starts_with('[') && word.ends_with(']');
    ((boxed || !matches!(own.as_str(), "=" | "|" | "+" | "<" | ">" | ";" | ","))
        // "✓ given – not given": behind a sign a dash is one, too.
        && (!parts || apart || led || begins_with_a_sign(all))
        && !next.is_empty())
    .then_some((at, at + 1, own))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> GridWords {
        let mut words = GridWords::default();
        for (phrase, state) in [
            ("in place", State::InPlace),
            ("not in place", State::Absent),
            ("not started", State::Absent),
            ("planned", State::Planned),
            ("on track", State::Planned),
            ("partly in place", State::Partial),
            ("some", State::Partial),
            ("in use", State::InPlace),
            ("in part", State::Partial),
            ("we have it", State::InPlace),
            ("given", State::InPlace),
            ("not given", State::Absent),
            ("not required", State::NotStated),
            ("yes", State::InPlace),
            ("no", State::Absent),
        ] {
            words.statuses.insert(phrase.into(), state);
        }
        words.means.extend(["means", "mean"].map(str::to_owned));
        words.key_heads.insert("key".into());
        words.filler.extend(["it", "is", "that", "of", "to", "be"].map(str::to_owned));
        words.columns.insert("level".into(), crate::rulebook::ColumnKind::Status);
        words
    }

    #[test]
    fn a_line_joins_scores_colours_and_signs_to_what_they_mean() {
        let of = |text: &str| {
            let found = pairs(text, false, &words());
            found.iter().map(|(key, state)| format!("{key} {state}")).collect::<Vec<_>>().join(", ")
        };
        assert_eq!(of("Key: 0 = not in place; 1 = planned"), "0 absent, 1 planned");
        assert_eq!(
            of("Blue means in place. Green means on track to be in place."),
            "blue in place, green planned"
        );
        assert_eq!(of("✓ given – not given"), "✓ in place, – absent");
        assert_eq!(of("✓ given, – not given, ~ in part"), "✓ in place, – absent, ~ partial");
        assert_eq!(
            of("Emerging means that some of it is in use. No line is empty."),
            "emerging partial"
        );
        assert_eq!(of("Level 1: partly in place"), "1 partial");
        for text in [
            "Lead: yes, coordinator: no",
            "1: yes 2: no",
            "A lead is in place.",
            "Strategy: planned",
        ] {
            assert_eq!(of(text), "", "{text}");
        }
    }
}
