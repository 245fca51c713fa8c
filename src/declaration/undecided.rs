//! Passages of papers that a person must decide.

#[cfg(test)]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::document::Document;
use crate::reading::{Reading, Statement, Upshot};
use crate::rulebook::ArrangementId;
use crate::source::Place;

/// A passage of a paper that may speak of an arrangement: what it says, a person must decide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub struct Undecided {
    /// The arrangement.
    pub arrangement: ArrangementId,
    /// Where the passage begins.
    pub place: Place,
}

/// What a person must decide in a paper, in reading order.
pub(super) fn undecided(document: &Document, reading: &Reading) -> Vec<Undecided> {
    let open = |statement: &&Statement| matches!(statement.upshot, Upshot::Unsure(_));
    let passages = reading.statements.iter().filter(open).filter_map(|statement| {
        let spot = document.blocks.get(statement.block)?.spot(statement.sentence.start);
        let whole = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
        let (line, column) = (whole(spot.line), whole(spot.column));
        let place =
            Place { file: document.name.clone(), page: spot.page, sheet: None, line, column };
        Some(Undecided { arrangement: statement.arrangement.clone(), place })
    });
    let mut found: Vec<Undecided> = Vec::new();
    for passage in passages {
        // Several words of one sentence are one passage.
        if found.last() != Some(&passage) {
            found.push(passage);
        }
    }
    found
}
