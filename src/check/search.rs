//! What a command looks for, and where.

use std::path::{Path, PathBuf};

use super::files::{Files, STDIN};
use crate::document::WORKBOOK_ENDINGS;

const TOML: &str = "toml";

/// What is looked for in folders. A file that is named is taken whatever its ending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Documents.
    Documents,
    /// Declarations.
    Declarations,
    /// Documents and declarations.
    Inputs,
}

/// Where to look, and for what.
#[derive(Clone, Copy)]
pub struct Search<'a> {
    /// Where the files come from.
    pub files: &'a dyn Files,
    /// Files, folders, patterns of names, or [`STDIN`].
    pub arguments: &'a [PathBuf],
    /// What is looked for in folders.
    pub wanted: Wanted,
    /// Whether what a `.gitignore` names is taken, too.
    pub ignored: bool,
}

/// A file that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundFile {
    /// Its path, as people know it.
    pub path: PathBuf,
    /// What is the same however it is named.
    pub(super) identity: PathBuf,
}

/// Whether a file is a declaration by its name: TOML, a workbook, or standard input.
pub(super) fn is_declaration(file: &Path) -> bool {
    is_toml(file) || is_workbook(file) || file == Path::new(STDIN)
}

/// Whether a file is TOML by its name.
pub(super) fn is_toml(file: &Path) -> bool {
    has_ending(file, &[TOML])
}

/// The endings of the names of files that may be declarations, without the dot.
pub(super) fn declaration_endings() -> impl Iterator<Item = &'static str> {
    std::iter::once(TOML).chain(WORKBOOK_ENDINGS)
}

/// Whether a file is a workbook by its name: each of its sheets may be a declaration.
#[must_use]
pub fn is_workbook(file: &Path) -> bool {
    has_ending(file, &WORKBOOK_ENDINGS)
}

fn has_ending(file: &Path, endings: &[&str]) -> bool {
    let own = file.extension().unwrap_or_default();
    endings.iter().any(|ending| own.eq_ignore_ascii_case(ending))
}
