//! What a need is worth: the definition.

use crate::rulebook::{ArrangementId, Ask, Branches, Condition, Need};
use crate::standing::State;

/// What is known of arrangements and of the conditions on their fields.
pub trait Known {
    /// How far an arrangement stands.
    fn state(&self, arrangement: &ArrangementId) -> State;

    /// What a condition is worth: in place where it holds, absent where it is stated not to, not
    /// stated where nothing is said.
    fn condition(&self, arrangement: &ArrangementId, condition: &Condition) -> State;
}

/// What a need is worth, given what is known.
///
/// A list is worth its weakest; `any` its strongest; `at-least n` its n-th strongest.
#[must_use]
pub fn worth(need: &Need, known: &impl Known) -> State {
    match need {
        Need::All(of) => weakest(of, known),
        Need::Any(of) => nth_strongest(1, of.iter().map(|need| worth(need, known))),
        Need::AtLeast { count, of } => {
            nth_strongest(*count, of.iter().map(|need| worth(need, known)))
        }
        Need::Ask(ask) => worth_of_one(ask, known),
    }
}

/// What all of these needs together are worth: their weakest.
#[must_use]
pub fn weakest(needs: &Branches, known: &impl Known) -> State {
    weakest_of(needs.iter().map(|need| worth(need, known)))
}

/// The weakest of some values. Branches are never empty; what asks for nothing would not be stated.
pub(super) fn weakest_of(values: impl Iterator<Item = State>) -> State {
    values.min().unwrap_or(State::NotStated)
}

/// The `count`-th strongest of some values.
pub(super) fn nth_strongest(count: usize, values: impl Iterator<Item = State>) -> State {
    let mut values: Vec<State> = values.collect();
    values.sort_unstable_by(|a, b| b.cmp(a));
    values.get(count.saturating_sub(1)).copied().unwrap_or(State::NotStated)
}

/// `X where C`: the weaker of the two. `X ideally C`: at most `partial` unless C holds.
fn worth_of_one(ask: &Ask, known: &impl Known) -> State {
    let asked = |condition| known.condition(&ask.arrangement, condition);
    let required = ask.requires.iter().map(asked);
    let graded = ask.prefers.iter().map(asked).map(grade);
    required.chain(graded).fold(known.state(&ask.arrangement), State::min)
}

/// What a condition that only grades is worth: `partial` where it doesn't hold or isn't stated.
pub(super) fn grade(condition: State) -> State {
    if condition == State::InPlace { State::InPlace } else { State::Partial }
}
