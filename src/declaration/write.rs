//! A declaration written out as the TOML that it can be loaded from.

use std::fmt::Write as _;

use super::{Declaration, Declared, Evidence, Force, SourceDocument, Value};
use crate::source::{quoted, quoted_on_one_line};
use crate::standing::PartialDate;

/// Writes a declaration. Loading what was written gives the same declaration back.
#[must_use]
pub fn write(declaration: &Declaration) -> String {
    let mut out = String::new();
    let own = &declaration.force;
    force(&mut out, own, |out| line(out, "kind", &quoted(&own.kind.to_string())));
    for document in &declaration.sources {
        out.push('\n');
        source(&mut out, document);
    }
    for (id, declared) in &declaration.declared {
        let _ = write!(out, "\n[{id}]\n");
        arrangement(&mut out, declared);
    }
    for information in &declaration.information {
        out.push_str("\n[[information]]\n");
        line(&mut out, "note", &quoted(&information.note));
        evidence(&mut out, &information.evidence);
    }
    for judgement in &declaration.judgements {
        out.push_str("\n[[judgement]]\n");
        line(&mut out, "requirement", &quoted(judgement.requirement.as_str()));
        line(&mut out, "verdict", &quoted(&judgement.verdict.to_string()));
        line(&mut out, "role", &quoted(&judgement.role));
        line(&mut out, "date", &judgement.date.to_string());
        line(&mut out, "reason", &quoted(&judgement.reason));
        line(&mut out, "last_day", &judgement.last_day.to_string());
    }
    out
}

/// Writes `[force]`, with its kind as somebody else writes it.
pub(super) fn force(out: &mut String, force: &Force, kind: impl FnOnce(&mut String)) {
    out.push_str("[force]\n");
    line(out, "id", &quoted(force.id.as_str()));
    if let Some(name) = &force.name {
        line(out, "name", &quoted(name));
    }
    if let Some(note) = &force.note {
        line(out, "note", &quoted(note));
    }
    kind(out);
    for (attribute, holds) in &force.attributes {
        line(out, &attribute.to_string(), &holds.to_string());
    }
    line(out, "as_of", &force.as_of.to_string());
    for one in &force.none {
        out.push_str("\n[[force.none]]\n");
        line(out, "of", &quoted(one.of.as_str()));
        line(out, "from", &quoted(&one.from.to_string()));
        // One of facts of an earlier day ends with those.
        let ends = || (one.facts != force.as_of).then(|| PartialDate::Day(one.ends()));
        if let Some(until) = one.until.or_else(ends) {
            line(out, "until", &quoted(&until.to_string()));
        }
        if let Some(note) = &one.note {
            line(out, "note", &quoted(note));
        }
        evidence(out, &one.evidence);
    }
}

/// Writes a `[[source]]`.
pub(super) fn source(out: &mut String, source: &SourceDocument) {
    out.push_str("[[source]]\n");
    line(out, "id", &quoted(source.id.as_str()));
    line(out, "title", &quoted(&source.title));
    if let Some(file) = &source.file {
        line(out, "file", &quoted(file));
    }
    if let Some(address) = &source.address {
        line(out, "address", &quoted(address));
    }
    if let Some(date) = source.date {
        line(out, "date", &quoted(&date.to_string()));
    }
    if let Some(obtained) = source.obtained {
        line(out, "obtained", &quoted(&obtained.to_string()));
    }
}

fn arrangement(out: &mut String, declared: &Declared) {
    line(out, "state", &quoted(&declared.state.to_string()));
    for (id, value) in &declared.fields {
        line(out, id.as_str(), &shown(&value.value));
        if matches!(&value.value, Value::List { complete: true, .. }) {
            line(out, &format!("{id}_complete"), "true");
        }
    }
    if let Some(note) = &declared.note {
        line(out, "note", &quoted(note));
    }
    evidence(out, &declared.evidence);
}

pub(super) fn evidence(out: &mut String, evidence: &[Evidence]) {
    if evidence.is_empty() {
        return;
    }
    out.push_str("evidence = [\n");
    for one in evidence {
        let _ = writeln!(out, "  {},", piece(one));
    }
    out.push_str("]\n");
}

/// One piece of evidence as an inline table.
pub(super) fn piece(piece: &Evidence) -> String {
    let mut parts = vec![format!("source = {}", quoted(piece.source.as_str()))];
    parts
        .extend(piece.quote.as_ref().map(|quote| format!("quote = {}", quoted_on_one_line(quote))));
    parts.extend(piece.page.map(|page| format!("page = {page}")));
    parts.extend(piece.line.map(|line| format!("line = {line}")));
    let dates = [("date", piece.when.date()), ("from", piece.when.from()), ("to", piece.when.to())];
    let dates = dates.iter().filter_map(|(key, date)| Some((key, (*date)?)));
    parts.extend(dates.map(|(key, date)| format!("{key} = {}", quoted(&date.to_string()))));
    format!("{{ {} }}", parts.join(", "))
}

pub(super) fn shown(value: &Value) -> String {
    match value {
        Value::Text(text) | Value::Step { word: text, .. } => quoted_on_one_line(text),
        Value::Number(amount) if amount.low() == amount.high() => amount.to_string(),
        Value::Number(amount) => quoted(&amount.to_string()),
        Value::YesNo(yes) => yes.to_string(),
        Value::Date(date) => quoted(&date.to_string()),
        Value::Rank(rank) => quoted(rank.written()),
        Value::List { items, .. } => {
            let items: Vec<String> = items.iter().map(|item| quoted_on_one_line(item)).collect();
            format!("[{}]", items.join(", "))
        }
    }
}

pub(super) fn line(out: &mut String, key: &str, value: &str) {
    let _ = writeln!(out, "{key} = {value}");
}
