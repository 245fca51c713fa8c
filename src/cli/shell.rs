//! `completions` and `man`: the command line, as shells and `man` know it.

use clap_complete::Shell;

use super::status::Status;
use super::terminal::Terminal;
use crate::check::unknown;
use crate::source::Fault;

/// Arguments of `completions`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The shell
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

/// Prints the completions for a shell.
pub(super) fn completions(args: &Args, mut program: clap::Command) -> Result<Status, Vec<Fault>> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut program, "msacheck", &mut script);
    Terminal::print(&String::from_utf8_lossy(&script))?;
    Ok(Status::Done)
}

/// Arguments of `man`.
#[derive(Debug, clap::Args)]
pub(super) struct ManArgs {
    /// The command whose page it is, such as `check` or `rules list`; without it, the program's
    #[arg(value_name = "COMMAND")]
    command: Vec<String>,
}

/// Prints the man page of the program or of a command.
pub(super) fn man(args: &ManArgs, mut root: clap::Command) -> Result<Status, Vec<Fault>> {
    root.build();
    let mut command = &root;
    for name in &args.command {
        command = command.find_subcommand(name).ok_or_else(|| {
            let known: Vec<&str> = command.get_subcommands().map(clap::Command::get_name).collect();
            let otherwise = format!("known are: {}", known.join(", "));
            vec![unknown("command", name, known.iter().copied(), &otherwise)]
        })?;
    }
    let mut page = Vec::new();
    clap_mangen::Man::new(command.clone()).render(&mut page).map_err(|error| {
        vec![Fault::whole("output::unwritten", format!("no man page could be made: {error}"))]
    })?;
    Terminal::print(&String::from_utf8_lossy(&page))?;
    Ok(Status::Done)
}
