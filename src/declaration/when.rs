//! What time evidence speaks of.

use super::future::read_date;
use crate::source::{Fault, Table};
use crate::standing::{Day, PartialDate};

/// What time a piece of evidence speaks of: a day, or a period. When it was written, and when it came
/// to hand, are its source's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum When {
    /// That isn't said; then the date of its source counts.
    #[default]
    Unsaid,
    /// A day, a month or a year.
    At(PartialDate),
    /// From one day on; whether longer isn't said.
    From(PartialDate),
    /// Up to a day; since when isn't said.
    To(PartialDate),
    /// From one day to another.
    During {
        /// The first day.
        from: PartialDate,
        /// The last day.
        to: PartialDate,
    },
}

impl When {
    /// The one date that it is of, where it is of no period.
    #[must_use]
    pub fn date(self) -> Option<PartialDate> {
        match self {
            Self::At(date) => Some(date),
            Self::Unsaid | Self::From(_) | Self::To(_) | Self::During { .. } => None,
        }
    }

    /// The first day of the period.
    #[must_use]
    pub fn from(self) -> Option<PartialDate> {
        match self {
            Self::From(from) | Self::During { from, .. } => Some(from),
            Self::Unsaid | Self::At(_) | Self::To(_) => None,
        }
    }

    /// The last day of the period.
    #[must_use]
    pub fn to(self) -> Option<PartialDate> {
        match self {
            Self::To(to) | Self::During { to, .. } => Some(to),
            Self::Unsaid | Self::At(_) | Self::From(_) => None,
        }
    }

    /// The last day of which it is said to speak.
    #[must_use]
    pub fn newest(self) -> Option<PartialDate> {
        self.to().or(self.from()).or(self.date())
    }
}

/// Reads `date`, or `from` and `to`. Faults go to the table.
pub(super) fn read_when(table: &Table<'_>, today: Day) -> When {
    let date = read_date(table, "date", today);
    let from = read_date(table, "from", today);
    let to = read_date(table, "to", today);
    if let (Some(_), Some(item)) = (from.or(to), table.get("date").filter(|_| date.is_some())) {
        let message = "this evidence is of a day and of a period";
        item.fault("declaration::two-times", message, "expected `date`, or `from` and `to`");
    }
    match (date, from, to) {
        (None, None, None) => When::Unsaid,
        (Some(date), None, None) => When::At(date),
        (_, Some(from), None) => When::From(from),
        (_, None, Some(to)) => When::To(to),
        (_, Some(from), Some(to)) => {
            if to.latest() < from.earliest()
                && let Some(item) = table.get("to")
            {
                let message = format!("this evidence ends before it begins: {to} is before {from}");
                item.fault("declaration::ends-before", message, "expected a later day than `from`");
            }
            When::During { from, to }
        }
    }
}

/// Says where a source is said to have been obtained before it was written.
pub(super) fn check_obtained(
    table: &Table<'_>,
    date: Option<PartialDate>,
    obtained: Option<PartialDate>,
) {
    if let (Some(date), Some(obtained)) = (date, obtained)
        && obtained.latest() < date.earliest()
        && let Some(item) = table.get("obtained")
    {
        let span = item.key().span.clone();
        let message = format!("this source was obtained on {obtained}, before its date, {date}");
        table.push(
            Fault::new("declaration::obtained-before", table.text(), span, message, "too early")
                .help("`date` is when it was written, `obtained` when it came to hand"),
        );
    }
}
