//! `rules list`: the requirements, filtered.

use regex::RegexBuilder;

use super::super::inputs::Ruled;
use super::super::output;
use super::super::shared::{Shared, day};
use super::super::status::Status;
use super::super::terminal::Terminal;
use super::super::words::{ListFormat, word};
use crate::check::check_names;
use crate::report::{list_requirements, list_stale, rules_json};
use crate::rulebook::{Instrument, Requirement, Rulebook};
use crate::source::Fault;
use crate::standing::{Bearer, Day, Strength, Warrant};

/// Arguments of `rules list`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  msacheck rules list --strength duty --as-of 2015-11-01
  msacheck rules list --warrant inferred        what no words that were read ask in terms
  msacheck rules list 'rank|dedicated'
  msacheck rules list --stale --pack yardsticks what must be read again, and where")]
pub(in crate::cli) struct Args {
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

    /// Only those that this bears
    #[arg(long, value_name = "BEARER", value_parser = word::<Bearer>)]
    bearer: Option<Bearer>,

    /// Only those of which the words that ask it were read (seen), weren't or aren't there (inferred),
    /// or nothing bears it out (recalled)
    #[arg(long, value_name = "WARRANT", value_parser = word::<Warrant>)]
    warrant: Option<Warrant>,

    /// Only those in force on this day
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<Day>,

    /// Instead of requirements, the texts that were read as they stood before today (or before
    /// --as-of), and where to read them again
    #[arg(long, conflicts_with_all = ["pattern", "arrangement", "strength", "bearer", "warrant", "format"])]
    stale: bool,

    /// How to show them
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    format: ListFormat,
}

pub(super) fn run(args: &Args, shared: &Shared, terminal: &Terminal) -> Result<Status, Vec<Fault>> {
    let ruled = Ruled::new(shared)?;
    let rulebook = ruled.rulebook();
    if args.stale {
        return stale(args, rulebook, args.as_of.unwrap_or(shared.today()), terminal);
    }
    let chosen = choose(args, rulebook)?;
    if args.format == ListFormat::Json {
        let json = rules_json(&chosen).map_err(|error| output::no_json(&error))?;
        Terminal::print(&json)?;
    } else {
        let mut page = terminal.page();
        list_requirements(&mut page, &chosen);
        Terminal::print(&page.finish())?;
    }
    Ok(Status::Done)
}

fn stale(
    args: &Args,
    rulebook: &Rulebook,
    day: Day,
    terminal: &Terminal,
) -> Result<Status, Vec<Fault>> {
    check_names(rulebook, args.instrument.as_slice(), &[])?;
    let asked = |one: &&Instrument| args.instrument.as_ref().is_none_or(|id| one.id.as_str() == id);
    let instruments: Vec<&Instrument> = rulebook.instruments().iter().filter(asked).collect();
    let mut page = terminal.page();
    list_stale(&mut page, &instruments, day);
    Terminal::print(&page.finish())?;
    Ok(Status::Done)
}

fn choose<'a>(args: &Args, rulebook: &'a Rulebook) -> Result<Vec<&'a Requirement>, Vec<Fault>> {
    check_names(rulebook, args.instrument.as_slice(), args.arrangement.as_slice())?;
    let pattern = match &args.pattern {
        Some(pattern) => {
            let regex = RegexBuilder::new(pattern).case_insensitive(true).build();
            Some(regex.map_err(|error| {
                let message = format!("`{pattern}` is no regular expression");
                vec![Fault::whole("usage::pattern", message).help(error.to_string())]
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
    let chosen = rulebook.requirements().iter().filter(|requirement| {
        args.instrument.as_ref().is_none_or(|id| requirement.instrument.as_str() == id)
            && args.arrangement.as_ref().is_none_or(|id| requirement.rests_on(id))
            && args.strength.is_none_or(|strength| requirement.strength == strength)
            && args.bearer.is_none_or(|bearer| requirement.bearer.contains(&bearer))
            && args.warrant.is_none_or(|warrant| requirement.warrant == warrant)
            && args.as_of.is_none_or(|day| requirement.in_force_on(day))
            && matches(requirement)
    });
    Ok(chosen.collect())
}
