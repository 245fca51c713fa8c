//! `[gate]` and `[[waiver]]` as the settings have them.

use std::sync::Arc;

use super::threshold::GATED;
use super::{Terms, Threshold, Waiver};
use crate::rulebook::{ForceId, InstrumentId, RequirementId, Rulebook, became, is_id};
use crate::source::{Fault, Item, Located, Table, Text, nearest};
use crate::standing::{Basis, Months, Words};

/// What the settings say of the gate.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// What `[gate]` asks for, where there is one: the defaults, with what it changes of them.
    pub terms: Option<Terms>,
    /// The file of the baseline: a path from the folder of the settings.
    pub baseline: Option<String>,
    /// What somebody answers for.
    pub waivers: Vec<Waiver>,
    names: Vec<Name>,
}

/// A name out of a rule pack, which only the rules can tell to be one.
#[derive(Clone, Debug)]
struct Name {
    what: &'static str,
    id: Located<String>,
    text: Arc<Text>,
}

impl Settings {
    /// Reads `[gate]` and every `[[waiver]]` of the settings. Faults go to the table.
    #[must_use]
    pub fn read(root: &Table<'_>) -> Self {
        let mut settings = Self::default();
        if let Some(table) = root.get("gate").and_then(|item| item.table()) {
            settings.gate(table);
        }
        for table in root.tables("waiver") {
            if let Some(waiver) = settings.waiver(&table) {
                settings.add(&table, waiver);
            }
            table.finish();
        }
        settings
    }

    /// The faults of names that no rule pack has.
    #[must_use]
    pub fn unknown_names(&self, rulebook: &Rulebook) -> Vec<Fault> {
        let instruments: Vec<&str> = rulebook.known_instruments().collect();
        let mut faults = Vec::new();
        for name in &self.names {
            let id = name.id.value.as_str();
            let (known, near, otherwise) = if name.what == INSTRUMENT {
                let near = nearest(id, instruments.iter().copied());
                (instruments.contains(&id), near, format!("known are: {}", instruments.join(", ")))
            } else {
                let near = rulebook.nearest_requirement(id);
                (rulebook.knows(id), near, "`msacheck rules list` lists them".to_owned())
            };
            if known {
                continue;
            }
            let help = near.map_or(otherwise, |near| format!("did you mean \"{near}\"?"));
            faults.push(
                Fault::new(
                    "gate::unknown-name",
                    &name.text,
                    name.id.span.clone(),
                    format!("there is no {} `{}`", name.what, name.id.value),
                    "not known",
                )
                .help(help),
            );
        }
        faults
    }

    /// Warnings for names that requirements had once, with what they are called now.
    #[must_use]
    pub fn former_names(&self, rulebook: &Rulebook) -> Vec<Fault> {
        let named = self.names.iter().filter(|name| name.what == REQUIREMENT);
        let former = named.filter_map(|name| {
            let id = name.id.value.as_str();
            let now = rulebook.called_now(id);
            let message = became(id, now);
            (!now.is_empty()).then(|| {
                Fault::new(
                    "gate::former-name",
                    &name.text,
                    name.id.span.clone(),
                    message,
                    "as it was",
                )
                .help("write the name of today")
                .into_warning()
            })
        });
        former.collect()
    }

    fn gate(&mut self, table: Table<'_>) {
        let mut terms = Terms::default();
        for strength in GATED {
            let found = table.get(strength.word()).and_then(|item| threshold(&item));
            terms.thresholds.extend(found.map(|threshold| (strength, threshold)));
        }
        for (item, threshold) in self.overrides(&table, INSTRUMENT) {
            terms.instruments.insert(InstrumentId::from(item.as_str()), threshold);
        }
        for (item, threshold) in self.overrides(&table, REQUIREMENT) {
            terms.requirements.insert(RequirementId::from(item.as_str()), threshold);
        }
        terms.basis = table.word::<Basis>("basis").map(|found| found.value);
        terms.superseded = table.flag("superseded");
        terms.may_be_empty = table.flag("may-be-empty");
        terms.stale = table.get("stale").and_then(|item| months(&item));
        self.baseline = table.text_of("baseline").map(|found| found.value);
        table.finish();
        self.terms = Some(terms);
    }

    /// The thresholds of a table in which every key is a name.
    fn overrides(&mut self, table: &Table<'_>, what: &'static str) -> Vec<(String, Threshold)> {
        let Some(own) = table.get(what).and_then(|item| item.table()) else { return Vec::new() };
        let mut found = Vec::new();
        for item in own.items() {
            let id = Located::new(item.key().value.to_owned(), item.key().span.clone());
            found.extend(threshold(&item).map(|threshold| (id.value.clone(), threshold)));
            self.names.push(Name { what, id, text: Arc::clone(item.file()) });
        }
        found
    }

    fn waiver(&mut self, table: &Table<'_>) -> Option<Located<Waiver>> {
        let requirement = table.required_text(REQUIREMENT);
        let force = table.text_of("force");
        let reason = table.required_text("reason");
        let owner = table.required_text("owner");
        let last_day = table.require("last_day").and_then(|item| item.day());
        if let Some(force) = force.as_ref().filter(|force| !is_id(&force.value)) {
            table.push(
                Fault::new(
                    "gate::not-a-force",
                    table.text(),
                    force.span.clone(),
                    format!("`{}` can't be a force's id", force.value),
                    "expected lower-case words joined by hyphens",
                )
                .help("the `id` of its `[force]`, such as `west-midlands`"),
            );
        }
        let id = requirement?;
        let span = id.span.clone();
        let name = Name { what: REQUIREMENT, id: id.clone(), text: Arc::clone(table.text()) };
        self.names.push(name);
        let waiver = Waiver {
            requirement: RequirementId::from(id.value.as_str()),
            force: force.map(|found| ForceId::from(found.value.as_str())),
            reason: reason?.value,
            owner: owner?.value,
            last_day: last_day?.value,
            place: table.text().place(span.start),
        };
        Some(Located::new(waiver, span))
    }

    fn add(&mut self, table: &Table<'_>, waiver: Located<Waiver>) {
        let Located { value: waiver, span } = waiver;
        let same = |known: &Waiver| {
            (&known.requirement, &known.force) == (&waiver.requirement, &waiver.force)
        };
        if let Some(first) = self.waivers.iter().find(|known| same(known)) {
            let message = format!("`{}` is waived twice", waiver.requirement);
            let label = format!("used again here; it stands in line {} already", first.place.line);
            table.push(
                Fault::new("gate::waived-twice", table.text(), span, message, label)
                    .help("keep one; a `force` makes it a waiver for that force alone"),
            );
        } else {
            self.waivers.push(waiver);
        }
    }
}

const INSTRUMENT: &str = "instrument";
const REQUIREMENT: &str = "requirement";

fn months(item: &Item<'_>) -> Option<Months> {
    let months = Months::parse(&item.text()?.value);
    if months.is_none() {
        item.expected(Months::WRITTEN);
    }
    months
}

fn threshold(item: &Item<'_>) -> Option<Threshold> {
    item.word_for::<Threshold>("threshold").map(|found| found.value)
}
