//! Actions as their file has them, to be added at its end.

use std::fmt::Write as _;

use super::ActionStatus;
use crate::rulebook::{ForceId, RequirementId};
use crate::source::{quoted, quoted_on_one_line};
use crate::standing::Day;

/// An action that nobody has begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAction {
    /// The requirements whose gaps it is to close: one at least.
    pub requirements: Vec<RequirementId>,
    /// The force that it is for.
    pub force: ForceId,
    /// Who does it: a role.
    pub owner: String,
    /// The last day on which it is in time.
    pub deadline: Day,
    /// What is done.
    pub note: String,
}

/// A file with more actions at its end. What it holds stays as it is, to the letter.
#[must_use]
pub fn added(file: &str, actions: &[NewAction]) -> String {
    let mut out = file.to_owned();
    for action in actions {
        if !out.is_empty() {
            out.push_str(if out.ends_with('\n') { "\n" } else { "\n\n" });
        }
        let ids: Vec<String> = action.requirements.iter().map(|id| quoted(id.as_str())).collect();
        let ids = match ids.as_slice() {
            [only] => only.clone(),
            several => format!("[{}]", several.join(", ")),
        };
        let _ = write!(
            out,
            "[[action]]\nrequirement = {ids}\nforce = {}\nowner = {}\ndeadline = {}\nstatus = \"{}\"\nnote = {}\n",
            quoted(action.force.as_str()),
            quoted_on_one_line(&action.owner),
            action.deadline,
            ActionStatus::ToDo,
            quoted_on_one_line(&action.note),
        );
    }
    out
}
