//! A plan, and what comes of it.

use msacheck::check::{AskedPlan, Gathered, PlanWanted, Target, WhatIf, read_costs};
use msacheck::plan::{Costs, Plans};
use msacheck::report::{PLAN_FORMATS, PlanOptions};
use msacheck::source::Fault;
use pyo3::prelude::*;
use pyo3::types::PyList;

use super::asked::Asked;
use super::faults::{told, work, wrong};
use super::frame::{Frame, steps};
use super::inputs::Inputs;
use super::reports::{self, Report, report};
use super::rules::Rules;

/// What to change, of each force.
#[pyclass(frozen, module = "msacheck._native")]
pub(crate) struct Planned {
    plans: Plans,
    faults: Vec<Fault>,
}

#[pymethods]
impl Planned {
    /// Plans for inputs: `wanted` is a target and changes that somebody has in mind; what changes cost is a file,
    /// or the dictionary that it would hold.
    #[staticmethod]
    fn of(
        py: Python<'_>,
        rules: &Rules,
        asked: Asked<'_>,
        wanted: (Option<String>, Vec<String>),
        costs: Option<Bound<'_, PyAny>>,
    ) -> PyResult<Self> {
        let (mut inputs, how) = asked.taken(py)?;
        let costs = costs.map(|costs| inputs.add(py, &costs, "costs")).transpose()?;
        let Inputs { named, files } = inputs;
        work(py, None, || {
            let rulebook = rules.rulebook();
            let wanted = match &wanted {
                (Some(_), changes) if !changes.is_empty() => return Err(both()),
                (Some(target), _) => PlanWanted::Target(Target::read(rulebook, target)?),
                (None, changes) if changes.is_empty() => PlanWanted::InOrder,
                (None, changes) => PlanWanted::WhatIf(WhatIf::read(rulebook, changes)?),
            };
            let costs = match costs {
                Some(file) => read_costs(&files, &file, rulebook.vocabulary())?,
                None => Costs::default(),
            };
            let actions = rules.actions(&files)?;
            let check = how.check(rules, &files, &named)?.planned(actions.as_ref());
            let gathered = check.gather(&rules.inputs(&named)?)?;
            let Gathered { declarations, failed, mut faults, .. } = gathered;
            faults.extend(actions.iter().flat_map(|own| own.warnings.clone()));
            let plans = check.assess(declarations, failed).plans(&AskedPlan { wanted, costs })?;
            if plans.plans.is_empty() {
                return Err(faults);
            }
            Ok(Self { plans, faults })
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
        report(py, || Ok((self.rendered(format, width, full)?, false)))
    }

    /// A table, a row a step.
    fn frame(&self, py: Python<'_>) -> PyResult<Frame> {
        work(py, None, || steps(&self.rendered("json", 80, true)?))
    }
}

impl Planned {
    fn rendered(&self, format: &str, width: usize, full: bool) -> Result<Vec<u8>, Vec<Fault>> {
        let format = reports::format(format, PLAN_FORMATS, |format| format.name)?;
        let options = PlanOptions { width, colour: false, full };
        (format.render)(&self.plans, options).map_err(|fault| vec![fault])
    }
}

fn both() -> Vec<Fault> {
    wrong(
        "a plan has a target or tries changes, not both".to_owned(),
        "give `target` or `what_if`; both in two calls",
    )
}
