//! What was found by trying to break the program, a table a theme: each row is named by the number under
//! which it was found, and says what holds now. A row stands for its kind: a cell of a table tries one
//! way in which the kind could come back.
//!
//! Golden files are written anew as everywhere: `SNAPSHOTS=overwrite cargo test --test break`.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may fail"
)]

// The gate, the baseline, results, evidence, settings.
mod baseline;
mod evidence;
mod gate;
mod heads;
mod outputs;
mod packs;
mod paths;
mod result;
mod upgrade;

#[path = "../frozen/office.rs"]
mod office;
#[path = "../documents/packing.rs"]
#[allow(dead_code, reason = "shared with the tests of documents, which use all of it")]
mod packing;
#[path = "../cli/workplace.rs"]
#[allow(dead_code, reason = "shared with the tests of the command line, which use all of it")]
mod workplace;

/// What a run prints, however it is laid out.
fn told(run: &workplace::Run) -> String {
    format!("{} {}", run.out, run.err).split_whitespace().collect::<Vec<_>>().join(" ")
}
