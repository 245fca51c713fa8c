//! What must hold of the engine, over generated rulebooks and declarations.
//!
//! Both are generated as small trees of this test's own, written out as TOML and loaded as a user's
//! files are. What they must come to is worked out from those trees alone, by `oracle`; the
//! program's own evaluation is never asked what to expect.
//!
//! The runs are the same every time. `PROPTEST_CASES` makes them longer and `PROPTEST_RNG_SEED`
//! other ones; `--nocapture` shows how often each kind of thing occurred.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test may fail, and shows what it saw"
)]

mod aged;
mod answered;
mod backed;
mod calendar;
mod case;
mod checklist;
mod compared;
mod conditions;
mod coverage;
mod edits;
mod explanation;
mod facts;
mod fitting;
mod forged;
mod gated;
mod hostile;
mod merge;
mod monotone;
mod needs;
mod oracle;
mod order;
mod own_words;
mod partial;
mod planned;
mod round_trip;
mod run;
mod seen;
mod sheets;
mod silence;
mod superseded;
mod thresholds;
mod toml_text;
mod values;
mod vocabulary;
mod worse;
