//! Dates, whole and partial, and spans of calendar months.

use std::fmt;

use jiff::ToSpan;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A whole calendar day. ISO 8601 in files and reports.
pub type Day = jiff::civil::Date;

/// The zone whose day is today, wherever the program runs: that of the forces. Waivers and judgements
/// run out by it.
pub const ZONE: &str = "Europe/London";

/// The names of months, in lower case.
pub(crate) const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// A [`Day`] to those who describe types: its own is another crate's, which can't be described.
#[derive(Clone, Copy, Debug)]
pub enum DayForm {}

/// A date of which at least the year is known.
///
/// In a comparison the end that is worse for the claim counts: see [`PartialDate::earliest`] and
/// [`PartialDate::latest`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartialDate {
    /// The day is known.
    Day(Day),
    /// The month is known; the day held is its first.
    Month(Day),
    /// Only the year is known; the day held is its first.
    Year(Day),
}

impl PartialDate {
    /// Reads `2017`, `2017-03` or `2017-03-31`; `None` for any other text or a day that doesn't
    /// exist.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = |part: &str, count: usize| {
            (part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit()))
                .then(|| part.parse::<i16>().ok())
                .flatten()
        };
        let parts: Vec<&str> = text.split('-').collect();
        match parts.as_slice() {
            [year] => Day::new(digits(year, 4)?, 1, 1).ok().map(Self::Year),
            [year, month] => {
                let month = i8::try_from(digits(month, 2)?).ok()?;
                Day::new(digits(year, 4)?, month, 1).ok().map(Self::Month)
            }
            [year, month, day] => {
                let month = i8::try_from(digits(month, 2)?).ok()?;
                let day = i8::try_from(digits(day, 2)?).ok()?;
                Day::new(digits(year, 4)?, month, day).ok().map(Self::Day)
            }
            _ => None,
        }
    }

    /// The first day that this date may mean.
    #[must_use]
    pub fn earliest(self) -> Day {
        match self {
            Self::Day(day) | Self::Month(day) | Self::Year(day) => day,
        }
    }

    /// The last day that this date may mean.
    #[must_use]
    pub fn latest(self) -> Day {
        match self {
            Self::Day(day) => day,
            Self::Month(day) => day.last_of_month(),
            Self::Year(day) => day.last_of_year(),
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self {
            Self::Day(day) => day.to_string(),
            Self::Month(day) => format!("{:04}-{:02}", day.year(), day.month()),
            Self::Year(day) => format!("{:04}", day.year()),
        };
        f.pad(&text)
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom(format!("`{text}` isn't a date")))
    }
}

/// Whether `day` lies in the window of `months` calendar months that ends on `on`, both ends
/// included. The start is clamped to the end of its month.
#[must_use]
pub fn within_months(day: Day, months: u16, on: Day) -> bool {
    let start = on.saturating_sub(i32::from(months).months());
    start <= day && day <= on
}

/// The first day on which `day` no longer lies within `months` calendar months; `None` past the
/// end of the calendar.
#[must_use]
pub fn lapses_on(day: Day, months: u16) -> Option<Day> {
    let mut candidate = day.checked_add(i32::from(months).months()).ok()?;
    // Clamped month ends give several days the same start: at most three more to look at.
    while within_months(day, months, candidate) {
        candidate = candidate.tomorrow().ok()?;
    }
    Some(candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn partial_dates_know_their_two_ends() {
        let year = PartialDate::parse("2016").unwrap();
        assert_eq!((year.earliest(), year.latest()), (day("2016-01-01"), day("2016-12-31")));
        let month = PartialDate::parse("2016-02").unwrap();
        assert_eq!((month.earliest(), month.latest()), (day("2016-02-01"), day("2016-02-29")));
        let whole = PartialDate::parse("2016-02-10").unwrap();
        assert_eq!(whole.earliest(), whole.latest());
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in ["", "16", "2016-2", "2016-13", "2016-02-30", "2016-02-10-1", "+216", "2016-0a"]
        {
            assert_eq!(PartialDate::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_window_of_months_is_clamped_at_the_end_of_a_month() {
        assert!(within_months(day("2016-02-29"), 12, day("2017-02-28")));
        assert!(!within_months(day("2016-02-29"), 12, day("2017-03-01")));
        assert!(within_months(day("2016-02-28"), 12, day("2017-02-28")));
        assert!(!within_months(day("2017-03-01"), 12, day("2017-02-28")));
        assert!(within_months(day("2016-02-29"), 6, day("2016-08-31")));
    }

    #[test]
    fn a_date_lapses_on_the_first_day_outside_the_window() {
        assert_eq!(lapses_on(day("2016-02-29"), 12), Some(day("2017-03-01")));
        assert_eq!(lapses_on(day("2016-02-29"), 6), Some(day("2016-09-01")));
        assert_eq!(lapses_on(day("2017-03-15"), 12), Some(day("2018-03-16")));
        assert_eq!(lapses_on(day("9999-12-31"), 1), None);
    }
}
