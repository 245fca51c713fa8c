//! A comparison, and what comes of it.

use std::path::PathBuf;

use msacheck::check::{Gathered, saved};
use msacheck::compare::{Asked as Sides, Comparison, Lost, Territory, alone, ties};
use msacheck::report::{COMPARISON_FORMATS, ComparisonOptions};
use msacheck::source::Fault;
use pyo3::prelude::*;
use pyo3::types::PyList;

use super::asked::Asked;
use super::checked::Checked;
use super::faults::{told, work};
use super::frame::{Frame, matrix};
use super::inputs::Inputs;
use super::reports::{self, Report, report};
use super::rules::{Rules, is_result};
use super::taken::word;

/// Assessments side by side.
#[pyclass(frozen, module = "msacheck._native")]
pub(crate) struct Compared {
    territory: Territory,
    asked: Sides,
    faults: Vec<Fault>,
}

#[pymethods]
impl Compared {
    /// Compares inputs, saved results among them, and results that are at hand.
    #[staticmethod]
    fn of(
        py: Python<'_>,
        rules: &Rules,
        asked: Asked<'_>,
        results: Vec<PyRef<'_, Checked>>,
        by: &str,
        group_by: Option<&str>,
    ) -> PyResult<Self> {
        let (Inputs { named, files }, how) = asked.taken(py)?;
        let at_hand: Vec<_> = results.iter().map(|checked| checked.result.clone()).collect();
        work(py, None, || {
            let group_by = group_by.map(word).transpose()?;
            let ties = ties(group_by, rules.rulebook(), rules.today_is());
            let asked = Sides { by: word(by)?, group_by, ties };
            let (kept, named): (Vec<PathBuf>, Vec<PathBuf>) =
                named.into_iter().partition(|file| is_result(file));
            let (mut all, mut lost, mut faults) = (Vec::new(), Vec::new(), Vec::new());
            if !named.is_empty() {
                let check = how.check(rules, &files, &named)?;
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
    ) -> PyResult<Report<'py>> {
        report(py, || self.rendered(format, width, full))
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
        let format = reports::format(format, COMPARISON_FORMATS, |format| format.name)?;
        let options = ComparisonOptions { width, colour: false, full };
        let comparison = Comparison::of(&self.territory, &self.asked);
        let bytes = (format.render)(&comparison, options).map_err(|fault| vec![fault])?;
        Ok((bytes, format.binary))
    }
}
