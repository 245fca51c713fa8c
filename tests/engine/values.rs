//! Values of fields as a declaration states them.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::calendar::{self, Date};
use crate::toml_text::{Order, list, quoted};
use crate::vocabulary::{CAPACITIES, Field, RANKS, STEPS, TOPICS, WORDS};

/// The years of generated dates: before, on and after the days that are assessed.
const YEARS: std::ops::Range<i32> = 2014..2027;

/// What is stated of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    Text(String),
    Number(Amount),
    YesNo(bool),
    Date(Date),
    Step(usize),
    Rank { written: String, level: Option<usize> },
    List { items: Vec<String>, complete: Option<bool> },
}

/// A number, or what is known of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Amount {
    Exactly(i64),
    Between(u32, u32),
    AtLeast(u32),
    AtMost(u32),
}

impl Value {
    /// Its lines in a declaration.
    pub(crate) fn lines(&self, field: Field, order: &mut Order) -> Vec<String> {
        let key = field.key();
        let value = match self {
            Self::Text(text) => quoted(text),
            Self::Number(Amount::Exactly(number)) => number.to_string(),
            Self::Number(Amount::Between(low, high)) => format!("\"{low}-{high}\""),
            Self::Number(Amount::AtLeast(low)) => format!("\"at least {low}\""),
            Self::Number(Amount::AtMost(high)) => format!("\"at most {high}\""),
            Self::YesNo(yes) => yes.to_string(),
            Self::Date(date) => date.toml(),
            Self::Step(step) => quoted(STEPS[*step]),
            Self::Rank { written, .. } => quoted(written),
            Self::List { items, .. } => {
                let mut items: Vec<String> = items.iter().map(|item| quoted(item)).collect();
                order.shuffle(&mut items);
                list(&items)
            }
        };
        let mut lines = vec![format!("{key} = {value}")];
        if let Self::List { complete: Some(complete), .. } = self {
            lines.push(format!("{key}_complete = {complete}"));
        }
        lines
    }

    /// What kind of value it is, for counting.
    pub(crate) fn kind(&self) -> String {
        let kind = match self {
            Self::Text(_) => "text",
            Self::Number(Amount::Exactly(_)) => "number",
            Self::Number(Amount::Between(..)) => "number in a range",
            Self::Number(Amount::AtLeast(_)) => "number at least",
            Self::Number(Amount::AtMost(_)) => "number at most",
            Self::YesNo(true) => "yes",
            Self::YesNo(false) => "no",
            Self::Date(Date::Whole(_)) => "whole date",
            Self::Date(Date::Month { .. }) => "date to the month",
            Self::Date(Date::Year(_)) => "date to the year",
            Self::Step(_) => "step",
            Self::Rank { level: Some(_), .. } => "rank",
            Self::Rank { level: None, .. } => "staff grade",
            Self::List { items, .. } if items.is_empty() => "empty list",
            Self::List { complete: Some(true), .. } => "whole list",
            Self::List { complete: Some(false), .. } => "list said to be open",
            Self::List { complete: None, .. } => "open list",
        };
        format!("value: {kind}")
    }
}

/// A word as people type it: in other letters and with other spaces.
fn typed(words: &'static [&'static str]) -> impl Strategy<Value = String> {
    (select(words), 0..4).prop_map(|(word, hand)| match hand {
        0 => word.to_uppercase(),
        1 => format!(" {} ", word.replace(' ', "  ")),
        _ => word.to_owned(),
    })
}

fn items(word: impl Strategy<Value = String>) -> impl Strategy<Value = Value> {
    (vec(word, 0..4), option::weighted(0.6, any::<bool>()))
        .prop_map(|(items, complete)| Value::List { items, complete })
}

/// Any value that a field may have.
pub(crate) fn value(field: Field) -> BoxedStrategy<Value> {
    let exact = |words: &'static [&'static str]| select(words).prop_map(str::to_owned);
    match field {
        Field::Text => typed(&WORDS).prop_map(Value::Text).boxed(),
        Field::Number => prop_oneof![
            2 => (0..12_i64).prop_map(Amount::Exactly),
            1 => (0..12_u32, 0..6_u32).prop_map(|(low, more)| Amount::Between(low, low + more)),
            1 => (0..12_u32).prop_map(Amount::AtLeast),
            1 => (0..12_u32).prop_map(Amount::AtMost),
        ]
        .prop_map(Value::Number)
        .boxed(),
        Field::YesNo => any::<bool>().prop_map(Value::YesNo).boxed(),
        Field::Date => calendar::date(YEARS).prop_map(Value::Date).boxed(),
        // Mostly begun, or nothing of the arrangement would count.
        Field::Since => prop_oneof![3 => calendar::date(2014..2017), 1 => calendar::date(YEARS)]
            .prop_map(Value::Date)
            .boxed(),
        Field::Choice => exact(&CAPACITIES).prop_map(Value::Text).boxed(),
        Field::Ordered => (0..STEPS.len()).prop_map(Value::Step).boxed(),
        Field::Rank => select(RANKS.to_vec())
            .prop_map(|(written, level)| Value::Rank { written: written.to_owned(), level })
            .boxed(),
        Field::List => items(typed(&WORDS)).boxed(),
        Field::ListOf => items(exact(&TOPICS)).boxed(),
    }
}
