//! `lint`: what is wrong with documents themselves, at the line, with the fix.

mod mend;
mod offered;

use std::path::{Path, PathBuf};

use super::inputs::{ReadingArgs, Ruled};
use super::output::NewFile;
use super::shared::{Shared, day};
use super::status::Status;
use super::terminal::Terminal;
use super::words::format_of;
use super::{diagnostics, output, pager};
use crate::check::{AskedLint, Linted, Linting, STDIN};
use crate::lint::{Check, FailOn, Known, LintResult, Picked, lint_examples};
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
    args.check_output()?;
    let project = ruled.project.as_ref();
    let linting = Linting::new(args.asked(), &ruled.rules, project, ruled.files, ruled.today)?;
    let done = linting.run(args.reading.jobs(), args.mending.asked())?;
    let Linted { mut result, bytes, faults, misallowed } = done;
    diagnostics::show(&faults, terminal);
    if result.documents.is_empty() {
        return Ok(Status::Wrong);
    }
    let wrong = |result: &LintResult| result.unread > 0 || misallowed;
    if let Some(path) = &args.record {
        let known = Known::of(&result.documents);
        let fits = output::check(path, args.overwrite)
            .and_then(|()| output::write(path, &known.write(), args.overwrite));
        fits.map_err(|fault| vec![fault])?;
        Terminal::say(&format!("Recorded {} in {}.\n", result.count(), path.display()));
        return Ok(Status::after(wrong(&result), false));
    }
    if let Some(said) = linting.forgive(&mut result)? {
        Terminal::say(&format!("{said}\n"));
    }
    if args.mending.asked() {
        args.mending.mend(&mut result, &bytes, args.overwrite)?;
    }
    args.show(&result, terminal)?;
    Ok(Status::after(wrong(&result), linting.fails(&result)))
}

fn explain(id: &str, ruled: &Ruled, terminal: &Terminal) -> Result<Status, Vec<Fault>> {
    Picked::new(&[id.to_owned()], &[])?;
    let examples = lint_examples(ruled.rulebook())?;
    if let Some(check) = Check::named(id) {
        Terminal::print(&explain_check(check, &examples, terminal.page()))?;
    }
    Ok(Status::Done)
}

impl Args {
    fn asked(&self) -> AskedLint {
        AskedLint {
            files: self.files.clone(),
            select: self.select.clone(),
            ignore: self.ignore.clone(),
            pedantic: self.pedantic,
            fail_on: self.severity,
            as_of: self.as_of,
            kind: self.kind.clone(),
            against: self.against.clone(),
            baseline: self.baseline.clone(),
            force: self.reading.force.clone(),
            ignored: self.reading.no_ignore,
        }
    }

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
