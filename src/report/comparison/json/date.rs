//! A date of a force, and what something came to at it, as they are published.

#[cfg(test)]
use schemars::JsonSchema;
use serde::Serialize;

use crate::assessment::{Cited, Tally};
use crate::report::comparison::sides::Side;
use crate::result::Gated;
use crate::source::Place;
use crate::standing::Day;

/// A date of a force, and its numbers as a check has them.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "ComparedDate", deny_unknown_fields))]
pub(super) struct DateJson<'a> {
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

/// What something came to at a date, and why.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "ComparedSide", deny_unknown_fields))]
pub(super) struct SideJson<'a> {
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
