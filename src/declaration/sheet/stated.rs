//! What a declaration states, as it stands in cells.

use std::collections::BTreeMap;

use super::column::Column;
use super::list;
use super::row::Answered;
use crate::declaration::{Evidence, Force, NoneCame, Value};
use crate::standing::PartialDate;

/// What stands in the columns of evidence.
pub(super) fn cells(piece: &Evidence) -> BTreeMap<Column, Answered> {
    let mut cells = BTreeMap::from([(Column::Source, text(piece.source.as_str()))]);
    cells.extend(piece.quote.as_deref().map(|quote| (Column::Quote, text(quote))));
    cells.extend(piece.page.map(|page| (Column::Page, Answered::Number(page))));
    cells.extend(piece.line.map(|line| (Column::Line, Answered::Number(line))));
    cells.extend(piece.when.date().map(|day| (Column::Date, date(day))));
    cells.extend(piece.when.from().map(|day| (Column::From, date(day))));
    cells.extend(piece.when.to().map(|day| (Column::To, date(day))));
    cells
}

/// A value as it is answered.
pub(super) fn answered(value: &Value) -> Answered {
    match value {
        Value::Text(said) | Value::Step { word: said, .. } => text(said),
        Value::Number(amount) => match amount.low() {
            Some(number) if amount.high() == Some(number) => Answered::Number(number),
            _ => text(&amount.to_string()),
        },
        Value::YesNo(yes) => yes_no(*yes),
        Value::Date(day) => date(*day),
        Value::Rank(rank) => text(rank.written()),
        Value::List { items, .. } => text(&list::join(items)),
    }
}

/// A text.
pub(super) fn text(said: &str) -> Answered {
    Answered::Text(said.to_owned())
}

/// A text, where there is one.
pub(super) fn optional(said: Option<&str>) -> Answered {
    said.map_or(Answered::Blank, text)
}

/// Yes or no.
pub(super) fn yes_no(yes: bool) -> Answered {
    text(if yes { "yes" } else { "no" })
}

/// A date: as a text, so that no program completes a partial one.
pub(super) fn date(date: PartialDate) -> Answered {
    text(&date.to_string())
}

/// A date that is said no longer where it is said of facts of an earlier day: it ends with those.
pub(super) fn ends(none: &NoneCame, force: &Force) -> Option<PartialDate> {
    (none.facts != force.as_of).then(|| PartialDate::Day(none.ends()))
}
