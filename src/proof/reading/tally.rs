//! The examples of reading, counted.

use std::collections::BTreeMap;

use super::{Came, ReadingExample};

/// How many of some examples read as they say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// Those that do.
    pub right: usize,
    /// All of them.
    pub all: usize,
}

/// The examples of reading, counted.
#[derive(Clone, Debug, Default)]
pub struct ReadingTally {
    /// Those that read as they say.
    pub passed: usize,
    /// Those of which what they say doesn't hold.
    pub failed: usize,
    /// Those that read otherwise, and are known to.
    pub missed: usize,
    /// Those that were held out while cues and modifiers were written.
    pub held_out: Share,
    /// Those of each kind.
    pub kinds: BTreeMap<String, Share>,
}

impl Share {
    fn count(&mut self, right: bool) {
        self.all += 1;
        self.right += usize::from(right);
    }
}

impl ReadingTally {
    /// Counts an example with how it came out.
    pub fn count(&mut self, example: &ReadingExample, came: &Came) {
        match came {
            Came::Right => self.passed += 1,
            Came::Missed => self.missed += 1,
            Came::Wrong(_) | Came::NoLongerMissed(_) => self.failed += 1,
        }
        let right = came.reads_right();
        if example.held_out {
            self.held_out.count(right);
        }
        if let Some(kind) = &example.kind {
            self.kinds.entry(kind.clone()).or_default().count(right);
        }
    }
}
