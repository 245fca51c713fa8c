//! Workbooks of Excel, cell by cell: what a sheet says of its own size isn't believed.

use std::io::Cursor;

use calamine::{Reader as _, SheetType, Xlsx, XlsxError};

use super::held::held;
use super::sheet::Sheet;
use super::taken::{Left, Taken};
use crate::document::archive::{damaged, encrypted};
use crate::source::Fault;

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
            if let Some(held) = held(cell.get_value().clone().into()) {
                taken.put(cell.get_position(), held)?;
            }
        }
        merged.iter().try_for_each(|area| taken.merge((area.start, area.end)))?;
        sheets.push(taken.sheet);
    }
    Ok(sheets)
}
