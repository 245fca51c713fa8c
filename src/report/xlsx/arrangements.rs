//! The sheet of arrangements: every one that may be declared, stated or not, with all its details, how well
//! it is backed, and its words. Whatever a force states of an arrangement stands in a cell here.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::super::columns::{CellValue, quoted, text};
use super::super::outline::details;
use super::super::prose::capital;
use super::super::shortfall::name;
use super::cell_formats::CellFormats;
use super::sheet;
use crate::assessment::Standing;
use crate::report::words;
use crate::result::{CheckResult, Gated};
use crate::standing::Words;

const HEADS: [(&str, u8); 13] = [
    ("Force", 18),
    ("Arrangement", 24),
    ("Headline", 9),
    ("State", 12),
    ("What is said", 34),
    ("Since", 11),
    ("Details", 40),
    ("Note", 30),
    ("Backed by", 11),
    ("Words", 44),
    ("Declared, and not counted", 14),
    ("File", 24),
    ("Line", 7),
];

/// Where the state stands among the columns.
const STATE: u16 = 3;

/// Writes the sheet.
pub(super) fn write(
    to: &mut Worksheet,
    result: &CheckResult,
    formats: &CellFormats,
) -> Result<(), XlsxError> {
    to.set_name("Arrangements")?;
    for (at, (head, width)) in (0..).zip(HEADS) {
        sheet::say(to, 0, at, head, &formats.head)?;
        to.set_column_width(at, width)?;
    }
    let all = result.assessments.iter().flat_map(|gated| {
        gated.assessment.arrangements.iter().map(move |standing| (gated, standing))
    });
    let mut last = 0;
    for (row, (gated, standing)) in (1..).zip(all) {
        last = row;
        let mut lines = Vec::new();
        for ((at, cell), (_, width)) in (0..).zip(cells(gated, standing)).zip(HEADS) {
            if let CellValue::Text(said) = &cell {
                lines.push(sheet::lines(said, width));
            }
            let format = match at {
                STATE => formats.outcome(standing.state.into()),
                _ => &formats.plain,
            };
            sheet::put(to, row, at, &cell, formats, format)?;
        }
        sheet::fit(to, row, lines.into_iter())?;
    }
    sheet::table(to, last, u16::try_from(HEADS.len()).unwrap_or(u16::MAX))
}

fn cells(gated: &Gated, standing: &Standing) -> [CellValue; 13] {
    let optional = |said: Option<&str>| said.map_or(CellValue::Empty, text);
    let quotes: Vec<String> = standing
        .evidence
        .iter()
        .map(|cited| quoted(cited).unwrap_or_else(|| capital(&cited.title)))
        .collect();
    [
        text(name(gated)),
        text(&standing.title),
        text(if standing.headline { "yes" } else { "no" }),
        text(standing.state.word()),
        text(&capital(&words::state(&standing.stands))),
        optional(standing.since.map(|since| since.to_string()).as_deref()),
        optional(details(standing).as_deref()),
        optional(standing.note.as_deref()),
        optional(standing.basis.map(Words::word)),
        text(&quotes.join(" ")),
        optional(standing.declared.map(Words::word)),
        text(&standing.place.file),
        u32::try_from(standing.place.line).map_or(CellValue::Empty, CellValue::Number),
    ]
}
