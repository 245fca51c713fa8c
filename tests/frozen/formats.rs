//! Every format: of a force behind a gate that does all that gates do, of several forces, and of one
//! without a gap.

use msacheck::report::{Extent, FORMATS, ReportFormat, ReportOptions};
use msacheck::result::CheckResult;

use crate::check::{Check, OPTIONS, frozen, rendered, report};
use crate::golden::golden;
use crate::office::readable;

/// Northmarch with a gate, waivers, a baseline and judgements.
pub(crate) fn gated() -> Check {
    Check::of(&["northmarch.toml"]).gated(frozen("msacheck.toml")).against(frozen("baseline.toml"))
}

/// Three forces, by one instrument: two declarations and a paper; a fourth couldn't be assessed.
pub(crate) fn several() -> Check {
    let check = Check::of(&["northmarch.toml", "eastmere.txt", "westhaven.toml"]);
    check.missing(1).only("wardens-act")
}

/// The ending of a golden file: for editors, and for whoever looks at a difference.
fn ending(format: &ReportFormat) -> &'static str {
    match format.name {
        "markdown" => "md",
        "html" => "html",
        "junit" => "xml",
        "csv" => "csv",
        "json" | "sarif" | "gitlab" | "oscal" => "json",
        _ => "txt",
    }
}

fn every_format(result: &CheckResult, options: ReportOptions, what: &str) {
    for format in FORMATS {
        let bytes = rendered(format.name, result, options);
        let text = match format.binary {
            true => readable(format.name, bytes),
            false => String::from_utf8(bytes).unwrap(),
        };
        golden(&text, &format!("{what}.{}.{}", format.name, ending(format)));
    }
}

#[test]
fn one_force_behind_a_gate() {
    every_format(&gated().result(), OPTIONS, "gated");
}

#[test]
fn several_forces_without_a_gate() {
    every_format(&several().result(), OPTIONS, "several");
}

#[test]
fn one_force_without_a_gate_in_the_formats_that_say_so() {
    let result = Check::of(&["northmarch.toml"]).result();
    for (format, ending) in [
        ("table", "txt"),
        ("html", "html"),
        ("markdown", "md"),
        ("junit", "xml"),
        ("github", "txt"),
    ] {
        golden(&report(format, &result), &format!("open.{format}.{ending}"));
    }
}

#[test]
fn what_is_let_pass_where_somebody_asks_for_it() {
    let options = ReportOptions { with_suppressed: true, ..OPTIONS };
    let result = gated().result();
    for (format, ending) in [("sarif", "json"), ("gitlab", "json"), ("github", "txt")] {
        let text = String::from_utf8(rendered(format, &result, options)).unwrap();
        assert_ne!(text, report(format, &result), "{format}");
        golden(&text, &format!("suppressed.{format}.{ending}"));
    }
}

#[test]
fn a_force_without_a_gap() {
    let result = Check::of(&["westhaven.toml"]).gated("[gate]\n").result();
    for (format, ending) in
        [("table", "txt"), ("markdown", "md"), ("junit", "xml"), ("github", "txt")]
    {
        golden(&report(format, &result), &format!("whole.{format}.{ending}"));
    }
    assert_eq!(report("gitlab", &result), "[]\n");
    assert!(report("html", &result).contains("Nothing: no gap was found."));
}

#[test]
fn what_is_done_about_gaps() {
    let check = Check::of(&["northmarch.toml"]).planned(frozen("actions.toml")).only("county-plan");
    every_format(&check.result(), OPTIONS, "planned");
    let brief = ReportOptions { extent: Some(Extent::Brief), ..OPTIONS };
    for (format, ending) in [("markdown", "md"), ("table", "txt")] {
        let text = String::from_utf8(rendered(format, &check.result(), brief)).unwrap();
        golden(&text, &format!("planned-brief.{format}.{ending}"));
    }
    let several = check.and("southmere.toml", SOUTHMERE);
    for (format, ending) in [("table", "txt"), ("markdown", "md")] {
        golden(&report(format, &several.result()), &format!("planned-several.{format}.{ending}"));
    }
}

const SOUTHMERE: &str = "[force]\nid = \"southmere\"\nkind = \"territorial\"\nas_of = 2026-03-31\n";

#[test]
fn what_is_taken_in_at_a_glance() {
    let options = ReportOptions { extent: Some(Extent::Brief), ..OPTIONS };
    for (result, what) in [(gated().result(), "brief"), (several().result(), "brief-several")] {
        for (format, ending) in [("html", "html"), ("markdown", "md"), ("table", "txt")] {
            let text = String::from_utf8(rendered(format, &result, options)).unwrap();
            golden(&text, &format!("{what}.{format}.{ending}"));
        }
        let document = readable("docx", rendered("docx", &result, options));
        golden(&document, &format!("{what}.docx.txt"));
    }
}
