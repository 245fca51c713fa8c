//! The actions of a force as they are published, each with what it comes to.

#[cfg(test)]
use schemars::JsonSchema;
use serde::Serialize;

use crate::actions::{Action, ActionStatus, Progress};
use crate::result::Gated;
use crate::rulebook::{ForceId, RequirementId};
use crate::source::Place;
use crate::standing::Day;

/// What is done about the gaps. Nothing rests on it.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "Actions", deny_unknown_fields))]
pub(super) struct ActionsJson<'a> {
    /// The day by which something is overdue or not.
    #[cfg_attr(test, schemars(with = "crate::standing::DayForm"))]
    today: Day,
    /// Those that want looking at first.
    planned: Vec<ActionJson<'a>>,
}

/// What somebody does about a gap, or about several.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "Action", deny_unknown_fields))]
struct ActionJson<'a> {
    /// The requirements whose gaps it is to close.
    requirements: &'a [RequirementId],
    /// The force that it is for; for every force where none is named.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "ForceId"))]
    force: Option<&'a ForceId>,
    /// Who does it: a role.
    owner: &'a str,
    /// The last day on which it is in time.
    #[cfg_attr(test, schemars(with = "crate::standing::DayForm"))]
    deadline: Day,
    /// How far its owner says that it has come.
    status: ActionStatus,
    /// What that comes to beside the outcomes.
    progress: Progress,
    /// What is done, or why it was dropped.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "String"))]
    note: Option<&'a str>,
    /// Where it stands in the plan.
    place: &'a Place,
}

impl<'a> ActionsJson<'a> {
    /// Those of a force; nothing where there are none.
    pub(super) fn of(gated: &'a Gated) -> Option<Self> {
        let action = |own: &'a Action| ActionJson {
            requirements: &own.requirements,
            force: own.force.as_ref(),
            owner: &own.owner,
            deadline: own.deadline,
            status: own.status,
            progress: gated.actions.progress(own, &gated.assessment),
            note: own.note.as_deref(),
            place: &own.place,
        };
        let planned = gated.actions.planned.iter().map(action).collect();
        gated.actions.today.map(|today| Self { today, planned })
    }
}
