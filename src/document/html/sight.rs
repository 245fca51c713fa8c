//! Whether the words at a place of a page are seen: what the elements around them, and their styles, do.

use std::collections::HashMap;

use super::sheet::StyleSheet;
use super::style::{StyleLook, is_white, look};
use super::tag::Tag;
use crate::document::left_out::Why;
use crate::source::Fault;

/// So many times a rule of a style sheet is held against an element of one page.
const MOST_LOOKS: usize = 30_000_000;

/// What an element that is open does to what is seen; undone when it ends.
#[derive(Debug, Default)]
pub(super) struct SightChange {
    why: bool,
    white: bool,
    ground: bool,
    names: Vec<String>,
}

/// What is seen at a place of a page.
#[derive(Debug, Default)]
pub(super) struct Sight {
    sheet: StyleSheet,
    /// How many elements are open that have a name which a rule asks for around others.
    open: HashMap<String, usize>,
    why: Vec<Why>,
    /// For each colour that is given around the place, whether it is white.
    white: Vec<bool>,
    grounds: usize,
    /// How many times a rule was looked at.
    looks: usize,
}

impl Sight {
    /// What is seen of a page.
    pub(super) fn of(page: &str) -> Self {
        Self { sheet: StyleSheet::of(page), ..Self::default() }
    }

    /// What a tag, with its classes and its own style, does.
    pub(super) fn look(&mut self, tag: &Tag) -> StyleLook {
        let mut all = look(&tag.style);
        if matches!(tag.name.as_slice(), b"s" | b"strike" | b"del") {
            all.why = all.why.or(Some(Why::Struck));
        }
        if !tag.colour.is_empty() {
            all.white = all.white.or(Some(is_white(&tag.colour)));
        }
        all.ground |= tag.ground;
        if !self.sheet.is_empty() {
            let is_open = |name: &str| self.open.get(name).is_some_and(|count| *count > 0);
            let names = tag.names();
            self.looks = self.looks.saturating_add(self.sheet.weight(&names));
            let taken = if self.is_spent() { [].as_slice() } else { names.as_slice() };
            for own in self.sheet.looks(taken, &is_open) {
                all.why = all.why.or(own.why);
                all.white = all.white.or(own.white);
                all.ground |= own.ground;
            }
        }
        all
    }

    fn is_spent(&self) -> bool {
        self.looks > MOST_LOOKS
    }

    /// The fault of a page whose styles nobody can work out: what it hides isn't known.
    pub(super) fn excess(&self, name: &str) -> Result<(), Fault> {
        if !self.is_spent() {
            return Ok(());
        }
        let message = format!(
            "the style sheets of `{name}` have more rules for its elements than are looked at: {MOST_LOOKS} times a rule and an element"
        );
        Err(Fault::whole("document::too-large", message)
            .help("open it in a browser, save it as text, and read that"))
    }

    /// Takes in that an element begins that looks so; none where that changes nothing.
    pub(super) fn begins(&mut self, tag: &Tag, look: StyleLook) -> Option<Box<SightChange>> {
        let mut names = Vec::new();
        if !self.sheet.is_empty() {
            names = tag.names();
            names.retain(|name| self.sheet.asks_for(name));
        }
        if look == StyleLook::default() && names.is_empty() {
            return None;
        }
        let change = SightChange {
            why: look.why.is_some(),
            white: look.white.is_some(),
            ground: look.ground,
            names,
        };
        self.why.extend(look.why);
        self.white.extend(look.white);
        self.grounds += usize::from(change.ground);
        for name in &change.names {
            *self.open.entry(name.clone()).or_default() += 1;
        }
        Some(Box::new(change))
    }

    /// Undoes what an element did.
    pub(super) fn ends(&mut self, change: &SightChange) {
        if change.why {
            self.why.pop();
        }
        if change.white {
            self.white.pop();
        }
        self.grounds -= usize::from(change.ground).min(self.grounds);
        for name in &change.names {
            if let Some(count) = self.open.get_mut(name) {
                *count = count.saturating_sub(1);
            }
        }
    }

    /// Why words here aren't seen.
    pub(super) fn why(&self) -> Option<Why> {
        let white = self.white.last() == Some(&true) && self.grounds == 0;
        self.why.last().copied().or(white.then_some(Why::Invisible))
    }
}
