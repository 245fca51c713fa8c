//! `serve`: pages to work on, in the browser on this machine.

use std::path::PathBuf;

use super::browser;
use super::inputs::Ruled;
use super::shared::Shared;
use super::status::Status;
use super::terminal::Terminal;
use super::today::today;
use crate::serve::{Work, listen};
use crate::source::Fault;

/// Arguments of `serve`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  msacheck serve                 work on the current folder
  msacheck serve assessments     work on another

On a desktop it opens in the browser; else open the address that it prints. That is good once, and for this machine alone: nothing that you enter leaves \
it. All is saved in files of the folder, which the other commands know. End it with Ctrl-C, or on the page.")]
pub(super) struct Args {
    /// The folder to work on: its declarations, its papers, its msacheck.toml. By default the current one
    #[arg(value_name = "FOLDER")]
    folder: Option<PathBuf>,

    /// The port to listen on. By default one that is free
    #[arg(long, value_name = "PORT", default_value_t = 0, hide_default_value = true)]
    port: u16,

    /// Print the address, and open no browser
    #[arg(long)]
    no_open: bool,
}

pub(super) fn run(args: &Args, shared: &Shared) -> Result<Status, Vec<Fault>> {
    if let Some(folder) = &args.folder {
        std::env::set_current_dir(folder).map_err(|error| {
            let message = format!("`{}` can't be worked on: {}", folder.display(), error.kind());
            vec![Fault::whole("usage::not-served", message).help("name a folder that is there")]
        })?;
    }
    let Ruled { rules, .. } = Ruled::new(shared)?;
    let listening = listen(Work::new(rules, today, shared.today), args.port).map_err(|error| {
        let message = format!("nothing can listen on port {}: {}", args.port, error.kind());
        vec![Fault::whole("usage::not-served", message).help("leave `--port` out, or name another")]
    })?;
    Terminal::print(&format!("Open {}\n", listening.address()))?;
    Terminal::say("It is good once, on this machine. End with Ctrl-C.\n");
    if !args.no_open {
        browser::open(&listening.address());
    }
    listening.run().map_err(|error| {
        vec![Fault::whole("usage::not-served", format!("the server ended: {error}"))]
    })?;
    Ok(Status::Done)
}
