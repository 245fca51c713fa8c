//! Row 3: whatever is switched off, waived, in the baseline, filtered or assumed is counted in the head of
//! every format; and what makes a gate fail without a requirement stands in every format.

use msacheck::report::{FORMATS, ReportFormat};
use serde_json::Value;

use crate::gate::{declaration, struck};
use crate::office::readable;
use crate::workplace::Workplace;

/// A force of which much is left aside, and a check of it.
fn place() -> (Workplace, &'static str) {
    // Whether it has a port isn't stated.
    let force = "kind = \"territorial\"\nas_of = 2026-03-31";
    let waiver = |requirement: &str| {
        format!(
            "[[waiver]]\nrequirement = \"{requirement}\"\nreason = \"R\"\nowner = \"O\"\n\
             last_day = 2027-01-31\n"
        )
    };
    let place = Workplace::new()
        .file("northmarch.toml", declaration(force, "[lead]\nstate = \"absent\"\n"))
        .file("read.toml", struck("strategy-2014/pursue-lead"))
        .file(
            "msacheck.toml",
            format!(
                "confirmations = [\"read.toml\"]\n[gate]\nbaseline = \"baseline.toml\"\n{}",
                waiver("act-2015/s52-notify")
            ),
        );
    place.run("baseline northmarch.toml").done();
    (place, "check northmarch.toml --strength duty --strength expectation")
}

fn shown(place: &Workplace, line: &str, format: &ReportFormat) -> String {
    let bytes = place.bytes(&format!("{line} --ungated --format {}", format.name));
    let text = match format.binary {
        true => readable(format.name, bytes),
        false => String::from_utf8(bytes).unwrap(),
    };
    // What formats escape, and how they break lines, doesn't matter here.
    let text = text.replace("\\-", "-").replace("\\_", "_").replace("&apos;", "'");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn row_3_what_is_left_aside_is_counted_in_the_head_of_every_format() {
    let (place, line) = place();
    let result: Value =
        serde_json::from_slice(&place.bytes(&format!("{line} --format json"))).unwrap();
    let aside = &result["aside"];
    let count = |key: &str| aside[key].as_u64().unwrap();
    let (known, assumed) = (count("baselined"), count("assumed"));
    assert_eq!((count("switched_off"), count("waived")), (1, 1));
    assert!(known > 10 && assumed > 0, "{aside}");
    assert_eq!(aside["filtered"], "requirements of strength duty or expectation");
    for format in FORMATS {
        let out = shown(&place, line, format);
        let told = match format.name {
            "json" | "ndjson" => {
                let key = |key: &str, count: u64| {
                    let spaced = format!("\"{key}\": {count}");
                    if format.name == "json" { spaced } else { spaced.replace(": ", ":") }
                };
                vec![
                    key("switched_off", 1),
                    key("waived", 1),
                    key("baselined", known),
                    key("assumed", assumed),
                    "requirements of strength duty or expectation".to_owned(),
                ]
            }
            _ => vec![
                "Left aside or taken as given: 1 rule is switched off".to_owned(),
                "1 gap is waived".to_owned(),
                format!("{known} gaps are in the baseline"),
                format!("{assumed} requirements rest on an assumption about the force"),
                "only requirements of strength duty or expectation were looked at".to_owned(),
            ],
        };
        let name = format.name;
        for told in &told {
            assert!(out.contains(told), "{name} doesn't tell `{told}`: {out}");
        }
        // It stands before what was found.
        let found = match name {
            "csv" => "\"act-2015/",
            "html" => "<h2",
            "docx" => "What to do first",
            "xlsx" => "Requirements in force",
            "sarif" => "\"results\"",
            "oscal" => "\"observations\"",
            "json" | "ndjson" => "\"findings\"",
            "table" => "Duties:",
            "markdown" => "| How binding |",
            "junit" => "<testcase",
            "gitlab" => "\"check_name\": \"strategy-",
            "github" => "act-2015/",
            other => panic!("where are the findings of `{other}`?"),
        };
        let head = out.find(&told[told.len() - 1]).unwrap();
        if name != "csv" && name != "github" {
            let found = out.find(found).unwrap_or_else(|| panic!("{name}, {found}: {out}"));
            assert!(head < found, "{name}: {out}");
        }
    }
}

#[test]
fn row_2_a_gate_without_anything_to_look_at_fails_in_every_format() {
    let (place, _) = place();
    let line = "check northmarch.toml --strength power";
    for format in FORMATS {
        let out = shown(&place, line, format);
        let told = out.contains("nothing to look at") || out.contains("nothing-to-look-at");
        assert!(told || out.contains("\"objection\":\"empty\""), "{}: {out}", format.name);
    }
    place.run(line).failed();
}

#[test]
fn row_3_of_several_forces_it_is_told_for_all() {
    let (place, line) = place();
    let body = place.read("northmarch.toml").replace("northmarch", "eastmere");
    let place = place.file("eastmere.toml", body);
    let line = line.replace("northmarch.toml", "northmarch.toml eastmere.toml");
    for format in FORMATS {
        let out = shown(&place, &line, format);
        let told = out.contains("1 rule is switched off") || out.contains("\"switched_off\":1");
        assert!(told, "{}: {out}", format.name);
    }
}
