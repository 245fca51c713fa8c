//! One thing that can change, and the ways in which it can stand.

use super::change::{Change, What, called};
use super::node::Options;
use super::weight::Weight;
use crate::declaration::{Clock, Value, answer, values_apart};
use crate::rulebook::{Arrangement, Condition, Field, FieldKind, Test};
use crate::standing::{PartialDate, RankTable, State};

/// How many options an axis may have, the one that it stays included: a bit each.
const MOST_OPTIONS: usize = 64;

/// One thing that can change.
#[derive(Debug)]
pub(super) struct Axis<'a> {
    /// The arrangement.
    pub(super) arrangement: &'a Arrangement,
    /// What of it.
    pub(super) part: Part<'a>,
    /// What any change of it weighs.
    pub(super) weight: Weight,
}

/// What of an arrangement can change.
#[derive(Debug)]
pub(super) enum Part<'a> {
    /// Its state: it stays, or comes to be in place.
    State {
        /// How far it stands.
        from: State,
    },
    /// A field that is no list: it stays, or is one of these values.
    Field {
        /// The field.
        field: &'a Field,
        /// What is stated of it.
        from: Option<Value>,
        /// What else it can be, the least first.
        values: Vec<Value>,
        /// What is asked of it, limits last.
        conditions: Vec<&'a Condition>,
        /// How many of these are limits.
        limits: usize,
        /// Which conditions hold at each option.
        holds: Vec<Vec<bool>>,
    },
    /// One item of a list that isn't listed: it stays so, or is added.
    Item {
        /// The field.
        field: &'a Field,
        /// The item; nothing where any will do.
        item: Option<&'a str>,
    },
}

impl<'a> Part<'a> {
    /// A field, with those of its values that some condition tells apart; and whether none was left out.
    pub(super) fn of_field(
        field: &'a Field,
        from: Option<Value>,
        asked: &[&'a Condition],
        limits: &[&'a Condition],
        (ranks, clock): (&RankTable, Clock),
    ) -> (Self, bool) {
        let conditions = [asked, limits].concat();
        let says = |value: Option<&Value>| -> Vec<bool> {
            let holds = |condition: &&Condition| answer(condition, value, clock).state();
            conditions.iter().map(|condition| holds(condition) == State::InPlace).collect()
        };
        let today = || Value::Date(PartialDate::Day(clock.assessed));
        let all = match field.kind {
            FieldKind::Date => vec![today()],
            _ => values_apart(field, &conditions, ranks),
        };
        let (mut values, mut holds) = (Vec::new(), vec![says(from.as_ref())]);
        let mut whole = true;
        for value in all {
            let said = says(Some(&value));
            if holds.contains(&said) {
                continue;
            }
            if holds.len() == MOST_OPTIONS {
                whole = false;
                break;
            }
            holds.push(said);
            values.push(value);
        }
        (Self::Field { field, from, values, conditions, limits: limits.len(), holds }, whole)
    }

    /// How many options there are.
    pub(super) fn options(&self) -> usize {
        match self {
            Self::State { .. } | Self::Item { .. } => 2,
            Self::Field { holds, .. } => holds.len(),
        }
    }

    /// The options of a field at which a condition holds.
    pub(super) fn where_holds(&self, condition: &Condition) -> Options {
        let Self::Field { conditions, holds, .. } = self else { return 0 };
        let Some(at) = conditions.iter().position(|known| *known == condition) else { return 0 };
        let holding = holds.iter().enumerate().filter(|(_, said)| said.get(at) == Some(&true));
        holding.fold(0, |options, (option, _)| options | 1 << option)
    }
}

impl Axis<'_> {
    /// All its options.
    pub(super) fn all(&self) -> Options {
        Options::MAX >> (MOST_OPTIONS - self.part.options())
    }

    /// The change by which it comes to an option; nothing where it stays.
    pub(super) fn change(&self, option: usize) -> Option<Change> {
        let beyond = option.checked_sub(1)?;
        let what = match &self.part {
            Part::State { from } => What::State { from: *from, to: State::InPlace },
            Part::Item { field, item } => What::Item {
                field: field.id.clone(),
                called: called(field),
                item: item.map(str::to_owned),
            },
            Part::Field { field, from, values, conditions, limits, holds } => {
                let (was, is) = (holds.first()?, holds.get(option)?);
                let own = conditions.iter().zip(was.iter().zip(is));
                let asked = own.clone().take(conditions.len() - limits);
                let asked = asked.filter(|(_, (was, is))| **is && !**was).map(|(own, _)| *own);
                let asked: Vec<&Condition> = asked.collect();
                let lifted = own.skip(conditions.len() - limits);
                let lifted = lifted.filter(|(_, (was, is))| **was && !**is).map(|(own, _)| *own);
                What::Detail {
                    field: field.id.clone(),
                    called: called(field),
                    from: from.clone(),
                    to: values.get(beyond)?.clone(),
                    asked: telling(&asked),
                    lifts: lifted.cloned().collect(),
                }
            }
        };
        Some(Change::new(self.arrangement, what))
    }
}

/// Of conditions on one field those that tell what is asked: of several bars the highest, of several
/// windows the shortest, and that something is stated only where nothing else is asked.
fn telling(conditions: &[&Condition]) -> Vec<Condition> {
    let says_more = |other: &Condition, than: &Condition| match (&other.test, &than.test) {
        (Test::AtLeast(one), Test::AtLeast(other)) => one.is_above(other),
        (Test::Within { months: one }, Test::Within { months: other }) => one < other,
        (Test::Stated, _) => false,
        (_, Test::Stated) => true,
        _ => false,
    };
    let is_told = |than: &&&Condition| !conditions.iter().any(|other| says_more(other, than));
    conditions.iter().filter(is_told).map(|condition| (*condition).clone()).collect()
}
