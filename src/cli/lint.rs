//! `lint`: what is wrong with documents themselves, at the line, with the fix.

mod against;
mod known;
mod mend;
mod offered;

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::inputs::{ReadingArgs, Ruled};
use super::output::NewFile;
use super::shared::{Shared, day};
use super::status::Status;
use super::terminal::Terminal;
use super::words::format_of;
use super::{diagnostics, output, pager};
use crate::check::{Disk, Files as _, FoundFile, PaperReader, STDIN, in_order, panicked};
use crate::document::{self, Document};
use crate::lint::{
    Asked, Check, FailOn, Known, Lint, LintResult, Linter, Picked, Sensitivity, lint_examples,
};
use crate::project::LintSettings;
use crate::reading::Reading;
use crate::report::{LINT_FORMATS, LintFormat, LintOptions, explain_check, list_checks, sealed};
use crate::source::Fault;
use crate::standing::Day;
use mend::Mending;

/// Arguments of `lint`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  msacheck lint policies                       every document in a folder
  msacheck lint --diff procedure.md            what a safe fix would write
  msacheck lint --fix procedure.md             writes it
  msacheck lint --explain stale-name           what a check is for
  msacheck lint --format sarif --output lint.sarif policies

Exit status: 0 nothing was found; 1 something was; 2 some input was wrong: this outranks 1.")]
pub(super) struct Args {
    /// Documents, folders of them, quoted patterns ('policies/**/*.md'), or `-` for standard input; without any,
    /// those that msacheck.toml names
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,

    #[command(flatten)]
    reading: ReadingArgs,

    /// The checks to make, by id; by default all
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    select: Vec<String>,

    /// Checks not to make, by id
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    ignore: Vec<String>,

    /// Tell what a person must judge, too
    #[arg(long)]
    pedantic: bool,

    /// What makes the command fail: what is certain (`default`), what a person must judge, too (`pedantic`), or
    /// nothing (`never`)
    #[arg(long, value_name = "WHAT", value_parser = super::words::word::<FailOn>)]
    severity: Option<FailOn>,

    /// The day that names, sections and review dates are held against. By default names and sections are held
    /// against the date that a document gives itself, and review dates against today
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<Day>,

    /// What kind of documents they are, where they don't say so themselves
    #[arg(long, value_name = "KIND")]
    kind: Option<String>,

    /// A declaration that documents are held against: where one says that something isn't there and the other that it
    /// is, that is a finding
    #[arg(long, value_name = "FILE")]
    against: Option<PathBuf>,

    /// Findings that are known, as `--record` wrote them: they don't fail
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,

    /// Write what is found into a file as known
    #[arg(long, value_name = "FILE", conflicts_with = "baseline")]
    record: Option<PathBuf>,

    #[command(flatten)]
    mending: Mending,

    /// How to show what is found. By default as the ending of `--output` says, else as a table
    #[arg(long, value_name = "FORMAT", value_parser = format_of(LINT_FORMATS, |format| (format.name, format.about)))]
    format: Option<&'static LintFormat>,

    /// Where to write it; by default to standard output
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Write over a page or a text that somebody went on writing in, too
    #[arg(long)]
    overwrite: bool,

    /// List the checks
    #[arg(long)]
    list: bool,

    /// Explain a check
    #[arg(long, value_name = "ID")]
    explain: Option<String>,
}

pub(super) fn run(args: &Args, shared: &Shared, terminal: &Terminal) -> Result<Status, Vec<Fault>> {
    if args.list {
        return Terminal::print(&list_checks(terminal.page())).map(|()| Status::Done);
    }
    let ruled = Ruled::new(shared)?;
    if let Some(id) = &args.explain {
        return explain(id, &ruled, terminal);
    }
    let settings = ruled.project.as_ref().map(|project| project.lint.clone()).unwrap_or_default();
    let choose = |given: &[String], set: &[String]| -> Vec<String> {
        if given.is_empty() { set.to_vec() } else { given.to_vec() }
    };
    let settings = LintSettings {
        select: choose(&args.select, &settings.select),
        ignore: [settings.ignore.as_slice(), &args.ignore].concat(),
        pedantic: args.pedantic || settings.pedantic,
        fail_on: args.severity.or(settings.fail_on),
        ..settings
    };
    let asked = settings.asked(ruled.today)?;
    args.check_output()?;
    let files = if args.files.is_empty() { settings.files.clone() } else { args.files.clone() };
    if files.is_empty() {
        return Err(vec![nothing()]);
    }
    let linter = Linter::new(ruled.rulebook())?;
    let kinds = args.kind.iter().chain(settings.kinds.iter().map(|own| &own.kind));
    let strange: Vec<Fault> = kinds.filter_map(|kind| linter.unknown_kind(kind)).collect();
    if !strange.is_empty() {
        return Err(strange);
    }
    let fail_on = settings.fail_on.unwrap_or(FailOn::Default);
    let as_of = args.as_of.or(asked.as_of);
    let asked = Asked {
        as_of,
        kind: args.kind.clone(),
        against: args.against.as_deref().map(|file| against::declared(file, &ruled)).transpose()?,
        ..asked
    };
    let papers = asked.against.as_ref().map(|_| PaperReader::new(&ruled.rules, ruled.today));
    let papers = papers.transpose()?;
    let mut result = LintResult {
        program: concat!("msacheck ", env!("CARGO_PKG_VERSION")).to_owned(),
        today: ruled.today,
        as_of,
        pedantic: asked.pedantic,
        documents: Vec::new(),
        unread: 0,
    };
    let force = args.reading.force.as_deref();
    let papers = papers.as_ref();
    let work = Work { linter: &linter, papers, force, asked: &asked, settings: &settings };
    let linted = work.all(args, &files, &mut result, terminal)?;
    if result.documents.is_empty() {
        return Ok(Status::Wrong);
    }
    let faults = settings.allow(&mut result.documents, ruled.today);
    let wrong = faults.iter().any(|fault| !fault.is_warning());
    diagnostics::show(&faults, terminal);
    if let Some(path) = &args.record {
        let known = Known::of(&result.documents);
        let fits = output::check(path, args.overwrite)
            .and_then(|()| output::write(path, &known.write(), args.overwrite));
        fits.map_err(|fault| vec![fault])?;
        Terminal::say(&format!("Recorded {} in {}.\n", result.count(), path.display()));
        return Ok(Status::after(result.unread > 0 || wrong, false));
    }
    if let Some(path) = args.baseline.as_ref().or(settings.baseline.as_ref())
        && let Some(said) = known::take(&mut result, path)?
    {
        Terminal::say(&said);
    }
    if args.mending.asked() {
        args.mending.mend(&mut result, &linted, args.overwrite)?;
    }
    args.show(&result, terminal)?;
    let fails = match fail_on {
        FailOn::Never => false,
        FailOn::Pedantic => result.count() > 0,
        FailOn::Default => {
            result.findings().any(|finding| finding.sensitivity == Sensitivity::Default)
        }
    };
    Ok(Status::after(result.unread > 0 || wrong, fails))
}

fn nothing() -> Fault {
    Fault::whole("usage::nothing-to-check", "there is no document to look at").help(
        "name one, or a folder of them; `[lint] files = [\"policies\"]` in msacheck.toml names those that are \
         looked at without arguments",
    )
}

fn explain(id: &str, ruled: &Ruled, terminal: &Terminal) -> Result<Status, Vec<Fault>> {
    Picked::new(&[id.to_owned()], &[])?;
    let examples = lint_examples(ruled.rulebook())?;
    if let Some(check) = Check::named(id) {
        Terminal::print(&explain_check(check, &examples, terminal.page()))?;
    }
    Ok(Status::Done)
}

/// What each document goes through, on any thread.
struct Work<'a> {
    linter: &'a Linter,
    /// What reads documents, where they are held against a declaration.
    papers: Option<&'a PaperReader>,
    force: Option<&'a str>,
    asked: &'a Asked,
    settings: &'a LintSettings,
}

/// A document with its bytes.
type Linted = (PathBuf, Vec<u8>);

impl Work<'_> {
    /// Goes through all documents; their bytes are kept where they are to be mended.
    fn all(
        &self,
        args: &Args,
        files: &[PathBuf],
        result: &mut LintResult,
        terminal: &Terminal,
    ) -> Result<Vec<Linted>, Vec<Fault>> {
        let search = args.reading.search(files);
        let jobs = if search.is_for_one() { 1 } else { args.reading.jobs() };
        let mut faults: Vec<Fault> = Vec::new();
        let mut linted: Vec<Linted> = Vec::new();
        let done = |found| self.done(found);
        in_order(search.find(), jobs, done, |outcome| {
            match outcome {
                Ok((own, lint)) => {
                    result.documents.push(lint);
                    linted.extend(args.mending.asked().then_some(own));
                }
                Err(fault) => {
                    result.unread += usize::from(!fault.is_warning());
                    faults.push(fault);
                }
            }
            ControlFlow::Continue(())
        })
        .map_err(|fault| vec![fault])?;
        diagnostics::show(&faults, terminal);
        Ok(linted)
    }

    /// A document, and where that is asked for what it declares: one reading serves both.
    fn opened(&self, name: &str, bytes: &[u8]) -> Result<(Arc<Document>, Option<Reading>), Fault> {
        match self.papers {
            Some(papers) => {
                let read = papers.read_bytes(name, bytes, self.force)?;
                Ok((read.document, Some(read.reading)))
            }
            None => {
                let opened = document::caught(|| document::open(name, bytes));
                let document = opened.unwrap_or_else(|place| Err(panicked(name, &place)))?;
                Ok((Arc::new(document), None))
            }
        }
    }

    fn done(&self, found: Result<FoundFile, Fault>) -> Result<(Linted, Lint), Fault> {
        let path = found?.path;
        let bytes = Disk.bytes(&path, document::SIZE_LIMIT)?;
        let name = path.display().to_string();
        let folder = output::folder(&path);
        let beside = |target: &str| Disk.exists(&folder.join(target));
        let (document, read) = self.opened(&name, &bytes)?;
        let own = self.settings.kind_at(&path);
        let asked = Asked { kind: self.asked.kind.clone().or(own), ..self.asked.clone() };
        let lint = self.linter.lint(&document, &bytes, read.as_ref(), &asked, &beside);
        Ok(((path, bytes), lint))
    }
}

impl Args {
    fn check_output(&self) -> Result<(), Vec<Fault>> {
        match self.file() {
            Some(file) => output::check(file, self.may_replace(file)).map_err(|fault| vec![fault]),
            None => Ok(()),
        }
    }

    fn show(&self, result: &LintResult, terminal: &Terminal) -> Result<(), Vec<Fault>> {
        let page = terminal.page();
        let colour = page.has_colour() && self.file().is_none();
        let options = LintOptions { width: page.width(), colour };
        let format = self.format();
        let bytes = (format.render)(result, options).map_err(|fault| vec![fault])?;
        match self.file() {
            Some(file) => output::write_all(&[NewFile {
                path: file.to_owned(),
                bytes: sealed(bytes, format.readers),
                overwrite: self.may_replace(file),
            }])
            .map_err(|fault| vec![fault]),
            None if self.mending.shows_alone() => Ok(()),
            None if format.name == LintFormat::TABLE.name => pager::show(&bytes, terminal),
            None => Terminal::print_bytes(&bytes),
        }
    }

    fn may_replace(&self, file: &Path) -> bool {
        self.overwrite || output::may_be_replaced(file, self.format().readers)
    }

    fn file(&self) -> Option<&Path> {
        self.output.as_deref().filter(|file| *file != Path::new(STDIN))
    }

    fn format(&self) -> &'static LintFormat {
        let by_ending = || LintFormat::of_ending(self.file()?.extension()?.to_str()?);
        self.format.or_else(by_ending).unwrap_or(LintFormat::TABLE)
    }
}
