//! What is shown of a word under the pointer: a requirement, an arrangement, a field, a key, a section of the law.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::cursor::{Writes, cursor};
use super::kind::Kind;
use super::open::Open;
use super::schemas::{Schemas, at, description};
use super::section::provision_at;
use super::shapes::Position;
use super::workspace::Workspace;
use crate::check::{Files as _, declaration_in};
use crate::rulebook::{Arrangement, Field, Requirement, Rulebook};
use crate::source::{Faults, Span};

/// What something is shown by.
pub(super) struct Hover<'a> {
    pub workspace: &'a Workspace,
    pub open: &'a Open,
    pub schemas: &'a Schemas,
    pub path: &'a Path,
    pub kind: &'a Kind,
}

impl Hover<'_> {
    /// What is shown at a place, as the protocol has it; `null` where there is nothing to say.
    pub(super) fn at(&self, position: Position) -> Value {
        let Some(text) = self.open.get(self.path) else { return Value::Null };
        let body = text.body();
        let offset = text.offset(position);
        let (word, span) = id_at(body, offset);
        let rulebook = self.workspace.rulebook();
        let requirement = || {
            let versions = rulebook.versions(word);
            versions.last().map(|last| (self.requirement(last), span.clone()))
        };
        let section = || {
            let (id, words) = provision_at(body, offset)?;
            Some((provision(rulebook, &id)?, words))
        };
        let keyed = || {
            let (told, own) = self.key(body, &span, word)?;
            Some((told, own))
        };
        let arrangement = || {
            let ours = !matches!(self.kind, Kind::Paper | Kind::Foreign);
            let found = rulebook.vocabulary().arrangement(word).filter(|_| ours)?;
            Some((shown_arrangement(found), span.clone()))
        };
        let found = requirement().or_else(arrangement).or_else(keyed).or_else(section);
        match found {
            Some((told, span)) => json!({
                "contents": { "kind": "markdown", "value": told },
                "range": text.range(&span),
            }),
            None => Value::Null,
        }
    }

    /// A requirement, with what it comes to for those who declare something.
    fn requirement(&self, requirement: &Requirement) -> String {
        let Requirement { id, rule, .. } = requirement;
        let mut out = format!("**{}**\n\n`{id}` · {}", rule.title, rule.strength);
        let _ = write!(
            out,
            " · {} (derived: {}, source {})",
            rule.citation, rule.derivation, rule.warrant
        );
        for (force, outcome) in self.outcomes(id.as_str()) {
            let _ = write!(out, "\n\n{force}: **{outcome}**");
        }
        let _ = write!(out, "\n\n*What closes a gap:* {}", rule.remedy);
        for more in [&rule.evidence, &rule.note].into_iter().flatten() {
            let _ = write!(out, "\n\n{more}");
        }
        out
    }

    /// What a requirement comes to by the declarations that are open and those that the settings name.
    fn outcomes(&self, requirement: &str) -> Vec<(String, String)> {
        let named = self.workspace.project.iter().flat_map(|project| &project.check);
        let is_toml = |path: &&Path| path.extension().is_some_and(|ending| ending == "toml");
        let own = (*self.kind == Kind::Declaration).then_some(self.path);
        let mut paths: Vec<&Path> = own.into_iter().chain(named.map(PathBuf::as_path)).collect();
        paths.retain(is_toml);
        paths.dedup();
        let check = self.workspace.check(self.open);
        let outcome = |path: &Path| {
            let text = self.open.text(path).ok()?;
            let declaration = declaration_in(&check, path, &text, &Faults::new())?;
            let assessment = check.assessment(&declaration);
            let found = assessment.finding(requirement)?;
            Some((assessment.force.to_string(), found.outcome.to_string()))
        };
        let mut found: Vec<(String, String)> = paths.into_iter().filter_map(outcome).collect();
        found.dedup();
        found
    }

    /// A key of a file of ours: a field by its question, anything else by what its schema says.
    fn key(&self, body: &str, span: &Span, word: &str) -> Option<(String, Span)> {
        let kind = self.kind.schema(self.path)?;
        let at_end = cursor(body, span.end)?;
        let mut keys = at_end.table.clone();
        match &at_end.writes {
            Writes::Key => keys.push(word.to_owned()),
            // The value is told of by its key.
            Writes::Value { keys: own, .. } => keys.extend(own.iter().cloned()),
            Writes::Heading => {
                keys = body.get(at_end.begun.clone())?.split('.').map(str::to_owned).collect();
            }
        }
        if *self.kind == Kind::Declaration
            && let [arrangement, field] = keys.as_slice()
            && let Some(own) = self.workspace.rulebook().vocabulary().arrangement(arrangement)
            && let Some(field) = own.field(field)
        {
            return Some((shown_field(own, field), span.clone()));
        }
        let schema = self.schemas.of(kind, self.workspace.rulebook().vocabulary());
        let nodes = at(&schema, &keys);
        let told = description(&nodes)?;
        Some((format!("`{}`: {told}", keys.last()?), span.clone()))
    }
}

/// The id under a byte of a text: letters, digits, hyphens, and the stroke between an instrument and its own.
pub(super) fn id_at(text: &str, at: usize) -> (&str, Span) {
    let own = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '/');
    let start = text.get(..at).map_or(at, |before| before.trim_end_matches(own).len());
    let rest = text.get(start..).unwrap_or_default();
    let end = start + rest.find(|c| !own(c)).unwrap_or(rest.len());
    let word = text.get(start..end).unwrap_or_default();
    (word, start..end)
}

fn shown_arrangement(arrangement: &Arrangement) -> String {
    let mut out = format!("**{}**\n\n{}", arrangement.title, arrangement.question);
    if let Some(about) = &arrangement.about {
        let _ = write!(out, "\n\n{about}");
    }
    for limit in &arrangement.limits {
        let _ = write!(out, "\n\nNot `in place` where {limit}.");
    }
    if !arrangement.fields.is_empty() {
        out.push_str("\n\nFields:");
    }
    for field in &arrangement.fields {
        let _ = write!(out, "\n- `{}`: {}", field.id, field.question);
    }
    out
}

fn shown_field(arrangement: &Arrangement, field: &Field) -> String {
    format!("**{}**: {}\n\n{}\n\n`{}`", arrangement.title, field.title, field.question, field.kind)
}

/// A section or Schedule of the law.
fn provision(rulebook: &Rulebook, id: &str) -> Option<String> {
    let law = rulebook.instruments().iter().filter(|own| own.law);
    let mut found = law.filter_map(|instrument| {
        let mut all = rulebook.provisions().iter();
        let own = all.find(|own| own.instrument == instrument.id && own.id.as_str() == id)?;
        Some((instrument, own))
    });
    let (instrument, provision) = found.next()?;
    let mut out =
        format!("**{}**\n\n{}, `{}/{id}`", provision.heading, instrument.title, instrument.id);
    if let Some(extent) = &provision.extent {
        let _ = write!(out, "\n\nExtent: {extent}.");
    }
    if let Some(from) = provision.from {
        let _ = write!(out, "\n\nIn force from {from}");
        if let Some(until) = provision.until {
            let _ = write!(out, ", no longer from {until}");
        }
        out.push('.');
    }
    if let Some(why) = &provision.no_rule {
        let _ = write!(out, "\n\nNothing is asked of forces by it: {why}");
    }
    let asks = rulebook.by_id().filter_map(<[Requirement]>::last);
    let asks: Vec<String> = asks
        .filter(|own| own.is_under(provision))
        .map(|own| format!("- `{}`: {}", own.id, own.title))
        .collect();
    if !asks.is_empty() {
        let _ = write!(out, "\n\nWhat is asked by it:\n{}", asks.join("\n"));
    }
    Some(out)
}
