//! The user's rule packs as they stand in the editor.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::open::Open;
use crate::check::{Files as _, PackTexts};
use crate::rulebook::from_folder;
use crate::source::{Fault, Text};

/// The files of a pack, those that are open as they are open.
pub(super) fn texts(folder: &Path, open: &Open) -> Result<PackTexts, Vec<Fault>> {
    let files = from_folder(&open.on_disk(folder))?;
    let file = |own: crate::rulebook::RuleFile| {
        let path = folder.join(&own.path);
        let body = match open.get(&path) {
            Some(text) => text.body().to_owned(),
            None => own.text.body().to_owned(),
        };
        (own.path, Arc::new(Text::new(path.display().to_string(), body)))
    };
    Ok((folder.display().to_string(), files.into_iter().map(file).collect()))
}

/// The pack that a file lies in: one of those that are loaded, else, of a file of rules, the folder above that of
/// its instrument.
pub(super) fn folder_of(path: &Path, loaded: &[PathBuf], open: &Open) -> Option<PathBuf> {
    let named = |folder: &&PathBuf| path.starts_with(folder);
    if let Some(folder) = loaded.iter().find(named) {
        return Some(folder.clone());
    }
    let own = path.parent()?;
    let has = |folder: &Path, name: &str| open.exists(&folder.join(name));
    if has(own, "instrument.toml") {
        return own.parent().map(Path::to_owned);
    }
    own.ancestors().find(|folder| has(folder, "ranks.toml")).map(Path::to_owned)
}
