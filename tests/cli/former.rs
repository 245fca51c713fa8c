//! Requirements that were renamed or split: what names them by their old ids goes on counting.

use crate::workplace::{Workplace, repository};

/// A pack in which one requirement was renamed and another split.
fn rules() -> String {
    let one = |id: &str, former: &str, needs: &str| {
        format!(
            "[[requirement]]\nid = \"{id}\"\ntitle = \"{id}\"\nprovision = \"p1\"\n\
             citation = \"Northmarch Plan (fictional), para. 1\"\nstrength = \"commitment\"\n\
             bearer = [\"forces\"]\nderivation = \"implied\"\nwarrant = \"inferred\"\nfrom = 2025-01-01\n\
             needs = [\"{needs}\"]\nremedy = \"Agree one.\"\n{former}\n"
        )
    };
    one("open", "formerly = [\"shelter-is-open\"]", "night-shelter")
        + &one("beds", "split_from = [\"shelter\"]", "night-shelter where beds is at least 4")
        + &one(
            "nights",
            "split_from = [\"shelter\"]",
            "night-shelter where capacity is every night",
        )
}

fn place() -> Workplace {
    Workplace::new()
        .copied("pack", &repository().join("tests/cli/pack"))
        .file("pack/northmarch-plan/more.toml", rules())
        .declared("northmarch.toml", "[night-shelter]\nstate = \"absent\"\n")
}

const CHECK: &str = "check --full --instrument northmarch-plan --format json northmarch.toml";

fn waiver(requirement: &str) -> String {
    format!(
        "[[waiver]]\nrequirement = \"northmarch-plan/{requirement}\"\nreason = \"It is being built.\"\n\
         owner = \"head of estates\"\nlast_day = 2026-12-31\n"
    )
}

fn ruling(result: &serde_json::Value, id: &str) -> String {
    let id = format!("northmarch-plan/{id}");
    let marks = result["gate"]["marks"].as_array().unwrap();
    let mark = marks.iter().find(|mark| mark["requirement"] == id.as_str()).unwrap();
    mark["ruling"].as_str().unwrap().to_owned()
}

#[test]
fn waivers_and_thresholds_find_it() {
    let settings = format!(
        "rules = [\"pack\"]\n[gate.requirement]\n\"northmarch-plan/shelter-is-open\" = \"partly-met\"\n\n{}{}",
        waiver("shelter-is-open"),
        waiver("shelter")
    );
    let place = place().file("msacheck.toml", settings);
    let run = place.run(CHECK).failed();
    let result: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    for id in ["open", "beds", "nights"] {
        assert_eq!(ruling(&result, id), "waived", "{id}");
    }
    assert_eq!(ruling(&result, "shelter-open"), "fails");
    assert_eq!(result["gate"]["terms"]["requirements"]["northmarch-plan/open"], "partly-met");
    place
        .run("check --full --instrument northmarch-plan --format junit northmarch.toml --output x.xml")
        .failed()
        .golden("former/waivers");
}

#[test]
fn actions_find_it() {
    let action = |requirement: &str, owner: &str| {
        format!(
            "[[action]]\nrequirement = \"northmarch-plan/{requirement}\"\nowner = \"{owner}\"\n\
             deadline = 2026-12-31\nstatus = \"doing\"\n"
        )
    };
    let plan = action("shelter-is-open", "head of estates") + &action("shelter", "night desk");
    let place = place()
        .file("msacheck.toml", "rules = [\"pack\"]\nactions = \"actions.toml\"\n")
        .file("actions.toml", plan);
    let run = place.run(CHECK).done();
    let result: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let planned = &result["actions"]["planned"];
    let named = |at: usize| planned[at]["requirements"].clone();
    assert_eq!(named(0), serde_json::json!(["northmarch-plan/open"]));
    assert_eq!(named(1), serde_json::json!(["northmarch-plan/beds", "northmarch-plan/nights"]));
    run.golden_but_its_report("former/actions");
}

#[test]
fn a_baseline_finds_it() {
    let place = place().file("msacheck.toml", "rules = [\"pack\"]\n");
    place.run("baseline northmarch.toml").done();
    let recorded = place.read("baseline.toml");
    let at = |id: &str| format!("northmarch-plan/{id}\"]\n");
    let former = recorded.replace(&at("open"), &at("shelter-is-open"));
    let former = former.replace(&at("beds"), &at("shelter"));
    let (kept, nights) =
        former.split_once("\n[force.northmarch.gap.\"northmarch-plan/nights\"]").unwrap();
    let rest = nights.find("\n[force").map_or("", |at| nights.get(at..).unwrap_or_default());
    let place = place.file("baseline.toml", format!("{kept}{rest}"));
    let run = place.run(&format!("{CHECK} --baseline baseline.toml"));
    let result: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    for id in ["open", "beds", "nights"] {
        assert_eq!(ruling(&result, id), "baselined", "{id}");
    }
    assert!(run.err.contains("`northmarch-plan/shelter` was split into"), "{run}");
    // What is written has the names of today.
    place.run("baseline --prune northmarch.toml").done();
    let pruned = place.read("baseline.toml");
    assert!(!pruned.contains("shelter-is-open") && pruned.contains(&at("nights")), "{pruned}");
}

#[test]
fn judgements_and_confirmations_find_it() {
    let judged = "[night-shelter]\nstate = \"absent\"\n\n[[judgement]]\n\
                  requirement = \"northmarch-plan/shelter\"\nverdict = \"met by other means\"\n\
                  role = \"inspecting officer\"\ndate = 2026-06-01\nreason = \"A hotel serves.\"\n\
                  last_day = 2026-12-31\n";
    let read = "[[confirmation]]\nrequirement = \"northmarch-plan/shelter-is-open\"\nbears_out = true\n\
                at = \"p. 3\"\nquote = \"a shelter will be open\"\nby = \"policy adviser\"\ndate = 2026-11-20\n";
    let place = place()
        .file("msacheck.toml", "rules = [\"pack\"]\nconfirmations = [\"read.toml\"]\n")
        .file("read.toml", read)
        .declared("northmarch.toml", judged);
    let run = place.run(CHECK).done();
    let result: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let holding = result["judgements"]["holding"].as_array().unwrap();
    let ids: Vec<&str> = holding.iter().map(|one| one["requirement"].as_str().unwrap()).collect();
    assert_eq!(ids, ["northmarch-plan/beds", "northmarch-plan/nights"]);
    let findings = result["findings"].as_array().unwrap();
    let open = findings.iter().find(|one| one["requirement"] == "northmarch-plan/open").unwrap();
    assert_eq!(open["confirmed"]["at"], "p. 3");
    place
        .run("check --full --instrument northmarch-plan --format junit northmarch.toml --output x.xml")
        .done()
        .golden("former/judgements");
}

#[test]
fn a_person_finds_it() {
    let place = place();
    let shown = place.run("rules show shelter-is-open --rules pack").done().quiet();
    assert!(shown.out.contains("northmarch-plan/open"), "{shown}");
    assert!(shown.out.contains("Formerly:   northmarch-plan/shelter-is-open"), "{shown}");
    place.run("explain shelter --rules pack").wrong().golden("former/split");
}

#[test]
fn former_ids_that_cannot_be_meant_are_linted() {
    let rules = rules()
        .replace("formerly = [\"shelter-is-open\"]", "formerly = [\"beds\", \"shelter\"]")
        .replacen("split_from = [\"shelter\"]", "split_from = [\"den\"]\nformerly = [\"hut\"]", 1)
        .replacen(
            "split_from = [\"shelter\"]",
            "split_from = [\"shelter\"]\nformerly = [\"hut\"]",
            1,
        );
    let place = place().file("pack/northmarch-plan/more.toml", rules);
    let run = place.run("rules lint --rules pack").failed_with_reasons();
    let own: String = run.err.split("\n\n").filter(|one| one.contains("lint::former")).collect();
    assert_eq!(own.matches("lint::former").count(), 6, "{run}");
    run.golden("former/lint");
}
