//! The police forces of `forces.toml`: what each is, what is known of its area, how papers call it.

use serde::{Deserialize, Serialize};

use super::ForceId;
use crate::source::{Located, Table};
use crate::standing::{Attribute, Day, ForceKind, Words as _};

/// A police force, with what the rules ask of it and the names under which papers speak of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PoliceForce {
    /// Its id: the name that `--force` takes.
    pub id: ForceId,
    /// Its full name.
    pub name: String,
    /// Its kind.
    pub kind: ForceKind,
    /// Its region's or commissioner's area: the words before "Police" in other names.
    pub areas: Vec<String>,
    /// Other names: abbreviations above all.
    pub also: Vec<String>,
    /// What is known of its area, each with its days.
    pub known: Vec<KnownFact>,
}

/// A fact about a force's area that the table of forces knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownFact {
    /// What it is about.
    pub attribute: Attribute,
    /// Whether it holds.
    pub is: bool,
    /// The first day on which it is so; none for a fact that isn't known to have begun.
    pub from: Option<Day>,
    /// The first day on which it no longer is.
    pub until: Option<Day>,
    /// Where that was read.
    pub source: Option<String>,
}

impl PoliceForce {
    /// Whether this is its id or one of its names, capitals and hyphens apart.
    #[must_use]
    pub fn is_called(&self, name: &str) -> bool {
        let folded = |text: &str| text.to_lowercase().replace('-', " ");
        let wanted = folded(name);
        let also = self.also.iter().map(String::as_str);
        let mut names = [self.id.as_str(), &self.name].into_iter().chain(also);
        names.any(|name| folded(name) == wanted)
    }
}

impl KnownFact {
    /// Whether it is so on a day.
    #[must_use]
    pub fn holds_on(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day < until)
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

/// Reads `forces.toml`. Faults go to the table.
pub(super) fn read_forces(table: Table<'_>) -> Vec<PoliceForce> {
    let sources: Vec<(String, String)> =
        table.tables("source").into_iter().filter_map(read_source).collect();
    let mut forces: Vec<PoliceForce> = Vec::new();
    for row in table.tables("force") {
        let Some(force) = read_force(row, &sources) else { continue };
        add_force(&mut forces, force);
    }
    table.finish();
    forces
}

/// Adds a force; one that is known already is replaced.
pub(super) fn add_force(forces: &mut Vec<PoliceForce>, force: PoliceForce) {
    forces.retain(|known| known.id != force.id);
    forces.push(force);
}

/// A source by its id: its title, and where it is read.
fn read_source(row: Table<'_>) -> Option<(String, String)> {
    let id = row.required_text("id");
    let title = row.required_text("title");
    let at = row.required_text("at");
    row.finish();
    Some((id?.value, format!("{}, {}", title?.value, at?.value)))
}

fn read_force(row: Table<'_>, sources: &[(String, String)]) -> Option<PoliceForce> {
    let id = row.required_text("id");
    let name = row.required_text("name");
    let kind = row.required_word::<ForceKind>("kind");
    let texts = |key: &'static str| -> Vec<String> {
        row.texts(key).into_iter().map(|text| text.value).collect()
    };
    let (areas, also) = (texts("areas"), texts("also"));
    let mut known: Vec<KnownFact> = Vec::new();
    for attribute in Attribute::ALL {
        for fact in read_known(&row, *attribute, sources) {
            let twice = known.iter().any(|of| of.attribute == *attribute && of.meets(&fact.value));
            if twice {
                let message = format!("two things are said of `{attribute}` on the same days");
                row.fault("rules::known-twice", fact.span, message, "expected other days");
            } else {
                known.push(fact.value);
            }
        }
    }
    row.finish();
    Some(PoliceForce {
        id: ForceId::from(id?.value.as_str()),
        name: name?.value,
        kind: kind?.value,
        areas,
        also,
        known,
    })
}

/// What is said of an attribute: yes or no, or that with its days and its source, or several of these.
fn read_known(
    row: &Table<'_>,
    attribute: Attribute,
    sources: &[(String, String)],
) -> Vec<Located<KnownFact>> {
    let Some(item) = row.get(attribute.word()) else { return Vec::new() };
    if item.is_table() || item.is_list() {
        let tables = match item.is_table() {
            true => item.table().into_iter().collect(),
            false => row.tables(attribute.word()),
        };
        return tables.into_iter().filter_map(|of| read_fact(of, attribute, sources)).collect();
    }
    let plain = |is| KnownFact { attribute, is, from: None, until: None, source: None };
    item.yes_no().map(|found| found.map(plain)).into_iter().collect()
}

fn read_fact(
    table: Table<'_>,
    attribute: Attribute,
    sources: &[(String, String)],
) -> Option<Located<KnownFact>> {
    let is = table.require("is").and_then(|item| item.yes_no());
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
    Some(Located::new(KnownFact { attribute, is: is?.value, from, until, source }, span))
}
