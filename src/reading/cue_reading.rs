//! What was made of a cue.

use super::statement::{Silence, Upshot};
use super::whose::Step;
use crate::standing::State;

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
    /// What it would state if a person decides that it is the force's.
    pub would: Option<State>,
}

impl CueReading {
    /// What it says, and nothing beside.
    pub(super) fn of(upshot: Upshot) -> Self {
        Self {
            upshot,
            marks: Vec::new(),
            presupposed: false,
            settled: None,
            ask: None,
            would: None,
        }
    }

    /// Of a cue that says nothing.
    pub(super) fn silent(why: Silence) -> Self {
        Self::of(Upshot::Silent(why))
    }
}
