//! `plan --apply`: the steps go into the plan of action, for somebody to do. No declaration changes.

use std::path::PathBuf;

use super::inputs::Ruled;
use super::shared::day;
use super::terminal::Terminal;
use super::{diagnostics, output};
use crate::actions::with_added;
use crate::check::{AskedActions, Disk, Files as _};
use crate::output::in_turn;
use crate::plan::{Plans, TakenOn};
use crate::report::step_note;
use crate::source::{Fault, printable};
use crate::standing::Day;

/// Who takes the steps on, and by when.
#[derive(Debug, clap::Args)]
pub(super) struct TakeOnArgs {
    /// Add the steps to the plan of action that the settings name, as actions that nobody has begun
    #[arg(long, requires_all = ["owner", "deadline"])]
    apply: bool,

    /// With `--apply`: who does them, a role
    #[arg(long, value_name = "ROLE", requires = "apply", value_parser = role)]
    owner: Option<String>,

    /// With `--apply`: the last day on which they are in time
    #[arg(long, value_name = "DATE", requires = "apply", value_parser = day)]
    deadline: Option<Day>,
}

fn role(text: &str) -> Result<String, String> {
    let text = text.trim();
    if text.is_empty() { Err("expected a role".to_owned()) } else { Ok(text.to_owned()) }
}

impl TakeOnArgs {
    /// The plan of action as it is: it may yet have to be made where steps go into it.
    ///
    /// # Errors
    ///
    /// Its faults; where steps are to go into it, that there is none.
    pub(super) fn there(&self, ruled: &Ruled) -> Result<Option<AskedActions>, Vec<Fault>> {
        if self.apply && !Disk.exists(&file(ruled)?) {
            return Ok(None);
        }
        let actions = AskedActions::of(ruled.project.as_ref(), &ruled.rules, &Disk)?;
        Ok(actions)
    }

    /// Adds the steps, where that is asked.
    pub(super) fn add(
        &self,
        plans: &Plans,
        ruled: &Ruled,
        terminal: &Terminal,
    ) -> Result<(), Vec<Fault>> {
        let (true, Some(owner), Some(deadline)) = (self.apply, &self.owner, self.deadline) else {
            return Ok(());
        };
        let file = file(ruled)?;
        let TakenOn { actions, left_out } = plans.taken_on(owner, deadline, step_note);
        let shown = printable(&file.display().to_string());
        if !actions.is_empty() {
            in_turn(&file, || {
                let there = Disk.exists(&file);
                let before = if there {
                    Disk.text(&file).map_err(one)?.body().to_owned()
                } else {
                    String::new()
                };
                let name = file.display().to_string();
                let (after, warnings) = with_added(&name, &before, &actions, ruled.rulebook())?;
                diagnostics::show(&warnings, terminal);
                output::write(&file, &after, there).map_err(one)
            })?;
        }
        let many = |count: usize, one: &str, more: &str| match count {
            1 => format!("1 {one}"),
            some => format!("{some} {more}"),
        };
        let left = match left_out {
            0 => String::new(),
            some => format!(
                " Left out: {}, of which nothing is left for anybody else to close.",
                many(some, "step", "steps")
            ),
        };
        Terminal::say(&format!(
            "Added to {shown}: {}.{left}\n",
            many(actions.len(), "action", "actions")
        ));
        Ok(())
    }
}

fn file(ruled: &Ruled) -> Result<PathBuf, Vec<Fault>> {
    let named = ruled.project.as_ref().and_then(|project| project.actions.clone());
    named.ok_or_else(|| {
        let message = "the settings name no plan of action that steps could go into";
        vec![
            Fault::whole("usage::no-plan-of-action", message)
                .help("write `actions = \"actions.toml\"` into msacheck.toml"),
        ]
    })
}

fn one(fault: Fault) -> Vec<Fault> {
    vec![fault]
}
