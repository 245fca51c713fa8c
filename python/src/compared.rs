//! A comparison, and what comes of it.

use std::path::PathBuf;

use msacheck::check::{Gathered, saved};
use msacheck::compare::{Asked, Comparison, Lost, Territory, alone, ties};
use msacheck::report::{COMPARISON_FORMATS, ComparisonFormat, ComparisonOptions};
use msacheck::source::Fault;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::{PyBytes, PyList};

use super::checked::Checked;
use super::faults::{told, work};
use super::frame::{Frame, matrix};
use super::inputs::Inputs;
use super::narrowed::{Narrowed, selection};
use super::rules::{Rules, is_result};
use super::taken::{day, unknown, word};

/// Assessments side by side.
#[pyclass(frozen, module = "msacheck._native")]
pub(crate) struct Compared {
    territory: Territory,
    asked: Asked,
    faults: Vec<Fault>,
}

#[pymethods]
impl Compared {
    /// Compares inputs, saved results among them, and results that are at hand.
    #[staticmethod]
    #[pyo3(signature = (rules, inputs, texts, results, narrowed, *, by, group_by, force, as_of, jobs))]
    #[expect(clippy::too_many_arguments, reason = "each is an argument in Python")]
    fn of(
        py: Python<'_>,
        rules: &Rules,
        inputs: &Bound<'_, PyList>,
        texts: Vec<(PathBuf, PyBackedBytes)>,
        results: Vec<PyRef<'_, Checked>>,
        narrowed: Narrowed,
        by: &str,
        group_by: Option<&str>,
        force: Option<String>,
        as_of: Option<&str>,
        jobs: Option<usize>,
    ) -> PyResult<Self> {
        let inputs = Inputs::new(py, inputs, texts)?;
        let at_hand: Vec<_> = results.iter().map(|checked| checked.result.clone()).collect();
        work(py, None, || {
            let Inputs { named, files } = inputs;
            let group_by = group_by.map(word).transpose()?;
            let ties = ties(group_by, rules.rulebook(), rules.today_is());
            let asked = Asked { by: word(by)?, group_by, ties };
            let (kept, named): (Vec<PathBuf>, Vec<PathBuf>) =
                named.into_iter().partition(|file| is_result(file));
            let (mut all, mut lost, mut faults) = (Vec::new(), Vec::new(), Vec::new());
            if !named.is_empty() {
                let check = rules
                    .check(&files)
                    .as_of(as_of.map(day).transpose()?)
                    .force(force)
                    .only(selection(&narrowed, rules)?);
                let check = match jobs {
                    Some(jobs) => check.jobs(jobs),
                    None => check,
                };
                let gathered = check.gather_dates(&named)?;
                let Gathered { declarations, failed, lost: files, faults: found, .. } = gathered;
                all.push(check.assess(declarations, failed).result()?);
                lost.extend(files.into_iter().map(|file| Lost { file }));
                faults.extend(found);
            }
            all.extend(at_hand);
            for file in kept {
                match saved(&files, &file) {
                    Ok(result) => all.push(result),
                    Err(fault) => {
                        lost.push(Lost { file: file.display().to_string() });
                        faults.push(fault);
                    }
                }
            }
            let territory = Territory::of(all, lost)?;
            let compared = territory.assessments.len() + territory.lost.len();
            if territory.assessments.is_empty() || compared < 2 {
                faults.extend((compared < 2).then(alone));
                return Err(faults);
            }
            Ok(Self { territory, asked, faults })
        })
    }

    /// What somebody should look at, and why inputs came to nothing.
    #[getter]
    fn faults<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        told(py, &self.faults, None)
    }

    /// A report, and whether it is no text.
    fn render<'py>(
        &self,
        py: Python<'py>,
        format: &str,
        width: usize,
        full: bool,
    ) -> PyResult<(Bound<'py, PyBytes>, bool)> {
        let (bytes, binary) = work(py, None, || self.rendered(format, width, full))?;
        Ok((PyBytes::new(py, &bytes), binary))
    }

    /// A table, a row a cell of the matrix.
    fn frame(&self, py: Python<'_>) -> PyResult<Frame> {
        work(py, None, || matrix(&self.rendered("json", 80, true)?.0))
    }
}

impl Compared {
    fn rendered(
        &self,
        format: &str,
        width: usize,
        full: bool,
    ) -> Result<(Vec<u8>, bool), Vec<Fault>> {
        let format = ComparisonFormat::named(format)
            .ok_or_else(|| unknown(format, COMPARISON_FORMATS.iter().map(|format| format.name)))?;
        let options = ComparisonOptions { width, colour: false, full };
        let comparison = Comparison::of(&self.territory, &self.asked);
        let bytes = (format.render)(&comparison, options).map_err(|fault| vec![fault])?;
        Ok((bytes, format.binary))
    }
}
