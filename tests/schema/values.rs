//! Value by value: what the loader wouldn't read the schema refuses, and nothing that it would.

use std::collections::BTreeSet;

use msacheck::report::SchemaKind;
use msacheck::source::Fault;
use msacheck::standing::Words;
use toml::Value;

use crate::judge::Judge;
use crate::walk::{Path, Step, closed, reach, sample, words};

/// Faults that show in a value alone, apart from the rest of its file: a schema must see them.
const SEEN: [&str; 16] = [
    "toml::unknown-key",
    "toml::missing-key",
    "toml::wrong-type",
    "toml::unknown-word",
    "toml::not-a-date",
    "toml::not-filled-in",
    "declaration::unknown-arrangement",
    "declaration::unknown-value",
    "declaration::unknown-rank",
    "declaration::not-an-id",
    "rules::not-an-id",
    "rules::unknown-type",
    "rules::no-words",
    "rules::superseded-by-what",
    "need::empty",
    "need::unknown-shape",
];

/// What is put in the place of every value, whatever belongs there.
///
/// No month in it is a range from high to low, such as 2017-06: a schema can't compare the two.
fn changes() -> Vec<Value> {
    let one = |value: Value| Value::Array(vec![value]);
    let texts = [
        "some-words",
        "Words",
        "",
        "…",
        " … ",
        "… and more",
        "2017",
        "0006-12",
        "2017-06-30",
        "0006-13",
        "2017-06-00",
        "10-15",
        "10–15",
        "at least 3",
        "at most +3",
        "at least",
        "ten",
        "D/Supt.",
        "police staff grade G",
        "Wizard",
        "lead",
        "lead where rank",
        "lead rank",
    ];
    let mut values: Vec<Value> = texts.iter().map(|text| Value::from(*text)).collect();
    values.extend(texts.iter().map(|text| one(Value::from(*text))));
    let strange = toml::Table::from_iter([("qqqqq".to_owned(), Value::from(1))]);
    let dates = ["2017-06-30", "2017-06-30T10:00:00", "10:00:00"];
    values.extend(dates.iter().map(|date| Value::Datetime(date.parse().unwrap())));
    values.extend([7.into(), 0.into(), (-1).into(), 1.5.into(), true.into()]);
    values.extend([Value::Array(Vec::new()), one(7.into()), one(Value::Array(Vec::new()))]);
    values.extend([Value::Table(toml::Table::new()), one(Value::Table(toml::Table::new()))]);
    values.extend([Value::Table(strange.clone()), one(Value::Table(strange))]);
    values
}

#[test]
fn the_loader_and_the_schema_agree_on_every_value() {
    let changes = changes();
    let mut agreed = 0;
    for kind in SchemaKind::ALL.iter().filter(|kind| kind.is_written_by_people()) {
        let judge = Judge::new(*kind);
        let tables = closed(&judge.schema);
        for (path, table) in &tables {
            let mut sound = judge.base();
            reach(&mut sound, path, &tables);
            assert_sound(&judge, path, &sound);
            for (key, schema) in &table.keys {
                let own = words(schema).into_iter().map(Value::from);
                let own = own.chain([sample(&judge.schema, schema)]);
                let values = changes.iter().cloned().chain(own).map(Some).chain([None]);
                for value in values {
                    let dated = value.as_ref().is_some_and(Value::is_datetime);
                    let mut file = sound.clone();
                    let table = reach(&mut file, path, &tables);
                    match value {
                        Some(value) => drop(table.insert(key.clone(), value)),
                        None => drop(table.remove(key)),
                    }
                    let text = toml::to_string(&file).unwrap();
                    assert_agree(&judge, &text, dated, &format!("{path:?}, {key}"));
                    agreed += 1;
                }
            }
        }
    }
    assert!(agreed > 10_000, "only {agreed} changes compared");
}

/// A table that is faulty before anything is changed in it would prove nothing.
fn assert_sound(judge: &Judge, path: &Path, file: &toml::Table) {
    let text = toml::to_string(file).unwrap();
    assert_eq!(judge.objections(&text), [""; 0], "{}: {path:?}\n{text}", judge.kind);
    // An example has no sources, so that its evidence can name none, and its facts are of a day before
    // that which every sample of a date is.
    let key = |name: &str| path.contains(&Step::Key(name.to_owned()));
    // A gap has needs in words that no schema knows.
    if !(key("gap") || key("example") && (key("evidence") || key("none"))) {
        let lines: Vec<String> = judge.faults(&text).iter().map(Fault::one_line).collect();
        assert!(lines.is_empty(), "{}: {path:?}: {lines:?}\n{text}", judge.kind);
    }
}

/// A date reaches a schema as text: that one stands where words are asked for it can't see.
fn assert_agree(judge: &Judge, text: &str, dated: bool, place: &str) {
    let objections = judge.objections(text);
    let faults = judge.faults(text);
    let lines: Vec<String> = faults.iter().map(Fault::one_line).collect();
    let kind = judge.kind;
    assert!(
        objections.is_empty() || !faults.is_empty(),
        "{kind}: {place}: the loader takes what the schema doesn't: {objections:?}\n{text}"
    );
    let codes: BTreeSet<&str> = faults.iter().map(Fault::fault_code).collect();
    assert!(
        dated || !objections.is_empty() || !SEEN.iter().any(|code| codes.contains(code)),
        "{kind}: {place}: the schema takes what the loader doesn't: {lines:?}\n{text}"
    );
}
