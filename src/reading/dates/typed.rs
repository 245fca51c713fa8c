//! A date that somebody types as an answer, as people write it in this country.

use super::dates_in;
use crate::standing::{Day, PartialDate};

/// What somebody means who types a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypedDate {
    /// This one.
    Date(PartialDate),
    /// One or the other, by whether the day or the month comes first in it. A form that people copy from a program of
    /// another country has the month first, so that nobody guesses.
    Either(Day, Day),
}

/// The date that a text is: `2017-03-31`, `31 March 2017`, `31/3/2017`, `March 2017`, `2017`. Nothing where it is no date,
/// or says more than one.
#[must_use]
pub fn typed_date(text: &str) -> Option<TypedDate> {
    let text = text.trim();
    if let Some(date) = PartialDate::parse(text) {
        return Some(TypedDate::Date(date));
    }
    let parts: Vec<&str> = text.split(['/', '.', '-']).collect();
    if let [month, year] = parts.as_slice()
        && let (Some(month), Some(year)) = (figures(month, 1..=2), figures(year, 4..=4))
        && let Ok(month) = i8::try_from(month)
        && let Ok(day) = Day::new(year, month, 1)
    {
        return Some(TypedDate::Date(PartialDate::Month(day)));
    }
    if let [first, second, year] = parts.as_slice()
        && let (Some(first), Some(second), Some(year)) =
            (figures(first, 1..=2), figures(second, 1..=2), figures(year, 4..=4))
        && let (Ok(first), Ok(second)) = (i8::try_from(first), i8::try_from(second))
        && let (Ok(ours), Ok(theirs)) =
            (Day::new(year, second, first), Day::new(year, first, second))
        && ours != theirs
    {
        return Some(TypedDate::Either(ours, theirs));
    }
    // The names of months have a capital letter where they are read.
    let words: Vec<String> = text.split_whitespace().map(capital).collect();
    let text = words.join(" ");
    let found = dates_in(&text);
    let [only] = found.as_slice() else { return None };
    let whole = only.span == (0..text.trim_end_matches(['.', ',']).len());
    whole.then_some(TypedDate::Date(only.date))
}

/// A number of so many figures.
fn figures(text: &str, count: std::ops::RangeInclusive<usize>) -> Option<i16> {
    let figures = count.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| figures)
}

/// A word with a capital letter, as the name of a month has; "of" stays.
fn capital(word: &str) -> String {
    let lower = word.to_ascii_lowercase();
    match lower.get(..1).zip(lower.get(1..)) {
        Some((first, rest)) if lower != "of" => first.to_ascii_uppercase() + rest,
        _ => lower,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_taken_as_people_write_it_and_never_guessed() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        for (typed, date) in [
            ("2026-03-31", "2026-03-31"),
            (" 31 March 2026 ", "2026-03-31"),
            ("31st of march 2026", "2026-03-31"),
            ("31 MAR 2026.", "2026-03-31"),
            ("March 31, 2026", "2026-03-31"),
            ("31/3/2026", "2026-03-31"),
            ("31.03.2026", "2026-03-31"),
            ("2026/03/31", "2026-03-31"),
            ("4/4/2026", "2026-04-04"),
            ("sept 2026", "2026-09"),
            ("9/2026", "2026-09"),
            ("2026", "2026"),
        ] {
            let date = PartialDate::parse(date).unwrap();
            assert_eq!(typed_date(typed), Some(TypedDate::Date(date)), "{typed}");
        }
        for typed in ["3/4/2026", "03-04-2026", "3.4.2026"] {
            let either = TypedDate::Either(day("2026-04-03"), day("2026-03-04"));
            assert_eq!(typed_date(typed), Some(either), "{typed}");
        }
        for typed in [
            "",
            "soon",
            "31/3/26",
            "32/3/2026",
            "30 February 2026",
            "31 March",
            "March",
            "1/2",
            "13/2026",
            "31 March 2026 or so",
            "31 March 2026, 1 April 2026",
            "3/31/2026/1",
            "２０２６",
            "١/٣/٢٠٢٦",
            "--",
            "/ /",
        ] {
            assert_eq!(typed_date(typed), None, "{typed}");
        }
    }
}
