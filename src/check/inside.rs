//! Where the sources of a declaration may lie: a declaration may come from anybody, and must not learn
//! by what it names which files this machine has.

use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use super::files::Files;
use crate::declaration::is_own_kind;
use crate::project::Project;
use crate::source::{Fault, Text, veiled};

/// The folders in which sources are looked for.
#[derive(Clone, Debug, Default)]
pub struct Inside {
    folders: Vec<PathBuf>,
}

impl Inside {
    /// The folder of a declaration, that of the settings, and what those allow besides.
    #[must_use]
    pub fn of(declaration: &Path, project: Option<&Project>) -> Self {
        let own = declaration.parent().unwrap_or(Path::new("")).to_owned();
        let project = project.into_iter().flat_map(|project| {
            std::iter::once(project.folder().to_owned()).chain(project.allow_outside.clone())
        });
        Self { folders: std::iter::once(own).chain(project).collect() }
    }

    /// Whether a file lies in one of the folders, links followed. Whether there is such a file
    /// doesn't matter to it.
    pub fn holds(&self, files: &dyn Files, path: &Path) -> bool {
        let real = real(files, path);
        self.folders.iter().any(|folder| is_below(&real, &self::real(files, folder)))
    }

    /// Checks that a file lies in one of the folders.
    ///
    /// # Errors
    ///
    /// A fault where it doesn't.
    pub(super) fn check(&self, files: &dyn Files, path: &Path) -> Result<(), Fault> {
        if self.holds(files, path) {
            return Ok(());
        }
        let message =
            format!("`{}` lies outside of the folders in which sources may be", path.display());
        Err(Fault::whole("declaration::source-outside", message))
    }
}

/// A text that the settings name: where it lies outside of their folder and isn't a file of this
/// program's kinds, no fault shows any of it.
pub(super) fn named_by_settings(
    files: &dyn Files,
    project: &Project,
    path: &Path,
    text: Arc<Text>,
) -> Arc<Text> {
    let within = || is_below(&real(files, path), &real(files, project.folder()));
    if is_own_kind(text.body()) || within() { text } else { veiled(&text) }
}

/// Whether a path lies below a folder: what goes up from it doesn't.
fn is_below(path: &Path, folder: &Path) -> bool {
    let rest = path.strip_prefix(folder).ok().map(|rest| rest.components().next());
    rest.is_some_and(|first| first != Some(Component::ParentDir))
}

/// A path without links and dots, be there such a file or not.
fn real(files: &dyn Files, path: &Path) -> PathBuf {
    let is_there = |above: &&Path| *above != Path::new("") && files.exists(above);
    let (there, rest) = match path.ancestors().find(is_there) {
        Some(there) => (there, path.strip_prefix(there).unwrap_or(Path::new(""))),
        None if path.is_absolute() => (Path::new(""), path),
        None => (Path::new("."), path),
    };
    plain(&files.identity(there).join(rest))
}

/// The same without the dots that are left where nothing resolves links.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if plain.file_name().is_some() => {
                plain.pop();
            }
            // What is above the root is the root.
            Component::ParentDir if plain.has_root() => {}
            part => plain.push(part),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::super::files::Memory;
    use super::*;

    #[test]
    fn what_lies_in_the_folder_is_inside_and_nothing_else() {
        let files = Memory::new().with("facts/force.toml", "").with("facts/papers/a.txt", "");
        let inside = Inside::of(Path::new("facts/force.toml"), None);
        let is_inside = |path: &str| inside.check(&files, Path::new(path)).is_ok();
        for path in ["facts/a.txt", "facts/papers/a.txt", "facts/./none.txt", "facts/x/../b.txt"] {
            assert!(is_inside(path), "{path}");
        }
        for path in ["facts/../a.txt", "/etc/passwd", "facts/x/../../a.txt", "facts/../../facts/a"]
        {
            assert!(!is_inside(path), "{path}");
        }
        let inside = Inside::of(Path::new("force.toml"), None);
        assert!(inside.check(&files, Path::new("papers/a.txt")).is_ok());
        assert!(inside.check(&files, Path::new("../a.txt")).is_err());
    }
}
