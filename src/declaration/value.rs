//! Values of fields, typed by the vocabulary.

use std::fmt;

#[cfg(test)]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::rulebook::{Field, FieldKind};
use crate::source::{Fault, Item, Located, nearest};
use crate::standing::{PartialDate, Rank, RankTable};

/// The value of a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub enum Value {
    /// Any text, or one of the words of a choice.
    Text(String),
    /// A number or a range.
    Number(Amount),
    /// Yes or no.
    YesNo(bool),
    /// A date.
    Date(PartialDate),
    /// A step of an ordered choice.
    Step {
        /// Its place in the order, from 0.
        index: usize,
        /// Its word.
        word: String,
    },
    /// A rank or a staff grade.
    Rank(Rank),
    /// A list.
    List {
        /// What it holds, in the order of the file.
        items: Vec<String>,
        /// Whether the declaration says that it is whole.
        complete: bool,
    },
}

/// A whole number of which at least one bound is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub struct Amount {
    low: Option<i64>,
    high: Option<i64>,
}

impl Amount {
    /// An exact number.
    #[must_use]
    pub fn exactly(number: i64) -> Self {
        Self { low: Some(number), high: Some(number) }
    }

    /// Reads `10-15`, `at least 10` or `at most 15`; `None` for any other text.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let number = |part: &str| part.trim().parse::<u32>().ok().map(i64::from);
        if let Some(rest) = text.strip_prefix("at least ") {
            return Some(Self { low: Some(number(rest)?), high: None });
        }
        if let Some(rest) = text.strip_prefix("at most ") {
            return Some(Self { low: None, high: Some(number(rest)?) });
        }
        let (low, high) = text.split_once(['-', '–'])?;
        let (low, high) = (number(low)?, number(high)?);
        (low <= high).then_some(Self { low: Some(low), high: Some(high) })
    }

    /// The least that it may be.
    #[must_use]
    pub fn low(self) -> Option<i64> {
        self.low
    }

    /// The most that it may be.
    #[must_use]
    pub fn high(self) -> Option<i64> {
        self.high
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.low, self.high) {
            (Some(low), Some(high)) if low == high => low.fmt(f),
            (Some(low), Some(high)) => write!(f, "{low}-{high}"),
            (Some(low), None) => write!(f, "at least {low}"),
            (None, Some(high)) => write!(f, "at most {high}"),
            (None, None) => f.write_str("unknown"),
        }
    }
}

impl Value {
    /// Whether nothing is said with it: a text without words, a list without items.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Text(text) => text.trim().is_empty(),
            Self::List { items, .. } => items.iter().all(|item| item.trim().is_empty()),
            _ => false,
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) | Self::Step { word: text, .. } => f.write_str(text),
            Self::Number(amount) => amount.fmt(f),
            Self::YesNo(yes) => f.write_str(if *yes { "yes" } else { "no" }),
            Self::Date(date) => date.fmt(f),
            Self::Rank(rank) => f.write_str(rank.written()),
            Self::List { items, .. } => f.write_str(&items.join(", ")),
        }
    }
}

/// Reads the value of a field. Faults go to the item.
pub fn read_value(item: &Item<'_>, field: &Field, ranks: &RankTable) -> Option<Located<Value>> {
    let value = match &field.kind {
        FieldKind::Text => item.text()?.map(Value::Text),
        FieldKind::YesNo => item.yes_no()?.map(Value::YesNo),
        FieldKind::Date => item.date()?.map(Value::Date),
        FieldKind::Number => read_amount(item)?.map(Value::Number),
        FieldKind::Choice(of) => {
            let word = item.text()?;
            one_of(item, &word, field, of)?;
            word.map(Value::Text)
        }
        FieldKind::Ordered(of) => {
            let word = item.text()?;
            let index = one_of(item, &word, field, of)?;
            word.map(|word| Value::Step { index, word })
        }
        FieldKind::Rank => read_rank(item, ranks)?.map(Value::Rank),
        FieldKind::List(of) => {
            let list = item.list()?;
            let words: Vec<Option<String>> = list
                .iter()
                .map(|item| {
                    let word = item.text()?;
                    if let Some(of) = of {
                        one_of(item, &word, field, of)?;
                    }
                    Some(word.value)
                })
                .collect();
            let items: Option<Vec<String>> = words.into_iter().collect();
            Located::new(Value::List { items: items?, complete: false }, item.span())
        }
    };
    Some(value)
}

fn read_amount(item: &Item<'_>) -> Option<Located<Amount>> {
    const FORMS: &str = "a whole number from 0, \"10-15\", \"at least 10\" or \"at most 15\"";
    let amount = match item.as_number() {
        Some(number) => (number >= 0).then(|| Amount::exactly(number)),
        None if item.is_text() => Amount::parse(&item.text()?.value),
        None => None,
    };
    if amount.is_none() {
        item.expected(FORMS);
    }
    amount.map(|amount| Located::new(amount, item.span()))
}

fn read_rank(item: &Item<'_>, ranks: &RankTable) -> Option<Located<Rank>> {
    let text = item.text()?;
    let rank = ranks.parse(&text.value);
    if rank.is_none() {
        let known = ranks.order().iter().map(String::as_str);
        let near = nearest(&text.value, known);
        item.push(
            Fault::new(
                "declaration::unknown-rank",
                item.file(),
                text.span.clone(),
                format!("`{}` is no rank", text.value),
                "expected a rank; a police staff grade begins with \"police staff\"",
            )
            .maybe_help(near.map(|near| format!("did you mean \"{near}\"?"))),
        );
    }
    rank.map(|rank| Located::new(rank, text.span))
}

fn one_of(item: &Item<'_>, word: &Located<String>, field: &Field, of: &[String]) -> Option<usize> {
    let index = of.iter().position(|known| *known == word.value);
    if index.is_none() {
        let near = nearest(&word.value, of.iter().map(String::as_str));
        item.push(
            Fault::new(
                "declaration::unknown-value",
                item.file(),
                word.span.clone(),
                format!("`{}` is none of the values of `{}`", word.value, field.id),
                format!("expected one of: {}", of.join(", ")),
            )
            .maybe_help(near.map(|near| format!("did you mean \"{near}\"?"))),
        );
    }
    index
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_read_back_as_they_are_shown() {
        for text in ["10-15", "at least 3", "at most 4"] {
            assert_eq!(Amount::parse(text).unwrap().to_string(), text);
        }
        assert_eq!(Amount::parse("10–15").unwrap().low(), Some(10));
        for text in ["15-10", "ten", "at least", "-", "1-", "at least -1"] {
            assert_eq!(Amount::parse(text), None, "{text}");
        }
    }
}
