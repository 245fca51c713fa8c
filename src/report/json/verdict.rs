//! What the gate said, as it is published.

use serde::Serialize;

use crate::gate::{BaselineUsed, Closed, IdleWaiver, Mark, Terms, Verdict, WentSilent};
use crate::report::words;
use crate::standing::Day;

/// What the gate said.
#[derive(Serialize)]
pub(super) struct VerdictJson<'a> {
    passes: bool,
    sentence: String,
    terms: &'a Terms,
    without_waivers: bool,
    baseline: Option<&'a BaselineUsed>,
    today: Option<Day>,
    looked_at: usize,
    failing: Vec<&'a str>,
    marks: &'a [Mark],
    went_silent: &'a [WentSilent],
    closed: &'a [Closed],
    idle_waivers: &'a [IdleWaiver],
}

impl<'a> From<&'a Verdict> for VerdictJson<'a> {
    fn from(own: &'a Verdict) -> Self {
        Self {
            passes: own.passes(),
            sentence: words::verdict_sentence(own),
            terms: &own.terms,
            without_waivers: own.without_waivers,
            baseline: own.baseline.as_ref(),
            today: own.today,
            looked_at: own.looked_at(),
            failing: own.failing().map(|id| id.as_str()).collect(),
            marks: &own.marks,
            went_silent: &own.went_silent,
            closed: &own.closed,
            idle_waivers: &own.idle_waivers,
        }
    }
}
