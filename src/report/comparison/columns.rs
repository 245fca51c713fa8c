//! A comparison as rows: one where a row of the matrix meets a column, with the date before beside it.

use super::heads::{LOST, cell};
use super::sides::Side;
use crate::compare::{About, Cell, Change, Changes, Column, Matrix};
use crate::report::columns::{CellValue, quoted, text};
use crate::report::prose::capital;
use crate::report::shortfall::name;
use crate::result::Gated;
use crate::source::Place;
use crate::standing::Words as _;

/// What a row of the sheet is about.
pub(super) struct SheetRow<'a> {
    /// The comparison that it stands in.
    pub(super) about: &'a About<'a>,
    /// The assessment.
    pub(super) gated: &'a Gated,
    /// The column of the matrix.
    pub(super) column: Column<'a>,
    /// What stands where they meet.
    pub(super) cell: Cell<'a>,
    /// What changed since the date before, where there is one.
    pub(super) step: Option<&'a Changes<'a>>,
}

/// A column of the sheet.
pub(super) struct SheetColumn {
    /// Its name to programs.
    pub(super) key: &'static str,
    /// Its name to people.
    pub(super) title: &'static str,
    /// How wide it is where it has a width, in digits.
    pub(super) width: u8,
    /// What stands in it.
    pub(super) of: fn(&SheetRow<'_>) -> CellValue,
}

/// All columns.
pub(super) const COLUMNS: &[SheetColumn] = &[
    column("force", "Force id", 18, |of| text(of.gated.assessment.force.as_str())),
    column("name", "Force", 22, |of| text(name(of.gated))),
    column("group", "Group", 18, |of| of.group().map_or(CellValue::Empty, |group| text(&group))),
    column("as_of", "Facts of", 12, |of| CellValue::Day(of.gated.assessment.as_of)),
    column("assessed_on", "Assessed as at", 12, |of| {
        CellValue::Day(of.gated.assessment.assessed_on)
    }),
    column("column", "Id", 28, |of| text(of.column.key)),
    column("title", "What is asked", 34, |of| text(of.column.title)),
    column("strength", "How binding", 13, |of| {
        of.column.strength.map_or(CellValue::Empty, |strength| text(strength.word()))
    }),
    column("superseded", "Superseded", 11, |of| {
        text(if of.is_superseded() { "yes" } else { "no" })
    }),
    column("value", "Outcome", 15, |of| text(&cell(&of.cell))),
    column("why", "Why", 40, |of| of.now().map_or(CellValue::Empty, |of| text(&capital(&of.why)))),
    column("words", "Words", 44, |of| of.now().map_or(CellValue::Empty, |of| quotes(&of))),
    column("change", "Since the date before", 15, |of| {
        of.change().map_or(CellValue::Empty, |change| text(change.word()))
    }),
    column("before_as_of", "Facts before of", 12, |of| {
        of.before().map_or(CellValue::Empty, |of| CellValue::Day(of.as_of))
    }),
    column("before", "Outcome before", 15, |of| {
        of.before().map_or(CellValue::Empty, |of| text(of.word))
    }),
    column("before_why", "Why before", 40, |of| {
        of.before().map_or(CellValue::Empty, |of| text(&capital(&of.why)))
    }),
    column("before_words", "Words before", 44, |of| {
        of.before().map_or(CellValue::Empty, |of| quotes(&of))
    }),
    column("citation", "Source", 24, |of| match of.cell {
        Cell::Finding(finding) => text(&finding.citation),
        Cell::Standing(_) | Cell::Tally(_) | Cell::Unknown => CellValue::Empty,
    }),
    column("file", "File", 28, |of| text(&of.place().file)),
    column("line", "Line", 7, |of| {
        u32::try_from(of.place().line).map_or(CellValue::Empty, CellValue::Number)
    }),
    column("complete", "All inputs assessed", 14, |of| complete(of.about)),
];

fn complete(about: &About<'_>) -> CellValue {
    text(about.run.what_is_missing().as_deref().unwrap_or("yes"))
}

const fn column(
    key: &'static str,
    title: &'static str,
    width: u8,
    of: fn(&SheetRow<'_>) -> CellValue,
) -> SheetColumn {
    SheetColumn { key, title, width, of }
}

/// The rows of an assessment, what it isn't asked among them.
pub(super) fn rows<'a>(
    about: &'a About<'a>,
    gated: &'a Gated,
    step: Option<&'a Changes<'a>>,
) -> impl Iterator<Item = SheetRow<'a>> {
    let cells = Matrix::cells_of(about.asked.by, gated);
    cells.map(move |(column, cell)| SheetRow { about, gated, column, cell, step })
}

/// The cells of an input that couldn't be assessed: only its file and that it is so are known.
pub(super) fn lost<'a>(
    about: &'a About<'a>,
    file: &'a str,
) -> impl Iterator<Item = CellValue> + 'a {
    COLUMNS.iter().map(move |column| match column.key {
        "file" => text(file),
        "value" => text(LOST),
        "complete" => complete(about),
        _ => CellValue::Empty,
    })
}

impl<'a> SheetRow<'a> {
    fn group(&self) -> Option<String> {
        let of = &self.gated.assessment;
        self.about.asked.group(&of.force, of.kind)
    }

    fn is_superseded(&self) -> bool {
        match self.cell {
            Cell::Finding(finding) => finding.superseded,
            Cell::Standing(_) | Cell::Tally(_) | Cell::Unknown => self.column.superseded,
        }
    }

    fn now(&self) -> Option<Side<'a>> {
        match self.cell {
            Cell::Finding(finding) => Some(Side::of(self.gated, finding)),
            Cell::Standing(standing) => Some(Side::of_standing(self.gated, standing)),
            Cell::Tally(_) | Cell::Unknown => None,
        }
    }

    fn before(&self) -> Option<Side<'a>> {
        let step = self.step?;
        match self.cell {
            Cell::Finding(finding) => {
                let was = step.requirement(&finding.requirement)?.before?;
                Some(Side::of(step.before, was))
            }
            Cell::Standing(standing) => {
                let was = step.arrangement(&standing.arrangement)?.before?;
                Some(Side::of_standing(step.before, was))
            }
            Cell::Tally(_) | Cell::Unknown => None,
        }
    }

    fn change(&self) -> Option<Change> {
        match self.cell {
            Cell::Finding(finding) => Some(self.step?.requirement(&finding.requirement)?.change),
            Cell::Standing(own) => Some(self.step?.arrangement(&own.arrangement)?.change),
            Cell::Tally(_) | Cell::Unknown => None,
        }
    }

    fn place(&self) -> &'a Place {
        match self.cell {
            Cell::Finding(finding) => &finding.place,
            Cell::Standing(standing) => &standing.place,
            Cell::Tally(_) | Cell::Unknown => &self.gated.assessment.place,
        }
    }
}

fn quotes(side: &Side<'_>) -> CellValue {
    let said: Vec<String> = side.evidence.iter().filter_map(|cited| quoted(cited)).collect();
    if said.is_empty() { CellValue::Empty } else { text(&said.join(" ")) }
}
