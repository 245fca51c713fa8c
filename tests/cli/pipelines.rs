//! What pipelines are told: what the gate looks at, nothing red in a job that is green, and reports that can
//! be written again.

use serde_json::Value;

use crate::workplace::{NORTHMARCH, Workplace};

const DECLARED: &str = "\n[coordinator]\nstate = \"absent\"\n\n[lead]\nstate = \"in place\"\n";

fn place() -> Workplace {
    Workplace::new().file("a.toml", format!("{NORTHMARCH}{DECLARED}"))
}

fn results(log: &str) -> Vec<Value> {
    let log: Value = serde_json::from_str(log).unwrap();
    log["runs"][0]["results"].as_array().unwrap().clone()
}

#[test]
fn with_a_gate_they_hold_what_it_looks_at() {
    let place = place();
    let check = "check --fail-on not-evidenced a.toml --format";
    let sarif = place.run(&format!("{check} sarif")).failed().out;
    let all = place.run(&format!("{check} sarif --ungated")).failed().out;
    let (looked_at, all) = (results(&sarif), results(&all));
    assert!(looked_at.len() < all.len());
    assert!(looked_at.iter().all(|one| one["properties"]["superseded"] == false), "{sarif}");
    assert!(looked_at.iter().any(|one| one["properties"]["failsGate"] == false), "it passes one");
    assert!(all.iter().any(|one| one["properties"]["superseded"] == true));
    for format in ["github", "gitlab", "junit"] {
        let fewer = place.run(&format!("{check} {format}")).failed().out;
        let more = place.run(&format!("{check} {format} --ungated")).failed().out;
        assert!(!fewer.contains("strategy-2011/") && more.contains("strategy-2011/"), "{format}");
    }
    // Without a gate nothing is left out.
    let open = place.run("check a.toml --format sarif").done().out;
    assert_eq!(results(&open).len(), all.len());
}

#[test]
fn a_green_job_has_no_errors() {
    let place = place();
    for gate in ["", "--fail-on declared-gaps --arrangement guidance "] {
        let github = place.run(&format!("check {gate}--format github a.toml")).done().out;
        assert!(!github.contains("::error"), "{github}");
        let sarif = place.run(&format!("check {gate}--format sarif a.toml")).done().out;
        assert!(results(&sarif).iter().all(|one| one["level"] != "error"), "{sarif}");
    }
    let github = place.run("check --fail-on not-evidenced --format github a.toml").failed().out;
    assert!(github.contains("::error"), "{github}");
}

#[test]
fn a_threshold_forgives_silence_and_says_so() {
    let place = place();
    let check = "check --fail-on declared-gaps";
    let run = place.run(&format!("{check} --explain-gate a.toml")).failed();
    assert!(run.out.contains("Silence passes this gate."), "{run}");
    for format in
        ["table --full", "html", "html --brief", "markdown", "github", "json", "csv", "oscal"]
    {
        let run = place.run(&format!("{check} --format {format} a.toml"));
        // In a sheet and in OSCAL the marks say it, a row a requirement.
        let told = run.out.split_whitespace().collect::<Vec<_>>().join(" ");
        let sentence = told.contains("Silence passes this gate");
        assert!(sentence || ["csv", "oscal"].contains(&format), "{format}: {told}");
    }
    let silent = Workplace::new().file("a.toml", NORTHMARCH);
    silent.run(&format!("{check} a.toml")).done();
    silent.run("check --fail-on not-evidenced a.toml").failed();
    // In the settings it may stand for one strength alone.
    let place = place.file(
        "msacheck.toml",
        "[gate]\nduty = \"not-evidenced\"\nexpectation = \"declared-gaps\"\n",
    );
    let run = place.run("check --explain-gate a.toml").failed();
    assert!(run.out.contains("act-2015/") && run.out.contains("Silence passes"), "{run}");
}

#[test]
fn what_programs_read_is_written_again_and_what_people_wrote_in_is_not() {
    let place = Workplace::with_samples();
    let reports = [
        "sarif=a.sarif",
        "junit=a.xml",
        "gitlab=a.json",
        "github=a.txt",
        "json=b.json",
        "csv=a.csv",
        "oscal=c.json",
        "docx=a.docx",
        "xlsx=a.xlsx",
        "html=a.html",
        "markdown=a.md",
    ];
    let line = |reports: &[&str]| {
        let reports: Vec<String> = reports.iter().map(|one| format!("--report {one}")).collect();
        format!("check samples/west-midlands-2017.toml {}", reports.join(" "))
    };
    place.run(&line(&reports)).done();
    place.run(&line(&reports)).done().quiet();
    for (file, report) in [
        ("a.docx", "docx=a.docx"),
        ("a.xlsx", "xlsx=a.xlsx"),
        ("a.html", "html=a.html"),
        ("a.md", "markdown=a.md"),
    ] {
        let mut touched = std::fs::read(place.path(file)).unwrap();
        let middle = touched.len() / 2;
        touched[middle] ^= 1;
        std::fs::write(place.path(file), &touched).unwrap();
        let run = place.run(&line(&[report])).wrong();
        assert!(run.err.contains("output::exists"), "{run}");
        assert_eq!(std::fs::read(place.path(file)).unwrap(), touched);
        place.run(&format!("{} --overwrite", line(&[report]))).done();
        place.run(&line(&[report])).done();
    }
}

#[test]
fn no_report_takes_the_place_of_a_file_of_another_kind() {
    let place = Workplace::with_samples()
        .file("msacheck.toml", "baseline = \"x\"\n[gate]\n".replace("baseline = \"x\"\n", ""))
        .file("baseline.toml", "schema = \"msacheck/baseline/1\"\n")
        .file("notes.txt", "ours\n")
        .file("other.toml", NORTHMARCH);
    for file in [
        "msacheck.toml",
        "baseline.toml",
        "notes.txt",
        "other.toml",
        "samples/west-midlands-2017.txt",
    ] {
        for format in ["sarif", "json", "junit", "csv", "github", "html", "docx"] {
            let was = place.read(file);
            let line = format!("check samples/west-midlands-2017.toml --report {format}={file}");
            place.run(&line).wrong();
            assert_eq!(place.read(file), was, "{file} by {format}");
        }
    }
}

#[test]
fn a_rule_is_known_by_an_address_where_settings_say_so() {
    let docs = "[report]\ndocs = \"https://rules.example/{rule}.html\"\n";
    let place = place().file("msacheck.toml", docs);
    let sarif = place.run("check --format sarif a.toml --report json=result.json").done().out;
    let address = "\"helpUri\": \"https://rules.example/act-2015/s52-notify.html\"";
    assert!(sarif.contains(address), "{sarif}");
    assert_eq!(place.run("report result.json --format sarif").out, sarif);
    let place = place.file("msacheck.toml", "[report]\ndocs = \"rules/{rule}.md\"\n");
    place.run("check a.toml").wrong().golden("check/not-an-address");
}
