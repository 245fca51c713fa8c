//! A number of calendar months: how old something may be.

use std::fmt;

#[cfg(test)]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A number of calendar months, at least one. Written `12mo` or `1y`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(transparent)]
pub struct Months(#[cfg_attr(test, schemars(range(min = 1)))] u16);

impl Months {
    /// How it is written, for those who wrote it otherwise.
    pub const WRITTEN: &'static str = "a number of months or years, such as `12mo` or `1y`";

    /// Reads `12mo`, `12 months` or `1y`; `None` for any other text, for none, and for more than fit.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let end = text.find(|c: char| !c.is_ascii_digit())?;
        let (number, unit) = text.split_at(end);
        let each = match unit.trim() {
            "mo" | "month" | "months" => 1,
            "y" | "year" | "years" => 12,
            _ => return None,
        };
        number.parse::<u16>().ok()?.checked_mul(each).filter(|months| *months > 0).map(Self)
    }

    /// How many.
    #[must_use]
    pub fn count(self) -> u16 {
        self.0
    }
}

impl fmt::Display for Months {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            1 => f.write_str("1 month"),
            months => write!(f, "{months} months"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_and_years_are_read() {
        let read = |text| Months::parse(text).map(Months::count);
        assert_eq!(
            ["12mo", "1y", "2 years", " 6 months ", "1month"].map(read),
            [12, 12, 24, 6, 1].map(Some)
        );
        let refused =
            ["", "12", "mo", "0mo", "12m", "-1mo", "1.5y", "70000mo", "6000y", "12mo ago"];
        assert_eq!(refused.map(read), refused.map(|_| None));
    }
}
