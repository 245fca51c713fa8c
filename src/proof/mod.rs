//! The rules' own proof: the examples that stand in the packs, run against the rules.

mod example;

pub use example::{Example, Failure, examples};
