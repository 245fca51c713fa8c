//! What the gate said, as it is published.

use schemars::JsonSchema;
use serde::Serialize;

use crate::gate::{BaselineUsed, Closed, IdleWaiver, Mark, Objection, Terms, Verdict, WentSilent};
use crate::report::words;
use crate::rulebook::RequirementId;
use crate::standing::{Day, DayForm};

/// What the gate said.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Verdict", deny_unknown_fields)]
pub(super) struct VerdictJson<'a> {
    /// Whether the check passes.
    passes: bool,
    /// Why, in a sentence.
    sentence: String,
    /// What the gate asked for.
    terms: &'a Terms,
    /// Whether waivers were left out on request.
    without_waivers: bool,
    /// The baseline that findings were held against.
    baseline: Option<&'a BaselineUsed>,
    /// The day that waivers were judged by.
    #[schemars(with = "Option<DayForm>")]
    today: Option<Day>,
    /// How many requirements it looked at.
    looked_at: usize,
    /// Those that fail the check.
    failing: Vec<&'a str>,
    /// What it makes of what it looked at.
    marks: &'a [Mark],
    /// Stated in the baseline, silent now: it fails the check.
    went_silent: &'a [WentSilent],
    /// What fails the check beside findings.
    objections: &'a [Objection],
    /// Gaps in the baseline that are none now.
    closed: &'a [Closed],
    /// Waivers that did nothing.
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
            failing: own.failing().map(RequirementId::as_str).collect(),
            marks: &own.marks,
            went_silent: &own.went_silent,
            objections: &own.objections,
            closed: &own.closed,
            idle_waivers: &own.idle_waivers,
        }
    }
}
