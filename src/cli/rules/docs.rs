//! `rules docs`: the rules as a book.

use std::path::PathBuf;

use super::super::inputs::Ruled;
use super::super::output;
use super::super::shared::Shared;
use super::super::status::Status;
use super::super::terminal::Terminal;
use crate::report::book;
use crate::source::Fault;

/// Arguments of `rules docs`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  msacheck rules docs > rules.md
  msacheck rules docs book")]
pub(in crate::cli) struct Args {
    /// A folder to write the pages to, one file each, those of an instrument's rules in a folder of
    /// its name; without it, all go to standard output
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,

    /// Write over pages that are there
    #[arg(long)]
    overwrite: bool,
}

pub(super) fn run(args: &Args, shared: &Shared, _: &Terminal) -> Result<Status, Vec<Fault>> {
    let ruled = Ruled::new(shared)?;
    let rulebook = ruled.rulebook();
    let pages = book(rulebook);
    let Some(folder) = &args.folder else {
        let all: Vec<&str> = pages.iter().map(|page| page.text.as_str()).collect();
        Terminal::print(&all.join("\n"))?;
        return Ok(Status::Done);
    };
    // All pages or none: nothing is written beside a page that may not be overwritten.
    let there: Vec<Fault> = pages
        .iter()
        .map(|page| folder.join(&page.file))
        .filter(|path| !args.overwrite && path.exists())
        .map(|path| output::exists(&path))
        .collect();
    if !there.is_empty() {
        return Err(there);
    }
    let written = pages.iter().try_for_each(|page| {
        let path = folder.join(&page.file);
        output::make_folder(path.parent().unwrap_or(folder))?;
        output::write(&path, &page.text, args.overwrite)
    });
    written.map_err(|fault| vec![fault])?;
    Terminal::say(&format!("Wrote {} pages to {}.\n", pages.len(), folder.display()));
    Ok(Status::Done)
}
