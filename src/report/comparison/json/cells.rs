//! What stands where a force meets a requirement, an arrangement or an instrument.

#[cfg(test)]
use schemars::JsonSchema;
use serde::Serialize;

use super::date::SideJson;
use crate::assessment::Tally;
use crate::compare::{Cell, Column};
use crate::report::comparison::sides::Side;
use crate::result::Gated;

/// Where a row meets a column.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "ComparedCell", deny_unknown_fields))]
pub(super) struct CellJson<'a> {
    /// The column's key.
    column: &'a str,
    /// The outcome, or the state; nothing of an instrument, or where the rules of the row don't have it.
    value: Option<&'static str>,
    /// Of an instrument: how many of its requirements came out how.
    tally: Option<Tally>,
    /// Why, with the words behind it.
    side: Option<SideJson<'a>>,
}

impl<'a> CellJson<'a> {
    pub(super) fn of(gated: &'a Gated, column: &Column<'a>, cell: Cell<'a>) -> Self {
        let side = match cell {
            Cell::Finding(finding) => Some(Side::of(gated, finding)),
            Cell::Standing(standing) => Some(Side::of_standing(gated, standing)),
            Cell::Tally(_) | Cell::Unknown => None,
        };
        let tally = match cell {
            Cell::Tally(tally) => Some(tally),
            _ => None,
        };
        let value = side.as_ref().map(|side| side.word);
        Self { column: column.key, value, tally, side: side.map(SideJson::from) }
    }
}
