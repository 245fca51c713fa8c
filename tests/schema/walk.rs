//! Ways through a schema: to every table that it closes, and to something that it takes.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

/// One step into a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Step {
    Key(String),
    First,
}

pub(crate) type Path = Vec<Step>;

/// A table in which a schema allows some keys and no others.
#[derive(Default)]
pub(crate) struct Closed {
    /// Its keys, each with what may stand there.
    pub(crate) keys: BTreeMap<String, Value>,
    /// The least that the schema takes for it.
    pub(crate) least: toml::Table,
}

/// Every closed table of a schema, by the way to it. Where several may stand in one place, their
/// keys are taken together.
pub(crate) fn closed(root: &Value) -> BTreeMap<Path, Closed> {
    let mut found = BTreeMap::new();
    walk(root, root, &mut Vec::new(), &mut Vec::new(), &mut found);
    found
}

fn walk<'a>(
    root: &'a Value,
    schema: &'a Value,
    path: &mut Path,
    inside: &mut Vec<&'a str>,
    found: &mut BTreeMap<Path, Closed>,
) {
    if let Some(reference) = schema["$ref"].as_str() {
        if !inside.contains(&reference) {
            inside.push(reference);
            walk(root, target(root, reference), path, inside, found);
            inside.pop();
        }
        return;
    }
    let into = |step: Step, schema, path: &mut Path, inside: &mut _, found: &mut _| {
        path.push(step);
        walk(root, schema, path, inside, found);
        path.pop();
    };
    if let Some(properties) = schema["properties"].as_object() {
        assert_eq!(schema["additionalProperties"], false, "open at {path:?}");
        let closed = found.entry(path.clone()).or_default();
        closed.keys.extend(properties.iter().map(|(key, of)| (key.clone(), of.clone())));
        if let toml::Value::Table(least) = sample(root, schema) {
            closed.least = least;
        }
        for (key, of) in properties {
            into(Step::Key(key.clone()), of, path, inside, found);
        }
    } else if schema["additionalProperties"].is_object() {
        let any = Step::Key("some-key".to_owned());
        into(any, &schema["additionalProperties"], path, inside, found);
    }
    if schema["items"].is_object() {
        into(Step::First, &schema["items"], path, inside, found);
    }
    for branch in schema["anyOf"].as_array().into_iter().flatten() {
        walk(root, branch, path, inside, found);
    }
}

fn target<'a>(root: &'a Value, reference: &str) -> &'a Value {
    root.pointer(reference.strip_prefix('#').unwrap()).unwrap()
}

/// Something that a schema takes: as little as it asks for.
pub(crate) fn sample(root: &Value, schema: &Value) -> toml::Value {
    if let Some(reference) = schema["$ref"].as_str() {
        return sample(root, target(root, reference));
    }
    if let Some(first) = schema["anyOf"].get(0) {
        return sample(root, first);
    }
    if let Some(word) = schema["enum"].get(0) {
        return word.as_str().unwrap().into();
    }
    let kind = schema["type"].as_str().or(schema["type"][0].as_str());
    match kind.unwrap_or("object") {
        "string" => {
            let pattern = regex::Regex::new(schema["pattern"].as_str().unwrap()).unwrap();
            let digest = "0".repeat(64);
            let address = "https://northmarch.example";
            let texts = ["some-words", "2017-06-30", "constable", address, &digest, "12mo"];
            (*texts.iter().find(|text| pattern.is_match(text)).unwrap()).into()
        }
        "integer" => 1.into(),
        "boolean" => true.into(),
        "array" => {
            let count = schema["minItems"].as_u64().unwrap_or(0);
            let items = (0..count).map(|_| sample(root, &schema["items"]));
            toml::Value::Array(items.collect())
        }
        "object" => {
            let lists = [&schema["required"], &schema["else"]["required"]];
            let required = lists.into_iter().flat_map(|all| all.as_array()).flatten();
            let keys = required.map(|key| key.as_str().unwrap().to_owned());
            let table = keys.map(|key| {
                let value = sample(root, &schema["properties"][&key]);
                (key, value)
            });
            toml::Value::Table(table.collect())
        }
        other => panic!("a sample of {other}"),
    }
}

/// A file with tables made along the way wherever it has none, each the least that is taken.
pub(crate) fn reach<'a>(
    file: &'a mut toml::Table,
    path: &[Step],
    tables: &BTreeMap<Path, Closed>,
) -> &'a mut toml::Table {
    let mut steps = path.iter().enumerate().peekable();
    let mut table = file;
    while let Some((at, step)) = steps.next() {
        let Step::Key(key) = step else { panic!("two lists in each other: {path:?}") };
        let in_list = steps.next_if(|(_, step)| **step == Step::First).is_some();
        let to = &path[..=at + usize::from(in_list)];
        let least = || {
            toml::Value::Table(
                tables.get(to).map(|closed| closed.least.clone()).unwrap_or_default(),
            )
        };
        let value = table.entry(key.clone()).or_insert_with(|| toml::Value::Array(Vec::new()));
        let value = if in_list {
            let list = value.as_array_mut().unwrap();
            if list.is_empty() {
                list.push(least());
            }
            list.first_mut().unwrap()
        } else {
            value
        };
        if !value.is_table() {
            *value = least();
        }
        table = value.as_table_mut().unwrap();
    }
    table
}

/// The words of every closed list in a schema.
pub(crate) fn words(schema: &Value) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let own = schema["enum"].as_array().into_iter().flatten();
    found.extend(own.filter_map(Value::as_str).map(str::to_owned));
    let parts = match schema {
        Value::Array(items) => items.iter().collect::<Vec<_>>(),
        Value::Object(table) => table.values().collect(),
        _ => Vec::new(),
    };
    found.extend(parts.into_iter().flat_map(words));
    found
}
