//! The built-in checklists: the files of `rules/`, and what the build made of them.

use std::sync::Arc;

use include_dir::{Dir, include_dir};

use crate::result::Pack;
use crate::rulebook::{Lexicon, RuleFile, Rulebook, pack_digest, prepared, prepared_lexicon};
use crate::source::{Digest, Fault, Text};

/// The folder, taken in when the program is built.
static FOLDER: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/rules");

/// What `build.rs` kept of it: nothing where the files have faults.
static KEPT: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/rulebook"));

/// What it kept of what reading rests on, likewise.
static KEPT_LEXICON: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon"));

/// The files, in the order of their paths.
#[must_use]
pub fn files() -> Vec<RuleFile> {
    let mut files = Vec::new();
    collect(&FOLDER, &mut files);
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

fn collect(dir: &Dir<'static>, files: &mut Vec<RuleFile>) {
    for file in dir.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        if let (true, Some(body)) = (path.ends_with(".toml"), file.contents_utf8()) {
            let text = Arc::new(Text::new(format!("rules/{path}"), body));
            files.push(RuleFile { path, text });
        }
    }
    dir.dirs().for_each(|dir| collect(dir, files));
}

/// The built-in rules as a result names them: their digest was taken when the program was built.
#[must_use]
pub fn pack() -> Pack {
    let kept = option_env!("MSACHECK_RULES_SHA256").and_then(Digest::parse);
    Pack::built_in(kept.unwrap_or_else(|| pack_digest(&files())))
}

/// The rulebook of the built-in checklists alone.
///
/// # Errors
///
/// Every fault of their files, where a build has taken in files with faults.
pub fn rulebook() -> Result<Rulebook, Vec<Fault>> {
    let files = files();
    match prepared(KEPT, files.clone()) {
        Some(rulebook) => Ok(rulebook),
        None => Rulebook::load(&files),
    }
}

/// What reading rests on, of the built-in rules alone.
///
/// # Errors
///
/// Every fault of their files, where a build has taken in files with faults.
pub fn lexicon() -> Result<Lexicon, Vec<Fault>> {
    prepared_lexicon(KEPT_LEXICON).map_or_else(|| Lexicon::load(&files()), Ok)
}

/// What reading rests on, with packs of the user's beside the built-in rules.
///
/// # Errors
///
/// Every fault of the packs, and of the built-in rules where a build has taken in files with faults.
pub fn lexicon_with(own: &[RuleFile]) -> Result<Lexicon, Vec<Fault>> {
    let built_in = lexicon()?;
    if own.iter().any(RuleFile::bears_on_reading) { built_in.beside(own) } else { Ok(built_in) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_build_kept_is_what_the_files_say() {
        let loaded = Rulebook::load(&files()).unwrap();
        let kept = prepared(KEPT, files()).expect("the build kept the rulebook");
        assert_eq!(format!("{kept:?}"), format!("{loaded:?}"));
    }

    #[test]
    fn the_digest_that_the_build_kept_is_that_of_the_files() {
        assert!(option_env!("MSACHECK_RULES_SHA256").is_some());
        assert_eq!(pack().sha256, pack_digest(&files()));
    }

    #[test]
    fn the_lexicon_that_the_build_kept_is_what_the_files_say() {
        let loaded = Lexicon::load(&files()).unwrap();
        let kept = prepared_lexicon(KEPT_LEXICON).expect("the build kept the lexicon");
        assert_eq!(format!("{kept:?}"), format!("{loaded:?}"));
    }
}
