//! The result as JSON: what it rests on, its schema, and that it comes back as it was.

use std::path::Path;
use std::process::Command;

use msacheck::report::{
    FORMATS, LINE_SCHEMA, ReportOptions, SUMMARY_SCHEMA, SchemaKind, Spacing, result_json, schema,
};
use msacheck::result::read;
use msacheck::rulebook::Vocabulary;
use msacheck::source::{Digest, Text};
use serde_json::Value;

use crate::workplace::{NORTHMARCH, Workplace};

/// Runs that between them have all that a result may hold.
const LINES: [&str; 8] = [
    "check --full --format json samples/west-midlands-2017.toml",
    "check --full --format json samples/west-midlands-2017.toml samples/fictional-just-begun.toml",
    "check --full --format json samples/west-midlands-2017.txt samples/west-midlands-2018.toml",
    "check --full --format json --fail-on partly-met samples/fictional-all-in-place.toml",
    "check --full --format json --fail-on not-evidenced samples/west-midlands-2017.toml nowhere.toml",
    "check --full --format json --instrument act-2015 samples/northmarch-2026.txt",
    "check --full --format json --config own.toml",
    "check --full --format json --config waived.toml samples/west-midlands-2017.toml",
];

fn place() -> Workplace {
    let repository = crate::workplace::repository();
    Workplace::with_samples()
        .copied("pack", &repository.join("tests/cli/pack"))
        .declared("northmarch.toml", "[night-shelter]\nstate = \"partial\"\nnote = \"Two beds.\"\n")
        .file(
            "own.toml",
            "check = [\"northmarch.toml\"]\nrules = [\"pack\"]\n\
             confirmations = [\"confirmed.toml\"]\n[gate]\n",
        )
        .file(
            "waived.toml",
            "[gate]\nbaseline = \"baseline.toml\"\n\n[[waiver]]\n\
             requirement = \"act-2015/s52-notify\"\nreason = \"The register starts in May.\"\n\
             owner = \"head of public protection\"\nlast_day = 2027-01-31\n",
        )
        .file(
            "baseline.toml",
            "schema = \"msacheck/baseline/1\"\n\n[force.west-midlands]\nas_of = 2017-01-31\n\
             assessed_on = 2017-01-31\n\n[force.west-midlands.stated]\ntraining = \"partial\"\n",
        )
        .file(
            "confirmed.toml",
            "[[confirmation]]\nrequirement = \"strategy-2014/pursue-lead\"\nbears_out = true\n\
             at = \"p. 31\"\nquote = \"a senior officer leads the response\"\nby = \"librarian\"\n\
             date = 2026-01-01\n",
        )
}

fn printed(place: &Workplace, line: &str) -> String {
    let words: Vec<&str> = line.split(' ').collect();
    let output = place.with(&words).command().output().unwrap();
    assert!(!output.stdout.is_empty(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn every_result_is_as_its_schema_says() {
    let schema: Value =
        serde_json::from_str(&schema(SchemaKind::Result, &Vocabulary::default()).unwrap()).unwrap();
    let judge = jsonschema::validator_for(&schema).unwrap();
    let place = place();
    for line in LINES {
        let result: Value = serde_json::from_str(&printed(&place, line)).unwrap();
        let objections: Vec<String> =
            judge.iter_errors(&result).map(|e| format!("{}: {e}", e.instance_path())).collect();
        assert!(objections.is_empty(), "{line}: {}", objections.join("\n"));
    }
}

#[test]
fn the_schema_refuses_what_is_no_result() {
    let schema: Value =
        serde_json::from_str(&schema(SchemaKind::Result, &Vocabulary::default()).unwrap()).unwrap();
    let judge = jsonschema::validator_for(&schema).unwrap();
    let place = place();
    let result: Value = serde_json::from_str(&printed(&place, LINES[0])).unwrap();
    assert!(judge.is_valid(&result));
    for key in result.as_object().unwrap().keys() {
        let mut lacking = result.clone();
        lacking.as_object_mut().unwrap().remove(key);
        assert!(!judge.is_valid(&lacking), "without {key}");
    }
    for (pointer, value) in [
        ("/schema", Value::from("msacheck/assessment/3")),
        ("/findings/0/outcome", Value::from("fine")),
        ("/findings/0/place", Value::Null),
        ("/inputs/0/sha256", Value::from("abc")),
        ("/counts/in_force/met", Value::from(-1)),
        ("/as_of", Value::from("2017")),
    ] {
        let mut changed = result.clone();
        *changed.pointer_mut(pointer).unwrap() = value;
        assert!(!judge.is_valid(&changed), "{pointer}");
    }
    let mut more = result.clone();
    more["findings"][0]["score"] = 7.into();
    assert!(!judge.is_valid(&more));
}

#[test]
fn what_is_saved_reads_back_as_it_was() {
    let place = place();
    for line in LINES {
        let saved = printed(&place, line);
        let result = read(&Text::new("result.json", saved.clone()).into()).unwrap();
        let alone = result.only().is_some();
        let spacing = if alone { Spacing::Indented } else { Spacing::Compact };
        let again = result_json(&result, spacing).unwrap();
        assert_eq!(String::from_utf8(again).unwrap(), saved, "{line}");
    }
}

#[test]
fn a_result_says_what_it_rests_on() {
    let place = place();
    let text = printed(&place, "check --full --format json --config own.toml");
    let result: Value = serde_json::from_str(&text).unwrap();
    let of = |name: &str| Digest::of(&std::fs::read(place.path(name)).unwrap()).to_string();
    assert_eq!(result["program"], concat!("msacheck ", env!("CARGO_PKG_VERSION")));
    assert_eq!(result["inputs"][0]["sha256"], of("northmarch.toml"));
    let files = result["files"].as_array().unwrap();
    let roles: Vec<(&str, &str, &str)> = files
        .iter()
        .map(|file| {
            let of = |key: &str| file[key].as_str().unwrap();
            (of("role"), of("file"), of("sha256"))
        })
        .collect();
    let (settings, confirmed) = (of("own.toml"), of("confirmed.toml"));
    assert_eq!(
        roles,
        [
            ("settings", "own.toml", settings.as_str()),
            ("confirmations", "confirmed.toml", confirmed.as_str())
        ]
    );
    let packs = result["rules"]["packs"].as_array().unwrap();
    assert_eq!((&packs[0]["pack"], &packs[1]["pack"]), (&"built-in".into(), &"pack".into()));
    assert_eq!(packs[0]["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(packs[1]["sha256"], listed(&place.path("pack")));
    assert_eq!(packs[0]["sha256"], listed(&crate::workplace::repository().join("rules")));
}

/// The digest of a pack as anybody can take it.
fn listed(folder: &Path) -> String {
    let line = "find . -name '*.toml' | sed 's|^\\./||' | LC_ALL=C sort | xargs -d '\\n' sha256sum | sha256sum";
    let output = Command::new("sh").args(["-c", line]).current_dir(folder).output().unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    printed.split(' ').next().unwrap().to_owned()
}

#[test]
fn a_baseline_is_named_with_its_digest() {
    let place = place();
    let result: Value = serde_json::from_str(&printed(&place, LINES[7])).unwrap();
    let bytes = std::fs::read(place.path("baseline.toml")).unwrap();
    assert_eq!(result["files"][1]["role"], "baseline");
    assert_eq!(result["files"][1]["file"], "baseline.toml");
    assert_eq!(result["files"][1]["sha256"], Digest::of(&bytes).to_string());
    assert_eq!(result["gate"]["went_silent"][0]["arrangement"], "training");
}

#[test]
fn a_source_is_known_by_its_bytes_and_an_unread_one_by_nothing() {
    let place = Workplace::with_samples();
    let line = "check --full --format json samples/west-midlands-2017.toml";
    let result: Value = serde_json::from_str(&printed(&place, line)).unwrap();
    let bytes = std::fs::read(place.path("samples/west-midlands-2017.txt")).unwrap();
    assert_eq!(result["sources"][0]["sha256"], Digest::of(&bytes).to_string());
    std::fs::remove_file(place.path("samples/west-midlands-2017.txt")).unwrap();
    let result: Value = serde_json::from_str(&printed(&place, line)).unwrap();
    assert_eq!(result["sources"][0]["sha256"], Value::Null);
}

#[test]
fn a_byte_order_mark_and_a_document_count_with_their_bytes() {
    let place = Workplace::with_samples().file("marked.toml", format!("\u{feff}{NORTHMARCH}"));
    for name in ["marked.toml", "samples/west-midlands-2017.txt"] {
        let result: Value = serde_json::from_str(&printed(
            &place,
            &format!("check --full --format json --as-of 2026-03-31 {name}"),
        ))
        .unwrap();
        let bytes = std::fs::read(place.path(name)).unwrap();
        assert_eq!(result["inputs"][0]["sha256"], Digest::of(&bytes).to_string(), "{name}");
    }
}

/// The places of all values in a value.
fn pointers(value: &Value, at: &str, into: &mut Vec<String>) {
    into.push(at.to_owned());
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                pointers(item, &format!("{at}/{index}"), into);
            }
        }
        Value::Object(keys) => {
            for (key, item) in keys {
                let key = key.replace('~', "~0").replace('/', "~1");
                pointers(item, &format!("{at}/{key}"), into);
            }
        }
        _ => {}
    }
}

/// A result may have been changed by anybody: it is refused, or every report can be made of it.
#[test]
fn whatever_is_changed_in_a_result_nothing_breaks() {
    let place = place();
    let line = "check --full --format json --config waived.toml --strength duty --as-of 2017-06-30 \
                samples/west-midlands-2017.txt samples/west-midlands-2018.toml";
    let words: Vec<&str> = line.split_whitespace().collect();
    let output = place.with(&words).command().output().unwrap();
    let result: Value = serde_json::from_slice(&output.stdout).unwrap();
    let mut places = Vec::new();
    pointers(&result, "", &mut places);
    let others = [
        Value::Null,
        true.into(),
        (-1).into(),
        u64::MAX.into(),
        0.5.into(),
        "".into(),
        "\u{0}\u{1b}[2J é".into(),
        Value::Array(Vec::new()),
        serde_json::json!({}),
    ];
    let options =
        ReportOptions { width: 40, all: true, with_suppressed: true, ..ReportOptions::default() };
    let (mut taken, mut refused) = (0, 0);
    for (index, at) in places.iter().enumerate() {
        let other = &others[index % others.len()];
        let mut changed = result.clone();
        *changed.pointer_mut(at).unwrap() = other.clone();
        match read(&Text::new("result.json", changed.to_string()).into()) {
            Err(fault) => {
                refused += 1;
                assert!(fault.fault_code().starts_with("result::"), "{at}: {fault}");
            }
            Ok(read) => {
                taken += 1;
                for format in FORMATS.iter().filter(|_| taken % 20 == 0) {
                    assert!(!(format.render)(&read, options).unwrap().is_empty(), "{at}");
                }
            }
        }
    }
    assert!(taken > 100 && refused > 100, "{taken} taken, {refused} refused");
}

/// What is written as it comes about is the document that is made of the whole.
#[test]
fn several_assessments_are_written_one_at_a_time() {
    let place = place();
    for line in [LINES[1], LINES[4]] {
        let streamed = printed(&place, line);
        let result = read(&Text::new("result.json", streamed.clone()).into()).unwrap();
        let whole = result_json(&result, Spacing::Compact).unwrap();
        assert!(streamed.as_bytes() == whole, "{line}");
        assert_eq!(streamed.lines().count(), 1, "{line}");
        let indented = result_json(&result, Spacing::Indented).unwrap();
        let [compact, indented]: [Value; 2] =
            [streamed.as_bytes(), &indented].map(|json| serde_json::from_slice(json).unwrap());
        assert_eq!(compact, indented, "{line}");
        std::fs::write(place.path("result.json"), &streamed).unwrap();
        assert_eq!(printed(&place, "report result.json --full --format json"), streamed, "{line}");
        place.without("result.json");
        place.with(&[line.split(' ').collect(), vec!["--output", "result.json"]].concat()).run();
        assert_eq!(place.read("result.json"), streamed, "{line}");
        place.without("result.json");
    }
}

#[test]
fn lines_hold_an_assessment_each_and_the_last_what_they_rest_on() {
    let place = place();
    let whole: Value = serde_json::from_str(&printed(&place, LINES[4])).unwrap();
    let lines = printed(&place, &LINES[4].replace("--format json", "--format ndjson"));
    let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let [first, last] = lines.as_slice() else { panic!("{} lines", lines.len()) };
    let mut first = first.clone();
    assert_eq!(first.as_object_mut().unwrap().remove("schema").unwrap(), LINE_SCHEMA);
    assert_eq!(first, whole["assessments"][0]);
    assert_eq!(last["schema"], SUMMARY_SCHEMA);
    for key in ["program", "rules", "files", "options", "incomplete", "unassessed"] {
        assert_eq!(last[key], whole[key], "{key}");
    }
    assert_eq!((&last["assessed"], &last["failing"]), (&1.into(), &1.into()));
}

/// What can be computed and is changed is refused: a report would contradict it.
#[test]
fn what_a_result_says_of_itself_must_be_so() {
    let place = place();
    let result: Value = serde_json::from_str(&printed(&place, LINES[3])).unwrap();
    for (at, other) in [
        ("/incomplete", Value::from(true)),
        ("/counts/assumed", 50.into()),
        ("/gate/passes", (!result["gate"]["passes"].as_bool().unwrap()).into()),
        ("/gate/looked_at", 0.into()),
        ("/gate/failing", serde_json::json!(["act-2015/s52-notify"])),
    ] {
        let mut changed = result.clone();
        *changed.pointer_mut(at).unwrap() = other;
        assert!(read(&Text::new("result.json", changed.to_string()).into()).is_err(), "{at}");
        let (above, key) = at.rsplit_once('/').unwrap();
        let mut lacking = result.clone();
        lacking.pointer_mut(above).unwrap().as_object_mut().unwrap().remove(key);
        assert!(read(&Text::new("result.json", lacking.to_string()).into()).is_err(), "no {at}");
    }
}
