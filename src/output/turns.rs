//! Taking turns: who reads a file, changes it and writes it back must not undo what somebody else wrote
//! in between.

use std::fs::{File, TryLockError};
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use super::whole::folder;
use crate::source::Fault;

/// How often it is tried, and how long to wait in between: three seconds in all, of which a change
/// takes a few milliseconds.
const TRIES: usize = 120;
const PAUSE: Duration = Duration::from_millis(25);

/// Does something while nobody else does who takes turns for files in the same folder.
///
/// What is locked is the folder: the file itself is put in place as a whole, and may not be there yet.
/// Where a system has no such locks, nobody waits.
pub(crate) fn in_turn<T>(
    file: &Path,
    work: impl FnOnce() -> Result<T, Vec<Fault>>,
) -> Result<T, Vec<Fault>> {
    let locked = File::open(folder(file)).ok();
    for tried in 0.. {
        match locked.as_ref().map(File::try_lock) {
            Some(Err(TryLockError::WouldBlock)) if tried == TRIES => return Err(vec![busy(file)]),
            Some(Err(TryLockError::WouldBlock)) => sleep(PAUSE),
            Some(Ok(()) | Err(TryLockError::Error(_))) | None => break,
        }
    }
    // The lock goes with the folder, at the end.
    let done = work();
    drop(locked);
    done
}

fn busy(file: &Path) -> Fault {
    let message = format!("`{}` is being written by somebody else", file.display());
    Fault::whole("output::busy", message).help("try again: nothing was changed")
}
