//! `explain`: a requirement or an arrangement, its source, how it came out and why.

use std::path::PathBuf;

use super::diagnostics;
use super::inputs::{ReadingArgs, Ruled};
use super::pager;
use super::shared::{Shared, day};
use super::status::Status;
use super::terminal::Terminal;
use crate::check::{AskedActions, Disk, Named, find_named, several_forces};
use crate::report::{explain_actions, explain_arrangement, explain_requirement};
use crate::result::Gated;
use crate::source::Fault;
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

    /// Declarations, documents and folders of a force for which to explain it, `-` for standard
    /// input
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,

    /// The day to assess: it picks the law. By default the day of the facts
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<Day>,

    #[command(flatten)]
    reading: ReadingArgs,
}

pub(super) fn run(args: &Args, shared: &Shared, terminal: &Terminal) -> Result<Status, Vec<Fault>> {
    let ruled = Ruled::new(shared)?;
    let rulebook = ruled.rulebook();
    let named = find_named(&args.name, rulebook).map_err(|fault| vec![fault])?;
    let force = force(args, &ruled, terminal)?;
    let mut page = terminal.page();
    match named {
        Named::Requirement(versions) => {
            let assessment = force.as_ref().map(|force| &force.assessment);
            explain_requirement(&mut page, rulebook, versions, assessment);
            if let (Some(force), Some(version)) = (&force, versions.first()) {
                explain_actions(&mut page, force, version.id.as_str());
            }
        }
        Named::Arrangement(arrangement) => {
            let assessment = force.as_ref().map(|force| &force.assessment);
            explain_arrangement(&mut page, rulebook, arrangement, assessment);
        }
    }
    pager::show(page.finish().as_bytes(), terminal)?;
    Ok(Status::Done)
}

/// The force of the files that were named, if any were: its assessment, ungated, and what is done about its
/// gaps.
fn force(args: &Args, ruled: &Ruled, terminal: &Terminal) -> Result<Option<Gated>, Vec<Fault>> {
    if args.files.is_empty() {
        return Ok(None);
    }
    let plan = AskedActions::of(ruled.project.as_ref(), &ruled.rules, &Disk)?;
    let papers = ruled.papers(None)?;
    let check = ruled
        .reading(&args.reading)
        .as_of(args.as_of)
        .planned(plan.as_ref())
        .listed(papers.as_ref());
    let gathered = check.gather(&args.files)?;
    if gathered.failed > 0 {
        return Err(gathered.faults);
    }
    match gathered.declarations.as_slice() {
        [declaration] => {
            diagnostics::show(&gathered.faults, terminal);
            let assessment = check.assessment(declaration);
            let actions = check.actions_on(&assessment);
            Ok(Some(Gated { assessment, verdict: None, actions }))
        }
        several => {
            let ids: Vec<&str> = several.iter().map(|one| one.force.id.as_str()).collect();
            Err(vec![several_forces(&ids)])
        }
    }
}
