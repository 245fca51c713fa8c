//! The reports that a command makes of a result: which formats, and where they go.

use std::path::{Path, PathBuf};

use super::output::NewFile;
use super::spared::is_read;
use super::streamed::Streamed;
use super::terminal::Terminal;
use super::words::format_of;
use super::{diagnostics, output, pager};
use crate::check::{Assessing, STDIN};
use crate::report::{Companion, Extent, FORMATS, Readers, ReportFormat, ReportOptions, sealed};
use crate::result::CheckResult;
use crate::source::Fault;

/// The options that choose reports.
#[derive(Debug, clap::Args)]
pub(super) struct Reports {
    /// How to show the result. By default as the ending of `--output` says, else as a table
    #[arg(long, value_name = "FORMAT", value_parser = format_of(FORMATS, |format| (format.name, format.about)))]
    format: Option<&'static ReportFormat>,

    /// Where to write it; by default to standard output
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Make a further report of the same result, such as `sarif=gaps.sarif`; may be given more than
    /// once
    #[arg(long, value_name = "FORMAT=FILE", value_parser = further)]
    report: Vec<Further>,

    /// Write over documents, pages and workbooks that somebody went on writing in, too. Those that are as
    /// they were written, and what only programs read, are written anew in any case
    #[arg(long)]
    overwrite: bool,

    /// The short report, six pages at most, in docx (where it is so anyway), html and markdown
    #[arg(long, conflicts_with = "full")]
    brief: bool,

    /// All of it: on a terminal every gap with its source, in docx the annex
    #[arg(long, visible_alias = "annex")]
    full: bool,

    /// List what is met and what wasn't assessed, too
    #[arg(long)]
    all: bool,

    /// Show what a waiver or the baseline lets pass in the formats that can't mark it, too: sarif,
    /// github and gitlab
    #[arg(long)]
    with_suppressed: bool,

    /// Show what the gate doesn't look at, too, in the formats for pipelines: sarif, junit, github and
    /// gitlab
    #[arg(long)]
    ungated: bool,
}

/// A report beside the first.
#[derive(Clone, Debug)]
struct Further {
    format: &'static ReportFormat,
    file: PathBuf,
}

fn further(text: &str) -> Result<Further, String> {
    let names = || FORMATS.iter().map(|format| format.name).collect::<Vec<_>>().join(", ");
    let Some((name, file)) = text.split_once('=').filter(|(_, file)| !file.is_empty()) else {
        return Err("expected FORMAT=FILE, such as sarif=gaps.sarif".to_owned());
    };
    let format = ReportFormat::named(name)
        .ok_or_else(|| format!("there is no format `{name}`; expected one of: {}", names()))?;
    Ok(Further { format, file: PathBuf::from(file) })
}

impl Reports {
    /// Checks, before any work is done, that the files can be written: none is there already, none
    /// is named twice, and none is what is read. What is no text doesn't go to a terminal.
    pub(super) fn check(&self, read: &[PathBuf]) -> Result<(), Vec<Fault>> {
        let mut faults = Vec::new();
        let files: Vec<&Path> = self.files().map(|(_, file)| file).collect();
        let readers: Vec<Readers> = self.files().map(|(format, _)| format.readers).collect();
        let may_replace = |at: usize| {
            let (file, readers) = (files.get(at), readers.get(at));
            file.zip(readers).is_some_and(|(file, readers)| self.may_replace(*readers, file))
        };
        for (at, file) in files.iter().enumerate() {
            if read.iter().any(|read| is_same(read, file)) {
                faults.push(is_read(file));
            } else if files.iter().take(at).any(|before| is_same(before, file)) {
                let message = format!("two reports would go to `{}`", file.display());
                faults.push(Fault::whole("usage::one-output-twice", message).help("name another"));
            } else {
                faults.extend(output::check(file, may_replace(at)).err());
            }
        }
        if self.brief && self.formats().all(|format| format.extent.is_none()) {
            let message = "no format that is asked for has a short form";
            let help = "docx, html and markdown have one: `--brief --format html`";
            faults.push(Fault::whole("usage::no-short-form", message).help(help));
        }
        if self.format().binary && self.file().is_none() && Terminal::is_shown() {
            faults.push(output::binary_to_terminal(self.format().name));
        }
        if faults.is_empty() { Ok(()) } else { Err(faults) }
    }

    /// The files that are written, those among them that the environment names.
    pub(super) fn outputs(&self) -> impl Iterator<Item = PathBuf> {
        let beside = self.formats().filter_map(|format| companion_file(format.companion?));
        self.files().map(|(_, file)| file.to_owned()).chain(beside)
    }

    /// Makes the reports: first all in memory, then the files, then what goes to standard output.
    pub(super) fn make(&self, result: &CheckResult, terminal: &Terminal) -> Result<(), Vec<Fault>> {
        let page = terminal.page();
        let Self { all, with_suppressed, ungated, .. } = *self;
        let (width, colour) = (page.width(), page.has_colour());
        let shown =
            ReportOptions { width, colour, all, with_suppressed, ungated, extent: self.extent() };
        let in_file = ReportOptions { colour: false, ..shown };
        let one = |fault| vec![fault];
        let mut files = Vec::new();
        for (format, file) in self.files() {
            let bytes = (format.render)(result, in_file).map_err(one)?;
            files.push(NewFile {
                path: file.to_owned(),
                bytes: sealed(bytes, format.readers),
                overwrite: self.may_replace(format.readers, file),
            });
        }
        let printed = match self.file() {
            Some(_) => None,
            None => Some((self.format().render)(result, shown).map_err(one)?),
        };
        let mut beside = Vec::new();
        for companion in self.formats().filter_map(|format| format.companion) {
            if let Some(file) = companion_file(companion)
                && !beside.iter().any(|(known, _)| *known == file)
            {
                let bytes = (companion.render)(result, in_file).map_err(one)?;
                beside.push((file, bytes));
            }
        }
        let caveats = self.formats().filter_map(|format| format.caveat?(result));
        diagnostics::show(&caveats.collect::<Vec<_>>(), terminal);
        output::write_all(&files).map_err(one)?;
        for (file, bytes) in beside {
            output::append(&file, &bytes).map_err(one)?;
        }
        match printed {
            None => Ok(()),
            Some(bytes) if self.show_a_person() && (self.full || self.all) => {
                pager::show(&bytes, terminal)
            }
            Some(bytes) => Terminal::print_bytes(&bytes),
        }
    }

    /// The report, where it is one alone that can be written one assessment at a time.
    pub(super) fn streamed(&self, assessing: &Assessing<'_>) -> Option<Streamed<'_>> {
        let pieces = self.format().pieces.filter(|_| self.report.is_empty())?;
        let wanted = pieces.alone || !assessing.is_one();
        let any = assessing.forces() > 0;
        let (file, readers) = (self.file(), self.format().readers);
        let overwrite = file.is_some_and(|file| self.may_replace(readers, file));
        (wanted && any).then_some(Streamed { pieces, file, overwrite })
    }

    /// How much is asked for.
    fn extent(&self) -> Option<Extent> {
        match (self.brief, self.full) {
            (true, _) => Some(Extent::Brief),
            (_, true) => Some(Extent::Whole),
            _ => None,
        }
    }

    /// Whether a report may take the place of a file that is there.
    fn may_replace(&self, readers: Readers, file: &Path) -> bool {
        self.overwrite || output::may_be_replaced(file, readers)
    }

    /// Whether what goes to standard output is for people: the table.
    pub(super) fn show_a_person(&self) -> bool {
        self.file().is_none() && self.format().name == "table"
    }

    /// The file of the first report, where it has one.
    fn file(&self) -> Option<&Path> {
        self.output.as_deref().filter(|file| *file != Path::new(STDIN))
    }

    /// The format of the first report.
    fn format(&self) -> &'static ReportFormat {
        let by_ending = || ReportFormat::of_ending(self.file()?.extension()?.to_str()?);
        self.format.or_else(by_ending).unwrap_or(ReportFormat::TABLE)
    }

    /// The format of each report.
    fn formats(&self) -> impl Iterator<Item = &'static ReportFormat> {
        [self.format()].into_iter().chain(self.report.iter().map(|more| more.format))
    }

    /// The reports that go to files.
    fn files(&self) -> impl Iterator<Item = (&'static ReportFormat, &Path)> {
        let first = self.file().map(|file| (self.format(), file));
        first.into_iter().chain(self.report.iter().map(|more| (more.format, more.file.as_path())))
    }
}

/// The file that the environment names for what goes beside a report.
fn companion_file(companion: Companion) -> Option<PathBuf> {
    let file = std::env::var_os(companion.variable).filter(|file| !file.is_empty());
    file.map(PathBuf::from)
}

/// Whether two paths name one file, as far as that can be told.
fn is_same(a: &Path, b: &Path) -> bool {
    let real = |path: &Path| {
        path.canonicalize().ok().or_else(|| {
            let folder = path.parent().filter(|folder| *folder != Path::new(""));
            let folder = folder.unwrap_or(Path::new(".")).canonicalize().ok()?;
            Some(folder.join(path.file_name()?))
        })
    };
    a == b || real(a).is_some_and(|a| Some(a) == real(b))
}
