//! The two sides of a change: what it came to, why, and on which words.

use crate::assessment::{Cited, Finding, Standing};
use crate::report::shortfall::Shortfall;
use crate::report::words::{state, why};
use crate::result::Gated;
use crate::source::Place;
use crate::standing::{Day, Outcome, Words as _};

/// One side.
pub(super) struct Side<'a> {
    /// The day of its facts.
    pub(super) as_of: Day,
    /// What it came to, in a word.
    pub(super) word: &'static str,
    /// The outcome that gives it its colour.
    pub(super) outcome: Outcome,
    /// Why, in a few words.
    pub(super) why: String,
    /// The words behind it.
    pub(super) evidence: Vec<&'a Cited>,
    /// Where it is decided.
    pub(super) place: &'a Place,
}

impl<'a> Side<'a> {
    /// Of a finding.
    pub(super) fn of(gated: &'a Gated, finding: &'a Finding) -> Self {
        Self {
            as_of: gated.assessment.as_of,
            word: finding.outcome.word(),
            outcome: finding.outcome,
            why: why(finding),
            evidence: Shortfall::of(gated, finding).words(),
            place: &finding.place,
        }
    }

    /// Of an arrangement.
    pub(super) fn of_standing(gated: &'a Gated, standing: &'a Standing) -> Self {
        Self {
            as_of: gated.assessment.as_of,
            word: standing.state.word(),
            outcome: standing.state.into(),
            why: state(&standing.stands),
            evidence: standing.evidence.iter().collect(),
            place: &standing.place,
        }
    }
}
