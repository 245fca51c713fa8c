//! What was made of a cue.

use super::statement::{Silence, Upshot};
use super::whose::Step;

/// What was made of a cue.
#[derive(Clone, Debug)]
pub(super) struct CueReading {
    pub upshot: Upshot,
    /// The modifiers that decided, by their place in the sentence.
    pub marks: Vec<usize>,
    /// Whether the cue is only presupposed: "the team", "our lead".
    pub presupposed: bool,
    /// What settled whose it is, where that was asked.
    pub settled: Option<Step>,
    /// Why a person should look at it though it says nothing.
    pub ask: Option<&'static str>,
}

impl CueReading {
    /// Of a cue that says nothing.
    pub(super) fn silent(why: Silence) -> Self {
        Self {
            upshot: Upshot::Silent(why),
            marks: Vec::new(),
            presupposed: false,
            settled: None,
            ask: None,
        }
    }
}
