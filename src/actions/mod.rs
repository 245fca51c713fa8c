//! The plan of action: what somebody does about a gap, by when, and how far it has come.
//!
//! A [`Plan`] is a file (`actions.toml`); [`Actions`] are those of one force, held against its
//! assessment on a day. An action is shown beside its gap and changes nothing: no outcome, no count and
//! no gate rests on it. What somebody says was done is done where the declaration shows it, and not before.

mod plan;
mod progress;
mod read;
mod write;

pub use plan::Plan;
pub use progress::{Actions, Progress, Tally};
pub use write::{NewAction, added, with_added};

#[cfg(test)]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::assessment::Assessment;
use crate::rulebook::{ForceId, RequirementId};
use crate::source::Place;
use crate::standing::{Day, words};

words! {
    /// How far its owner says that it has come.
    pub enum ActionStatus {
        /// Nobody has begun.
        ToDo = "to do",
        /// Somebody is at it.
        Doing = "doing",
        /// It is done, its owner says.
        Done = "done",
        /// Nobody will do it; the note says why.
        Dropped = "dropped",
    }
}

impl ActionStatus {
    /// Whether something is left to do.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, Self::ToDo | Self::Doing)
    }
}

/// What somebody does about a gap, or about several.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub struct Action {
    /// The requirements whose gaps it is to close: one at least.
    pub requirements: Vec<RequirementId>,
    /// The force that it is for; for every force where none is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "ForceId"))]
    pub force: Option<ForceId>,
    /// Who does it: a role.
    pub owner: String,
    /// The last day on which it is in time.
    #[cfg_attr(test, schemars(with = "crate::standing::DayForm"))]
    pub deadline: Day,
    /// How far its owner says that it has come.
    pub status: ActionStatus,
    /// What is done, or why it was dropped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "String"))]
    pub note: Option<String>,
    /// Where it stands in the plan.
    pub place: Place,
}

impl Action {
    /// Whether it is for a force.
    fn is_for(&self, assessment: &Assessment) -> bool {
        self.force.as_ref().is_none_or(|force| *force == assessment.force)
    }
}
