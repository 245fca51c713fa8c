//! What the folder holds: declarations and papers.

use std::path::{Path, PathBuf};

use super::paths::key;
use crate::check::{Disk, Files as _};
use crate::declaration::{SourceDocument, SourceId, own_file};
use crate::document::endings;

/// Where papers are kept.
pub(super) const PAPERS: &str = "papers";
/// How far below the folder declarations are looked for.
const DEEP: usize = 4;

/// The declarations in the folder, in the order of their paths.
pub(super) fn declarations() -> Vec<PathBuf> {
    let files = Disk.below(Path::new("."), false, Box::new(|depth, _| depth <= DEEP));
    let plain =
        files.flatten().map(|path| path.strip_prefix(".").map_or(path.clone(), Path::to_owned));
    plain.filter(|path| is_toml(path) && inside(path) && is_declaration(path)).collect()
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

fn is_declaration(path: &Path) -> bool {
    let text = Disk.text(path);
    text.is_ok_and(|text| own_file(text.body()) == Some("a declaration"))
}

/// Whether a file is of a format that is read, by its ending.
pub(super) fn is_paper(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    endings().any(|known| known.eq_ignore_ascii_case(ending))
}
