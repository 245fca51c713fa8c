//! The gate of a check: from what was asked for, the settings and the file of the baseline.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::files::Files;
use super::inside::named_by_settings;
use super::rules::AskedRules;
use crate::gate::{Against, Baseline, Gate, Terms, Threshold};
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
    /// What somebody should look at: names in the settings that requirements had once, what is odd in
    /// the baseline.
    pub warnings: Vec<Fault>,
}

/// A baseline as it was read, under the names of today.
#[derive(Clone, Debug)]
pub struct ReadBaseline {
    /// The baseline.
    pub baseline: Baseline,
    /// The text of its file.
    pub text: Arc<Text>,
    /// What somebody should look at.
    pub warnings: Vec<Fault>,
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
        rules: &AskedRules,
        files: &dyn Files,
    ) -> Result<Option<AskedGate>, Vec<Fault>> {
        check_gate_names(project, rules.rulebook())?;
        let own = project.and_then(|project| project.gate.terms.clone());
        let named = self.baseline.as_deref();
        let baseline = named.or_else(|| project?.baseline.as_deref());
        if own.is_none() && self.fail_on.is_none() && named.is_none() {
            return Ok(None);
        }
        let own = own.unwrap_or_default();
        let mut terms = match self.fail_on {
            Some(threshold) => {
                let Terms { basis, superseded, may_be_empty, .. } = own;
                Terms { basis, superseded, may_be_empty, ..Terms::at(threshold) }
            }
            None => own,
        };
        terms.superseded |= self.with_superseded;
        let by_settings = project.filter(|_| named.is_none());
        let read =
            baseline.map(|path| read_baseline(files, path, by_settings, rules)).transpose()?;
        let (baseline, text, warnings) = match read {
            Some(ReadBaseline { baseline, text, warnings }) => {
                (Some(baseline), Some(text), warnings)
            }
            None => (None, None, Vec::new()),
        };
        let gate = Gate {
            terms,
            waivers: project.map(|project| project.gate.waivers.clone()).unwrap_or_default(),
            without_waivers: self.no_waivers,
            baseline,
        };
        let rulebook = rules.rulebook();
        let former = project.map(|project| project.gate.former_names(rulebook));
        let warnings = former.into_iter().flatten().chain(warnings).collect();
        let gate = gate.called_now(rulebook);
        Ok(Some(AskedGate { gate, baseline: text, warnings }))
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

/// Reads the file of a baseline, for what is asked by some rules to be held against it. Where settings
/// name it, they are given.
///
/// # Errors
///
/// Every fault of the file.
pub fn read_baseline(
    files: &dyn Files,
    path: &Path,
    settings: Option<&Project>,
    rules: &AskedRules,
) -> Result<ReadBaseline, Vec<Fault>> {
    let text = files.text(path).map_err(|fault| {
        let there = files.exists(path);
        let missing = || "`msacheck baseline` records one: the gaps of today".to_owned();
        vec![fault.maybe_help((!there).then(missing))]
    })?;
    let text = match settings {
        Some(project) => named_by_settings(files, project, path, text),
        None => text,
    };
    let faults = Faults::new();
    let digests = rules.digests();
    let against = Against { rulebook: rules.rulebook(), rules: &digests };
    let baseline = Baseline::read_for(&text, Some(against), &faults);
    let faults = faults.into_sorted();
    match baseline {
        Some(baseline) => {
            let former = baseline.former_names(rules.rulebook());
            let baseline = baseline.called_now(rules.rulebook());
            let warnings = faults.into_iter().chain(former).collect();
            Ok(ReadBaseline { baseline, text, warnings })
        }
        None => Err(faults),
    }
}
