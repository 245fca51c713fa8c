//! What was asked of a check, so that the same can be asked again.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::check::{
    AskedActions, AskedGate, AskedPapers, AskedRules, Asks, Check, Files, GateAsked, Packs,
    Selection, inputs, settings,
};
use crate::gate::Threshold;
use crate::project::Project;
use crate::result::CheckResult;
use crate::source::Fault;
use crate::standing::{Day, Months, Strength};

/// What was asked of a check. Paths are as they were given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipe {
    /// What was named; nothing where the settings say.
    pub inputs: Vec<PathBuf>,
    /// The day that was assessed, where one was asked for.
    pub as_of: Option<Day>,
    /// The day that was today.
    pub today: Day,
    /// How old evidence could be without being told of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stale: Option<Months>,
    /// The force that documents were read for.
    pub force: Option<String>,
    /// Whether sources were read, too.
    pub read_sources: bool,
    /// Whether what a `.gitignore` names was taken.
    pub no_ignore: bool,
    /// The instruments that were looked at, where not all.
    pub instruments: Vec<String>,
    /// The strengths that were looked at, where not all.
    pub strengths: Vec<Strength>,
    /// The arrangements whose requirements were looked at, where not all.
    pub arrangements: Vec<String>,
    /// The threshold that was asked for.
    pub fail_on: Option<Threshold>,
    /// Whether what is superseded counted for the gate.
    pub with_superseded: bool,
    /// The baseline that was named.
    pub baseline: Option<PathBuf>,
    /// Whether it was judged without waivers.
    pub no_waivers: bool,
    /// Optional packs.
    pub optional: Vec<String>,
    /// Whether drafts were asked.
    pub drafts: bool,
    /// The settings that were named; the current folder's where none were.
    pub config: Option<PathBuf>,
    /// The list of papers that was named.
    pub papers: Option<PathBuf>,
    /// The options with which another command sees the same.
    pub options: Vec<String>,
}

/// What is read for a check before its inputs are.
pub struct With<'a> {
    /// The rules that are asked.
    pub rules: &'a AskedRules,
    /// Where files come from.
    pub files: &'a dyn Files,
    /// The settings.
    pub project: Option<&'a Project>,
    /// Which requirements are looked at.
    pub selection: Selection,
    /// The gate, where there is one.
    pub gate: Option<&'a AskedGate>,
    /// The plan of action, where there is one.
    pub actions: Option<&'a AskedActions>,
    /// The list of papers, where there is one.
    pub papers: Option<&'a AskedPapers>,
}

impl Recipe {
    /// Makes the check, with these packs and out of these files.
    ///
    /// # Errors
    ///
    /// Whatever stops a check.
    pub fn run(&self, packs: Packs, files: &dyn Files) -> Result<CheckResult, Vec<Fault>> {
        let project = settings(files, self.config.as_deref())?;
        let project = project.as_ref();
        let asks = Asks {
            optional: &self.optional,
            drafts: self.drafts,
            confirmations: project.map_or(&[], |project| &project.confirmations),
            settings: project,
        };
        let rules = packs.asked(&asks, files, self.today)?;
        let selection = Selection::new(
            rules.rulebook(),
            &self.instruments,
            &self.strengths,
            &self.arrangements,
        )?;
        let asked = GateAsked {
            fail_on: self.fail_on,
            with_superseded: self.with_superseded,
            baseline: self.baseline.clone(),
            no_waivers: self.no_waivers,
        };
        let gate = asked.gate(project, &rules, files)?;
        let actions = AskedActions::of(project, &rules, files)?;
        let papers = AskedPapers::of(self.papers.as_deref(), project, files, self.today)?;
        let inputs = inputs(&self.inputs, papers.as_ref(), project)?;
        let check = self.check(With {
            rules: &rules,
            files,
            project,
            selection,
            gate: gate.as_ref(),
            actions: actions.as_ref(),
            papers: papers.as_ref(),
        });
        Ok(check.run(&inputs)?.result)
    }

    /// The check that is asked for, with what was read for it.
    #[must_use]
    pub fn check<'a>(&self, with: With<'a>) -> Check<'a> {
        Check::new(with.rules, with.files, self.today)
            .as_of(self.as_of)
            .stale(self.stale)
            .force(self.force.clone())
            .with_ignored(self.no_ignore)
            .named_by_settings(self.inputs.is_empty())
            .project(with.project)
            .reading_sources(self.read_sources)
            .only(with.selection)
            .gated(with.gate)
            .planned(with.actions)
            .listed(with.papers)
            .options(self.options.clone())
    }
}
