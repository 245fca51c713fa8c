//! Addresses of pages. No path of the folder stands in one: a file is asked for by a name made of its
//! path, and looked up among those that are there.

use std::path::Path;

use crate::source::Digest;

/// The name of a file in addresses.
pub(super) fn key(path: &Path) -> String {
    let digest = Digest::of(path.to_string_lossy().as_bytes()).to_string();
    digest.chars().take(16).collect()
}

/// The task list of a declaration.
pub(super) fn force(path: &Path) -> String {
    format!("/force/{}", key(path))
}

/// A question of a declaration.
pub(super) fn question(path: &Path, arrangement: &str) -> String {
    format!("/force/{}/ask/{arrangement}", key(path))
}

/// The gaps of a declaration.
pub(super) fn gaps(path: &Path) -> String {
    format!("/force/{}/gaps", key(path))
}

/// A paper.
pub(super) fn paper(path: &Path) -> String {
    format!("/paper/{}", key(path))
}
