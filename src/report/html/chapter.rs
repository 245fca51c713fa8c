//! Where a force stands on the page.

/// Where a force stands on the page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chapter {
    /// Which of the forces it is.
    index: usize,
    /// The level of its heading.
    pub(super) level: u8,
}

impl Chapter {
    /// The page is its own.
    pub(super) const ONLY: Self = Self { index: 0, level: 1 };

    /// It stands below others.
    pub(super) fn among(index: usize) -> Self {
        Self { index, level: 2 }
    }

    /// The id of a part. It is made of numbers and words of ours: names of others may hold anything.
    pub(super) fn id(self, part: &str) -> String {
        format!("f{}-{part}", self.index + 1)
    }
}
