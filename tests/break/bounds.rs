//! Rows 6, 11, 12 and 23: what a document, a declaration or a pack may take, and that whatever takes more is
//! told so, soon.

use std::fmt::Write as _;
use std::time::Duration;

use crate::hostile_set::{Hostile, START, hostile_set, packages, texts, whole_lines};
use crate::measured::measure;
use crate::workplace::Workplace;

/// The most memory that a run at `--jobs 2` takes, in megabytes, whatever it reads.
const MEMORY: usize = 512;

/// How long a file may take in a release build.
const SOON: Duration = Duration::from_secs(5);

/// Reads two copies of each file at once. Each is read, or refused with a diagnostic; nothing is killed.
fn read_all(set: Vec<Hostile>, soon: Duration) -> String {
    let mut told = String::new();
    let mut over = Vec::new();
    for file in set {
        let mut place = Workplace::new();
        let twin = format!("twin-{}", file.name);
        for name in [file.name, &twin] {
            place = place.file(name, &file.bytes);
        }
        for (name, bytes) in &file.beside {
            place = place.file(name, bytes);
        }
        let force = if file.name.ends_with(".toml") {
            ""
        } else {
            " --force northmarch --as-of 2026-03-31"
        };
        let line = format!("check --full {} {twin} --jobs 2{force}", file.name);
        let measured = measure(&place, &line, 4 * soon);
        let kilobytes = file.bytes.len() / 1024;
        let faults = measured.said.lines().map(str::trim);
        let faults: Vec<&str> =
            faults.filter(|line| line.starts_with(['×', '⚠'])).take(4).collect();
        let _ = writeln!(
            told,
            "{:<28} {kilobytes:>6} KB {:>6.2} s {:>5} MB  {:?} {}",
            file.name,
            measured.took.as_secs_f64(),
            measured.peak.unwrap_or(0),
            measured.status,
            faults.join(" "),
        );
        let ended = matches!(measured.status, Some(0 | 2)) && !measured.said.contains("panicked");
        let bounded = measured.peak.is_none_or(|peak| peak < MEMORY) && measured.took < soon;
        if !ended || !bounded {
            over.push(file.name);
        }
    }
    println!("{told}");
    assert!(over.is_empty(), "{over:?}\n{told}");
    told
}

/// The kinds alone, in files so small that a build without optimisation reads them soon. PDFs are held to what
/// they may take in `tests/pdf`.
#[test]
fn rows_11_and_23_small_hostile_files_are_read_or_refused() {
    let mut set = texts(50_000);
    set.extend(packages(30_000));
    set.push(whole_lines(50_000));
    read_all(set, Duration::from_secs(120));
}

#[test]
#[ignore = "measures a release build: MSACHECK=target/release/msacheck cargo test --test break -- --ignored"]
fn rows_6_11_and_23_no_file_takes_long_or_much() {
    let told = read_all(hostile_set(4 << 20), SOON);
    // What isn't read whole says which limit it met.
    for (file, says) in [
        ("paragraph.txt", "a paragraph of more than 1000000 bytes"),
        ("letters.txt", "more than 176 MB of memory"),
        ("parts.docx", "has a part"),
        ("dense-2000.pdf", "from page"),
        ("quotes.toml", "MB of their sources searched"),
    ] {
        let line = told.lines().find(|line| line.starts_with(&format!("{file} "))).unwrap();
        assert!(line.contains(says), "{line}");
    }
}

#[test]
fn row_11_a_paragraph_and_a_text_are_bounded_and_the_limit_is_named() {
    let place = Workplace::new()
        .file("paragraph.txt", "We lead. ".repeat(120_000))
        .file("sentences.txt", "Yes?\n\n".repeat(200_000))
        .file("cues.txt", format!("{START}{}", "lead coordinator.\n\n".repeat(31_000)));
    place
        .run("read paragraph.txt sentences.txt cues.txt --force northmarch")
        .incomplete()
        .golden_in("break", "too-large");
}

#[test]
fn row_12_classes_in_classes_are_bounded_by_depth_and_by_what_they_come_to() {
    let words = |count: usize| -> String { (0..count).map(|n| format!("\"word{n}\", ")).collect() };
    let deep = "a = [\"{b}\"]\nb = [\"{c}\"]\nc = [\"{d}\"]\nd = [\"{e}\"]\ne = [\"x\"]\n";
    let wide = format!("a = [\"{{b}} {{b}} {{b}}\"]\nb = [{}]\n", words(60));
    for (classes, says) in [
        (deep, "the class `a` names classes more than 3 deep"),
        ("a = [\"{a} x\"]\n", "the class `a` names classes more than 3 deep"),
        (wide.as_str(), "come to more than 50000 phrases"),
        ("a = [\"x ... x ... x ... x ... x\"]\n", "more gaps and words in square brackets"),
    ] {
        let place = Workplace::new()
            .file("pack/context.toml", format!("[class]\n{classes}"))
            .file("answer.txt", "We lead.\n");
        for line in ["rules show act-2015 --rules pack", "read answer.txt --rules pack"] {
            let run = place.run(line);
            let said = run.err.split_whitespace().collect::<Vec<_>>().join(" ").replace("│ ", "");
            assert!(said.contains(says), "{line}: {run}");
        }
    }
}

/// However many threads read, they share the memory.
#[test]
#[ignore = "measures a release build: MSACHECK=target/release/msacheck cargo test --test break -- --ignored"]
fn row_11_more_threads_take_no_more_memory() {
    let text = "The force has a lead for modern slavery, who reports each month. ".repeat(15_000);
    let lines: String = text.split_inclusive(". ").map(|line| format!("{line}\n\n")).collect();
    let mut place = Workplace::new();
    for n in 0..8 {
        place = place.file(&format!("papers/answer-{n}.txt"), &lines);
    }
    let line = "check --full papers --force northmarch --as-of 2026-03-31 --jobs";
    let [two, eight] = [2, 8].map(|jobs| measure(&place, &format!("{line} {jobs}"), 10 * SOON));
    println!("{two:?}\n{eight:?}");
    assert_eq!((two.status, eight.status), (Some(0), Some(0)));
    assert!(eight.peak.unwrap() < two.peak.unwrap() + 200, "{two:?}\n{eight:?}");
}
