//! Dates as people write them in a line, and the words of it.

use crate::source::Span;
use crate::standing::{Day, MONTHS, PartialDate};

/// A word of a line, brackets apart.
#[derive(Clone, Copy, Debug)]
pub(super) struct LineWord<'a> {
    pub(super) at: usize,
    pub(super) text: &'a str,
}

impl<'a> LineWord<'a> {
    /// Whether a date may begin with it, by its first letter or digit: hardly any word passes, and few are looked at
    /// further.
    fn may_begin_a_date(&self) -> bool {
        let first = self.text.bytes().find(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii());
        first.is_some_and(|byte| !byte.is_ascii_lowercase())
    }

    pub(super) fn bare(&self) -> &'a str {
        self.text.trim_matches(|c: char| !c.is_alphanumeric())
    }
}

pub(super) fn words(text: &str) -> Vec<LineWord<'_>> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        let bracket = matches!(c, '(' | ')' | '[' | ']' | '|');
        if (c.is_whitespace() || bracket)
            && let Some(from) = start.take()
        {
            words.extend(text.get(from..at).map(|text| LineWord { at: from, text }));
        }
        if bracket {
            words.extend(text.get(at..at + 1).map(|text| LineWord { at, text }));
        } else if !c.is_whitespace() && start.is_none() {
            start = Some(at);
        }
    }
    if let Some(from) = start {
        words.extend(text.get(from..).map(|text| LineWord { at: from, text }));
    }
    words
}

/// A date that a line mentions, with its words.
pub(super) struct Mention {
    pub(super) date: PartialDate,
    pub(super) at: Span,
}

pub(super) fn mentions<'a>(words: &'a [LineWord<'a>]) -> impl Iterator<Item = Mention> + 'a {
    let mut next = 0;
    std::iter::from_fn(move || {
        while next < words.len() {
            let at = next;
            next += 1;
            if let Some((date, count)) = date_at(words, at) {
                next = at + count;
                return Some(Mention { date, at: at..at + count });
            }
        }
        None
    })
}

/// The last date that a sentence mentions; a year by itself is one, too.
pub(in crate::reading) fn last_mentioned(sentence: &str) -> Option<PartialDate> {
    let words = words(sentence);
    let whole: Vec<Mention> = mentions(&words).collect();
    let years = words
        .iter()
        .enumerate()
        .filter(|(_, word)| word.text.bytes().any(|byte| byte.is_ascii_digit()))
        .filter(|(at, _)| !whole.iter().any(|mention| mention.at.contains(at)))
        .filter_map(|(_, word)| Day::new(year_of(word.bare())?, 1, 1).ok())
        .map(PartialDate::Year);
    whole.iter().map(|mention| mention.date).chain(years).max_by_key(|date| date.latest())
}

/// The date that begins at a word, and how many words it has.
fn date_at(words: &[LineWord<'_>], at: usize) -> Option<(PartialDate, usize)> {
    let word = |more: usize| words.get(at + more).map(LineWord::bare);
    words.get(at).filter(|word| word.may_begin_a_date())?;
    let first = word(0)?;
    if let Some(day) = in_digits(first) {
        return Some((PartialDate::Day(day), 1));
    }
    let whole = |year: i16, month: i8, day: i8| Day::new(year, month, day).ok();
    if let Some(month) = month_of(first) {
        // A day before it that doesn't exist.
        let before = at.checked_sub(1).and_then(|before| Some((before, words.get(before)?)));
        if before.is_some_and(|(at, word)| day_of(word.bare()).is_some() && !is_numbered(words, at))
        {
            return None;
        }
        if let Some(year) = word(1).and_then(year_of) {
            return Some((PartialDate::Month(whole(year, month, 1)?), 2));
        }
        let (day, year) = (word(1).and_then(day_of)?, word(2).and_then(year_of)?);
        return Some((PartialDate::Day(whole(year, month, day)?), 3));
    }
    let day = day_of(first).filter(|_| !is_numbered(words, at))?;
    let of = usize::from(word(1)? == "of");
    let (month, year) = (word(1 + of).and_then(month_of)?, word(2 + of).and_then(year_of)?);
    Some((PartialDate::Day(whole(year, month, day)?), 3 + of))
}

/// Whether a number is that of an edition: "Version 3 May 2018".
fn is_numbered(words: &[LineWord<'_>], at: usize) -> bool {
    at.checked_sub(1).and_then(|before| words.get(before)).is_some_and(|word| {
        let word = word.bare().to_lowercase();
        matches!(word.as_str(), "version" | "edition" | "issue" | "v" | "no" | "number" | "part")
    })
}

/// "2017-05-25", "25/05/2017", "25.5.2017": whole dates in digits. The day comes first, as it does
/// in this country.
fn in_digits(word: &str) -> Option<Day> {
    let parts: Vec<&str> = word.split(['-', '/', '.']).collect();
    let [first, second, third] = parts.as_slice() else { return None };
    if !parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit())) {
        return None;
    }
    let (year, month, day) =
        if first.len() == 4 { (first, second, third) } else { (third, second, first) };
    let year = year_of(year)?;
    Day::new(year, month.parse().ok()?, day.parse().ok()?).ok()
}

fn year_of(word: &str) -> Option<i16> {
    let digits = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    word.parse().ok().filter(|year| digits && (1990..2100).contains(year))
}

fn day_of(word: &str) -> Option<i8> {
    let lower = word.to_ascii_lowercase();
    let number = ["st", "nd", "rd", "th"].iter().find_map(|end| lower.strip_suffix(end));
    let number = number.unwrap_or(&lower);
    let digits = (1..=2).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    number.parse().ok().filter(|day| digits && (1..=31).contains(day))
}

/// The number of a month by its name or the first letters of it, which begin with a capital.
fn month_of(word: &str) -> Option<i8> {
    if !word.starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    let word = word.to_ascii_lowercase();
    let short = word.len() == 3 || word == "sept";
    (1..).zip(MONTHS).find_map(|(number, month)| {
        (word == month || (short && month.starts_with(&word))).then_some(number)
    })
}

/// Whether a date is one end of a range: "May 2018 to 2021".
pub(super) fn is_range(words: &[LineWord<'_>], at: &Span) -> bool {
    let joins = |word: Option<&LineWord<'_>>| {
        word.is_some_and(|word| matches!(word.text, "-" | "–" | "—" | "to" | "until" | "and" | "/"))
    };
    let year =
        |word: Option<&LineWord<'_>>| word.is_some_and(|word| year_of(word.bare()).is_some());
    (joins(words.get(at.end)) && year(words.get(at.end + 1)))
        || (at.start >= 2 && joins(words.get(at.start - 1)) && year(words.get(at.start - 2)))
}

pub(super) fn is_weekday(word: &str) -> bool {
    let word = word.trim_end_matches(',').to_lowercase();
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
        .contains(&word.as_str())
}
