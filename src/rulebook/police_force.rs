//! The police forces of `forces.toml`: what each is, what is known of its area, how papers call it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::ForceId;
use crate::source::{Fault, Located, Span, Table, Text};
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
    /// The region of England and Wales in which it works; nothing for one that works in all of them.
    pub region: Option<String>,
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
        let also = self.also.iter().map(String::as_str);
        let mut names = [self.id.as_str(), &self.name].into_iter().chain(also);
        names.any(|known| folded(known).eq(folded(name)))
    }

    /// Adds what a further row says of it: names, and facts of which nothing is known. The word for
    /// what that row would change.
    fn add(&mut self, more: Self) -> Result<(), &'static str> {
        let contradicts = |new: &KnownFact| self.known.iter().any(|old| old.contradicts(new));
        if self.name != more.name {
            return Err("name");
        }
        if self.kind != more.kind {
            return Err("kind");
        }
        if more.region.is_some() && self.region.is_some() && self.region != more.region {
            return Err("region");
        }
        if more.known.iter().any(contradicts) {
            return Err("attributes");
        }
        self.region = self.region.take().or(more.region);
        self.areas.extend(more.areas);
        self.also.extend(more.also);
        let new = more.known.into_iter().filter(|new| !self.known.iter().any(|old| old.is_of(new)));
        let new: Vec<KnownFact> = new.collect();
        self.known.extend(new);
        Ok(())
    }
}

/// The letters of a name, capitals and hyphens apart.
fn folded(name: &str) -> impl Iterator<Item = char> {
    name.chars().flat_map(char::to_lowercase).map(|c| if c == '-' { ' ' } else { c })
}

impl KnownFact {
    /// Whether it is so on a day.
    #[must_use]
    pub fn holds_on(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day < until)
    }

    /// Whether both are about one thing on some day.
    fn is_of(&self, other: &Self) -> bool {
        self.attribute == other.attribute && self.meets(other)
    }

    /// Whether both can't be so. Facts of the same days are the same, or one of them changes the other.
    fn contradicts(&self, other: &Self) -> bool {
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

/// Reads `forces.toml` beside the forces that are known. Faults go to the table.
pub(super) fn read_forces(table: Table<'_>, known: &mut Vec<PoliceForce>) {
    let sources: Vec<(String, String)> =
        table.tables("source").into_iter().filter_map(read_source).collect();
    for row in table.tables("force") {
        let (text, header) = (Arc::clone(row.text()), row.header());
        let Some(force) = read_force(row, &sources) else { continue };
        match known.iter_mut().find(|known| known.id == force.id) {
            None => known.push(force),
            Some(known) => {
                if let Err(what) = known.add(force) {
                    table.push(force_known(&text, header, known, what));
                }
            }
        }
    }
    table.finish();
}

fn force_known(text: &Arc<Text>, span: Span, known: &PoliceForce, what: &str) -> Fault {
    let message = format!("the force `{}` is known, with another {what}", known.id);
    let label = "a pack adds names to a force, and changes nothing of it";
    let (name, kind) = (&known.name, known.kind);
    Fault::new("rules::force-known", text, span, message, label).help(format!(
        "it is \"{name}\", a {kind} force; `[force]` of a declaration says more of it"
    ))
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
    let region = row.text_of("region").map(|found| found.value);
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
        region,
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
