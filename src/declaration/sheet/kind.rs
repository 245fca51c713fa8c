//! What an answer must be.

use super::folding::meant;
use super::part::Part;
use crate::declaration::JudgedAs;
use crate::rulebook::{Arrangement, FieldKind, Vocabulary};
use crate::standing::{Attribute, ForceKind, State, Words};

/// What an answer must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind<'a> {
    /// Any words.
    Text,
    /// Yes or no.
    YesNo,
    /// A date, partial ones included.
    Date,
    /// A whole number, or a range.
    Number,
    /// One of some words.
    Words(Vec<&'a str>),
    /// A rank.
    Rank,
    /// Some items; of some words only, where they are named.
    List(Option<&'a [String]>),
    /// None: the row is there for its evidence.
    Nothing,
}

/// The key of a detail, as TOML has it, and what its answer must be. A detail that nobody knows is a key all
/// the same: whoever loads it says so.
pub(super) fn asked<'a>(
    part: &Part,
    detail: &str,
    vocabulary: &'a Vocabulary,
) -> (String, Kind<'a>) {
    // What the columns of evidence say, or the first column, isn't answered as well.
    let named = match part {
        Part::Force => &["evidence", "none"][..],
        Part::None(..) => &["evidence", "of"],
        _ => &["evidence"],
    };
    if let Some(own) = meant(detail, named.iter().copied()) {
        return (own.to_owned(), Kind::Nothing);
    }
    let known = details(part, vocabulary);
    let found = meant(detail, known.iter().map(|(key, _)| key.as_str())).map(str::to_owned);
    let kind = found.as_ref().and_then(|found| known.into_iter().find(|(key, _)| key == found));
    kind.unwrap_or_else(|| (super::folding::folded(detail), Kind::Text))
}

/// The details of a part, in the order of forms.
pub(super) fn details<'a>(part: &Part, vocabulary: &'a Vocabulary) -> Vec<(String, Kind<'a>)> {
    let own = |list: &[(&str, Kind<'a>)]| -> Vec<(String, Kind<'a>)> {
        list.iter().map(|(key, kind)| ((*key).to_owned(), kind.clone())).collect()
    };
    match part {
        Part::Force => {
            let kinds = ForceKind::ALL.iter().map(|kind| kind.word()).collect();
            let mut all = own(&[
                ("id", Kind::Text),
                ("name", Kind::Text),
                ("kind", Kind::Words(kinds)),
                ("as_of", Kind::Date),
            ]);
            let attributes = Attribute::ALL.iter().map(|one| (one.word().to_owned(), Kind::YesNo));
            all.extend(attributes);
            all.extend(own(&[("note", Kind::Text)]));
            all
        }
        Part::Source(_) => own(&[
            ("id", Kind::Text),
            ("title", Kind::Text),
            ("file", Kind::Text),
            ("address", Kind::Text),
            ("date", Kind::Date),
            ("obtained", Kind::Date),
        ]),
        Part::None(..) => own(&[
            ("from", Kind::Date),
            ("until", Kind::Date),
            ("note", Kind::Text),
            ("evidence", Kind::Nothing),
        ]),
        Part::Information(_) => own(&[("note", Kind::Text), ("evidence", Kind::Nothing)]),
        Part::Judgement(_) => own(&[
            ("requirement", Kind::Text),
            ("verdict", Kind::Words(JudgedAs::ALL.iter().map(|one| one.word()).collect())),
            ("role", Kind::Text),
            ("date", Kind::Date),
            ("reason", Kind::Text),
            ("last_day", Kind::Date),
        ]),
        Part::Arrangement(_) => {
            let states = State::ALL.iter().map(|state| state.word()).collect();
            let mut all = own(&[("state", Kind::Words(states))]);
            all.extend(part.as_arrangement(vocabulary).into_iter().flat_map(fields));
            all.extend(own(&[("note", Kind::Text), ("evidence", Kind::Nothing)]));
            all
        }
    }
}

fn fields(arrangement: &Arrangement) -> impl Iterator<Item = (String, Kind<'_>)> {
    arrangement.fields.iter().flat_map(|field| {
        let id = field.id.to_string();
        let whole = match field.kind {
            FieldKind::List(_) => Some((format!("{id}_complete"), Kind::YesNo)),
            _ => None,
        };
        [(id, of_field(&field.kind))].into_iter().chain(whole)
    })
}

fn of_field(kind: &FieldKind) -> Kind<'_> {
    match kind {
        FieldKind::Text => Kind::Text,
        FieldKind::Number => Kind::Number,
        FieldKind::YesNo => Kind::YesNo,
        FieldKind::Date => Kind::Date,
        FieldKind::Choice(of) | FieldKind::Ordered(of) => {
            Kind::Words(of.iter().map(String::as_str).collect())
        }
        FieldKind::Rank => Kind::Rank,
        FieldKind::List(of) => Kind::List(of.as_deref()),
    }
}
