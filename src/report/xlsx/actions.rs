//! The sheet of actions: a row for each of them and each requirement that it is to close, so that it can
//! be sorted by owner, by deadline or by gap.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::super::actions::rows;
use super::super::columns::{CellValue, text};
use super::super::prose::capital;
use super::super::shortfall::name;
use super::cell_formats::CellFormats;
use super::sheet;
use crate::actions::Progress;
use crate::result::CheckResult;
use crate::standing::{Outcome, Words as _};

const HEADS: [(&str, u8); 12] = [
    ("Force", 18),
    ("What it is to close", 34),
    ("Outcome", 14),
    ("Who", 24),
    ("By", 12),
    ("Status", 10),
    ("How it stands", 22),
    ("Note", 40),
    ("What closes it", 36),
    ("Requirement", 26),
    ("File", 20),
    ("Line", 7),
];

/// Where the outcome stands among the columns, and how it stands.
const OUTCOME: u16 = 2;
const STANDS: u16 = 6;

/// Writes the sheet.
pub(super) fn write(
    to: &mut Worksheet,
    result: &CheckResult,
    formats: &CellFormats,
) -> Result<(), XlsxError> {
    to.set_name("Actions")?;
    for (at, (head, width)) in (0..).zip(HEADS) {
        sheet::say(to, 0, at, head, &formats.head)?;
        to.set_column_width(at, width)?;
    }
    let mut last = 0;
    for gated in &result.assessments {
        for row in rows(gated) {
            for (id, finding) in &row.closes {
                last += 1;
                let progress = gated.actions.progress_on(row.action, id, &gated.assessment);
                let outcome = finding.map(|finding| finding.outcome);
                let stands = match progress {
                    Progress::Open => row.action.status.word(),
                    other => other.word(),
                };
                let place = &row.action.place;
                let cells = [
                    text(name(gated)),
                    finding.map_or(CellValue::Empty, |finding| text(&finding.title)),
                    text(outcome.map_or("not asked", Outcome::word)),
                    text(&row.action.owner),
                    CellValue::Day(row.action.deadline),
                    text(row.action.status.word()),
                    text(&capital(stands)),
                    row.action.note.as_deref().map_or(CellValue::Empty, text),
                    finding.map_or(CellValue::Empty, |finding| text(&finding.remedy)),
                    text(id.as_str()),
                    text(&place.file),
                    u32::try_from(place.line).map_or(CellValue::Empty, CellValue::Number),
                ];
                let mut lines = Vec::new();
                for ((at, cell), (_, width)) in (0..).zip(cells).zip(HEADS) {
                    if let CellValue::Text(said) = &cell {
                        lines.push(sheet::lines(said, width));
                    }
                    let format = match at {
                        OUTCOME => outcome.map_or(&formats.plain, |one| formats.outcome(one)),
                        STANDS => formats.outcome(colour(progress)),
                        _ => &formats.plain,
                    };
                    sheet::put(to, last, at, &cell, formats, format)?;
                }
                sheet::fit(to, last, lines.into_iter())?;
            }
        }
    }
    sheet::table(to, last, u16::try_from(HEADS.len()).unwrap_or(u16::MAX))
}

/// The outcome whose colour says the same.
fn colour(progress: Progress) -> Outcome {
    match progress {
        Progress::Overdue | Progress::SaidDone => Outcome::NotMet,
        Progress::Open => Outcome::Planned,
        Progress::Closed | Progress::MetAlready => Outcome::Met,
        Progress::Dropped => Outcome::NotEvidenced,
        Progress::NotAsked => Outcome::NotApplicable,
    }
}
