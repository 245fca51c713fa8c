//! What a real declaration meets: requirement by requirement, with the words of the answer that
//! meet it. Nothing else may come out met.
//!
//! This is no golden file on purpose: nobody should be able to let a requirement be met by
//! refreshing snapshots. Whoever adds one reads the words beside it and asks: do they say that?

use serde_json::Value;

use crate::workplace::Workplace;

/// A requirement that West Midlands Police met in 2017.
#[derive(Debug, PartialEq, Eq)]
struct Met {
    requirement: String,
    superseded: bool,
    words: Vec<String>,
}

fn met(requirement: &str, superseded: bool, words: &[&str]) -> Met {
    let words = words.iter().map(|words| (*words).to_owned()).collect();
    Met { requirement: requirement.to_owned(), superseded, words }
}

/// The arrangements that decide a finding, in the order of the rule.
fn deciding(node: &Value, found: &mut Vec<Value>) {
    if node["decides"] != true {
        return;
    }
    if !node["arrangement"].is_null() && !found.contains(&node["arrangement"]) {
        found.push(node["arrangement"].clone());
    }
    node["children"].as_array().unwrap().iter().for_each(|child| deciding(child, found));
}

#[test]
fn nothing_is_met_but_by_these_words() {
    let place = Workplace::with_samples();
    let run = place.run("check --format json samples/west-midlands-2017.toml").done().quiet();
    let result: Value = serde_json::from_str(&run.out).unwrap();
    let arrangements = result["arrangements"].as_array().unwrap();
    let found: Vec<Met> = result["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|finding| finding["outcome"] == "met")
        .map(|finding| {
            let mut decide = Vec::new();
            finding["because"].as_array().unwrap().iter().for_each(|n| deciding(n, &mut decide));
            let evidence = decide.iter().flat_map(|id| {
                let one = arrangements.iter().find(|one| one["arrangement"] == *id).unwrap();
                assert_eq!(one["basis"], "quoted", "{id}");
                one["evidence"].as_array().unwrap()
            });
            Met {
                requirement: finding["requirement"].as_str().unwrap().to_owned(),
                superseded: finding["superseded"].as_bool().unwrap(),
                words: evidence.map(|e| e["quote"].as_str().unwrap().to_owned()).collect(),
            }
        })
        .collect();
    let expected = [
        met(
            "strategy-2014/protect-partnership",
            false,
            &[
                "The Force Lead is Chair of the West Midlands Strategic Slavery/Trafficking Partnership",
                "is working with the 7 L.A’s to shape localised delivery against the agenda.",
            ],
        ),
        met(
            "strategy-2011/coordination-guidance",
            true,
            &[
                "The Force has agreed Guidance for officers",
                "working with partners to agree a West Midlands Guidance document for all relevant agencies.",
                "The latter is in a consultation phase.",
            ],
        ),
    ];
    assert_eq!(found, expected);
}
