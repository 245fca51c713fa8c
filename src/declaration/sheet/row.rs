//! What a sheet to fill in is made of.

use std::collections::BTreeMap;

use super::column::Column;
use super::kind::Kind;
use crate::standing::Day;

/// A sheet to write.
#[derive(Clone, Debug)]
pub struct FormSheet {
    /// The name to show on its tab: that of the force.
    pub name: String,
    /// Its rows, below the head.
    pub rows: Vec<Row>,
}

/// What a row is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shows {
    /// The title of what follows; nobody reads it but people.
    Heading,
    /// The question that comes first of what it belongs to.
    First,
    /// A further question.
    Further,
}

/// A row.
#[derive(Clone, Debug)]
pub struct Row {
    /// What it is for.
    pub shows: Shows,
    /// What it belongs to.
    pub part: String,
    /// Which detail it asks for.
    pub detail: String,
    /// The question.
    pub question: String,
    /// The answer.
    pub answer: Answered,
    /// What may be answered.
    pub offers: Offers,
    /// What stands in the columns of evidence; nothing where the row has no room for any.
    pub evidence: Option<BTreeMap<Column, Answered>>,
}

/// What stands in a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Answered {
    /// Nothing.
    #[default]
    Blank,
    /// A text.
    Text(String),
    /// A whole number.
    Number(i64),
    /// A day.
    Day(Day),
}

/// What may be answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offers {
    /// Nothing: the row is there for something else.
    Nothing,
    /// Whatever is typed, with what to type.
    Anything(&'static str),
    /// A whole day.
    Day,
    /// One of some words.
    Words(Vec<String>),
}

/// A question with the words that answer it, where no drop-down offers them.
pub(super) fn with_words(question: &str, kind: &Kind<'_>) -> String {
    match kind {
        Kind::List(Some(words)) => format!("{question} Any of: {}", words.join(", ")),
        _ => question.to_owned(),
    }
}

/// What may be answered to a question.
pub(super) fn offers(kind: &Kind<'_>) -> Offers {
    match kind {
        Kind::Nothing => Offers::Nothing,
        Kind::Text => Offers::Anything(""),
        Kind::Date => Offers::Anything("2017-03-31, 2017-03 or 2017"),
        Kind::Number => Offers::Anything("7, 10-15, at least 10 or at most 15"),
        Kind::Rank => Offers::Anything("a rank, or police staff and the grade"),
        Kind::List(None) => Offers::Anything("a semicolon between one and the next"),
        Kind::List(Some(_)) => {
            Offers::Anything("any of those named, a semicolon between one and the next")
        }
        Kind::YesNo => Offers::Words(vec!["yes".to_owned(), "no".to_owned()]),
        Kind::Words(words) => Offers::Words(words.iter().map(|word| (*word).to_owned()).collect()),
    }
}
