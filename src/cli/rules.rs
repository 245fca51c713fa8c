//! `rules`: reading the rules themselves.

use regex::RegexBuilder;

use super::check::{Format, word};
use super::explain::{Named, find};
use super::{Shared, Status, Terminal, inputs};
use crate::report::{
    list_requirements, rules_json, show_arrangement, show_instrument, show_requirement,
};
use crate::rulebook::Requirement;
use crate::source::Fault;
use crate::standing::{Day, Strength};

/// What can be done with rules.
#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    /// List requirements
    List(List),
    /// Show a requirement, an arrangement or an instrument in full
    Show(Show),
}

/// Arguments of `rules list`.
#[derive(Debug, clap::Args)]
pub(super) struct List {
    /// Only those whose id, title, citation or needs match this regular expression
    #[arg(value_name = "PATTERN")]
    pattern: Option<String>,

    /// Only those of this instrument
    #[arg(long, value_name = "ID")]
    instrument: Option<String>,

    /// Only those that rest on this arrangement
    #[arg(long, value_name = "ID")]
    arrangement: Option<String>,

    /// Only those of this strength
    #[arg(long, value_name = "STRENGTH", value_parser = word::<Strength>)]
    strength: Option<Strength>,

    /// Only those in force on this day
    #[arg(long, value_name = "DATE")]
    as_of: Option<Day>,

    /// How to show them
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    format: Format,
}

/// Arguments of `rules show`.
#[derive(Debug, clap::Args)]
pub(super) struct Show {
    /// A requirement, with or without its instrument, an arrangement, or an instrument
    #[arg(value_name = "ID")]
    name: String,
}

pub(super) fn run(
    command: &Command,
    shared: &Shared,
    terminal: &Terminal,
) -> Result<Status, Vec<Fault>> {
    let project = inputs::project(shared)?;
    let rulebook = inputs::rulebook(shared, project.as_ref())?;
    let mut page = terminal.page();
    match command {
        Command::List(args) => {
            let chosen = choose(args, rulebook.requirements())?;
            if args.format == Format::Json {
                let json = rules_json(&chosen).map_err(|error| {
                    vec![Fault::whole("output::unwritten", format!("no JSON: {error}"))]
                })?;
                Terminal::print(&json)?;
                return Ok(Status::Done);
            }
            list_requirements(&mut page, &chosen);
        }
        Command::Show(args) => match rulebook.instrument(&args.name) {
            Some(instrument) => show_instrument(&mut page, &rulebook, instrument),
            None => match find(&args.name, &rulebook).map_err(|fault| vec![fault])? {
                Named::Requirement(versions) => {
                    show_requirement(&mut page, &rulebook, versions, None);
                }
                Named::Arrangement(arrangement) => {
                    show_arrangement(&mut page, &rulebook, arrangement);
                }
            },
        },
    }
    Terminal::print(&page.finish())?;
    Ok(Status::Done)
}

fn choose<'a>(
    args: &List,
    requirements: &'a [Requirement],
) -> Result<Vec<&'a Requirement>, Vec<Fault>> {
    let pattern = match &args.pattern {
        Some(pattern) => {
            Some(RegexBuilder::new(pattern).case_insensitive(true).build().map_err(|error| {
                vec![Fault::whole("usage::pattern", format!("`{pattern}`: {error}"))]
            })?)
        }
        None => None,
    };
    let matches = |requirement: &Requirement| {
        let Some(pattern) = &pattern else { return true };
        let needs = requirement.needs.iter().map(ToString::to_string);
        let own =
            [requirement.id.to_string(), requirement.title.clone(), requirement.citation.clone()];
        needs.chain(own).any(|text| pattern.is_match(&text))
    };
    let chosen = requirements.iter().filter(|requirement| {
        args.instrument.as_ref().is_none_or(|id| requirement.instrument.as_str() == id)
            && args.arrangement.as_ref().is_none_or(|id| requirement.rests_on(id))
            && args.strength.is_none_or(|strength| requirement.strength == strength)
            && args.as_of.is_none_or(|day| requirement.in_force_on(day))
            && matches(requirement)
    });
    Ok(chosen.collect())
}
