//! The plan of action of a check: the file that the settings name, held against the rules.

use std::sync::Arc;

use super::files::Files;
use super::inside::named_by_settings;
use super::rules::AskedRules;
use crate::actions::{Action, Actions, Plan};
use crate::assessment::Assessment;
use crate::project::Project;
use crate::source::{Fault, Faults, Text};
use crate::standing::Day;

/// The plan of action, under the names that requirements have today.
#[derive(Clone, Debug)]
pub struct AskedActions {
    actions: Vec<Action>,
    /// The text of its file.
    pub text: Arc<Text>,
    /// Names in it that requirements had once.
    pub warnings: Vec<Fault>,
}

impl AskedActions {
    /// The plan that the settings name, if they name one.
    ///
    /// # Errors
    ///
    /// Every fault of its file, and of the names in it.
    pub fn of(
        project: Option<&Project>,
        rules: &AskedRules,
        files: &dyn Files,
    ) -> Result<Option<Self>, Vec<Fault>> {
        let Some((project, path)) = project.and_then(|own| Some((own, own.actions.as_ref()?)))
        else {
            return Ok(None);
        };
        let text = files.text(path).map_err(|fault| {
            let there = files.exists(path);
            let missing = || {
                "the settings name it as `actions`: make the file, with an `[[action]]` for each \
                 gap that somebody closes, or take the key out"
                    .to_owned()
            };
            vec![fault.maybe_help((!there).then(missing))]
        })?;
        let faults = Faults::new();
        let plan = Plan::read(&named_by_settings(files, project, path, text), &faults);
        plan.check_names(rules.rulebook(), &faults);
        if faults.has_errors() {
            return Err(faults.into_sorted());
        }
        let actions = plan.called_now(rules.rulebook());
        Ok(Some(Self { actions, text: plan.text, warnings: faults.into_sorted() }))
    }

    /// Those for the force of an assessment, as they stand on a day.
    #[must_use]
    pub fn held_against(&self, assessment: &Assessment, today: Day, whole: bool) -> Actions {
        Actions::of(&self.actions, assessment, today, whole)
    }
}
