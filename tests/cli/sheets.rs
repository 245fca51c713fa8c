//! The sheets, read as their readers would: the same numbers as the result, and no text of others
//! that is taken for a formula.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::hostile_formats::both;
use crate::workplace::{NORTHMARCH, Workplace};

const SAMPLE: &str = "samples/west-midlands-2017.toml";

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
    for of in [
        SAMPLE.to_owned(),
        format!("--fail-on not-evidenced {SAMPLE}"),
        format!("{SAMPLE} samples/fictional-all-in-place.toml"),
        "--as-of 2017-06-30 samples/west-midlands-2017.txt".to_owned(),
    ] {
        let result = serde_json::from_str(&place.run(&format!("check --format json {of}")).out);
        let expected = counted(&result.unwrap());
        assert!(expected.len() > 3, "{expected:?}");
        let mut found = Counted::new();
        for row in rows(place.run(&format!("check --format csv {of}")).out.as_bytes()) {
            let key = (row["force"].clone(), row["outcome"].clone(), row["superseded"] == "yes");
            *found.entry(key).or_default() += 1;
        }
        assert_eq!(found, expected, "{of}");
    }
}

#[test]
fn csv_is_quoted_throughout_and_its_lines_end_as_the_standard_says() {
    let place = Workplace::with_samples();
    let out = place.run(&format!("check --format csv {SAMPLE}")).done().quiet().out;
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
        let out = place.run("check --format csv own.toml").done().quiet().out;
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
