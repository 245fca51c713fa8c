//! The sheet that says how the others are filled in.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::super::xlsx::cell_formats::CellFormats;
use super::super::xlsx::sheet::{fit, lines, paper, say};
use crate::standing::{State, Words as _};

/// Its name.
const NAME: &str = "How to";
const WIDTH: u8 = 90;

const STEPS: &[(&str, &str)] = &[
    (
        "Answer",
        "Each force has a sheet. Go through the questions, and answer those that you can. What you leave empty counts as not stated.",
    ),
    (
        "State",
        "Of each arrangement, the first row asks how far it stands. Choose one of the states below. The rows under it ask for details.",
    ),
    (
        "Evidence",
        "Copy the words that say so under Quote, letter for letter, four words at least. Under Source write the short name that you gave the document at the top of the sheet. Page, line and date help to find the words; none of them is needed. Of a period, write its first and its last day under From and To.",
    ),
    (
        "More",
        "For a further quote take a row whose detail is “evidence”; copy it as often as you need. For a further document copy the rows of one, and count on in the first column: source 5.",
    ),
    ("Dates", "A day is 2017-03-31, a month 2017-03, a year 2017."),
    (
        "Lists",
        "Put a semicolon between one item and the next. An item that holds one itself stands in \"quotes\".",
    ),
    (
        "Leave",
        "Leave the first row, and the first two columns, as they are: they say what an answer belongs to. Don't merge cells. You may hide, sort and filter rows, and add columns and sheets of your own: those aren't read.",
    ),
    (
        "Check",
        "Save the workbook as .xlsx, .ods or .csv. Then: msacheck check FILE. What can't be read is told with its sheet and cell.",
    ),
];

pub(super) fn write(sheet: &mut Worksheet, formats: &CellFormats) -> Result<(), XlsxError> {
    sheet.set_name(NAME)?;
    sheet.set_column_width(0, 14)?.set_column_width(1, f64::from(WIDTH))?;
    say(sheet, 0, 0, "What a force declares against modern slavery", &formats.title)?;
    let mut row = 2;
    for (head, said) in STEPS {
        line(sheet, &mut row, head, said, formats)?;
    }
    row += 1;
    say(sheet, row, 0, "The states, the weakest first", &formats.heading)?;
    row += 1;
    for state in State::ALL {
        line(sheet, &mut row, state.word(), state.meaning(), formats)?;
    }
    paper(sheet);
    Ok(())
}

fn line(
    sheet: &mut Worksheet,
    row: &mut u32,
    head: &str,
    said: &str,
    formats: &CellFormats,
) -> Result<(), XlsxError> {
    say(sheet, *row, 0, head, &formats.name)?;
    say(sheet, *row, 1, said, &formats.plain)?;
    fit(sheet, *row, std::iter::once(lines(said, WIDTH)))?;
    *row += 1;
    Ok(())
}
