//! What calamine finds in a cell, as what it holds.

use calamine::{Data, ExcelDateTime};
use jiff::civil::Date;

use super::sheet::Held;

/// What a cell holds; nothing where it is empty.
pub(super) fn held(value: Data) -> Option<Held> {
    Some(match value {
        Data::Empty => return None,
        Data::String(text) => Held::Text(text),
        Data::Int(number) => Held::Number(float(number)),
        Data::Float(number) => Held::Number(number),
        Data::Bool(yes) => Held::YesNo(yes),
        Data::DateTime(date) => day(date),
        Data::DateTimeIso(text) => Held::of_date(&text),
        Data::DurationIso(text) => Held::NoValue(text),
        Data::Error(error) => Held::NoValue(error.to_string()),
    })
}

/// A date as a day; a length of time is none.
fn day(date: ExcelDateTime) -> Held {
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    let part = |part: u8| i8::try_from(part).unwrap_or_default();
    match Date::new(i16::try_from(year).unwrap_or_default(), part(month), part(day)) {
        Ok(day) if date.is_datetime() && date.as_f64() >= 1.0 => Held::Day(day),
        _ => Held::NoValue("a time".to_owned()),
    }
}

/// A whole number as sheets have all numbers.
fn float(number: i64) -> f64 {
    #[allow(clippy::cast_precision_loss, reason = "a sheet has no number that is more exact")]
    let number = number as f64;
    number
}
