//! What is asked of the library, as every function of Python's asks it.

use std::path::PathBuf;
use std::thread::available_parallelism;

use msacheck::check::{Check, Files, Selection};
use msacheck::source::Fault;
use msacheck::standing::{Day, Strength};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::PyList;

use super::inputs::Inputs;
use super::rules::Rules;
use super::taken::{day, word};

/// `Asked` of the Python package.
#[derive(FromPyObject)]
pub(crate) struct Asked<'py> {
    inputs: Bound<'py, PyList>,
    texts: Vec<(PathBuf, PyBackedBytes)>,
    force: Option<String>,
    as_of: Option<String>,
    narrowed: Narrowed,
    ignored: bool,
    jobs: Option<usize>,
}

/// The ids of instruments, the words of strengths, the ids of arrangements: of each list that isn't empty one
/// must fit.
type Narrowed = (Vec<String>, Vec<String>, Vec<String>);

/// How inputs are taken.
pub(crate) struct How {
    /// The force that papers are read for.
    pub(crate) force: Option<String>,
    as_of: Option<String>,
    narrowed: Narrowed,
    /// Whether what a `.gitignore` names is taken from folders, too.
    pub(crate) ignored: bool,
    jobs: Option<usize>,
}

impl Asked<'_> {
    /// What is to be taken in, and how.
    pub(crate) fn taken(self, py: Python<'_>) -> PyResult<(Inputs, How)> {
        let Self { inputs, texts, force, as_of, narrowed, ignored, jobs } = self;
        Ok((Inputs::new(py, &inputs, texts)?, How { force, as_of, narrowed, ignored, jobs }))
    }
}

impl How {
    /// The day that is asked about.
    pub(crate) fn day(&self) -> Result<Option<Day>, Vec<Fault>> {
        self.as_of.as_deref().map(day).transpose()
    }

    /// On how many threads.
    pub(crate) fn jobs(&self) -> usize {
        self.jobs.unwrap_or_else(|| available_parallelism().map_or(1, usize::from))
    }

    /// A check of what is named, out of files that come from there.
    pub(crate) fn check<'a>(
        &self,
        rules: &'a Rules,
        files: &'a dyn Files,
        named: &[PathBuf],
    ) -> Result<Check<'a>, Vec<Fault>> {
        let (instruments, strengths, arrangements) = &self.narrowed;
        let strengths: Vec<Strength> =
            strengths.iter().map(|text| word(text)).collect::<Result<_, _>>()?;
        let selection = Selection::new(rules.rulebook(), instruments, &strengths, arrangements)?;
        Ok(rules
            .check(files)
            .as_of(self.day()?)
            .force(self.force.clone())
            .with_ignored(self.ignored)
            .named_by_settings(rules.names_inputs(named))
            .only(selection)
            .jobs(self.jobs()))
    }
}
