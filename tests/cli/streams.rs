//! The two streams: the result on one, all else on the other, and readers that go away.

use std::process::{Output, Stdio};

use crate::workplace::Workplace;

/// Runs with a standard output that nobody reads.
fn unread(place: &Workplace, line: &str) -> Output {
    let words: Vec<&str> = line.split(' ').collect();
    let mut command = place.with(&words).command();
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    child.wait_with_output().unwrap()
}

#[test]
fn a_closed_pipe_is_quiet() {
    let place = Workplace::with_samples();
    for line in [
        "check --full samples/west-midlands-2017.toml",
        "check --full --format json samples/west-midlands-2017.toml samples/fictional-just-begun.toml",
        "check --full --format markdown samples/west-midlands-2017.toml",
        "check --full --format sarif samples/west-midlands-2017.toml",
        "check --full --format junit samples/west-midlands-2017.toml",
        "check --full --format github samples/west-midlands-2017.toml",
        "check --full --format gitlab samples/west-midlands-2017.toml",
        "explain lead samples/west-midlands-2017.toml",
        "rules list",
        "rules list --format json",
        "rules show act-2015",
        "--help",
        "--version",
    ] {
        let output = unread(&place, line);
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{line}");
        assert_eq!(output.status.code(), Some(0), "{line}");
    }
}

#[test]
fn a_closed_pipe_does_not_open_the_gate() {
    let place = Workplace::with_samples();
    let line = "check --full --fail-on not-evidenced samples/west-midlands-2017.toml";
    assert_eq!(unread(&place, line).status.code(), Some(1));
    let output = unread(&place, "check --full nowhere.toml samples/west-midlands-2017.toml");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("nowhere.toml"));
}

#[test]
fn nobody_need_listen_to_errors() {
    let place = Workplace::new();
    let mut command = place.with(&["check", "--full", "nowhere.toml"]).command();
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stderr.take());
    assert_eq!(child.wait().unwrap().code(), Some(2));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error() {
    let place = Workplace::with_samples();
    for line in ["check --full samples/west-midlands-2017.toml", "rules list", "explain lead"] {
        let words: Vec<&str> = line.split(' ').collect();
        let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
        let mut command = place.with(&words).command();
        let output = command.stdout(full).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{line}");
        let err = String::from_utf8(output.stderr).unwrap();
        assert!(err.contains("output::unwritten") && err.contains("couldn't be written"), "{err}");
    }
}

#[test]
fn a_warning_does_not_stand_in_the_result() {
    let place = Workplace::with_samples();
    std::fs::remove_file(place.path("samples/west-midlands-2017.txt")).unwrap();
    let run = place.run("check --full --format json samples/west-midlands-2017.toml").done();
    assert!(run.err.contains("declaration::source-unread"));
    serde_json::from_str::<serde_json::Value>(&run.out).unwrap();
}

#[test]
fn two_runs_print_the_same() {
    let place = Workplace::with_samples();
    for line in [
        "check --full --all samples/west-midlands-2017.toml",
        "check --full --format json samples/fictional-just-begun.toml samples/west-midlands-2017.toml",
        "rules list",
    ] {
        assert_eq!(place.run(line).out, place.run(line).out);
    }
}
