//! What is wrong with documents: they are found, looked at one by one, and what is let pass is taken out.

mod against;
mod known;

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::declared::Declared;
use super::files::Files;
use super::ordered::in_order;
use super::paper::{PaperReader, panicked};
use super::rules::AskedRules;
use super::search::{FoundFile, Search, Wanted};
use crate::document;
use crate::lint::{Asked, FailOn, Lint, LintResult, Linter, Reads};
use crate::project::{LintSettings, Project};
use crate::source::Fault;
use crate::standing::Day;

/// What is asked of a look at documents. What isn't, the settings say.
#[derive(Clone, Debug, Default)]
pub struct AskedLint {
    /// Documents, folders of them, patterns, or [`STDIN`](super::STDIN).
    pub files: Vec<PathBuf>,
    /// The checks to make, by id; all, where neither these nor the settings name one.
    pub select: Vec<String>,
    /// The checks not to make, beside those that the settings leave out.
    pub ignore: Vec<String>,
    /// Whether what a person must judge is told, too.
    pub pedantic: bool,
    /// What makes it fail.
    pub fail_on: Option<FailOn>,
    /// The day that names, sections and review dates are held against.
    pub as_of: Option<Day>,
    /// What kind of documents they are, where they don't say so themselves.
    pub kind: Option<String>,
    /// The declaration that they are held against.
    pub against: Option<PathBuf>,
    /// The findings that are known.
    pub baseline: Option<PathBuf>,
    /// The police force that they are read for, where they are held against a declaration.
    pub force: Option<String>,
    /// Whether what a `.gitignore` names is taken from folders, too.
    pub ignored: bool,
}

/// A look at documents, made ready.
pub struct Linting<'a> {
    files: &'a dyn Files,
    named: Vec<PathBuf>,
    /// Whether those are what the settings name.
    by_settings: bool,
    settings: LintSettings,
    linter: Linter,
    /// What reads documents, where that is asked for.
    papers: Option<PaperReader>,
    asked: Asked,
    fail_on: FailOn,
    baseline: Option<PathBuf>,
    force: Option<String>,
    ignored: bool,
}

/// A file with its bytes.
type Bytes = (PathBuf, Vec<u8>);

/// What a look at documents came to.
#[derive(Debug)]
pub struct Linted {
    /// What was found, without what the settings allow.
    pub result: LintResult,
    /// The bytes of its documents, in their order; nothing where they weren't to be kept.
    pub bytes: Vec<Bytes>,
    /// What somebody should look at, and why documents couldn't be read.
    pub faults: Vec<Fault>,
    /// Whether the settings allow what isn't there to be allowed.
    pub misallowed: bool,
}

impl<'a> Linting<'a> {
    /// Makes it ready.
    ///
    /// # Errors
    ///
    /// Names that aren't known, a declaration with faults, and where there is nothing to look at.
    pub fn new(
        asked: AskedLint,
        rules: &AskedRules,
        project: Option<&Project>,
        files: &'a dyn Files,
        today: Day,
    ) -> Result<Self, Vec<Fault>> {
        let settings = project.map(|project| project.lint.clone()).unwrap_or_default();
        let or = |given: Vec<String>, set: &Vec<String>| {
            if given.is_empty() { set.clone() } else { given }
        };
        let settings = LintSettings {
            select: or(asked.select, &settings.select),
            ignore: [settings.ignore.as_slice(), &asked.ignore].concat(),
            pedantic: asked.pedantic || settings.pedantic,
            fail_on: asked.fail_on.or(settings.fail_on),
            ..settings
        };
        let all = settings.asked(today)?;
        let by_settings = asked.files.is_empty();
        let named = if by_settings { settings.files.clone() } else { asked.files };
        if named.is_empty() {
            return Err(vec![nothing()]);
        }
        let linter = Linter::new(rules.rulebook())?;
        let kinds = asked.kind.iter().chain(settings.kinds.iter().map(|own| &own.kind));
        let strange: Vec<Fault> = kinds.filter_map(|kind| linter.unknown_kind(kind)).collect();
        if !strange.is_empty() {
            return Err(strange);
        }
        let rulebook = rules.rulebook();
        let loading = Declared { rulebook, files, project, named_by_settings: false, today };
        let against = asked.against.as_deref().map(|file| against::declared(file, &loading));
        let against = against.transpose()?;
        let papers = all.picked.reads().then(|| PaperReader::new(rules, today)).transpose()?;
        let fail_on = settings.fail_on.unwrap_or(FailOn::Default);
        let all = Asked { as_of: asked.as_of.or(all.as_of), kind: asked.kind, against, ..all };
        let baseline = asked.baseline.or_else(|| settings.baseline.clone());
        let (force, ignored) = (asked.force, asked.ignored);
        Ok(Self {
            files,
            named,
            by_settings,
            settings,
            linter,
            papers,
            asked: all,
            fail_on,
            baseline,
            force,
            ignored,
        })
    }

    /// Looks at the documents on so many threads. With `keep` the bytes of each are handed back.
    ///
    /// # Errors
    ///
    /// Where no threads can be started. What is wrong with one document stands among the faults.
    pub fn run(&self, jobs: usize, keep: bool) -> Result<Linted, Vec<Fault>> {
        let mut result = LintResult {
            program: concat!("msacheck ", env!("CARGO_PKG_VERSION")).to_owned(),
            today: self.asked.today,
            as_of: self.asked.as_of,
            pedantic: self.asked.pedantic,
            documents: Vec::new(),
            unread: 0,
        };
        let (mut faults, mut bytes) = (Vec::new(), Vec::new());
        let search = Search {
            files: self.files,
            arguments: &self.named,
            wanted: Wanted::Documents,
            ignored: self.ignored,
        };
        let jobs = if search.is_for_one() { 1 } else { jobs };
        in_order(
            search.find(),
            jobs,
            |found| self.look(found),
            |looked| {
                match looked {
                    Ok((own, lint)) => {
                        result.documents.push(lint);
                        bytes.extend(keep.then_some(own));
                    }
                    Err(fault) => {
                        result.unread += usize::from(!fault.is_warning());
                        faults.push(fault);
                    }
                }
                ControlFlow::Continue(())
            },
        )
        .map_err(|fault| vec![fault])?;
        let mut misallowed = false;
        if !result.documents.is_empty() {
            let mut told = self.settings.allow(&mut result.documents, &self.asked);
            if self.by_settings && result.unread == 0 {
                told.extend(self.settings.allowing_nobody(&result.documents));
            }
            misallowed = told.iter().any(|fault| !fault.is_warning());
            faults.extend(told);
        }
        Ok(Linted { result, bytes, faults, misallowed })
    }

    /// Takes out what the baseline records, where there is one; says how much of it is no longer there.
    ///
    /// # Errors
    ///
    /// Every fault of the file.
    pub fn forgive(&self, result: &mut LintResult) -> Result<Option<String>, Vec<Fault>> {
        match &self.baseline {
            Some(path) => known::take(result, path, self.files),
            None => Ok(None),
        }
    }

    /// Whether it fails by what was found.
    #[must_use]
    pub fn fails(&self, result: &LintResult) -> bool {
        result.fails(self.fail_on)
    }

    fn look(&self, found: Result<FoundFile, Fault>) -> Result<(Bytes, Lint), Fault> {
        let path = found?.path;
        let bytes = self.files.bytes(&path, document::SIZE_LIMIT)?;
        let name = path.display().to_string();
        let folder = path.parent().filter(|own| *own != Path::new("")).unwrap_or(Path::new("."));
        let beside = |target: &str| self.files.exists(&folder.join(target));
        let own = self.settings.kind_at(&path);
        let asked = Asked { kind: self.asked.kind.clone().or(own), ..self.asked.clone() };
        let (papers, force) = (self.papers.as_ref(), self.force.as_deref());
        // What is held against a declaration must be read; else it is where a check asks for it.
        let lint = if let Some(papers) = papers.filter(|_| asked.against.is_some()) {
            let read = papers.read_bytes(&name, &*bytes, force)?;
            let reads = Reads::Done(&read.reading);
            self.linter.lint(&read.document, &bytes, reads, &asked, &beside)
        } else {
            let opened = document::caught(|| document::open(&name, &bytes));
            let document = opened.unwrap_or_else(|place| Err(panicked(&name, &place)))?;
            let read = || papers?.reading(&document, force);
            self.linter.lint(&document, &bytes, Reads::Lazily(&read), &asked, &beside)
        };
        Ok(((path, bytes), lint))
    }
}

fn nothing() -> Fault {
    Fault::whole("usage::nothing-to-check", "there is no document to look at").help(
        "name one, or a folder of them; `[lint] files = [\"policies\"]` in msacheck.toml names those that are \
         looked at without arguments",
    )
}
