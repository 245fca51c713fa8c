//! The gate of a command: from its options, the settings and the file of the baseline.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::words::word;
use crate::gate::{Baseline, Gate, Terms, Threshold};
use crate::project::Project;
use crate::rulebook::Rulebook;
use crate::source::{Fault, Faults, Text, read_file};

/// The options of a gate.
#[derive(Debug, clap::Args)]
pub(super) struct GateArgs {
    /// Exit with 1 where an outcome is this or weaker (powers apart): not-evidenced, withheld,
    /// planned or partly-met. It takes the place of every threshold in the settings
    #[arg(long, value_name = "THRESHOLD", value_parser = word::<Threshold>)]
    fail_on: Option<Threshold>,

    /// Let superseded requirements count for the gate
    #[arg(long)]
    with_superseded: bool,

    /// Fail only for gaps that are new or worse than this file of `msacheck baseline` records, and for
    /// arrangements that went silent since. It asks for a gate: without one in the settings, the
    /// default one
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,

    /// Judge as if there were no waivers
    #[arg(long)]
    no_waivers: bool,

    /// Say in a sentence why the gate passes or fails
    #[arg(long)]
    pub(super) explain_gate: bool,
}

/// A gate, with the file of its baseline.
pub(super) struct AskedGate {
    pub(super) gate: Gate,
    pub(super) baseline: Option<Arc<Text>>,
}

impl GateArgs {
    /// The gate that was asked for, if one was.
    pub(super) fn gate(
        &self,
        project: Option<&Project>,
        rulebook: &Rulebook,
    ) -> Result<Option<AskedGate>, Vec<Fault>> {
        check_names(project, rulebook)?;
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
        let read = baseline.map(read_baseline).transpose()?;
        let (baseline, text) = read.unzip();
        let gate = Gate {
            terms,
            waivers: project.map(|project| project.gate.waivers.clone()).unwrap_or_default(),
            without_waivers: self.no_waivers,
            baseline,
        };
        Ok(Some(AskedGate { gate, baseline: text }))
    }
}

/// Checks that what the settings name for the gate is known.
pub(super) fn check_names(
    project: Option<&Project>,
    rulebook: &Rulebook,
) -> Result<(), Vec<Fault>> {
    let faults = project.map(|project| project.gate.unknown_names(rulebook)).unwrap_or_default();
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

/// Reads the file of a baseline.
pub(super) fn read_baseline(path: &Path) -> Result<(Baseline, Arc<Text>), Vec<Fault>> {
    let text = read_file(path).map_err(|fault| {
        let fault = if path.exists() {
            fault
        } else {
            fault.help("`msacheck baseline` records one: the gaps of today")
        };
        vec![fault]
    })?;
    let faults = Faults::new();
    match Baseline::read(&text, &faults) {
        Some(baseline) => Ok((baseline, text)),
        None => Err(faults.into_sorted()),
    }
}
