//! What a table knows for certain, with its days and where it was read.

use serde::{Deserialize, Serialize};

use crate::source::{Item, Located, Table};
use crate::standing::{Attribute, Day, Words, words};

/// Something that is known, about `A`: it is `T`, on certain days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known<A, T> {
    /// What it is about.
    pub attribute: A,
    /// What it is.
    pub is: T,
    /// The first day on which it is so; none for what isn't known to have begun.
    #[serde(default, with = "crate::standing::kept_days")]
    pub from: Option<Day>,
    /// The first day on which it no longer is.
    #[serde(default, with = "crate::standing::kept_days")]
    pub until: Option<Day>,
    /// Where that was read.
    pub source: Option<String>,
}

/// A fact about a force's area: whether it holds.
pub type KnownFact = Known<Attribute, bool>;

/// What a force belongs to, by its name; nothing where it is known to have none.
pub type KnownTie = Known<Tie, Option<String>>;

words! {
    /// What a force belongs to.
    pub enum Tie {
        /// The region of England, or Wales, in which it works.
        Region = "region",
        /// The regional organised crime unit that serves it.
        RegionalUnit = "regional-unit",
        /// Who maintains it and holds its chief officer to account: the local policing body of a territorial
        /// force, the authority of another.
        PolicingBody = "policing-body",
    }
}

impl<A: PartialEq, T: PartialEq> Known<A, T> {
    /// Whether it is so on a day.
    #[must_use]
    pub fn holds_on(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day < until)
    }

    /// Whether both are about one thing on some day.
    pub(super) fn is_of(&self, other: &Self) -> bool {
        self.attribute == other.attribute && self.meets(other)
    }

    /// Whether both can't be so. What is known of the same days is the same, or one of them changes the other.
    pub(super) fn contradicts(&self, other: &Self) -> bool {
        let same_days = (self.from, self.until) == (other.from, other.until);
        self.is_of(other) && !(same_days && self.is == other.is)
    }

    /// Whether there is a day of both.
    fn meets(&self, other: &Self) -> bool {
        let before = |a: &Self, b: &Self| match (a.until, b.from) {
            (Some(until), Some(from)) => until <= from,
            _ => false,
        };
        !before(self, other) && !before(other, self)
    }
}

/// A source by its id, and how it is named where something is said to come from it.
pub(super) type Sources = [(String, String)];

/// What a value says that something is.
pub(super) trait Said: Sized + PartialEq {
    /// Reads it where it stands alone; a fault goes to the table.
    fn read(item: &Item<'_>) -> Option<Located<Self>>;
}

impl Said for bool {
    fn read(item: &Item<'_>) -> Option<Located<Self>> {
        item.yes_no()
    }
}

impl Said for Option<String> {
    /// A name, or `false` where there is none.
    fn read(item: &Item<'_>) -> Option<Located<Self>> {
        if item.as_yes_no() == Some(false) {
            return Some(Located::new(None, item.span()));
        }
        if !item.is_text() {
            item.expected("a name in quotes, or `false` where it has none");
            return None;
        }
        item.text().map(|name| name.map(Some))
    }
}

/// What is known of each of `all`: said alone, or with its days and its source, or several of these.
pub(super) fn read_known<A: Words + PartialEq, T: Said>(
    row: &Table<'_>,
    all: &[A],
    sources: &Sources,
) -> Vec<Known<A, T>> {
    let mut known: Vec<Known<A, T>> = Vec::new();
    for attribute in all {
        for one in read_each(row, *attribute, sources) {
            if known.iter().any(|of| of.is_of(&one.value)) {
                let message =
                    format!("two things are said of `{}` on the same days", attribute.word());
                row.fault("rules::known-twice", one.span, message, "expected other days");
            } else {
                known.push(one.value);
            }
        }
    }
    known
}

fn read_each<A: Words, T: Said>(
    row: &Table<'_>,
    attribute: A,
    sources: &Sources,
) -> Vec<Located<Known<A, T>>> {
    let Some(item) = row.get(attribute.word()) else { return Vec::new() };
    if item.is_table() || item.is_list() {
        let tables = match item.is_table() {
            true => item.table().into_iter().collect(),
            false => row.tables(attribute.word()),
        };
        return tables.into_iter().filter_map(|of| read_one(of, attribute, sources)).collect();
    }
    let plain = |is| Known { attribute, is, from: None, until: None, source: None };
    T::read(&item).map(|found| found.map(plain)).into_iter().collect()
}

fn read_one<A, T: Said>(
    table: Table<'_>,
    attribute: A,
    sources: &Sources,
) -> Option<Located<Known<A, T>>> {
    let is = table.require("is").and_then(|item| T::read(&item));
    let day = |key| table.get(key).and_then(|item| item.day()).map(|found| found.value);
    let (from, until) = (day("from"), day("until"));
    let source = table.required_text("source");
    if let (Some(from), Some(until)) = (from, until)
        && until <= from
    {
        let message = "`until` is the first day on which it no longer is so: not before `from`";
        table.fault("rules::no-day", table.header(), message, "expected a later day than `from`");
    }
    let known = source.and_then(|named| {
        let found = sources.iter().find(|(id, _)| *id == named.value);
        if found.is_none() {
            let message = format!("there is no source `{}`", named.value);
            let label = "not the id of a `[[source]]` of this file";
            table.fault("rules::unknown-source", named.span, message, label);
        }
        found.map(|(_, said)| said.clone())
    });
    let span = table.header();
    table.finish();
    let source = Some(known?);
    Some(Located::new(Known { attribute, is: is?.value, from, until, source }, span))
}
