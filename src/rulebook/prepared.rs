//! The built-in rules as they are when the program is built: read and checked once, so that a
//! check needn't do so each time.
//!
//! The build reads the packs with the same code as the program (see `build.rs`) and keeps the
//! rulebook in a compact form. Whatever needs the texts of the packs, their proof above all, or a
//! pack of the user's beside them, loads the files themselves.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Arrangement, Lexicon, RuleFile, Rulebook};
use crate::source::Text;

/// The form in which the build keeps a rulebook; `None` where it can't be kept.
#[must_use]
pub fn prepare(rulebook: &Rulebook) -> Option<Vec<u8>> {
    postcard::to_allocvec(rulebook).ok()
}

/// The rulebook that a build kept, with the files that it was read from; `None` where nothing was
/// kept, because the files had faults.
#[must_use]
pub fn prepared(kept: &[u8], files: Vec<RuleFile>) -> Option<Rulebook> {
    let mut rulebook: Rulebook = postcard::from_bytes(kept).ok()?;
    let texts: BTreeMap<&str, &Arc<Text>> =
        files.iter().map(|file| (file.text.name(), &file.text)).collect();
    let attach = |text: &mut Arc<Text>| {
        if let Some(found) = texts.get(text.name()) {
            *text = Arc::clone(found);
        }
    };
    rulebook.requirements.iter_mut().for_each(|requirement| attach(&mut requirement.text));
    rulebook.provisions.iter_mut().for_each(|provision| attach(&mut provision.text));
    let arrangements = rulebook.vocabulary.arrangements_mut().iter_mut();
    arrangements.for_each(|arrangement: &mut Arrangement| attach(&mut arrangement.text));
    rulebook.files = files;
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

/// A text kept by its name alone: what stands in it is found again in its file.
pub(super) mod by_name {
    use std::sync::Arc;

    use serde::{Deserialize, Deserializer, Serializer};

    use crate::source::Text;

    pub(in super::super) fn serialize<S: Serializer>(
        text: &Arc<Text>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(text.name())
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Arc<Text>, D::Error> {
        String::deserialize(deserializer).map(|name| Arc::new(Text::new(name, "")))
    }
}
