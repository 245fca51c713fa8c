//! The built-in rules as they are when the program is built: read and checked once, so that a
//! check needn't do so each time.
//!
//! The build reads the packs with the same code as the program (see `build.rs`) and keeps the
//! rulebook in a compact form. Whatever needs the texts of the packs, their proof above all, or a
//! pack of the user's beside them, loads the files themselves.

use super::{Lexicon, RuleFile, Rulebook};

/// The form in which the build keeps a rulebook; `None` where it can't be kept.
#[must_use]
pub fn prepare(rulebook: &Rulebook) -> Option<Vec<u8>> {
    postcard::to_allocvec(&(rulebook, rulebook.places_of_texts()?)).ok()
}

/// The rulebook that a build kept, with the files that it was read from; `None` where nothing was
/// kept, because the files had faults.
#[must_use]
pub fn prepared(kept: &[u8], files: Vec<RuleFile>) -> Option<Rulebook> {
    let (mut rulebook, texts): (Rulebook, Vec<usize>) = postcard::from_bytes(kept).ok()?;
    rulebook.attach(files, &texts);
    Some(rulebook)
}

/// The form in which the build keeps a lexicon: apart from the rulebook, because most commands read
/// no document. `None` where it can't be kept.
#[must_use]
pub fn prepare_lexicon(lexicon: &Lexicon) -> Option<Vec<u8>> {
    postcard::to_allocvec(lexicon).ok()
}

/// The lexicon that a build kept; `None` where nothing was kept, because the files had faults.
#[must_use]
pub fn prepared_lexicon(kept: &[u8]) -> Option<Lexicon> {
    postcard::from_bytes(kept).ok()
}
