//! `compare` of many forces: the matrix, whose numbers are those of each force's own check.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Reader as _, Xlsx};
use msacheck::report::COMPARISON_FORMATS;
use serde_json::Value;

use crate::workplace::{NORTHMARCH, Workplace};

/// The samples, each of which has its own check; of one force there are two dates.
const LATEST: [&str; 3] = [
    "samples/fictional-just-begun.toml",
    "samples/fictional-all-in-place.toml",
    "samples/west-midlands-2018.toml",
];

fn json(place: &Workplace, line: &str) -> Value {
    let run = place.run(&format!("compare --format json {line}"));
    serde_json::from_str(&run.out).unwrap()
}

/// How many requirements of a force came out how, by its own check: superseded ones included.
fn checked(place: &Workplace) -> BTreeMap<String, BTreeMap<String, usize>> {
    let mut all = BTreeMap::new();
    for file in LATEST {
        let result = place.result(&format!("check {file}"));
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for finding in result["findings"].as_array().unwrap() {
            *counts.entry(finding["outcome"].as_str().unwrap().to_owned()).or_default() += 1;
        }
        all.insert(result["force"].as_str().unwrap().to_owned(), counts);
    }
    all
}

/// The outcomes that were assessed.
const ASSESSED: [&str; 6] =
    ["met", "partly met", "planned", "withheld", "not evidenced", "not met"];

#[test]
fn the_numbers_are_those_of_each_check_in_every_format() {
    let place = Workplace::with_samples();
    let checked = checked(&place);
    let expected =
        |force: &str, outcome: &str| checked[force].get(outcome).copied().unwrap_or_default();
    let result = json(&place, "samples/*.toml");
    for row in result["rows"].as_array().unwrap() {
        let (force, cells) = (row["force"].as_str().unwrap(), row["cells"].as_array().unwrap());
        for outcome in ASSESSED {
            let count = cells.iter().filter(|cell| cell["value"] == outcome).count();
            assert_eq!(count, expected(force, outcome), "json: {force}, {outcome}");
        }
    }
    assert_eq!(result["rows"].as_array().unwrap().len(), checked.len());

    let lines = place.run("compare --format ndjson samples/*.toml").done().out;
    let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), checked.len() + 1, "and the summary");
    for line in lines.iter().filter(|line| line["cells"].is_array()) {
        let (force, cells) = (line["force"].as_str().unwrap(), line["cells"].as_array().unwrap());
        for outcome in ASSESSED {
            let count = cells.iter().filter(|cell| cell["value"] == outcome).count();
            assert_eq!(count, expected(force, outcome), "ndjson: {force}, {outcome}");
        }
    }

    let csv = place.run("compare --format csv samples/*.toml").done().out;
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let bytes = place.bytes("compare --format xlsx samples/*.toml");
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    assert_eq!(book.sheet_names(), ["Matrix", "Findings", "Evidence", "About"]);
    let matrix = book.worksheet_range("Matrix").unwrap();
    let findings = book.worksheet_range("Findings").unwrap();
    let html = place.run("compare --format html samples/*.toml").done().out;
    let markdown = place.run("compare --format markdown samples/*.toml").done().out;
    let table = place.run("compare --full samples/*.toml").done().out;
    let forces: Vec<&str> = result["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["force"].as_str().unwrap())
        .collect();
    for (at, force) in forces.iter().enumerate() {
        let sheet_row = matrix.rows().find(|row| row[0] == **force).unwrap();
        let lines = table.lines().filter(|line| line.starts_with(force));
        let letters = lines.collect::<Vec<_>>().join(" ");
        for (outcome, letter) in ASSESSED.into_iter().zip(["M", "P", "L", "W", "?", "N"]) {
            let count = expected(force, outcome);
            let told =
                |what: &str, found: usize| assert_eq!(found, count, "{what}: {force}, {outcome}");
            told("csv", rows.iter().filter(|row| &row[0] == *force && &row[9] == outcome).count());
            told("matrix", sheet_row.iter().skip(5).filter(|cell| **cell == *outcome).count());
            let found = findings.rows().filter(|row| row[0] == **force && row[9] == *outcome);
            told("findings", found.count());
            let cell = format!("href=\"#f{}-", at + 1);
            let cells = html.split("<td class=\"cell ").skip(1);
            let title = format!("title=\"{outcome}\"");
            told(
                "html",
                cells
                    .filter(|td| {
                        td.split("</td>")
                            .next()
                            .is_some_and(|td| td.contains(&cell) && td.contains(&title))
                    })
                    .count(),
            );
            let lines =
                markdown.lines().filter(|line| line.starts_with("| ") && line.ends_with(" |"));
            let own = lines.filter(|line| {
                let cells: Vec<&str> = line.split(" |").map(str::trim).collect();
                let last = cells.len().saturating_sub(3);
                cells.len() == forces.len() + 4 && cells[last - forces.len() + at] == letter
            });
            told("markdown", own.count());
            let found = letters.split_whitespace().filter(|word| *word == letter);
            // Before the letters of a line stand the force and its coverage.
            told("table", found.count());
        }
    }
}

#[test]
fn a_small_territory_on_a_terminal() {
    let place = Workplace::with_samples();
    let line = "compare --by arrangement --group-by region samples/*.toml";
    place.run(line).done().fits(80).golden("matrix/arrangements-80");
    let args: Vec<&str> = line.split(' ').collect();
    let args: Vec<&str> =
        args.iter().map(|word| if *word == "arrangement" { "instrument" } else { *word }).collect();
    place.with(&args).columns(200).run().done().fits(200).golden("matrix/instruments-200");
}

#[test]
fn an_input_that_fails_keeps_its_row() {
    let place = Workplace::with_samples()
        .declared("broken.toml", "[leed]\nstate = \"in place\"\n")
        .declared("northmarch.toml", "");
    for format in COMPARISON_FORMATS.iter().filter(|format| !format.binary) {
        let line = format!(
            "compare --format {} samples/west-midlands-2018.toml northmarch.toml broken.toml",
            format.name
        );
        let run = place.run(&line).incomplete();
        assert!(run.out.contains("broken.toml"), "{}", format.name);
        assert!(run.out.contains("west-midlands"), "{}", format.name);
        assert!(run.err.contains("leed"), "{}", format.name);
    }
}

#[test]
fn no_format_lets_a_text_of_an_input_be_obeyed() {
    let name = "=1+1 <script>alert(1)</script> | \\u001b[2J ::error::x ##[add-mask]y";
    let own = NORTHMARCH.replace("Northmarch Police (fictional)", name);
    let place = Workplace::new()
        .file("a.toml", format!("{own}\n[lead]\nstate = \"partial\"\nnote = \"{name}\"\n"))
        .file("b.toml", own.replace("2026-03-31", "2025-03-31"))
        .file("c.toml", NORTHMARCH.replace("northmarch", "eastmere"));
    for (inputs, format) in ["a.toml b.toml", "a.toml c.toml"]
        .into_iter()
        .flat_map(|inputs| COMPARISON_FORMATS.iter().map(move |format| (inputs, format)))
        .filter(|(_, format)| !format.binary)
    {
        let name = format.name;
        let out = place.run(&format!("compare --full --format {name} {inputs}")).done().out;
        // What the runner of a job would obey, where a report may end up in its log.
        if name == "table" || name == "json" {
            assert!(!out.contains("##[add-mask]"), "{name}: {out}");
        }
        if name == "html" || name == "markdown" {
            assert!(!out.contains("<script>alert"), "{name}");
        }
        if name == "csv" {
            let mut cells = csv::ReaderBuilder::new()
                .has_headers(false)
                .from_reader(out.as_bytes())
                .into_records()
                .flat_map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>())
                .collect::<Vec<_>>()
                .into_iter();
            assert!(cells.all(|cell| !cell.starts_with('=')), "{out}");
        }
    }
}

#[test]
fn rows_stand_in_the_order_of_ids_whatever_the_order_of_inputs() {
    let place = Workplace::with_samples();
    let ids = |line: &str| -> Vec<String> {
        let result = json(&place, line);
        let rows = result["rows"].as_array().unwrap().iter();
        rows.map(|row| row["force"].as_str().unwrap().to_owned()).collect()
    };
    let expected = ["eastmere", "northmarch", "west-midlands"];
    assert_eq!(ids("samples/*.toml"), expected);
    let [a, b, c] = LATEST;
    assert_eq!(ids(&format!("{c} {b} {a}")), expected);
    let one = place.run(&format!("compare --format json {a} {b} {c}")).out;
    assert_eq!(place.run(&format!("compare --format json {c} {a} {b}")).out, one);
}

#[test]
fn forces_stand_beside_their_peers() {
    let force = |id: &str, lead: &str| {
        let own = NORTHMARCH.replace("northmarch", id).replace("Northmarch Police (fictional)", id);
        format!("{own}\n[lead]\nstate = \"{lead}\"\nrank = \"superintendent\"\n")
    };
    let place = Workplace::new()
        .file("a.toml", force("kent", "in place"))
        .file("b.toml", force("surrey", "absent"))
        .file("c.toml", force("durham", "in place"))
        .file("d.toml", force("northmarch", "planned"))
        .file("e.toml", force("metropolitan", "planned"));
    fn groups(result: &Value) -> Vec<(&str, usize)> {
        let groups = result["groups"].as_array().unwrap().iter();
        let count = |group: &Value| group["forces"].as_array().unwrap().len();
        groups.map(|group| (group["name"].as_str().unwrap(), count(group))).collect()
    }
    let result = json(&place, "--group-by region --by arrangement a.toml b.toml c.toml d.toml");
    assert_eq!(groups(&result), [("North East", 1), ("South East", 2), ("not known", 1)]);
    // Kent is served from the east; those that no unit serves come after those that one does.
    let line = "--group-by regional-unit d.toml e.toml a.toml b.toml c.toml";
    let by_unit = json(&place, line);
    let expected = [
        ("Eastern Region Special Operations Unit (ERSOU)", 1),
        ("North East Regional Organised Crime Unit (NEROCU)", 1),
        ("South East Regional Organised Crime Unit (SEROCU)", 1),
        ("none", 1),
        ("not known", 1),
    ];
    assert_eq!(groups(&by_unit), expected);
    assert_eq!(by_unit["group_by"], "regional-unit");
    for columns in [80, 200] {
        let line = ["compare", "--group-by", "regional-unit", "a.toml", "d.toml", "e.toml"];
        let run = place.with(&line).columns(columns).run().done().fits(columns);
        assert!(run.out.contains("Eastern Region Special Operations Unit (ERSOU)"), "{run}");
    }
    let columns = result["columns"].as_array().unwrap();
    let lead = columns.iter().position(|column| column["key"] == "lead").unwrap();
    assert_eq!(columns[lead]["tally"]["met"], 2);
    assert_eq!(columns[lead]["gaps"], 2);
    assert_eq!(result["groups"][1]["tallies"][lead]["met"], 1);
    let result = json(&place, "--strength duty a.toml b.toml");
    let duties = result["columns"].as_array().unwrap();
    assert!(!duties.is_empty() && duties.iter().all(|column| column["strength"] == "duty"));
}

#[test]
fn what_every_and_no_force_meets_is_named() {
    let place = Workplace::with_samples();
    let result = json(&place, "--by arrangement samples/*.toml");
    let columns = result["columns"].as_array().unwrap();
    let of = |key: &Value| columns.iter().find(|column| column["key"] == *key).unwrap();
    let list = |name: &str| result[name].as_array().unwrap().clone();
    assert!(list("met_by_every").iter().all(|key| of(key)["gaps"] == 0));
    assert!(list("met_by_none").iter().all(|key| of(key)["tally"]["met"] == 0));
    let gaps: Vec<u64> =
        list("commonest_gaps").iter().map(|key| of(key)["gaps"].as_u64().unwrap()).collect();
    assert!(gaps.is_sorted_by(|a, b| a >= b) && gaps.iter().all(|gaps| *gaps > 0), "{gaps:?}");
}
