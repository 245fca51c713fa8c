//! How much of its sources is searched for the quotes of a declaration.

use std::cell::Cell;

use crate::source::{Fault, Located, Table, Text};

/// How much of its sources is searched for the quotes of one declaration, in bytes: 256 quotes in
/// sources that are as long as sources may be.
const MOST_SEARCHED: usize = 1024 * 1024 * 1024;

/// What is left of that: how many bytes may still be searched; none once that was told.
pub(super) struct Searched {
    left: Cell<Option<usize>>,
}

impl Searched {
    /// Nothing searched yet.
    pub(super) fn new() -> Self {
        Self { left: Cell::new(Some(MOST_SEARCHED)) }
    }

    /// Whether a text may still be searched. That it may not is told once, at the quote.
    pub(super) fn may_search(
        &self,
        table: &Table<'_>,
        quote: &Located<String>,
        text: &Text,
    ) -> bool {
        let Some(left) = self.left.get() else { return false };
        self.left.set(left.checked_sub(text.body().len()));
        if self.left.get().is_some() {
            return true;
        }
        let most = MOST_SEARCHED / 1024 / 1024;
        let message = format!(
            "the quotes before this one had {most} MB of their sources searched: no more is looked up"
        );
        table.push(
            Fault::new(
                "declaration::too-many-quotes",
                table.text(),
                quote.span.clone(),
                message,
                "neither this one was looked up, nor what follows",
            )
            .help("quote less, or save the parts of the sources that are quoted as files of their own"),
        );
        false
    }
}
