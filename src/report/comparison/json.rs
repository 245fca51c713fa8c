//! `json`: the whole comparison, for programs. What is published is stated key by key in the views
//! here.

use std::collections::BTreeMap;

#[cfg(test)]
use schemars::JsonSchema;
use serde::Serialize;

use super::format::{ComparisonFormat, ComparisonOptions};
use super::heads::incomplete;
use super::sides::Side;
use crate::assessment::{Cited, Tally};
use crate::compare::{By, Cell, Change, Changes, Column, Comparison, GroupBy, History, Row};
use crate::report::format::Readers;
use crate::report::json::{JSON, Spacing, bytes, no_json};
use crate::result::{Gated, Rules};
use crate::source::{Fault, Place};
use crate::standing::{Day, ForceKind, Strength, Words as _};

/// The name and version of the shape.
pub const COMPARISON_SCHEMA: &str = "msacheck/comparison/1";

/// The format.
pub(super) const FORMAT: ComparisonFormat = ComparisonFormat {
    name: "json",
    about: "Complete, for programs",
    binary: false,
    render,
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

/// A date of a force, and its numbers as a check has them.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "ComparedDate", deny_unknown_fields))]
struct DateJson<'a> {
    /// The day of the facts.
    #[cfg_attr(test, schemars(with = "crate::standing::DayForm"))]
    as_of: Day,
    /// The day that was assessed.
    #[cfg_attr(test, schemars(with = "crate::standing::DayForm"))]
    assessed_on: Day,
    /// The files that it rests on, the latest first.
    files: Vec<&'a str>,
    /// How many arrangements may be declared.
    arrangements: usize,
    /// How many of them are stated.
    arrangements_stated: usize,
    /// Requirements in force and applicable, by outcome.
    in_force: Tally,
    /// The same of what is superseded.
    superseded: Tally,
}

/// Where a row meets a column.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "ComparedCell", deny_unknown_fields))]
struct CellJson<'a> {
    /// The column's key.
    column: &'a str,
    /// The outcome, or the state; nothing of an instrument, or where the rules of the row don't have it.
    value: Option<&'static str>,
    /// Of an instrument: how many of its requirements came out how.
    tally: Option<Tally>,
    /// Why, with the words behind it.
    side: Option<SideJson<'a>>,
}

/// What something came to at a date, and why.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "ComparedSide", deny_unknown_fields))]
struct SideJson<'a> {
    /// The day of the facts.
    #[cfg_attr(test, schemars(with = "crate::standing::DayForm"))]
    as_of: Day,
    /// The outcome, or the state.
    value: &'static str,
    /// Why, in words.
    why: String,
    /// The words behind it.
    evidence: Vec<&'a Cited>,
    /// Where it is decided.
    place: &'a Place,
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

/// A force over its dates.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "ForceOverTime", deny_unknown_fields))]
struct HistoryJson<'a> {
    /// The force's id.
    force: &'a str,
    /// Its dates, the oldest first.
    dates: Vec<DateJson<'a>>,
    /// What changed from each to the next.
    changes: Vec<ChangesJson<'a>>,
}

/// What changed between two dates.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "ChangesBetween", deny_unknown_fields))]
struct ChangesJson<'a> {
    /// The earlier day of facts.
    #[cfg_attr(test, schemars(with = "crate::standing::DayForm"))]
    before: Day,
    /// The later one.
    #[cfg_attr(test, schemars(with = "crate::standing::DayForm"))]
    after: Day,
    /// How many requirements changed how; those that are the same are counted, too.
    counts: BTreeMap<&'static str, usize>,
    /// The requirements that changed.
    requirements: Vec<RequirementJson<'a>>,
    /// The arrangements of which something else is said.
    arrangements: Vec<ArrangementJson<'a>>,
}

/// A requirement that changed.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "RequirementChange", deny_unknown_fields))]
struct RequirementJson<'a> {
    /// Its id.
    requirement: &'a str,
    /// What it claims.
    title: &'a str,
    /// How binding it is.
    strength: Strength,
    /// How to cite its source.
    citation: &'a str,
    /// What happened.
    change: Change,
    /// What it came to; nothing where the rules of that date don't have it.
    before: Option<SideJson<'a>>,
    /// The same of the later date.
    after: Option<SideJson<'a>>,
}

/// An arrangement of which something else is said.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "ArrangementChange", deny_unknown_fields))]
struct ArrangementJson<'a> {
    /// Its id.
    arrangement: &'a str,
    /// What it is called.
    title: &'a str,
    /// What happened.
    change: Change,
    /// How it stood; nothing where the rules of that date don't have it.
    before: Option<SideJson<'a>>,
    /// The same of the later date.
    after: Option<SideJson<'a>>,
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
            incomplete: incomplete(own).is_some(),
            unassessed: territory.run.unassessed.max(territory.lost.len()),
            lost: territory.lost.iter().map(|lost| lost.file.as_str()).collect(),
            by: matrix.by,
            group_by: own.group_by,
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
            cells: cells
                .map(|(column, cell)| {
                    let side = match cell {
                        Cell::Finding(finding) => Some(Side::of(row.gated, finding)),
                        Cell::Standing(standing) => Some(Side::of_standing(row.gated, standing)),
                        Cell::Tally(_) | Cell::Unknown => None,
                    };
                    let tally = match cell {
                        Cell::Tally(tally) => Some(*tally),
                        _ => None,
                    };
                    let value = side.as_ref().map(|side| side.word);
                    CellJson { column: column.key, value, tally, side: side.map(SideJson::from) }
                })
                .collect(),
        }
    }
}

impl<'a> From<&'a Gated> for DateJson<'a> {
    fn from(gated: &'a Gated) -> Self {
        let of = &gated.assessment;
        let counts = of.counts();
        Self {
            as_of: of.as_of,
            assessed_on: of.assessed_on,
            files: of.inputs.iter().map(|input| input.file.as_str()).collect(),
            arrangements: counts.arrangements,
            arrangements_stated: counts.arrangements_stated,
            in_force: counts.in_force,
            superseded: counts.superseded,
        }
    }
}

impl<'a> From<Side<'a>> for SideJson<'a> {
    fn from(side: Side<'a>) -> Self {
        let Side { as_of, word, why, evidence, place, .. } = side;
        Self { as_of, value: word, why, evidence, place }
    }
}

impl<'a> From<&'a History<'a>> for HistoryJson<'a> {
    fn from(own: &'a History<'a>) -> Self {
        Self {
            force: own.force().map_or("", |force| force.as_str()),
            dates: own.dates.iter().map(|gated| DateJson::from(*gated)).collect(),
            changes: own.steps.iter().map(ChangesJson::from).collect(),
        }
    }
}

impl<'a> From<&'a Changes<'a>> for ChangesJson<'a> {
    fn from(own: &'a Changes<'a>) -> Self {
        let (was, is) = (own.before, own.after);
        let changed = own.requirements.iter().filter(|one| one.change != Change::Same);
        let counts = Change::ALL.iter().map(|change| (change.word(), own.count(*change)));
        let requirement = |one: &'a crate::compare::RequirementChange<'a>| {
            let finding = one.either()?;
            Some(RequirementJson {
                requirement: finding.requirement.as_str(),
                title: &finding.title,
                strength: finding.strength,
                citation: &finding.citation,
                change: one.change,
                before: one.before.map(|of| Side::of(was, of).into()),
                after: one.after.map(|of| Side::of(is, of).into()),
            })
        };
        let arrangement = |one: &'a crate::compare::ArrangementChange<'a>| {
            let standing = one.either()?;
            Some(ArrangementJson {
                arrangement: standing.arrangement.as_str(),
                title: &standing.title,
                change: one.change,
                before: one.before.map(|of| Side::of_standing(was, of).into()),
                after: one.after.map(|of| Side::of_standing(is, of).into()),
            })
        };
        Self {
            before: was.assessment.as_of,
            after: is.assessment.as_of,
            counts: counts.filter(|(_, count)| *count > 0).collect(),
            requirements: changed.filter_map(requirement).collect(),
            arrangements: own.arrangements_changed().filter_map(arrangement).collect(),
        }
    }
}
