//! Whether two rules are the same for every declaration.
//!
//! What a need is worth is made of minimum and maximum alone. Such a function commutes with every
//! threshold ("at least so strong?"), so it is enough to ask, threshold by threshold, with every
//! state and every condition either at the threshold or just below it. Conditions on one field
//! answer together: only answers that some value of the field gives are tried.
//!
//! How many ways that makes is bounded, for two rules and for all of a rulebook: past that, nothing is
//! said of them, and whoever asked says so.

use std::collections::BTreeMap;

use super::answers::answers;
use super::effort::Effort;
use crate::assessment::{Known, weakest};
use crate::rulebook::{ArrangementId, Ask, Branches, Condition, FieldId, Need, Vocabulary};
use crate::standing::{State, Words as _};

/// How many assignments there may be for one threshold: past that, nothing is said of the rules.
pub(super) const MOST_ASSIGNMENTS: usize = 4_000_000;

/// Whether two lists of needs are worth the same for every declaration; `None` where there is too
/// much to try.
pub(super) fn same_needs(
    a: &Branches,
    b: &Branches,
    vocabulary: &Vocabulary,
    effort: &Effort,
) -> Option<bool> {
    Space::of(&[a, b], vocabulary, effort)?.tells_nothing_apart(a, b, effort)
}

/// Whether some declaration makes all of these worth `in place`; `None` where there is too much to
/// try.
pub(super) fn can_be_met(
    needs: &[&Branches],
    vocabulary: &Vocabulary,
    effort: &Effort,
) -> Option<bool> {
    let space = Space::of(needs, vocabulary, effort)?;
    for known in space.assignments(State::InPlace)? {
        if !effort.spend() {
            return None;
        }
        if needs.iter().all(|needs| weakest(needs, &known) == State::InPlace) {
            return Some(true);
        }
    }
    Some(false)
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
    /// Whether two lists of needs that ask about nothing else are worth the same everywhere; `None`
    /// where there is too much to try.
    pub(super) fn tells_nothing_apart(
        &self,
        a: &Branches,
        b: &Branches,
        effort: &Effort,
    ) -> Option<bool> {
        for threshold in thresholds() {
            let reaches = |needs, known: &Assignment<'_>| weakest(needs, known) >= threshold;
            for known in self.assignments(threshold)? {
                if !effort.spend() {
                    return None;
                }
                if reaches(a, &known) != reaches(b, &known) {
                    return Some(false);
                }
            }
        }
        Some(true)
    }

    /// Everything that these needs depend on; `None` where that is too much.
    pub(super) fn of(
        needs: &[&'a Branches],
        vocabulary: &'a Vocabulary,
        effort: &Effort,
    ) -> Option<Self> {
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
        let mut axes = Vec::new();
        for ((arrangement, field), mut conditions) in fields {
            let Some(known) = vocabulary.arrangement(arrangement.as_str()) else { continue };
            let limits: Vec<&Condition> =
                known.limits.iter().filter(|limit| limit.field == *field).collect();
            conditions.extend(&limits);
            let Some(field) = known.tested(field.as_str()) else { continue };
            let answers = answers(field, &conditions, vocabulary)?;
            if !effort.spend_for(answers.len()) {
                return None;
            }
            axes.push(Axis { arrangement, conditions, limits: limits.len(), answers });
        }
        Some(Self { arrangements, fields: axes })
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
