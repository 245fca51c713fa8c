//! The elements that are open at a place of a page, each found at once by its name.

use std::collections::HashMap;

use super::element::{Does, KNOWN, KnownElement, known};
use super::sight::SightChange;

/// The most elements that are open at once, and the most names that elements have: each takes memory.
const MOST_OPEN: usize = 1_500_000;
const MOST_NAMES: usize = 100_000;

/// An element that is open.
struct OpenElement {
    name: usize,
    known: Option<KnownElement>,
    does: Does,
    change: Option<Box<SightChange>>,
}

/// The elements that are open, the innermost last.
#[derive(Default)]
pub(super) struct OpenElements {
    open: Vec<OpenElement>,
    /// A number for each name of an element, and where elements of that name are open.
    names: HashMap<Vec<u8>, usize>,
    open_at: Vec<Vec<usize>>,
    /// The same for the names that end others.
    known_at: [Vec<usize>; KNOWN],
    /// Whether there were more than are told apart. No more are opened then.
    full: bool,
}

impl OpenElements {
    /// Opens an element. Where there are more than are told apart, what it changes of what is seen is
    /// given back.
    pub(super) fn push(
        &mut self,
        name: &[u8],
        does: Does,
        change: Option<Box<SightChange>>,
    ) -> Result<(), Option<Box<SightChange>>> {
        self.full |= self.open.len() >= MOST_OPEN || self.open_at.len() >= MOST_NAMES;
        if self.full {
            return Err(change);
        }
        let known = known(name);
        let name = self.number(name);
        let places = self.open_at.get_mut(name);
        let same = known.and_then(|known| self.known_at.get_mut(known as usize));
        for places in places.into_iter().chain(same) {
            places.push(self.open.len());
        }
        self.open.push(OpenElement { name, known, does, change });
        Ok(())
    }

    /// How many are open.
    pub(super) fn len(&self) -> usize {
        self.open.len()
    }

    /// Whether there were more than are told apart.
    pub(super) fn is_full(&self) -> bool {
        self.full
    }

    /// Closes the innermost element, if it stands at a place or within the one there, and gives what
    /// it did.
    pub(super) fn pop_from(&mut self, at: usize) -> Option<(Does, Option<Box<SightChange>>)> {
        if self.open.len() <= at {
            return None;
        }
        let OpenElement { name, known, does, change } = self.open.pop()?;
        if let Some(places) = self.open_at.get_mut(name) {
            places.pop();
        }
        if let Some(places) = known.and_then(|known| self.known_at.get_mut(known as usize)) {
            places.pop();
        }
        Some((does, change))
    }

    /// Where the innermost of some elements stands among those that are open.
    pub(super) fn last(&self, names: &[KnownElement]) -> Option<usize> {
        let at = |name: &KnownElement| self.known_at.get(*name as usize)?.last().copied();
        names.iter().filter_map(at).max()
    }

    /// Where the innermost element of a name stands among those that are open.
    pub(super) fn last_named(&self, name: &[u8]) -> Option<usize> {
        self.names.get(name).and_then(|name| self.open_at.get(*name)?.last().copied())
    }

    fn number(&mut self, name: &[u8]) -> usize {
        if let Some(number) = self.names.get(name) {
            return *number;
        }
        let number = self.open_at.len();
        self.open_at.push(Vec::new());
        self.names.insert(name.to_owned(), number);
        number
    }
}
