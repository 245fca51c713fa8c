//! What was found by trying to break the program, as kinds: a test for each of them, named after the number
//! under which it was found.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may fail"
)]

mod bounds;
mod escaping;
mod hostile_set;
mod limits;
mod measured;
#[allow(dead_code, reason = "what the tests of documents make, too")]
#[path = "../documents/packing.rs"]
mod packing;
mod pipes;
mod time;
mod wording;
#[allow(dead_code, reason = "what the tests of the command line use, too")]
#[path = "../cli/workplace.rs"]
mod workplace;
#[allow(dead_code, reason = "what the tests of PDF make, too")]
#[path = "../pdf/writer.rs"]
mod writer;
