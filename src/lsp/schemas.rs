//! The schemas of our files, walked by key: what may stand at a place, and what it is for.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use serde_json::Value;

use crate::report::{SchemaKind, schema};
use crate::rulebook::Vocabulary;
use crate::standing::Words as _;

/// The schemas that were asked for, made once.
#[derive(Default)]
pub(super) struct Schemas(RefCell<BTreeMap<&'static str, Rc<Value>>>);

impl Schemas {
    /// Forgets them: the rules changed.
    pub(super) fn clear(&self) {
        self.0.borrow_mut().clear();
    }

    pub(super) fn of(&self, kind: SchemaKind, vocabulary: &Vocabulary) -> Rc<Value> {
        let mut known = self.0.borrow_mut();
        let made = || {
            let text = schema(kind, vocabulary).unwrap_or_default();
            Rc::new(serde_json::from_str(&text).unwrap_or_default())
        };
        Rc::clone(known.entry(kind.word()).or_insert_with(made))
    }
}

/// How deep references and choices are followed at one place.
const DEEPEST: usize = 8;

/// What a schema says of the place under some keys: all that it may be. Lists are stepped into.
pub(super) fn at<'s>(root: &'s Value, keys: &[String]) -> Vec<&'s Value> {
    let mut found = Vec::new();
    expand(root, root, DEEPEST, &mut found);
    for key in keys {
        let mut next = Vec::new();
        for node in found {
            let named = node.get("properties").and_then(|own| own.get(key));
            let any = || node.get("additionalProperties").filter(|own| own.is_object());
            if let Some(node) = named.or_else(any) {
                expand(root, node, DEEPEST, &mut next);
            }
        }
        found = next;
    }
    found
}

/// A place with all that it may be: what it refers to, its choices, the items of a list.
fn expand<'s>(root: &'s Value, node: &'s Value, left: usize, into: &mut Vec<&'s Value>) {
    let Some(left) = left.checked_sub(1) else { return };
    into.push(node);
    let named = node.get("$ref").and_then(Value::as_str).and_then(|own| own.strip_prefix('#'));
    let choices = ["anyOf", "oneOf", "allOf"].iter().filter_map(|key| node.get(*key)?.as_array());
    let parts = named.and_then(|path| root.pointer(path)).into_iter().chain(node.get("items"));
    for part in parts.chain(choices.flatten()) {
        expand(root, part, left, into);
    }
}

/// What a place is for.
pub(super) fn description<'s>(nodes: &[&'s Value]) -> Option<&'s str> {
    nodes.iter().find_map(|node| node.get("description")?.as_str())
}

/// The words that may stand at a place.
pub(super) fn words(nodes: &[&Value]) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for node in nodes {
        let listed = node.get("enum").and_then(Value::as_array).into_iter().flatten();
        for word in listed.chain(node.get("const")).filter_map(Value::as_str) {
            if !words.iter().any(|known| known == word) {
                words.push(word.to_owned());
            }
        }
    }
    words
}

/// Whether a yes or no may stand there.
pub(super) fn takes_yes_or_no(nodes: &[&Value]) -> bool {
    nodes.iter().any(|node| node.get("type").and_then(Value::as_str) == Some("boolean"))
}
