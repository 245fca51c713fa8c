//! The answers that conditions on one field can give together: some value of the field, or its
//! silence, gives each of them.

use std::collections::BTreeSet;

use crate::declaration::{Clock, Value, answer, values_apart};
use crate::rulebook::{Condition, Field, FieldKind, Test, Vocabulary};
use crate::standing::{Day, PartialDate, State};

/// The most items of one list whose selections are all looked at: each doubles them.
const MOST_ITEMS: usize = 12;

/// What conditions on one field answer, in their order.
type Together = Vec<State>;

/// The answers that conditions on one field can give together, each once; `None` where there are
/// more than can be looked at.
pub(super) fn answers(
    field: &Field,
    conditions: &[&Condition],
    vocabulary: &Vocabulary,
) -> Option<Vec<Together>> {
    let mut all = match field.kind {
        FieldKind::List(_) => of_list(conditions)?,
        FieldKind::Date => of_date(conditions),
        _ => {
            let now = Day::constant(2020, 6, 30);
            let clock = Clock { facts: now, assessed: now };
            let values = values_apart(field, conditions, vocabulary.ranks());
            let silence = std::iter::once(None);
            let all = values.iter().map(Some).chain(silence);
            all.map(|value| together(conditions, value, clock)).collect()
        }
    };
    all.sort_unstable();
    all.dedup();
    Some(all)
}

fn together(conditions: &[&Condition], value: Option<&Value>, clock: Clock) -> Together {
    conditions.iter().map(|condition| answer(condition, value, clock).state()).collect()
}

/// Of dates: the days at the edges of each window, and in each month of a year that year alone, which
/// may mean a day that has lapsed and one that is to come.
fn of_date(conditions: &[&Condition]) -> Vec<Together> {
    let mut all = vec![together(conditions, None, at(Day::constant(2020, 6, 30)))];
    let now = Day::constant(2020, 6, 30);
    let edges = conditions.iter().filter_map(|condition| match condition.test {
        Test::Within { months } => Some(edge(months, now)),
        _ => None,
    });
    let days = edges
        .flat_map(|edge| [edge.yesterday().unwrap_or(edge), edge])
        .chain([now, now.tomorrow().unwrap_or(now)]);
    for day in days {
        let value = Value::Date(PartialDate::Day(day));
        all.push(together(conditions, Some(&value), at(now)));
    }
    let year = Value::Date(PartialDate::Year(Day::constant(2020, 1, 1)));
    for now in (1..=12).filter_map(|month| Day::new(2020, month, 28).ok()) {
        all.push(together(conditions, Some(&year), at(now)));
    }
    all
}

fn at(now: Day) -> Clock {
    Clock { facts: now, assessed: now }
}

/// The first day that lies within so many months.
fn edge(months: u16, now: Day) -> Day {
    use jiff::ToSpan;
    now.saturating_sub(i32::from(months).months())
}

/// Of a list: each selection of the items that are asked for, with another one, whole and not; and
/// its silence. Worked out without making the lists, since there are so many.
fn of_list(conditions: &[&Condition]) -> Option<Vec<Together>> {
    let item = |condition: &Condition| match &condition.test {
        Test::Contains(item) => {
            Some(item.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase())
        }
        _ => None,
    };
    let asked: BTreeSet<String> =
        conditions.iter().filter_map(|condition| item(condition)).collect();
    if asked.len() > MOST_ITEMS {
        return None;
    }
    let asked: Vec<String> = asked.into_iter().collect();
    // The place of the item that each condition asks for; none where any list will do.
    let places: Vec<Option<usize>> = conditions
        .iter()
        .map(|condition| item(condition).and_then(|item| asked.iter().position(|one| *one == item)))
        .collect();
    let mut all = vec![vec![State::NotStated; conditions.len()]];
    for chosen in 0_usize..1 << asked.len() {
        for unlisted in [State::Absent, State::NotStated] {
            let answer = |place: &Option<usize>| match place {
                Some(place) if chosen & (1 << place) == 0 => unlisted,
                _ => State::InPlace,
            };
            all.push(places.iter().map(answer).collect());
        }
    }
    Some(all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rulebook::FieldId;

    fn field(kind: FieldKind) -> Field {
        Field {
            id: FieldId::from("f"),
            kind,
            title: "f".into(),
            plural: false,
            question: String::new(),
            says: None,
            informative: false,
            span: 0..0,
        }
    }

    fn conditions(tests: Vec<Test>) -> Vec<Condition> {
        tests.into_iter().map(|test| Condition { field: FieldId::from("f"), test }).collect()
    }

    /// The answers to tests on one field; none where there are too many.
    fn told(kind: FieldKind, tests: Vec<Test>) -> Option<Vec<Together>> {
        let conditions = conditions(tests);
        answers(&field(kind), &conditions.iter().collect::<Vec<_>>(), &Vocabulary::default())
    }

    #[test]
    fn lists_answer_as_lists_that_are_made_do() {
        let tests: Vec<Test> = ["a", "B", "b "].map(|item| Test::Contains(item.to_owned())).into();
        let asked = conditions(tests.iter().cloned().chain([Test::Stated]).collect());
        let asked: Vec<&Condition> = asked.iter().collect();
        let mut made = vec![together(&asked, None, at(Day::constant(2020, 6, 30)))];
        for items in [vec!["x"], vec!["x", "a"], vec!["x", "b"], vec!["x", "a", "b"]] {
            for complete in [true, false] {
                let items = items.iter().map(|item| (*item).to_owned()).collect();
                let value = Value::List { items, complete };
                made.push(together(&asked, Some(&value), at(Day::constant(2020, 6, 30))));
            }
        }
        made.sort_unstable();
        made.dedup();
        let kind = FieldKind::List(None);
        assert_eq!(told(kind, tests.into_iter().chain([Test::Stated]).collect()), Some(made));
    }

    #[test]
    fn a_year_may_have_lapsed_for_one_window_and_be_to_come_for_another() {
        let tests = [1, 12].map(|months| Test::Within { months }).into();
        let all = told(FieldKind::Date, tests).unwrap();
        assert!(all.contains(&vec![State::Absent, State::NotStated]), "{all:?}");
        assert!(!all.contains(&vec![State::NotStated, State::Absent]), "{all:?}");
    }

    #[test]
    fn so_many_items_are_too_many() {
        let items = |count: usize| (0..count).map(|n| Test::Contains(n.to_string())).collect();
        assert!(told(FieldKind::List(None), items(MOST_ITEMS)).is_some());
        assert_eq!(told(FieldKind::List(None), items(MOST_ITEMS + 1)), None);
    }
}
