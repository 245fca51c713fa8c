//! `explain`: a requirement or an arrangement, its source, how it came out and why.

use std::path::PathBuf;

use super::{Shared, Status, Terminal, diagnostics, inputs};
use crate::assessment::{Assessment, assess};
use crate::report::{explain_arrangement, explain_requirement};
use crate::rulebook::{Arrangement, Requirement, Rulebook};
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

/// What a name stands for.
pub(super) enum Named<'a> {
    Requirement(&'a [Requirement]),
    Arrangement(&'a Arrangement),
}

/// Finds what a name stands for: a requirement by its full id, or by its own where only one
/// instrument has it; or an arrangement.
pub(super) fn find<'a>(name: &str, rulebook: &'a Rulebook) -> Result<Named<'a>, Fault> {
    let versions = rulebook.versions(name);
    if !versions.is_empty() {
        return Ok(Named::Requirement(versions));
    }
    if let Some(arrangement) = rulebook.vocabulary().arrangement(name) {
        return Ok(Named::Arrangement(arrangement));
    }
    let ids = || rulebook.by_id().filter_map(|versions| versions.first().map(|r| r.id.as_str()));
    let own = |id: &'a str| id.split_once('/').map_or(id, |(_, own)| own);
    let matching: Vec<&str> = ids().filter(|id| own(id) == name).collect();
    match matching.as_slice() {
        [only] => Ok(Named::Requirement(rulebook.versions(only))),
        [] if is_struck(name, rulebook) => {
            let message = format!("`{name}` is switched off: its text doesn't bear it out");
            Err(Fault::whole("usage::struck", message)
                .help("the reason stands in the file of confirmations, and in every check"))
        }
        [] => {
            let arrangements = rulebook.vocabulary().arrangements().iter().map(|a| a.id.as_str());
            let instruments = rulebook.instruments().iter().map(|known| known.id.as_str());
            let known: Vec<&str> =
                instruments.chain(ids()).chain(ids().map(own)).chain(arrangements).collect();
            let otherwise = "`msacheck rules list` lists the requirements, `rules show INSTRUMENT` an instrument";
            Err(inputs::unknown("requirement or arrangement", name, known, otherwise))
        }
        several => Err(Fault::whole(
            "usage::ambiguous-name",
            format!("`{name}` stands for {} requirements", several.len()),
        )
        .help(format!("name one of: {}", several.join(", ")))),
    }
}

fn is_struck(name: &str, rulebook: &Rulebook) -> bool {
    let struck = rulebook.struck().iter().map(|(row, _)| row.requirement.as_str());
    struck
        .into_iter()
        .any(|id| id == name || id.split_once('/').is_some_and(|(_, own)| own == name))
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
