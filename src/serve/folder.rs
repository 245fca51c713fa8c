//! What the folder holds: declarations and papers.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use super::kept::{Stamp, stamp};
use super::paths::key;
use crate::check::{Disk, Files as _};
use crate::declaration::{SourceDocument, SourceId, own_file};
use crate::document::endings;
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

/// A paper as a source of a declaration, under an id that none of its sources has.
pub(super) fn source(paper: &Path, declaration: &Path, known: &[SourceDocument]) -> SourceDocument {
    let stem = paper.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let words: Vec<String> = stem
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    let plain = if words.is_empty() { "paper".to_owned() } else { words.join("-") };
    let taken = |id: &str| known.iter().any(|source| source.id.as_str() == id);
    let numbered = (2..).map(|number| format!("{plain}-{number}"));
    let id = std::iter::once(plain.clone()).chain(numbered).find(|id| !taken(id)).unwrap_or(plain);
    let up = declaration.parent().into_iter().flat_map(Path::components).map(|_| "../");
    let file = format!("{}{}", up.collect::<String>(), slashed(paper));
    let id = SourceId::from(id.as_str());
    let file = Some(file);
    SourceDocument { id, title: stem, file, address: None, date: None, obtained: None, text: None }
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
