//! A declaration written out as the TOML that it can be loaded from.

use std::fmt::Write as _;

use super::{Declaration, Declared, Evidence, Value};

/// Writes a declaration. Loading what was written gives the same declaration back.
#[must_use]
pub fn write(declaration: &Declaration) -> String {
    let mut out = String::new();
    let force = &declaration.force;
    out.push_str("[force]\n");
    line(&mut out, "id", &quoted(&force.id));
    if let Some(name) = &force.name {
        line(&mut out, "name", &quoted(name));
    }
    if let Some(note) = &force.note {
        line(&mut out, "note", &quoted(note));
    }
    line(&mut out, "kind", &quoted(&force.kind.to_string()));
    for (attribute, holds) in &force.attributes {
        line(&mut out, &attribute.to_string(), &holds.to_string());
    }
    line(&mut out, "as_of", &force.as_of.to_string());
    for source in &declaration.sources {
        out.push_str("\n[[source]]\n");
        line(&mut out, "id", &quoted(&source.id));
        line(&mut out, "title", &quoted(&source.title));
        if let Some(file) = &source.file {
            line(&mut out, "file", &quoted(file));
        }
        if let Some(date) = source.date {
            line(&mut out, "date", &quoted(&date.to_string()));
        }
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
    out
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

fn evidence(out: &mut String, evidence: &[Evidence]) {
    if evidence.is_empty() {
        return;
    }
    out.push_str("evidence = [\n");
    for piece in evidence {
        let mut parts = vec![format!("source = {}", quoted(&piece.source))];
        parts.extend(piece.quote.as_ref().map(|quote| format!("quote = {}", quoted(quote))));
        parts.extend(piece.page.map(|page| format!("page = {page}")));
        parts.extend(piece.line.map(|line| format!("line = {line}")));
        parts.extend(piece.date.map(|date| format!("date = {}", quoted(&date.to_string()))));
        let _ = writeln!(out, "  {{ {} }},", parts.join(", "));
    }
    out.push_str("]\n");
}

fn shown(value: &Value) -> String {
    match value {
        Value::Text(text) | Value::Step { word: text, .. } => quoted(text),
        Value::Number(amount) if amount.low() == amount.high() => amount.to_string(),
        Value::Number(amount) => quoted(&amount.to_string()),
        Value::YesNo(yes) => yes.to_string(),
        Value::Date(date) => quoted(&date.to_string()),
        Value::Rank(rank) => quoted(rank.written()),
        Value::List { items, .. } => {
            let items: Vec<String> = items.iter().map(|item| quoted(item)).collect();
            format!("[{}]", items.join(", "))
        }
    }
}

fn line(out: &mut String, key: &str, value: &str) {
    let _ = writeln!(out, "{key} = {value}");
}

fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}
