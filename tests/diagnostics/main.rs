//! Diagnostics: that each fault is reported once, with its code, at the very text that is wrong;
//! and that every code that there is has a golden file somewhere below `tests/`.
//!
//! Where a wording changed on purpose, this writes the golden files anew; look at the difference
//! before it is committed:
//!
//! ```sh
//! SNAPSHOTS=overwrite cargo test --test diagnostics
//! ```
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may fail"
)]

mod codes;
mod declared;
mod planted;
#[path = "../cli/workplace.rs"]
#[allow(dead_code, reason = "shared with the tests of the command line, which use all of it")]
mod workplace;

use msacheck::source::Fault;

/// A fault as a test expects it: its file, its line, its code, and the text that it points at.
type Seen<'a> = (&'a str, usize, &'a str, &'a str);

/// What a fault points at.
fn seen(fault: &Fault) -> Seen<'_> {
    let text = fault.text().expect("a fault in a text");
    let span = fault.span().expect("a fault with a span").clone();
    let line = text.place(span.start).line;
    (text.name(), line, fault.fault_code(), &text.body()[span])
}
