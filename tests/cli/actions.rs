//! The plan of action: beside its gap in every format, held against the declaration, moving nothing.

use msacheck::report::{SchemaKind, schema};
use msacheck::rulebook::Vocabulary;
use serde_json::Value;

use crate::workplace::{Workplace, text_formats};

const FACTS: &str = "[lead]\nstate = \"partial\"\nrank = \"superintendent\"\ncapacity = \"part-time\"\n\
                     [coordinator]\nstate = \"absent\"\n[strategy]\nstate = \"in place\"\n";

const SETTINGS: &str = "check = [\"northmarch.toml\"]\nactions = \"actions.toml\"\n";

/// An action that is late, one that is said to be done while nothing shows it, one in time, one on what is
/// met, and one that was dropped.
const PLAN: &str = "\
[[action]]
requirement = \"act-2015/s52-notify\"
owner = \"referral desk\"
deadline = 2026-06-30
status = \"done\"
note = \"The register was bought.\"

[[action]]
requirement = [\"strategy-2014/pursue-lead\", \"strategy-2014/pursue-spoc\"]
owner = \"head of crime\"
deadline = 2026-11-23
status = \"doing\"
note = \"The post becomes full-time.\"

[[action]]
requirement = \"strategy-2014/pursue-spoc\"
owner = \"head of people\"
deadline = 2026-11-24
status = \"to do\"

[[action]]
requirement = \"strategy-2014/pursue-intelligence\"
owner = \"head of intelligence\"
deadline = 2026-01-31
status = \"dropped\"
note = \"The region maps them.\"
";

fn place(plan: &str) -> Workplace {
    Workplace::new()
        .declared("northmarch.toml", FACTS)
        .file("msacheck.toml", SETTINGS)
        .file("actions.toml", plan)
}

const COUNTED: &str = "Action plan: 4 actions: 1 to do, 1 doing, 1 done, 1 dropped. Today, 2026-11-24 in \
                       Europe/London, 1 is overdue; 1 is said to be done, and its gap stands.";

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn it_stands_beside_its_gap_and_in_the_head_of_every_format() {
    let place = place(PLAN);
    for format in text_formats() {
        let option =
            if ["table", "html", "markdown"].contains(&format.name) { "--full" } else { "" };
        let line = format!("check {option} --format {}", format.name).replace("  ", " ");
        let out = place.run(&line).done().out;
        let plain = folded(&out.replace("\\u2019", "'").replace("&#39;", "'").replace("\\-", "-"));
        for said in ["referral desk", "head of crime", "The register was bought.", "overdue"] {
            assert!(plain.contains(said), "{}: {said}\n{out}", format.name);
        }
        match format.name {
            // For programs that count themselves.
            "json" | "ndjson" => assert!(plain.contains("\"progress\":"), "{out}"),
            "html" => assert!(plain.contains("4 actions; on 24 November 2026 1 is overdue")),
            _ => assert!(plain.contains("4 actions: 1 to do, 1 doing, 1 done, 1 dropped"), "{out}"),
        }
        if !["json", "ndjson"].contains(&format.name) {
            assert!(plain.contains("aid done, still not evidenced"), "{}: {out}", format.name);
        }
    }
}

#[test]
fn the_terminal_tells_it() {
    let place = place(PLAN);
    let run = place.run("check").done().quiet().fits(80);
    run.tells(&[COUNTED, "(action overdue)"]);
    let run = place.run("check --full").done().quiet().fits(80);
    run.tells(&[
        COUNTED,
        "Action plan: 4",
        "head of crime, by 2026-11-23: doing, overdue. The post becomes full-time.",
        "referral desk, by 2026-06-30: said done, still not evidenced. The register was bought.",
        "head of people, by 2026-11-24: to do.",
        "head of intelligence, by 2026-01-31: dropped. The region maps them.",
    ]);
    place
        .run("explain pursue-lead northmarch.toml")
        .done()
        .fits(80)
        .tells(&["What is done about it", "head of crime, by 2026-11-23: doing, overdue."]);
}

#[test]
fn today_decides_what_is_overdue_and_the_assessed_day_does_not() {
    let place = place(PLAN);
    place.run("check --today 2026-11-23").done().tells(&["none is overdue"]);
    place.run("check --today 2026-11-25").done().tells(&["2 are overdue"]);
    place.run("check --as-of 2026-12-31 --today 2026-11-23").done().tells(&["none is overdue"]);
}

#[test]
fn it_moves_no_outcome_no_count_and_no_gate() {
    let facts = |place: Workplace| {
        let run = place.run("check --format json --fail-on not-evidenced").failed();
        let mut result: Value = serde_json::from_str(&run.out).unwrap();
        let actions = result.as_object_mut().unwrap().remove("actions");
        result.as_object_mut().unwrap().remove("files");
        (result, actions)
    };
    let (with, actions) = facts(place(PLAN));
    let bare = place(PLAN).file("msacheck.toml", "check = [\"northmarch.toml\"]\n");
    let (without, none) = facts(bare);
    assert_eq!(with, without);
    assert_eq!(none, None);
    let actions = actions.unwrap();
    let progress: Vec<&str> = actions["planned"]
        .as_array()
        .unwrap()
        .iter()
        .map(|action| action["progress"].as_str().unwrap())
        .collect();
    assert_eq!(progress, ["overdue", "said done", "open", "dropped"]);
}

#[test]
fn it_is_saved_with_the_result_and_must_agree_with_it() {
    let place = place(PLAN);
    let result = place.run("check --format json").done().out;
    let place = place.file("result.json", &result);
    let schema = schema(SchemaKind::Result, &Vocabulary::default()).unwrap();
    let judge = jsonschema::validator_for(&serde_json::from_str(&schema).unwrap()).unwrap();
    let parsed: Value = serde_json::from_str(&result).unwrap();
    let objections: Vec<String> =
        judge.iter_errors(&parsed).map(|e| format!("{}: {e}", e.instance_path())).collect();
    assert!(objections.is_empty(), "{}", objections.join("\n"));
    let fresh = place.run("check --full").done().out;
    assert_eq!(place.run("report result.json --full").done().out, fresh);
    let place = place.file("forged.json", result.replace("\"overdue\"", "\"open\""));
    let run = place.run("report forged.json").wrong();
    assert!(folded(&run.err).contains("doesn't agree with itself at `actions`"), "{run}");
}

#[test]
fn it_is_for_its_force_alone() {
    let plan = "\
[[action]]
requirement = \"strategy-2014/pursue-action-plan\"
force = \"northmarch\"
owner = \"R\"
deadline = 2026-01-01
status = \"to do\"
[[action]]
requirement = \"strategy-2014/pursue-lead\"
force = \"southmere\"
owner = \"S\"
deadline = 2026-01-01
status = \"to do\"
";
    let place = place(plan);
    let run = place.run("check --format json").done();
    let result: Value = serde_json::from_str(&run.out).unwrap();
    let planned = result["actions"]["planned"].as_array().unwrap();
    assert_eq!(planned.len(), 1, "{planned:?}");
    let other = place.read("northmarch.toml").replace("northmarch", "southmere");
    let place = place.file("southmere.toml", other);
    let run = place.tabled("check northmarch.toml southmere.toml").done();
    run.tells(&["Action plan: 2 actions: 2 to do."]);
}

#[test]
fn what_is_met_or_not_asked_is_told() {
    let action = |requirement: &str, status: &str| {
        format!(
            "[[action]]\nrequirement = \"{requirement}\"\nowner = \"R\"\ndeadline = 2026-01-01\n\
             status = \"{status}\"\n"
        )
    };
    let plan = action("act-2015/s15-notice-given", "doing")
        + &action("strategy-2014/pursue-lead", "done")
        + &action("act-2015/s52-notify", "to do");
    let place = Workplace::with_samples()
        .file("msacheck.toml", "actions = \"actions.toml\"\n")
        .file("actions.toml", plan);
    let line = "check --full samples/fictional-all-in-place.toml";
    let result = place.result(line);
    let planned = result["actions"]["planned"].as_array().unwrap();
    let progress: Vec<&str> = planned.iter().map(|one| one["progress"].as_str().unwrap()).collect();
    assert_eq!(progress, ["met already", "closed", "not asked"]);
    place.run(line).done().quiet().fits(80).tells(&[
        "none is overdue",
        "R, by 2026-01-01: to do; it is met already.",
        "R, by 2026-01-01: done.",
        "R, by 2026-01-01: doing; it isn't asked of this force.",
        "act-2015/s15-notice-given (not applicable)",
    ]);
}

#[test]
fn a_filter_takes_the_actions_along() {
    let place = place(PLAN);
    let run = place.run("check --full --instrument act-2015").done();
    assert!(!run.out.contains("head of crime"), "{run}");
    run.tells(&["Action plan: 1 action: 1 done.", "referral desk"]);
}

#[test]
fn every_fault_of_a_plan_is_told_at_once() {
    let place = place(
        "[[action]]\nrequirement = \"strategy-2014/pursue-laed\"\nowner = \"…\"\n\
         deadline = \"2026-11\"\nstatus = \"soon\"\nby = \"May\"\n\
         [[action]]\nrequirement = []\nowner = \"head of crime\"\ndeadline = \"2026-02-30\"\n\
         status = \"dropped\"\nforce = \"Northmarch Police\"\n\
         [[action]]\nrequirement = [\"act-2015/s52-notify\", \"act-2015/s52-notify\"]\n\
         owner = \"head of crime\"\ndeadline = 2026-12-31\nstatus = \"done\"\n\
         [[action]]\nrequirement = \"act-2015/s52-route\"\nowner = \"head of crime\"\n\
         deadline = 2026-12-31\nstatus = \"to do\"\n\
         [[action]]\nrequirement = \"act-2015/s52-route\"\nowner = \"head of crime\"\n\
         deadline = 2027-12-31\nstatus = \"done\"\n",
    );
    place.run("check").wrong().golden("actions/faults");
}

#[test]
fn a_requirement_that_no_pack_has_is_a_fault() {
    let plan = PLAN.replace("strategy-2014/pursue-lead", "pursue-lead");
    place(&plan).run("check").wrong().golden("actions/unknown");
}

#[test]
fn a_plan_that_isnt_there_is_a_fault() {
    let place = place(PLAN);
    place.without("actions.toml");
    place.run("check").wrong().golden("actions/missing");
}

#[test]
fn nothing_is_written_over_it_and_no_folder_takes_it_for_facts() {
    let place = place(PLAN);
    let run = place.run("check --overwrite --format markdown --output actions.toml").wrong();
    assert!(folded(&run.err).contains("is read, so nothing can be written there"), "{run}");
    assert_eq!(place.read("actions.toml"), PLAN);
    place.run("check .").done().quiet();
}

#[test]
fn nobody_obeys_what_it_says() {
    let hostile = PLAN.replace("register", "\\u001b[31mregister\\u202e\\n::error::=1+1|<b>");
    let place = place(&hostile);
    for format in text_formats() {
        let run = place.run(&format!("check --format {}", format.name)).done();
        if ["table", "github"].contains(&format.name) {
            assert!(!run.out.contains("\n::error::="), "{run}");
        }
        let page = ["html", "markdown"].contains(&format.name);
        assert!(!page || !run.out.contains("<b>"), "{run}");
    }
    place.run("check --full").done().quiet().fits(80);
}
