//! What a check asked of its files, and what it was told.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

/// What was asked about files, but for their bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trace {
    /// What there was of the names that were asked for.
    pub there: BTreeSet<PathBuf>,
    /// Which of them were folders.
    pub folders: BTreeSet<PathBuf>,
    /// What couldn't be read, though it was asked for.
    pub unread: BTreeSet<PathBuf>,
    /// How large files were, in bytes.
    pub sizes: BTreeMap<PathBuf, usize>,
    /// What was the same however it is named, where that isn't the name itself.
    pub identities: BTreeMap<PathBuf, PathBuf>,
    /// What stood below folders, as it was listed.
    pub below: Vec<Listed>,
}

/// What stood below a folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Listed {
    /// The folder.
    pub folder: PathBuf,
    /// Whether what a `.gitignore` names was asked for, too.
    pub ignored: bool,
    /// The files, in the order in which they were listed.
    pub files: Vec<PathBuf>,
}
