//! The sheets, read as their readers would: the same numbers as the result, and no text of others
//! that is taken for a formula.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use calamine::{Data, Reader as _, Xlsx};
use serde_json::Value;

use crate::hostile_formats::both;
use crate::workplace::{NORTHMARCH, Workplace};

const SAMPLE: &str = "samples/west-midlands-2017.toml";

/// Inputs of a check that come out in many ways: one force, a gate, several forces, a paper.
const RUNS: [&str; 4] = [
    SAMPLE,
    "--fail-on not-evidenced samples/west-midlands-2017.toml",
    "samples/west-midlands-2017.toml samples/fictional-all-in-place.toml",
    "--as-of 2017-06-30 samples/west-midlands-2017.txt",
];

/// What a sheet's first characters mustn't be.
const FORMULA: &str = "=+-@＝＋－＠\t\r\n\0";

/// The rows of CSV, by column.
fn rows(bytes: &[u8]) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(bytes);
    reader.deserialize().map(|row| row.expect("every row has the cells of the first")).collect()
}

/// How many findings had each outcome, by force and by whether their instrument is superseded.
pub(crate) type Counted = BTreeMap<(String, String, bool), usize>;

/// The same of a result.
pub(crate) fn counted(result: &Value) -> Counted {
    let one = std::slice::from_ref(result);
    let mut counted = Counted::new();
    for assessment in result["assessments"].as_array().map_or(one, Vec::as_slice) {
        for finding in assessment["findings"].as_array().unwrap() {
            let text = |value: &Value| value.as_str().unwrap().to_owned();
            let superseded = finding["superseded"].as_bool().unwrap();
            let key = (text(&assessment["force"]), text(&finding["outcome"]), superseded);
            *counted.entry(key).or_default() += 1;
        }
    }
    counted
}

#[test]
fn csv_has_the_numbers_of_the_result() {
    let place = Workplace::with_samples();
    for of in RUNS {
        let result =
            serde_json::from_str(&place.run(&format!("check --full --format json {of}")).out);
        let expected = counted(&result.unwrap());
        assert!(expected.len() > 3, "{expected:?}");
        let mut found = Counted::new();
        for row in rows(place.run(&format!("check --full --format csv {of}")).out.as_bytes()) {
            let key = (row["force"].clone(), row["outcome"].clone(), row["superseded"] == "yes");
            *found.entry(key).or_default() += 1;
        }
        assert_eq!(found, expected, "{of}");
    }
}

#[test]
fn csv_is_quoted_throughout_and_its_lines_end_as_the_standard_says() {
    let place = Workplace::with_samples();
    let out = place.run(&format!("check --full --format csv {SAMPLE}")).done().quiet().out;
    assert!(out.ends_with("\"\r\n") && !out.replace("\r\n", "").contains(['\r', '\n']));
    for line in out.split_terminator("\r\n") {
        assert!(line.starts_with('"') && line.ends_with('"'), "{line}");
    }
}

#[test]
fn nothing_hostile_starts_a_formula_or_another_cell_in_csv() {
    let (harmless, hostile) = both("csv", &[]);
    let (harmless, hostile) = (rows(harmless.as_bytes()), rows(hostile.as_bytes()));
    assert_eq!(harmless.len(), hostile.len());
    for (plain, row) in harmless.iter().zip(&hostile) {
        assert_eq!(plain.keys().collect::<Vec<_>>(), row.keys().collect::<Vec<_>>());
        assert_eq!(plain["outcome"], row["outcome"]);
    }
    assert!(hostile.iter().any(|row| row["name"].contains("=1+1 , : ;")), "whole, and only text");
}

/// A declaration of which every free text begins as a formula does.
pub(crate) fn formulas(start: &str) -> String {
    let text = format!("\"{start}cmd|' /C calc'!A0,\\\";=1+1\"");
    NORTHMARCH.replace("\"Northmarch Police (fictional)\"", &text)
        + &format!(
            "note = {text}\n\n[[source]]\nid = \"s\"\ntitle = {text}\n\n[lead]\nstate = \"partial\"\n\
             note = {text}\nevidence = [{{ source = \"s\", quote = {text} }}]\n"
        )
}

#[test]
fn a_name_that_is_a_formula_is_a_text_in_csv() {
    for start in
        ["=", "+", "-", "@", "＝", "＋", "－", "＠", "'", "\\t=", "\\r=", "\\n=", "\\u0000="]
    {
        let place = Workplace::new().file("own.toml", formulas(start));
        let out = place.run("check --full --format csv own.toml").done().quiet().out;
        let rows = rows(out.as_bytes());
        assert!(rows.len() > 50);
        for row in &rows {
            for cell in row.values() {
                assert!(!cell.starts_with(|c| FORMULA.contains(c)), "{start}: {cell}");
            }
            assert!(row["name"].ends_with("cmd|' /C calc'!A0,\";=1+1"), "{}", row["name"]);
        }
    }
}

/// The rows of a sheet of a workbook, by column. Every cell is looked at: none holds a formula.
fn sheet(bytes: &[u8], name: &str) -> Vec<BTreeMap<String, Data>> {
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    assert_eq!(book.sheet_names(), ["Summary", "Arrangements", "Findings", "Evidence"]);
    for sheet in book.sheet_names() {
        let formulas = book.worksheet_formula(&sheet).unwrap();
        assert_eq!(formulas.used_cells().count(), 0, "{sheet}");
    }
    let range = book.worksheet_range(name).unwrap();
    let mut rows = range.rows();
    let heads: Vec<String> = rows.next().unwrap().iter().map(Data::to_string).collect();
    rows.map(|row| heads.iter().cloned().zip(row.iter().cloned()).collect()).collect()
}

#[test]
fn a_workbook_has_the_numbers_of_the_result() {
    let place = Workplace::with_samples();
    for of in RUNS {
        let result: Value =
            serde_json::from_str(&place.run(&format!("check --full --format json {of}")).out)
                .unwrap();
        let bytes = place.bytes(&format!("check --full --format xlsx {of}"));
        assert_eq!(
            bytes,
            place.bytes(&format!("check --full --format xlsx {of}")),
            "the same bytes"
        );
        let mut found = Counted::new();
        for row in sheet(&bytes, "Findings") {
            let text = |key: &str| row[key].to_string();
            let key = (text("Force id"), text("Outcome"), text("Superseded") == "yes");
            *found.entry(key).or_default() += 1;
            assert!(matches!(row["Facts of"], Data::DateTime(_)), "{row:?}");
        }
        assert_eq!(found, counted(&result), "{of}");
        let one = std::slice::from_ref(&result);
        let cited = result["assessments"].as_array().map_or(one, Vec::as_slice).iter().map(|of| {
            let arrangements = of["arrangements"].as_array().unwrap().iter();
            let all = arrangements.chain(of["information"].as_array().unwrap());
            all.map(|one| one["evidence"].as_array().unwrap().len()).sum::<usize>()
        });
        assert_eq!(sheet(&bytes, "Evidence").len(), cited.sum::<usize>(), "{of}");
    }
}

#[test]
fn a_summary_counts_as_the_result_does() {
    let place = Workplace::with_samples();
    let result: Value =
        serde_json::from_str(&place.run(&format!("check --full --format json {SAMPLE}")).out)
            .unwrap();
    let bytes = place.bytes(&format!("check --full --format xlsx {SAMPLE}"));
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    let range = book.worksheet_range("Summary").unwrap();
    let row = |name: &str| range.rows().find(|row| row[0] == *name).unwrap();
    let heads = row("Requirements in force");
    for (name, part) in [("All in force", "in_force"), ("Superseded, counted apart", "superseded")]
    {
        for (head, cell) in heads.iter().zip(row(name)).skip(1) {
            let key = head.to_string().to_lowercase().replace(' ', "_");
            let count = result["counts"][part][&key].as_u64().unwrap_or_else(|| panic!("{key}"));
            assert_eq!(cell.to_string(), count.to_string(), "{name}: {key}");
        }
    }
}

#[test]
fn a_name_that_is_a_formula_is_a_text_in_a_workbook() {
    for start in ["=", "+", "-", "@", "'", "\\t=", "\\u0000=", "\\u000b=", "\\uffff=", "http://"] {
        let place = Workplace::new().file("own.toml", formulas(start));
        let bytes = place.bytes("check --full --format xlsx own.toml");
        let rows = sheet(&bytes, "Findings");
        assert!(rows.len() > 50, "{start}");
        for row in &rows {
            let name = row["Force"].to_string();
            assert!(name.ends_with("cmd|' /C calc'!A0,\";=1+1"), "{name}");
        }
        let evidence = sheet(&bytes, "Evidence");
        assert!(evidence.iter().any(|row| row["Words"].to_string().contains("calc'!A0")));
        let mut parts = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        for at in 0..parts.len() {
            let mut text = String::new();
            let mut part = parts.by_index(at).unwrap();
            part.read_to_string(&mut text).unwrap();
            assert!(!text.contains("<f>") && !text.contains("<hyperlink"), "{text}");
            let name = part.name().unwrap().into_owned();
            assert!(!name.contains("external"), "{name}");
        }
    }
}

#[test]
fn a_workbook_says_that_an_input_is_missing() {
    let place = Workplace::with_samples().file("broken.toml", "nothing of a declaration");
    let bytes = place.bytes(&format!("check --full --format xlsx {SAMPLE} broken.toml"));
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    let range = book.worksheet_range("Summary").unwrap();
    assert!(range.rows().any(|row| row[0].to_string().starts_with("Incomplete: 1 input")));
}

#[test]
fn a_workbook_does_not_go_to_a_terminal() {
    let place = Workplace::with_samples();
    place
        .on_a_terminal(&format!("check --full --format xlsx {SAMPLE}"))
        .wrong()
        .golden("usage/binary-to-terminal");
}

#[test]
fn a_workbook_holds_every_arrangement_with_all_that_is_stated_of_it() {
    let place = Workplace::with_samples();
    let line = "check samples/west-midlands-2017.toml --format";
    let result: Value =
        serde_json::from_str(&place.run(&format!("{line} json")).done().out).unwrap();
    let rows = sheet(&place.bytes(&format!("{line} xlsx")), "Arrangements");
    let standings = result["arrangements"].as_array().unwrap();
    assert_eq!(rows.len(), standings.len());
    for (row, standing) in rows.iter().zip(standings) {
        assert_eq!(row["Arrangement"].to_string(), standing["title"].as_str().unwrap());
        assert_eq!(row["State"].to_string(), standing["state"].as_str().unwrap());
        let told = row["Details"].to_string();
        for (field, value) in standing["details"].as_object().unwrap() {
            let value = value.as_str().unwrap();
            assert!(field == "note" || told.contains(value), "{field}: {value} isn't in {told}");
        }
    }
    let budget = rows.iter().find(|row| row["Arrangement"].to_string().contains("udget")).unwrap();
    assert_eq!(budget["State"].to_string(), "absent");
}
