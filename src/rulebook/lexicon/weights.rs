//! What words weigh for an arrangement: `weights.toml`. They state nothing: where they weigh enough together, a person
//! is asked to look.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::rulebook::{ArrangementId, Pattern};
use crate::source::Item;
use crate::standing::words;

/// The most that anything weighs, so that no sum runs over.
pub const HEAVIEST: i32 = 10_000;

words! {
    /// What weighs in a sentence beside its words.
    pub enum Sign {
        /// What weighs in every sentence.
        Start = "@start",
        /// It names slavery itself.
        Here = "@here",
        /// One of the two sentences before does.
        Near = "@near",
        /// It was named some way before.
        Off = "@off",
        /// It names the police, or somebody by their rank.
        Police = "@police",
        /// It stands among what is asked.
        Question = "@question",
        /// It heads something.
        Heading = "@heading",
        /// It has few words.
        Short = "@short",
        /// Slavery is what the whole paper is about.
        Dense = "@dense",
        /// The paper names it among other things.
        Sparse = "@sparse",
        /// The paper names it hardly at all.
        Rare = "@rare",
        /// Other business was named since.
        Rival = "@rival",
    }
}

/// What may weigh for an arrangement.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Signal {
    /// How a sentence stands.
    Sign(Sign),
    /// Words in it.
    Words(Pattern),
}

/// How much a signal weighs for an arrangement.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Weight {
    /// The arrangement.
    pub arrangement: ArrangementId,
    /// The signal.
    pub signal: Signal,
    /// Hundredths of the logarithm of the odds; below 0 against it.
    pub weight: i32,
}

/// What everything weighs, and from what sum on a person is asked.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Weights {
    /// From this sum on a sentence without a cue is handed to a person.
    pub ask_from: i32,
    /// From this sum on general words are, where no sentence reaches the other.
    pub hint_from: i32,
    /// Below this sum what a cue lets the force have is asked about, too.
    pub against_below: i32,
    /// Below this sum what a cue says is there, of which the sentence doesn't say that the force has it, is, too.
    pub against_standing_below: i32,
    /// So much more a sentence must weigh each time that a paper is twice as long as most.
    pub longer: i32,
    /// The classes that weighing knows, whether they weigh anything or not.
    pub classes: BTreeSet<String>,
    /// What each signal weighs for each arrangement.
    pub each: Vec<Weight>,
}

/// A weight, which is a whole number.
pub(super) fn weight(item: &Item<'_>) -> Option<i32> {
    let number = item.number()?;
    let weight = i32::try_from(number.value).ok().filter(|weight| weight.abs() <= HEAVIEST);
    if weight.is_none() {
        let message = format!("a weight is at most {HEAVIEST} either way");
        item.fault("rules::too-heavy", message, "hundredths of the logarithm of the odds");
    }
    weight
}
