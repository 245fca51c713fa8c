//! That none came of what a duty waits for: then it isn't asked, and every report says so in its head.

use std::io::{Cursor, Read as _};

use msacheck::report::FORMATS;
use serde_json::Value;

use crate::workplace::{NORTHMARCH, Workplace};

const COOPERATE: &str = "act-2015/s43-cooperate";

const LOG: &str =
    "Log of the desk (fictional)\nNo request of the Commissioner came in this year.\n";

const SOURCE: &str =
    "\n[[source]]\nid = \"log\"\ntitle = \"Log of the desk (fictional)\"\nfile = \"log.txt\"\n";

const QUOTED: &str =
    "evidence = [{ source = \"log\", quote = \"No request of the Commissioner came in\" }]\n";

/// A declaration in which no request came since a day.
fn place(from: &str, rest: &str) -> Workplace {
    let none =
        format!("\n[[force.none]]\nof = \"commissioner-request\"\nfrom = {from}\n{rest}{SOURCE}");
    Workplace::new().file("log.txt", LOG).file("northmarch.toml", format!("{NORTHMARCH}{none}"))
}

/// What a requirement came to, and what is said of that none came.
fn came_to(place: &Workplace, options: &str) -> (String, Value) {
    let result = place.result(&format!("check --full northmarch.toml{options}"));
    let findings = result["findings"].as_array().unwrap();
    let own = findings.iter().find(|finding| finding["requirement"] == COOPERATE).unwrap();
    (own["outcome"].as_str().unwrap().to_owned(), result["none"][0].clone())
}

/// The text of a report, of a packed one what stands in its parts.
fn text(bytes: &[u8]) -> String {
    let Ok(mut zip) = zip::ZipArchive::new(Cursor::new(bytes)) else {
        return String::from_utf8(bytes.to_vec()).unwrap();
    };
    let mut all = String::new();
    for index in 0..zip.len() {
        let mut part = zip.by_index(index).unwrap();
        if part.name().unwrap().ends_with(".xml") {
            part.read_to_string(&mut all).unwrap();
        }
    }
    all
}

/// The words of a text alone: what marks and lays them out differs from format to format.
fn words(text: &str) -> String {
    let parts = regex::Regex::new("<[^>]*>|[^a-z0-9]+").unwrap();
    format!(" {} ", parts.replace_all(&text.to_lowercase(), " "))
}

#[test]
fn what_waits_for_it_is_not_asked() {
    let (outcome, none) = came_to(&place("2025-03-31", QUOTED), "");
    assert_eq!(outcome, "not applicable");
    assert_eq!(none["counts"], "counts");
    assert_eq!(none["basis"], "quoted");
    assert_eq!(none["spares"], serde_json::json!([COOPERATE]));
    assert_eq!(none["place"]["line"], 7);
    let result = place("2025-03-31", QUOTED).result("check --full northmarch.toml");
    assert_eq!(result["counts"]["none_came"], 1);
    // A year is asked for: a day less, and it isn't said of all of it.
    let (outcome, none) = came_to(&place("2025-04-01", QUOTED), "");
    assert_eq!((outcome.as_str(), &none["counts"]), ("not evidenced", &"other days".into()));
    assert_eq!(none["spares"], serde_json::json!([]));
}

#[test]
fn no_day_counts_that_it_may_not_speak_of() {
    for (from, rest, options) in [
        // Of a partial date the worse end.
        ("\"2025\"", "", ""),
        ("2024-01-01", "until = \"2026-03\"\n", ""),
        // It ends with the facts, and where it says so.
        ("2024-01-01", "", " --as-of 2026-04-01"),
        ("2024-01-01", "until = 2026-03-31\n", ""),
    ] {
        let (outcome, none) = came_to(&place(from, &format!("{rest}{QUOTED}")), options);
        assert_eq!(outcome, "not evidenced", "{from} {rest} {options}");
        assert_eq!(none["counts"], "other days", "{from} {rest} {options}");
    }
    for (from, rest, options) in [
        ("\"2024\"", "", ""),
        ("2024-01-01", "until = 2026-04-01\n", ""),
        // Nothing could come before there was a Commissioner.
        ("2015-07-31", "", " --as-of 2015-09-01"),
    ] {
        let rest = format!("{rest}{QUOTED}");
        assert_eq!(came_to(&place(from, &rest), options).0, "not applicable", "{from} {rest}");
    }
}

#[test]
fn what_nothing_speaks_for_is_not_said() {
    let asserted = place("2024-01-01", "");
    let (outcome, none) = came_to(&asserted, "");
    assert_eq!((outcome.as_str(), &none["counts"]), ("not evidenced", &"unbacked".into()));
    assert_eq!(none["spares"], serde_json::json!([]));
    asserted
        .tabled("check --full northmarch.toml")
        .done()
        .tells(&["came since 2024-01-01 doesn't count: nothing that is named speaks for it."]);
}

/// That nothing is asked is looked at as well: else the gate would fail for want of something to look
/// at, and taking the fact away would open it.
#[test]
fn a_gate_over_nothing_but_what_waits_passes_on_evidence() {
    let line = "check --full --arrangement commissioner-cooperation --strength duty --fail-on partly-met \
                northmarch.toml";
    let told =
        "The gate passes: it asks nothing, since none came of what its requirements wait for.";
    place("2024-01-01", QUOTED).tabled(line).done().tells(&[told]);
    place("2024-01-01", "").tabled(line).failed();
    Workplace::new().file("northmarch.toml", NORTHMARCH).tabled(line).failed();
}

#[test]
fn the_gate_may_ask_for_words() {
    let gate = "[gate]\nbasis = \"quoted\"\n";
    for (rest, counts) in
        [("", "unbacked"), ("evidence = [{ source = \"log\" }]\n", "unbacked"), (QUOTED, "counts")]
    {
        let place = place("2024-01-01", rest).file("msacheck.toml", gate);
        let result: Value = serde_json::from_str(
            &place.run("check --full --format json northmarch.toml").failed().out,
        )
        .unwrap();
        assert_eq!(result["none"][0]["counts"], counts, "{rest}");
        let findings = result["findings"].as_array().unwrap();
        let own = findings.iter().find(|finding| finding["requirement"] == COOPERATE).unwrap();
        let expected = if counts == "counts" { "not applicable" } else { "not evidenced" };
        assert_eq!(own["outcome"], expected, "{rest}");
    }
}

#[test]
fn every_report_says_so_in_its_head() {
    let counts = "The force states that no request of the Independent Anti-slavery Commissioner came \
                  since 2024-01-01, so that 1 requirement isn't asked: act-2015/s43-cooperate (quoted).";
    let other = "That no request of the Independent Anti-slavery Commissioner came since 2026-01-01 \
                 doesn't count here: every day from 2025-03-31 to the day assessed must be free of it.";
    for (from, said) in [("2024-01-01", counts), ("2026-01-01", other)] {
        let place = place(from, QUOTED);
        let second = place.read("northmarch.toml").replace("\"northmarch\"", "\"eastmere\"");
        let place = place.file("eastmere.toml", second);
        for format in FORMATS {
            for files in ["northmarch.toml", "northmarch.toml eastmere.toml"] {
                let line = format!("check --full --format {} {files}", format.name);
                let bytes = if format.binary {
                    place.run(&format!("{line} --output report --overwrite")).done();
                    std::fs::read(place.path("report")).unwrap()
                } else {
                    place.bytes(&line)
                };
                let shown = words(&text(&bytes).replace("&#x27;", "'").replace("&apos;", "'"));
                let head = words(said);
                let at = shown.find(head.trim());
                assert!(at.is_some(), "{} of {files} doesn't say `{said}`", format.name);
                // Before anything that came out, but where a list of findings has no head.
                let first = shown.find(" s43 contact ").unwrap_or(usize::MAX);
                let headless = ["csv", "json", "ndjson"].contains(&format.name);
                assert!(headless || at.unwrap() < first, "{} says so late", format.name);
            }
        }
    }
}

#[test]
fn it_is_explained_where_it_decides() {
    let place = place("2024-01-01", QUOTED);
    place.run("explain s43-cooperate northmarch.toml").done().quiet().fits(80).tells(&[
        "Waits for: a request of the Independent Anti-slavery Commissioner",
        "as at 2026-03-31: not applicable",
        "Why: `[force]` states that no request of the Independent Anti-slavery Commissioner came, from \
         2025-03-31 to the day assessed",
    ]);
}

#[test]
fn another_date_says_nothing_of_it_for_this_one() {
    let earlier = NORTHMARCH.replace("2026-03-31", "2025-09-30");
    let none = |from: &str| {
        format!("\n[[force.none]]\nof = \"commissioner-request\"\nfrom = {from}\n{QUOTED}{SOURCE}")
    };
    let place = Workplace::new()
        .file("log.txt", LOG)
        .file("earlier.toml", format!("{earlier}{}", none("2025-01-01")))
        .file("northmarch.toml", format!("{NORTHMARCH}{}", none("2025-10-01")))
        .file("whole.toml", format!("{NORTHMARCH}{}", none("2025-01-01")));
    let outcome = |line: &str| {
        let result = place.result(line);
        let findings = result["findings"].as_array().unwrap();
        let own = findings.iter().find(|finding| finding["requirement"] == COOPERATE).unwrap();
        own["outcome"].as_str().unwrap().to_owned()
    };
    assert_eq!(outcome("check --full northmarch.toml"), "not evidenced");
    // Each date is an assessment of its own, in whatever order they are given.
    assert_eq!(outcome("check --full northmarch.toml earlier.toml"), "not evidenced");
    assert_eq!(outcome("check --full earlier.toml northmarch.toml"), "not evidenced");
    assert_eq!(outcome("check --full earlier.toml whole.toml"), "not applicable");
    // A later one that is silent doesn't carry an earlier one's on.
    let place = place.file("northmarch.toml", NORTHMARCH);
    let result = place.result("check --full earlier.toml northmarch.toml");
    assert_eq!(result["none"], serde_json::json!([]));
}

/// Whoever writes that none came into a saved result must write what it rests on, too.
#[test]
fn a_saved_result_rests_on_what_was_stated() {
    let sound = place("2024-01-01", QUOTED).result("check --full northmarch.toml");
    let report = |result: &Value| {
        let place = Workplace::new().file("result.json", result.to_string());
        place.run("report result.json --full")
    };
    report(&sound).done();
    for (pointer, value) in [
        ("/none", serde_json::json!([])),
        ("/none/0/counts", "other days".into()),
        ("/none/0/spares", serde_json::json!([])),
        ("/none/0/basis", "asserted".into()),
        ("/none/0/evidence", serde_json::json!([])),
    ] {
        let mut forged = sound.clone();
        *forged.pointer_mut(pointer).unwrap() = value;
        let run = report(&forged).wrong();
        assert!(run.err.contains("result::disagrees"), "{pointer}: {run}");
    }
}

#[test]
fn what_cannot_be_is_a_fault() {
    let rows = [
        ("\"a-request\"", "2016-01-01", ""),
        ("\"commissioner-requests\"", "2016-01-01", ""),
        ("\"commissioner-request\"", "2026-04-01", ""),
        ("\"commissioner-request\"", "2016-01-01", "until = 2026-06-01\n"),
        ("\"commissioner-request\"", "2016-01-01", "until = \"2015\"\n"),
        ("\"commissioner-request\"", "2016-01-01", "evidence = [{ source = \"book\" }]\n"),
    ];
    let rows =
        rows.map(|(of, from, rest)| format!("\n[[force.none]]\nof = {of}\nfrom = {from}\n{rest}"));
    let place = Workplace::new().file("northmarch.toml", format!("{NORTHMARCH}{}", rows.concat()));
    place.run("check --full northmarch.toml").wrong().golden("declarations/none-came");
}
