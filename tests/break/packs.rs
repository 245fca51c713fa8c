//! Row 10: a user's pack adds to what is known, and changes none of it.

use crate::workplace::Workplace;

const LEAD: &str =
    "[lead]\nstate = \"in place\"\nrank = \"constable\"\ncapacity = \"full-time\"\nremit = true\n";

#[test]
fn row_10_a_pack_adds_names_of_ranks_and_changes_none() {
    let line = "check --full --rules pack northmarch.toml --format json";
    let place = Workplace::new().declared("northmarch.toml", LEAD);
    for (what, ranks) in [
        ("the order", "order = [\"superintendent\", \"constable\"]\n"),
        ("a shorter order", "order = [\"constable\"]\n"),
        ("a rank", "equivalents.constable = \"superintendent\"\n"),
        ("an abbreviation", "abbreviations.pc = \"superintendent\"\n"),
        ("a name behind a prefix", "abbreviations.\"acting constable\" = \"superintendent\"\n"),
        ("a staff grade", "abbreviations.\"police staff lead\" = \"superintendent\"\n"),
    ] {
        let place =
            Workplace::new().declared("northmarch.toml", LEAD).file("pack/ranks.toml", ranks);
        let run = place.run(line).wrong();
        assert!(run.err.contains("rules::ranks-known"), "{what}: {run}");
        if what == "an abbreviation" || what == "the order" {
            let name = if what == "the order" { "ranks-order" } else { "ranks-known" };
            run.golden_in("break", name);
        }
    }
    let ranks = "prefixes = [\"senior\"]\n[abbreviations]\nsupremo = \"superintendent\"\n";
    let place = place.file("pack/ranks.toml", ranks);
    let place = place.declared("northmarch.toml", &LEAD.replace("constable", "senior supremo"));
    let out = place.run(line).done().quiet().out;
    let result: serde_json::Value = serde_json::from_str(&out).unwrap();
    let lead = |result: &serde_json::Value| {
        let findings = result["findings"].as_array().unwrap().clone();
        let own =
            findings.into_iter().find(|one| one["requirement"] == "strategy-2014/pursue-lead");
        own.unwrap()["outcome"].clone()
    };
    assert_eq!(lead(&result), "met");
    let place = place.declared("northmarch.toml", LEAD);
    let out = place.run(line).done().out;
    assert_eq!(lead(&serde_json::from_str(&out).unwrap()), "partly met");
}

#[test]
fn row_10_a_pack_adds_names_of_forces_and_changes_none() {
    let force = |rest: &str| format!("[[force]]\nid = \"west-midlands\"\n{rest}\n");
    let paper = "West Midlands Police has a part-time lead on modern slavery.\n";
    for (what, rest) in [
        ("its kind", "name = \"West Midlands Police\"\nkind = \"national\""),
        ("its name", "name = \"Another Police\"\nkind = \"territorial\""),
        (
            "its unit",
            "name = \"West Midlands Police\"\nkind = \"territorial\"\nregional-unit = \"Another\"",
        ),
    ] {
        let place = Workplace::new().file("paper.txt", paper).file("pack/forces.toml", force(rest));
        let run = place.run("check --full --rules pack paper.txt --as-of 2026-03-31").wrong();
        assert!(run.err.contains("rules::force-known"), "{what}: {run}");
        if what == "its kind" {
            run.golden_in("break", "force-known");
        }
    }
    let more = force("name = \"West Midlands Police\"\nkind = \"territorial\"\nalso = [\"WMPX\"]");
    let place = Workplace::new()
        .file("paper.txt", paper.replace("West Midlands Police", "WMPX"))
        .file("pack/forces.toml", more);
    let out = place.run("read --rules pack paper.txt --format json").done().out;
    assert!(out.contains("\"force\": \"west-midlands\""), "{out}");
}
