//! `explain`: a requirement or an arrangement, its source, how it came out and why.

use std::path::PathBuf;

use super::gather::{Asked, gather};
use super::named::{Named, find};
use super::papers::several_forces;
use super::{Shared, Status, Terminal, diagnostics, inputs};
use crate::assessment::{Assessment, assess};
use crate::project::Project;
use crate::report::{explain_arrangement, explain_requirement};
use crate::rulebook::Rulebook;
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

    /// Declarations and documents of a force for which to explain it, `-` for standard input
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,

    /// The day to assess: it picks the law. By default the day of the facts
    #[arg(long, value_name = "DATE", value_parser = inputs::day)]
    as_of: Option<Day>,

    /// The police force that documents are read for. By default the one that they name
    #[arg(long, value_name = "NAME")]
    force: Option<String>,
}

pub(super) fn run(args: &Args, shared: &Shared, terminal: &Terminal) -> Result<Status, Vec<Fault>> {
    let project = inputs::project(shared)?;
    let rulebook = inputs::rulebook(shared, project.as_ref())?;
    let named = find(&args.name, &rulebook).map_err(|fault| vec![fault])?;
    let assessment = assessment(args, shared, project.as_ref(), &rulebook, terminal)?;
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

/// The assessment of the files that were named, if any were: all of one force.
fn assessment(
    args: &Args,
    shared: &Shared,
    project: Option<&Project>,
    rulebook: &Rulebook,
    terminal: &Terminal,
) -> Result<Option<Assessment>, Vec<Fault>> {
    if args.files.is_empty() {
        return Ok(None);
    }
    let faults = Faults::new();
    let asked = Asked {
        files: &args.files,
        force: args.force.as_deref(),
        as_of: args.as_of,
        sources: false,
        shared,
        project,
    };
    let gathered = gather(&asked, rulebook, &faults)?;
    let faults = faults.into_sorted();
    if gathered.failed > 0 {
        return Err(faults);
    }
    match gathered.declarations.as_slice() {
        [declaration] => {
            diagnostics::show(&faults, terminal);
            // As `check` would see it: a gate may ask for a basis.
            let basis = project.and_then(|project| project.gate.terms.as_ref()?.basis);
            let backed = basis.map(|least| declaration.clone().backed_by(least));
            let declaration = backed.as_ref().unwrap_or(declaration);
            let assessment = assess(rulebook, declaration, args.as_of);
            Ok(Some(assessment.judged(declaration, inputs::today(shared))))
        }
        several => {
            let ids: Vec<&str> = several.iter().map(|one| one.force.id.as_str()).collect();
            Err(vec![several_forces(&ids)])
        }
    }
}
