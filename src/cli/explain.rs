//! `explain`: a requirement or an arrangement, its source, how it came out and why.

use std::path::PathBuf;

use super::named::{Named, find};
use super::{Shared, Status, Terminal, diagnostics, inputs};
use crate::assessment::{Assessment, assess};
use crate::report::{explain_arrangement, explain_requirement};
use crate::source::{Fault, Faults};
use crate::standing::Day;

/// Arguments of `explain`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  msacheck explain strategy-2014/pursue-lead
  msacheck explain s52-notify northmarch.toml
  msacheck explain lead northmarch.toml")]
pub(super) struct Args {
    /// A requirement, with or without its instrument, or an arrangement
    #[arg(value_name = "REQUIREMENT|ARRANGEMENT")]
    name: String,

    /// A declaration for which to explain it, `-` for standard input
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,

    /// The day to assess: it picks the law. By default the day of the facts
    #[arg(long, value_name = "DATE", value_parser = inputs::day)]
    as_of: Option<Day>,
}

pub(super) fn run(args: &Args, shared: &Shared, terminal: &Terminal) -> Result<Status, Vec<Fault>> {
    let project = inputs::project(shared)?;
    let rulebook = inputs::rulebook(shared, project.as_ref())?;
    let named = find(&args.name, &rulebook).map_err(|fault| vec![fault])?;
    let assessment = match &args.file {
        Some(file) => {
            let faults = Faults::new();
            let today = inputs::today(shared);
            let declaration = inputs::declaration(file, &rulebook, today, &faults);
            let faults = faults.into_sorted();
            let Some(declaration) = declaration else { return Err(faults) };
            diagnostics::show(&faults, terminal);
            Some(assess(&rulebook, &declaration, args.as_of))
        }
        None => None,
    };
    let mut page = terminal.page();
    let assessment: Option<&Assessment> = assessment.as_ref();
    match named {
        Named::Requirement(versions) => {
            explain_requirement(&mut page, &rulebook, versions, assessment);
        }
        Named::Arrangement(arrangement) => {
            explain_arrangement(&mut page, &rulebook, arrangement, assessment);
        }
    }
    Terminal::print(&page.finish())?;
    Ok(Status::Done)
}
