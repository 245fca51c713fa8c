//! Reading the file of a baseline, in today's form and in the one before it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::fits::{Against, Ids, check_gap};
use super::write::EARLIER_SCHEMA;
use super::{BASELINE_SCHEMA, Baseline, Gap, Ground, Recorded};
use crate::rulebook::{ArrangementId, ForceId, RequirementId, is_id};
use crate::source::{Digest, Faults, Item, Located, Table, Text, parse_toml};
use crate::standing::{Attribute, Basis, ForceKind, Outcome, State, Words as _};

impl Baseline {
    /// Reads the file. Every fault goes to `faults`; where one of them is an error, there is no
    /// baseline.
    #[must_use]
    pub fn read(text: &Arc<Text>, faults: &Faults) -> Option<Self> {
        Self::read_for(text, None, faults)
    }

    /// The same for the rules that something is to be held against it by: what it names and no rule
    /// has is warned of, and what was recorded by these very rules must be whole.
    #[must_use]
    pub fn read_for(
        text: &Arc<Text>,
        against: Option<Against<'_>>,
        faults: &Faults,
    ) -> Option<Self> {
        let own = Faults::new();
        let baseline = read(text, against, &own);
        let failed = own.has_errors();
        let mut all = faults;
        all.extend(own.into_sorted());
        baseline.filter(|_| !failed)
    }
}

fn read(text: &Arc<Text>, against: Option<Against<'_>>, faults: &Faults) -> Option<Baseline> {
    let parsed = parse_toml(text, faults);
    let root = Table::root(&parsed, text, faults);
    let schema = root.required_text("schema")?;
    let earlier = schema.value == EARLIER_SCHEMA;
    if !earlier && schema.value != BASELINE_SCHEMA {
        // What another version means by its keys isn't known.
        root.fault(
            "baseline::other-version",
            schema.span,
            format!("`{}` isn't a baseline that this version reads", schema.value),
            format!("expected \"{BASELINE_SCHEMA}\" or \"{EARLIER_SCHEMA}\""),
        );
        return None;
    }
    let mut forces = BTreeMap::new();
    let table = root.get("force").and_then(|item| item.table());
    for item in table.iter().flat_map(Table::items) {
        let id = item.key().value;
        if !is_id(id) {
            root.fault(
                "baseline::not-an-id",
                item.key().span.clone(),
                format!("`{id}` can't be a force's id"),
                "expected lower-case words joined by hyphens",
            );
        }
        let recorded = item.table().and_then(|table| force(table, earlier, against));
        forces.extend(recorded.map(|recorded| (ForceId::from(id), recorded)));
    }
    root.finish();
    Some(Baseline { file: text.name().to_owned(), forces })
}

fn force(table: Table<'_>, earlier: bool, against: Option<Against<'_>>) -> Option<Recorded> {
    let mut ids = Ids::default();
    let as_of = table.require("as_of").and_then(|item| item.day());
    let assessed_on = table.require("assessed_on").and_then(|item| item.day());
    let basis = table.word::<Basis>("basis").map(|found| found.value);
    let without_ground = earlier || table.flag("earlier");
    if without_ground && !earlier {
        // What it rests on isn't believed.
        for key in GROUND {
            let _ = table.get(key);
        }
    }
    let ground = if without_ground { Some(None) } else { ground(&table, &mut ids).map(Some) };
    let states = match (earlier, without_ground) {
        (true, _) => entries(table.get("stated"), |item| state(item, true)),
        (false, true) => entries(table.get("state"), |item| state(item, false)),
        (false, false) => entries(table.require("state"), |item| state(item, false)),
    };
    let gaps = entries(table.get("gap"), |item| item.table().and_then(gap));
    ids.arrangements.extend(states.iter().map(|(id, _)| id.clone()));
    ids.gaps.extend(gaps.iter().map(|(id, _)| id.clone()));
    ids.requirements.extend(ids.gaps.iter().cloned());
    let states = states.into_iter().map(|(id, state)| (ArrangementId::from(&*id.value), state));
    let gap_of =
        |(id, gap): &(Located<String>, Gap)| (RequirementId::from(&*id.value), gap.clone());
    let whole = as_of.zip(assessed_on).zip(ground);
    let recorded = whole.map(|((as_of, assessed_on), ground)| Recorded {
        as_of: as_of.value,
        assessed_on: assessed_on.value,
        basis,
        ground,
        states: states.collect(),
        gaps: gaps.iter().map(gap_of).collect(),
    });
    if let Some(recorded) = &recorded {
        gaps.iter().for_each(|(id, gap)| check_gap(&table, recorded, id, gap));
        if let Some(against) = against {
            against.name_unknown(&table, &ids);
            against.check_whole(&table, recorded, &ids);
        }
    }
    table.finish();
    recorded
}

/// The keys that say what a record rests on.
const GROUND: [&str; 7] =
    ["kind", "rules", "inputs", "switched_off", "met", "not_assessed", "attributes"];

/// What a record rests on: all of it must be there.
fn ground(table: &Table<'_>, ids: &mut Ids) -> Option<Ground> {
    let kind = table.required_word::<ForceKind>("kind");
    let digests = |name: &'static str| -> Vec<Digest> {
        texts(table, name).iter().filter_map(|text| digest(table, text)).collect()
    };
    let (rules, inputs) = (digests("rules"), digests("inputs"));
    let mut requirements = |name: &'static str| {
        let named = texts(table, name);
        let known = named.iter().map(|id| RequirementId::from(id.value.as_str())).collect();
        ids.requirements.extend(named);
        known
    };
    let switched_off = requirements("switched_off");
    let met = requirements("met");
    let not_assessed = requirements("not_assessed");
    let mut attributes = BTreeMap::new();
    if let Some(own) = table.get("attributes").and_then(|item| item.table()) {
        for attribute in Attribute::ALL {
            let value = own.get(attribute.word()).and_then(|item| item.yes_no());
            attributes.extend(value.map(|value| (*attribute, value.value)));
        }
        own.finish();
    }
    let kind = kind?.value;
    Some(Ground { kind, attributes, rules, inputs, switched_off, met, not_assessed })
}

/// A list of texts that must be there.
fn texts(table: &Table<'_>, name: &'static str) -> Vec<Located<String>> {
    let items = table.require(name).and_then(|item| item.list()).unwrap_or_default();
    items.iter().filter_map(Item::text).collect()
}

fn digest(table: &Table<'_>, text: &Located<String>) -> Option<Digest> {
    let digest = Digest::parse(&text.value);
    if digest.is_none() {
        table.fault(
            "baseline::not-a-digest",
            text.span.clone(),
            format!("`{}` isn't a SHA-256", text.value),
            "expected 64 hexadecimal digits",
        );
    }
    digest
}

fn gap(table: Table<'_>) -> Option<Gap> {
    let outcome = table.required_word::<Outcome>("outcome");
    if let Some(found) = outcome.as_ref().filter(|found| !found.value.is_gap()) {
        table.fault(
            "baseline::no-gap",
            found.span.clone(),
            format!("\"{}\" is no gap", found.value),
            "expected what falls short, from \"not met\" to \"partly met\"",
        );
    }
    let needs = entries(table.require("need"), |item| state(item, false));
    table.finish();
    let needs = needs.into_iter().map(|(need, worth)| (need.value, worth));
    Some(Gap { outcome: outcome?.value, needs: needs.collect() })
}

/// The entries of a table, where there is one, whose keys are free.
fn entries<T>(
    table: Option<Item<'_>>,
    read: impl Fn(&Item<'_>) -> Option<T>,
) -> Vec<(Located<String>, T)> {
    let own = table.and_then(|item| item.table());
    let items = own.iter().flat_map(Table::items);
    let read = items.filter_map(|item| Some((item.key().clone().map(str::to_owned), read(&item)?)));
    read.collect()
}

/// A state; in the earlier form, one of an arrangement that was stated is not "not stated".
fn state(item: &Item<'_>, stated: bool) -> Option<State> {
    let found = item.word_for::<State>("state")?;
    if stated && found.value == State::NotStated {
        item.fault(
            "baseline::not-stated",
            format!("`{}` isn't stated, so that it can't go silent", item.key().value),
            "expected another state, or no such line",
        );
    }
    Some(found.value)
}
