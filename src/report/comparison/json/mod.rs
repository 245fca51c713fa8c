//! `json`: the whole comparison, for programs. What is published is stated key by key in the views
//! here.

mod cells;
mod date;
mod history;
mod lines;

#[cfg(test)]
use schemars::JsonSchema;
use serde::Serialize;

use super::format::{ComparisonFormat, ComparisonOptions};
use crate::assessment::Tally;
use crate::compare::{By, Column, Comparison, GroupBy, Row};
use crate::report::format::Readers;
use crate::report::json::{JSON, Spacing, bytes, no_json};
use crate::result::Rules;
use crate::source::Fault;
use crate::standing::{ForceKind, Strength};
use cells::CellJson;
use date::DateJson;
use history::HistoryJson;

pub(super) use lines::LINES;
pub use lines::{COMPARISON_FORCE_SCHEMA, COMPARISON_SUMMARY_SCHEMA};
#[cfg(test)]
pub(in crate::report) use lines::{ForceLine, SummaryLine};

/// The name and version of the shape.
pub const COMPARISON_SCHEMA: &str = "msacheck/comparison/1";

/// The format.
pub(super) const FORMAT: ComparisonFormat = ComparisonFormat {
    name: "json",
    about: "Complete, for programs",
    binary: false,
    render,
    pieces: None,
    readers: Readers::Programs(JSON),
};

fn render(comparison: &Comparison<'_>, _: ComparisonOptions) -> Result<Vec<u8>, Fault> {
    bytes(&ComparisonJson::of(comparison), Spacing::Indented).map_err(|error| no_json(&error))
}

/// Assessments side by side.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "Comparison", deny_unknown_fields))]
pub(in crate::report) struct ComparisonJson<'a> {
    /// The name and version of this shape.
    #[cfg_attr(test, schemars(extend("const" = COMPARISON_SCHEMA)))]
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
    /// What a column is.
    by: By,
    /// What forces are grouped by; nothing where they aren't.
    group_by: Option<GroupBy>,
    /// In the order of the rules; what is superseded last.
    columns: Vec<ColumnJson<'a>>,
    /// A row a force, at its latest date; of one force alone, a row a date.
    rows: Vec<RowJson<'a>>,
    /// The groups; none where forces aren't grouped.
    groups: Vec<GroupJson<'a>>,
    /// The keys of the columns that most rows fall short of, the most first; without powers and what is
    /// superseded.
    commonest_gaps: Vec<&'a str>,
    /// The keys of those that every row meets of which they are asked.
    met_by_every: Vec<&'a str>,
    /// The keys of those that no row meets.
    met_by_none: Vec<&'a str>,
    /// The forces of which there are several dates.
    histories: Vec<HistoryJson<'a>>,
}

/// A column, and what it comes to.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "ComparedColumn", deny_unknown_fields))]
struct ColumnJson<'a> {
    /// The id of the requirement, the arrangement or the instrument.
    key: &'a str,
    /// What it is called.
    title: &'a str,
    /// How binding it is, where it is a requirement.
    strength: Option<Strength>,
    /// Whether it is superseded wherever it is asked.
    superseded: bool,
    /// How many rows came out how. Of an instrument: how many requirements of all rows.
    tally: Tally,
    /// How many of those asked say anything.
    stated: usize,
    /// How many fall short.
    gaps: usize,
    /// In how many rows it isn't asked, or isn't known.
    unasked: usize,
}

/// A row.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "ComparedRow", deny_unknown_fields))]
struct RowJson<'a> {
    /// The force's id.
    force: &'a str,
    /// Its name.
    name: Option<&'a str>,
    /// What kind of force it is.
    kind: ForceKind,
    /// Its group, where forces are grouped.
    group: Option<&'a str>,
    #[serde(flatten)]
    date: DateJson<'a>,
    /// A cell a column.
    cells: Vec<CellJson<'a>>,
}

/// A group of forces.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "ComparedGroup", deny_unknown_fields))]
struct GroupJson<'a> {
    /// Its name.
    name: &'a str,
    /// The ids of its forces.
    forces: Vec<&'a str>,
    /// What each column comes to, in the order of the columns.
    tallies: &'a [Tally],
}

impl<'a> ComparisonJson<'a> {
    fn of(own: &'a Comparison<'a>) -> Self {
        let (territory, matrix) = (own.territory, &own.matrix);
        Self {
            schema: COMPARISON_SCHEMA,
            program: &territory.run.program,
            rules: &territory.run.rules,
            other_rules: territory.other_rules,
            filtered: territory.run.filtered.as_deref(),
            incomplete: territory.run.incomplete(),
            unassessed: territory.run.unassessed,
            lost: territory.lost.iter().map(|lost| lost.file.as_str()).collect(),
            by: matrix.by,
            group_by: own.asked.group_by,
            columns: matrix.columns.iter().map(ColumnJson::from).collect(),
            rows: matrix
                .rows
                .iter()
                .enumerate()
                .map(|(at, row)| RowJson::of(own, at, row))
                .collect(),
            groups: own
                .peers
                .iter()
                .map(|peers| GroupJson {
                    name: &peers.name,
                    forces: matrix
                        .rows
                        .get(peers.rows.clone())
                        .unwrap_or_default()
                        .iter()
                        .map(|row| row.gated.assessment.force.as_str())
                        .collect(),
                    tallies: &peers.tallies,
                })
                .collect(),
            commonest_gaps: matrix.commonest_gaps().iter().map(|column| column.key).collect(),
            met_by_every: matrix.met_by_every().map(|column| column.key).collect(),
            met_by_none: matrix.met_by_none().map(|column| column.key).collect(),
            histories: own.histories.iter().map(HistoryJson::from).collect(),
        }
    }
}

impl<'a> From<&'a Column<'a>> for ColumnJson<'a> {
    fn from(own: &'a Column<'a>) -> Self {
        Self {
            key: own.key,
            title: own.title,
            strength: own.strength,
            superseded: own.superseded,
            tally: own.tally,
            stated: own.stated(),
            gaps: own.gaps(),
            unasked: own.unasked,
        }
    }
}

impl<'a> RowJson<'a> {
    fn of(comparison: &'a Comparison<'a>, at: usize, row: &'a Row<'a>) -> Self {
        let of = &row.gated.assessment;
        let group = comparison.peers.iter().find(|peers| peers.rows.contains(&at));
        let cells = comparison.matrix.columns.iter().zip(&row.cells);
        Self {
            force: of.force.as_str(),
            name: of.name.as_deref(),
            kind: of.kind,
            group: group.map(|peers| peers.name.as_str()),
            date: DateJson::from(row.gated),
            cells: cells.map(|(column, cell)| CellJson::of(row.gated, column, *cell)).collect(),
        }
    }
}
