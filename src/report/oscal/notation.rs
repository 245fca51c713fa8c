//! How OSCAL writes what both documents hold: identifiers, names, days, properties, texts.

use serde_json::{Value, json};
use uuid::Uuid;

use super::super::markdown::escape;
use super::super::prose::flat;
use crate::source::Digest;
use crate::standing::Day;

/// The version of OSCAL that is written.
const VERSION: &str = "1.2.1";

/// The namespace of our properties.
const NAMESPACE: &str = "urn:msacheck:oscal";

/// An identifier of what the parts name together: always the same for the same parts.
pub(super) fn uuid(parts: &[&str]) -> String {
    let space = Uuid::new_v5(&Uuid::NAMESPACE_URL, NAMESPACE.as_bytes());
    // Digests keep parts apart, whatever they hold.
    let name: String = parts.iter().map(|part| Digest::of(part.as_bytes()).to_string()).collect();
    Uuid::new_v5(&space, name.as_bytes()).to_string()
}

/// An object with an identifier of its own, which is always the same for the same content of the same
/// whole.
pub(super) fn identified(mut object: Value, within: &str) -> Value {
    let id = uuid(&[within, &object.to_string()]);
    if let Some(keys) = object.as_object_mut() {
        keys.insert("uuid".to_owned(), id.into());
    }
    object
}

/// A name as OSCAL's tokens allow: a letter or an underscore, then letters, digits, `.`, `-`, `_`.
pub(super) fn token(name: &str) -> String {
    let mut token: String = name
        .chars()
        .map(|c| match c {
            '/' => '.',
            c if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_') => c,
            _ => '_',
        })
        .collect();
    if !token.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') {
        token.insert(0, '_');
    }
    token
}

/// The control that a requirement is.
pub(super) fn control(requirement: &str) -> String {
    token(requirement)
}

/// The part of a control that an assessment is held against: what must stand.
pub(super) fn objective(requirement: &str) -> String {
    format!("{}_obj", token(requirement))
}

/// Midnight at the start of a day.
pub(super) fn midnight(day: Day) -> String {
    format!("{day}T00:00:00Z")
}

/// A property; nothing where it has no value, which OSCAL refuses.
pub(super) fn prop(name: &str, value: &str) -> Option<Value> {
    let value = flat(value);
    let value = value.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    (!value.is_empty()).then(|| json!({ "name": name, "ns": NAMESPACE, "value": value }))
}

/// The properties that have a value.
pub(super) fn props<'a>(all: impl IntoIterator<Item = (&'a str, String)>) -> Vec<Value> {
    all.into_iter().filter_map(|(name, value)| prop(name, &value)).collect()
}

/// A text, which OSCAL reads as Markdown: nothing in it is markup. It is never empty.
pub(super) fn prose(text: &str) -> String {
    let text = escape(&flat(text));
    if text.is_empty() { "–".to_owned() } else { text }
}

/// The same of several texts, a paragraph each.
pub(super) fn paragraphs(texts: impl IntoIterator<Item = String>) -> String {
    texts.into_iter().map(|text| prose(&text)).collect::<Vec<_>>().join("\n\n")
}

pub(super) fn metadata(
    title: &str,
    modified: Day,
    version: &str,
    props: Vec<Value>,
    remarks: &str,
) -> Value {
    let mut metadata = json!({
        "title": prose(title),
        "last-modified": midnight(modified),
        "version": prose(version),
        "oscal-version": VERSION,
        "remarks": remarks,
    });
    put(&mut metadata, "props", props);
    metadata
}

/// Puts a list under a key; OSCAL refuses an empty one.
pub(super) fn put(object: &mut Value, key: &str, list: Vec<Value>) {
    if let (Some(object), false) = (object.as_object_mut(), list.is_empty()) {
        object.insert(key.to_owned(), list.into());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_and_identifiers_are_what_oscal_takes() {
        for (name, expected) in [
            ("act-2015/s52-notify", "act-2015.s52-notify"),
            ("2014/x", "_2014.x"),
            ("", "_"),
            ("a b\u{e9}", "a_b_"),
        ] {
            assert_eq!(token(name), expected);
        }
        assert_ne!(uuid(&["a", "b"]), uuid(&["ab"]));
        assert_eq!(uuid(&["a"]), uuid(&["a"]));
        assert_eq!(Uuid::parse_str(&uuid(&["a"])).map(|id| id.get_version_num()), Ok(5));
        assert_eq!(prop("a", " \u{feff}\n"), None);
    }
}
