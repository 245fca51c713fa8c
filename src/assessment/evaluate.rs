//! What a need is worth: minimum and maximum on the chain of states.

use super::because::{Because, Join};
use super::facts::Facts;
use super::wording;
use crate::declaration::answer;
use crate::rulebook::{Arrangement, Ask, Branches, Condition, Need};
use crate::standing::State;

/// What a list of needs is worth: its weakest, and the explanation.
pub(super) fn all(facts: &Facts<'_>, needs: &Branches) -> (State, Vec<Because>) {
    let mut because: Vec<Because> = needs.iter().map(|need| worth(facts, need)).collect();
    let value = weakest(&because);
    because.iter_mut().for_each(|node| node.decide(value));
    (value, because)
}

fn worth(facts: &Facts<'_>, need: &Need) -> Because {
    let children = |of: &Branches| of.iter().map(|need| worth(facts, need)).collect::<Vec<_>>();
    match need {
        Need::All(of) => {
            let children = children(of);
            node(Join::All, need, weakest(&children), children)
        }
        Need::Any(of) => {
            let children = children(of);
            node(Join::Any, need, strongest(&children, 1), children)
        }
        Need::AtLeast { count, of } => {
            let children = children(of);
            node(Join::AtLeast, need, strongest(&children, *count), children)
        }
        Need::Ask(ask) => worth_of_one(facts, ask, need),
    }
}

/// `X where C`: the weaker of the two. `X ideally C`: at most `partial` unless C holds.
fn worth_of_one(facts: &Facts<'_>, ask: &Ask, need: &Need) -> Because {
    let Some(arrangement) = facts.vocabulary().arrangement(ask.arrangement.as_str()) else {
        // A need speaks of known arrangements only; one that it didn't know wouldn't be stated.
        return node(Join::Ask, need, State::NotStated, Vec::new());
    };
    let mut children = vec![state(facts, arrangement)];
    children.extend(ask.requires.iter().map(|c| condition(facts, arrangement, c, Join::Where)));
    children.extend(ask.prefers.iter().map(|c| condition(facts, arrangement, c, Join::Ideally)));
    let mut asked = node(Join::Ask, need, weakest(&children), children);
    asked.arrangement = Some(arrangement.id.clone());
    asked
}

fn state(facts: &Facts<'_>, arrangement: &Arrangement) -> Because {
    let id = arrangement.id.as_str();
    Because {
        join: Join::State,
        need: id.to_owned(),
        value: facts.state(id),
        decides: false,
        says: wording::state(arrangement, facts.on(id), facts.clock()),
        arrangement: Some(arrangement.id.clone()),
        field: None,
        place: Some(facts.place(id, None)),
        children: Vec::new(),
    }
}

fn condition(
    facts: &Facts<'_>,
    arrangement: &Arrangement,
    condition: &Condition,
    join: Join,
) -> Because {
    let id = arrangement.id.as_str();
    let field = condition.field.as_str();
    let value = facts.value(id, field);
    let answer = answer(&condition.test, value, facts.clock());
    let worth = match (join, answer.state()) {
        (Join::Ideally, State::Absent | State::NotStated) => State::Partial,
        (_, worth) => worth,
    };
    Because {
        join,
        need: condition.to_string(),
        value: worth,
        decides: false,
        says: wording::condition(arrangement, condition, value, &answer),
        arrangement: Some(arrangement.id.clone()),
        field: Some(condition.field.clone()),
        place: Some(facts.place(id, Some(field))),
        children: Vec::new(),
    }
}

fn node(join: Join, need: &Need, value: State, children: Vec<Because>) -> Because {
    Because {
        join,
        need: need.to_string(),
        value,
        decides: false,
        says: String::new(),
        arrangement: None,
        field: None,
        place: None,
        children,
    }
}

fn weakest(nodes: &[Because]) -> State {
    nodes.iter().map(|node| node.value).min().unwrap_or(State::NotStated)
}

/// The value of the `count`-th strongest, counted from 1.
fn strongest(nodes: &[Because], count: usize) -> State {
    let mut values: Vec<State> = nodes.iter().map(|node| node.value).collect();
    values.sort_unstable_by(|a, b| b.cmp(a));
    values.get(count.saturating_sub(1)).copied().unwrap_or(State::NotStated)
}
