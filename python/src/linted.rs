//! What is wrong with documents, and what comes of it.

use std::path::PathBuf;

use msacheck::check::{AskedLint, Linted as Done};
use msacheck::lint::{Edited, FailOn, LintResult, Safety, edited};
use msacheck::report::{LINT_FORMATS, LintOptions};
use msacheck::source::Fault;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyList};

use super::asked::Asked;
use super::faults::{told, work};
use super::frame::{Frame, lints};
use super::inputs::Inputs;
use super::reports::{self, Report, report};
use super::rules::Rules;
use super::taken::word;

/// What was found in documents.
#[pyclass(frozen, module = "msacheck._native")]
pub(crate) struct Linted {
    result: LintResult,
    bytes: Vec<(PathBuf, Vec<u8>)>,
    faults: Vec<Fault>,
    fails: bool,
    note: Option<String>,
}

#[pymethods]
impl Linted {
    /// Looks at documents: `checks` are those to make and those not to.
    #[staticmethod]
    #[pyo3(signature = (rules, asked, checks, *, pedantic, fail_on, kind, against, baseline))]
    #[expect(clippy::too_many_arguments, reason = "each is an argument in Python")]
    fn of(
        py: Python<'_>,
        rules: &Rules,
        asked: Asked<'_>,
        checks: (Vec<String>, Vec<String>),
        pedantic: bool,
        fail_on: Option<&str>,
        kind: Option<String>,
        against: Option<Bound<'_, PyAny>>,
        baseline: Option<PathBuf>,
    ) -> PyResult<Self> {
        let (mut inputs, how) = asked.taken(py)?;
        let against = against.map(|own| inputs.add(py, &own, "declaration.toml")).transpose()?;
        let Inputs { named, files } = inputs;
        work(py, None, || {
            let (select, ignore) = checks;
            let asked = AskedLint {
                files: named,
                select,
                ignore,
                pedantic,
                fail_on: fail_on.map(word::<FailOn>).transpose()?,
                as_of: how.day()?,
                kind,
                against,
                baseline,
                force: how.force.clone(),
                ignored: how.ignored,
            };
            let linting = rules.linting(asked, &files)?;
            let Done { mut result, bytes, faults, .. } = linting.run(how.jobs(), true)?;
            if result.documents.is_empty() {
                return Err(faults);
            }
            let note = linting.forgive(&mut result)?;
            let fails = linting.fails(&result);
            Ok(Self { result, bytes, faults, fails, note })
        })
    }

    /// What somebody should look at, and why documents couldn't be read.
    #[getter]
    fn faults<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        told(py, &self.faults, None)
    }

    /// Whether it fails by what was found.
    #[getter]
    fn fails(&self) -> bool {
        self.fails
    }

    /// How much of the baseline is no longer there, in words.
    #[getter]
    fn note(&self) -> Option<&str> {
        self.note.as_deref()
    }

    /// What the documents are where fixes are made, by name: those that change.
    #[pyo3(signature = (*, r#unsafe))]
    fn mended<'py>(
        &self,
        py: Python<'py>,
        r#unsafe: bool,
    ) -> PyResult<Vec<(PathBuf, Bound<'py, PyBytes>)>> {
        let most = if r#unsafe { Safety::Unsafe } else { Safety::Safe };
        let mended = work(py, None, || {
            let pairs = self.result.documents.iter().zip(&self.bytes);
            let mended = pairs.filter_map(|(lint, (path, bytes))| {
                let Edited { bytes, made } = edited(bytes, &lint.findings, most);
                (!made.is_empty()).then(|| (path.clone(), bytes))
            });
            Ok(mended.collect::<Vec<_>>())
        })?;
        Ok(mended.into_iter().map(|(path, bytes)| (path, PyBytes::new(py, &bytes))).collect())
    }

    /// A report, and whether it is no text. Nothing is left out of any, whether it is to be `full` or not.
    fn render<'py>(
        &self,
        py: Python<'py>,
        format: &str,
        width: usize,
        full: bool,
    ) -> PyResult<Report<'py>> {
        let _ = full;
        report(py, || Ok((self.rendered(format, width)?, false)))
    }

    /// A table, a row a finding.
    fn frame(&self, py: Python<'_>) -> PyResult<Frame> {
        work(py, None, || lints(&self.rendered("json", 80)?))
    }
}

impl Linted {
    fn rendered(&self, format: &str, width: usize) -> Result<Vec<u8>, Vec<Fault>> {
        let format = reports::format(format, LINT_FORMATS, |format| format.name)?;
        let options = LintOptions { width, colour: false };
        (format.render)(&self.result, options).map_err(|fault| vec![fault])
    }
}
