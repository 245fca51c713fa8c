//! What all pages work on: the folder, the rules, and what was assessed already.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock};

use super::changes::{Changes, DecidedPassage, Snapshot};
use super::folder::{self, Folder};
use super::kept::{KeptFiles, Stamp, stamp};
use crate::check::{AskedGate, AskedRules, Check, GateAsked, PaperReader, settings};
use crate::project::Project;
use crate::questions::{OpenDeclaration, Opened};
use crate::reading::ReadDocument;
use crate::rulebook::Rulebook;
use crate::source::Fault;
use crate::standing::Day;

/// From how many bytes on a file may take so much that nothing else is held beside it.
const LARGE: u64 = 64 << 10;
/// How much text of papers is kept as it was read, in bytes: some forty times as much memory. A longer one is kept
/// alone.
const READ: usize = 400 << 10;
/// What a block takes beside its text, as so much text.
const A_BLOCK: usize = 12;

/// What all pages work on.
pub(crate) struct Work {
    rules: AskedRules,
    files: KeptFiles,
    folder: Folder,
    changes: Changes,
    today: fn() -> Day,
    fixed: Option<Day>,
    known: Mutex<BTreeMap<PathBuf, Known>>,
    /// What reads papers, made when the first is read.
    reader: OnceLock<Result<PaperReader, Vec<Fault>>>,
    read: Mutex<BTreeMap<PathBuf, KeptReading>>,
    /// In which role somebody decides.
    role: Mutex<String>,
    /// What is to be said on the next page.
    said: Mutex<Option<Said>>,
    /// One change after the other.
    turn: Mutex<()>,
}

/// What is to be said, and the change that it is about, which can be taken back.
#[derive(Clone, Debug)]
pub(super) struct Said {
    pub(super) words: String,
    pub(super) change: Option<usize>,
    /// The part of the page that somebody is led to: it is said there.
    at: Option<String>,
    /// The decision that was made.
    decided: Option<DecidedPassage>,
}

/// A paper as it was read for a force, as long as its file stays as it was.
type KeptReading = (Stamp, Option<String>, Arc<ReadDocument>);

/// A declaration as it was assessed, with the files that it rests on.
struct Known {
    stamps: Vec<(PathBuf, Stamp)>,
    today: Day,
    opened: Arc<Opened>,
}

impl Work {
    /// Works in the current folder by these rules. `today` says which day it is; `fixed` is taken in its place.
    pub(crate) fn new(rules: AskedRules, today: fn() -> Day, fixed: Option<Day>) -> Self {
        Self {
            rules,
            files: KeptFiles::default(),
            folder: Folder::default(),
            changes: Changes::default(),
            today,
            fixed,
            known: Mutex::default(),
            reader: OnceLock::new(),
            read: Mutex::default(),
            role: Mutex::new("reviewer".to_owned()),
            said: Mutex::default(),
            turn: Mutex::default(),
        }
    }

    pub(super) fn rules(&self) -> &AskedRules {
        &self.rules
    }

    pub(super) fn rulebook(&self) -> &Rulebook {
        self.rules.rulebook()
    }

    pub(super) fn files(&self) -> &KeptFiles {
        &self.files
    }

    pub(super) fn today(&self) -> Day {
        self.fixed.unwrap_or_else(self.today)
    }

    /// The settings, as they stand.
    pub(super) fn project(&self) -> Result<Option<Project>, Vec<Fault>> {
        settings(&self.files, None)
    }

    /// The gate that the settings name.
    pub(super) fn gate(&self, project: Option<&Project>) -> Result<Option<AskedGate>, Vec<Fault>> {
        GateAsked::default().gate(project, &self.rules, &self.files)
    }

    /// A check as the command line makes it.
    pub(super) fn check<'a>(&'a self, project: Option<&'a Project>) -> Check<'a> {
        Check::new(&self.rules, &self.files, self.today()).project(project)
    }

    /// Opens a declaration: what is known of it, as long as neither it nor a paper of it changed.
    pub(super) fn open<'a>(
        &self,
        check: &'a Check<'a>,
        path: &Path,
    ) -> Result<OpenDeclaration<'a>, Vec<Fault>> {
        let today = self.today();
        let fresh = |known: &&Known| {
            known.today == today && known.stamps.iter().all(|(path, then)| stamp(path) == *then)
        };
        let kept =
            self.known.lock().ok().and_then(|known| {
                known.get(path).filter(fresh).map(|known| Arc::clone(&known.opened))
            });
        if let Some(opened) = kept {
            return Ok(OpenDeclaration::again(check, opened));
        }
        let open = OpenDeclaration::open(check, path)?;
        self.keep(&open);
        Ok(open)
    }

    /// Keeps what was saved for the next page.
    pub(super) fn keep(&self, open: &OpenDeclaration<'_>) {
        let opened = Arc::clone(open.opened());
        let folder = opened.path.parent().unwrap_or(Path::new("")).to_owned();
        let sources = opened.declaration.sources.iter().filter_map(|source| source.file.as_ref());
        let beside = sources.map(|file| folder.join(file));
        let settings = PathBuf::from(crate::project::FILE_NAME);
        let stamps = beside.chain([opened.path.clone(), settings]);
        let stamps = stamps.map(|path| (path.clone(), stamp(&path))).collect();
        if let Ok(mut known) = self.known.lock() {
            let today = self.today();
            known.insert(opened.path.clone(), Known { stamps, today, opened });
        }
    }

    /// Reads a paper for a force, without what people decided about it: what is known of it, as long as it
    /// didn't change.
    pub(super) fn read(
        &self,
        path: &Path,
        force: Option<&str>,
    ) -> Result<Arc<ReadDocument>, Fault> {
        let now = stamp(path);
        let force_is = |own: &Option<String>| own.as_deref() == force;
        let kept = self.read.lock().ok().and_then(|read| {
            let (then, of, read) = read.get(path)?;
            (*then == now && force_is(of)).then(|| Arc::clone(read))
        });
        if let Some(read) = kept {
            return Ok(read);
        }
        let reader = self.reader()?;
        let read = self.files.alone(|| {
            // What was read before isn't held beside one that may take as much again.
            let unfolds = now.is_some_and(|(bytes, ..)| bytes > LARGE);
            if let Some(mut all) = self.read.lock().ok().filter(|_| unfolds) {
                all.clear();
            }
            reader.read_file(&self.files, path, force)
        })?;
        let read = Arc::new(read);
        if let Ok(mut all) = self.read.lock() {
            let kept: usize = all.values().map(|(.., read)| length(read)).sum();
            if kept + length(&read) > READ {
                all.clear();
            }
            all.insert(path.to_owned(), (now, force.map(str::to_owned), Arc::clone(&read)));
        }
        Ok(read)
    }

    /// What reads papers.
    pub(super) fn reader(&self) -> Result<&PaperReader, Fault> {
        let reader = self.reader.get_or_init(|| PaperReader::new(&self.rules, self.today()));
        reader.as_ref().map_err(|faults| {
            let first = faults.first().cloned();
            first.unwrap_or_else(|| Fault::whole("document::unread", "nothing can be read"))
        })
    }

    /// In which role somebody decides.
    pub(super) fn role(&self) -> String {
        self.role.lock().map(|role| role.clone()).unwrap_or_default()
    }

    /// Decides in this role from now on.
    pub(super) fn set_role(&self, role: &str) {
        if let Ok(mut own) = self.role.lock() {
            let kept: String = role.chars().take(80).collect();
            *own = if kept.is_empty() { "reviewer".to_owned() } else { kept };
        }
    }

    /// The declarations of the folder.
    pub(super) fn declarations(&self) -> Vec<PathBuf> {
        self.folder.declarations()
    }

    /// The declaration that a name in an address stands for.
    pub(super) fn declaration(&self, name: &str) -> Option<PathBuf> {
        folder::named(self.declarations(), name)
    }

    /// What was changed while it runs.
    pub(super) fn changes(&self) -> &Changes {
        &self.changes
    }

    /// Makes a change while nobody else makes one, and keeps what was before, so that it can be taken back.
    pub(super) fn in_turn<T>(&self, change: impl FnOnce() -> T) -> T {
        let turn = self.turn.lock();
        let before = Snapshot::of(&self.folder);
        let done = change();
        let said = self.said.lock().ok().and_then(|said| said.clone());
        let said = said.map(|said| (said.words, said.decided));
        let number = self.changes.note(&before, &Snapshot::of(&self.folder), said);
        if let (Some(number), Ok(mut said)) = (number, self.said.lock())
            && let Some(said) = said.as_mut()
        {
            said.change = Some(number);
        }
        drop(turn);
        done
    }

    /// Says something on the next page.
    pub(super) fn say(&self, words: String) {
        if let Ok(mut said) = self.said.lock() {
            *said = Some(Said { words, change: None, at: None, decided: None });
        }
    }

    /// Says on the next page what was decided, or taken back, at the part of it that is named.
    pub(super) fn say_at(&self, at: &str, words: String, decided: Option<DecidedPassage>) {
        if let Ok(mut said) = self.said.lock() {
            *said = Some(Said { words, change: None, at: Some(at.to_owned()), decided });
        }
    }

    /// What is to be said at a part of a page, once.
    pub(super) fn said_at(&self, part: &str) -> Option<Said> {
        let mut said = self.said.lock().ok()?;
        said.take_if(|said| said.at.as_deref() == Some(part))
    }

    /// What is to be said, once.
    pub(super) fn said(&self) -> Option<Said> {
        self.said.lock().ok().and_then(|mut said| said.take())
    }
}

/// How much text a paper has, in bytes.
fn length(read: &ReadDocument) -> usize {
    read.document.blocks.iter().map(|block| block.text().len() + A_BLOCK).sum()
}
