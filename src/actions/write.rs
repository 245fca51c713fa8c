//! Actions as their file has them, to be added at its end.

use std::fmt::Write as _;
use std::sync::Arc;

use super::{ActionStatus, Plan};
use crate::rulebook::{ForceId, RequirementId, Rulebook};
use crate::source::{Fault, Faults, Text, quoted, quoted_on_one_line};
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

/// A plan of action with more actions at its end, and warnings of what it says then. It is called `name`.
///
/// # Errors
///
/// What would be wrong with it.
pub fn with_added(
    name: &str,
    file: &str,
    actions: &[NewAction],
    rulebook: &Rulebook,
) -> Result<(String, Vec<Fault>), Vec<Fault>> {
    let after = added(file, actions);
    let faults = Faults::new();
    let text = Arc::new(Text::new(name.to_owned(), after.clone()));
    Plan::read(&text, &faults).check_names(rulebook, &faults);
    let failed = faults.has_errors();
    let faults = faults.into_sorted();
    if failed { Err(faults) } else { Ok((after, faults)) }
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
