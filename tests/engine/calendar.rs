//! Days and partial dates worked out in this test's own way, to hold the program's against.

use std::fmt;

use proptest::prelude::*;

/// A calendar day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day {
    pub(crate) year: i32,
    pub(crate) month: i32,
    pub(crate) day: i32,
}

/// A date of which at least the year is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Date {
    Whole(Day),
    Month { year: i32, month: i32 },
    Year(i32),
}

pub(crate) const fn on(year: i32, month: i32, day: i32) -> Day {
    Day { year, month, day }
}

fn length(year: i32, month: i32) -> i32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The month that lies so many months later, as a year and a month.
fn months_on(year: i32, month: i32, months: i32) -> (i32, i32) {
    let count = year * 12 + (month - 1) + months;
    (count.div_euclid(12), count.rem_euclid(12) + 1)
}

impl Day {
    /// The same day as the program has it.
    pub(crate) fn civil(self) -> msacheck::standing::Day {
        self.to_string().parse().expect("a day of the calendar")
    }

    /// The day after.
    pub(crate) fn next(self) -> Self {
        if self.day < length(self.year, self.month) {
            return on(self.year, self.month, self.day + 1);
        }
        let (year, month) = months_on(self.year, self.month, 1);
        on(year, month, 1)
    }

    /// The first day that is more than `months` calendar months later.
    ///
    /// In the month that lies `months` later, counting back lands in this day's month and is clamped
    /// at its end: so all days up to this one's number still reach it, and all of them do where this
    /// is a last day.
    pub(crate) fn lapse(self, months: u16) -> Self {
        let (year, month) = months_on(self.year, self.month, i32::from(months));
        let is_last = self.day == length(self.year, self.month);
        if !is_last && self.day < length(year, month) {
            return on(year, month, self.day + 1);
        }
        let (year, month) = months_on(year, month, 1);
        on(year, month, 1)
    }
}

impl Date {
    /// The first day that it may mean.
    pub(crate) fn earliest(self) -> Day {
        match self {
            Self::Whole(day) => day,
            Self::Month { year, month } => on(year, month, 1),
            Self::Year(year) => on(year, 1, 1),
        }
    }

    /// The last day that it may mean.
    pub(crate) fn last(self) -> Day {
        match self {
            Self::Whole(day) => day,
            Self::Month { year, month } => on(year, month, length(year, month)),
            Self::Year(year) => on(year, 12, 31),
        }
    }

    /// The last day that it may mean of what has begun, said by somebody who speaks of the facts of a
    /// day: no later than that, unless all of it is.
    pub(crate) fn latest_begun(self, facts: Day) -> Day {
        let last = self.last();
        if matches!(self, Self::Whole(_)) || facts < self.earliest() {
            last
        } else {
            last.min(facts)
        }
    }

    /// As TOML: a whole day bare, the others in quotes.
    pub(crate) fn toml(self) -> String {
        match self {
            Self::Whole(day) => day.to_string(),
            Self::Month { .. } | Self::Year(_) => format!("\"{self}\""),
        }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole(day) => day.fmt(f),
            Self::Month { year, month } => write!(f, "{year:04}-{month:02}"),
            Self::Year(year) => write!(f, "{year:04}"),
        }
    }
}

/// Any day of some years; the ends of months, where windows are clamped, more often.
pub(crate) fn day(years: std::ops::Range<i32>) -> impl Strategy<Value = Day> {
    let day = prop_oneof![Just(1), Just(31), 27..31, 2..27];
    (years, 1..=12, day)
        .prop_map(|(year, month, day)| on(year, month, day.min(length(year, month))))
}

/// Any date of some years, half of them partial.
pub(crate) fn date(years: std::ops::Range<i32>) -> impl Strategy<Value = Date> {
    (day(years), 0..4).prop_map(|(day, precision)| match precision {
        0 => Date::Year(day.year),
        1 => Date::Month { year: day.year, month: day.month },
        _ => Date::Whole(day),
    })
}

#[test]
fn a_window_lapses_as_people_count_months() {
    for (day, months, lapse) in [
        (on(2016, 2, 29), 12, on(2017, 3, 1)),
        (on(2015, 2, 28), 12, on(2016, 3, 1)),
        (on(2017, 3, 15), 12, on(2018, 3, 16)),
        (on(2017, 1, 30), 1, on(2017, 3, 1)),
        (on(2016, 12, 31), 1, on(2017, 2, 1)),
        (on(2016, 2, 29), 6, on(2016, 9, 1)),
    ] {
        assert_eq!(day.lapse(months), lapse, "{day} and {months} months");
    }
}
