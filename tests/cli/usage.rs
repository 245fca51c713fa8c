//! Arguments that can't be meant: what was wrong, what would be right, status 2.

use crate::workplace::Workplace;

fn wrong(line: &str, name: &str) {
    let place = Workplace::with_samples();
    place.run(line).wrong().golden(&format!("usage/{name}"));
}

#[test]
fn no_command() {
    Workplace::new().with(&[]).run().wrong().golden("usage/nothing");
    wrong("rules", "rules-nothing");
}

#[test]
fn an_unknown_command() {
    wrong("frobnicate", "unknown-command");
    wrong("chekc northmarch.toml", "misspelt-command");
    wrong("rules shwo lead", "misspelt-subcommand");
}

#[test]
fn an_unknown_option() {
    wrong("check --full --failon not-evidenced samples/west-midlands-2017.toml", "misspelt-option");
}

#[test]
fn check_with_nothing_to_check_says_how_to_begin() {
    Workplace::new().run("check --full").wrong().golden("usage/nothing-to-check");
}

#[test]
fn a_date_that_is_none() {
    for date in ["tomorrow", "2026", "2026-02-30", "20260331", "2026-03-31T10:00", "31/03/2026", ""]
    {
        for option in ["--as-of", "--today"] {
            let place = Workplace::with_samples();
            let args = ["check", option, date, "samples/west-midlands-2017.toml"];
            let run = place.with(&args).run().wrong();
            assert!(run.err.contains("such as 2017-06-30"), "{run}");
        }
    }
    wrong("check --full --as-of tomorrow samples/west-midlands-2017.toml", "date");
}

#[test]
fn a_threshold_that_is_none() {
    wrong("check --full --fail-on never samples/west-midlands-2017.toml", "threshold");
    // "not met" would let silence beat an honest "no".
    wrong("check --full --fail-on not-met samples/west-midlands-2017.toml", "threshold-too-low");
}

#[test]
fn a_filter_for_what_is_not_known() {
    let file = "samples/west-midlands-2017.toml";
    wrong(&format!("check --full --instrument act {file}"), "instrument");
    wrong(&format!("check --full --instrument charter {file}"), "instrument-unlike");
    wrong(&format!("check --full --arrangement leed {file}"), "arrangement");
    wrong(&format!("check --full --arrangement zeppelin {file}"), "arrangement-unlike");
    wrong(&format!("check --full --instrument act --arrangement leed {file}"), "both-filters");
    wrong(&format!("check --full --strength must {file}"), "strength");
    wrong("rules list --instrument act --arrangement leed", "rules-list-filters");
}

#[test]
fn a_format_or_a_colour_that_is_none() {
    wrong("check --full --format yaml samples/west-midlands-2017.toml", "format");
    wrong("check --full --color sometimes samples/west-midlands-2017.toml", "colour");
}

#[test]
fn a_name_of_nothing() {
    wrong("explain pursue-leed", "explain-misspelt");
    wrong("explain s52", "explain-begun");
    wrong("rules show act-2015/s51", "show-begun");
    wrong("explain zeppelin", "explain-unknown");
    wrong("explain", "explain-nothing");
    wrong("rules show act-2051", "show-misspelt-instrument");
    wrong("rules show zeppelin", "show-unknown");
}

#[test]
fn a_pattern_that_is_none() {
    wrong("rules list (lead", "pattern");
}

#[test]
fn a_name_of_two_requirements() {
    let place = Workplace::new()
        .copied("ours", &crate::workplace::repository().join("tests/cli/pack"))
        .copied("theirs", &crate::workplace::repository().join("tests/cli/pack"));
    std::fs::remove_dir_all(place.path("theirs/arrangements")).unwrap();
    std::fs::rename(place.path("theirs/northmarch-plan"), place.path("theirs/eastmere-plan"))
        .unwrap();
    let instrument = place.read("theirs/eastmere-plan/instrument.toml");
    let place = place
        .file("theirs/eastmere-plan/instrument.toml", instrument.replace("northmarch", "eastmere"));
    let run = place.run("explain night-shelter --rules ours --rules theirs").done();
    assert!(run.out.contains("Arrangement `night-shelter`"), "an arrangement goes first");
    let run = place.run("explain shelter-open --rules ours --rules theirs").wrong();
    run.golden("usage/ambiguous-name");
}

#[test]
fn what_prints_the_command_line_takes_no_rules_and_no_day() {
    let place = Workplace::new();
    for line in ["man --help", "completions --help", "man man", "man completions"] {
        let run = place.run(line).done();
        for option in ["rules", "pack", "drafts", "today", "config"] {
            let typed = [format!("--{option}"), format!("\\-\\-{option}")];
            assert!(!typed.iter().any(|typed| run.out.contains(typed)), "{option}: {run}");
        }
    }
    // Typed all the same, they do no harm.
    place.run("man check --today 2026-01-01").done().quiet();
    place.run("--no-pager man check").done().quiet();
}

/// A line of a paragraph ends where the next word doesn't fit, and nowhere else.
#[test]
fn no_paragraph_of_the_help_is_ragged() {
    let place = Workplace::new();
    for line in
        ["--help", "check --help", "baseline --help", "init --help", "read --help", "report --help"]
    {
        for columns in [60, 80, 100] {
            let run =
                place.with(&line.split(' ').collect::<Vec<_>>()).columns(columns).run().done();
            let lines: Vec<&str> = run.out.lines().collect();
            for pair in lines.windows(2) {
                let [one, next] = pair else { continue };
                let runs_on = next.starts_with(|c: char| c.is_lowercase() || c == '-');
                let prose = one.starts_with(char::is_alphabetic) && !one.ends_with(':');
                let word = next.split(' ').next().unwrap_or_default();
                let fits = one.chars().count() + 1 + word.chars().count() <= columns.min(100);
                assert!(!(prose && runs_on && fits), "{columns}: {one}\n{next}\n{run}");
            }
        }
    }
}

#[test]
fn help_fits_80_columns() {
    let place = Workplace::new();
    for (line, name) in [
        ("--help", "help"),
        ("-h", "help-short"),
        ("help check", "help-check"),
        ("explain --help", "help-explain"),
        ("help init", "help-init"),
        ("rules --help", "help-rules"),
        ("rules list --help", "help-rules-list"),
        ("rules show --help", "help-rules-show"),
    ] {
        place.run(line).done().quiet().fits(80).golden(&format!("usage/{name}"));
    }
}

#[test]
fn the_version_is_that_of_the_package() {
    let run = Workplace::new().run("--version").done().quiet();
    assert_eq!(run.out, concat!("msacheck ", env!("CARGO_PKG_VERSION"), "\n"));
}
