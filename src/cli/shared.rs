//! The options that every command takes.

use std::path::PathBuf;

use clap::ColorChoice;

use super::today::today;
use crate::standing::{Day, PartialDate};

/// What every command takes.
#[derive(Debug, clap::Args)]
#[command(next_display_order = 1000)]
pub(super) struct Shared {
    /// A folder of rule packs to load beside the built-in ones; may be given more than once
    #[arg(long, global = true, value_name = "DIR")]
    pub(super) rules: Vec<PathBuf>,

    /// An optional pack to ask of, such as `yardsticks`; may be given more than once
    #[arg(long, global = true, value_name = "ID")]
    pub(super) pack: Vec<String>,

    /// Ask drafts, too: rules whose source nobody has seen
    #[arg(long, global = true)]
    pub(super) drafts: bool,

    /// Settings to use instead of the current folder's msacheck.toml
    #[arg(long, global = true, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,

    /// The day that counts as today: for the last day of waivers and judgements, the deadlines of actions,
    /// and dates in the future. By default the day that it is in London
    #[arg(long, global = true, value_name = "DATE", value_parser = day)]
    pub(super) today: Option<Day>,

    /// When to use colour
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(super) color: ColorChoice,

    /// Print what is long at once, where a terminal would have it a page at a time
    #[arg(long, global = true)]
    pub(super) no_pager: bool,
}

impl Shared {
    /// The options as they must be typed again for another command to see the same rules.
    pub(super) fn again(&self) -> Vec<String> {
        let rules =
            self.rules.iter().map(|folder| ["--rules".to_owned(), folder.display().to_string()]);
        let config =
            self.config.iter().map(|file| ["--config".to_owned(), file.display().to_string()]);
        let packs = self.pack.iter().map(|pack| ["--pack".to_owned(), pack.clone()]);
        let drafts = self.drafts.then(|| "--drafts".to_owned());
        let today = self.today.iter().map(|day| ["--today".to_owned(), day.to_string()]);
        rules.chain(config).chain(packs).chain(today).flatten().chain(drafts).collect()
    }

    /// The day that is today: the one given, else the one that it is in London.
    pub(super) fn today(&self) -> Day {
        self.today.unwrap_or_else(today)
    }
}

/// Reads a day on the command line.
pub(super) fn day(text: &str) -> Result<Day, String> {
    match PartialDate::parse(text) {
        Some(PartialDate::Day(day)) => Ok(day),
        _ => Err("expected a whole date that exists, such as 2017-06-30".to_owned()),
    }
}
