//! `read`: what documents declare, with the words that prove it.

use std::mem::ManuallyDrop;
use std::ops::ControlFlow;
use std::path::PathBuf;

use super::inputs::{ReadingArgs, Ruled};
use super::readings::{ReadOutcome, ReadingFormat, Readings};
use super::shared::Shared;
use super::status::Status;
use super::terminal::Terminal;
use super::{decide, diagnostics, draft};
use crate::check::{Disk, FoundFile, PaperReader, decisions, in_order};
use crate::reading::ReadDocument;
use crate::report::{Topics, explain_reading, reading_json, reading_line, reading_look};
use crate::source::Fault;

/// Arguments of `read`.
#[derive(Debug, clap::Args)]
#[command(group = clap::ArgGroup::new("written").args(["draft", "decide"]))]
#[command(after_help = "\
Examples:
  msacheck read answer.pdf                     a look at it, the words that decide marked
  msacheck read --explain answer.pdf           which words made a statement, or why they made none
  msacheck read --force northmarch papers      a folder; what .gitignore names is left out
  msacheck read --decide --output northmarch.toml papers      asks what a person must decide
  msacheck read --format ndjson 'papers/**/*.pdf' > readings.ndjson

Exit status: 0 all was read; 2 some of it couldn't be, and the rest was.")]
pub(super) struct Args {
    /// Documents, folders of them, quoted patterns ('papers/**/*.pdf'), or `-` for standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,

    #[command(flatten)]
    reading: ReadingArgs,

    /// Show, sentence by sentence, which words made a statement, or why they made none
    #[arg(long)]
    explain: bool,

    /// Show the whole text, not only what states something; with `--decide`, ask about what is stated, too
    #[arg(long, conflicts_with = "explain")]
    all: bool,

    /// How to show the result
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    format: ReadingFormat,

    #[command(flatten)]
    decide: decide::DecideArgs,

    #[command(flatten)]
    draft: draft::DraftArgs,
}

pub(super) fn run(args: &Args, shared: &Shared, terminal: &Terminal) -> Result<Status, Vec<Fault>> {
    if args.draft.asked() {
        return draft::run(&args.draft, &args.files, &args.reading, shared, terminal);
    }
    if args.decide.asked() {
        let read = decide::Read {
            files: &args.files,
            reading: &args.reading,
            all: args.all,
            draft: &args.draft,
        };
        return decide::run(&args.decide, &read, shared, terminal);
    }
    // The program ends with it: to free each of its parts would take as long as to read a page.
    let ruled = ManuallyDrop::new(Ruled::new(shared)?);
    let decided = decisions(&Disk, ruled.project.as_ref())?;
    let papers = ManuallyDrop::new(PaperReader::new(&ruled.rules, ruled.today)?.deciding(decided));
    let force = args.reading.force.as_deref();
    if let Some(warning) = papers.near_miss(force) {
        diagnostics::show(&[warning], terminal);
    }
    let topics = Topics::new(ruled.rulebook().vocabulary(), papers.looked_for().clone());
    let teller = Teller { topics: &topics, args, terminal };
    let search = args.reading.search(&args.files);
    let single = search.is_for_one();
    let jobs = if single { 1 } else { args.reading.jobs() };
    let mut readings = Readings::new(args.format, single, !args.explain, terminal, || {
        search.find().filter(Result::is_ok).count()
    });
    let read = |found: Result<FoundFile, Fault>| match found {
        Ok(found) => match papers.read_file(&Disk, &found.path, force) {
            Ok(read) => teller.outcome(&read),
            Err(fault) => ReadOutcome::Unread(fault),
        },
        Err(fault) if fault.is_warning() => ReadOutcome::Warning(fault),
        Err(fault) => ReadOutcome::Unread(fault),
    };
    let mut failed = None;
    in_order(search.find(), jobs, read, |outcome| match readings.take(outcome) {
        Ok(flow) => flow,
        Err(faults) => {
            failed = Some(faults);
            ControlFlow::Break(())
        }
    })
    .map_err(|fault| vec![fault])?;
    let finished = readings.finish();
    failed.map_or(finished, Err)
}

/// Tells of a document in the format asked for, on any thread.
struct Teller<'a> {
    topics: &'a Topics<'a>,
    args: &'a Args,
    terminal: &'a Terminal,
}

impl Teller<'_> {
    fn outcome(&self, read: &ReadDocument) -> ReadOutcome {
        match self.told(read) {
            Ok(told) => ReadOutcome::Read(told, read.document.faults.clone()),
            Err(fault) => ReadOutcome::Unread(fault),
        }
    }

    fn told(&self, read: &ReadDocument) -> Result<String, Fault> {
        let explain = self.args.explain;
        let page = || self.terminal.page();
        let json = match self.args.format {
            ReadingFormat::Table if explain => {
                return Ok(explain_reading(read, self.topics, page()));
            }
            ReadingFormat::Table => {
                return Ok(reading_look(read, self.topics, self.args.all, page()));
            }
            ReadingFormat::Json => reading_json(read, explain),
            ReadingFormat::Ndjson => reading_line(read, explain),
        };
        json.map_err(|error| {
            Fault::whole("output::unwritten", format!("no JSON could be made: {error}"))
        })
    }
}
