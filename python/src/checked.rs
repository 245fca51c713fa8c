//! A check, and what came of it.

use std::path::{Path, PathBuf};

use msacheck::check::{Checked as Done, GateAsked, Memory, saved};
use msacheck::report::{Extent, FORMATS, ReportOptions, Spacing, no_json, result_json};
use msacheck::result::{CheckResult, Gated};
use msacheck::source::Fault;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::{PyBytes, PyList};

use super::asked::Asked;
use super::faults::{told, work};
use super::frame::{Frame, results};
use super::inputs::Inputs;
use super::reports::{self, Report, report};
use super::rules::Rules;
use super::taken::{unknown, word};

/// What a check came to.
#[pyclass(frozen, module = "msacheck._native")]
pub(crate) struct Checked {
    pub(crate) result: CheckResult,
    faults: Vec<Fault>,
}

#[pymethods]
impl Checked {
    /// Checks inputs from end to end.
    #[staticmethod]
    fn of(
        py: Python<'_>,
        rules: &Rules,
        asked: Asked<'_>,
        gate: (Option<String>, Option<PathBuf>, bool, bool),
        read_sources: bool,
    ) -> PyResult<Self> {
        let (Inputs { named, files }, how) = asked.taken(py)?;
        work(py, None, || {
            let (fail_on, baseline, with_superseded, no_waivers) = gate;
            let fail_on = fail_on.as_deref().map(word).transpose()?;
            let gate = GateAsked { fail_on, with_superseded, baseline, no_waivers };
            let beside = rules.beside(gate, &files)?;
            let check = how
                .check(rules, &files, &named)?
                .reading_sources(read_sources)
                .gated(beside.gate.as_ref())
                .planned(beside.actions.as_ref());
            let Done { result, mut faults } = check.run(&rules.inputs(&named)?)?;
            faults.extend(beside.warnings().cloned());
            if result.assessments.is_empty() {
                return Err(faults);
            }
            Ok(Self { result, faults })
        })
    }

    /// A result that was saved.
    #[staticmethod]
    fn from_saved(py: Python<'_>, name: &str, bytes: PyBackedBytes) -> PyResult<Self> {
        work(py, Some(name), || {
            let files = Memory::new().with(name, bytes.to_vec());
            let result = saved(&files, Path::new(name));
            Ok(Self { result: result.map_err(|fault| vec![fault])?, faults: Vec::new() })
        })
    }

    /// What somebody should look at, and why inputs came to nothing.
    #[getter]
    fn faults<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        told(py, &self.faults, None)
    }

    /// The result as JSON: `indented` for people.
    fn json<'py>(&self, py: Python<'py>, indented: bool) -> PyResult<Bound<'py, PyBytes>> {
        let spacing = if indented { Spacing::Indented } else { Spacing::Compact };
        let json = work(py, None, || {
            result_json(&self.result, spacing).map_err(|error| vec![no_json(&error)])
        })?;
        Ok(PyBytes::new(py, &json))
    }

    /// A report, and whether it is no text.
    #[pyo3(signature = (format, *, all, extent, width, with_suppressed, ungated))]
    #[expect(clippy::too_many_arguments, reason = "each is an argument in Python")]
    fn render<'py>(
        &self,
        py: Python<'py>,
        format: &str,
        all: bool,
        extent: Option<&str>,
        width: usize,
        with_suppressed: bool,
        ungated: bool,
    ) -> PyResult<Report<'py>> {
        report(py, || {
            let format = reports::format(format, FORMATS, |format| format.name)?;
            let extent = match extent {
                None => None,
                Some("brief") => Some(Extent::Brief),
                Some("whole") => Some(Extent::Whole),
                Some(other) => return Err(unknown(other, ["brief", "whole"].into_iter())),
            };
            let options =
                ReportOptions { width, colour: false, all, with_suppressed, ungated, extent };
            let bytes = (format.render)(&self.result, options).map_err(|fault| vec![fault])?;
            Ok((bytes, format.binary))
        })
    }

    /// A table, a row a finding or an arrangement.
    fn frame(&self, py: Python<'_>, of: &str) -> PyResult<Frame> {
        work(py, None, || {
            let json = result_json(&self.result, Spacing::Compact);
            let json = json.map_err(|error| vec![no_json(&error)])?;
            results(&json, of)
        })
    }

    /// Whether the gate passes; nothing where there was none.
    #[getter]
    fn passes(&self) -> Option<bool> {
        let fails = || self.result.assessments.iter().any(Gated::fails);
        self.result.gated().then(|| !fails())
    }
}
