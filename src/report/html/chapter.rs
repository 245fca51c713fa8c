//! Where a force stands on the page.

use super::onward::Onward;

/// Where a force stands on the page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chapter<'a> {
    /// Which of the forces it is.
    index: usize,
    /// The level of its heading.
    pub(super) level: u8,
    /// What its findings lead to.
    pub(super) onward: Option<&'a Onward<'a>>,
}

impl<'a> Chapter<'a> {
    /// The page is its own.
    pub(super) const ONLY: Self = Self { index: 0, level: 1, onward: None };

    /// It stands below others.
    pub(super) fn among(index: usize) -> Self {
        Self { index, level: 2, onward: None }
    }

    /// The same where its findings lead on.
    pub(super) fn leading(self, onward: Option<&'a Onward<'a>>) -> Self {
        Self { onward, ..self }
    }

    /// The id of a part. It is made of numbers and words of ours: names of others may hold anything.
    pub(super) fn id(self, part: &str) -> String {
        format!("f{}-{part}", self.index + 1)
    }
}
