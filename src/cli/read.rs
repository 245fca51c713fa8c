//! `read`: what documents declare, with the words that prove it.

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::thread::available_parallelism;

use clap::ValueEnum;

use super::documents::Documents;
use super::forces::near_miss;
use super::inputs::bytes;
use super::ordered::in_order;
use super::readings::Readings;
use super::{Shared, Status, Terminal, diagnostics, draft, inputs};
use crate::document::{SIZE_LIMIT, caught, open};
use crate::reading::{Reader, Scratch, date};
use crate::report::{
    ReadDocument, Topics, explain_reading, reading_json, reading_line, reading_look,
};
use crate::source::Fault;
use crate::standing::Day;

/// Arguments of `read`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  msacheck read answer.pdf                     a look at it, the words that decide marked
  msacheck read --explain answer.pdf           which words made a statement, or why they made none
  msacheck read --force northmarch papers      a folder; what .gitignore names is left out
  msacheck read --format ndjson 'papers/**/*.pdf' > readings.ndjson

Exit status: 0 all was read; 2 some of it couldn't be, and the rest was.")]
pub(super) struct Args {
    #[command(flatten)]
    documents: Documents,

    /// The police force that the documents are read for: its id or name. By default the one that
    /// each speaks for
    #[arg(long, value_name = "NAME")]
    force: Option<String>,

    /// Show, sentence by sentence, which words made a statement, or why they made none
    #[arg(long)]
    explain: bool,

    /// Show the whole text, not only what states something
    #[arg(long, conflicts_with = "explain")]
    all: bool,

    /// How to show the result
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    format: Format,

    /// How many documents to read at once. By default as many as there are processors
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    jobs: Option<u16>,

    #[command(flatten)]
    draft: draft::DraftArgs,
}

/// The formats of readings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For a terminal
    Table,
    /// Complete, for programs: one object, or several under `documents`
    Json,
    /// The same object on a line for each document, as soon as it is read
    Ndjson,
}

/// What came of one thing that was found.
pub(super) enum Outcome {
    /// A document, told in the format asked for, and what somebody should look at.
    Read(String, Vec<Fault>),
    /// A document, or a folder of them, that couldn't be read.
    Unread(Fault),
    /// No document, but something to be said.
    Warning(Fault),
}

pub(super) fn run(args: &Args, shared: &Shared, terminal: &Terminal) -> Result<Status, Vec<Fault>> {
    if args.draft.asked() {
        let (documents, force) = (&args.documents, args.force.as_deref());
        return draft::run(&args.draft, documents, force, shared, terminal);
    }
    let project = inputs::project(shared)?;
    let rulebook = inputs::rulebook(shared, project.as_ref())?;
    let lexicon = inputs::lexicon(shared, project.as_ref())?;
    if let Some(warning) = args.force.as_ref().and_then(|name| near_miss(name, &lexicon.forces)) {
        diagnostics::show(&[warning], terminal);
    }
    let read: BTreeSet<_> = lexicon.cues.iter().map(|cue| cue.arrangement.clone()).collect();
    let work = Work {
        reader: &Reader::new(&lexicon, rulebook.vocabulary().ranks()),
        topics: &Topics::new(rulebook.vocabulary(), read),
        spare: Mutex::new(Vec::new()),
        today: inputs::today(shared),
        args,
        terminal,
    };
    let single = args.documents.is_one();
    let jobs = match (single, args.jobs) {
        (true, _) => 1,
        (false, Some(jobs)) => usize::from(jobs),
        (false, None) => available_parallelism().map_or(1, usize::from),
    };
    let mut readings = Readings::new(args.format, single, !args.explain, terminal, || {
        args.documents.find().filter(Result::is_ok).count()
    });
    let mut failed = None;
    in_order(
        args.documents.find(),
        jobs,
        |found| work.outcome(found),
        |outcome| match readings.take(outcome) {
            Ok(flow) => flow,
            Err(faults) => {
                failed = Some(faults);
                ControlFlow::Break(())
            }
        },
    )
    .map_err(|fault| vec![fault])?;
    let finished = readings.finish();
    failed.map_or(finished, Err)
}

/// What it takes to read a document, on any thread.
struct Work<'a> {
    reader: &'a Reader,
    topics: &'a Topics<'a>,
    /// The room that a thread needs for one document: there is as much as there are threads.
    spare: Mutex<Vec<Scratch>>,
    today: Day,
    args: &'a Args,
    terminal: &'a Terminal,
}

impl Work<'_> {
    fn outcome(&self, found: Result<PathBuf, Fault>) -> Outcome {
        let path = match found {
            Ok(path) => path,
            Err(fault) if fault.is_warning() => return Outcome::Warning(fault),
            Err(fault) => return Outcome::Unread(fault),
        };
        match caught(|| self.read(&path)) {
            Ok(Ok((told, warnings))) => Outcome::Read(told, warnings),
            Ok(Err(fault)) => Outcome::Unread(fault),
            Err(place) => Outcome::Unread(panicked(&path, &place)),
        }
    }

    fn read(&self, path: &Path) -> Result<(String, Vec<Fault>), Fault> {
        let bytes = bytes(path, SIZE_LIMIT)?;
        let document = open(&path.display().to_string(), &bytes)?;
        drop(bytes);
        // Where a panic strikes, the room is lost with whatever state it was in.
        let mut scratch = self.spare().pop().unwrap_or_default();
        let asked = self.args.force.as_deref();
        let mut reading = self.reader.read(&document, asked, &mut scratch);
        if let (true, None, Some(name)) = (reading.speaks, &reading.force, asked) {
            reading.force_name = Some(name.to_owned());
        }
        self.spare().push(scratch);
        let dated = date(&document, self.today);
        let read = ReadDocument { document, reading, dated };
        let told = self.told(&read)?;
        Ok((told, read.document.faults))
    }

    fn spare(&self) -> std::sync::MutexGuard<'_, Vec<Scratch>> {
        self.spare.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    fn told(&self, read: &ReadDocument) -> Result<String, Fault> {
        let explain = self.args.explain;
        let page = || self.terminal.page();
        let json = match self.args.format {
            Format::Table if explain => return Ok(explain_reading(read, self.topics, page())),
            Format::Table => return Ok(reading_look(read, self.topics, self.args.all, page())),
            Format::Json => reading_json(read, explain),
            Format::Ndjson => reading_line(read, explain),
        };
        json.map_err(|error| {
            Fault::whole("output::unwritten", format!("no JSON could be made: {error}"))
        })
    }
}

/// The fault of a document on which the program itself failed.
pub(super) fn panicked(path: &Path, place: &str) -> Fault {
    let message = format!("`{}` couldn't be read: this is a fault of msacheck", path.display());
    Fault::whole("document::panicked", message).help(format!(
        "please report it with the document, or with what kind of document it is, and this place: \
         {place}"
    ))
}
