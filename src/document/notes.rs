//! Numbers for the notes of a document, by the names that its format has for them.

use std::collections::HashMap;

/// The most notes that are told apart, and the longest name of one in bytes.
const MOST: usize = 50_000;
const LONGEST: usize = 200;

/// The notes that a document names, each with its number.
#[derive(Debug, Default)]
pub(super) struct NoteNames {
    numbers: HashMap<Box<str>, u32>,
}

impl NoteNames {
    /// The number of a note; none where there are too many.
    pub(super) fn number(&mut self, name: &str) -> Option<u32> {
        if let Some(known) = self.known(name) {
            return Some(known);
        }
        let next = u32::try_from(self.numbers.len()).ok()?;
        if name.is_empty() || name.len() > LONGEST || self.numbers.len() >= MOST {
            return None;
        }
        self.numbers.insert(Box::from(name), next);
        Some(next)
    }

    /// The number of a note that was named before.
    pub(super) fn known(&self, name: &str) -> Option<u32> {
        self.numbers.get(name).copied()
    }
}
