//! PDFs through `document::open`: what comes out of papers, and of files that mean harm.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test may fail, and says what it skips"
)]

#[path = "../documents/declared.rs"]
mod declared;
mod faults;
mod hostile;
mod layout;
mod look;
mod papers;
mod reading;
mod writer;
