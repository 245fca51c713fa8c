//! The reports that a command makes of a result: which formats, and where they go.

use std::path::{Path, PathBuf};

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use super::spared::is_read;
use super::streamed::Streamed;
use super::terminal::Terminal;
use super::{diagnostics, output};
use crate::check::{Assessing, STDIN};
use crate::report::{Companion, FORMATS, ReportFormat, ReportOptions};
use crate::result::CheckResult;
use crate::source::Fault;

/// The options that choose reports.
#[derive(Debug, clap::Args)]
pub(super) struct Reports {
    /// How to show the result. By default as the ending of `--output` says, else as a table
    #[arg(long, value_name = "FORMAT", value_parser = format_parser())]
    format: Option<&'static ReportFormat>,

    /// Where to write it; by default to standard output
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Make a further report of the same result, such as `sarif=gaps.sarif`; may be given more than
    /// once
    #[arg(long, value_name = "FORMAT=FILE", value_parser = further)]
    report: Vec<Further>,

    /// Write over files that are there
    #[arg(long)]
    overwrite: bool,

    /// List what is met and what wasn't assessed, too
    #[arg(long)]
    all: bool,

    /// Show what a waiver or the baseline lets pass in the formats that can't mark it, too: sarif,
    /// github and gitlab
    #[arg(long)]
    with_suppressed: bool,
}

/// A report beside the first.
#[derive(Clone, Debug)]
struct Further {
    format: &'static ReportFormat,
    file: PathBuf,
}

fn format_parser() -> impl TypedValueParser<Value = &'static ReportFormat> {
    let values = FORMATS.iter().map(|format| PossibleValue::new(format.name).help(format.about));
    PossibleValuesParser::new(values)
        .try_map(|name| ReportFormat::named(&name).ok_or("there is no such format"))
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
        for (at, file) in files.iter().enumerate() {
            if read.iter().any(|read| is_same(read, file)) {
                faults.push(is_read(file));
            } else if files.iter().take(at).any(|before| is_same(before, file)) {
                let message = format!("two reports would go to `{}`", file.display());
                faults.push(Fault::whole("usage::one-output-twice", message).help("name another"));
            } else {
                faults.extend(output::check(file, self.overwrite).err());
            }
        }
        if self.format().binary && self.file().is_none() && Terminal::is_shown() {
            let name = self.format().name;
            let message = format!("`{name}` is no text, and standard output is a terminal");
            let help = format!("name a file: `--output report.{name}`");
            faults.push(Fault::whole("usage::binary-to-terminal", message).help(help));
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
        let Self { all, with_suppressed, .. } = *self;
        let shown =
            ReportOptions { width: page.width(), colour: page.has_colour(), all, with_suppressed };
        let in_file = ReportOptions { colour: false, ..shown };
        let one = |fault| vec![fault];
        let mut files = Vec::new();
        for (format, file) in self.files() {
            files.push((file.to_owned(), (format.render)(result, in_file).map_err(one)?));
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
        output::write_all(&files, self.overwrite).map_err(one)?;
        for (file, bytes) in beside {
            output::append(&file, &bytes).map_err(one)?;
        }
        printed.map_or(Ok(()), |bytes| Terminal::print_bytes(&bytes))
    }

    /// The report, where it is one alone that can be written one assessment at a time.
    pub(super) fn streamed(&self, assessing: &Assessing<'_>) -> Option<Streamed<'_>> {
        let pieces = self.format().pieces.filter(|_| self.report.is_empty())?;
        let wanted = pieces.alone || !assessing.is_one();
        let any = assessing.forces() > 0;
        (wanted && any).then_some(Streamed { pieces, file: self.file(), overwrite: self.overwrite })
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
