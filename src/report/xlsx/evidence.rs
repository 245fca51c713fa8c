//! The sheet of evidence: a row for every quote and citation, with where it stands.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::super::columns::{CellValue, text};
use super::super::shortfall::name;
use super::super::words::time;
use super::cell_formats::CellFormats;
use super::sheet;
use crate::assessment::Cited;
use crate::result::CheckResult;
use crate::standing::Words as _;

const HEADS: [(&str, u8); 12] = [
    ("Force", 18),
    ("What it speaks for", 24),
    ("Its state", 12),
    ("Words", 60),
    ("Source", 28),
    ("Date", 12),
    ("Backed by", 12),
    ("Found in", 24),
    ("Page", 7),
    ("Line", 7),
    ("Page named", 8),
    ("Line named", 8),
];

/// Writes the sheet.
pub(in crate::report) fn write(
    to: &mut Worksheet,
    result: &CheckResult,
    formats: &CellFormats,
) -> Result<(), XlsxError> {
    to.set_name("Evidence")?;
    for (at, (head, width)) in (0..).zip(HEADS) {
        sheet::say(to, 0, at, head, &formats.head)?;
        to.set_column_width(at, width)?;
    }
    let mut last = 0;
    for gated in &result.assessments {
        let of = &gated.assessment;
        let standing = of.arrangements.iter().flat_map(|one| {
            one.evidence.iter().map(|cited| (&*one.title, one.state.word(), cited))
        });
        let informed = of.information.iter().flat_map(|one| {
            one.evidence.iter().map(|cited| (one.note.as_str(), "for information", cited))
        });
        for (about, state, cited) in standing.chain(informed) {
            last += 1;
            let cells = [text(name(gated)), text(about), text(state)].into_iter();
            let mut lines = Vec::new();
            for ((at, cell), (_, width)) in (0..).zip(cells.chain(cells_of(cited))).zip(HEADS) {
                if let CellValue::Text(said) = &cell {
                    lines.push(sheet::lines(said, width));
                }
                sheet::put(to, last, at, &cell, formats, &formats.plain)?;
            }
            sheet::fit(to, last, lines.into_iter())?;
        }
    }
    sheet::table(to, last, u16::try_from(HEADS.len()).unwrap_or(u16::MAX))
}

fn cells_of(cited: &Cited) -> [CellValue; 9] {
    let number = |number: Option<u32>| number.map_or(CellValue::Empty, CellValue::Number);
    let named = |number: Option<i64>| self::number(number);
    let place = cited.place.as_ref();
    [
        cited.quote.as_deref().map_or(CellValue::Empty, text),
        text(&cited.title),
        time(cited).map_or(CellValue::Empty, |time| text(&time)),
        text(cited.basis.word()),
        place.map_or_else(|| text("not checked"), |place| text(&place.file)),
        number(place.and_then(|place| place.page)),
        number(place.and_then(|place| u32::try_from(place.line).ok())),
        named(cited.page),
        named(cited.line),
    ]
}

fn number(named: Option<i64>) -> CellValue {
    named.and_then(|number| u32::try_from(number).ok()).map_or(CellValue::Empty, CellValue::Number)
}
