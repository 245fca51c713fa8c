//! The force that a declaration speaks for.

use std::collections::BTreeMap;

use super::NoneCame;
use super::evidence::SourceDocument;
use super::future::in_the_future;
use super::none::read_none_of;
use super::searched::Searched;
use crate::rulebook::{ForceId, KnownFact, PoliceForce, Vocabulary, is_id};
use crate::source::{Fault, Item, Located, Span, Table};
use crate::standing::{Attribute, Day, ForceKind, Words};

/// The force that a declaration speaks for, and the day that its facts are of.
#[derive(Clone, Debug)]
pub struct Force {
    /// Its id, such as `west-midlands`.
    pub id: ForceId,
    /// Its name, where the declaration gives one.
    pub name: Option<String>,
    /// What a reader must know of the declaration as a whole.
    pub note: Option<String>,
    /// What kind of force it is.
    pub kind: ForceKind,
    /// What is stated of it; an attribute that isn't here isn't stated.
    pub attributes: BTreeMap<Attribute, bool>,
    /// What the table of forces knows of it: it counts where nothing is stated.
    pub known: Vec<KnownFact>,
    /// What it states that none came of.
    pub none: Vec<NoneCame>,
    /// The day that the facts are of.
    pub as_of: Day,
    /// The `[force]` heading in the file.
    pub span: Span,
}

impl Force {
    /// A force of which nothing is known but what it is.
    #[must_use]
    pub fn new(id: ForceId, kind: ForceKind, as_of: Day) -> Self {
        Self {
            id,
            name: None,
            note: None,
            kind,
            attributes: BTreeMap::new(),
            known: Vec::new(),
            none: Vec::new(),
            as_of,
            span: 0..0,
        }
    }

    /// A force that the rules know.
    #[must_use]
    pub fn known(force: &PoliceForce, as_of: Day) -> Self {
        Self {
            name: Some(force.name.clone()),
            known: force.known.clone(),
            ..Self::new(force.id.clone(), force.kind, as_of)
        }
    }

    /// A force of which only the name is known: taken to be a territorial one. `None` where the
    /// name has no words for an id.
    #[must_use]
    pub fn named(name: &str, as_of: Day) -> Option<Self> {
        let note = "No table of forces has it: it is taken to be a territorial one.";
        Some(Self {
            name: Some(name.to_owned()),
            note: Some(note.to_owned()),
            ..Self::new(force_id(name)?, ForceKind::Territorial, as_of)
        })
    }

    /// What holds of it on a day: by what it states, else by what the table of forces knows.
    #[must_use]
    pub fn has(&self, attribute: Attribute, day: Day) -> Option<bool> {
        let stated = self.attributes.get(&attribute).copied();
        stated.or_else(|| self.known_on(attribute, day).map(|fact| fact.is))
    }

    /// What the table of forces knows of it that counts on a day: nothing where it states it itself.
    #[must_use]
    pub fn known_on(&self, attribute: Attribute, day: Day) -> Option<&KnownFact> {
        let unstated = !self.attributes.contains_key(&attribute);
        let mut facts = self.known.iter().filter(|_| unstated);
        facts.find(|fact| fact.attribute == attribute && fact.holds_on(day))
    }

    /// The name to show: its own, else its id.
    #[must_use]
    pub fn shown(&self) -> &str {
        self.name.as_deref().unwrap_or(self.id.as_str())
    }
}

/// The id of a force out of its name: "Northmarch Police" is `northmarch`.
#[must_use]
pub fn force_id(name: &str) -> Option<ForceId> {
    let words: Vec<String> = name
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .filter(|word| !matches!(word.as_str(), "police" | "constabulary" | "service"))
        .collect();
    let id = words.join("-");
    is_id(&id).then(|| ForceId::from(id.as_str()))
}

/// Reads `[force]`, but for what it says that none came of: that needs the sources. Faults go to the
/// item.
pub(super) fn read_force(
    item: &Item<'_>,
    vocabulary: &Vocabulary,
    documents: &[SourceDocument],
    searched: &Searched,
    today: Day,
) -> Option<Force> {
    let table = item.table()?;
    let id = table.required_text("id");
    if let Some(id) = id.as_ref().filter(|id| !is_id(&id.value)) {
        item.push(
            Fault::new(
                "declaration::not-an-id",
                item.file(),
                id.span.clone(),
                format!("`{}` can't be a force's id", id.value),
                "expected lower-case words joined by hyphens",
            )
            .help("such as `west-midlands`; its full name goes under `name`"),
        );
    }
    let name = table.text_of("name").map(|found| found.value);
    let note = table.text_of("note").map(|found| found.value);
    let known = id.as_ref().and_then(|id| vocabulary.force(&id.value));
    let kind = table.required_word::<ForceKind>("kind").map(|kind| read_kind(&table, &kind, known));
    let attributes = read_attributes(&table);
    let as_of = table.require("as_of").and_then(|item| {
        let day = item.day()?;
        if day.value > today {
            item.push(in_the_future(&item, today));
        }
        Some(day.value)
    });
    let none =
        read_none_of(&table, vocabulary, (documents, searched), as_of.unwrap_or(today), today);
    let span = table.header();
    table.finish();
    let id = ForceId::from(id?.value.as_str());
    let known = known.map(|known| known.known.clone()).unwrap_or_default();
    Some(Force { id, name, note, kind: kind?, attributes, known, none, as_of: as_of?, span })
}

/// The kind of a force. One that the table of forces knows is of the kind that stands there; what
/// once stood for a defence or a nuclear force is read, with a warning that says what to write.
fn read_kind(
    table: &Table<'_>,
    written: &Located<ForceKind>,
    known: Option<&PoliceForce>,
) -> ForceKind {
    let Some(known) = known else {
        if written.value == ForceKind::National {
            let help = "write \"defence\" for a force such as the Ministry of Defence Police, \
                        \"nuclear\" for one such as the Civil Nuclear Constabulary; until then what \
                        reaches either of them is asked";
            table.push(no_longer_written(table, written).help(help));
        }
        return written.value;
    };
    if written.value == known.kind {
        return known.kind;
    }
    let fault = if written.value.is_among(&[known.kind]) {
        no_longer_written(table, written)
    } else {
        Fault::new(
            "declaration::other-kind",
            table.text(),
            written.span.clone(),
            format!("{} is of the kind \"{}\"", known.name, known.kind),
            format!("expected \"{}\"", known.kind),
        )
    };
    let help =
        format!("write kind = \"{}\"; a force of another kind needs another `id`", known.kind);
    table.push(fault.help(help));
    known.kind
}

fn no_longer_written(table: &Table<'_>, written: &Located<ForceKind>) -> Fault {
    let message = format!("\"{}\" is no longer written as a kind of force", written.value);
    let label = "what kind is it?";
    Fault::new("declaration::old-kind", table.text(), written.span.clone(), message, label)
        .into_warning()
}

/// Reads the yes/no attributes of a force. Faults go to the table.
#[must_use]
pub fn read_attributes(table: &Table<'_>) -> BTreeMap<Attribute, bool> {
    let mut attributes = BTreeMap::new();
    for attribute in Attribute::ALL {
        if let Some(found) = table.get(attribute.word()).and_then(|item| item.yes_no()) {
            attributes.insert(*attribute, found.value);
        }
    }
    attributes
}
