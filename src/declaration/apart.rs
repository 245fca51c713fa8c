//! Values of a field that can tell conditions on it apart.

use super::{Amount, Value};
use crate::rulebook::{Bar, Condition, Field, FieldKind, Test};
use crate::standing::RankTable;

/// Values of a field that answer conditions in every way that stated values can, the lowest first where
/// they are in order. None for dates and lists, which depend on a day and on each other.
#[must_use]
pub fn values_apart(field: &Field, conditions: &[&Condition], ranks: &RankTable) -> Vec<Value> {
    let tests = || conditions.iter().map(|condition| &condition.test);
    match &field.kind {
        FieldKind::YesNo => vec![Value::YesNo(true), Value::YesNo(false)],
        FieldKind::Choice(of) => of.iter().cloned().map(Value::Text).collect(),
        FieldKind::Text => tests()
            .filter_map(|test| match test {
                Test::Is(value) => Some(value.clone()),
                _ => None,
            })
            .chain(["another text".to_owned()])
            .map(Value::Text)
            .collect(),
        FieldKind::Ordered(of) => of
            .iter()
            .enumerate()
            .map(|(index, word)| Value::Step { index, word: word.clone() })
            .collect(),
        FieldKind::Rank => {
            let names = ranks.order().iter().map(String::as_str).chain(["police staff"]);
            names.filter_map(|name| ranks.parse(name)).map(Value::Rank).collect()
        }
        FieldKind::Number => {
            let bars = tests().filter_map(|test| match test {
                Test::AtLeast(Bar::Number(bar)) => Some(*bar),
                _ => None,
            });
            let mut numbers: Vec<i64> = bars.flat_map(|bar| [bar.saturating_sub(1), bar]).collect();
            numbers.sort_unstable();
            let amounts =
                numbers.into_iter().map(Amount::exactly).chain(Amount::parse("at most 0"));
            amounts.map(Value::Number).collect()
        }
        FieldKind::Date | FieldKind::List(_) => Vec::new(),
    }
}
