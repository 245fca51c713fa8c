//! `lsp`: a language server over standard input and output.

use std::io::{BufReader, stdin, stdout};
use std::path::Path;

use super::shared::Shared;
use super::status::Status;
use super::today::today;
use crate::lsp::{Options, serve};
use crate::source::Fault;

/// Arguments of `lsp`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Editors start it: docs/editors.md tells how VS Code, Helix and Neovim do. It reads and writes the Language Server Protocol,
ends when its editor does, and writes no file of yours.")]
pub(super) struct Args {
    /// Tell what a person must judge, too
    #[arg(long)]
    pedantic: bool,

    /// What editors ask for that know several ways to talk to a server; it is the only one
    #[arg(long, hide = true)]
    stdio: bool,
}

pub(super) fn run(args: &Args, shared: &Shared) -> Result<Status, Vec<Fault>> {
    let shown = tempfile::tempdir().map_err(|error| {
        let message = format!("no folder can be made for the built-in rules: {}", error.kind());
        vec![Fault::whole("output::unwritten", message)]
    })?;
    let named = shared.today;
    let options = Options {
        rules: shared.rules.clone(),
        packs: shared.pack.clone(),
        drafts: shared.drafts,
        config: shared.config.clone(),
        pedantic: args.pedantic,
        today: Box::new(move || named.unwrap_or_else(today)),
        runs: Box::new(runs),
        shown: shown.path().to_owned(),
    };
    let done = serve(BufReader::new(stdin()), &mut stdout(), options)?;
    // The protocol asks for it: an editor that ends without a word is a failure.
    Ok(if done { Status::Done } else { Status::Failed })
}

/// Whether a process runs, where the system shows that as a file; else it is taken to.
fn runs(process: u32) -> bool {
    let all = Path::new("/proc");
    !all.join("self").exists() || all.join(process.to_string()).exists()
}
