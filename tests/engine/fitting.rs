//! Declarations that have what is asked of them: at random, deep needs are hardly ever met.

use msacheck::standing::State;

use crate::calendar::{Date, Day};
use crate::conditions::{Condition, Test};
use crate::facts::Declared;
use crate::needs::{Ask, Need};
use crate::values::{Amount, Value};
use crate::vocabulary::{CAPACITIES, Field, RANKS, TOPICS, WORDS};

/// Makes what is declared of an arrangement fit every condition in these needs that speaks of it; of
/// two that exclude each other, the last.
pub(crate) fn fit(declared: &mut Declared, arrangement: usize, needs: &[Need], assessed: Day) {
    declared.state = State::InPlace;
    declared.values.remove(&Field::Since);
    for ask in asks(needs).into_iter().filter(|ask| ask.arrangement == arrangement) {
        for condition in ask.requires.iter().chain(&ask.prefers) {
            let stated = declared.values.remove(&condition.field);
            declared.values.insert(condition.field, fitting(*condition, stated, assessed));
        }
    }
}

/// Everything that is asked somewhere in some needs, in their order.
pub(crate) fn asks(needs: &[Need]) -> Vec<&Ask> {
    let mut found = Vec::new();
    for need in needs {
        match need {
            Need::Ask(ask) => found.push(ask),
            joined => found.extend(asks(joined.children())),
        }
    }
    found
}

fn fitting(condition: Condition, stated: Option<Value>, assessed: Day) -> Value {
    match (condition.test, stated) {
        (Test::Not, _) => Value::YesNo(false),
        (Test::Is(word), Some(Value::List { mut items, complete })) => {
            items.push(word.to_owned());
            Value::List { items, complete }
        }
        (Test::Is(word), _) if matches!(condition.field, Field::List | Field::ListOf) => {
            Value::List { items: vec![word.to_owned()], complete: Some(true) }
        }
        (Test::Is(word), _) => Value::Text(word.to_owned()),
        (Test::AtLeastNumber(bar), _) => Value::Number(Amount::Exactly(bar)),
        (Test::AtLeastRank { written, level }, _) => {
            Value::Rank { written: written.to_owned(), level: Some(level) }
        }
        (Test::AtLeastStep(step), _) => Value::Step(step),
        (Test::Within(_), _) => Value::Date(Date::Whole(assessed)),
        (Test::Bare, _) => something(condition.field, assessed),
    }
}

/// Any value that says something.
fn something(field: Field, assessed: Day) -> Value {
    let (written, level) = RANKS[0];
    let list = |words: &[&str]| Value::List { items: vec![words[0].to_owned()], complete: None };
    match field {
        Field::Text => Value::Text(WORDS[0].to_owned()),
        Field::Number => Value::Number(Amount::AtMost(3)),
        Field::YesNo => Value::YesNo(true),
        Field::Date | Field::Since => Value::Date(Date::Year(assessed.year - 1)),
        Field::Choice => Value::Text(CAPACITIES[0].to_owned()),
        Field::Ordered => Value::Step(0),
        Field::Rank => Value::Rank { written: written.to_owned(), level },
        Field::List => list(&WORDS),
        Field::ListOf => list(&TOPICS),
    }
}
