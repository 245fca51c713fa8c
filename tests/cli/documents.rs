//! Documents among the inputs of `check` and `explain`: read first, cited by line, and merged with
//! what else there is of their force.

use serde_json::Value;

use crate::workplace::{NORTHMARCH, Workplace};

const SAMPLE: &str = "samples/west-midlands-2017.txt";

const OLD: &str = "\
Northmarch Police

1 May 2017

Northmarch Police has no dedicated coordinator for modern slavery.

All officers have been trained to recognise modern slavery.
";

const NEW: &str = "\
Northmarch Police

2 May 2019

Northmarch Police has a dedicated coordinator for modern slavery.
";

const UNDATED: &str = "\
Northmarch Police

Northmarch Police has no dedicated coordinator for modern slavery.
";

fn json(run: &crate::workplace::Run) -> Value {
    serde_json::from_str(&run.out).unwrap()
}

fn arrangement<'a>(result: &'a Value, id: &str) -> &'a Value {
    let all = result["arrangements"].as_array().unwrap();
    all.iter().find(|one| one["arrangement"] == id).unwrap()
}

#[test]
fn the_gaps_of_a_document_stand_in_its_lines() {
    let place = Workplace::with_samples();
    let line = format!("check --full --format json --as-of 2017-06-30 {SAMPLE}");
    let result = json(&place.run(&line).done().quiet());
    assert_eq!(result["force"], "west-midlands");
    assert_eq!(result["as_of"], "2017-06-30");
    let lead = arrangement(&result, "lead");
    assert_eq!(lead["place"]["line"], 17);
    assert_eq!(lead["evidence"][0]["basis"], "quoted");
    assert_eq!(lead["evidence"][0]["place"]["line"], 17);
    let findings = result["findings"].as_array().unwrap();
    for finding in findings {
        assert_eq!(finding["place"]["file"], SAMPLE, "{finding}");
    }
    let lead = findings.iter().find(|f| f["requirement"] == "strategy-2014/pursue-lead").unwrap();
    assert_eq!(lead["place"]["line"], 17);
    assert_eq!(lead["outcome"], "partly met");
}

#[test]
fn a_paper_without_a_date_needs_one() {
    let place = Workplace::with_samples();
    place.run(&format!("check --full {SAMPLE}")).wrong().golden("documents/undated");
    let line = format!("check --full --as-of 2031-01-01 {SAMPLE}");
    place.run(&line).wrong().golden("documents/future");
    place.run(&format!("check --full --as-of 2017-06-30 {SAMPLE}")).done().quiet().fits(80);
}

#[test]
fn a_paper_has_a_date_of_its_own() {
    let place = Workplace::new().file("old.txt", OLD);
    let result = json(&place.run("check --full --format json old.txt").done().quiet());
    assert_eq!(
        (&result["as_of"], &result["assessed_on"]),
        (&"2017-05-01".into(), &"2017-05-01".into())
    );
    let result =
        json(&place.run("check --full --format json --as-of 2018-01-01 old.txt").done().quiet());
    assert_eq!(result["as_of"], "2017-05-01");
    assert_eq!(result["assessed_on"], "2018-01-01");
}

#[test]
fn two_years_of_one_force_are_one_assessment() {
    let place = Workplace::new().file("old.txt", OLD).file("new.txt", NEW);
    let run = place.run("check --full --format json old.txt new.txt").done().quiet();
    let result = json(&run);
    assert_eq!(result["as_of"], "2019-05-02");
    let coordinator = arrangement(&result, "coordinator");
    assert_eq!(coordinator["state"], "in place");
    assert_eq!(coordinator["evidence"][0]["place"]["file"], "new.txt");
    let training = arrangement(&result, "training");
    assert_eq!(training["place"]["file"], "old.txt");
    let contradiction = &result["contradictions"][0];
    assert_eq!(contradiction["arrangement"], "coordinator");
    assert_eq!(contradiction["why"], "later");
    for (side, file, state, words) in [
        ("counts", "new.txt", "in place", "has a dedicated coordinator"),
        ("overruled", "old.txt", "absent", "has no dedicated coordinator"),
    ] {
        let said = &contradiction[side];
        assert_eq!((&said["file"], &said["state"]), (&file.into(), &state.into()));
        let quote = said["evidence"][0]["quote"].as_str().unwrap();
        assert!(quote.contains(words), "{quote}");
        assert_eq!(said["evidence"][0]["place"]["line"], 5);
    }
    let other = place.run("check --full --format json new.txt old.txt").done().quiet();
    assert_eq!(run.out, other.out, "whatever their order");
    let files: Vec<&Value> =
        result["inputs"].as_array().unwrap().iter().map(|input| &input["file"]).collect();
    assert_eq!(files, ["new.txt", "old.txt"]);
}

#[test]
fn both_sides_of_a_contradiction_are_shown() {
    let place = Workplace::new().file("old.txt", OLD).file("new.txt", NEW);
    let run = place.run("check --full old.txt new.txt").done().quiet().fits(80);
    for words in ["Contradictions: 1", "has no dedicated coordinator", "old.txt:5:1"] {
        assert!(run.out.contains(words), "{words}: {run}");
    }
    let run = place.run("explain coordinator old.txt new.txt").done().quiet().fits(80);
    assert!(run.out.contains("Contradictions: 1"), "{run}");
    let run = place.run("check --full old.txt new.txt samples.toml").incomplete();
    assert!(run.out.contains("contradict each other once"), "{run}");
}

#[test]
fn an_undated_paper_is_older_than_what_has_a_date() {
    let place = Workplace::new()
        .file("undated.txt", UNDATED)
        .file("new.txt", NEW)
        .declared("own.toml", "[coordinator]\nstate = \"planned\"\n");
    let result = json(&place.run("check --full --format json undated.txt new.txt").done().quiet());
    assert_eq!(arrangement(&result, "coordinator")["state"], "in place");
    let result = json(&place.run("check --full --format json undated.txt own.toml").done().quiet());
    assert_eq!(arrangement(&result, "coordinator")["state"], "planned");
    assert_eq!(result["as_of"], "2026-03-31");
    let overruled = &result["contradictions"][0]["overruled"];
    assert_eq!((&overruled["state"], &overruled["date"]), (&"absent".into(), &Value::Null));
}

/// A declaration that says more than the paper that it quotes.
fn overstated() -> Workplace {
    let declared = "[[source]]\nid = \"old\"\ntitle = \"Answer\"\nfile = \"old.txt\"\n\
                    [coordinator]\nstate = \"in place\"\n\
                    evidence = [{ source = \"old\", quote = \"dedicated coordinator for modern slavery\" }]\n";
    Workplace::new().file("old.txt", OLD).declared("own.toml", declared)
}

#[test]
fn a_declaration_is_held_against_its_own_source() {
    let place = overstated();
    let result =
        json(&place.run("check --full --format json --read-sources own.toml").done().quiet());
    let contradiction = &result["contradictions"][0];
    assert_eq!(contradiction["why"], "declared");
    assert_eq!(contradiction["counts"]["state"], "in place");
    assert_eq!(contradiction["overruled"]["state"], "absent");
    assert_eq!(contradiction["overruled"]["evidence"][0]["place"]["line"], 5);
    assert_eq!(arrangement(&result, "coordinator")["state"], "in place", "nothing is changed");
    let result = json(&place.run("check --full --format json own.toml").done().quiet());
    assert_eq!(result["contradictions"], Value::Array(Vec::new()));
    // Its source as an input of its own is merged: the declaration is the later one.
    let result = json(&place.run("check --full --format json own.toml old.txt").done().quiet());
    assert_eq!(result["contradictions"].as_array().unwrap().len(), 1);
    assert_eq!(result["contradictions"][0]["why"], "later");
}

#[test]
fn different_forces_stay_apart() {
    let place = Workplace::new()
        .file("old.txt", OLD)
        .file("eastmere.txt", NEW.replace("Northmarch", "Eastmere"));
    let result = json(&place.run("check --full --format json old.txt eastmere.txt").done().quiet());
    let forces: Vec<&Value> =
        result["assessments"].as_array().unwrap().iter().map(|one| &one["force"]).collect();
    assert_eq!(forces, ["northmarch", "eastmere"]);
    place.run("explain lead old.txt eastmere.txt").wrong().golden("documents/several-forces");
}

#[test]
fn one_bad_document_leaves_the_others_assessed() {
    let place = Workplace::new().file("old.txt", OLD).file("notice.txt", "The car park is closed.");
    place.run("check --full old.txt notice.txt").incomplete();
    place.run("check --full notice.txt").wrong().golden("documents/no-force");
    place.run("check --full nowhere.pdf").wrong().golden("documents/missing");
    let place = Workplace::new().file("empty.txt", "\n").file("picture", b"\x89PNG\x1a\0\0\0\x01");
    place.run("check --full empty.txt picture").wrong().golden("documents/unreadable");
}

#[test]
fn a_document_is_explained() {
    let place = Workplace::new().file("old.txt", OLD);
    let run = place.run("explain coordinator old.txt").done().quiet().fits(80);
    assert!(run.out.contains("has no dedicated coordinator"), "{run}");
    assert!(run.out.contains("old.txt, line 5"), "{run}");
}

#[test]
fn the_table_says_what_it_rests_on() {
    let place = Workplace::new().file("undated.txt", UNDATED).file("new.txt", NEW);
    let run = place.run("check --full undated.txt new.txt").done().quiet();
    assert!(run.out.contains("new.txt (2019-05-02), undated.txt (undated)"), "{run}");
}

#[test]
fn quotes_are_looked_up_in_documents_of_other_encodings() {
    let source = OLD.replace("has no dedicated", "\u{2019}s officers have no dedicated");
    let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(&source);
    let declared = "[[source]]\nid = \"old\"\ntitle = \"Answer\"\nfile = \"old.txt\"\n\
                    [coordinator]\nstate = \"absent\"\n\
                    evidence = [{ source = \"old\", quote = \"officers have no dedicated coordinator for\" }]\n";
    let place =
        Workplace::new().file("old.txt", bytes).file("own.toml", format!("{NORTHMARCH}{declared}"));
    let result = json(&place.run("check --full --format json own.toml").done().quiet());
    let evidence = &arrangement(&result, "coordinator")["evidence"][0];
    assert_eq!((&evidence["basis"], &evidence["place"]["line"]), (&"quoted".into(), &5.into()));
}
