//! The explanation of what needs are worth: [`worth`](super::worth) at every node of their tree.

use super::because::{Because, Join};
use super::facts::Facts;
use super::wording;
use super::worth::{grade, weakest, worth};
use crate::declaration::answer;
use crate::rulebook::{Arrangement, Ask, Branches, Condition, Need, Test};
use crate::standing::State;

/// What a list of needs is worth, and why.
pub(super) fn all(facts: &Facts<'_>, needs: &Branches) -> (State, Vec<Because>) {
    let value = weakest(needs, facts);
    let mut because: Vec<Because> = needs.iter().map(|need| explain(facts, need)).collect();
    because.iter_mut().for_each(|node| node.decide(value));
    (value, because)
}

fn explain(facts: &Facts<'_>, need: &Need) -> Because {
    let (join, children) = match need {
        Need::All(of) => (Join::All, branches(facts, of)),
        Need::Any(of) => (Join::Any, branches(facts, of)),
        Need::AtLeast { of, .. } => (Join::AtLeast, branches(facts, of)),
        Need::Ask(ask) => (Join::Ask, parts(facts, ask)),
    };
    Because {
        join,
        need: need.to_string(),
        value: worth(need, facts),
        decides: false,
        says: String::new(),
        arrangement: match need {
            Need::Ask(ask) => Some(ask.arrangement.clone()),
            _ => None,
        },
        field: None,
        item: None,
        place: None,
        children,
    }
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
    let required = ask.requires.iter().map(|c| condition(facts, arrangement, c, Join::Where));
    let preferred = ask.prefers.iter().map(|c| condition(facts, arrangement, c, Join::Ideally));
    std::iter::once(state(facts, arrangement)).chain(required).chain(preferred).collect()
}

fn state(facts: &Facts<'_>, arrangement: &Arrangement) -> Because {
    let id = arrangement.id.as_str();
    Because {
        join: Join::State,
        need: id.to_owned(),
        value: facts.state_of(id),
        decides: false,
        says: wording::state(arrangement, facts.on(id), facts.clock()),
        arrangement: Some(arrangement.id.clone()),
        field: None,
        item: None,
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
    let stated = answer.state();
    Because {
        join,
        need: condition.to_string(),
        value: if join == Join::Ideally { grade(stated) } else { stated },
        decides: false,
        says: wording::condition(arrangement, condition, value, &answer),
        arrangement: Some(arrangement.id.clone()),
        field: Some(condition.field.clone()),
        item: match &condition.test {
            Test::Contains(item) => Some(item.clone()),
            _ => None,
        },
        place: Some(facts.place(id, Some(field))),
        children: Vec::new(),
    }
}
