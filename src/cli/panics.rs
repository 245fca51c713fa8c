//! Panics within the reading of one document: told as a fault of that document, and no more.

use std::cell::{Cell, RefCell};
use std::panic::{AssertUnwindSafe, Location, catch_unwind, set_hook, take_hook};
use std::sync::Once;

thread_local! {
    /// Whether this thread is at work on a document.
    static AT_WORK: Cell<bool> = const { Cell::new(false) };
    /// Where it panicked last.
    static PLACE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Does some work; where it panics, gives the place in the program's source.
pub(super) fn caught<T>(work: impl FnOnce() -> T) -> Result<T, String> {
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
    AT_WORK.set(true);
    let done = catch_unwind(AssertUnwindSafe(work));
    AT_WORK.set(false);
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
        assert_eq!(caught(|| 3), Ok(3));
        let place = caught(|| panic!("on purpose")).unwrap_err();
        assert!(place.contains("panics.rs"), "{place}");
        assert_eq!(caught(|| 4), Ok(4));
    }
}
