//! `xlsx`: the matrix as a sheet with colours and words, every finding with the date before beside it,
//! and the evidence.

use rust_xlsxwriter::{DocProperties, Format, Workbook, Worksheet, XlsxError};

use super::columns::{COLUMNS, lost, rows};
use super::format::{ComparisonFormat, ComparisonOptions};
use super::heads::{LOST, SILENCE, caveats, cell, label, title};
use crate::compare::{Cell, Column, Comparison};
use crate::report::columns::CellValue;
use crate::report::format::Readers;
use crate::report::shortfall::name;
use crate::report::xlsx::cell_formats::CellFormats;
use crate::report::xlsx::{evidence, sheet};
use crate::result::CheckResult;
use crate::source::Fault;
use crate::standing::Outcome;

/// The format.
pub(super) const FORMAT: ComparisonFormat = ComparisonFormat {
    name: "xlsx",
    about: "A workbook: the matrix, every finding, and the evidence",
    binary: true,
    render,
    pieces: None,
    readers: Readers::Packed,
};

/// What is counted of a column.
type Count = fn(&Column<'_>) -> usize;

/// Columns before the first of the matrix: what a row is called, its group, its day, its coverage.
const LEAD: [(&str, u8); 5] =
    [("Force id", 20), ("Force", 26), ("Group", 16), ("Facts of", 12), ("Stated", 9)];

fn render(comparison: &Comparison<'_>, _: ComparisonOptions) -> Result<Vec<u8>, Fault> {
    workbook(comparison).map_err(|error| {
        Fault::whole("output::unwritten", format!("no workbook could be made: {error}"))
    })
}

fn workbook(comparison: &Comparison<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let assessments = &comparison.territory.assessments;
    let day = assessments.iter().map(|gated| gated.assessment.assessed_on).max();
    let made = sheet::date(day.unwrap_or(sheet::FIRST_DAY))?;
    let title = title(comparison);
    let properties = DocProperties::new()
        .set_title(&title)
        .set_author(&comparison.territory.run.program)
        .set_creation_datetime(&made);
    book.set_properties(&properties);
    let formats = CellFormats::new();
    matrix(book.add_worksheet(), comparison, &formats)?;
    findings(book.add_worksheet(), comparison, &formats)?;
    let rows = comparison.matrix.rows.iter().map(|row| row.gated.clone());
    let result = CheckResult { run: comparison.territory.run.clone(), assessments: rows.collect() };
    evidence::write(book.add_worksheet(), &result, &formats)?;
    about(book.add_worksheet(), comparison, &title, &formats)?;
    book.save_to_buffer()
}

fn matrix(
    to: &mut Worksheet,
    comparison: &Comparison<'_>,
    formats: &CellFormats,
) -> Result<(), XlsxError> {
    to.set_name("Matrix")?;
    let upright = formats.head.clone().set_rotation(90);
    for (at, (head, width)) in (0..).zip(LEAD) {
        sheet::say(to, 0, at, head, &formats.head)?;
        to.set_column_width(at, width)?;
    }
    let matrix = &comparison.matrix;
    let lead = u16::try_from(LEAD.len()).unwrap_or(u16::MAX);
    for (at, column) in (lead..).zip(&matrix.columns) {
        sheet::say(to, 0, at, &format!("{} ({})", column.title, column.key), &upright)?;
        to.set_column_width(at, 13)?;
    }
    to.set_row_height(0, 240)?;
    let mut last: u32 = 0;
    for (index, row) in matrix.rows.iter().enumerate() {
        last += 1;
        let of = &row.gated.assessment;
        let group = comparison.peers.iter().find(|peers| peers.rows.contains(&index));
        let (stated, all) = row.coverage();
        sheet::say(to, last, 0, of.force.as_str(), &formats.name)?;
        sheet::say(to, last, 1, name(row.gated), &formats.plain)?;
        sheet::say(to, last, 2, group.map_or("", |of| of.name.as_str()), &formats.plain)?;
        sheet::put(to, last, 3, &CellValue::Day(of.as_of), formats, &formats.plain)?;
        sheet::say(to, last, 4, &format!("{stated} of {all}"), &formats.plain)?;
        for (at, one) in (lead..).zip(&row.cells) {
            sheet::say(to, last, at, &cell(one), colour(one, formats))?;
        }
    }
    for lost in &comparison.territory.lost {
        last += 1;
        sheet::say(to, last, 0, &lost.file, &formats.name)?;
        sheet::say(to, last, 1, LOST, &formats.alarm)?;
    }
    let totals: [(&str, Count); 4] = [
        ("Met", |column| column.tally.met),
        ("Gaps", |column| column.gaps()),
        ("Not evidenced", |column| column.tally.not_evidenced),
        ("Asked", |column| column.tally.total()),
    ];
    let filtered = last;
    for (head, count) in totals {
        last += 1;
        sheet::say(to, last, 0, head, &formats.name)?;
        for (at, column) in (lead..).zip(&matrix.columns) {
            let count = u32::try_from(count(column)).unwrap_or(u32::MAX);
            sheet::put(to, last, at, &CellValue::Number(count), formats, &formats.plain)?;
        }
    }
    let columns = lead.saturating_add(u16::try_from(matrix.columns.len()).unwrap_or(u16::MAX));
    sheet::table(to, filtered, columns)?;
    to.set_freeze_panes(1, 2)?.set_repeat_columns(0, 1)?;
    Ok(())
}

fn colour<'a>(cell: &Cell<'_>, formats: &'a CellFormats) -> &'a Format {
    cell.outcome().map_or(&formats.plain, |outcome| formats.outcome(outcome))
}

fn findings(
    to: &mut Worksheet,
    comparison: &Comparison<'_>,
    formats: &CellFormats,
) -> Result<(), XlsxError> {
    to.set_name("Findings")?;
    for (at, column) in (0..).zip(COLUMNS) {
        sheet::say(to, 0, at, column.title, &formats.head)?;
        to.set_column_width(at, column.width)?;
    }
    let mut last: u32 = 0;
    let about = comparison.about();
    let assessed = comparison.matrix.rows.iter().map(|row| row.gated);
    for row in assessed.flat_map(|of| rows(&about, of, comparison.step_to(of))) {
        last += 1;
        for (at, column) in (0..).zip(COLUMNS) {
            let format = match column.key {
                "value" => colour(&row.cell, formats),
                _ => &formats.plain,
            };
            sheet::put(to, last, at, &(column.of)(&row), formats, format)?;
        }
    }
    for lost in &comparison.territory.lost {
        last += 1;
        for (at, cell) in (0..).zip(self::lost(&about, &lost.file)) {
            sheet::put(to, last, at, &cell, formats, &formats.plain)?;
        }
    }
    sheet::table(to, last, u16::try_from(COLUMNS.len()).unwrap_or(u16::MAX))
}

fn about(
    to: &mut Worksheet,
    comparison: &Comparison<'_>,
    title: &str,
    formats: &CellFormats,
) -> Result<(), XlsxError> {
    to.set_name("About")?.set_screen_gridlines(false);
    sheet::paper(to);
    to.set_column_width(0, 90)?;
    sheet::say(to, 0, 0, title, &formats.title)?;
    let mut row = 1;
    for caveat in caveats(comparison) {
        sheet::say(to, row, 0, &caveat, formats.outcome(Outcome::NotMet))?;
        row += 1;
    }
    let rows: Vec<String> =
        comparison.matrix.rows.iter().map(|row| label(comparison, row)).collect();
    for said in [SILENCE.to_owned(), format!("Rows: {}.", rows.join(", "))] {
        sheet::say(to, row, 0, &said, &formats.plain)?;
        row += 1;
    }
    Ok(())
}
