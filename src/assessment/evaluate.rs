//! The explanation of what needs are worth: [`worth`](super::worth()) at every node of their tree.

use super::Answered;
use super::because::{Because, Part};
use super::facts::{Facts, Told};
use super::worth::{grade, nth_strongest, weakest_of};
use crate::declaration::answer;
use crate::rulebook::{Arrangement, Ask, Branches, Condition, Need};
use crate::standing::State;

/// What a list of needs is worth, and why.
pub(super) fn all(facts: &Facts<'_>, needs: &Branches) -> (State, Vec<Because>) {
    let mut because = branches(facts, needs);
    let value = weakest_of(values(&because));
    because.iter_mut().for_each(|node| node.decide(value));
    (value, because)
}

fn explain(facts: &Facts<'_>, need: &Need) -> Because {
    match need {
        Need::All(of) => {
            let of = branches(facts, of);
            node(weakest_of(values(&of)), Part::All(of))
        }
        Need::Any(of) => {
            let of = branches(facts, of);
            node(nth_strongest(1, values(&of)), Part::Any(of))
        }
        Need::AtLeast { count, of } => {
            let of = branches(facts, of);
            node(nth_strongest(*count, values(&of)), Part::AtLeast { count: *count, of })
        }
        Need::Ask(ask) => {
            let of = parts(facts, ask);
            let arrangement = ask.arrangement.clone();
            node(weakest_of(values(&of)), Part::Ask { arrangement, of })
        }
    }
}

fn node(value: State, part: Part) -> Because {
    Because { part, value, decides: false }
}

fn values(of: &[Because]) -> impl Iterator<Item = State> {
    of.iter().map(|node| node.value)
}

fn branches(facts: &Facts<'_>, of: &Branches) -> Vec<Because> {
    of.iter().map(|need| explain(facts, need)).collect()
}

/// The state of an arrangement and each condition on it.
fn parts(facts: &Facts<'_>, ask: &Ask) -> Vec<Because> {
    // A need speaks of known arrangements only.
    let Some(arrangement) = facts.vocabulary().arrangement(ask.arrangement.as_str()) else {
        return Vec::new();
    };
    let required = ask.requires.iter().map(|c| condition(facts, arrangement, c, false));
    let preferred = ask.prefers.iter().map(|c| condition(facts, arrangement, c, true));
    std::iter::once(state(facts, arrangement)).chain(required).chain(preferred).collect()
}

fn state<'a>(facts: &Facts<'a>, arrangement: &'a Arrangement) -> Because {
    let Told { stands, place } = facts.told(arrangement);
    node(facts.state_of(arrangement.id.as_str()), Part::State { stands, place })
}

fn condition<'a>(
    facts: &Facts<'a>,
    arrangement: &'a Arrangement,
    condition: &Condition,
    grades: bool,
) -> Because {
    let field = condition.field.as_str();
    let value = facts.value(arrangement.id.as_str(), field);
    let value = value.as_deref();
    let answer = answer(condition, value, facts.clock());
    let stated = answer.state();
    let answered = Box::new(Answered::new(arrangement, condition, value, answer));
    let place = facts.place_of_field(arrangement, field);
    node(if grades { grade(stated) } else { stated }, Part::Condition { grades, answered, place })
}
