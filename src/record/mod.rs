//! A check that is kept so that it can be made again: what was asked, every file that it looked at, and
//! what it came to.
//!
//! A record is a folder: `record.json` says what was asked and what each file was, `result.json` is the
//! result as `check --format json` gives it, `files/` holds the files themselves (unless they were to stay
//! where they are), and `SHA256SUMS` lists the digests of them all, as `sha256sum --check` reads it.
//!
//! While a check is recorded, every question that it puts to its files goes through a [`Recording`]; when it
//! is made again, they are answered out of the record. So it asks nothing of the machine that it runs on.

mod kept;
mod recipe;
mod recording;
mod replay;
mod trace;
mod verify;

pub use kept::{Kept, Record, RecordedFile, RecordedPack};
pub use recipe::{Recipe, With};
pub use recording::Recording;
pub use trace::Trace;
pub use verify::{Differences, Differing, Verified};
