//! `completions` and `man`: the command line, as shells and `man` know it.

use clap::CommandFactory;
use clap_complete::Shell;

use super::{Cli, Status, Terminal};
use crate::source::Fault;

/// Arguments of `completions`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The shell
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

/// Prints the completions for a shell.
pub(super) fn completions(args: &Args) -> Result<Status, Vec<Fault>> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "msacheck", &mut script);
    Terminal::print(&String::from_utf8_lossy(&script))?;
    Ok(Status::Done)
}

/// Prints the man page.
pub(super) fn man() -> Result<Status, Vec<Fault>> {
    let mut page = Vec::new();
    clap_mangen::Man::new(Cli::command()).render(&mut page).map_err(|error| {
        vec![Fault::whole("output::unwritten", format!("no man page could be made: {error}"))]
    })?;
    Terminal::print(&String::from_utf8_lossy(&page))?;
    Ok(Status::Done)
}
