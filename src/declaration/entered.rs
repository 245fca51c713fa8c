//! What somebody enters as the value of a detail: in a terminal, in a field of a page.

use std::sync::Arc;

use super::details::details;
use super::future::in_the_future;
use super::value::read_value;
use super::{Evidence, Value};
use crate::reading::{TypedDate, typed_date};
use crate::rulebook::{Arrangement, Field, FieldId, FieldKind, Vocabulary};
use crate::source::{Fault, Faults, Table, Text, parse_toml, quoted_on_one_line};
use crate::standing::{Day, PartialDate, State};

/// The key under which a value is read that stands in no file.
const KEY: &str = "answer";

/// The value that somebody enters for a field, in a list each item on a line of its own or behind a `;`.
/// Nothing where nothing is entered. `whole` says of a list that it names all.
///
/// # Errors
///
/// What is wrong with it, as in a file.
pub fn entered(
    written: &str,
    whole: bool,
    field: &Field,
    vocabulary: &Vocabulary,
    today: Day,
) -> Result<Option<Value>, Vec<Fault>> {
    let written = written.trim();
    if written.is_empty() {
        return Ok(None);
    }
    let value = match &field.kind {
        FieldKind::YesNo => match written.to_lowercase().as_str() {
            "yes" | "y" | "true" => "true".to_owned(),
            "no" | "n" | "false" => "false".to_owned(),
            _ => quoted_on_one_line(written),
        },
        FieldKind::Number if written.bytes().all(|digit| digit.is_ascii_digit()) => {
            // A figure may begin with a 0 where somebody types it.
            written.parse::<i64>().map_or_else(|_| quoted_on_one_line(written), |n| n.to_string())
        }
        FieldKind::List(_) => {
            let items = written.split(['\n', ';']).map(str::trim).filter(|item| !item.is_empty());
            let items: Vec<String> = items.map(quoted_on_one_line).collect();
            format!("[{}]", items.join(", "))
        }
        FieldKind::Date => {
            let date = entered_date(written).map_err(|fault| vec![fault])?;
            quoted_on_one_line(&date.map_or_else(|| written.to_owned(), |date| date.to_string()))
        }
        _ => quoted_on_one_line(written),
    };
    match valued(&value, field, vocabulary, today)? {
        Value::List { items, .. } => Ok(Some(Value::List { items, complete: whole })),
        value => Ok(Some(value)),
    }
}

/// A date that somebody enters, as people write it; nothing where it is none.
///
/// # Errors
///
/// That it may be one of two days: nobody guesses which.
pub fn entered_date(written: &str) -> Result<Option<PartialDate>, Fault> {
    let (ours, theirs) = match typed_date(written) {
        Some(TypedDate::Date(date)) => return Ok(Some(date)),
        Some(TypedDate::Either(ours, theirs)) => (ours, theirs),
        None => return Ok(None),
    };
    let said = |day: Day| day.strftime("%-d %B %Y").to_string();
    let message = format!("that may be {} or {}", said(ours), said(theirs));
    let help = "enter the one that is meant, with its month as a word";
    Err(Fault::whole("answer::refused", message).help(help))
}

/// The details that the words of evidence give in so many words, each where all that give it agree.
#[must_use]
pub fn given_details(
    arrangement: &Arrangement,
    state: State,
    evidence: &[Evidence],
    vocabulary: &Vocabulary,
    today: Day,
) -> Vec<(FieldId, Value)> {
    let details = details(arrangement, state, evidence, vocabulary.ranks()).into_iter();
    let valued = details.filter_map(|detail| {
        let field = arrangement.field(detail.field.as_str())?;
        let value = valued(&detail.value, field, vocabulary, today).ok()?;
        Some((detail.field, value))
    });
    valued.collect()
}

/// A value that is written as TOML has it.
fn valued(
    value: &str,
    field: &Field,
    vocabulary: &Vocabulary,
    today: Day,
) -> Result<Value, Vec<Fault>> {
    let text = Arc::new(Text::new(KEY, format!("{KEY} = {value}\n")));
    let faults = Faults::new();
    let parsed = parse_toml(&text, &faults);
    let root = Table::root(&parsed, &text, &faults);
    let read = root.get(KEY).and_then(|item| {
        let read = read_value(&item, field, vocabulary.ranks())?.value;
        if let Value::Date(date) = &read
            && date.earliest() > today
        {
            item.push(in_the_future(&item, today));
        }
        Some(read)
    });
    match read.filter(|_| !faults.has_errors()) {
        Some(value) => Ok(value),
        None => Err(faults.into_sorted()),
    }
}
