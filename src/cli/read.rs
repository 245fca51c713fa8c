//! `read`: what documents declare, with the words that prove it.

use std::path::PathBuf;

use super::words::Format;
use super::{Shared, Status, Terminal, draft, inputs, output};
use crate::document::open;
use crate::reading::{Reader, Scratch};
use crate::report::{explain_reading, reading_json};
use crate::source::Fault;

/// Arguments of `read`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Documents to read
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,

    /// The police force that the documents are read for
    #[arg(long, value_name = "NAME")]
    force: Option<String>,

    /// Show, sentence by sentence, which words made a statement, or why they made none
    #[arg(long)]
    explain: bool,

    /// How to show the result
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    format: Format,

    #[command(flatten)]
    draft: draft::DraftArgs,
}

pub(super) fn run(args: &Args, shared: &Shared, terminal: &Terminal) -> Result<Status, Vec<Fault>> {
    if args.draft.asked() {
        return draft::run(&args.draft, &args.files, args.force.as_deref(), shared, terminal);
    }
    let project = inputs::project(shared)?;
    let rulebook = inputs::rulebook(shared, project.as_ref())?;
    let lexicon = inputs::lexicon(shared, project.as_ref())?;
    let reader = Reader::new(&lexicon, rulebook.vocabulary().ranks());
    let mut scratch = Scratch::default();
    for file in &args.files {
        let bytes = std::fs::read(file)
            .map_err(|error| vec![Fault::whole("file::unreadable", error.to_string())])?;
        let document = open(&file.display().to_string(), &bytes).map_err(|fault| vec![fault])?;
        let reading = reader.read(&document, args.force.as_deref(), &mut scratch);
        if args.explain {
            Terminal::print(&explain_reading(&document, &reading))?;
        } else {
            let json =
                reading_json(&document, &reading).map_err(|error| output::no_json(&error))?;
            Terminal::print(&json)?;
        }
    }
    Ok(Status::Done)
}
