//! How much is worked out for one rulebook. Rules come from strangers, and what can be asked of their
//! logic grows faster than they do.

use std::cell::Cell;

/// How many ways in which everything can stand are tried for one rulebook. The built-in rules take a
/// tenth of it.
pub(super) const MOST: u64 = 20_000_000;

/// How much of that is left.
pub(super) struct Effort {
    left: Cell<u64>,
}

impl Effort {
    /// All of it.
    pub(super) fn new() -> Self {
        Self { left: Cell::new(MOST) }
    }

    /// Takes one try. Whether there was one.
    pub(super) fn spend(&self) -> bool {
        self.spend_for(1)
    }

    /// Takes as much as so many tries. Whether there was as much.
    pub(super) fn spend_for(&self, tries: usize) -> bool {
        let tries = u64::try_from(tries).unwrap_or(u64::MAX);
        let left = self.left.get();
        self.left.set(left.saturating_sub(tries));
        left >= tries
    }

    /// Whether nothing is left.
    pub(super) fn is_spent(&self) -> bool {
        self.left.get() == 0
    }
}
