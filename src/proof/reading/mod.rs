//! The proof of reading: texts with what a careful reader takes from them, read by the program.
//!
//! They stand in the file of the arrangement that they are about (`[[reading.example]]`), with the
//! modifier that they show (`[[modifier.example]]` in `context.toml`), or in files of their own
//! (`[[example]]` in `examples/`).

mod example;
mod run;
mod tally;
mod used;

pub use example::{Expected, ReadingExample, reading_examples};
pub use run::{Came, ReadingProof};
pub use tally::{ReadingTally, Share};
pub use used::{ModifierRow, unused_rows};
