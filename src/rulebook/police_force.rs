//! The police forces of `forces.toml`: what each is, what is known of its area, how papers call it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::ForceId;
use super::known::{Known, KnownFact, KnownTie, Sources, Tie, read_known};
use crate::source::{Fault, Span, Table, Text};
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
    /// What it is known to belong to, each with its days.
    pub ties: Vec<KnownTie>,
}

impl PoliceForce {
    /// Whether this is its id or one of its names, capitals and hyphens apart.
    #[must_use]
    pub fn is_called(&self, name: &str) -> bool {
        let also = self.also.iter().map(String::as_str);
        let mut names = [self.id.as_str(), &self.name].into_iter().chain(also);
        names.any(|known| folded(known).eq(folded(name)))
    }

    /// What it belongs to on a day: its name, or that there is none; nothing where that isn't known.
    #[must_use]
    pub fn tie_on(&self, tie: Tie, day: Day) -> Option<&KnownTie> {
        self.ties.iter().find(|known| known.attribute == tie && known.holds_on(day))
    }

    /// Adds what a further row says of it: names, and facts of which nothing is known. The word for
    /// what that row would change.
    fn add(&mut self, more: Self) -> Result<(), &'static str> {
        if self.name != more.name {
            return Err("name");
        }
        if self.kind != more.kind {
            return Err("kind");
        }
        if contradict(&self.known, &more.known) {
            return Err("attributes");
        }
        if contradict(&self.ties, &more.ties) {
            return Err("region, unit or body");
        }
        self.areas.extend(more.areas);
        self.also.extend(more.also);
        extend(&mut self.known, more.known);
        extend(&mut self.ties, more.ties);
        Ok(())
    }
}

/// Whether some of the new can't be so beside what is known.
fn contradict<A: PartialEq, T: PartialEq>(known: &[Known<A, T>], new: &[Known<A, T>]) -> bool {
    new.iter().any(|new| known.iter().any(|old| old.contradicts(new)))
}

/// Adds those of which nothing is known.
fn extend<A: PartialEq, T: PartialEq>(known: &mut Vec<Known<A, T>>, mut new: Vec<Known<A, T>>) {
    new.retain(|new| !known.iter().any(|old| old.is_of(new)));
    known.append(&mut new);
}

/// The letters of a name, capitals and hyphens apart.
fn folded(name: &str) -> impl Iterator<Item = char> {
    name.chars().flat_map(char::to_lowercase).map(|c| if c == '-' { ' ' } else { c })
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

fn read_force(row: Table<'_>, sources: &Sources) -> Option<PoliceForce> {
    let id = row.required_text("id");
    let name = row.required_text("name");
    let kind = row.required_word::<ForceKind>("kind");
    let texts = |key: &'static str| -> Vec<String> {
        row.texts(key).into_iter().map(|text| text.value).collect()
    };
    let (areas, also) = (texts("areas"), texts("also"));
    let known = read_known(&row, Attribute::ALL, sources);
    let ties = read_known(&row, Tie::ALL, sources);
    row.finish();
    Some(PoliceForce {
        id: ForceId::from(id?.value.as_str()),
        name: name?.value,
        kind: kind?.value,
        areas,
        also,
        known,
        ties,
    })
}
