//! Where inputs say different things of one arrangement, and which of them counts.

#[cfg(test)]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Evidence;
use crate::rulebook::ArrangementId;
use crate::source::{Digest, Place};
use crate::standing::{PartialDate, State, words};

/// A file that what is declared comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub struct Input {
    /// Its name, as the user gave it.
    pub file: String,
    /// The SHA-256 of its bytes.
    pub sha256: Digest,
    /// The day of its facts, as far as it says so itself; none for an undated paper.
    pub date: Option<PartialDate>,
    /// Whether it is a document that was read, not a declaration.
    pub read: bool,
}

words! {
    /// Why one of two statements counts and the other doesn't.
    pub enum Why {
        /// It is the later one; an undated paper counts as older than any dated one.
        Later = "later",
        /// Of one day, both may hold: the stronger counts.
        Stronger = "stronger",
        /// Of one day, one says that it is there and one that it is limited.
        Limited = "limited",
        /// It is declared, and a paper reads otherwise: its own source, or one of the same day.
        Declared = "declared",
    }
}

/// Two statements of one arrangement that don't agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// The arrangement.
    pub arrangement: ArrangementId,
    /// What counts.
    pub counts: Said,
    /// What doesn't.
    pub overruled: Said,
    /// Why it is so.
    pub why: Why,
}

/// What one input says of an arrangement, with its evidence as loading or as a report has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "Said", deny_unknown_fields))]
pub struct Said<E = Evidence> {
    /// The input's file.
    pub file: String,
    /// Its date; none where it is undated.
    pub date: Option<PartialDate>,
    /// How far the arrangement stands by it.
    pub state: State,
    /// Its words.
    pub evidence: Vec<E>,
    /// Where it says so.
    pub place: Place,
}
