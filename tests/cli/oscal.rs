//! OSCAL: valid by the official schemas, the numbers of the result, no gap that isn't stated.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::hostile_formats::both;
use crate::sheets::{Counted, counted};
use crate::workplace::{Workplace, repository};

const SAMPLE: &str = "samples/west-midlands-2017.toml";

/// What the official schema of OSCAL 1.2.1 has against a document.
fn objections(kind: &str, document: &Value) -> Vec<String> {
    let file = repository().join(format!("tests/formats/oscal-1.2.1/{kind}.schema.json"));
    let schema: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    let judge = jsonschema::draft7::new(&schema).unwrap();
    judge.iter_errors(document).map(|e| format!("{}: {e}", e.instance_path())).collect()
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// The value of a property of ours.
fn prop<'a>(of: &'a Value, name: &str) -> Option<&'a str> {
    let props = of["props"].as_array()?;
    props.iter().find(|prop| prop["name"] == name)?["value"].as_str()
}

fn results(document: &Value) -> &[Value] {
    document["assessment-results"]["results"].as_array().unwrap()
}

fn list<'a>(of: &'a Value, key: &str) -> &'a [Value] {
    of[key].as_array().map_or(&[], Vec::as_slice)
}

#[test]
fn oscal_is_valid_and_has_the_numbers_of_the_result() {
    let place = Workplace::with_samples();
    for of in [
        SAMPLE.to_owned(),
        format!("--fail-on not-evidenced {SAMPLE}"),
        format!("{SAMPLE} samples/fictional-all-in-place.toml nowhere.toml"),
        "--as-of 2017-06-30 samples/west-midlands-2017.txt".to_owned(),
        "--strength duty samples/fictional-just-begun.toml".to_owned(),
    ] {
        let expected =
            counted(&parsed(&place.run(&format!("check --full --format json {of}")).out));
        let document = parsed(&place.run(&format!("check --full --format oscal {of}")).out);
        assert_eq!(objections("assessment-results", &document), [""; 0], "{of}");
        assert_eq!(document["assessment-results"]["metadata"]["oscal-version"], "1.2.1");
        let mut found = Counted::new();
        for result in results(&document) {
            for observation in list(result, "observations") {
                let key = (
                    prop(result, "force").unwrap().to_owned(),
                    prop(observation, "outcome").unwrap().to_owned(),
                    prop(observation, "superseded") == Some("yes"),
                );
                *found.entry(key).or_default() += 1;
            }
            // Findings are of what is stated alone, and each rests on an observation of its outcome.
            for finding in list(result, "findings") {
                let state = finding["target"]["status"]["state"].as_str().unwrap();
                let outcome = prop(finding, "outcome").unwrap();
                let stated = ["not met", "planned", "partly met"].contains(&outcome);
                assert_eq!(state == "not-satisfied", stated, "{outcome}");
                assert_eq!(state == "satisfied", outcome == "met", "{outcome}");
                let id = &finding["related-observations"][0]["observation-uuid"];
                let observed = list(result, "observations").iter().find(|one| one["uuid"] == *id);
                assert_eq!(observed.and_then(|one| prop(one, "outcome")), Some(outcome));
            }
        }
        assert_eq!(found, expected, "{of}");
    }
}

#[test]
fn the_catalog_is_valid_and_holds_all_that_results_refer_to() {
    let place = Workplace::with_samples();
    let out = place.run("rules oscal").done().quiet().out;
    assert_eq!(out, place.run("rules oscal").out);
    let catalog = parsed(&out);
    assert_eq!(objections("catalog", &catalog), [""; 0]);
    let (mut controls, mut parts) = (BTreeSet::new(), BTreeSet::new());
    for group in list(&catalog["catalog"], "groups") {
        for control in list(group, "controls") {
            assert!(controls.insert(control["id"].as_str().unwrap().to_owned()), "{control}");
            for part in list(control, "parts") {
                assert!(parts.insert(part["id"].as_str().unwrap().to_owned()), "{part}");
            }
        }
    }
    assert!(controls.contains("act-2015.s52-notify"));
    let of = format!("{SAMPLE} samples/fictional-all-in-place.toml");
    let document = parsed(&place.run(&format!("check --full --format oscal {of}")).out);
    for result in results(&document) {
        let selection = &result["reviewed-controls"]["control-selections"][0];
        let reviewed = list(selection, "include-controls");
        assert_eq!(reviewed.len(), list(result, "observations").len());
        for control in reviewed {
            assert!(controls.contains(control["control-id"].as_str().unwrap()), "{control}");
        }
        for finding in list(result, "findings") {
            let target = finding["target"]["target-id"].as_str().unwrap();
            assert!(parts.contains(target), "{target}");
        }
    }
}

#[test]
fn a_waived_gap_is_not_told_as_not_satisfied() {
    let settings = "[[waiver]]\nrequirement = \"strategy-2014/pursue-lead\"\nreason = \"A lead \
                    starts in May.\"\nowner = \"head of crime\"\nlast_day = 2027-01-31\n";
    let place = Workplace::with_samples().file("msacheck.toml", settings);
    for (more, told) in [("", 0), (" --no-waivers", 1)] {
        let line = format!("check --full --fail-on partly-met{more} --format oscal {SAMPLE}");
        let document = parsed(&place.run(&line).failed().out);
        let result = &results(&document)[0];
        let is_lead = |one: &&Value| prop(one, "requirement") == Some("strategy-2014/pursue-lead");
        let observed: Vec<&Value> = list(result, "observations").iter().filter(is_lead).collect();
        let gate = if told == 0 { "waived" } else { "fails" };
        assert_eq!(prop(observed[0], "gate"), Some(gate));
        assert_eq!(prop(observed[0], "outcome"), Some("partly met"));
        assert_eq!(list(result, "findings").iter().filter(is_lead).count(), told);
    }
}

#[test]
fn hostile_texts_leave_oscal_valid() {
    let (harmless, hostile) = both("oscal", &[]);
    for text in [harmless, hostile] {
        assert_eq!(objections("assessment-results", &parsed(&text)), [""; 0]);
    }
}

#[test]
fn the_schemas_refuse_what_they_should() {
    let place = Workplace::with_samples();
    let document = parsed(&place.run(&format!("check --full --format oscal {SAMPLE}")).out);
    for (at, value) in [
        ("/assessment-results/results/0/findings/0/target/target-id", "a b"),
        ("/assessment-results/results/0/findings/0/target/status/state", "unknown"),
        ("/assessment-results/uuid", "x"),
        ("/assessment-results/results/0/start", "2017-06-30T00:00:00"),
    ] {
        let mut changed = document.clone();
        *changed.pointer_mut(at).unwrap() = value.into();
        assert!(!objections("assessment-results", &changed).is_empty(), "{at}");
    }
}
