//! The rules that are asked, with the settings and the day that go with them.

use std::path::{Path, PathBuf};

use msacheck::check::{
    AskedActions, AskedLint, AskedRules, Asks, Check, Disk, Files, GateAsked, Linting, Packs,
    settings,
};
use msacheck::project::Project;
use msacheck::report::rules_json;
use msacheck::rulebook::{Requirement, Rulebook};
use msacheck::source::Fault;
use msacheck::standing::Day;
use pyo3::prelude::*;

use super::faults::work;
use super::taken::day;

/// The rules that are asked.
#[pyclass(frozen, module = "msacheck._native")]
pub(crate) struct Rules {
    rules: AskedRules,
    project: Option<Project>,
    today: Day,
}

#[pymethods]
impl Rules {
    #[new]
    fn new(
        py: Python<'_>,
        folders: Vec<PathBuf>,
        packs: Vec<String>,
        drafts: bool,
        config: Option<PathBuf>,
        today: Option<&str>,
    ) -> PyResult<Self> {
        work(py, None, || {
            let today = today.map(day).transpose()?.unwrap_or_else(msacheck::cli::today);
            let project = config.map(|file| settings(&Disk, Some(&file))).transpose()?.flatten();
            let asks = Asks {
                optional: &packs,
                drafts,
                confirmations: project.as_ref().map_or(&[], |project| &project.confirmations),
                settings: project.as_ref(),
            };
            let own = project.iter().flat_map(|project| &project.rules);
            let packs = Packs::beside(own.chain(&folders));
            Ok(Self { rules: packs.asked(&asks, &Disk, today)?, project, today })
        })
    }

    /// The day that counts as today, as ISO 8601 has it.
    #[getter]
    fn today(&self) -> String {
        self.today.to_string()
    }

    /// The requirements as JSON.
    fn json(&self, py: Python<'_>) -> PyResult<String> {
        work(py, None, || {
            let all: Vec<&Requirement> = self.rulebook().requirements().iter().collect();
            rules_json(&all).map_err(|error| vec![msacheck::report::no_json(&error)])
        })
    }
}

impl Rules {
    pub(crate) fn rulebook(&self) -> &Rulebook {
        self.rules.rulebook()
    }

    pub(crate) fn asked(&self) -> &AskedRules {
        &self.rules
    }

    pub(crate) fn today_is(&self) -> Day {
        self.today
    }

    /// A check by these rules of files that come from there.
    pub(crate) fn check<'a>(&'a self, files: &'a dyn Files) -> Check<'a> {
        Check::new(&self.rules, files, self.today).project(self.project.as_ref())
    }

    /// What the settings and the caller ask of a gate, and the plan of action that the settings name.
    pub(crate) fn beside(&self, gate: GateAsked, files: &dyn Files) -> Result<Beside, Vec<Fault>> {
        let project = self.project.as_ref();
        let gate = gate.gate(project, &self.rules, files)?;
        Ok(Beside { gate, actions: self.actions(files)? })
    }

    /// The plan of action that the settings name.
    pub(crate) fn actions(&self, files: &dyn Files) -> Result<Option<AskedActions>, Vec<Fault>> {
        AskedActions::of(self.project.as_ref(), &self.rules, files)
    }

    /// A look at documents that come from there.
    pub(crate) fn linting<'a>(
        &self,
        asked: AskedLint,
        files: &'a dyn Files,
    ) -> Result<Linting<'a>, Vec<Fault>> {
        Linting::new(asked, &self.rules, self.project.as_ref(), files, self.today)
    }

    /// The inputs that are asked for, else those that the settings name.
    pub(crate) fn inputs(&self, given: &[PathBuf]) -> Result<Vec<PathBuf>, Vec<Fault>> {
        msacheck::check::inputs(given, None, self.project.as_ref())
    }

    /// Whether the settings name what is checked, where nothing was given.
    pub(crate) fn names_inputs(&self, given: &[PathBuf]) -> bool {
        given.is_empty() && self.project.as_ref().is_some_and(|project| !project.check.is_empty())
    }
}

/// What stands beside a check.
pub(crate) struct Beside {
    pub(crate) gate: Option<msacheck::check::AskedGate>,
    pub(crate) actions: Option<AskedActions>,
}

impl Beside {
    /// What somebody should look at in the files of both.
    pub(crate) fn warnings(&self) -> impl Iterator<Item = &Fault> {
        let gate = self.gate.iter().flat_map(|gate| &gate.warnings);
        gate.chain(self.actions.iter().flat_map(|plan| &plan.warnings))
    }
}

/// Whether it is a saved result, by its name.
pub(crate) fn is_result(file: &Path) -> bool {
    file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"))
}
