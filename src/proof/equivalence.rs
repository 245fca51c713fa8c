//! Whether two rules are the same for every declaration.
//!
//! What a need is worth is made of minimum and maximum alone. Such a function commutes with every
//! threshold ("at least so strong?"), so it is enough to ask, threshold by threshold, with every
//! state and every condition either at the threshold or just below it. Conditions on one field
//! answer together: only answers that some value of the field gives are tried.

use std::collections::BTreeMap;

use crate::assessment::{Known, weakest};
use crate::declaration::{Amount, Clock, Value, answer};
use crate::rulebook::{
    ArrangementId, Ask, Bar, Branches, Condition, Field, FieldId, FieldKind, Need, Test, Vocabulary,
};
use crate::standing::{Day, PartialDate, State, Words};

/// How many assignments are tried at most for one threshold: past that, two rules aren't said to
/// be the same.
const MOST_ASSIGNMENTS: usize = 4_000_000;

/// Whether two lists of needs are worth the same for every declaration.
pub(super) fn same_needs(a: &Branches, b: &Branches, vocabulary: &Vocabulary) -> bool {
    Space::of(&[a, b], vocabulary).tells_nothing_apart(a, b)
}

/// Whether some declaration makes all of these worth `in place`; `None` where there is too much to
/// try.
pub(super) fn can_be_met(needs: &[&Branches], vocabulary: &Vocabulary) -> Option<bool> {
    let space = Space::of(needs, vocabulary);
    let mut all = space.assignments(State::InPlace)?;
    Some(all.any(|known| needs.iter().all(|needs| weakest(needs, &known) == State::InPlace)))
}

/// Every threshold that can tell two values apart.
fn thresholds() -> impl Iterator<Item = State> {
    State::ALL.iter().copied().filter(|state| *state > State::Absent)
}

/// The state just below another.
fn below(state: State) -> State {
    let below = State::ALL.iter().rev().find(|other| **other < state);
    below.copied().unwrap_or(State::Absent)
}

/// Everything that needs depend on.
pub(super) struct Space<'a> {
    arrangements: Vec<&'a ArrangementId>,
    fields: Vec<Axis<'a>>,
}

/// One field, with the conditions on it and the answers that they can give together.
struct Axis<'a> {
    arrangement: &'a ArrangementId,
    conditions: Vec<&'a Condition>,
    /// How many of the conditions, at the end, are limits of the arrangement.
    limits: usize,
    answers: Vec<Vec<State>>,
}

/// One way in which everything can stand.
struct Assignment<'a> {
    states: Vec<(&'a ArrangementId, State)>,
    answers: Vec<(&'a Axis<'a>, &'a [State])>,
}

impl Known for Assignment<'_> {
    fn state(&self, arrangement: &ArrangementId) -> State {
        let found = self.states.iter().find(|(known, _)| *known == arrangement);
        found.map_or(State::NotStated, |(_, state)| *state)
    }

    fn condition(&self, arrangement: &ArrangementId, condition: &Condition) -> State {
        let found =
            self.answers.iter().filter(|(axis, _)| axis.arrangement == arrangement).find_map(
                |(axis, answers)| {
                    let at = axis.conditions.iter().position(|known| *known == condition)?;
                    answers.get(at)
                },
            );
        found.copied().unwrap_or(State::NotStated)
    }
}

impl Assignment<'_> {
    /// Whether it can be declared: nothing is in place beside a limit.
    fn can_be_declared(&self) -> bool {
        self.answers.iter().all(|(axis, answers)| {
            let limited = answers.iter().rev().take(axis.limits).any(|a| *a == State::InPlace);
            !(limited && self.state(axis.arrangement) == State::InPlace)
        })
    }
}

impl<'a> Space<'a> {
    /// Whether two lists of needs that ask about nothing else are worth the same everywhere.
    pub(super) fn tells_nothing_apart(&self, a: &Branches, b: &Branches) -> bool {
        thresholds().all(|threshold| {
            let reaches = |needs, known: &Assignment<'_>| weakest(needs, known) >= threshold;
            let all = self.assignments(threshold);
            all.is_some_and(|mut all| all.all(|known| reaches(a, &known) == reaches(b, &known)))
        })
    }

    /// Everything that these needs depend on.
    pub(super) fn of(needs: &[&'a Branches], vocabulary: &'a Vocabulary) -> Self {
        let mut arrangements: Vec<&ArrangementId> = Vec::new();
        let mut fields: BTreeMap<(&ArrangementId, &FieldId), Vec<&Condition>> = BTreeMap::new();
        for ask in needs.iter().flat_map(|needs| needs.iter()).flat_map(Need::asks) {
            let Ask { arrangement, requires, prefers } = ask;
            if !arrangements.contains(&arrangement) {
                arrangements.push(arrangement);
            }
            for condition in requires.iter().chain(prefers) {
                let known = fields.entry((arrangement, &condition.field)).or_default();
                if !known.contains(&condition) {
                    known.push(condition);
                }
            }
        }
        let fields = fields
            .into_iter()
            .filter_map(|((arrangement, field), mut conditions)| {
                let known = vocabulary.arrangement(arrangement.as_str())?;
                let limits: Vec<&Condition> =
                    known.limits.iter().filter(|limit| limit.field == *field).collect();
                conditions.extend(&limits);
                let answers = answers(known.field(field.as_str())?, &conditions, vocabulary);
                Some(Axis { arrangement, conditions, limits: limits.len(), answers })
            })
            .collect();
        Self { arrangements, fields }
    }

    /// Every assignment that a threshold can tell apart; `None` where there are too many.
    fn assignments(&self, threshold: State) -> Option<impl Iterator<Item = Assignment<'_>>> {
        let states = [below(threshold), threshold];
        let sizes: Vec<usize> = self
            .arrangements
            .iter()
            .map(|_| states.len())
            .chain(self.fields.iter().map(|axis| axis.answers.len()))
            .collect();
        let count = sizes.iter().try_fold(1_usize, |count, size| count.checked_mul(*size))?;
        if count > MOST_ASSIGNMENTS {
            return None;
        }
        let all = likely(&sizes).into_iter().chain(0..count);
        let all = all.map(move |index| self.assignment(states, &sizes, index));
        Some(all.filter(Assignment::can_be_declared))
    }

    /// The assignment under a number: its digits, each to the base of its place, say where
    /// everything stands.
    fn assignment(&self, states: [State; 2], sizes: &[usize], mut index: usize) -> Assignment<'_> {
        let mut digits = sizes.iter().map(|size| {
            let digit = index % size;
            index /= size;
            digit
        });
        let mut digit = || digits.next().unwrap_or(0);
        let [low, high] = states;
        let state = |arrangement| (arrangement, if digit() == 0 { low } else { high });
        let states = self.arrangements.iter().copied().map(state).collect();
        let answers = self
            .fields
            .iter()
            .filter_map(|axis| Some((axis, axis.answers.get(digit())?.as_slice())));
        let answers = answers.collect();
        Assignment { states, answers }
    }
}

/// The numbers of the assignments that most likely tell two rules apart: everything at its best or
/// at its worst, but for one thing. (They come again among all; trying them first only saves time.)
fn likely(sizes: &[usize]) -> Vec<usize> {
    let mut likely = Vec::new();
    for best in [true, false] {
        let digits: Vec<usize> = sizes.iter().map(|size| if best { size - 1 } else { 0 }).collect();
        for (place, size) in sizes.iter().enumerate() {
            likely.extend((0..*size).map(|digit| {
                let own = |(at, own): (usize, &usize)| if at == place { digit } else { *own };
                let digits: Vec<usize> = digits.iter().enumerate().map(own).collect();
                digits.iter().zip(sizes).rev().fold(0, |index, (digit, size)| index * size + digit)
            }));
        }
    }
    likely
}

/// The answers that conditions on one field can give together, each once.
fn answers(field: &Field, conditions: &[&Condition], vocabulary: &Vocabulary) -> Vec<Vec<State>> {
    let now = Day::constant(2020, 6, 30);
    let clock = Clock { facts: now, assessed: now };
    let mut all: Vec<Vec<State>> = values(field, conditions, vocabulary, now)
        .iter()
        .map(|value| {
            let test = |c: &&Condition| answer(&c.test, value.as_ref(), clock).state();
            conditions.iter().map(test).collect()
        })
        .collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Values of a field that can tell the conditions apart, and its silence.
fn values(
    field: &Field,
    conditions: &[&Condition],
    vocabulary: &Vocabulary,
    now: Day,
) -> Vec<Option<Value>> {
    let tests = || conditions.iter().map(|condition| &condition.test);
    let values: Vec<Value> = match &field.kind {
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
            let ranks = vocabulary.ranks();
            let names = ranks.order().iter().map(String::as_str).chain(["police staff"]);
            names.filter_map(|name| ranks.parse(name)).map(Value::Rank).collect()
        }
        FieldKind::Number => tests()
            .filter_map(|test| match test {
                Test::AtLeast(Bar::Number(bar)) => Some(*bar),
                _ => None,
            })
            .flat_map(|bar| [bar.saturating_sub(1), bar])
            .map(Amount::exactly)
            .chain(Amount::parse("at most 0"))
            .map(Value::Number)
            .collect(),
        FieldKind::Date => tests()
            .filter_map(|test| match test {
                Test::Within { months } => Some(edge(*months, now)),
                _ => None,
            })
            .flat_map(|edge| [edge.yesterday().unwrap_or(edge), edge])
            .chain([now, now.tomorrow().unwrap_or(now)])
            .map(|day| Value::Date(PartialDate::Day(day)))
            .collect(),
        FieldKind::List(_) => lists(tests()),
    };
    values.into_iter().map(Some).chain([None]).collect()
}

/// The first day that lies within so many months.
fn edge(months: u16, now: Day) -> Day {
    use jiff::ToSpan;
    now.saturating_sub(i32::from(months).months())
}

/// Lists with each selection of the items that are asked for and another one, whole and not.
fn lists<'a>(tests: impl Iterator<Item = &'a Test>) -> Vec<Value> {
    let mut asked: Vec<&String> = tests
        .filter_map(|test| match test {
            Test::Contains(item) => Some(item),
            _ => None,
        })
        .collect();
    asked.sort_unstable();
    asked.dedup();
    // More items than this make more selections than are tried.
    asked.truncate(22);
    let selections = 0_usize..1 << asked.len();
    selections
        .flat_map(|chosen| {
            let items: Vec<String> = asked
                .iter()
                .enumerate()
                .filter(|(index, _)| chosen & (1 << index) != 0)
                .map(|(_, item)| (*item).clone())
                .chain(["another item".to_owned()])
                .collect();
            [true, false].map(|complete| Value::List { items: items.clone(), complete })
        })
        .collect()
}
