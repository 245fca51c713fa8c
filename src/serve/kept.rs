//! The files of the folder, with the text of each paper kept as long as the file stays as it is.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::SystemTime;

use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::check::{Disk, Enters, Files};
use crate::source::{Fault, Text};

/// How many texts are kept, and how many bytes they have together.
const TEXTS: usize = 64;
const BYTES: usize = 4 << 20;

/// The stack of the thread that reads, in bytes: as large as the main thread's.
const STACK: usize = 8 * 1024 * 1024;

/// What tells that a file is as it was: its length, when it was changed, and which file it is, where a system says so:
/// two that are put in one place within one tick of the clock are told apart by that.
pub(super) type Stamp = Option<(u64, SystemTime, u64)>;

/// The text of a paper, as long as its file stays as it was.
type KeptText = (Stamp, Result<Arc<Text>, Fault>);

/// The files of the disk.
pub(super) struct KeptFiles {
    texts: Mutex<BTreeMap<PathBuf, KeptText>>,
    /// Where papers are read, one after the other: each may take what a document may take at most, and on a thread of
    /// their own the next takes again what the last one gave back.
    reads: Option<ThreadPool>,
}

impl Default for KeptFiles {
    fn default() -> Self {
        let reads = ThreadPoolBuilder::new().num_threads(1).stack_size(STACK).build().ok();
        Self { texts: Mutex::default(), reads }
    }
}

impl KeptFiles {
    /// Does what takes the memory of a paper, while nobody else does.
    pub(super) fn alone<T: Send>(&self, work: impl FnOnce() -> T + Send) -> T {
        match &self.reads {
            Some(reads) => reads.install(work),
            None => work(),
        }
    }
}

/// What tells that a file is as it was; nothing where it isn't there.
pub(super) fn stamp(path: &Path) -> Stamp {
    let known = path.metadata().ok()?;
    Some((known.len(), known.modified().ok()?, which(&known)))
}

#[cfg(unix)]
fn which(known: &std::fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(known)
}

#[cfg(not(unix))]
fn which(_: &std::fs::Metadata) -> u64 {
    0
}

impl Files for KeptFiles {
    fn bytes(&self, path: &Path, limit: usize) -> Result<Vec<u8>, Fault> {
        Disk.bytes(path, limit)
    }

    fn size(&self, path: &Path) -> Option<usize> {
        Disk.size(path)
    }

    fn exists(&self, path: &Path) -> bool {
        Disk.exists(path)
    }

    fn is_folder(&self, path: &Path) -> bool {
        Disk.is_folder(path)
    }

    fn identity(&self, path: &Path) -> PathBuf {
        Disk.identity(path)
    }

    fn below<'a>(
        &'a self,
        folder: &Path,
        ignored: bool,
        enters: Enters,
    ) -> Box<dyn Iterator<Item = Result<PathBuf, Fault>> + 'a> {
        Disk.below(folder, ignored, enters)
    }

    fn text(&self, path: &Path) -> Result<Arc<Text>, Fault> {
        Disk.text(path)
    }

    fn source(&self, path: &Path) -> Result<Arc<Text>, Fault> {
        let now = stamp(path);
        let known = |texts: &BTreeMap<PathBuf, (Stamp, _)>| {
            texts
                .get(path)
                .filter(|(then, _)| *then == now)
                .map(|(_, text): &(_, Result<_, _>)| text.clone())
        };
        if let Some(text) = self.texts.lock().ok().and_then(|texts| known(&texts)) {
            return text;
        }
        let text = self.alone(|| Disk.source(path));
        if let Ok(mut texts) = self.texts.lock() {
            let own =
                |text: &Result<Arc<Text>, Fault>| text.as_ref().map_or(0, |text| text.body().len());
            let kept: usize = texts.values().map(|(_, text)| own(text)).sum();
            if texts.len() >= TEXTS || kept + own(&text) > BYTES {
                texts.clear();
            }
            texts.insert(path.to_owned(), (now, text.clone()));
        }
        text
    }
}
