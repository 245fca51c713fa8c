//! `report`: a saved result in another format, without assessing anew.

use std::path::PathBuf;

use super::reports::Reports;
use super::status::Status;
use super::terminal::Terminal;
use crate::check::{Disk, saved};
use crate::source::Fault;

/// Arguments of `report`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  msacheck check --format json --output result.json northmarch.toml
  msacheck report result.json                             as a table
  msacheck report result.json --format markdown --output annex.md
  msacheck report result.json --report sarif=gaps.sarif --report junit=gaps.xml

Exit status: that of the check that made the result: 0, 1 where its gate fails, 2 where it is incomplete.")]
pub(super) struct Args {
    /// What `check --format json` wrote; `-` for standard input
    #[arg(value_name = "RESULT")]
    result: PathBuf,

    #[command(flatten)]
    reports: Reports,
}

pub(super) fn run(args: &Args, terminal: &Terminal) -> Result<Status, Vec<Fault>> {
    args.reports.check(std::slice::from_ref(&args.result))?;
    let result = saved(&Disk, &args.result).map_err(|fault| vec![fault])?;
    args.reports.make(&result, terminal)?;
    Ok(Status::of(&result))
}
