//! `rules show`: a requirement, an arrangement or an instrument in full.

use super::super::inputs::Ruled;
use super::super::pager;
use super::super::shared::Shared;
use super::super::status::Status;
use super::super::terminal::Terminal;
use crate::check::{Named, find_named};
use crate::report::{show_arrangement, show_instrument, show_requirement};
use crate::source::Fault;

/// Arguments of `rules show`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  msacheck rules show s52-notify
  msacheck rules show lead
  msacheck rules show act-2015")]
pub(in crate::cli) struct Args {
    /// A requirement, with or without its instrument, an arrangement, or an instrument
    #[arg(value_name = "ID")]
    name: String,
}

pub(super) fn run(args: &Args, shared: &Shared, terminal: &Terminal) -> Result<Status, Vec<Fault>> {
    let ruled = Ruled::new(shared)?;
    let rulebook = ruled.rulebook();
    let mut page = terminal.page();
    match rulebook.instrument(&args.name) {
        Some(instrument) => show_instrument(&mut page, rulebook, instrument),
        None => match find_named(&args.name, rulebook).map_err(|fault| vec![fault])? {
            Named::Requirement(versions) => show_requirement(&mut page, rulebook, versions, None),
            Named::Arrangement(arrangement) => show_arrangement(&mut page, rulebook, arrangement),
        },
    }
    pager::show(page.finish().as_bytes(), terminal)?;
    Ok(Status::Done)
}
