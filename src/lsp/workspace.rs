//! What everything in a workspace is held against: its settings, its rules, the checks made ready. Read anew
//! whenever one of these files changes.

use std::cell::OnceCell;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::open::Open;
use super::packs;
use crate::check::{AskedRules, Asks, Check, Files as _, Packs, PaperReader, settings};
use crate::lint::{Asked, Linter};
use crate::project::{FILE_NAME, Project};
use crate::rulebook::Rulebook;
use crate::source::Fault;
use crate::standing::Day;

/// What the server is started with.
pub struct Options {
    /// Folders of rule packs beside those of the settings.
    pub rules: Vec<PathBuf>,
    /// Optional packs that are asked of.
    pub packs: Vec<String>,
    /// Whether drafts are asked, too.
    pub drafts: bool,
    /// Settings to use instead of the workspace's.
    pub config: Option<PathBuf>,
    /// Whether what a person must judge is told, too.
    pub pedantic: bool,
    /// The day that is today: a server may run over midnight.
    pub today: Box<dyn Fn() -> Day>,
    /// Whether a process still runs, as far as the system tells: an editor names its own.
    pub runs: Box<dyn Fn(u32) -> bool>,
    /// A folder in which the built-in rules can be laid out to be looked at.
    pub shown: PathBuf,
}

impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options").field("rules", &self.rules).finish_non_exhaustive()
    }
}

/// What a workspace is held against.
pub(super) struct Workspace {
    pub project: Option<Project>,
    pub rules: Arc<AskedRules>,
    pub linter: Arc<Linter>,
    /// What reads papers, made when the first one is read.
    papers: OnceCell<Option<PaperReader>>,
    /// The folders of the packs that are loaded beside the built-in ones.
    pub folders: Vec<PathBuf>,
    /// The file of the settings.
    pub settings: PathBuf,
    pub today: Day,
    pedantic: bool,
}

impl Workspace {
    /// Reads it. What is wrong with settings or packs is told where they are open; until it is mended, what stood
    /// `before` counts: whoever types is always in the middle of something.
    ///
    /// # Errors
    ///
    /// Every fault of the built-in rules.
    pub(super) fn load(
        options: &Options,
        open: &Open,
        before: Option<&Self>,
    ) -> Result<Self, Vec<Fault>> {
        let today = (options.today)();
        let file = options.config.clone().unwrap_or_else(|| PathBuf::from(FILE_NAME));
        let read = if open.exists(&file) { settings(open, Some(&file)) } else { Ok(None) };
        let project = read.unwrap_or_else(|_| before.and_then(|own| own.project.clone()));
        let named = project.iter().flat_map(|project| &project.rules);
        let folders: Vec<PathBuf> = named.chain(&options.rules).cloned().collect();
        let texts: Result<Vec<_>, _> =
            folders.iter().map(|folder| packs::texts(folder, open)).collect();
        let asks = Asks {
            optional: &options.packs,
            drafts: options.drafts,
            confirmations: project.as_ref().map_or(&[], |project| &project.confirmations),
            settings: project.as_ref(),
        };
        let asked = texts.and_then(|texts| Packs::of(texts).asked(&asks, open, today));
        let ready = asked.and_then(|rules| Ok((Linter::new(rules.rulebook())?, rules)));
        let (linter, rules) = match (ready, before) {
            (Ok((linter, rules)), _) => (Arc::new(linter), Arc::new(rules)),
            (Err(_), Some(before)) => (Arc::clone(&before.linter), Arc::clone(&before.rules)),
            (Err(_), None) => {
                let rules = AskedRules::built_in()?;
                (Arc::new(Linter::new(rules.rulebook())?), Arc::new(rules))
            }
        };
        let pedantic = options.pedantic;
        let papers = OnceCell::new();
        Ok(Self { project, rules, linter, papers, folders, settings: file, today, pedantic })
    }

    pub(super) fn rulebook(&self) -> &Rulebook {
        self.rules.rulebook()
    }

    /// What reads papers.
    pub(super) fn papers(&self) -> Option<&PaperReader> {
        self.papers.get_or_init(|| PaperReader::new(&self.rules, self.today).ok()).as_ref()
    }

    /// A check of what lies in it.
    pub(super) fn check<'a>(&'a self, open: &'a Open) -> Check<'a> {
        Check::new(&self.rules, open, self.today).project(self.project.as_ref())
    }

    /// What is asked of the document at a path.
    pub(super) fn asked(&self, path: &Path) -> Asked {
        let settings = self.project.as_ref().map(|project| project.lint.clone());
        let settings = settings.unwrap_or_default();
        // What the settings name and there isn't is told of in them.
        let asked = settings.asked(self.today).unwrap_or_else(|_| Asked {
            picked: crate::lint::Picked::default(),
            pedantic: settings.pedantic,
            as_of: None,
            today: self.today,
            kind: None,
            against: None,
        });
        let kind = settings.kind_at(path);
        Asked { pedantic: asked.pedantic || self.pedantic, kind, ..asked }
    }
}
