//! A force of which there are several dates: each is an assessment of its own, none fills another's
//! silence, and which of them counts is said.

use serde_json::Value;

use crate::workplace::{NORTHMARCH, Workplace};

const EARLIER: &str = "2025-03-31";

fn earlier(rest: &str) -> String {
    format!("{}\n{rest}", NORTHMARCH.replace("2026-03-31", EARLIER))
}

/// Two dates: what the earlier says of coordinator and budget, the later doesn't.
fn two_dates() -> Workplace {
    Workplace::new()
        .file(
            "old.toml",
            earlier("[coordinator]\nstate = \"in place\"\n\n[budget]\nstate = \"absent\"\n"),
        )
        .declared("new.toml", "[lead]\nstate = \"planned\"\n")
}

fn state(result: &Value, id: &str) -> String {
    let all = result["arrangements"].as_array().unwrap();
    let own = all.iter().find(|one| one["arrangement"] == id).unwrap();
    own["state"].as_str().unwrap().to_owned()
}

fn notes(result: &Value) -> String {
    result["notes"].to_string()
}

#[test]
fn the_latest_counts_and_nothing_fills_its_silence() {
    let place = two_dates();
    let alone = place.result("check new.toml");
    for line in ["check old.toml new.toml", "check new.toml old.toml", "check ."] {
        let both = place.result(line);
        assert_eq!(both["as_of"], "2026-03-31", "{line}");
        assert_eq!(both["counts"], alone["counts"], "{line}");
        assert_eq!(both["contradictions"], Value::Array(Vec::new()), "{line}");
        assert_eq!(state(&both, "coordinator"), "not stated", "{line}");
        assert!(notes(&both).contains("old.toml` (of 2025-03-31) isn't part of this"), "{both}");
    }
}

#[test]
fn what_was_passed_over_is_said() {
    let line = "check --format ndjson --output out.ndjson old.toml new.toml";
    two_dates().run(line).done().golden("dates/passed-over");
}

#[test]
fn the_day_assessed_picks_the_date() {
    let place = two_dates();
    let result = place.result("check --as-of 2025-12-31 old.toml new.toml");
    assert_eq!((&result["as_of"], &result["assessed_on"]), (&EARLIER.into(), &"2025-12-31".into()));
    assert_eq!(state(&result, "coordinator"), "in place");
    assert!(notes(&result).contains("new.toml"), "{result}");
    // Before every date the first is the nearest.
    let result = place.result("check --as-of 2025-01-01 new.toml old.toml");
    assert_eq!(result["as_of"], EARLIER);
}

#[test]
fn a_paper_joins_the_declaration_that_holds_at_its_date() {
    let paper = |day: &str, says: &str| {
        format!("Northmarch Police\n\n{day}\n\nNorthmarch Police has {says} for modern slavery.\n")
    };
    let place = two_dates()
        .file("between.txt", paper("1 May 2025", "a dedicated coordinator"))
        .file("after.txt", paper("1 May 2026", "a dedicated coordinator"))
        .file("before.txt", paper("1 May 2024", "a dedicated coordinator"));
    let at = |papers: &str, day: &str| {
        state(&place.result(&format!("check{day} old.toml new.toml{papers}")), "coordinator")
    };
    assert_eq!(at("", ""), "not stated");
    assert_eq!(at(" between.txt", ""), "not stated");
    assert_eq!(at(" before.txt", ""), "not stated");
    assert_eq!(at(" after.txt", ""), "in place");
    // Papers alone, and those older than every declaration, are merged among themselves.
    let result = place.result("check before.txt between.txt");
    assert_eq!(result["inputs"].as_array().unwrap().len(), 2);
    let result = place.result("check new.toml before.txt between.txt");
    assert_eq!(result["inputs"].as_array().unwrap().len(), 1);
    assert!(notes(&result).contains("before.txt"), "{result}");
}

#[test]
fn two_declarations_of_one_day_are_a_fault_that_names_both() {
    let place = two_dates()
        .declared("again.toml", "[lead]\nstate = \"in place\"\n")
        .file("eastmere.toml", NORTHMARCH.replace("northmarch", "eastmere"));
    place.run("check new.toml again.toml").wrong().golden("dates/same-day");
    // The others are assessed; of this force no older date takes the place of what can't be told.
    let run =
        place.run("check --format json old.toml new.toml again.toml eastmere.toml").incomplete();
    let result: Value = serde_json::from_str(&run.out).unwrap();
    let forces: Vec<&Value> =
        result["assessments"].as_array().unwrap().iter().map(|one| &one["force"]).collect();
    assert_eq!(forces, ["eastmere"]);
    assert_eq!(result["unassessed"], 2);
}
