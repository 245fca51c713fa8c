//! What the gate made of each finding, and what inspectors find beside it, in every format: waived,
//! expired, in the baseline, worse than it, and gone silent since.

use msacheck::report::{SchemaKind, schema};
use msacheck::rulebook::Vocabulary;
use serde_json::{Value, json};

use crate::workplace::{Workplace, text_formats};

const CHECK: &str = "check --full --strength duty --arrangement notification \
                     --arrangement commissioner-cooperation --fail-on not-evidenced --format json \
                     samples/west-midlands-2017.toml";

/// The names of the requirements by what the gate makes of them.
pub(crate) struct Marked {
    pub(crate) waived: String,
    pub(crate) known: String,
    pub(crate) over: String,
    pub(crate) worse: String,
}

/// A result of four duties of which one is waived, one is in the baseline, one has a waiver that
/// expired and one is worse than the baseline records; an arrangement went silent.
pub(crate) fn marked() -> (Workplace, Value, Marked) {
    let place = Workplace::with_samples();
    let result: Value = serde_json::from_str(&place.run(CHECK).failed().out).unwrap();
    let of = |arrangement: &str| -> Vec<String> {
        let findings = result["findings"].as_array().unwrap().iter();
        let own = findings.filter(|one| one["because"][0]["arrangement"] == arrangement);
        own.map(|one| one["requirement"].as_str().unwrap().to_owned()).collect()
    };
    let [known] = of("commissioner-cooperation").try_into().unwrap();
    let [waived, over, worse] = of("notification").try_into().unwrap();
    let waiver = |requirement: &str, last_day: &str| {
        format!(
            "[[waiver]]\nrequirement = \"{requirement}\"\nreason = \"The register starts in May.\"\n\
             owner = \"head of public protection\"\nlast_day = {last_day}\n"
        )
    };
    let judged = |last_day: &str| {
        format!(
            "\n[[judgement]]\nrequirement = \"{worse}\"\nverdict = \"met by other means\"\n\
             role = \"inspector\"\ndate = 2026-10-01\n\
             reason = \"The region notifies for the force.\"\nlast_day = {last_day}\n"
        )
    };
    let declared = place.read("samples/west-midlands-2017.toml");
    let place = place
        .file("msacheck.toml", waiver(&waived, "2027-01-31") + &waiver(&over, "2026-10-31"))
        .file(
            "baseline.toml",
            format!(
                "schema = \"msacheck/baseline/1\"\n[force.west-midlands]\nas_of = 2017-01-31\n\
                 assessed_on = 2017-01-31\nstated.notification = \"planned\"\n\
                 [force.west-midlands.gap.\"{known}\"]\noutcome = \"not evidenced\"\n\
                 need.commissioner-cooperation = \"not stated\"\n\
                 [force.west-midlands.gap.\"{worse}\"]\noutcome = \"planned\"\n\
                 need.notification = \"planned\"\n"
            ),
        )
        .file(
            "samples/west-midlands-2017.toml",
            declared + &judged("2027-09-30") + &judged("2026-10-31"),
        );
    let result = place.run(&format!("{CHECK} --baseline baseline.toml")).failed().out;
    let place = place.file("result.json", &result);
    let result: Value = serde_json::from_str(&result).unwrap();
    (place, result, Marked { waived, known, over, worse })
}

#[test]
fn every_mark_has_a_place_in_the_schema() {
    let (_, result, _) = marked();
    let schema = schema(SchemaKind::Result, &Vocabulary::default()).unwrap();
    let judge = jsonschema::validator_for(&serde_json::from_str(&schema).unwrap()).unwrap();
    let objections: Vec<String> =
        judge.iter_errors(&result).map(|e| format!("{}: {e}", e.instance_path())).collect();
    assert!(objections.is_empty(), "{}", objections.join("\n"));
}

#[test]
fn every_format_shows_what_it_can_of_the_marks() {
    // How each looks stands in the golden files of `tests/frozen`.
    let (place, _, ids) = marked();
    let ids = [&ids.waived, &ids.known, &ids.over, &ids.worse];
    let id = |index: usize| ids[index].as_str();
    for format in text_formats() {
        let name = format.name;
        let out =
            place.run(&format!("report result.json --full --format {name}")).failed().quiet().out;
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
    let (place, _, ids) = marked();
    let ids = [&ids.waived, &ids.known, &ids.over, &ids.worse];
    let id = |index: usize| ids[index].as_str();
    for (more, waived) in [("", false), (" --with-suppressed", true)] {
        let run =
            |format: &str| place.run(&format!("report result.json --full --format {format}{more}"));
        for format in ["sarif", "gitlab", "github"] {
            let out = run(format).out;
            let told = |id: &str| match format {
                "sarif" => out.contains(&format!("\"ruleId\": \"{id}\"")),
                "gitlab" => out.contains(&format!("\"check_name\": \"{id}\"")),
                _ => out.lines().any(|line| line.starts_with("::") && line.contains(id)),
            };
            assert_eq!((told(id(0)), told(id(1))), (waived, waived), "{format}{more}");
            assert!(told(id(2)) && told(id(3)), "{format}{more}");
            assert!(out.contains("notification went silent"), "{format}{more}");
        }
        let log: Value = serde_json::from_str(&run("sarif").out).unwrap();
        let results = log["runs"][0]["results"].as_array().unwrap();
        let suppressed = results.iter().filter(|one| one.get("suppressions").is_some()).count();
        assert_eq!(suppressed, if waived { 2 } else { 0 });
        assert_eq!(results.len(), if waived { 5 } else { 3 });
    }
    // What can mark it shows it without being asked.
    for format in ["markdown", "junit"] {
        let out = place.run(&format!("report result.json --full --format {format}")).out;
        assert!(out.contains("waived until 2027-01-31") && out.contains("in the baseline"));
    }
}

#[test]
fn a_judgement_moves_nothing() {
    let (place, mut result, _) = marked();
    let with = place.run("report result.json --full --format junit").out;
    let judgement = "Inspector's judgement beside it: met by other means: The region notifies";
    // Where it fails the gate, the failure says so, too.
    assert_eq!(with.matches(&judgement.replace('\'', "&apos;")).count(), 2, "{with}");
    result["judgements"] = json!({ "today": null, "holding": [], "expired": [] });
    std::fs::write(place.path("result.json"), result.to_string()).unwrap();
    let without = place.run("report result.json --full --format junit").out;
    assert_eq!(without.lines().count(), with.lines().count() - 1, "a line of its own");
    let counts = |text: &str| text.lines().nth(1).unwrap().to_owned();
    assert_eq!(counts(&without), counts(&with));
}

#[test]
fn a_gate_that_says_other_than_its_marks_is_refused() {
    let (place, result, _) = marked();
    for (key, value) in [("passes", json!(true)), ("failing", json!([])), ("marks", json!([]))] {
        let mut changed = result.clone();
        changed["gate"][key] = value;
        std::fs::write(place.path("result.json"), changed.to_string()).unwrap();
        let run = place.run("report result.json --full").wrong();
        let refused = ["result::wrong-shape", "result::disagrees"];
        assert!(refused.iter().any(|code| run.err.contains(code)), "{run}");
    }
}
