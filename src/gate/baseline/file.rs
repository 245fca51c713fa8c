//! The file of a baseline: TOML, sorted, a line a fact, so that a difference can be read.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use super::{Baseline, Gap, Recorded};
use crate::rulebook::{ArrangementId, ForceId, RequirementId, is_id};
use crate::source::{Faults, Item, Table, Text, is_command, parse_toml};
use crate::standing::{Basis, Outcome, State};

/// The name and version of the shape.
pub const BASELINE_SCHEMA: &str = "msacheck/baseline/1";

const HEAD: &str = "\
# Gaps that are known: with `msacheck check --baseline` only what is new or worse fails.
# `msacheck baseline` writes this file; `--overwrite` records anew, `--prune` takes out what is closed.
";

impl Baseline {
    /// Writes the file. Reading it gives the same baseline back.
    #[must_use]
    pub fn write(&self) -> String {
        let mut out = format!("{HEAD}schema = \"{BASELINE_SCHEMA}\"\n");
        for (force, recorded) in &self.forces {
            let force = key(force.as_str());
            let _ = write!(out, "\n[force.{force}]\nas_of = {}\n", recorded.as_of);
            let _ = writeln!(out, "assessed_on = {}", recorded.assessed_on);
            if let Some(basis) = recorded.basis {
                let _ = writeln!(out, "basis = \"{basis}\"");
            }
            let _ = write!(out, "\n[force.{force}.stated]\n");
            for (arrangement, state) in &recorded.stated {
                let _ = writeln!(out, "{} = \"{state}\"", key(arrangement.as_str()));
            }
            for (requirement, gap) in &recorded.gaps {
                let id = key(requirement.as_str());
                let _ = write!(out, "\n[force.{force}.gap.{id}]\noutcome = \"{}\"\n", gap.outcome);
                for (need, value) in &gap.needs {
                    let _ = writeln!(out, "need.{} = \"{value}\"", key(need));
                }
            }
        }
        out
    }

    /// Reads the file. Every fault goes to `faults`; where one of them is an error, there is no
    /// baseline.
    #[must_use]
    pub fn read(text: &Arc<Text>, faults: &Faults) -> Option<Self> {
        let own = Faults::new();
        let baseline = read(text, &own);
        let failed = own.has_errors();
        let mut all = faults;
        all.extend(own.into_sorted());
        baseline.filter(|_| !failed)
    }
}

/// A key as TOML has it: bare where it may be.
fn key(text: &str) -> String {
    let bare = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_');
    if !text.is_empty() && text.bytes().all(bare) {
        return text.to_owned();
    }
    let escaped = text.chars().map(|c| match c {
        '"' | '\\' => format!("\\{c}"),
        c if c.is_control() || is_command(c) => format!("\\U{:08x}", u32::from(c)),
        c => c.to_string(),
    });
    format!("\"{}\"", escaped.collect::<String>())
}

fn read(text: &Arc<Text>, faults: &Faults) -> Option<Baseline> {
    let parsed = parse_toml(text, faults);
    let root = Table::root(&parsed, text, faults);
    let schema = root.required_text("schema")?;
    if schema.value != BASELINE_SCHEMA {
        // What another version means by its keys isn't known.
        root.fault(
            "baseline::other-version",
            schema.span,
            format!("`{}` isn't a baseline that this version reads", schema.value),
            format!("expected \"{BASELINE_SCHEMA}\""),
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
        let recorded = item.table().and_then(force);
        forces.extend(recorded.map(|recorded| (ForceId::from(id), recorded)));
    }
    root.finish();
    Some(Baseline { file: text.name().to_owned(), forces })
}

fn force(table: Table<'_>) -> Option<Recorded> {
    let as_of = table.require("as_of").and_then(|item| item.day());
    let assessed_on = table.require("assessed_on").and_then(|item| item.day());
    let basis = table.word::<Basis>("basis").map(|found| found.value);
    let stated = entries(&table, "stated", |item| state(item, true));
    let gaps = entries(&table, "gap", |item| item.table().and_then(gap));
    table.finish();
    let ids = |(id, state): (String, State)| (ArrangementId::from(id.as_str()), state);
    let gap_ids = |(id, gap): (String, Gap)| (RequirementId::from(id.as_str()), gap);
    Some(Recorded {
        as_of: as_of?.value,
        assessed_on: assessed_on?.value,
        basis,
        stated: stated.into_iter().map(ids).collect(),
        gaps: gaps.into_iter().map(gap_ids).collect(),
    })
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
    let needs = entries(&table, "need", |item| state(item, false));
    table.finish();
    Some(Gap { outcome: outcome?.value, needs: needs.into_iter().collect() })
}

/// The entries of an optional table whose keys are free.
fn entries<T>(
    table: &Table<'_>,
    name: &'static str,
    read: impl Fn(&Item<'_>) -> Option<T>,
) -> Vec<(String, T)> {
    let own = table.get(name).and_then(|item| item.table());
    let items = own.iter().flat_map(Table::items);
    items.filter_map(|item| Some((item.key().value.to_owned(), read(&item)?))).collect()
}

/// A state; one of an arrangement that was stated is not "not stated".
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
