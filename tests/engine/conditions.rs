//! Conditions on fields: every test with every type that it goes with.

use std::fmt;

use proptest::prelude::*;
use proptest::sample::select;

use crate::vocabulary::{CAPACITIES, Field, RANKS, STEPS, TOPICS, WORDS};

/// A test of one field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Condition {
    pub(crate) field: Field,
    pub(crate) test: Test,
}

/// What is asked of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Test {
    Bare,
    Not,
    Is(&'static str),
    AtLeastNumber(i64),
    AtLeastRank { written: &'static str, level: usize },
    AtLeastStep(usize),
    Within(u16),
}

impl Condition {
    /// What kind it is, for counting.
    pub(crate) fn kind(self) -> String {
        let test = match self.test {
            Test::Bare => "bare",
            Test::Not => "not",
            Test::Is(_) => "is",
            Test::AtLeastNumber(_) | Test::AtLeastRank { .. } | Test::AtLeastStep(_) => "at least",
            Test::Within(_) => "within",
        };
        format!("{test} {:?}", self.field)
    }
}

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let field = self.field.key();
        match self.test {
            Test::Bare => write!(f, "{field}"),
            Test::Not => write!(f, "not {field}"),
            Test::Is(value) => write!(f, "{field} is {}", Quoted(value)),
            Test::AtLeastNumber(number) => write!(f, "{field} is at least {number}"),
            Test::AtLeastRank { written, .. } => write!(f, "{field} is at least {written}"),
            Test::AtLeastStep(step) => write!(f, "{field} is at least {}", Quoted(STEPS[step])),
            Test::Within(1) => write!(f, "{field} within 1 month"),
            Test::Within(months) => write!(f, "{field} within {months} months"),
        }
    }
}

/// A value in single quotes where the language needs them.
struct Quoted(&'static str);

impl fmt::Display for Quoted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let keywords = ["where", "ideally", "and", "is", "not", "within"];
        let needed = self.0.starts_with("at least ")
            || self.0.split(' ').any(|word| keywords.contains(&word));
        if needed { write!(f, "'{}'", self.0) } else { f.write_str(self.0) }
    }
}

/// Any condition.
pub(crate) fn any_condition() -> impl Strategy<Value = Condition> {
    let ranked = RANKS.iter().filter_map(|(written, level)| level.map(|level| (*written, level)));
    let ranked: Vec<(&str, usize)> = ranked.collect();
    let is = |field: Field, words: &'static [&'static str]| {
        select(words).prop_map(move |word| Condition { field, test: Test::Is(word) })
    };
    let within = |field: Field| {
        select(vec![1, 6, 12, 24, 120, u16::MAX])
            .prop_map(move |months| Condition { field, test: Test::Within(months) })
    };
    let bare =
        |fields: Vec<Field>| select(fields).prop_map(|field| Condition { field, test: Test::Bare });
    prop_oneof![
        4 => bare(Field::ALL.to_vec()),
        2 => bare(vec![Field::YesNo]),
        2 => Just(Condition { field: Field::YesNo, test: Test::Not }),
        1 => is(Field::Text, &WORDS),
        1 => is(Field::Choice, &CAPACITIES),
        2 => is(Field::List, &WORDS),
        2 => is(Field::ListOf, &TOPICS),
        3 => (0..12_i64)
            .prop_map(|bar| Condition { field: Field::Number, test: Test::AtLeastNumber(bar) }),
        3 => select(ranked).prop_map(|(written, level)| {
            Condition { field: Field::Rank, test: Test::AtLeastRank { written, level } }
        }),
        2 => (0..STEPS.len())
            .prop_map(|step| Condition { field: Field::Ordered, test: Test::AtLeastStep(step) }),
        3 => within(Field::Date),
        2 => within(Field::Since),
    ]
}
