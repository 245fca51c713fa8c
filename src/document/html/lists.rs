//! The numbers that a browser works out for the items of ordered lists.

use super::tag::Tag;
use crate::document::counted::counted;

/// A list that is open.
#[derive(Debug)]
struct HtmlList {
    /// The first of its numbers, `1` or `a`; none where it shows none.
    first: Option<String>,
    /// The number of its next item, and how they go on.
    next: i64,
    step: i64,
}

/// The lists that are open.
#[derive(Debug, Default)]
pub(super) struct HtmlLists {
    open: Vec<HtmlList>,
    /// The number of the item that has begun, until its text does.
    number: String,
}

impl HtmlLists {
    /// A list begins.
    pub(super) fn begins(&mut self, tag: &Tag) {
        let style = tag.style.to_ascii_lowercase();
        let shown = tag.name == b"ol" && !(style.contains("list-style") && style.contains("none"));
        let first = if tag.kind.is_empty() { "1" } else { &tag.kind_as_written };
        let step = if tag.reversed { -1 } else { 1 };
        let first = shown.then(|| first.to_owned());
        self.open.push(HtmlList { first, next: tag.start.unwrap_or(1), step });
    }

    /// An item of it begins.
    pub(super) fn item(&mut self, tag: &Tag) {
        let Some(list) = self.open.last_mut() else { return };
        let own = tag.value().trim().parse().unwrap_or(list.next);
        list.next = own.saturating_add(list.step);
        let shown = list.first.as_ref().and_then(|first| Some((first, u32::try_from(own).ok()?)));
        self.number = shown.map(|(first, own)| counted(own, first) + ".").unwrap_or_default();
    }

    /// The list ends.
    pub(super) fn ends(&mut self) {
        self.open.pop();
        self.number.clear();
    }

    /// The number of the text that begins, once.
    pub(super) fn take(&mut self) -> String {
        std::mem::take(&mut self.number)
    }
}
