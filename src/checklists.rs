//! The built-in checklists: the files of `rules/`, and what the build made of them.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::Read as _;
use std::sync::{Arc, LazyLock};

use flate2::read::DeflateDecoder;

use crate::result::Pack;
use crate::rulebook::{Lexicon, RuleFile, Rulebook, pack_digest, prepared, prepared_lexicon};
use crate::source::{Digest, Fault, Text};

/// The paths of the files in the folder, in order, and the length of each in bytes.
static INDEX: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/index"));

/// The files one after the other, deflated: a check has no need of them.
static FOLDER: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/folder"));

/// What `build.rs` kept of it, as far as it is asked where nobody asks for more: nothing where the files have faults.
static KEPT_ASKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/asked"));

/// All that it kept of it, likewise, and folded.
static KEPT: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/rulebook"));

/// What it kept of what reading rests on, likewise, and folded.
static KEPT_LEXICON: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon"));

/// The same made ready for reading, as far as that can be kept. It isn't folded: each start of a reading reads it.
static KEPT_READING: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/reading"));

/// What stands in the files, by their paths, unfolded where somebody asks.
static BODIES: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let mut files = DeflateDecoder::new(FOLDER);
    let body = |(path, length): (&str, u64)| {
        let mut body = String::new();
        files.by_ref().take(length).read_to_string(&mut body).ok()?;
        Some((path.to_owned(), body))
    };
    index().into_iter().map_while(body).collect()
});

/// Before the path of a file, in the name that people know it by.
const ROOT: &str = "rules/";

fn index() -> Vec<(&'static str, u64)> {
    postcard::from_bytes(INDEX).unwrap_or_default()
}

fn body(name: &str) -> Cow<'static, str> {
    let body = name.strip_prefix(ROOT).and_then(|path| BODIES.get(path));
    Cow::Borrowed(body.map_or("", String::as_str))
}

/// The files, in the order of their paths.
#[must_use]
pub fn files() -> Vec<RuleFile> {
    let file = |(path, _): (&str, u64)| RuleFile {
        text: Arc::new(Text::later([ROOT, path].concat(), body)),
        path: path.to_owned(),
    };
    index().into_iter().map(file).collect()
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
    let kept = unfolded(KEPT).and_then(|kept| prepared(&kept, files()));
    kept.map_or_else(|| Rulebook::load(&files()), Ok)
}

/// What of it is asked where nobody asks for more: no optional pack, and no draft.
///
/// # Errors
///
/// As [`rulebook`].
pub fn asked() -> Result<Rulebook, Vec<Fault>> {
    let kept = prepared(KEPT_ASKED, files());
    kept.map_or_else(|| Ok(rulebook()?.asked(&[], false)), Ok)
}

/// What reading rests on, of the built-in rules alone.
///
/// # Errors
///
/// Every fault of their files, where a build has taken in files with faults.
pub fn lexicon() -> Result<Lexicon, Vec<Fault>> {
    kept_lexicon().map_or_else(|| Lexicon::load(&files()), Ok)
}

/// The lexicon of the built-in rules, prepared for a reader: nothing where their files have faults.
#[must_use]
pub fn reading() -> &'static [u8] {
    KEPT_READING
}

fn kept_lexicon() -> Option<Lexicon> {
    prepared_lexicon(&unfolded(KEPT_LEXICON)?)
}

fn unfolded(folded: &[u8]) -> Option<Vec<u8>> {
    let mut kept = Vec::new();
    DeflateDecoder::new(folded).read_to_end(&mut kept).ok()?;
    Some(kept)
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
    use std::path::Path;

    use super::*;
    use crate::rulebook::from_folder;

    #[test]
    fn what_the_build_kept_is_what_the_files_say() {
        let loaded = Rulebook::load(&files()).unwrap();
        let kept =
            prepared(&unfolded(KEPT).unwrap(), files()).expect("the build kept the rulebook");
        assert_eq!(format!("{kept:?}"), format!("{loaded:?}"));
        let kept = prepared(KEPT_ASKED, files()).expect("the build kept what of it is asked");
        assert_eq!(format!("{kept:?}"), format!("{:?}", loaded.asked(&[], false)));
    }

    #[test]
    fn the_files_that_the_build_kept_are_those_of_the_folder() {
        let folder = from_folder(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/rules"))).unwrap();
        let pairs = |files: &[RuleFile]| -> Vec<(String, String)> {
            files.iter().map(|file| (file.path.clone(), file.text.body().to_owned())).collect()
        };
        assert_eq!(pairs(&files()), pairs(&folder));
    }

    #[test]
    fn the_digest_that_the_build_kept_is_that_of_the_files() {
        assert!(option_env!("MSACHECK_RULES_SHA256").is_some());
        assert_eq!(pack().sha256, pack_digest(&files()));
    }

    #[test]
    fn the_lexicon_that_the_build_kept_is_what_the_files_say() {
        let loaded = Lexicon::load(&files()).unwrap();
        let kept = kept_lexicon().expect("the build kept the lexicon");
        assert_eq!(format!("{kept:?}"), format!("{loaded:?}"));
    }
}
