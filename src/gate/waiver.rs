//! Waivers: gaps that somebody answers for until a day.

#[cfg(test)]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::assessment::{Assessment, Finding};
use crate::rulebook::{ForceId, RequirementId};
use crate::source::Place;
use crate::standing::Day;

/// A requirement whose gap somebody answers for until a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub struct Waiver {
    /// The requirement.
    pub requirement: RequirementId,
    /// The force that it is for; for every force where none is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "ForceId"))]
    pub force: Option<ForceId>,
    /// Why the gap may stand.
    pub reason: String,
    /// Who answers for it.
    pub owner: String,
    /// The last day on which it holds.
    #[cfg_attr(test, schemars(with = "crate::standing::DayForm"))]
    pub last_day: Day,
    /// Where it stands in the settings.
    pub place: Place,
}

impl Waiver {
    /// Whether it holds on a day.
    #[must_use]
    pub fn holds_on(&self, day: Day) -> bool {
        day <= self.last_day
    }

    /// Whether it is for a force.
    #[must_use]
    pub fn is_for(&self, assessment: &Assessment) -> bool {
        self.force.as_ref().is_none_or(|force| *force == assessment.force)
    }
}

/// The waiver that counts for a finding: of those that hold, and else of those that have expired,
/// the one for this very force, and then the one that lasts longest.
pub(super) fn for_finding<'a>(
    waivers: &'a [Waiver],
    assessment: &Assessment,
    finding: &Finding,
    today: Day,
) -> Option<&'a Waiver> {
    let own = waivers.iter().filter(|waiver| waiver.requirement == finding.requirement);
    let own = own.filter(|waiver| waiver.is_for(assessment));
    own.max_by_key(|waiver| (waiver.holds_on(today), waiver.force.is_some(), waiver.last_day))
}
