//! `report`, and where reports go: to standard output, to files, to several at once.

use serde_json::Value;

use crate::workplace::Workplace;

const SAMPLE: &str = "samples/west-midlands-2017.toml";

fn saved(place: &Workplace, more: &str) {
    let line = format!("check --full --format json --output result.json --overwrite {more}");
    let words: Vec<&str> = line.split(' ').collect();
    place.with(&words).command().output().unwrap();
}

#[test]
fn a_saved_result_is_rendered_as_a_fresh_one() {
    let place = Workplace::with_samples();
    for of in [
        SAMPLE,
        "samples/west-midlands-2017.toml --as-of 2026-04-08",
        "samples/west-midlands-2017.txt samples/west-midlands-2018.toml",
        "--strength duty samples/west-midlands-2017.toml samples/fictional-just-begun.toml",
        "--fail-on not-evidenced samples/west-midlands-2017.toml",
    ] {
        saved(&place, of);
        for format in msacheck::report::FORMATS {
            for all in ["", " --all"] {
                let name = format.name;
                let fresh = place.bytes(&format!("check --full --format {name}{all} {of}"));
                let again = place.bytes(&format!("report result.json --full --format {name}{all}"));
                assert!(fresh == again, "{name} of {of}");
                assert!(!again.is_empty());
            }
        }
    }
}

#[test]
fn a_report_ends_with_the_status_of_its_check() {
    let place = Workplace::with_samples();
    saved(&place, SAMPLE);
    place.run("report result.json --full").done().quiet();
    saved(&place, "--fail-on not-evidenced samples/west-midlands-2017.toml");
    place.run("report result.json --full").failed().quiet();
    saved(&place, "samples/west-midlands-2017.toml nowhere.toml");
    let words = ["report", "result.json"];
    let output = place.with(&words).command().output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stdout).unwrap().contains("Incomplete: 1 input"));
}

#[test]
fn a_result_may_come_from_standard_input() {
    let place = Workplace::with_samples();
    saved(&place, SAMPLE);
    let fresh = place.run(&format!("check --full {SAMPLE}")).done();
    let again = place.with(&["report", "--full", "-"]).reading("result.json").run().done();
    assert_eq!(fresh.out, again.out);
}

#[test]
fn what_is_no_result_is_told_apart() {
    let place = Workplace::with_samples();
    saved(&place, SAMPLE);
    let result: Value = serde_json::from_str(&place.read("result.json")).unwrap();
    let changed = |change: &dyn Fn(&mut Value)| {
        let mut result = result.clone();
        change(&mut result);
        result.to_string()
    };
    let cases = [
        ("not-json", "{\n  \"schema\": nothing\n}\n".to_owned()),
        ("another-version", changed(&|r| r["schema"] = "msacheck/assessment/3".into())),
        ("a-reading", changed(&|r| r["schema"] = "msacheck/reading/1".into())),
        ("no-schema", "{}".to_owned()),
        ("a-list", "[1]".to_owned()),
        ("unknown-outcome", changed(&|r| r["findings"][0]["outcome"] = "fine".into())),
        ("missing", changed(&|r| drop(r.as_object_mut().unwrap().remove("kind")))),
        ("no-gate", changed(&|r| drop(r.as_object_mut().unwrap().remove("gate")))),
        ("no-digest", changed(&|r| r["inputs"][0]["sha256"] = "00".into())),
        ("older", changed(&|r| drop(r.as_object_mut().unwrap().remove("caveats")))),
        ("counts", changed(&|r| r["counts"]["in_force"]["met"] = 50.into())),
        ("incomplete", changed(&|r| r["incomplete"] = true.into())),
        ("no-assessment", changed(&|r| r["assessments"] = vec![7].into())),
    ];
    for (name, body) in cases {
        std::fs::write(place.path("result.json"), body).unwrap();
        place.run("report result.json --full").wrong().golden(&format!("report/{name}"));
        let run = place.run("report result.json --full --format json --output other.json").wrong();
        assert!(!place.path("other.json").exists(), "{run}");
    }
    std::fs::write(place.path("result.json"), b"\xff\xfe{}").unwrap();
    place.run("report result.json --full").wrong().golden("report/not-utf-8");
    place.run("report nowhere.json").wrong().golden("report/missing-file");
    place.run("report samples").wrong().golden("report/folder");
}

#[test]
fn one_run_makes_several_reports() {
    let place = Workplace::with_samples();
    let line = format!("check --full --report json=a.json --report table=a.txt {SAMPLE}");
    let run = place.run(&line).done().quiet();
    let table = place.run(&format!("check --full {SAMPLE}")).out;
    assert_eq!(run.out, table);
    assert_eq!(place.read("a.txt"), table);
    assert_eq!(
        place.read("a.json"),
        place.run(&format!("check --full --format json {SAMPLE}")).out
    );
    // With a file of its own, the first report leaves standard output empty.
    let run = place.run(&format!("check --full --output b.txt {SAMPLE}")).done().quiet();
    assert_eq!((run.out.as_str(), place.read("b.txt")), ("", table.clone()));
    let run = place.run(&format!("check --full --output - {SAMPLE}")).done().quiet();
    assert_eq!(run.out, table);
}

#[test]
fn a_file_has_no_colour() {
    let place = Workplace::with_samples();
    let line = format!("check --full --color always --report table=a.txt {SAMPLE}");
    let run = place.run(&line).done();
    assert!(run.out.contains('\u{1b}') && !place.read("a.txt").contains('\u{1b}'));
}

#[test]
fn what_is_there_is_written_over_only_when_asked() {
    let place = Workplace::with_samples().file("there.txt", "mine");
    let line = format!("check --full --report json=new.json --output there.txt {SAMPLE}");
    place.run(&line).wrong().golden("report/exists");
    assert!(!place.path("new.json").exists(), "nothing is written where one can't be");
    assert_eq!(place.read("there.txt"), "mine");
    place.run(&format!("{line} --overwrite")).done().quiet();
    assert!(place.read("there.txt").starts_with("West Midlands Police"));
}

#[test]
fn reports_need_places_of_their_own() {
    let place = Workplace::with_samples();
    for (name, options) in [
        ("same-file-twice", "--report json=a.json --report table=./a.json"),
        ("over-an-input", "--overwrite --output samples/west-midlands-2017.toml"),
        ("no-such-folder", "--report json=nowhere/a.json"),
        ("a-folder", "--overwrite --output samples"),
        ("no-file-named", "--report json"),
        ("unknown-format", "--report yaml=a.yaml"),
        ("unknown-main-format", "--format yaml"),
    ] {
        place
            .run(&format!("check --full {options} {SAMPLE}"))
            .wrong()
            .golden(&format!("report/{name}"));
        assert_eq!(place.names(), ["samples"], "{name}");
    }
}

#[test]
fn where_nothing_was_assessed_nothing_is_written() {
    let place = Workplace::with_samples();
    place.run("check --full --report json=a.json nowhere.toml").wrong();
    assert_eq!(place.names(), ["samples"]);
}

#[cfg(target_os = "linux")]
mod full {
    use std::process::Command;

    use super::{SAMPLE, Workplace};

    #[test]
    fn a_full_disk_is_an_error_for_every_format() {
        let place = Workplace::with_samples();
        super::saved(&place, SAMPLE);
        for format in msacheck::report::FORMATS {
            for line in [format!("check --full {SAMPLE}"), "report result.json --full".to_owned()] {
                let to_full = format!("{line} --format {} --output /dev/full", format.name);
                let run = place.run(&to_full).wrong();
                assert!(run.err.contains("output::unwritten"), "{run}");
                let line = format!("{line} --format {}", format.name);
                let words: Vec<&str> = line.split(' ').collect();
                let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
                let output = place.with(&words).command().stdout(full).output().unwrap();
                assert_eq!(output.status.code(), Some(2), "{line}");
                let err = String::from_utf8(output.stderr).unwrap();
                assert!(err.contains("output::unwritten") && !err.contains("panicked"), "{err}");
            }
        }
        assert!(std::fs::metadata("/dev/full").unwrap().file_type() != place_type(&place));
        assert_eq!(place.names(), ["result.json", "samples"]);
    }

    /// The kind of thing that a file is.
    fn place_type(place: &Workplace) -> std::fs::FileType {
        std::fs::metadata(place.path("result.json")).unwrap().file_type()
    }

    #[test]
    fn a_limit_on_files_leaves_nothing_half_written() {
        let place = Workplace::with_samples();
        // Blocks of 1024 bytes; the sample's JSON has far more.
        let script = format!(
            "trap '' XFSZ; ulimit -f 8; exec \"$0\" check --format json --output a.json \
             --report table=b.txt {SAMPLE}"
        );
        let output = Command::new("bash")
            .args(["-c", &script, env!("CARGO_BIN_EXE_msacheck")])
            .current_dir(place.path(""))
            .output()
            .unwrap();
        let err = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{err}");
        assert!(err.contains("output::unwritten") && !err.contains("panicked"), "{err}");
        assert_eq!(place.names(), ["samples"], "no file, and no temporary one");
        assert!(output.stdout.is_empty());
    }

    #[test]
    fn a_pipe_that_is_named_is_written_to() {
        let place = Workplace::with_samples();
        let script = format!(
            "\"$0\" check --output /dev/stdout {SAMPLE} | head -c 20; echo \"${{PIPESTATUS[0]}}\""
        );
        let output = Command::new("bash")
            .args(["-c", &script, env!("CARGO_BIN_EXE_msacheck")])
            .current_dir(place.path(""))
            .output()
            .unwrap();
        assert_eq!(String::from_utf8(output.stdout).unwrap(), "West Midlands Police0\n");
    }
}
