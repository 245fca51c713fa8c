//! How much work one PDF may make. What it draws may stand in it once and be drawn on every page, so that
//! its size says little of what it takes to read it; a clock would read less on a slower machine.

/// What any PDF may take: seconds of it.
const ANY: u64 = 24_000_000;

/// What it may take more for each byte of the file.
const FOR_A_BYTE: u64 = 4;

/// The work that is left for a document, in steps of about a ten millionth of a second.
#[derive(Clone, Copy, Debug)]
pub(super) struct Work {
    left: u64,
}

impl Work {
    /// All that may be done for a file of so many bytes.
    pub(super) fn of(size: usize) -> Self {
        let more = u64::try_from(size).unwrap_or(u64::MAX).saturating_mul(FOR_A_BYTE);
        Self { left: ANY.saturating_add(more) }
    }

    /// Takes some of it. Whether there was as much.
    pub(super) fn spend(&mut self, steps: usize) -> bool {
        let steps = u64::try_from(steps).unwrap_or(u64::MAX);
        let enough = steps <= self.left;
        self.left = self.left.saturating_sub(steps);
        enough
    }

    /// How much is left.
    pub(super) fn left(self) -> usize {
        usize::try_from(self.left).unwrap_or(usize::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_larger_file_may_take_more() {
        let mut work = Work::of(10);
        assert!(work.spend(24_000_030) && work.spend(10));
        assert_eq!(work.left(), 0);
        assert!(!work.spend(1));
        assert!(Work::of(11).spend(24_000_044));
    }
}
