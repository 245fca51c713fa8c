//! The language server, driven over its streams as an editor does it.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may fail"
)]
#![allow(clippy::needless_pass_by_value, reason = "messages are written where they are sent")]

mod editor;
mod edits;
mod files;
mod papers;
mod talk;
