//! Days that don't exist, and years the wrong way round.

use jiff::civil::Weekday;

use super::odd::Odd;
use crate::lint::finding::Sensitivity;
use crate::lint::history::year;
use crate::lint::page::Sentence;
use crate::source::Span;
use crate::standing::{Day, MONTHS};

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];

/// The days of a sentence that don't exist: "31 June", "Monday 3 May 2018" where that was a Thursday.
pub(super) fn odd(sentence: &Sentence, text: &str) -> Vec<Odd> {
    let mut found = Vec::new();
    for at in 0..sentence.len() {
        let Some(month) = month(sentence.word(text, at)) else { continue };
        // A year that belongs to it, and the day before or behind it.
        let mut after = at + 1;
        let behind = day(sentence.word(text, after)).filter(|_| {
            sentence.word(text, at + 2).len() == 4 || sentence.is(text, at + 2, &[","])
        });
        let (day, first) = match before(sentence, text, at) {
            Some((day, first)) => (day, first),
            None => match behind {
                Some(day) => {
                    after += 1;
                    if sentence.is(text, after, &[","]) {
                        after += 1;
                    }
                    (day, at)
                }
                None => continue,
            },
        };
        let year = year(sentence.word(text, after));
        // "Apr 31, May 48" are counts of months.
        let whole =
            sentence.word(text, at).len() > 4 || sentence.is(text, at, &["may", "june", "july"]);
        if year.is_none() && (first == at || !whole) {
            continue;
        }
        let last = if year.is_some() {
            after
        } else if behind.is_some() && first == at {
            at + 1
        } else {
            at
        };
        // Without a year, the 29th of February may be.
        let exists = Day::new(year.unwrap_or(2024), month, day);
        let span = sentence.place(&(first..last + 1));
        let Ok(date) = exists else {
            let written = text.get(span.clone()).unwrap_or_default();
            found.push(certain(span, format!("there is no {written}")));
            continue;
        };
        let named = first.checked_sub(1).map(|before| {
            if sentence.is(text, before, &[","]) { before.saturating_sub(1) } else { before }
        });
        let weekday = named.and_then(|at| Some((at, weekday(sentence.word(text, at))?)));
        if let (Some((at, weekday)), Some(_)) = (weekday, year)
            && date.weekday() != weekday
        {
            let right = WEEKDAYS.iter().find(|(_, own)| *own == date.weekday());
            let right = right.map_or("", |(name, _)| *name);
            let mut name = right.to_owned();
            if let Some(first) = name.get_mut(..1) {
                first.make_ascii_uppercase();
            }
            let message = format!("that day is a {name}");
            found.push(certain(sentence.place(&(at..last + 1)), message));
        }
    }
    found
}

/// The day in front of a month: "31", "31st", "31st of".
fn before(sentence: &Sentence, text: &str, month: usize) -> Option<(i8, usize)> {
    let mut at = month.checked_sub(1)?;
    if sentence.is(text, at, &["of"]) {
        at = at.checked_sub(1)?;
    }
    let found = day(sentence.word(text, at))?;
    // "between 30 and 31 June" is two; "Version 3 May", "No. 40 March" is none.
    let numbered = at.checked_sub(1).is_some_and(|before| {
        sentence.is(
            text,
            before,
            &["version", "edition", "issue", "v", "no", "number", "part", "/", "£", "#", "."],
        )
    });
    (!numbered).then_some((found, at))
}

/// A day of a month, if a number can be one: up to two digits, with or without their ending.
fn day(word: &str) -> Option<i8> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = word.get(digits.len()..)?;
    let fits = digits.len() <= 2
        && matches!(ending.to_ascii_lowercase().as_str(), "" | "st" | "nd" | "rd" | "th");
    let day: i8 = digits.parse().ok().filter(|_| fits)?;
    // "40 March victims" is no day that was meant.
    (1..=39).contains(&day).then_some(day)
}

fn month(word: &str) -> Option<i8> {
    let lower = word.to_lowercase();
    // "may" and "march" in small letters are verbs.
    if !word.starts_with(char::is_uppercase) {
        return None;
    }
    let found = MONTHS.iter().position(|month| {
        *month == lower || (lower.len() >= 3 && lower.len() <= 4 && month.starts_with(&lower))
    });
    i8::try_from(found? + 1).ok()
}

fn weekday(word: &str) -> Option<Weekday> {
    WEEKDAYS.iter().find(|(name, _)| name.eq_ignore_ascii_case(word)).map(|(_, day)| *day)
}

/// Years the wrong way round, where words before them say that they are years: "financial year 2019/18".
pub(super) fn reversed(sentence: &Sentence, text: &str, before: &[Span]) -> Vec<Odd> {
    let mut found = Vec::new();
    for lead in before {
        let at = lead.end;
        let Some(from) = year(sentence.word(text, at)) else { continue };
        let whole = sentence.word(text, at);
        let mut last = at;
        // "2019/18" is one word or three.
        let to = match whole.get(5..) {
            Some(rest) if !rest.is_empty() => rest.parse::<i16>().ok(),
            _ => {
                let joined = sentence.is(text, at + 1, &["/", "-", "–", "to", "until"]);
                last = at + 2;
                sentence.word(text, at + 2).parse::<i16>().ok().filter(|_| joined)
            }
        };
        let Some(to) = to else { continue };
        let to = match to {
            0..=99 => from / 100 * 100 + to + if from % 100 == 99 && to == 0 { 100 } else { 0 },
            1900..=2100 => to,
            _ => continue,
        };
        if to < from && from - to <= 20 {
            let span = sentence.place(&(at..last + 1));
            found.push(certain(
                span,
                format!("these years are the wrong way round: {to} was before {from}"),
            ));
        }
    }
    found
}

fn certain(span: Span, message: String) -> Odd {
    Odd { span, message, sensitivity: Sensitivity::Default }
}
