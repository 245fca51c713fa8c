//! Panics within the reading of one document: told as a fault of that document, and no more.

use std::cell::{Cell, RefCell};
use std::panic::{AssertUnwindSafe, Location, PanicHookInfo, catch_unwind};

thread_local! {
    /// Whether this thread is at work on a document.
    static AT_WORK: Cell<bool> = const { Cell::new(false) };
    /// Where it panicked last.
    static PLACE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Notes a panic within the reading of a document, so that it can be told with its place. For the
/// panic hook of a program; `false` where the panic is no such one, and the usual hook has the word.
/// Without it such a panic is caught all the same, and printed as any other.
pub fn noted(panic: &PanicHookInfo<'_>) -> bool {
    let noted = AT_WORK.get();
    if noted {
        PLACE.set(panic.location().map(place));
    }
    noted
}

/// Does some work; where it panics, gives the place in the program's source.
pub(super) fn caught<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    let before = AT_WORK.replace(true);
    let done = catch_unwind(AssertUnwindSafe(work));
    AT_WORK.set(before);
    done.map_err(|_| PLACE.take().unwrap_or_else(|| "nobody knows where".to_owned()))
}

/// A place in the source, without the folders of the machine that built the program.
fn place(location: &Location<'_>) -> String {
    let file = location.file().replace('\\', "/");
    let parts: Vec<&str> = file.split('/').collect();
    let own = parts.get(parts.len().saturating_sub(4)..).unwrap_or_default();
    format!("{}:{}", own.join("/"), location.line())
}
