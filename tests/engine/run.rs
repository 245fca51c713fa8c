//! Running a property: the same cases every time, and a failure that shows the files.

use std::env;
use std::fmt::Debug;

use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngSeed, TestCaseError, TestError, TestRunner};

/// Fails with the smallest value for which the property doesn't hold, in the property's own words.
pub(crate) fn holds<S>(cases: u32, strategy: &S, property: impl Fn(&S::Value) -> Result<(), String>)
where
    S: Strategy,
    S::Value: Debug,
{
    let mut config = Config { failure_persistence: None, ..Config::default() };
    if env::var_os("PROPTEST_CASES").is_none() {
        config.cases = cases;
    }
    if config.rng_seed == RngSeed::Random {
        config.rng_seed = RngSeed::Fixed(2015);
    }
    let tested = TestRunner::new(config)
        .run(strategy, |value| property(&value).map_err(TestCaseError::fail));
    // The value itself is left out: the reason has the files, which say the same and can be read.
    match tested {
        Ok(()) => {}
        Err(TestError::Fail(reason, _) | TestError::Abort(reason)) => panic!("{reason}"),
    }
}
