//! What was changed while it runs, each to be taken back: what stood in the files before is kept in memory, and
//! nowhere else.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use super::folder::{self, Folder};
use super::kept::{Stamp, stamp};
use crate::check::{Disk, Files as _};
use crate::decisions::Decision;
use crate::output::{in_turn, replace, unwritten, write};
use crate::source::{Fault, Text};

/// How many changes are kept: the last.
const KEPT: usize = 200;

/// What would be wrong with a text that is put in a file's place.
pub(super) type Reads<'a> = &'a dyn Fn(&Path, &Arc<Text>) -> Result<(), Vec<Fault>>;

/// What stands in the folder.
pub(super) struct Snapshot {
    texts: BTreeMap<PathBuf, Arc<Text>>,
    papers: BTreeSet<PathBuf>,
}

impl Snapshot {
    pub(super) fn of(folder: &Folder) -> Self {
        Self { texts: folder.texts(), papers: folder::papers().into_iter().collect() }
    }
}

/// A change, or several that were made at once.
#[derive(Clone, Debug)]
pub(super) struct Change {
    /// Which it is, from 1.
    pub(super) number: usize,
    /// What it was, in words.
    pub(super) said: String,
    /// Whether it was taken back.
    pub(super) back: bool,
    /// The decision that it made, if it made one.
    pub(super) decided: Option<DecidedPassage>,
    files: Vec<Changed>,
}

/// A decision that was made about a passage of a paper.
#[derive(Clone, Debug)]
pub(super) struct DecidedPassage {
    /// Where the paper is.
    pub(super) paper: PathBuf,
    /// The declaration that its words went into, as addresses name it.
    pub(super) declaration: String,
    /// The decision.
    pub(super) decision: Decision,
}

/// What became of a file.
#[derive(Clone, Debug)]
enum Changed {
    /// What stood in it before, and what stood in it then; nothing where it wasn't there.
    Text { path: PathBuf, before: Option<Arc<Text>>, after: Option<Arc<Text>> },
    /// A paper that came in.
    Paper { path: PathBuf, came: Stamp },
}

impl Change {
    /// The files that it changed.
    pub(super) fn files(&self) -> impl Iterator<Item = &Path> {
        self.files.iter().map(|file| match file {
            Changed::Text { path, .. } | Changed::Paper { path, .. } => path.as_path(),
        })
    }
}

/// The changes, the oldest first.
#[derive(Default)]
pub(super) struct Changes(Mutex<Vec<Change>>);

impl Changes {
    /// The changes that are kept, the newest first.
    pub(super) fn all(&self) -> Vec<Change> {
        self.0.lock().map(|all| all.iter().rev().cloned().collect()).unwrap_or_default()
    }

    /// Keeps what is another in the folder than it was: the number of the change, if there was one.
    pub(super) fn note(
        &self,
        before: &Snapshot,
        after: &Snapshot,
        said: Option<(String, Option<DecidedPassage>)>,
    ) -> Option<usize> {
        let paths: BTreeSet<&PathBuf> = before.texts.keys().chain(after.texts.keys()).collect();
        let mut files = Vec::new();
        for path in paths {
            let (old, new) = (before.texts.get(path), after.texts.get(path));
            let same = match (old, new) {
                (Some(old), Some(new)) => Arc::ptr_eq(old, new) || old.digest() == new.digest(),
                _ => false,
            };
            if !same {
                let (before, after) = (old.cloned(), new.cloned());
                files.push(Changed::Text { path: path.clone(), before, after });
            }
        }
        files.extend(
            after
                .papers
                .difference(&before.papers)
                .map(|path| Changed::Paper { path: path.clone(), came: stamp(path) }),
        );
        let mut all = self.0.lock().ok().filter(|_| !files.is_empty())?;
        let number = all.last().map_or(1, |last| last.number + 1);
        let (said, decided) = said.unwrap_or_else(|| ("A change".to_owned(), None));
        all.push(Change { number, said, back: false, decided, files });
        let more = all.len().saturating_sub(KEPT);
        all.drain(..more);
        Some(number)
    }

    /// Marks the changes that made a decision as taken back.
    pub(super) fn went(&self, decision: &Decision) {
        if let Ok(mut all) = self.0.lock() {
            let made = |one: &&mut Change| {
                one.decided.as_ref().is_some_and(|made| made.decision.is_about(decision))
            };
            all.iter_mut().filter(made).for_each(|one| one.back = true);
        }
    }

    /// Takes a change back: its files say again what they said before it. What was changed in them since stays,
    /// where the two don't touch each other. `reads` says what would be wrong with a text.
    pub(super) fn take_back(&self, number: usize, reads: Reads<'_>) -> Result<Change, Vec<Fault>> {
        let known = self.all().into_iter().find(|one| one.number == number && !one.back);
        let Some(change) = known else {
            let message = "that change isn’t there to be taken back";
            return Err(vec![
                Fault::whole("output::changed", message)
                    .help("it was taken back already, or is too long ago"),
            ]);
        };
        in_turn(Path::new("."), || {
            let mut steps = Vec::new();
            for file in &change.files {
                steps.push(file.back(reads)?);
            }
            steps.into_iter().try_for_each(Step::take).map_err(|fault| vec![fault])
        })?;
        if let Ok(mut all) = self.0.lock()
            && let Some(own) = all.iter_mut().find(|one| one.number == number)
        {
            own.back = true;
        }
        Ok(change)
    }
}

/// What is done to a file.
enum Step {
    Remove(PathBuf),
    Make(PathBuf, String),
    Replace(PathBuf, String, Arc<Text>),
}

impl Changed {
    fn back(&self, reads: Reads<'_>) -> Result<Step, Vec<Fault>> {
        let (path, before, after) = match self {
            Self::Paper { path, came } if stamp(path) == *came => {
                return Ok(Step::Remove(path.clone()));
            }
            Self::Paper { path, .. } => return Err(vec![since(path)]),
            Self::Text { path, before, after } => (path, before, after),
        };
        let now = match Disk.exists(path) {
            true => Some(Disk.text(path).map_err(|fault| vec![fault])?),
            false => None,
        };
        match (before, after, now) {
            (None, Some(after), Some(now)) if after.digest() == now.digest() => {
                Ok(Step::Remove(path.clone()))
            }
            (Some(before), None, None) => {
                Ok(Step::Make(path.clone(), before.with_mark().into_owned()))
            }
            (Some(before), Some(after), Some(now)) => {
                let text = if after.digest() == now.digest() {
                    before.with_mark().into_owned()
                } else {
                    let [after, now, before] = [after, &now, before].map(|text| apart(text));
                    let merged = diffy::merge(&after, &now, &before);
                    merged.map_err(|_| vec![since(path)])?.replace(BETWEEN, "")
                };
                let new = Arc::new(Text::new(now.name(), text.clone()));
                reads(path, &new)?;
                Ok(Step::Replace(path.clone(), text, now))
            }
            _ => Err(vec![since(path)]),
        }
    }
}

impl Step {
    fn take(self) -> Result<(), Fault> {
        match self {
            Self::Remove(path) => {
                std::fs::remove_file(&path).map_err(|error| unwritten(&path, &error))
            }
            Self::Make(path, text) => write(&path, &text, false),
            Self::Replace(path, text, now) => replace(&path, &text, now.digest()),
        }
    }
}

/// What stands between two lines: changes of neighbours don't touch each other then.
const BETWEEN: &str = "\u{1}\n";

fn apart(text: &Text) -> String {
    text.with_mark().split_inclusive('\n').flat_map(|line| [line, BETWEEN]).collect()
}

fn since(path: &Path) -> Fault {
    let message = format!("`{}` was changed in the same place since", path.display());
    Fault::whole("output::changed", message)
        .help("take the later change back first, or change it by hand")
}
