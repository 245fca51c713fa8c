//! What can be wrong in a declaration: each thing is shown at its place, with what was expected
//! and the likely fix.

use crate::workplace::{NORTHMARCH, Workplace};

/// A document that declarations of these tests quote.
const POSITION: &str = "\
Our position on modern slavery (fictional)
A superintendent leads the force's response.
Force support.
The lead chairs the partnership of the county. Later we say it again:
the lead chairs the partnership of the county.
";

const SOURCE: &str = "\
[[source]]
id = \"position\"
title = \"Position statement (fictional)\"
file = \"position.txt\"
";

/// Checks a declaration with one fault or a few.
fn wrong(rest: &str, name: &str) {
    let place = Workplace::new().file("position.txt", POSITION).declared("northmarch.toml", rest);
    let run = place.run("check --full northmarch.toml").wrong();
    run.golden(&format!("declarations/{name}"));
}

#[test]
fn a_syntax_error() {
    wrong("[lead\nstate = \"in place\"\n", "syntax");
}

#[test]
fn a_syntax_error_does_not_hide_what_stands_before_it() {
    wrong("[lead]\nstate = \"in-place\"\nrank = superintendent\n", "syntax-and-more");
}

#[test]
fn a_table_twice() {
    wrong("[lead]\nstate = \"partial\"\n\n[lead]\nstate = \"absent\"\n", "table-twice");
}

#[test]
fn a_misspelt_arrangement() {
    wrong("[co-ordinator]\nstate = \"in place\"\n", "misspelt-arrangement");
}

#[test]
fn an_arrangement_like_no_other() {
    wrong("[zeppelin]\nstate = \"in place\"\n", "unknown-arrangement");
}

#[test]
fn an_unknown_state() {
    wrong("[lead]\nstate = \"sort of\"\n", "unknown-state");
}

#[test]
fn an_unknown_kind_of_force() {
    let body = NORTHMARCH.replace("\"territorial\"", "\"teritorial\"");
    let place = Workplace::new().file("northmarch.toml", body);
    place.run("check --full northmarch.toml").wrong().golden("declarations/unknown-kind");
}

#[test]
fn an_unknown_field() {
    wrong("[lead]\nstate = \"in place\"\nrnak = \"superintendent\"\n", "unknown-field");
}

#[test]
fn a_field_of_another_arrangement() {
    wrong("[lead]\nstate = \"in place\"\nmembers = [\"councils\"]\n", "field-elsewhere");
}

#[test]
fn an_unknown_rank() {
    wrong("[lead]\nstate = \"in place\"\nrank = \"superintendant\"\n", "unknown-rank");
    wrong("[lead]\nstate = \"in place\"\nrank = \"Sheriff\"\n", "no-rank");
}

#[test]
fn an_unknown_value() {
    wrong("[lead]\nstate = \"partial\"\ncapacity = \"half-time\"\n", "unknown-value");
    wrong(
        "[partnership]\nstate = \"partial\"\nmembers = [\"councils\", \"chuches\"]\n",
        "unknown-item",
    );
}

#[test]
fn a_value_of_the_wrong_type() {
    wrong(
        "[lead]\nstate = true\nrank = 3\nsupporting-officers = \"some\"\nremit = \"yes\"\n\n\
         [partnership]\nstate = \"planned\"\nmembers = \"councils\"\nsince = 2024\n\n\
         [[guidance]]\nstate = \"absent\"\n",
        "wrong-types",
    );
}

#[test]
fn a_missing_key() {
    wrong("[lead]\nrank = \"superintendent\"\n", "missing-state");
    let place = Workplace::new().file("northmarch.toml", "[force]\nname = \"Northmarch\"\n");
    place.run("check --full northmarch.toml").wrong().golden("declarations/missing-of-force");
    let place =
        Workplace::new().file("northmarch.toml", "# Nothing yet.\n[lead]\nstate = \"absent\"\n");
    place.run("check --full northmarch.toml").wrong().golden("declarations/missing-force");
}

#[test]
fn a_name_in_place_of_an_id() {
    let body = NORTHMARCH.replace("\"northmarch\"", "\"Northmarch Police\"");
    let place = Workplace::new().file("northmarch.toml", body);
    place.run("check --full northmarch.toml").wrong().golden("declarations/not-an-id");
}

#[test]
fn in_place_beside_a_limit() {
    wrong("[lead]\nstate = \"in place\"\ncapacity = \"part-time\"\n", "beyond-its-limit");
}

#[test]
fn partial_beside_a_limit_is_right() {
    let place = Workplace::new()
        .declared("northmarch.toml", "[lead]\nstate = \"partial\"\ncapacity = \"part-time\"\n");
    place.run("check --full northmarch.toml").done().quiet();
}

#[test]
fn a_date_in_the_future() {
    wrong("[lead]\nstate = \"in place\"\nsince = 2026-11-25\n", "future-since");
    let body = NORTHMARCH.replace("2026-03-31", "2027-01-01");
    let place = Workplace::new().file("northmarch.toml", body);
    place.run("check --full northmarch.toml").wrong().golden("declarations/future-facts");
}

#[test]
fn what_began_after_the_day_assessed_counts_as_not_stated_and_a_note_says_so() {
    let place = Workplace::new()
        .declared("northmarch.toml", "[lead]\nstate = \"in place\"\nsince = 2026-05-01\n");
    place.tabled("check --full --arrangement lead northmarch.toml").done().quiet().tells(&[
        "States 0 of ",
        "Note: lead: since 2026-05-01, which is or may be after 2026-03-31; it counts as not stated",
    ]);
}

#[test]
fn today_is_no_future() {
    let place = Workplace::new()
        .declared("northmarch.toml", "[lead]\nstate = \"in place\"\nsince = 2026-11-24\n");
    place.run("check --full northmarch.toml").done();
}

#[test]
fn a_date_that_is_none() {
    wrong(
        "[lead]\nstate = \"in place\"\nsince = \"spring 2024\"\n\n\
         [guidance]\nstate = \"in place\"\nsince = \"2024-13\"\n\n\
         [strategy]\nstate = \"in place\"\nsince = 2024-01-01T10:00:00\n",
        "not-a-date",
    );
    wrong("[lead]\nstate = \"in place\"\nsince = 2024-02-30\n", "not-a-day");
}

#[test]
fn a_list_that_is_said_to_be_whole_and_is_not_there() {
    wrong("[partnership]\nstate = \"in place\"\nmembers_complete = true\n", "no-list");
}

/// A declaration whose lead has this evidence.
fn evidenced(evidence: &str) -> String {
    format!("{SOURCE}\n[lead]\nstate = \"partial\"\nevidence = [{evidence}]\n")
}

#[test]
fn a_quote_that_is_not_in_its_source() {
    let quote =
        "{ source = \"position\", quote = \"A superintendent heads the force's response.\" }";
    wrong(&evidenced(quote), "quote-not-found");
}

#[test]
fn a_quote_that_is_too_short() {
    let quote = "{ source = \"position\", quote = \"A superintendent leads\" }";
    wrong(&evidenced(quote), "quote-too-short");
}

#[test]
fn a_whole_line_is_long_enough() {
    let quote = "{ source = \"position\", quote = \"Force support.\" }";
    let place = Workplace::new()
        .file("position.txt", POSITION)
        .declared("northmarch.toml", &evidenced(quote));
    place.run("check --full northmarch.toml").done().quiet();
}

#[test]
fn a_quote_that_stands_twice_is_a_warning() {
    let quote = "{ source = \"position\", quote = \"lead chairs the partnership of the county\" }";
    let place = Workplace::new()
        .file("position.txt", POSITION)
        .declared("northmarch.toml", &evidenced(quote));
    let run = place.tabled("check --full --arrangement lead northmarch.toml").done();
    run.golden_but_its_report("declarations/quote-twice").tells(&["lead is partial"]);
}

#[test]
fn an_unknown_source() {
    let quote =
        "{ source = \"postion\", quote = \"A superintendent leads the force's response.\" }";
    wrong(&evidenced(quote), "unknown-source");
}

#[test]
fn a_source_without_its_table() {
    wrong(
        "[lead]\nstate = \"partial\"\nevidence = [{ source = \"minutes\", page = 3 }]\n",
        "no-source",
    );
}

#[test]
fn two_sources_of_one_name() {
    wrong(&format!("{SOURCE}\n{SOURCE}"), "duplicate-source");
}

#[test]
fn evidence_of_the_wrong_shape() {
    wrong(
        "[lead]\nstate = \"partial\"\nevidence = \"the position statement\"\n\n\
         [guidance]\nstate = \"partial\"\nevidence = [{ quote = 3, pages = 4 }]\n",
        "evidence-shape",
    );
}

/// Runs with a source that isn't read, and gives how the evidence counts.
fn unread_source(place: &Workplace, name: &str) {
    let run = place.tabled("check --full --arrangement lead northmarch.toml").done();
    assert_eq!(run.err.matches("declaration::source-unread").count(), 1, "one warning a source");
    run.golden_but_its_report(&format!("declarations/{name}")).tells(&[
        "Note: `position.txt` wasn't read: what is quoted from it is cited, its words weren't checked",
    ]);
    let run = place.run("check --full --format json northmarch.toml").done();
    let result: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let lead = &result["arrangements"][0];
    assert_eq!((&lead["arrangement"], &lead["basis"]), (&"lead".into(), &"cited".into()));
    for evidence in lead["evidence"].as_array().unwrap() {
        assert_eq!(evidence["basis"], "cited");
        assert!(evidence["place"].is_null());
    }
}

/// Evidence of two quotes from one source.
const TWO_QUOTES: &str = "\
{ source = \"position\", quote = \"A superintendent leads the force's response.\" }, \
{ source = \"position\", quote = \"The lead chairs the partnership of the county.\", page = 2 }";

#[test]
fn a_source_that_is_missing_is_one_warning_and_its_quotes_are_cited() {
    let place = Workplace::new().declared("northmarch.toml", &evidenced(TWO_QUOTES));
    unread_source(&place, "source-missing");
}

#[test]
fn a_source_that_is_no_text_is_one_warning_and_its_quotes_are_cited() {
    let place = Workplace::new()
        .file("position.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\x01\x02\x03\x04")
        .declared("northmarch.toml", &evidenced(TWO_QUOTES));
    unread_source(&place, "source-no-text");
}

#[test]
fn ten_errors_at_once() {
    wrong(
        &format!(
            "{SOURCE}\n\
             [leed]\nstate = \"in place\"\n\n\
             [coordinator]\nstate = \"in-place\"\nrank = \"serjeant\"\n\n\
             [partnership]\nstate = \"in place\"\nmembers = [\"councils\", \"chuches\"]\nrol = \"chair\"\n\n\
             [guidance]\nsince = 2026-12-24\nevidence = [{{ source = \"positon\" }}]\n\n\
             [intelligence]\nstate = \"in place\"\ncapacity = \"part-time\"\nanalysts = \"several\"\n"
        ),
        "ten-errors",
    );
}

#[test]
fn of_a_flood_of_errors_the_first_fifty_are_shown() {
    let rest: String =
        (0..200).map(|n| format!("[zeppelin-{n}]\nstate = \"in place\"\n")).collect();
    let place = Workplace::new().declared("northmarch.toml", &rest);
    let run = place.run("check --full northmarch.toml").wrong();
    assert_eq!(run.err.matches("declaration::unknown-arrangement").count(), 50);
    assert!(run.err.ends_with("  … and 150 more\n"), "{run}");
}

#[test]
fn details_beside_a_state_that_is_not_stated() {
    let place = Workplace::new()
        .declared("northmarch.toml", "[lead]\nstate = \"not stated\"\nrank = \"inspector\"\n");
    let run = place.tabled("check --full --arrangement lead northmarch.toml").done();
    run.golden_but_its_report("declarations/details-without-state").tells(&[
        "States 0 of ",
        "lead: not stated",
        "lead isn't stated",
    ]);
}

#[test]
fn a_declaration_under_another_ending_is_told_to_be_one() {
    let place = Workplace::new().file("northmarch.toml.txt", NORTHMARCH);
    let run = place.run("check northmarch.toml.txt").wrong();
    assert!(run.err.contains("it is a declaration"), "{run}");
    assert!(run.err.contains("ends in `.toml`"), "{run}");
}
