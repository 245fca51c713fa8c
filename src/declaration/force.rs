//! The force that a declaration speaks for.

use std::collections::BTreeMap;

use crate::rulebook::{ForceId, PoliceForce, is_id};
use crate::source::{Fault, Item, Span, Table};
use crate::standing::{Attribute, Day, ForceKind, Words};

/// The force that a declaration speaks for, and the day that its facts are of.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// The day that the facts are of.
    pub as_of: Day,
    /// The `[force]` heading in the file.
    pub span: Span,
}

impl Force {
    /// A force that the rules know.
    #[must_use]
    pub fn known(force: &PoliceForce, as_of: Day) -> Self {
        Self {
            id: force.id.clone(),
            name: Some(force.name.clone()),
            note: None,
            kind: force.kind,
            attributes: force.attributes.clone(),
            as_of,
            span: 0..0,
        }
    }

    /// A force of which only the name is known: taken to be a territorial one. `None` where the
    /// name has no words for an id.
    #[must_use]
    pub fn named(name: &str, as_of: Day) -> Option<Self> {
        let note = "No table of forces has it: it is taken to be a territorial one.";
        Some(Self {
            id: force_id(name)?,
            name: Some(name.to_owned()),
            note: Some(note.to_owned()),
            kind: ForceKind::Territorial,
            attributes: BTreeMap::new(),
            as_of,
            span: 0..0,
        })
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

/// Reads `[force]`. Faults go to the item.
pub(super) fn read_force(item: &Item<'_>, today: Day) -> Option<Force> {
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
    let kind = table.required_word::<ForceKind>("kind");
    let attributes = read_attributes(&table);
    let as_of = table.require("as_of").and_then(|item| {
        let day = item.day()?;
        if day.value > today {
            item.push(in_the_future(&item, today));
        }
        Some(day.value)
    });
    let span = table.header();
    table.finish();
    let id = ForceId::from(id?.value.as_str());
    Some(Force { id, name, note, kind: kind?.value, attributes, as_of: as_of?, span })
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

/// The fault of a date that can't be known yet.
pub(super) fn in_the_future(item: &Item<'_>, today: Day) -> Fault {
    Fault::new(
        "declaration::future-date",
        item.file(),
        item.span(),
        format!("`{}` lies in the future", item.key().value),
        format!("expected {today}, which is today, or earlier"),
    )
    .help("a plan is declared with the state \"planned\"; `--today` sets another day for today")
}
