//! What a cell says in a word or a sign: "In place", "Green", "✓".

use super::boxes::is_box;
use super::dates::{Mentioned, dates_in};
use super::legend_code::code;
use crate::rulebook::{GridWords, Tick, plain};
use crate::standing::State;

/// What a cell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CellSays {
    /// How far something stands.
    State(State),
    /// That nobody has said yet.
    Nothing,
    /// A sign.
    Tick(Tick),
}

impl CellSays {
    /// The state, where it says one.
    pub(super) fn state(self) -> Option<State> {
        match self {
            Self::State(state) => Some(state),
            _ => None,
        }
    }
}

/// The longest status, in words.
const LONGEST: usize = 5;

/// What a cell says that is a status from its beginning to its end.
pub(super) fn strict(text: &str, words: &GridWords) -> Option<CellSays> {
    // "___None___": filled in on a rule.
    let trimmed = text.trim();
    let bare = trimmed.trim_matches(['_', ' ']);
    let trimmed = if bare.is_empty() { trimmed } else { bare };
    if let Some(state) = own(trimmed, words) {
        return Some(said(state));
    }
    let sign = trimmed.trim_matches(['[', ']', '(', ')', '.']).trim().to_lowercase();
    if let Some(tick) = words.ticks.get(&sign) {
        // In brackets it stands in a box.
        let boxed = *tick == Tick::Either && trimmed.starts_with(['[', '(']);
        return Some(CellSays::Tick(if boxed { Tick::Chosen } else { *tick }));
    }
    if sign.is_empty() {
        return (!trimmed.is_empty()).then_some(CellSays::Tick(Tick::Empty));
    }
    // "(a)" is a note's mark.
    if trimmed.len() == 3 && trimmed.starts_with('(') && trimmed.ends_with(')') && sign == "a" {
        return None;
    }
    // "☐ No" is there to be chosen, and isn't.
    if is_empty_box(trimmed, words) {
        return None;
    }
    let plain = plain(trimmed);
    if let Some(state) = words.statuses.get(&plain) {
        return Some(said(*state));
    }
    let done = plain.rsplit_once(' ').filter(|(_, end)| words.done.contains(*end));
    let plain = done
        .map(|(share, _)| share)
        .filter(|share| share.ends_with('%'))
        .map_or(plain.clone(), str::to_owned);
    // "40% 40%": a bar, and its words.
    let half = plain.len() / 2;
    if let Some((one, two)) = plain.split_at_checked(half)
        && two.strip_prefix(' ') == Some(one)
        && !one.is_empty()
    {
        return strict(one, words);
    }
    let percent = plain.strip_suffix('%').and_then(|number| number.trim().parse::<f32>().ok());
    percent.map(|share| {
        CellSays::State(match share {
            share if share <= 0.0 => State::Absent,
            share if share < 100.0 => State::Partial,
            _ => State::InPlace,
        })
    })
}

/// Whether a text begins with a box that nobody ticked.
fn is_empty_box(text: &str, words: &GridWords) -> bool {
    let first = text.chars().next().map(String::from).unwrap_or_default();
    is_box(&first) && words.ticks.get(&first) == Some(&Tick::Empty)
}

/// What a cell says that begins with a status, and where the rest of it begins, in bytes.
pub(super) fn leading(text: &str, words: &GridWords) -> Option<(CellSays, usize)> {
    let text = text.trim_end();
    if let Some(says) = strict(text, words) {
        return Some((says, text.len()));
    }
    if is_empty_box(text, words) {
        return None;
    }
    // "✓ since 2017"
    let first = text.chars().next()?;
    let sign = first.to_string();
    let known = words.own.get(&sign).or_else(|| words.signs.get(&sign));
    if let Some(state) = known.filter(|_| !first.is_alphanumeric()) {
        return Some((said(*state), first.len_utf8()));
    }
    if let Some(tick) = words.ticks.get(&first.to_string()).filter(|_| !first.is_alphanumeric())
        && *tick != Tick::Empty
    {
        let rest = text.get(first.len_utf8()..).unwrap_or_default().trim_start();
        let again = leading(rest, words).map(|(says, at)| (says, text.len() - rest.len() + at));
        return again.or(Some((CellSays::Tick(*tick), first.len_utf8())));
    }
    let ends: Vec<usize> = word_ends(text).take(LONGEST).collect();
    ends.into_iter().rev().find_map(|end| {
        let begins = text.get(..end)?;
        let state = own(begins, words).or_else(|| words.statuses.get(&plain(begins)).copied())?;
        let rest = text.get(end..)?;
        // "0.5" is more than "0", and "0:56" a time.
        let mut after = rest.chars();
        let decimal = matches!(after.next(), Some('.' | ',' | ':'))
            && after.next().is_some_and(|c| c.is_ascii_digit());
        if decimal {
            return None;
        }
        let sign = rest.trim_start().starts_with([',', ';', ':', '.', '–', '—', '-', '(', '/']);
        let next = rest.split_whitespace().next().unwrap_or_default().to_lowercase();
        let goes_on = sign || rest.is_empty() || words.goes_on.contains(&next) || is_date(rest);
        // "Appointed 3 March"
        let month = rest.split_whitespace().nth(1).map(str::to_lowercase).unwrap_or_default();
        let day = next.len() <= 2 && next.bytes().all(|byte| byte.is_ascii_digit());
        let goes_on = goes_on || day && words.goes_on.contains(&month);
        goes_on.then_some((said(state), end))
    })
}

/// What a document's own key says of a text: "3", "Level 3", "3/5".
fn own(text: &str, words: &GridWords) -> Option<State> {
    if let Some(state) = words.signs.get(text).filter(|_| !words.own.contains_key(text)) {
        return Some(*state);
    }
    if words.own.is_empty() {
        return None;
    }
    let code = code(text, true, words).or_else(|| Some(plain(text)))?;
    let score = |code: &str| code.split_once('/').and_then(|(own, _)| words.own.get(own).copied());
    words.own.get(&code).copied().or_else(|| score(&code))
}

/// Whether words are a date and nothing else: "March 2030", "2017".
fn is_date(text: &str) -> bool {
    let text = text.trim();
    let year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let whole = |date: &Mentioned| date.span.start == 0 && date.span.end + 1 >= text.len();
    year || dates_in(text).first().is_some_and(whole)
}

fn said(state: State) -> CellSays {
    if state == State::NotStated { CellSays::Nothing } else { CellSays::State(state) }
}

/// Where the words of a text end.
fn word_ends(text: &str) -> impl Iterator<Item = usize> {
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        while let Some((at, c)) = chars.next() {
            let ends = chars.peek().is_none_or(|(_, next)| !next.is_alphanumeric());
            if c.is_alphanumeric() && ends {
                return Some(at + c.len_utf8());
            }
        }
        None
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> GridWords {
        let mut words = GridWords::default();
        for (phrase, state) in [
            ("planned", State::Planned),
            ("no", State::Absent),
            ("0", State::Absent),
            ("not in place", State::Absent),
            ("green", State::InPlace),
            ("tbc", State::NotStated),
            ("0", State::Absent),
        ] {
            words.statuses.insert(phrase.into(), state);
        }
        words.goes_on.insert("for".into());
        words.ticks.insert("✓".into(), Tick::Chosen);
        words.ticks.insert("x".into(), Tick::Either);
        words
    }

    #[test]
    fn a_status_is_a_whole_cell_or_leads_one_in() {
        let words = words();
        let of = |text: &str| leading(text, &words).map(|(says, _)| says);
        assert_eq!(of("Planned for 2026"), Some(CellSays::State(State::Planned)));
        assert_eq!(of("NOT IN PLACE"), Some(CellSays::State(State::Absent)));
        assert_eq!(of("No – ended in 2015"), Some(CellSays::State(State::Absent)));
        assert_eq!(of("Green: done"), Some(CellSays::State(State::InPlace)));
        assert_eq!(of("TBC"), Some(CellSays::Nothing));
        assert_eq!(of("[x]"), Some(CellSays::Tick(Tick::Chosen)));
        assert_eq!(of("X"), Some(CellSays::Tick(Tick::Either)));
        assert_eq!(of("✓ since 2017"), Some(CellSays::Tick(Tick::Chosen)));
        assert_eq!(of("40%"), Some(CellSays::State(State::Partial)));
        assert_eq!(of("Planned March 2030"), Some(CellSays::State(State::Planned)));
        assert_eq!(of("Green 2017"), Some(CellSays::State(State::InPlace)));
        for other in ["0.5", "No dedicated lead", "Greenwich", "A superintendent leads", ""] {
            assert_eq!(of(other), None, "{other}");
        }
    }
}
