//! The options of a gate.

use std::path::PathBuf;

use super::words::word;
use crate::check::GateAsked;
use crate::gate::Threshold;

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

impl GateArgs {
    /// What they ask for.
    pub(super) fn asked(&self) -> GateAsked {
        GateAsked {
            fail_on: self.fail_on,
            with_superseded: self.with_superseded,
            baseline: self.baseline.clone(),
            no_waivers: self.no_waivers,
        }
    }
}
