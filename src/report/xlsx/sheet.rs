//! What sheets have in common: cells written as what they are, and how a sheet prints.

use rust_xlsxwriter::{ExcelDateTime, Format, Worksheet, XlsxError};

use super::super::columns::{CellValue, text};
use super::cell_formats::CellFormats;
use crate::standing::Day;

/// What the workbook is called.
pub(in crate::report) const TITLE: &str = "Modern slavery: what is declared and what is asked";

/// A4, as printers number it.
const A4: u8 = 9;

/// Writes a cell as what it is: a text is never a formula, nor a link.
pub(in crate::report) fn put(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &CellValue,
    formats: &CellFormats,
    text: &Format,
) -> Result<(), XlsxError> {
    match cell {
        CellValue::Text(said) => sheet.write_string_with_format(row, column, said, text)?,
        CellValue::Day(day) => match date(*day) {
            Ok(date) => sheet.write_datetime_with_format(row, column, &date, &formats.day)?,
            // A day that workbooks don't know is still a day that somebody stated.
            Err(_) => sheet.write_string_with_format(row, column, day.to_string(), text)?,
        },
        CellValue::Number(number) => {
            sheet.write_number_with_format(row, column, *number, &formats.number)?
        }
        CellValue::Empty => sheet.write_blank(row, column, text)?,
    };
    Ok(())
}

/// Writes a text from anywhere.
pub(in crate::report) fn say(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    said: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    match text(said) {
        CellValue::Text(said) => sheet.write_string_with_format(row, column, said, format)?,
        _ => sheet.write_blank(row, column, format)?,
    };
    Ok(())
}

/// The first day that a workbook knows.
pub(in crate::report) const FIRST_DAY: Day = Day::constant(1900, 1, 1);

/// A day as workbooks have it. They know none before 1900, and none after 9999.
pub(in crate::report) fn date(day: Day) -> Result<ExcelDateTime, XlsxError> {
    let part = |part: i8| u8::try_from(part).unwrap_or_default();
    let year = u16::try_from(day.year()).unwrap_or_default();
    ExcelDateTime::from_ymd(year, part(day.month()), part(day.day()))
}

/// About how many lines a text takes in a column of a width.
pub(in crate::report) fn lines(said: &str, width: u8) -> u16 {
    let full = usize::from(width).max(2);
    u16::try_from(said.chars().count().div_ceil(full)).unwrap_or(u16::MAX).max(1)
}

/// Makes a row as high as its highest text. Not every program does so by itself, and none makes a
/// row higher than 409 points.
pub(in crate::report) fn fit(
    sheet: &mut Worksheet,
    row: u32,
    lines: impl Iterator<Item = u16>,
) -> Result<(), XlsxError> {
    const LINE: u16 = 13;
    const HIGHEST: u16 = 409;
    let lines = lines.max().unwrap_or(1);
    sheet.set_row_height(row, lines.saturating_mul(LINE).saturating_add(2).min(HIGHEST))?;
    Ok(())
}

/// Sets a sheet up for paper: A4, all columns on one page's width, pages numbered.
pub(in crate::report) fn paper(sheet: &mut Worksheet) {
    sheet.set_paper_size(A4).set_print_fit_to_pages(1, 0).set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3);
    sheet.set_footer("&L&8Modern slavery: &A&R&8Page &P of &N");
}

/// A head that stays on the screen and on every page of paper, with filters over the rows below it.
pub(in crate::report) fn table(
    sheet: &mut Worksheet,
    rows: u32,
    columns: u16,
) -> Result<(), XlsxError> {
    sheet.set_freeze_panes(1, 0)?.set_repeat_rows(0, 0)?;
    sheet.autofilter(0, 0, rows, columns.saturating_sub(1))?;
    paper(sheet);
    sheet.set_landscape();
    Ok(())
}
