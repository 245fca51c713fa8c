//! What is to be checked, by which rules, and how.

use std::thread::available_parallelism;

use super::actions::AskedActions;
use super::files::Files;
use super::gate::AskedGate;
use super::listed::AskedPapers;
use super::rules::AskedRules;
use super::selection::Selection;
use super::watch::Watch;
use crate::project::Project;
use crate::rulebook::Rulebook;
use crate::standing::{Basis, Day, Months};

/// What is to be checked, by which rules, and how.
#[derive(Clone)]
pub struct Check<'a> {
    pub(super) rules: &'a AskedRules,
    pub(super) files: &'a dyn Files,
    pub(super) today: Day,
    pub(super) project: Option<&'a Project>,
    pub(super) gate: Option<&'a AskedGate>,
    pub(super) actions: Option<&'a AskedActions>,
    pub(super) as_of: Option<Day>,
    pub(super) stale: Option<Months>,
    pub(super) force: Option<String>,
    pub(super) reads_sources: bool,
    pub(super) ignored: bool,
    pub(super) named_by_settings: bool,
    pub(super) selection: Selection,
    pub(super) options: Vec<String>,
    jobs: Option<usize>,
    pub(super) papers: Option<&'a AskedPapers>,
    pub(super) watch: Option<&'a dyn Watch>,
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
            actions: None,
            as_of: None,
            stale: None,
            force: None,
            reads_sources: false,
            ignored: false,
            named_by_settings: false,
            selection: Selection::default(),
            options: Vec::new(),
            jobs: None,
            papers: None,
            watch: None,
        }
    }

    /// Where files come from.
    #[must_use]
    pub fn files(&self) -> &'a dyn Files {
        self.files
    }

    /// The rules.
    #[must_use]
    pub fn rulebook(&self) -> &'a Rulebook {
        self.rules.rulebook()
    }

    /// The day that is today.
    #[must_use]
    pub fn today(&self) -> Day {
        self.today
    }

    /// The day to assess, which picks the law, in the place of the day of the facts; of documents
    /// without a date, the day of their facts, too.
    #[must_use]
    pub fn as_of(mut self, day: Option<Day>) -> Self {
        self.as_of = day;
        self
    }

    /// Tells what has no evidence of the last months before today.
    #[must_use]
    pub fn stale(mut self, months: Option<Months>) -> Self {
        self.stale = months;
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

    /// Takes inputs that the settings name: what isn't of this program's kinds isn't shown.
    #[must_use]
    pub fn named_by_settings(mut self, named: bool) -> Self {
        self.named_by_settings = named;
        self
    }

    /// Looks at these requirements only.
    #[must_use]
    pub fn only(mut self, selection: Selection) -> Self {
        self.selection = selection;
        self
    }

    /// The weakest basis with which a state counts: the gate's, else that of the settings, which asks
    /// for it whether or not anything is gated.
    #[must_use]
    pub fn basis(&self) -> Option<Basis> {
        match self.gate {
            Some(asked) => asked.gate.terms.basis,
            None => self.project?.gate.terms.as_ref()?.basis,
        }
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

    /// The plan of action that is shown beside the gaps.
    #[must_use]
    pub fn planned(mut self, actions: Option<&'a AskedActions>) -> Self {
        self.actions = actions;
        self
    }

    /// What a list says of papers.
    #[must_use]
    pub fn listed(mut self, papers: Option<&'a AskedPapers>) -> Self {
        self.papers = papers;
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
    pub fn jobs(mut self, jobs: impl Into<Option<usize>>) -> Self {
        self.jobs = jobs.into();
        self
    }

    /// How many threads to work on so many things. How many processors there are is asked where it matters: the
    /// answer is put together out of files.
    pub(super) fn threads_for(&self, things: usize) -> usize {
        let all = || self.jobs.unwrap_or_else(|| available_parallelism().map_or(1, usize::from));
        if things < 2 { 1 } else { all().min(things) }
    }

    /// Who is told how far it is.
    #[must_use]
    pub fn watched(mut self, watch: &'a dyn Watch) -> Self {
        self.watch = Some(watch);
        self
    }

    pub(super) fn begins(&self, inputs: usize) {
        if let Some(watch) = self.watch {
            watch.begins(inputs);
        }
    }

    pub(super) fn one_done(&self) {
        if let Some(watch) = self.watch {
            watch.one_done();
        }
    }
}
