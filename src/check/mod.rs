//! The check itself, as every front end calls it: inputs to result.
//!
//! Inputs (declarations, documents, folders, patterns, standard input) are found, loaded and read,
//! those of one force merged, each force assessed, and the assessments held against a gate: a
//! [`Check`] says of what and how, and what comes of it is a [`CheckResult`], which every report is
//! made of. Files come through [`Files`], so that an editor or a page can give what isn't saved; the
//! day that is today comes from the caller, too.
//!
//! The steps can be had one by one: [`Check::gather`] ends with what is declared, and
//! [`Gathered::each`] gives one force after the other, so that a thousand needn't be held at once.

mod assess;
mod draft;
mod facts;
mod files;
mod find;
mod forces;
mod gate;
mod gather;
mod names;
mod ordered;
mod paper;
mod pattern;
mod rules;
mod selection;
mod settings;
mod sources;
mod walk;

pub use assess::{Assessing, Checked};
pub use draft::several_forces;
pub use facts::to_come;
pub use files::{Disk, Enters, Files, Memory, STDIN};
pub use find::{Found, Search, Wanted};
pub use forces::near_miss;
pub use gate::{AskedGate, GateAsked, check_gate_names, read_baseline};
pub use gather::{Gathered, declaration};
pub use names::{check_names, unknown};
pub use ordered::in_order;
pub use paper::{PaperReader, ReadPaper};
pub use rules::{AskedRules, Asks, Packs};
pub use selection::Selection;
pub use settings::{inputs, settings};
pub use sources::Beside;

use std::path::PathBuf;
use std::thread::available_parallelism;

use crate::declaration::merge;
use crate::project::Project;
use crate::source::Fault;
use crate::standing::{Basis, Day};

/// What is to be checked, by which rules, and how.
#[derive(Clone)]
pub struct Check<'a> {
    rules: &'a AskedRules,
    files: &'a dyn Files,
    today: Day,
    project: Option<&'a Project>,
    gate: Option<&'a AskedGate>,
    basis: Option<Basis>,
    as_of: Option<Day>,
    force: Option<String>,
    reads_sources: bool,
    ignored: bool,
    selection: Selection,
    options: Vec<String>,
    jobs: usize,
}

impl<'a> Check<'a> {
    /// A check by these rules of files that come from there. `today` judges dates in the future, and
    /// what has a last day.
    #[must_use]
    pub fn new(rules: &'a AskedRules, files: &'a dyn Files, today: Day) -> Self {
        Self {
            rules,
            files,
            today,
            project: None,
            gate: None,
            basis: None,
            as_of: None,
            force: None,
            reads_sources: false,
            ignored: false,
            selection: Selection::default(),
            options: Vec::new(),
            jobs: available_parallelism().map_or(1, usize::from),
        }
    }

    /// The day to assess, which picks the law, in the place of the day of the facts; of documents
    /// without a date, the day of their facts, too.
    #[must_use]
    pub fn as_of(mut self, day: Option<Day>) -> Self {
        self.as_of = day;
        self
    }

    /// The police force that documents are read for, in the place of the one that each names.
    #[must_use]
    pub fn force(mut self, name: Option<String>) -> Self {
        self.force = name;
        self
    }

    /// Holds declarations against their own sources even where no document is among the inputs.
    #[must_use]
    pub fn reading_sources(mut self, reads: bool) -> Self {
        self.reads_sources = reads;
        self
    }

    /// Takes from folders what a `.gitignore` names, too.
    #[must_use]
    pub fn with_ignored(mut self, ignored: bool) -> Self {
        self.ignored = ignored;
        self
    }

    /// Looks at these requirements only.
    #[must_use]
    pub fn only(mut self, selection: Selection) -> Self {
        self.selection = selection;
        self
    }

    /// The settings that the result rests on.
    #[must_use]
    pub fn project(mut self, project: Option<&'a Project>) -> Self {
        self.project = project;
        self
    }

    /// The gate that assessments are held against.
    #[must_use]
    pub fn gated(mut self, gate: Option<&'a AskedGate>) -> Self {
        self.gate = gate;
        self
    }

    /// The weakest basis with which a state counts, where there is no gate to say so.
    #[must_use]
    pub fn backed_by(mut self, basis: Option<Basis>) -> Self {
        self.basis = basis;
        self
    }

    /// The options of the command line with which another command sees the same.
    #[must_use]
    pub fn options(mut self, options: Vec<String>) -> Self {
        self.options = options;
        self
    }

    /// How many threads to work on. By default as many as there are processors.
    #[must_use]
    pub fn jobs(mut self, jobs: usize) -> Self {
        self.jobs = jobs;
        self
    }

    /// Finds, loads and reads inputs, and merges those of one force: files, folders, patterns of
    /// names, or [`STDIN`].
    ///
    /// # Errors
    ///
    /// Where nothing at all can be done: the rules on which reading rests have faults, or no threads
    /// can be started. What is wrong with one input stands among the faults of what was gathered.
    pub fn gather(&self, inputs: &[PathBuf]) -> Result<Gathered, Vec<Fault>> {
        let mut gathered = self.load(inputs)?;
        gathered.declarations = merge(gathered.declarations);
        Ok(gathered)
    }

    /// The same without merging: each input is a declaration of its own.
    ///
    /// # Errors
    ///
    /// As [`Check::gather`].
    pub fn load(&self, inputs: &[PathBuf]) -> Result<Gathered, Vec<Fault>> {
        gather::load_all(self, inputs)
    }

    /// Checks inputs from end to end.
    ///
    /// # Errors
    ///
    /// As [`Check::gather`].
    pub fn run(&self, inputs: &[PathBuf]) -> Result<Checked, Vec<Fault>> {
        let Gathered { declarations, failed, faults } = self.gather(inputs)?;
        let result = self.assess(declarations, failed).result()?;
        Ok(Checked { result, faults })
    }
}
