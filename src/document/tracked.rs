//! Changes that are tracked in a Word file, and where comments hang on its text.

use std::collections::BTreeMap;

use crate::document::block::Spot;
use crate::document::remark::{Remark, RemarkKind};

/// The most that are kept of one document, and the longest words of one, in bytes.
const MOST: usize = 2_000;
const LONGEST: usize = 400;

/// What is seen of changes and comments while the text is read.
#[derive(Default)]
pub(super) struct Tracked {
    /// How many additions are open, and what the outermost holds so far.
    open: usize,
    added: Option<Remark>,
    found: Vec<Remark>,
    /// Where each comment hangs, by its number.
    comments: BTreeMap<String, Spot>,
}

impl Tracked {
    /// Words that were added begin.
    pub(super) fn opens(&mut self, spot: Spot) {
        self.open += 1;
        let remark = || Remark { kind: RemarkKind::Added, text: String::new(), spot };
        self.added.get_or_insert_with(remark);
    }

    pub(super) fn closes(&mut self) {
        self.open = self.open.saturating_sub(1);
        if self.open == 0
            && let Some(added) = self.added.take()
        {
            self.keep(added);
        }
    }

    /// Text is read: it may stand within what was added.
    pub(super) fn text(&mut self, text: &str) {
        if let Some(added) = &mut self.added
            && added.text.len() < LONGEST
        {
            added.text.push_str(text);
        }
    }

    /// Words were deleted.
    pub(super) fn deleted(&mut self, text: &str, spot: Spot) {
        let text = text.chars().take(LONGEST).collect();
        self.keep(Remark { kind: RemarkKind::Deleted, text, spot });
    }

    /// A comment hangs here.
    pub(super) fn comment(&mut self, number: Option<String>, spot: Spot) {
        if let Some(number) = number.filter(|_| self.comments.len() < MOST) {
            self.comments.insert(number, spot);
        }
    }

    /// All of it, with the words of comments by their numbers: in the order of the text.
    pub(super) fn take(&mut self, words: BTreeMap<String, String>) -> Vec<Remark> {
        let mut all = std::mem::take(&mut self.found);
        let comments = std::mem::take(&mut self.comments);
        all.extend(words.into_iter().filter_map(|(number, text)| {
            let spot = *comments.get(&number)?;
            Some(Remark { kind: RemarkKind::Comment, text, spot })
        }));
        all.sort_by_key(|remark| remark.spot);
        all
    }

    fn keep(&mut self, remark: Remark) {
        if !remark.text.trim().is_empty() && self.found.len() < MOST {
            self.found.push(remark);
        }
    }
}
