//! `check --format json`: the shape that other programs rely on.

use msacheck::assessment::Assessment;
use msacheck::report::{Spacing, result_json};
use msacheck::result::read;
use msacheck::source::Text;
use serde_json::Value;

use crate::workplace::Workplace;

fn result(line: &str) -> Value {
    let run = Workplace::with_samples().run(line).done().quiet();
    serde_json::from_str(&run.out).unwrap()
}

/// The keys of an object, in order of the alphabet.
fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

/// That an object has at least these keys.
fn has(value: &Value, expected: &[&str]) {
    let keys = keys(value);
    for key in expected {
        assert!(keys.contains(key), "no `{key}` among {keys:?}");
    }
}

#[test]
fn one_force_is_an_object_of_its_own() {
    let result = result("check --full --format json samples/west-midlands-2017.toml");
    assert_eq!(result["schema"], "msacheck/assessment/2");
    assert_eq!(result["incomplete"], false);
    has(&result, &["schema", "force", "as_of", "arrangements", "findings", "counts"]);
    has(&result["arrangements"][0], &["arrangement", "state", "basis", "reason", "evidence"]);
    has(&result["arrangements"][0]["evidence"][0], &["source", "quote", "basis", "place"]);
    for finding in result["findings"].as_array().unwrap() {
        has(
            finding,
            &[
                "requirement",
                "instrument",
                "title",
                "provision",
                "citation",
                "strength",
                "bearer",
                "derivation",
                "warrant",
                "outcome",
                "superseded",
                "because",
                "basis",
                "remedy",
                "place",
            ],
        );
        assert_eq!(keys(&finding["place"]), ["column", "file", "line"]);
    }
    assert_eq!(result["arrangements"][0]["state"], "partial");
    assert_eq!(result["arrangements"][0]["evidence"][0]["place"]["line"], 17);
}

#[test]
fn every_outcome_is_explained_by_a_tree() {
    let result = result("check --full --format json samples/west-midlands-2017.toml");
    for finding in result["findings"].as_array().unwrap() {
        let assessed =
            !["not in force", "not applicable"].contains(&finding["outcome"].as_str().unwrap());
        let because = finding["because"].as_array().unwrap();
        assert_eq!(!because.is_empty(), assessed, "{finding}");
        for node in because {
            has(node, &["need", "value", "decides", "children"]);
        }
        assert!(!assessed || because.iter().any(|node| node["decides"] == true), "{finding}");
    }
}

#[test]
fn several_forces_are_a_list() {
    let result = result(
        "check --full --format json samples/west-midlands-2017.toml samples/fictional-just-begun.toml",
    );
    assert_eq!(
        keys(&result),
        [
            "assessments",
            "files",
            "gated",
            "incomplete",
            "options",
            "program",
            "rules",
            "schema",
            "unassessed"
        ]
    );
    let forces: Vec<&Value> =
        result["assessments"].as_array().unwrap().iter().map(|one| &one["force"]).collect();
    assert_eq!(forces, ["west-midlands", "eastmere"], "in the order of the arguments");
}

#[test]
fn a_result_that_lacks_a_file_is_marked() {
    let place = Workplace::with_samples();
    let line = "check --full --format json samples/west-midlands-2017.toml nowhere.toml";
    let run = place.run(line).incomplete();
    let result: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(result["incomplete"], true);
    assert_eq!(result["assessments"].as_array().unwrap().len(), 1);
}

#[test]
fn a_filter_is_named() {
    let result =
        result("check --full --format json --strength duty samples/west-midlands-2017.toml");
    assert_eq!(result["filtered"], "requirements of strength duty");
    let findings = result["findings"].as_array().unwrap();
    assert!(findings.iter().all(|finding| finding["strength"] == "duty"));
}

#[test]
fn it_reads_back_as_an_assessment() {
    let value = result("check --full --format json samples/fictional-all-in-place.toml");
    let assessment: Assessment = serde_json::from_value(value.clone()).unwrap();
    let result = read(&Text::new("result.json", value.to_string()).into()).unwrap();
    assert_eq!(result.only().unwrap().assessment, assessment);
    let again = result_json(&result, Spacing::Compact).unwrap();
    assert_eq!(serde_json::from_slice::<Value>(&again).unwrap(), value);
}

#[test]
fn width_and_colour_do_not_touch_it() {
    let place = Workplace::with_samples();
    let args = ["check", "--format", "json", "samples/west-midlands-2017.toml"];
    let plain = place.with(&args).run().done().out;
    let wide = place.with(&args).columns(200).run().done().out;
    let colour = place.with(&[&args[..], &["--color", "always"]].concat()).run().done().out;
    assert_eq!((&plain, &plain), (&wide, &colour));
}
