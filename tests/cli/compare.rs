//! `compare` of one force: what changed from one date to the next, with both sides of it.

use msacheck::report::{COMPARISON_FORMATS, SchemaKind, schema};
use msacheck::rulebook::Vocabulary;
use serde_json::Value;

use crate::workplace::{NORTHMARCH, Workplace};

const PAIR: &str = "samples/west-midlands-2017.toml samples/west-midlands-2018.toml";

/// A declaration of Northmarch of a day.
fn of(day: &str, rest: &str) -> String {
    format!("{}\n{rest}", NORTHMARCH.replace("2026-03-31", day))
}

/// What changed, as JSON.
fn step(place: &Workplace, line: &str) -> Value {
    let run = place.run(&format!("compare --format json {line}")).done();
    let result: Value = serde_json::from_str(&run.out).unwrap();
    result["histories"][0]["changes"][0].clone()
}

fn change<'a>(step: &'a Value, list: &str, key: &str, id: &str) -> &'a Value {
    let all = step[list].as_array().unwrap();
    all.iter().find(|one| one[key] == id).unwrap_or(&Value::Null)
}

#[test]
fn a_real_pair_on_a_terminal() {
    let place = Workplace::with_samples();
    let args: Vec<&str> = ["compare"].into_iter().chain(PAIR.split(' ')).collect();
    for columns in [80, 200] {
        let run = place.with(&args).columns(columns).run().done().fits(columns);
        run.golden(&format!("compare/west-midlands-{columns}"));
    }
}

#[test]
fn each_side_has_its_words_source_and_date() {
    let place = Workplace::with_samples();
    let step = step(&place, PAIR);
    assert_eq!((&step["before"], &step["after"]), (&"2017-06-30".into(), &"2018-05-14".into()));
    let lead = change(&step, "requirements", "requirement", "strategy-2014/pursue-lead");
    assert_eq!(lead["change"], "closed");
    for (side, as_of, value, title) in [
        ("before", "2017-06-30", "partly met", "Freedom of Information answer"),
        ("after", "2018-05-14", "met", "Liberate"),
    ] {
        let side = &lead[side];
        assert_eq!((&side["as_of"], &side["value"]), (&as_of.into(), &value.into()));
        let cited = &side["evidence"][0];
        assert!(cited["quote"].is_string() && cited["title"].as_str().unwrap().contains(title));
    }
    for format in ["table", "html", "markdown", "csv"] {
        let run = place.run(&format!("compare --full --format {format} {PAIR}")).done();
        let out = run.out.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(out.contains("part time Force Lead"), "{format}");
        assert!(out.contains("We have a nominated force lead, deputy force lead"), "{format}");
    }
}

#[test]
fn silence_is_never_an_improvement() {
    let place = Workplace::new()
        .file("old.toml", of("2025-03-31", "[coordinator]\nstate = \"absent\"\n"))
        .declared("new.toml", "");
    let step = step(&place, "old.toml new.toml");
    let own = change(&step, "requirements", "requirement", "strategy-2014/pursue-spoc");
    assert_eq!(own["change"], "went silent");
    assert_eq!(own["before"]["value"], "not met");
    assert_eq!(own["after"]["value"], "not evidenced");
    let own = change(&step, "arrangements", "arrangement", "coordinator");
    assert_eq!(own["change"], "went silent");
    for change in ["closed", "improved", "nearer to met"] {
        assert_eq!(step["counts"].get(change), None, "{step}");
    }
    // The other way round it is told, and that is no improvement either.
    let place = Workplace::new()
        .file("old.toml", of("2025-03-31", ""))
        .declared("new.toml", "[coordinator]\nstate = \"absent\"\n");
    let step = self::step(&place, "old.toml new.toml");
    let own = change(&step, "requirements", "requirement", "strategy-2014/pursue-spoc");
    assert_eq!(own["change"], "newly stated");
}

#[test]
fn what_only_the_rules_did_is_told_apart() {
    let says = "[coordinator]\nstate = \"absent\"\n\n[notification]\nstate = \"absent\"\n";
    let place = Workplace::new()
        .file("old.toml", of("2015-03-31", says))
        .file("new.toml", of("2016-03-31", says));
    let own = step(&place, "old.toml new.toml");
    let duty = change(&own, "requirements", "requirement", "act-2015/s52-notify");
    assert_eq!(duty["change"], "rule began");
    assert_eq!(duty["before"]["value"], "not in force");
    let counts = own["counts"].as_object().unwrap();
    let rules = ["rule began", "rule changed", "rule ended", "superseded", "same"];
    assert!(counts.keys().all(|key| rules.contains(&key.as_str())), "{counts:?}");
    // Held against the law of one day, nothing changed at all.
    let own = step(&place, "--as-of 2016-03-31 old.toml new.toml");
    assert_eq!(own["requirements"], Value::Array(Vec::new()));
    assert_eq!(own["arrangements"], Value::Array(Vec::new()));
}

#[test]
fn a_saved_result_is_taken_as_its_declaration_is() {
    let place = Workplace::with_samples();
    let fresh = step(&place, PAIR);
    let (old, _) = PAIR.split_once(' ').unwrap();
    place.run(&format!("check --format json --output old.json {old}")).done();
    let (_, new) = PAIR.split_once(' ').unwrap();
    assert_eq!(step(&place, &format!("old.json {new}")), fresh);
    place.run(&format!("compare old.json {old}")).wrong().golden("compare/twice");
    // One that can't be read keeps its row.
    let place = place.file("bad.json", "{");
    let run = place.run(&format!("compare --format json bad.json {PAIR}")).incomplete();
    let result: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(result["lost"][0], "bad.json");
}

#[test]
fn several_dates_are_several_steps() {
    let place = Workplace::new()
        .file("a.toml", of("2023-03-31", "[coordinator]\nstate = \"planned\"\n"))
        .file("b.toml", of("2024-03-31", "[coordinator]\nstate = \"in place\"\n"))
        .file("c.toml", of("2025-03-31", ""));
    let run = place.run("compare --format json c.toml a.toml b.toml").done().quiet();
    let result: Value = serde_json::from_str(&run.out).unwrap();
    let steps = result["histories"][0]["changes"].as_array().unwrap();
    let spoc = |at: usize| {
        change(&steps[at], "requirements", "requirement", "strategy-2014/pursue-spoc")["change"]
            .clone()
    };
    assert_eq!((spoc(0), spoc(1)), ("closed".into(), "went silent".into()));
    let rows: Vec<&Value> =
        result["rows"].as_array().unwrap().iter().map(|row| &row["as_of"]).collect();
    assert_eq!(rows, ["2023-03-31", "2024-03-31", "2025-03-31"], "of one force, a row a date");
}

#[test]
fn every_comparison_is_as_its_schema_says() {
    let schema: Value =
        serde_json::from_str(&schema(SchemaKind::Comparison, &Vocabulary::default()).unwrap())
            .unwrap();
    let judge = jsonschema::validator_for(&schema).unwrap();
    let place = Workplace::with_samples();
    for line in [
        PAIR,
        "--group-by region samples/*.toml",
        "--by arrangement --group-by kind samples/*.toml",
        "--by instrument samples/*.toml nowhere.toml",
        "--strength duty samples/*.toml",
    ] {
        let whole = place.run(&format!("compare --format json {line}")).out;
        let lines = place.run(&format!("compare --format ndjson {line}")).out;
        for text in std::iter::once(whole.as_str()).chain(lines.lines()) {
            let result: Value = serde_json::from_str(text).unwrap();
            let objections: Vec<String> =
                judge.iter_errors(&result).map(|e| format!("{}: {e}", e.instance_path())).collect();
            assert!(objections.is_empty(), "{line}: {}", objections.join("\n"));
            for key in result.as_object().unwrap().keys() {
                let mut lacking = result.clone();
                lacking.as_object_mut().unwrap().remove(key);
                assert!(!judge.is_valid(&lacking), "without {key}");
            }
        }
    }
}

#[test]
fn there_must_be_something_to_compare_and_no_input_is_written_over() {
    let place = Workplace::with_samples();
    place.run("compare samples/west-midlands-2017.toml").wrong().golden("compare/alone");
    let (old, _) = PAIR.split_once(' ').unwrap();
    let was = place.read(old);
    for format in COMPARISON_FORMATS {
        let name = format.name;
        let run = place.run(&format!("compare --format {name} --overwrite --output {old} {PAIR}"));
        assert_eq!(run.wrong().out, "", "{name}");
        assert_eq!(place.read(old), was, "{name}");
    }
    place.run(&format!("compare --output page.html {PAIR}")).done();
    // As it was written it is written anew; what somebody went on writing in isn't.
    place.run(&format!("compare --output page.html {PAIR}")).done();
    let changed = place.read("page.html").replace("dates compared", "dates compared, in short");
    let place = place.file("page.html", changed);
    place.run(&format!("compare --output page.html {PAIR}")).wrong();
}
