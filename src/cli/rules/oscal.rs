//! `rules oscal`: the rules as an OSCAL catalog.

use super::super::inputs::Ruled;
use super::super::shared::Shared;
use super::super::status::Status;
use super::super::terminal::Terminal;
use crate::report::oscal_catalog;
use crate::source::Fault;

/// Arguments of `rules oscal`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  msacheck rules oscal > catalog.json

The findings of `check --format oscal` refer to its controls: act-2015/s52-notify is the control
act-2015.s52-notify.")]
pub(in crate::cli) struct Args {}

pub(super) fn run(_: &Args, shared: &Shared) -> Result<Status, Vec<Fault>> {
    let ruled = Ruled::new(shared)?;
    let rulebook = ruled.rulebook();
    let catalog = oscal_catalog(rulebook).map_err(|fault| vec![fault])?;
    Terminal::print(&catalog)?;
    Ok(Status::Done)
}
