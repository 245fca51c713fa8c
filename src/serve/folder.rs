//! What the folder holds: declarations and papers.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use super::kept::{Stamp, stamp};
use super::paths::key;
use crate::check::{Disk, Files as _};
use crate::declaration::{SourceDocument, own_file};
use crate::document::endings;
use crate::review::source_of;
use crate::source::Text;

/// Where papers are kept.
pub(super) const PAPERS: &str = "papers";
/// How far below the folder declarations are looked for.
const DEEP: usize = 4;

/// The TOML files of the folder, each kept as it was read as long as it stays as it is.
#[derive(Default)]
pub(super) struct Folder {
    known: Mutex<BTreeMap<PathBuf, Known>>,
}

/// A file that was read.
#[derive(Clone)]
struct Known {
    stamp: Stamp,
    text: Arc<Text>,
    declares: bool,
}

impl Folder {
    /// The declarations, in the order of their paths.
    pub(super) fn declarations(&self) -> Vec<PathBuf> {
        let all = self.all().into_iter();
        all.filter(|(_, known)| known.declares).map(|(path, _)| path).collect()
    }

    /// Every TOML file, with what stands in it.
    pub(super) fn texts(&self) -> BTreeMap<PathBuf, Arc<Text>> {
        self.all().into_iter().map(|(path, known)| (path, known.text)).collect()
    }

    fn all(&self) -> BTreeMap<PathBuf, Known> {
        let files = Disk.below(Path::new("."), false, Box::new(|depth, _| depth <= DEEP));
        let plain =
            files.flatten().map(|path| path.strip_prefix(".").map_or(path.clone(), Path::to_owned));
        let before = self.known.lock().map(|known| known.clone()).unwrap_or_default();
        let mut now = BTreeMap::new();
        for path in plain.filter(|path| is_toml(path) && inside(path)) {
            let stamp = stamp(&path);
            let same = before.get(&path).filter(|known| known.stamp == stamp).cloned();
            let known = same.or_else(|| {
                let text = Disk.text(&path).ok()?;
                let declares = own_file(text.body()) == Some("a declaration");
                Some(Known { stamp, text, declares })
            });
            now.extend(known.map(|known| (path, known)));
        }
        if let Ok(mut known) = self.known.lock() {
            known.clone_from(&now);
        }
        now
    }
}

/// The papers, in the order of their names.
pub(super) fn papers() -> Vec<PathBuf> {
    let files = Disk.below(Path::new(PAPERS), true, Box::new(|_, _| true));
    let papers = files.flatten().filter(|path| inside(path) && is_paper(path));
    papers.collect()
}

/// The file that a name in an address stands for.
pub(super) fn named(files: Vec<PathBuf>, name: &str) -> Option<PathBuf> {
    files.into_iter().find(|path| key(path) == name)
}

/// A paper of the folder as a source of a declaration in it.
pub(super) fn source(paper: &Path, declaration: &Path, known: &[SourceDocument]) -> SourceDocument {
    source_of(paper, from(declaration, paper), known)
}

/// Where a paper of the folder is, seen from a declaration in it.
pub(super) fn from(declaration: &Path, paper: &Path) -> String {
    let up = declaration.parent().into_iter().flat_map(Path::components).map(|_| "../");
    format!("{}{}", up.collect::<String>(), slashed(paper))
}

/// A path as declarations write it, whatever the system.
fn slashed(path: &Path) -> String {
    let parts = path.components().map(|part| part.as_os_str().to_string_lossy().into_owned());
    parts.collect::<Vec<_>>().join("/")
}

/// Whether a file lies in the folder, links followed.
fn inside(path: &Path) -> bool {
    let root = Disk.identity(Path::new("."));
    Disk.identity(path).starts_with(root)
}

fn is_toml(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"))
}

/// Whether a file is of a format that is read, by its ending.
pub(super) fn is_paper(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    endings().any(|known| known.eq_ignore_ascii_case(ending))
}
