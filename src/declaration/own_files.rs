//! Files of this program's own kinds: what a force says of itself, what is asked of it, what came of it.
//! None of them is evidence. What speaks for itself proves nothing.

use toml::de::{DeTable, DeValue};

use crate::source::{Fault, Located, Table};

/// What kind of file of this program a text is, if it is one. Neither its name nor its ending counts.
#[must_use]
pub fn own_file(text: &str) -> Option<&'static str> {
    let by_line = || text.lines().find_map(heading);
    result(text).or_else(by_line).or_else(|| holds_values(text))
}

/// Whether a text is a file of this program by its headings.
#[must_use]
pub fn is_own_kind(text: &str) -> bool {
    result(text).is_some() || text.lines().any(|line| heading(line).is_some())
}

/// Headings that stand in no paper: one of them tells, whatever stands around it.
fn heading(line: &str) -> Option<&'static str> {
    let line = line.trim();
    if !line.starts_with('[') {
        return None;
    }
    let bare: String = line.chars().filter(|c| !matches!(c, ' ' | '\t' | '"' | '\'')).collect();
    let bare = bare.split('#').next().unwrap_or_default();
    let of_force = |rest: &str| rest == "]" || (rest.starts_with('.') && rest.ends_with(']'));
    match bare {
        "[[source]]" | "[[judgement]]" | "[[information]]" => Some("a declaration"),
        "[[requirement]]" | "[[provision]]" | "[[requirement.example]]" => Some("a rule pack"),
        "[[confirmation]]" => Some("a file of confirmations"),
        "[[waiver]]" | "[gate]" => Some("a file of settings"),
        "[[action]]" => Some("a plan of action"),
        own => own.strip_prefix("[force").filter(|rest| of_force(rest)).map(|_| "a declaration"),
    }
}

/// What this program writes about a force, in whatever format: it names the program and its version,
/// and the digests of what it rests on.
fn result(text: &str) -> Option<&'static str> {
    let has = |wanted: &str| memchr::memmem::find(text.as_bytes(), wanted.as_bytes()).is_some();
    if has("msacheck/assessment") || has("msacheck/baseline/") || has("msacheck/reading/") {
        return Some("a result of msacheck");
    }
    (has("msacheck ") && has("sha256 ") && has("acts of")).then_some("a report of msacheck")
}

/// A text that is nothing but TOML, and holds values: papers aren't written so.
fn holds_values(text: &str) -> Option<&'static str> {
    let first =
        text.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('#'))?;
    if !first.starts_with('[') && !first.contains('=') {
        return None;
    }
    let table = DeTable::parse(text).ok()?;
    any_value(table.get_ref()).then_some("a file of settings, facts or rules (TOML)")
}

fn any_value(table: &DeTable<'_>) -> bool {
    table.values().any(|value| match value.get_ref() {
        DeValue::Table(inner) => any_value(inner),
        DeValue::Array(items) => !items.is_empty(),
        _ => true,
    })
}

/// The fault of a source that is no paper: it says what the declaration says.
pub(super) fn speaks_for_itself(table: &Table<'_>, name: &Located<String>, what: &str) -> Fault {
    Fault::new(
        "declaration::speaks-for-itself",
        table.text(),
        name.span.clone(),
        format!("`{}` is no evidence: it is {what}", name.value),
        "expected a paper: what the force, or somebody else, wrote",
    )
    .help(
        "name the paper in which the words stand, or leave out `file`: what is said then is cited",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_speaks_for_itself_is_told_whatever_it_is_called() {
        for text in [
            "[force]\nid = \"northmarch\"\n",
            "Our answer:\n\n  [ \"force\" ] # ours\nid = \"northmarch\"\n",
            "force = { id = \"northmarch\" }\nlead.state = \"in place\"\n",
            "force.id = \"northmarch\"\n",
            "# an answer\n\n[lead]\nstate = \"in place\"\n",
            "[[confirmation]]\nbears_out = true",
            "{\"schema\": \"msacheck/assessment/1\"}",
            "- Program: msacheck 0.1.0\n- Facts of: 2026-03-31\n- Input a.toml: sha256 0f\n",
        ] {
            assert!(own_file(text).is_some(), "{text}");
        }
    }

    #[test]
    fn papers_are_none_of_them() {
        for text in [
            "",
            "# Plan\n\n## Lead\n",
            "Q1. Who leads?\nA: a superintendent = the force lead.",
            "[redacted]\n",
            "[1] See the plan.\nWe checked it with msacheck.",
            "Staff = 5 officers and a sergeant\n",
            "[force] has a lead.\n[force]: Northmarch\n",
        ] {
            assert_eq!(own_file(text), None, "{text}");
        }
    }
}
