//! What is taken in at a glance: the screen, and the short report.

use crate::tabled::built_in;
use crate::workplace::{NORTHMARCH, Workplace};

const SAMPLES: [&str; 4] =
    ["fictional-all-in-place", "fictional-just-begun", "west-midlands-2017", "west-midlands-2018"];

#[test]
fn a_force_has_one_screen() {
    let place = Workplace::with_samples();
    for sample in SAMPLES {
        for gate in ["", "--fail-on not-evidenced "] {
            let run = place.run(&format!("check {gate}samples/{sample}.toml")).fits(80);
            let lines = run.out.lines().count();
            assert!(lines <= 40, "{sample} takes {lines} lines: {}", run.out);
            let last = run.out.lines().last().unwrap();
            assert!(last.contains("check --full") || last.ends_with(".toml"), "{}", run.out);
        }
    }
    place.run("check samples/west-midlands-2017.toml").done().golden("check/screen");
}

#[test]
fn nothing_declared_is_told_as_that() {
    let place = Workplace::new().file("a.toml", NORTHMARCH);
    let screen = place.run("check a.toml").done().out;
    assert!(screen.contains("Nothing is declared yet"), "{screen}");
    assert!(!screen.contains("Gaps in what the force declares"), "{screen}");
    let brief = place.run("check --brief --format markdown a.toml").done().out;
    assert!(brief.contains("Nothing is declared yet"), "{brief}");
}

#[test]
fn where_much_is_missing_each_thing_has_a_line() {
    let absent = |states: usize| -> String {
        let all = built_in().vocabulary().arrangements().to_vec();
        all.iter().take(states).map(|one| format!("[{}]\nstate = \"absent\"\n", one.id)).collect()
    };
    let rows = |states: usize| {
        let place = Workplace::new().declared("a.toml", &absent(states));
        let out = place.run("check --brief --format markdown a.toml").done().out;
        let table = out.split("## Declared gaps").nth(1).unwrap().split("\n## ").next().unwrap();
        let rows = table.lines().filter(|line| line.starts_with("| ")).count() - 2;
        (rows, table.contains("What closes it:"), table.contains("The annex has the words"))
    };
    let (few, closes, annex) = rows(5);
    assert!((1..=25).contains(&few) && closes && !annex, "{few}");
    let (many, closes, annex) = rows(usize::MAX);
    assert!(many > 25 && !closes && annex, "{many}");
}

#[test]
fn the_long_page_has_the_caution_on_its_first_screen() {
    let place = Workplace::with_samples();
    for sample in SAMPLES {
        let page = place.run(&format!("check --format html samples/{sample}.toml")).done().out;
        let first = page.split("<nav").next().unwrap();
        assert!(first.contains("This is not legal advice."), "{sample}");
        let read = first.contains("didn’t read the words that ask for");
        assert!(read, "{sample}: it says what wasn't read");
    }
}

#[test]
fn the_short_report_speaks_no_language_of_rules() {
    let place = Workplace::with_samples();
    for sample in SAMPLES {
        for gate in ["", "--fail-on not-evidenced "] {
            let line = format!("check {gate}--brief --format markdown samples/{sample}.toml");
            let out = place.run(&line).out;
            let places = format!("{sample}.toml:");
            for rules in ["`", " ideally ", "strategy-2014/", "act-2015/", &places] {
                assert!(!out.contains(rules), "{sample} has “{rules}”: {out}");
            }
            for part in ["not legal advice", "## Headline", "## Duties", "## What to do first"] {
                assert!(out.contains(part), "{sample} has no “{part}”: {out}");
            }
        }
    }
}

#[test]
fn the_numbers_are_the_same_as_on_the_screen() {
    let place = Workplace::with_samples();
    for sample in SAMPLES {
        let file = format!("samples/{sample}.toml");
        let json = place.run(&format!("check --format json {file}")).out;
        let result: serde_json::Value = serde_json::from_str(&json).unwrap();
        let of = |key: &str| result["counts"]["in_force"][key].as_u64().unwrap();
        let met = of("met");
        let (silent, all) = (
            of("not_evidenced"),
            ["met", "partly_met", "planned", "withheld", "not_evidenced", "not_met"]
                .map(of)
                .iter()
                .sum::<u64>(),
        );
        let brief = place.run(&format!("check --brief --format markdown {file}")).out;
        assert!(brief.contains(&format!("Of the {all} requirements in force **{met} ")), "{brief}");
        assert!(brief.contains(&format!("theme by theme: {silent}\n")), "{brief}");
        let themes = brief.split_once("theme by theme").unwrap().1;
        let themes = themes.split("\n## ").next().unwrap();
        let counted: u64 = themes
            .lines()
            .filter(|line| line.starts_with("| **"))
            .map(|line| line.split('|').nth(2).unwrap().trim())
            .map(|count| count.split(' ').next().unwrap().parse::<u64>().unwrap())
            .sum();
        assert_eq!(counted, silent, "{themes}");
        let screen = place.run(&format!("check {file}")).out;
        assert!(screen.contains(&format!("{all} requirements are in force")), "{screen}");
    }
}

#[test]
fn only_documents_and_pages_have_a_short_form() {
    let place = Workplace::with_samples();
    let run = place.run("check --brief --format csv samples/west-midlands-2017.toml").wrong();
    run.golden("check/no-short-form");
}
