//! What reports look like, over rules and declarations that are made up, small, and frozen.
//!
//! `rules/` and `forces/` here stand alone: no rule of the program's own is in any of these reports, so
//! that what is asked can change without one of them changing, and a change of how a report looks shows
//! in all of them. Where a report changed on purpose, this writes its golden files anew; look at the
//! difference before it is committed:
//!
//! ```sh
//! SNAPSHOTS=overwrite cargo test --test frozen
//! ```
//!
//! A new format needs nothing here: it gets its golden files from the list of formats. Where the result
//! gains something to show, let `forces/` have it once, so that every format shows it.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod check;
mod explained;
mod formats;
mod gates;
mod golden;
mod hostile;
mod office;
mod papers;
mod rules;
mod tables;
