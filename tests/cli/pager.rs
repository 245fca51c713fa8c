//! What is long, on a terminal: shown by a pager, where there is one and nobody says otherwise.

use crate::workplace::Workplace;

/// What comes to a terminal where `PAGER` is this.
fn shown(pager: &str, line: &str) -> String {
    let place = Workplace::with_samples();
    let program = env!("CARGO_BIN_EXE_msacheck");
    let command = format!("PAGER='{pager}' '{program}' {line}");
    let inner = ["--quiet", "--return", "--command", &command, "/dev/null"];
    let mut terminal = place.with(&inner).started_by(vec!["script".into()]).command();
    let output = terminal.output().unwrap();
    String::from_utf8(output.stdout).unwrap().replace("\r\n", "\n")
}

const SAMPLE: &str = "samples/west-midlands-2017.toml";

#[cfg(target_os = "linux")]
#[test]
fn what_is_long_goes_through_the_pager_that_the_environment_names() {
    let loud = "tr a-z A-Z";
    for (line, words) in [
        ("explain lead".to_owned(), "Which senior officer leads"),
        ("rules show lead".to_owned(), "Which senior officer leads"),
        (format!("check --full {SAMPLE}"), "Gaps in what the force declares"),
    ] {
        assert!(shown(loud, &line).contains(&words.to_uppercase()), "{line}");
        // Nobody wants it, there is none, or it can't be started.
        for (pager, line) in [
            (loud, format!("{line} --no-pager")),
            ("", line.clone()),
            ("no-such-pager", line.clone()),
        ] {
            assert!(shown(pager, &line).contains(words), "{pager}: {line}");
        }
    }
    // A screen is no more than a screen, and what isn't text isn't paged.
    assert!(shown(loud, &format!("check {SAMPLE}")).contains("Gaps in what the force declares"));
    assert!(shown(loud, &format!("check --format csv {SAMPLE}")).contains("\"force\",\"name\""));
}

#[test]
fn what_goes_to_a_file_or_another_program_is_not_paged() {
    let place = Workplace::with_samples();
    let mut command = place.with(&["explain", "lead"]).command();
    let output = command.env("PAGER", "tr a-z A-Z").output().unwrap();
    let out = String::from_utf8(output.stdout).unwrap();
    assert!(out.contains("Which senior officer leads"), "{out}");
}
