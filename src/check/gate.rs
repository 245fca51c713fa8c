//! The gate of a check: from what was asked for, the settings and the file of the baseline.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::files::Files;
use crate::gate::{Baseline, Gate, Terms, Threshold};
use crate::project::Project;
use crate::rulebook::Rulebook;
use crate::source::{Fault, Faults, Text};

/// What was asked for of a gate, beside what the settings say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GateAsked {
    /// One threshold for everything but powers, in the place of those in the settings.
    pub fail_on: Option<Threshold>,
    /// Whether superseded requirements count.
    pub with_superseded: bool,
    /// The file of a baseline, in the place of the settings'. It asks for a gate.
    pub baseline: Option<PathBuf>,
    /// Whether it judges as if there were no waivers.
    pub no_waivers: bool,
}

/// A gate, with the file of its baseline.
#[derive(Clone, Debug)]
pub struct AskedGate {
    /// The gate.
    pub gate: Gate,
    /// The text of its baseline.
    pub baseline: Option<Arc<Text>>,
    /// Names in the settings and the baseline that requirements had once.
    pub former_names: Vec<Fault>,
}

impl GateAsked {
    /// The gate that was asked for, if one was.
    ///
    /// # Errors
    ///
    /// Every fault of the settings' names and of the baseline's file.
    pub fn gate(
        self,
        project: Option<&Project>,
        rulebook: &Rulebook,
        files: &dyn Files,
    ) -> Result<Option<AskedGate>, Vec<Fault>> {
        check_gate_names(project, rulebook)?;
        let own = project.and_then(|project| project.gate.terms.clone());
        let named = self.baseline.as_deref();
        let baseline = named.or_else(|| project?.baseline.as_deref());
        if own.is_none() && self.fail_on.is_none() && named.is_none() {
            return Ok(None);
        }
        let own = own.unwrap_or_default();
        let mut terms = match self.fail_on {
            Some(threshold) => {
                Terms { basis: own.basis, superseded: own.superseded, ..Terms::at(threshold) }
            }
            None => own,
        };
        terms.superseded |= self.with_superseded;
        let read = baseline.map(|path| read_baseline(files, path)).transpose()?;
        let (baseline, text) = read.unzip();
        let gate = Gate {
            terms,
            waivers: project.map(|project| project.gate.waivers.clone()).unwrap_or_default(),
            without_waivers: self.no_waivers,
            baseline,
        };
        let mut former_names =
            project.map(|project| project.gate.former_names(rulebook)).unwrap_or_default();
        former_names
            .extend(gate.baseline.iter().flat_map(|baseline| baseline.former_names(rulebook)));
        let gate = gate.called_now(rulebook);
        Ok(Some(AskedGate { gate, baseline: text, former_names }))
    }
}

/// Checks that what the settings name for the gate is known.
///
/// # Errors
///
/// A fault for each name that isn't.
pub fn check_gate_names(project: Option<&Project>, rulebook: &Rulebook) -> Result<(), Vec<Fault>> {
    let faults = project.map(|project| project.gate.unknown_names(rulebook)).unwrap_or_default();
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

/// Reads the file of a baseline.
///
/// # Errors
///
/// Every fault of the file.
pub fn read_baseline(files: &dyn Files, path: &Path) -> Result<(Baseline, Arc<Text>), Vec<Fault>> {
    let text = files.text(path).map_err(|fault| {
        let there = files.exists(path);
        let missing = || "`msacheck baseline` records one: the gaps of today".to_owned();
        vec![fault.maybe_help((!there).then(missing))]
    })?;
    let faults = Faults::new();
    match Baseline::read(&text, &faults) {
        Some(baseline) => Ok((baseline, text)),
        None => Err(faults.into_sorted()),
    }
}
