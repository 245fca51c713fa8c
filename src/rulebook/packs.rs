//! The files of a rule pack in a folder.

use std::fs;
use std::path::Path;

use super::RuleFile;
use crate::source::{Digest, Fault, read_file};

/// The files of a pack in a folder of the user's, in the order of their paths.
///
/// # Errors
///
/// A fault for the folder or for each of its files that can't be read; one where it holds no rules.
pub fn from_folder(folder: &Path) -> Result<Vec<RuleFile>, Vec<Fault>> {
    let mut files = Vec::new();
    let mut faults = Vec::new();
    walk(folder, folder, &mut files, &mut faults);
    if files.is_empty() && faults.is_empty() {
        let message = format!("`{}` holds no rules", folder.display());
        faults.push(
            Fault::whole("rules::empty-pack", message)
                .help("a pack has `arrangements/` or a folder with an `instrument.toml`"),
        );
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    if faults.is_empty() { Ok(files) } else { Err(faults) }
}

/// The digest of a pack: of the list of its files as `sha256sum` prints it, in the order of their
/// paths.
#[must_use]
pub fn pack_digest(files: &[RuleFile]) -> Digest {
    let mut files: Vec<&RuleFile> = files.iter().collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let lines = files.iter().map(|file| format!("{}  {}\n", file.text.digest(), file.path));
    Digest::of(lines.collect::<String>().as_bytes())
}

fn walk(root: &Path, folder: &Path, files: &mut Vec<RuleFile>, faults: &mut Vec<Fault>) {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => {
            let message = format!("the rule pack `{}` can't be read: {error}", folder.display());
            faults.push(Fault::whole("rules::no-pack", message).help("name a folder of rules"));
            return;
        }
    };
    for entry in entries {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let message = format!("`{}` can't be read whole: {error}", folder.display());
                faults.push(Fault::whole("file::unreadable", message));
                continue;
            }
        };
        let path = entry.path();
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            walk(root, &path, files, faults);
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            let within = path.strip_prefix(root).unwrap_or(&path);
            match read_file(&path) {
                Ok(text) => {
                    let path = within.to_string_lossy().replace('\\', "/");
                    files.push(RuleFile { path, text });
                }
                Err(fault) => faults.push(fault),
            }
        }
    }
}
