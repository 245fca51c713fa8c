//! Workbooks of Excel, cell by cell: what a sheet says of its own size isn't believed.

use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader as _, SheetType, Xlsx, XlsxError};

use super::{Held, Left, Sheet, Taken};
use crate::document::archive::{damaged, encrypted};
use crate::source::Fault;
use crate::standing::Day;

/// Reads the sheets of a workbook.
pub(super) fn sheets(name: &str, bytes: &[u8]) -> Result<Vec<Sheet>, Fault> {
    let wrong = |error: XlsxError| match error {
        XlsxError::Password => encrypted(name),
        error => damaged(name, &error.to_string()),
    };
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(wrong)?;
    let known = book.sheets_metadata().to_vec();
    let mut left = Left::new();
    let mut sheets = Vec::new();
    for own in known.iter().filter(|own| own.typ == SheetType::WorkSheet) {
        let merged = book.merge_cells_by_sheet_name(&own.name).map_err(wrong)?;
        let mut taken = Taken::new(name, &own.name, &mut left);
        let mut cells = book.worksheet_cells_reader(&own.name).map_err(wrong)?;
        while let Some(cell) = cells.next_cell().map_err(wrong)? {
            if let Some(held) = held(cell.get_value()) {
                taken.put(cell.get_position(), held)?;
            }
        }
        taken.sheet.merged = merged.iter().map(|area| (area.start, area.end)).collect();
        sheets.push(taken.sheet);
    }
    Ok(sheets)
}

fn held(value: &DataRef<'_>) -> Option<Held> {
    Some(match value {
        DataRef::Empty => return None,
        DataRef::String(text) => Held::Text(text.clone()),
        DataRef::SharedString(text) => Held::Text((*text).to_owned()),
        DataRef::Int(number) => Held::Number(super::ods::float(*number)),
        DataRef::Float(number) => Held::Number(*number),
        DataRef::Bool(yes) => Held::YesNo(*yes),
        DataRef::DateTime(date) => day(*date),
        DataRef::DateTimeIso(text) => iso(text),
        DataRef::DurationIso(text) => Held::NoValue(text.clone()),
        DataRef::Error(error) => Held::NoValue(error.to_string()),
    })
}

/// A date as a day; a length of time is none.
pub(super) fn day(date: ExcelDateTime) -> Held {
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    let part = |part: u8| i8::try_from(part).unwrap_or_default();
    match Day::new(i16::try_from(year).unwrap_or_default(), part(month), part(day)) {
        Ok(day) if date.is_datetime() && date.as_f64() >= 1.0 => Held::Day(day),
        _ => Held::NoValue("a time".to_owned()),
    }
}

/// A date with or without a time behind it.
pub(super) fn iso(text: &str) -> Held {
    let day = text.get(..10).and_then(|day| day.parse().ok());
    day.map_or_else(|| Held::NoValue(text.to_owned()), Held::Day)
}
