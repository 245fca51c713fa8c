//! What a workbook holds.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::source::Digest;

/// A workbook.
#[derive(Clone, Debug)]
pub struct Workbook {
    /// The name that people know it by: usually the path that they typed.
    pub name: String,
    /// The digest of its bytes.
    pub digest: Digest,
    /// Its sheets, in their order.
    pub sheets: Vec<Sheet>,
    /// Whether it is CSV: its cells are texts, and one that programs would take for a formula is guarded.
    pub is_csv: bool,
}

/// A cell's row and column, from 0.
pub type At = (u32, u32);

/// A sheet.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// Its name, as its tab shows it. That of a CSV file is the file's, as Excel has it.
    pub name: String,
    /// What its cells hold, row by row; an empty one isn't here.
    pub cells: BTreeMap<At, Held>,
    /// The first and the last cell of each area that was merged into one.
    pub merged: Vec<(At, At)>,
}

/// What a cell holds: of a formula, the value that was worked out last.
#[derive(Clone, Debug, PartialEq)]
pub enum Held {
    /// A text.
    Text(String),
    /// A number, percentages among them: 0.5 may be shown as 50%.
    Number(f64),
    /// Yes or no.
    YesNo(bool),
    /// A day.
    Day(Date),
    /// What is no value: `#REF!`, a time of day.
    NoValue(String),
}

impl Held {
    /// A date with or without a time behind it.
    pub(super) fn of_date(text: &str) -> Self {
        let day = text.get(..10).and_then(|day| day.parse().ok());
        day.map_or_else(|| Self::NoValue(text.to_owned()), Self::Day)
    }
}
