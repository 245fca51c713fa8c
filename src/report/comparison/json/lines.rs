//! `ndjson`: a force a line, and a last line that says what they rest on.
//!
//! What changed stands first in a line: it is most of it, and is written while the dates are gone through.

#[cfg(test)]
use schemars::JsonSchema;
use serde::Serialize;

use super::cells::CellJson;
use super::date::DateJson;
use super::history::ChangesJson;
use crate::compare::{About, By, Comparison, Dates, GroupBy, Matrix, OneDate};
use crate::report::comparison::format::{ComparisonFormat, ComparisonOptions};
use crate::report::comparison::pieces::{ComparisonPiece, ComparisonPieces};
use crate::report::format::Readers;
use crate::report::json::{JSON, compact};
use crate::result::Rules;
use crate::source::Fault;
use crate::standing::ForceKind;

/// The name and version of the shape of a line that holds one force.
pub const COMPARISON_FORCE_SCHEMA: &str = "msacheck/comparison-force-line/1";

/// The name and version of the shape of the last line, which says what the others rest on.
pub const COMPARISON_SUMMARY_SCHEMA: &str = "msacheck/comparison-summary-line/1";

/// The format.
pub(in crate::report::comparison) const LINES: ComparisonFormat = ComparisonFormat {
    name: "ndjson",
    about: "For programs that read line by line: a force each, a summary last",
    binary: false,
    render,
    pieces: Some(PIECES),
    readers: Readers::Programs(JSON),
};

const PIECES: ComparisonPieces =
    ComparisonPieces { head: |_| Ok(Vec::new()), dates: |_| Dates::Every, date, tail };

/// A force, what changed from each of its dates to the next, and what it came to at its latest.
#[cfg(test)]
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ComparedForceLine", deny_unknown_fields)]
pub(in crate::report) struct ForceLine<'a> {
    #[serde(flatten)]
    start: LineStart<'a>,
    /// What changed from each date to the next.
    changes: Vec<ChangesJson<'a>>,
    /// Its dates, the oldest first.
    dates: Vec<DateJson<'a>>,
    #[serde(flatten)]
    end: LineEnd<'a>,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
struct LineStart<'a> {
    /// The name and version of this shape.
    #[cfg_attr(test, schemars(extend("const" = COMPARISON_FORCE_SCHEMA)))]
    schema: &'static str,
    /// The force's id.
    force: &'a str,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
struct LineEnd<'a> {
    /// Its name.
    name: Option<&'a str>,
    /// What kind of force it is.
    kind: ForceKind,
    /// Its group, where forces are grouped.
    group: Option<String>,
    /// What it came to at the latest, in the order of the rules: what it isn't asked among it.
    cells: Vec<CellJson<'a>>,
}

/// The last of the lines: what they rest on, how many they are, and which inputs have no line because they
/// couldn't be assessed.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "ComparisonSummaryLine", deny_unknown_fields))]
pub(in crate::report) struct SummaryLine<'a> {
    /// The name and version of this shape.
    #[cfg_attr(test, schemars(extend("const" = COMPARISON_SUMMARY_SCHEMA)))]
    schema: &'static str,
    /// The program and its version.
    program: &'a str,
    /// The rule packs.
    rules: &'a Rules,
    /// Were some assessed by other rules than the rest?
    other_rules: bool,
    /// Which requirements are compared; nothing where all are.
    filtered: Option<&'a str>,
    /// Is an input missing?
    incomplete: bool,
    /// How many inputs couldn't be assessed.
    unassessed: usize,
    /// Their files, as far as they are known.
    lost: Vec<&'a str>,
    /// What a cell is of.
    by: By,
    /// What forces are grouped by; nothing where they aren't.
    group_by: Option<GroupBy>,
    /// How many forces have a line.
    forces: usize,
}

/// What stands before the changes with the first date, and behind the dates with the latest.
fn date(about: &About<'_>, date: OneDate<'_>) -> Result<ComparisonPiece, Fault> {
    let OneDate { gated, step, before, after } = date;
    let of = &gated.assessment;
    let (mut at_once, mut at_end) = (Vec::new(), Vec::new());
    if before == 0 {
        at_once =
            compact(&LineStart { schema: COMPARISON_FORCE_SCHEMA, force: of.force.as_str() })?;
        // What follows stands in the same object.
        at_once.pop();
        at_once.extend(b",\"changes\":[");
    }
    if let Some(step) = step {
        at_once.extend(if before > 1 { &b","[..] } else { b"" });
        at_once.extend(compact(&ChangesJson::from(step))?);
    }
    at_end.extend(if before > 0 { &b","[..] } else { b"" });
    at_end.extend(compact(&DateJson::from(gated))?);
    if after == 0 {
        at_once.extend(b"],\"dates\":[");
        let end = compact(&LineEnd {
            name: of.name.as_deref(),
            kind: of.kind,
            group: about.asked.group(&of.force, of.kind),
            cells: Matrix::cells_of(about.asked.by, gated)
                .map(|(column, cell)| CellJson::of(gated, &column, cell))
                .collect(),
        })?;
        let keys = end.strip_prefix(b"{").unwrap_or(&end);
        at_end.extend([b"],", keys, b"\n"].concat());
    }
    Ok(ComparisonPiece { at_once, at_end, is_last: after == 0 })
}

fn tail(about: &About<'_>, forces: usize) -> Result<Vec<u8>, Fault> {
    let run = about.run;
    let mut line = compact(&SummaryLine {
        schema: COMPARISON_SUMMARY_SCHEMA,
        program: &run.program,
        rules: &run.rules,
        other_rules: about.other_rules,
        filtered: run.filtered.as_deref(),
        incomplete: run.incomplete(),
        unassessed: run.unassessed,
        lost: about.lost.iter().map(|lost| lost.file.as_str()).collect(),
        by: about.asked.by,
        group_by: about.asked.group_by,
        forces,
    })?;
    line.push(b'\n');
    Ok(line)
}

fn render(comparison: &Comparison<'_>, _: ComparisonOptions) -> Result<Vec<u8>, Fault> {
    PIECES.put_together(comparison)
}
