//! What was found by trying to break the program, a table a theme: each row is named by the number under
//! which it was found, and says what holds now. A row stands for its kind: a cell of a table tries one
//! way in which the kind could come back.
//!
//! Golden files are written anew as everywhere: `SNAPSHOTS=overwrite cargo test --test break`.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::string_slice,
    clippy::unwrap_used,
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

// Bounds, time, pipes, and what is written for others to obey.
mod bounds;
mod escaping;
mod hostile_set;
mod limits;
mod measured;
mod pipes;
mod requests;
mod time;
mod wording;

#[path = "../frozen/office.rs"]
mod office;
#[allow(dead_code, reason = "what the tests of documents make, too")]
#[path = "../documents/packing.rs"]
mod packing;
#[allow(dead_code, reason = "what the tests of the command line use, too")]
#[path = "../cli/served.rs"]
mod served;
#[allow(dead_code, reason = "what the tests of the command line use, too")]
#[path = "../cli/workplace.rs"]
mod workplace;
#[allow(dead_code, reason = "what the tests of PDF make, too")]
#[path = "../pdf/writer.rs"]
mod writer;

/// What a run prints, however it is laid out.
fn told(run: &workplace::Run) -> String {
    format!("{} {}", run.out, run.err).split_whitespace().collect::<Vec<_>>().join(" ")
}
