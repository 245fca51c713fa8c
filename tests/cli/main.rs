//! The command line as users run it: both streams, the exit status, and what is left on the disk.
//!
//! What is printed is held against golden files in `golden/`, one a run. Where a wording changed on
//! purpose, this writes them anew; look at the difference before it is committed:
//!
//! ```sh
//! SNAPSHOTS=overwrite cargo test --test cli
//! ```
//!
//! How a report looks is none of its business: that stands in `tests/frozen`, over rules that stay as
//! they are, and here a report is held against what the library makes of the same. Three golden files
//! (and the README's first screen) are of real declarations and of the rules as they are, so that who
//! changes a rule sees what comes of it: `check/west-midlands-80`, `check/several` and `rules/list`.
//!
//! The exit status, and which stream a thing stands on, are asserted in the tests themselves: no
//! refreshing of golden files lets a change of those through.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod actions;
mod aged;
mod ask;
mod baseline;
mod basis;
mod brief;
mod check;
mod compare;
mod confirm;
mod dates;
mod decide;
mod declarations;
mod document;
mod documents;
mod draft;
mod explain;
mod files;
mod first;
mod folders;
mod formats;
mod former;
mod gate;
mod hostile;
mod hostile_formats;
mod html;
mod init;
mod json;
mod judgements;
mod kinds;
mod lint;
mod listed;
mod look;
mod many;
mod marks;
mod matrix;
mod met;
mod none_came;
mod oscal;
mod overrides;
#[path = "../documents/packing.rs"]
mod packing;
mod packs;
mod pager;
mod permission;
mod pipelines;
mod plan;
mod proof;
mod read;
mod reading_proof;
mod record;
mod report;
mod result;
mod rules;
mod serve;
mod serve_forms;
mod serve_hostile;
mod serve_pages;
mod serve_review;
mod served;
mod settings;
mod sheets;
mod slips;
mod streams;
mod tabled;
mod tracked;
mod usage;
mod waivers;
mod whose;
mod workbooks;
mod workplace;
