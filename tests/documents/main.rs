//! Documents in every format that people send: the same text gives the same blocks, and no file,
//! however made, is taken for a paper that it isn't.
//!
//! The runs are the same every time. `PROPTEST_CASES` makes them longer and `PROPTEST_RNG_SEED`
//! other ones. Where a wording changed on purpose, this writes `golden/` anew:
//!
//! ```sh
//! SNAPSHOTS=overwrite cargo test --test documents
//! ```
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test may fail")]

mod declared;
mod endings;
mod grids;
mod hostile;
mod notes;
mod packing;
mod paper;
mod places;
mod reading;
mod requests;
mod same;

#[allow(dead_code, reason = "what the tests of PDF make, too")]
#[path = "../pdf/writer.rs"]
mod writer;

use proptest::test_runner::{Config, RngSeed};

/// How generated papers are run through.
fn runs(cases: u32) -> Config {
    let mut config = Config { failure_persistence: None, ..Config::default() };
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = cases;
    }
    if config.rng_seed == RngSeed::Random {
        config.rng_seed = RngSeed::Fixed(2015);
    }
    config
}
