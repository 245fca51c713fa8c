//! A plan as its file has it, and the requirements that it names, held against the rules: what no pack
//! has, and what has another name now.

use std::sync::Arc;

use super::Action;
use crate::rulebook::{RequirementId, Rulebook, became};
use crate::source::{Fault, Faults, Located, Text};

/// The actions of a file.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Its file.
    pub text: Arc<Text>,
    /// In the order of the file.
    pub actions: Vec<Action>,
    /// The requirements that it names.
    pub(super) names: Vec<Name>,
}

/// A requirement's id, where it stands.
#[derive(Clone, Debug)]
pub(super) struct Name {
    id: Located<String>,
    text: Arc<Text>,
}

impl Name {
    pub(super) fn of(id: &Located<String>, text: &Arc<Text>) -> Self {
        Self { id: id.clone(), text: Arc::clone(text) }
    }

    fn fault(&self, code: &'static str, message: String, label: &str) -> Fault {
        Fault::new(code, &self.text, self.id.span.clone(), message, label)
    }
}

impl Plan {
    /// Holds its names against the rules: a fault for each that no pack has, a warning for each that a
    /// requirement had once.
    pub fn check_names(&self, rulebook: &Rulebook, faults: &Faults) {
        for name in &self.names {
            let id = name.id.value.as_str();
            let now = rulebook.called_now(id);
            if !now.is_empty() {
                let fault = name.fault("actions::former-name", became(id, now), "as it was");
                faults.push(fault.help("write the name of today").into_warning());
            } else if !rulebook.knows(id) {
                let help = rulebook.nearest_requirement(id).map_or_else(
                    || "`msacheck rules list` lists them".to_owned(),
                    |near| format!("did you mean \"{near}\"?"),
                );
                let message = format!("there is no requirement `{id}`");
                let fault = name.fault("actions::unknown-requirement", message, "not known");
                faults.push(fault.help(help));
            }
        }
    }

    /// Its actions under the names of today.
    #[must_use]
    pub fn called_now(&self, rulebook: &Rulebook) -> Vec<Action> {
        let named_now = |action: &Action| {
            let mut now: Vec<RequirementId> = Vec::new();
            for id in &action.requirements {
                let called = match rulebook.called_now(id.as_str()) {
                    [] => std::slice::from_ref(id),
                    called => called,
                };
                for id in called {
                    if !now.contains(id) {
                        now.push(id.clone());
                    }
                }
            }
            Action { requirements: now, ..action.clone() }
        };
        self.actions.iter().map(named_now).collect()
    }
}
