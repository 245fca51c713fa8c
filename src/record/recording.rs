//! Files that keep what was asked of them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::trace::{Listed, Trace};
use crate::check::{Enters, Files, STDIN};
use crate::source::{Fault, SIZE_LIMIT, Text, text_of};

/// Files that keep what was asked of them, and what the answer was.
pub struct Recording<'a> {
    files: &'a dyn Files,
    /// The folder that relative paths are taken from, as the files know it: no record tells where on a
    /// machine it was made.
    root: PathBuf,
    seen: Mutex<Seen>,
}

#[derive(Default)]
struct Seen {
    trace: Trace,
    bytes: BTreeMap<PathBuf, Vec<u8>>,
}

impl<'a> Recording<'a> {
    /// Of these files.
    #[must_use]
    pub fn new(files: &'a dyn Files) -> Self {
        Self { files, root: files.identity(Path::new(".")), seen: Mutex::default() }
    }

    /// What was asked, and the bytes of each file that was read, by its name.
    #[must_use]
    pub fn told(&self) -> (Trace, BTreeMap<PathBuf, Vec<u8>>) {
        let seen = self.seen();
        (seen.trace.clone(), seen.bytes.clone())
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Files for Recording<'_> {
    fn bytes(&self, path: &Path, limit: usize) -> Result<Vec<u8>, Fault> {
        let known = self.seen().bytes.get(path).filter(|_| path == Path::new(STDIN)).cloned();
        if let Some(bytes) = known {
            return Ok(bytes);
        }
        let read = self.files.bytes(path, limit);
        let mut seen = self.seen();
        match &read {
            Ok(bytes) => {
                let kept = seen.bytes.entry(path.to_owned()).or_default();
                if kept.len() < bytes.len() {
                    kept.clone_from(bytes);
                }
            }
            Err(_) => drop(seen.trace.unread.insert(path.to_owned())),
        }
        read
    }

    fn size(&self, path: &Path) -> Option<usize> {
        let size = self.files.size(path);
        self.seen().trace.sizes.extend(size.map(|size| (path.to_owned(), size)));
        size
    }

    fn exists(&self, path: &Path) -> bool {
        let exists = self.files.exists(path);
        if exists {
            self.seen().trace.there.insert(path.to_owned());
        }
        exists
    }

    fn is_folder(&self, path: &Path) -> bool {
        let folder = self.files.is_folder(path);
        if folder {
            self.seen().trace.folders.insert(path.to_owned());
        }
        folder
    }

    fn identity(&self, path: &Path) -> PathBuf {
        let identity = self.files.identity(path);
        let shown = match identity.strip_prefix(&self.root) {
            Ok(below) => Path::new(".").join(below),
            Err(_) => identity.clone(),
        };
        self.seen().trace.identities.insert(path.to_owned(), shown);
        identity
    }

    fn below<'b>(
        &'b self,
        folder: &Path,
        ignored: bool,
        enters: Enters,
    ) -> Box<dyn Iterator<Item = Result<PathBuf, Fault>> + 'b> {
        let all: Vec<Result<PathBuf, Fault>> = self.files.below(folder, ignored, enters).collect();
        let files = all.iter().filter_map(|one| one.as_ref().ok()).cloned().collect();
        self.seen().trace.below.push(Listed { folder: folder.to_owned(), ignored, files });
        Box::new(all.into_iter())
    }

    fn text(&self, path: &Path) -> Result<Arc<Text>, Fault> {
        let bytes = self.bytes(path, SIZE_LIMIT)?;
        if path == Path::new(STDIN) { text_of(STDIN, bytes) } else { self.files.text(path) }
    }
}
