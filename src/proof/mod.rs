//! The rules' own proof: the examples that stand in the packs, run against the rules as they are
//! and as they could have been written by mistake.

mod answers;
mod checks;
mod coverage;
mod effort;
mod equivalence;
mod example;
mod lint;
mod mutant;
mod other_reach;
mod reading;
mod same_reach;

pub use checks::{CheckCoverage, check_coverage};
pub use coverage::{Coverage, coverage};
pub use example::{Example, Failure, examples};
pub use lint::{lint, same_for_all};
pub use mutant::Mutant;
pub use reading::{
    Came, Expected, ModifierRow, ReadingExample, ReadingProof, ReadingTally, Share,
    reading_examples, unused_rows,
};
