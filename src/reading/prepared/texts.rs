//! Texts one behind the other, in one piece of memory: thousands are taken in at each start.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// Texts by their number.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Texts {
    /// What the build kept stays where it stands in the program.
    #[serde(borrow)]
    all: Cow<'static, str>,
    /// Where each ends.
    ends: Vec<u32>,
}

impl Texts {
    pub(crate) fn push(&mut self, text: &str) {
        self.all.to_mut().push_str(text);
        self.ends.push(u32::try_from(self.all.len()).unwrap_or(u32::MAX));
    }

    pub(crate) fn get(&self, number: usize) -> Option<&str> {
        let end = *self.ends.get(number)? as usize;
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before));
        self.all.get(start.map_or(0, |start| *start as usize)..end)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).filter_map(|number| self.get(number))
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }
}
