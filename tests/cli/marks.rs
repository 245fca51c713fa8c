//! What the gate made of each finding, and what inspectors find beside it, in every format: waived,
//! expired, in the baseline, worse than it, and gone silent since.

use msacheck::report::{SchemaKind, schema};
use msacheck::rulebook::Vocabulary;
use serde_json::{Value, json};

use crate::workplace::{Workplace, text_formats};

const CHECK: &str = "check --strength duty --arrangement notification \
                     --arrangement commissioner-cooperation --fail-on not-evidenced --format json \
                     samples/west-midlands-2017.toml";

/// A result of four duties of which one is waived, one is in the baseline, one has a waiver that
/// expired and one is worse than the baseline records; an arrangement went silent.
pub(crate) fn marked() -> (Workplace, Value) {
    let place = Workplace::with_samples();
    let mut result: Value = serde_json::from_str(&place.run(CHECK).failed().out).unwrap();
    let at = json!({ "file": "msacheck.toml", "line": 4, "column": 1 });
    let marks = result["gate"]["marks"].as_array().unwrap().clone();
    let id = |index: usize| marks[index]["requirement"].clone();
    let waiver = |index: usize, last_day: &str| {
        json!({
            "requirement": id(index), "reason": "The register starts in May.",
            "owner": "head of public protection", "last_day": last_day, "place": at,
        })
    };
    let gate = &mut result["gate"];
    gate["marks"][0]["ruling"] = "waived".into();
    gate["marks"][0]["waiver"] = waiver(0, "2027-01-31");
    gate["marks"][1]["ruling"] = "baselined".into();
    gate["marks"][1]["compared"] = json!({ "change": "same", "was": "not evidenced" });
    gate["marks"][2]["ruling"] = "expired".into();
    gate["marks"][2]["waiver"] = waiver(2, "2026-10-31");
    gate["marks"][3]["compared"] = json!({
        "change": "worse", "was": "planned",
        "fell": [{ "need": "notification", "was": "planned", "is": "not stated" }],
    });
    gate["failing"] = json!([id(2), id(3)]);
    gate["today"] = "2026-11-24".into();
    gate["baseline"] = json!({ "file": "baseline.toml", "as_of": "2017-01-31" });
    gate["went_silent"] = json!([{
        "arrangement": "training", "name": "training", "was": "partial",
        "place": { "file": "samples/west-midlands-2017.toml", "line": 4, "column": 1 },
    }]);
    gate["closed"] = json!([{
        "requirement": "strategy-2014/pursue-lead", "was": "not met", "now": "partly met",
    }]);
    gate["idle_waivers"] = json!([{ "waiver": waiver(0, "2027-01-31"), "why": "met" }]);
    let judged = |last_day: &str| {
        json!({
            "requirement": id(3), "verdict": "met by other means", "role": "inspector",
            "date": "2026-10-01", "reason": "The region notifies for the force.",
            "last_day": last_day, "place": at,
        })
    };
    result["judgements"] = json!({
        "today": "2026-11-24", "holding": [judged("2027-09-30")], "expired": [judged("2026-10-31")],
    });
    std::fs::write(place.path("result.json"), result.to_string()).unwrap();
    (place, result)
}

#[test]
fn every_mark_has_a_place_in_the_schema() {
    let (_, result) = marked();
    let schema = schema(SchemaKind::Result, &Vocabulary::default()).unwrap();
    let judge = jsonschema::validator_for(&serde_json::from_str(&schema).unwrap()).unwrap();
    let objections: Vec<String> =
        judge.iter_errors(&result).map(|e| format!("{}: {e}", e.instance_path())).collect();
    assert!(objections.is_empty(), "{}", objections.join("\n"));
}

#[test]
fn every_format_shows_what_it_can_of_the_marks() {
    // How each looks stands in the golden files of `tests/frozen`.
    let (place, result) = marked();
    let marks = result["gate"]["marks"].as_array().unwrap();
    let id = |index: usize| marks[index]["requirement"].as_str().unwrap();
    for format in text_formats() {
        let name = format.name;
        let out = place.run(&format!("report result.json --format {name}")).failed().quiet().out;
        let folded = out.split_whitespace().collect::<Vec<_>>().join(" ");
        let can_mark = !["sarif", "gitlab", "github"].contains(&name);
        for (index, shown) in [can_mark, can_mark, true, true].into_iter().enumerate() {
            // Where OSCAL names a control, its slash is a point.
            let told = folded.contains(id(index)) || folded.contains(&id(index).replace('/', "."));
            assert!(told || !shown, "{name} leaves {} out: {out}", id(index));
        }
        let told: &[&str] = match name {
            "csv" | "oscal" => {
                &["\"waived\"", "\"in the baseline\"", "went silent", "by other means"]
            }
            "json" => &["\"waived\"", "\"baselined\"", "\"expired\"", "\"worse\"", "went silent"],
            "sarif" | "gitlab" | "github" => &["waiver", "over", "worse", "went silent"],
            _ => &["waived", "baseline", "over", "worse", "went silent", "by other means"],
        };
        let folded = folded.to_lowercase().replace(['-', '_'], " ");
        for told in told {
            assert!(folded.contains(told), "{name} doesn't tell `{told}`: {out}");
        }
    }
}

#[test]
fn what_is_let_pass_is_left_out_where_it_can_not_be_marked() {
    let (place, result) = marked();
    let marks = result["gate"]["marks"].as_array().unwrap();
    let id = |index: usize| marks[index]["requirement"].as_str().unwrap();
    for (more, waived) in [("", false), (" --with-suppressed", true)] {
        let run = |format: &str| place.run(&format!("report result.json --format {format}{more}"));
        for format in ["sarif", "gitlab", "github"] {
            let out = run(format).out;
            let told = |id: &str| match format {
                "sarif" => out.contains(&format!("\"ruleId\": \"{id}\"")),
                "gitlab" => out.contains(&format!("\"check_name\": \"{id}\"")),
                _ => out.lines().any(|line| line.starts_with("::") && line.contains(id)),
            };
            assert_eq!((told(id(0)), told(id(1))), (waived, waived), "{format}{more}");
            assert!(told(id(2)) && told(id(3)), "{format}{more}");
            assert!(out.contains("training went silent"), "{format}{more}");
        }
        let log: Value = serde_json::from_str(&run("sarif").out).unwrap();
        let results = log["runs"][0]["results"].as_array().unwrap();
        let suppressed = results.iter().filter(|one| one.get("suppressions").is_some()).count();
        assert_eq!(suppressed, if waived { 2 } else { 0 });
        assert_eq!(results.len(), if waived { 5 } else { 3 });
    }
    // What can mark it shows it without being asked.
    for format in ["markdown", "junit"] {
        let out = place.run(&format!("report result.json --format {format}")).out;
        assert!(out.contains("waived until 2027-01-31") && out.contains("in the baseline"));
    }
}

#[test]
fn a_judgement_moves_nothing() {
    let (place, mut result) = marked();
    let with = place.run("report result.json --format junit").out;
    let judgement = "Inspector's judgement beside it: met by other means: The region notifies";
    // Where it fails the gate, the failure says so, too.
    assert_eq!(with.matches(&judgement.replace('\'', "&apos;")).count(), 2, "{with}");
    result["judgements"] = json!({ "today": null, "holding": [], "expired": [] });
    std::fs::write(place.path("result.json"), result.to_string()).unwrap();
    let without = place.run("report result.json --format junit").out;
    assert_eq!(without.lines().count(), with.lines().count() - 1, "a line of its own");
    let counts = |text: &str| text.lines().nth(1).unwrap().to_owned();
    assert_eq!(counts(&without), counts(&with));
}

#[test]
fn a_gate_that_says_other_than_its_marks_is_refused() {
    let (place, result) = marked();
    for (key, value) in [("passes", json!(true)), ("failing", json!([])), ("marks", json!([]))] {
        let mut changed = result.clone();
        changed["gate"][key] = value;
        std::fs::write(place.path("result.json"), changed.to_string()).unwrap();
        let run = place.run("report result.json").wrong();
        assert!(run.err.contains("result::wrong-shape"), "{run}");
    }
}
