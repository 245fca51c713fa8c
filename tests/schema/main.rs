//! The schemas of `rules schema` and the loader: two judges of the same files, who must agree.
//!
//! The loader reads by hand, so nothing but these tests keeps a schema from drifting away from it.
//! `keys` asks the loader itself, table by table, which keys it knows; `values` changes a sound
//! file in every way that it can think of and compares the verdicts.
#![allow(clippy::panic, clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail")]

mod faults;
mod files;
mod judge;
mod keys;
mod ranks;
mod values;
mod walk;
