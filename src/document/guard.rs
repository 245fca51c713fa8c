//! Panics within the reading of one document: caught, and told as a fault of it.
//!
//! They are caught wherever the library is used. What else a panic does is the program's to say: one
//! that calls [`hush_panics`] keeps those off standard error and is told their place; in any other
//! the usual hook prints them as it prints all.

use std::cell::{Cell, RefCell};
use std::panic::{AssertUnwindSafe, Location, catch_unwind, set_hook, take_hook};
use std::sync::Once;

thread_local! {
    /// Whether this thread is at work on a document.
    static AT_WORK: Cell<bool> = const { Cell::new(false) };
    /// Where it panicked last.
    static PLACE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Keeps panics that [`caught`] catches off standard error, and remembers their place. It is for
/// programs to call, once and before they read anything: it sets the hook of the whole process.
pub fn hush_panics() {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let usual = take_hook();
        set_hook(Box::new(move |panic| {
            if AT_WORK.get() {
                PLACE.set(panic.location().map(place));
            } else {
                usual(panic);
            }
        }));
    });
}

/// Does some work on a document.
///
/// # Errors
///
/// Where it panics, the place in the program's source, as far as that is known.
pub fn caught<T>(work: impl FnOnce() -> T) -> Result<T, String> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_caught_with_its_place() {
        hush_panics();
        assert_eq!(caught(|| 3), Ok(3));
        let place = caught(|| panic!("on purpose")).unwrap_err();
        assert!(place.contains("guard.rs"), "{place}");
        assert_eq!(caught(|| 4), Ok(4));
    }
}
