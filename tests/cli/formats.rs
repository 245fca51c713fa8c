//! What formats say of real declarations: the same numbers in all of them, and what their readers ask
//! for. How each looks is held by `tests/frozen`.

use std::collections::{BTreeMap, BTreeSet};

use msacheck::report::ReportOptions;
use msacheck::source::Text;
use serde_json::Value;

use crate::workplace::{NORTHMARCH, Workplace, repository, text_formats};

const SAMPLE: &str = "samples/west-midlands-2017.toml";

#[test]
fn every_format_is_that_of_its_result() {
    let place = Workplace::with_samples();
    let two_years = "samples/west-midlands-2017.txt samples/west-midlands-2018.toml";
    let two_forces = format!("--strength duty {SAMPLE} samples/fictional-all-in-place.toml");
    for (of, fails) in [
        (format!("--fail-on not-evidenced {SAMPLE}"), true),
        (two_years.to_owned(), false),
        (two_forces, false),
    ] {
        let line = format!("check {of}");
        let json = place.run(&format!("{line} --format json")).out;
        let result = Text::new("result.json", json).into();
        let result = msacheck::result::read(&result).unwrap();
        for format in text_formats() {
            let run = place.run(&format!("{line} --format {}", format.name));
            let run = if fails { run.failed() } else { run.done() };
            let look = ReportOptions::default();
            let rendered = String::from_utf8((format.render)(&result, look).unwrap()).unwrap();
            assert_eq!(run.out, rendered, "{}", format.name);
        }
    }
}

#[test]
fn each_of_several_forces_is_a_run_of_sarif() {
    let place = Workplace::with_samples();
    let files = format!("{SAMPLE} samples/fictional-all-in-place.toml");
    let run = place.run(&format!("check --full --format sarif {files}")).done().quiet();
    let log: Value = serde_json::from_str(&run.out).unwrap();
    let runs = log["runs"].as_array().unwrap();
    let ids: Vec<&str> =
        runs.iter().map(|run| run["automationDetails"]["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["msacheck/west-midlands/", "msacheck/northmarch/"]);
}

#[test]
fn a_force_without_a_gap_has_empty_lists() {
    let place = Workplace::with_samples();
    let of = "--strength duty samples/fictional-all-in-place.toml";
    let issues = json(&place, &format!("check --full --format gitlab {of}"));
    let gap = |issue: &&Value| issue["check_name"] != "gate/left-aside";
    assert_eq!(issues.as_array().unwrap().iter().filter(gap).count(), 0, "{issues}");
    let run = place.run(&format!("check --full --format sarif {of}")).done();
    let log: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(log["runs"][0]["results"], Value::Array(Vec::new()));
    assert!(!log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap().is_empty());
    let run = place.run(&format!("check --full --format github {of}")).done();
    let commands = run.out.lines().filter(|line| line.starts_with("::"));
    let others: Vec<&str> = commands.filter(|line| !line.contains("title=Left aside")).collect();
    assert!(others.is_empty(), "{run}");
}

fn json(place: &Workplace, line: &str) -> Value {
    serde_json::from_str(&place.run(line).out).unwrap()
}

/// How many gaps each requirement has in a result.
fn gaps(result: &Value) -> BTreeSet<String> {
    let gap = |finding: &&Value| {
        let outcome = finding["outcome"].as_str().unwrap();
        !["met", "not in force", "not applicable"].contains(&outcome)
    };
    let findings = result["findings"].as_array().unwrap();
    findings
        .iter()
        .filter(gap)
        .map(|finding| finding["requirement"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn every_format_has_the_same_numbers() {
    let place = Workplace::with_samples();
    for options in ["", "--fail-on not-evidenced ", "--instrument act-2015 --fail-on partly-met "] {
        let of = format!("{options}{SAMPLE}");
        let result = json(&place, &format!("check --full --format json {of}"));
        let gaps = gaps(&result);
        assert!(!gaps.is_empty());
        let named = |list: &Value, key: &str| -> BTreeSet<String> {
            let all = list.as_array().unwrap().iter();
            let names: Vec<String> = all.map(|one| one[key].as_str().unwrap().to_owned()).collect();
            let set: BTreeSet<String> = names.iter().cloned().collect();
            assert_eq!(set.len(), names.len(), "one twice");
            set
        };
        let sarif = json(&place, &format!("check --ungated --format sarif {of}"));
        assert_eq!(named(&sarif["runs"][0]["results"], "ruleId"), gaps);
        let mut gitlab = json(&place, &format!("check --ungated --format gitlab {of}"));
        gitlab.as_array_mut().unwrap().retain(|issue| issue["check_name"] != "gate/left-aside");
        assert_eq!(named(&gitlab, "check_name"), gaps);
        let fingerprints = named(&gitlab, "fingerprint");
        assert_eq!(fingerprints.len(), gaps.len());
        // JUnit: a case a requirement; it fails where the gate does and passes where it is met.
        let xml = place.run(&format!("check --ungated --format junit {of}")).out;
        let findings = result["findings"].as_array().unwrap();
        let met = findings.iter().filter(|finding| finding["outcome"] == "met").count();
        let failing = result["gate"]["failing"].as_array().map_or(0, Vec::len);
        let count = |text: &str| xml.matches(text).count();
        assert_eq!(count("<testcase "), findings.len());
        assert_eq!(count("<failure "), failing);
        assert_eq!(count("<skipped "), findings.len() - met - failing);
        assert!(xml.contains(&format!("tests=\"{}\" failures=\"{failing}\"", findings.len())));
        // GitHub: what is shown and what is said not to be come to all.
        let github = place.run(&format!("check --ungated --format github {of}")).out;
        let commands = github.lines().filter(|line| line.starts_with("::"));
        let shown = commands.filter(|line| !line.contains("title=Left aside")).count();
        let notices = github.matches("more not shown").count();
        let below = github.lines().filter(|line| line.starts_with("- ")).count();
        assert_eq!(shown - notices + below, gaps.len());
        // Markdown: a row each.
        let markdown = place.run(&format!("check --full --format markdown {of}")).out;
        let rows: BTreeMap<&String, usize> = gaps
            .iter()
            .map(|gap| (gap, markdown.matches(&format!("<br>{gap} |")).count()))
            .collect();
        assert!(rows.values().all(|rows| *rows == 1), "{rows:?}");
    }
}

#[test]
fn github_is_given_no_more_than_it_shows() {
    let place = Workplace::with_samples();
    for (first, of) in [
        ("::warning ", SAMPLE.to_owned()),
        ("::error ", format!("--fail-on not-evidenced {SAMPLE}")),
    ] {
        let out = place.run(&format!("check --format github {of}")).out;
        for kind in ["error", "warning", "notice"] {
            let lines: Vec<&str> =
                out.lines().filter(|line| line.starts_with(&format!("::{kind} "))).collect();
            assert!(lines.len() <= 10, "{kind}: {}", lines.len());
            if lines.len() == 10 {
                assert!(lines[9].contains("more not shown"), "{}", lines[9]);
            }
        }
        // The most binding come first.
        let mut all = out.lines().filter(|line| !line.contains("title=Left aside"));
        let shown = all.next().unwrap();
        assert!(shown.starts_with(first) && shown.contains("(duty)"), "{shown}");
    }
}

#[test]
fn fingerprints_stay_while_lines_move() {
    let place = Workplace::with_samples();
    let moved = format!("# a line\n\n{}", place.read(SAMPLE));
    let place = place.file("samples/moved.toml", moved);
    let of = |name: &str, format: &str| {
        let list = json(&place, &format!("check --full --format {format} samples/{name}.toml"));
        let (list, at) = match format {
            "sarif" => (list["runs"][0]["results"].clone(), "/partialFingerprints"),
            _ => (list, "/fingerprint"),
        };
        let all = list.as_array().unwrap().iter();
        all.map(|one| one.pointer(at).unwrap().clone()).collect::<Vec<Value>>()
    };
    for format in ["sarif", "gitlab"] {
        assert_eq!(of("west-midlands-2017", format), of("moved", format));
    }
}

#[test]
fn sarif_has_what_github_asks_for() {
    let place = Workplace::with_samples();
    for of in [SAMPLE, "--as-of 2017-06-30 samples/west-midlands-2017.txt"] {
        let log = json(&place, &format!("check --full --format sarif {of}"));
        sarif_run(&log["runs"][0], of);
    }
}

fn sarif_run(run: &Value, of: &str) {
    let file = of.rsplit(' ').next().unwrap();
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    for rule in rules {
        for pointer in ["/shortDescription/text", "/fullDescription/text", "/help/text"] {
            let text = rule.pointer(pointer).unwrap().as_str().unwrap();
            assert!(!text.is_empty() && text.chars().count() <= 1024, "{pointer}: {text}");
        }
        assert!(rule["properties"]["tags"].as_array().unwrap().len() <= 10);
        assert!(rule["properties"].get("security-severity").is_none());
    }
    for result in run["results"].as_array().unwrap() {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
        assert_eq!(result["locations"].as_array().unwrap().len(), 1);
        let location = &result["locations"][0]["physicalLocation"];
        assert_eq!(location["artifactLocation"]["uri"], file);
        assert!(location["region"]["startLine"].as_u64().unwrap() > 0);
        let related = result["relatedLocations"].as_array().map_or(&[][..], Vec::as_slice);
        for (at, one) in related.iter().enumerate() {
            assert!(!related[..at].contains(one), "SARIF's lists are sets: {one}");
        }
        let hash = result["partialFingerprints"]["primaryLocationLineHash"].as_str().unwrap();
        assert!(hash.ends_with(":1") && hash.len() == 18);
    }
}

#[test]
fn every_format_that_can_marks_a_result_that_lacks_an_input() {
    let place = Workplace::with_samples();
    for format in text_formats().filter(|format| format.name != "gitlab") {
        let line = format!("check --full --format {} {SAMPLE} nowhere.toml", format.name);
        place.run(&line).incomplete();
    }
    let of = format!("{SAMPLE} nowhere.toml --fail-on not-evidenced");
    let run = place.run(&format!("check --full --format junit {of}")).incomplete();
    let result = json(&place, &format!("check --full --format json {of}"));
    let failing = result["assessments"][0]["gate"]["failing"].as_array().unwrap().len();
    assert!(
        failing > 20 && run.out.contains(&format!("failures=\"{failing}\" errors=\"1\"")),
        "{run}"
    );
    let run = place.run(&format!("check --full --format github {of}")).incomplete();
    let errors = run.out.lines().filter(|line| line.starts_with("::error "));
    assert_eq!(errors.count(), 10, "no more than GitHub shows: {run}");
}

#[test]
fn more_forces_than_github_takes_are_told_of() {
    let mut place = Workplace::new();
    let mut line = String::from("check --full --report sarif=gaps.sarif");
    for index in 0..21 {
        let body = NORTHMARCH.replace("northmarch", &format!("force-{index}"));
        place = place.file(&format!("{index}.toml"), body);
        line.push_str(&format!(" {index}.toml"));
    }
    place.run(&line).done().golden_but_its_report("formats/too-many-forces");
    let log: Value = serde_json::from_str(&place.read("gaps.sarif")).unwrap();
    assert_eq!(log["runs"].as_array().unwrap().len(), 21, "others take them");
    let line = line.replace(" 20.toml", "");
    place.run(&format!("{line} --overwrite")).done().quiet();
}

#[test]
fn a_document_is_named_where_it_decides() {
    let place = Workplace::with_samples();
    let of = "--as-of 2017-06-30 samples/west-midlands-2017.txt";
    let log = json(&place, &format!("check --full --format sarif {of}"));
    let results = log["runs"][0]["results"].as_array().unwrap();
    let places: BTreeSet<&str> = results
        .iter()
        .map(|result| &result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"])
        .map(|uri| uri.as_str().unwrap())
        .collect();
    assert_eq!(places, BTreeSet::from(["samples/west-midlands-2017.txt"]));
}

#[test]
fn standard_input_has_a_place_all_the_same() {
    let place = Workplace::with_samples();
    let run = |format: &str| {
        place.with(&["check", "--full", "-", "--format", format]).reading(SAMPLE).run()
    };
    let log: Value = serde_json::from_str(&run("sarif").out).unwrap();
    let at = "/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri";
    assert_eq!(log.pointer(at).unwrap(), "standard-input");
    let list: Value = serde_json::from_str(&run("gitlab").out).unwrap();
    assert_eq!(list[0]["location"]["path"], "standard-input");
}

#[test]
fn gitlab_takes_the_list() {
    let schema: Value = serde_json::from_str(
        &std::fs::read_to_string(repository().join("tests/formats/gitlab.schema.json")).unwrap(),
    )
    .unwrap();
    let judge = jsonschema::draft202012::new(&schema).unwrap();
    let place = Workplace::with_samples();
    let run = place.run(&format!("check --full --format gitlab {SAMPLE}"));
    assert!(run.out.starts_with('['), "no byte-order mark");
    let list: Value = serde_json::from_str(&run.out).unwrap();
    let objections: Vec<String> = judge.iter_errors(&list).map(|e| e.to_string()).collect();
    assert!(objections.is_empty(), "{}", objections.join("\n"));
    let mut same = list.clone();
    same[1] = same[0].clone();
    assert!(!judge.is_valid(&same));
}

mod summary {
    use super::{SAMPLE, Workplace};

    /// Runs with a file for the summary of the job's step.
    fn run(place: &Workplace, line: &str, file: &str) -> std::process::Output {
        let words: Vec<&str> = line.split(' ').collect();
        place.with(&words).command().env("GITHUB_STEP_SUMMARY", file).output().unwrap()
    }

    #[test]
    fn the_summary_is_added_to_what_is_there() {
        let place = Workplace::with_samples().file("summary.md", "before\n");
        let line = format!("check --full --format github {SAMPLE}");
        assert_eq!(run(&place, &line, "summary.md").status.code(), Some(0));
        let markdown = place.run(&format!("check --full --format markdown {SAMPLE}")).out;
        assert_eq!(place.read("summary.md"), format!("before\n{markdown}"));
        // In a file beside another format, too, and once however often it is asked for.
        let line = format!("check --full --report github=a.txt --report github=b.txt {SAMPLE}");
        assert_eq!(run(&place, &line, "new.md").status.code(), Some(0));
        assert_eq!(place.read("new.md"), markdown);
    }

    #[test]
    fn other_formats_leave_the_summary_alone() {
        let place = Workplace::with_samples();
        for format in ["table", "markdown", "sarif"] {
            run(&place, &format!("check --full --format {format} {SAMPLE}"), "summary.md");
        }
        assert_eq!(place.names(), ["samples"]);
    }

    #[test]
    fn a_summary_that_cannot_be_written_is_an_error() {
        let place = Workplace::with_samples();
        for file in ["nowhere/summary.md", "/dev/full"] {
            let output = run(&place, &format!("check --full --format github {SAMPLE}"), file);
            assert_eq!(output.status.code(), Some(2), "{file}");
            let err = String::from_utf8(output.stderr).unwrap();
            assert!(err.contains("output::unwritten"), "{err}");
        }
    }

    #[test]
    fn a_summary_of_many_forces_keeps_to_what_github_takes() {
        let mut place = Workplace::with_samples();
        let sample =
            place.read(SAMPLE).replace("west-midlands-2017.txt", "samples/west-midlands-2017.txt");
        let mut line = String::from("check --full --format github");
        for index in 0..60 {
            let body = sample.replace("id = \"west-midlands\"", &format!("id = \"force-{index}\""));
            place = place.file(&format!("{index}.toml"), body);
            line.push_str(&format!(" {index}.toml"));
        }
        let output = run(&place, &line, "summary.md");
        assert_eq!(output.status.code(), Some(0));
        let summary = place.read("summary.md");
        assert!(summary.len() <= 1024 * 1024, "{}", summary.len());
        assert!(summary.contains("Left out here for want of room"), "{}", summary.len());
        assert!(summary.ends_with("</details>\n"));
        let whole = place.run(&line.replace("github", "markdown")).out;
        assert!(whole.len() > summary.len() && !whole.contains("for want of room"));
    }
}
