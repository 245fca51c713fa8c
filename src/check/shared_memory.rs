//! The memory that papers are read in: shared by all threads, so that more of them at once don't take
//! more of it.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use crate::document::MEMORY;

/// All the memory that papers may take at once, in bytes: as much as two of those that take most.
const ALL: usize = 2 * MEMORY;

/// What any paper takes, and how much more for each byte of its file, before it is known what is in it.
const ANY: usize = 8 * 1024 * 1024;
const FOR_A_BYTE: usize = 24;

/// The memory that is left.
#[derive(Debug)]
pub(super) struct SharedMemory {
    left: Mutex<usize>,
    freed: Condvar,
}

/// Memory that is taken, and given back in the end.
pub(super) struct Taken<'a> {
    shared: &'a SharedMemory,
    bytes: usize,
}

impl Default for SharedMemory {
    fn default() -> Self {
        Self { left: Mutex::new(ALL), freed: Condvar::new() }
    }
}

impl SharedMemory {
    /// Waits for what it takes to open a file of a size, where that is known.
    pub(super) fn for_file(&self, size: Option<usize>) -> Taken<'_> {
        let own = size.map(|size| size.saturating_mul(FOR_A_BYTE).saturating_add(ANY));
        self.take(own.unwrap_or(MEMORY))
    }

    /// Waits for some memory. Whoever waits holds none, so that somebody always gets on.
    fn take(&self, bytes: usize) -> Taken<'_> {
        let bytes = bytes.min(MEMORY);
        let left = self.left();
        let freed = self.freed.wait_while(left, |left| *left < bytes);
        let mut left = freed.unwrap_or_else(PoisonError::into_inner);
        *left = left.saturating_sub(bytes);
        Taken { shared: self, bytes }
    }

    fn left(&self) -> MutexGuard<'_, usize> {
        self.left.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<'a> Taken<'a> {
    /// The same for another amount, now that it is known: waits where it is more.
    pub(super) fn instead(self, bytes: usize) -> Taken<'a> {
        let shared = self.shared;
        drop(self);
        shared.take(bytes)
    }
}

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        *self.shared.left() += self.bytes;
        self.shared.freed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;
    use std::time::Duration;

    use super::*;

    #[test]
    fn two_of_the_largest_are_read_at_a_time_and_many_small_ones() {
        for (size, most) in [(None, 2), (Some(100 * 1024 * 1024), 2), (Some(0), 48)] {
            let (shared, now, peak) =
                (SharedMemory::default(), AtomicUsize::new(0), AtomicUsize::new(0));
            thread::scope(|scope| {
                for _ in 0..8 {
                    scope.spawn(|| {
                        let taken = shared.for_file(size);
                        let here = now.fetch_add(1, Ordering::SeqCst) + 1;
                        peak.fetch_max(here, Ordering::SeqCst);
                        thread::sleep(Duration::from_millis(5));
                        now.fetch_sub(1, Ordering::SeqCst);
                        drop(taken.instead(1));
                    });
                }
            });
            assert!(peak.load(Ordering::SeqCst) <= most, "{size:?}");
            assert_eq!(*shared.left(), ALL, "all is given back");
        }
    }
}
