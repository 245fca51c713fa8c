//! Evidence that ages: what it shows of when, rules that ask for evidence of some months, and what has to be
//! looked at again.

use serde_json::Value;

use crate::workplace::{NORTHMARCH, Workplace};

/// A rule that takes evidence of a year, and one of which it only grades.
const RULES: &str = "
[[provision]]
id = \"p1\"
heading = \"Leadership\"
bearer = [\"forces\"]

[[requirement]]
id = \"lead-shown\"
title = \"A lead is shown to be there\"
provision = \"p1\"
citation = \"Northmarch Plan (fictional), para. 1\"
strength = \"commitment\"
bearer = [\"forces\"]
derivation = \"express\"
warrant = \"seen\"
from = 2020-01-01
words = { evidence = \"as is shown every year\" }
needs = [\"lead where evidence within 12 months\"]
remedy = \"Show that there is one.\"

  [[requirement.example]]
  as_of = 2021-01-31
  declared = { lead = { state = \"in place\", evidence = [{ source = \"example\", date = \"2020-01-31\" }] } }
  outcome = \"met\"

  [[requirement.example]]
  as_of = 2021-02-01
  declared = { lead = { state = \"in place\", evidence = [{ source = \"example\", date = \"2020-01-31\" }] } }
  outcome = \"not evidenced\"

  [[requirement.example]]
  as_of = 2019-12-31
  declared = { lead = { state = \"in place\" } }
  outcome = \"not in force\"

  [[requirement.example]]
  declared = { lead = { state = \"absent\" } }
  outcome = \"not met\"
";

const INSTRUMENT: &str = "\
id = \"northmarch-plan\"
title = \"Northmarch Plan against Modern Slavery (fictional)\"
short = \"Northmarch Plan\"
from = 2020-01-01
";

const SOURCES: &str = "
[[source]]
id = \"minutes\"
title = \"Minutes of the board\"
date = \"2025-02-10\"
obtained = 2025-11-03

[[source]]
id = \"letter\"
title = \"Letter\"
";

fn place() -> Workplace {
    Workplace::new()
        .file("pack/northmarch-plan/rules.toml", RULES)
        .file("pack/northmarch-plan/instrument.toml", INSTRUMENT)
}

/// What the rule comes to, and why, where the lead has this evidence.
fn lead(place: &Workplace, evidence: &str, as_of: &str) -> (String, String) {
    let body = format!(
        "{NORTHMARCH}{SOURCES}\n[lead]\nstate = \"in place\"\nrank = \"chief inspector\"\n\
         capacity = \"full-time\"\nevidence = [{evidence}]\n"
    );
    std::fs::write(place.path("lead.toml"), body).unwrap();
    let line = format!(
        "check --rules pack --instrument northmarch-plan --format json --as-of {as_of} lead.toml"
    );
    let result: Value = serde_json::from_str(&place.run(&line).done().out).unwrap();
    let finding = &result["findings"][0];
    let said = |key: &str| finding[key].as_str().unwrap().to_owned();
    (said("outcome"), said("why"))
}

#[test]
fn what_is_older_than_a_rule_takes_is_not_evidenced() {
    let place = place();
    let of = |evidence: &str, as_of: &str| lead(&place, evidence, as_of);
    let dated = "{ source = \"minutes\", date = \"2025-03-31\" }";
    assert_eq!(of(dated, "2026-03-31").0, "met");
    let (outcome, reason) = of(dated, "2026-04-01");
    assert_eq!(outcome, "not evidenced");
    assert!(
        reason.contains(
            "lead: its newest evidence is of 2025-03-31, too old since 2026-04-01: how it is now isn't \
             evidenced"
        ),
        "{reason}"
    );
    // Of evidence that says no time the date of its source counts, never the day that it came to hand.
    assert_eq!(of("{ source = \"minutes\" }", "2026-02-10").0, "met");
    assert_eq!(of("{ source = \"minutes\" }", "2026-02-11").0, "not evidenced");
    let (outcome, reason) = of("{ source = \"letter\" }", "2026-03-31");
    assert_eq!(outcome, "not evidenced");
    assert!(reason.contains("its newest evidence isn't stated"), "{reason}");
    assert_eq!(of("", "2026-03-31").0, "not evidenced");
    // A period counts by its last day, a month by its first; the newest of several pieces counts.
    let period = "{ source = \"letter\", from = \"2019-04\", to = \"2025-05-31\" }";
    assert_eq!(of(period, "2026-05-31").0, "met");
    assert_eq!(of(period, "2026-06-01").0, "not evidenced");
    assert_eq!(of("{ source = \"letter\", date = \"2025-03\" }", "2026-03-31").0, "not evidenced");
    assert_eq!(of("{ source = \"letter\", date = \"2025-04\" }", "2026-03-31").0, "met");
    let both =
        "{ source = \"letter\", date = \"2016\" }, { source = \"letter\", to = \"2025-12\" }";
    assert_eq!(of(both, "2026-03-31").0, "met");
    // What is to come on the day assessed shows nothing of that day, and hides nothing that does.
    let later = "{ source = \"letter\", date = \"2026-01-05\" }, { source = \"letter\", date = \"2024-11-30\" }";
    assert_eq!(of(later, "2025-06-30").0, "met");
    assert_eq!(
        of("{ source = \"letter\", date = \"2026-01-05\" }", "2025-06-30").0,
        "not evidenced"
    );
}

#[test]
fn the_pack_that_asks_for_new_evidence_is_proved() {
    let place = place();
    place.run("rules test --rules pack").done();
    place.run("rules coverage northmarch-plan --rules pack").done();
    let shown = place.run("rules show northmarch-plan/lead-shown --rules pack").done();
    assert!(shown.out.contains("lead where evidence within 12 months"), "{}", shown.out);
    // No limit of an arrangement can be one of its evidence.
    let place = place.file(
        "pack/arrangements/shelter.toml",
        "id = \"shelter\"\ntitle = \"Shelter\"\nquestion = \"Is there one?\"\n\
         limits = [\"evidence within 12 months\"]\n",
    );
    let wrong = place.run("rules list --rules pack").wrong();
    assert!(wrong.err.contains("need::unknown-field"), "{}", wrong.err);
}

#[test]
fn a_plan_closes_it_by_newer_evidence_and_a_comparison_calls_it_aged() {
    let place = place();
    let facts = |day: &str| {
        format!(
            "{}{SOURCES}\n[lead]\nstate = \"in place\"\nrank = \"chief inspector\"\ncapacity = \"full-time\"\n\
             evidence = [{{ source = \"minutes\" }}]\n",
            NORTHMARCH.replace("2026-03-31", day)
        )
    };
    let place = place.file("old.toml", facts("2025-03-31")).file("new.toml", facts("2026-03-31"));
    let line = "--rules pack --instrument northmarch-plan";
    let plan = place.run(&format!("plan {line} new.toml")).done();
    assert!(plan.out.contains("its newest evidence is within the last 12 months"), "{}", plan.out);
    let run = place.run(&format!("compare {line} --format json old.toml new.toml")).done();
    let result: Value = serde_json::from_str(&run.out).unwrap();
    let changes = &result["histories"][0]["changes"][0];
    assert_eq!(changes["requirements"][0]["change"], "evidence aged", "{changes}");
}

/// Northmarch, with evidence of several days.
fn several() -> String {
    format!(
        "{NORTHMARCH}{SOURCES}
[lead]
state = \"partial\"
rank = \"chief inspector\"
capacity = \"part-time\"
evidence = [{{ source = \"minutes\" }}, {{ source = \"minutes\", date = \"2024-12\" }}]

[coordinator]
state = \"in place\"
evidence = [{{ source = \"letter\" }}]

[training]
state = \"planned\"
evidence = [{{ source = \"letter\", from = \"2025-04\", to = \"2026-03\" }}]

[partnership]
state = \"absent\"

[budget]
state = \"in place\"
evidence = [{{ source = \"letter\", date = \"2019\" }}]

[strategy]
state = \"not stated\"
"
    )
}

#[test]
fn what_is_stale_is_listed_oldest_first() {
    let place = Workplace::new().file("northmarch.toml", several());
    let run = place.run("check --stale 12mo northmarch.toml").done();
    run.fits(80).golden("aged/table");
    let run = place.run("check --stale 1y --format json northmarch.toml").done();
    let result: Value = serde_json::from_str(&run.out).unwrap();
    let own = &result;
    assert_eq!((&own["stale"]["months"], &own["stale"]["stated"]), (&12.into(), &5.into()));
    let all: Vec<(&str, &Value)> = own["stale"]["arrangements"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["arrangement"].as_str().unwrap(), &one["newest"]))
        .collect();
    let dated = |date: &str| Value::from(date);
    assert_eq!(all[2..], [("budget", &dated("2019")), ("lead", &dated("2025-02-10"))]);
    assert!(all[..2].iter().all(|(_, newest)| newest.is_null()), "{all:?}");
    assert_eq!(own["aside"]["to_look_at_again"], 4);
    // Of what is new enough nothing is said, and where nothing is old that is said.
    let run = place.run("check --stale 20y --format markdown northmarch.toml").done();
    assert!(run.out.contains("To look at again: 2"), "{}", run.out);
    for format in ["markdown", "html"] {
        let run =
            place.run(&format!("check --stale 12mo --format {format} northmarch.toml")).done();
        assert!(run.out.contains("To look at again: 4"), "{format}");
        assert!(run.out.contains("Minutes of the board, obtained 2025-11-03"), "{format}");
        let head = "4 arrangements have no evidence that is new enough";
        assert!(run.out.contains(head), "{format}");
    }
    let without = place.run("check northmarch.toml").done();
    assert!(!without.out.contains("look at again"), "{}", without.out);
}

#[test]
fn a_gate_fails_what_is_stale_whatever_else_lets_it_pass() {
    let gate = "check = [\"northmarch.toml\"]\n\n[gate]\nduty = \"not-evidenced\"\nstale = \"12mo\"\n\
                may-be-empty = true\n";
    let fresh = format!(
        "{NORTHMARCH}{SOURCES}\n[lead]\nstate = \"absent\"\nevidence = [{{ source = \"letter\", date = \"2026-01\" }}]\n"
    );
    let place = Workplace::new().file("msacheck.toml", gate).file("northmarch.toml", several());
    let run = place.run("check --instrument strategy-2014 --format markdown").failed();
    for said in [
        "The newest evidence of lead is of 2025-02-10, older than 12 months",
        "Partnership: no evidence says of when it is, and it may be 12 months old at most",
    ] {
        assert!(run.out.contains(said), "{said}: {}", run.out);
    }
    for format in ["github", "junit", "sarif", "gitlab", "csv"] {
        let run = place.run(&format!("check --format {format}")).failed();
        assert!(run.out.contains("older than 12 months"), "{format}: {}", run.out);
    }
    // A baseline records gaps: it doesn't make evidence new.
    place.run("baseline --output baseline.toml northmarch.toml").done();
    let place = place.file("msacheck.toml", format!("{gate}baseline = \"baseline.toml\"\n"));
    let run = place.run("check --format json --report json=saved.json").failed();
    let result: Value = serde_json::from_str(&run.out).unwrap();
    let objections = result["gate"]["objections"].as_array().unwrap();
    assert_eq!(objections.iter().filter(|one| one["objection"] == "aged").count(), 4);
    // Whoever takes one out of a saved result is told.
    let saved = std::fs::read_to_string(place.path("saved.json")).unwrap();
    let mut forged: Value = serde_json::from_str(&saved).unwrap();
    forged["gate"]["objections"].as_array_mut().unwrap().pop();
    let place = place.file("forged.json", forged.to_string());
    place.run("report saved.json").failed();
    place.run("report forged.json").wrong();
    let place = Workplace::new().file("msacheck.toml", gate).file("northmarch.toml", fresh);
    let run = place.run("check --format json").failed();
    assert!(!run.out.contains("\"objection\": \"aged\""), "{}", run.out);
}

#[test]
fn a_list_in_a_saved_result_is_held_against_its_evidence() {
    let place = Workplace::new().file("northmarch.toml", several());
    place.run("check --stale 12mo --report json=saved.json northmarch.toml").done();
    let run = place.run("report saved.json").done();
    assert!(run.out.contains("To look at again: 4"), "{}", run.out);
    let saved = std::fs::read_to_string(place.path("saved.json")).unwrap();
    let mut forged: Value = serde_json::from_str(&saved).unwrap();
    forged["stale"]["arrangements"].as_array_mut().unwrap().pop();
    let place = place.file("forged.json", forged.to_string());
    let wrong = place.run("report forged.json").wrong();
    assert!(wrong.err.contains("stale"), "{}", wrong.err);
}

#[test]
fn times_that_cannot_be_are_told_at_their_place() {
    let place = Workplace::new().file(
        "wrong.toml",
        format!(
            "{NORTHMARCH}
[[source]]
id = \"minutes\"
title = \"Minutes of the board\"
date = \"2025-02\"
obtained = 2025-01-31

[lead]
state = \"absent\"
evidence = [
  {{ source = \"minutes\", date = \"2025-02\", from = \"2025-01\" }},
  {{ source = \"minutes\", from = \"2025-02\", to = \"2025-01-31\" }},
  {{ source = \"minutes\", to = \"2031\" }},
]
"
        ),
    );
    place.run("check wrong.toml").wrong().golden("aged/times");
    for age in ["12", "0mo", "yesterday"] {
        place.with(&["check", "--stale", age, "wrong.toml"]).run().wrong();
    }
    let place = Workplace::new()
        .declared("northmarch.toml", "")
        .file("msacheck.toml", "check = [\"northmarch.toml\"]\n[gate]\nstale = \"a year\"\n");
    place.run("check").wrong().golden("aged/settings");
}
