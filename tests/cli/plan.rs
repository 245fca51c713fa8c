//! `plan`: what to change, on a terminal and in every format; targets, costs, changes that somebody has in
//! mind, and steps that go into the plan of action.

use msacheck::report::{PLAN_FORMATS, SchemaKind, schema};
use msacheck::rulebook::Vocabulary;
use serde_json::Value;

use crate::workplace::{NORTHMARCH, Workplace};

const OF_2017: &str = "samples/west-midlands-2017.toml";

/// A lead that is part-time, an absent coordinator, and what is in place already.
const FACTS: &str = "[lead]\nstate = \"partial\"\nrank = \"superintendent\"\ncapacity = \"part-time\"\n\
                     [coordinator]\nstate = \"absent\"\n[strategy]\nstate = \"in place\"\n";

fn json(place: &Workplace, line: &str) -> Value {
    let run = place.run(&format!("plan --format json {line}")).done();
    serde_json::from_str(&run.out).unwrap()
}

fn list<'a>(of: &'a Value, key: &str) -> &'a Vec<Value> {
    of[key].as_array().unwrap()
}

#[test]
fn a_real_force_on_a_terminal() {
    let place = Workplace::with_samples();
    for columns in [80, 200] {
        for (name, options) in [("in-order", ""), ("duties", " --target duties")] {
            let line = format!("plan{options} {OF_2017}");
            let args: Vec<&str> = line.split(' ').collect();
            let run = place.with(&args).columns(columns).run().done().quiet().fits(columns);
            run.golden(&format!("plan/{name}-{columns}"));
        }
    }
}

#[test]
fn both_samples_have_the_smallest_set_for_their_duties() {
    let place = Workplace::with_samples();
    for sample in [OF_2017, "samples/west-midlands-2018.toml"] {
        let plan = &json(&place, &format!("--target duties {sample}"))["plans"][0];
        let proof = &plan["proofs"][0];
        assert_eq!(
            (&proof["exact"], &proof["wanted"]),
            (&true.into(), &proof["closed"]),
            "{proof}"
        );
        let last = list(plan, "steps").last().unwrap();
        let duties = &last["after"]["duties"];
        assert!(duties["met"].as_u64() > Some(0), "{duties}");
        for outcome in ["partly_met", "planned", "withheld", "not_evidenced", "not_met"] {
            assert_eq!(duties[outcome], 0, "{duties}");
        }
    }
}

#[test]
fn every_format_has_every_step_and_what_it_closes() {
    let place = Workplace::new().declared("northmarch.toml", FACTS);
    let plan = json(&place, "--target lead northmarch.toml");
    let steps = list(&plan["plans"][0], "steps");
    assert!(!steps.is_empty());
    for format in PLAN_FORMATS {
        let line = format!("plan --full --format {} --target lead northmarch.toml", format.name);
        let out = place.run(&line).done().quiet().out.replace("\\_", "_");
        let folded = out.split_whitespace().collect::<Vec<_>>().join(" ");
        let says = |text: &str| folded.to_lowercase().contains(&text.to_lowercase());
        for step in steps {
            for closed in list(step, "closes") {
                let id = closed["requirement"].as_str().unwrap();
                assert!(says(id), "{}: {id} isn't in {out}", format.name);
            }
            assert!(says("no longer part-time"), "{}: {out}", format.name);
            assert!(says("If the lead is part-time"), "{}: {out}", format.name);
        }
    }
}

#[test]
fn the_published_schema_is_that_of_what_is_printed() {
    let schema: Value =
        serde_json::from_str(&schema(SchemaKind::Plan, &Vocabulary::default()).unwrap()).unwrap();
    let judge = jsonschema::validator_for(&schema).unwrap();
    let place = Workplace::with_samples()
        .declared("northmarch.toml", FACTS)
        .file("costs.toml", "lead = 7\n");
    for line in [
        OF_2017,
        "--target duties --cost costs.toml samples/*.toml",
        "--what-if coordinator=in-place,coordinator.dedicated=true northmarch.toml",
    ] {
        let plans = json(&place, line);
        let faults: Vec<String> =
            judge.iter_errors(&plans).map(|fault| fault.to_string()).collect();
        assert!(faults.is_empty(), "{line}: {faults:#?}");
    }
}

#[test]
fn what_several_forces_have_before_them_is_told_once() {
    let other = NORTHMARCH.replace("northmarch", "eastmere");
    let place = Workplace::new()
        .declared("northmarch.toml", FACTS)
        .file("eastmere.toml", format!("{other}\n{FACTS}"));
    let inputs = "--target lead northmarch.toml eastmere.toml";
    let plans = json(&place, inputs);
    let across = list(&plans, "across");
    assert_eq!(across.len(), list(&plans["plans"][0], "steps").len());
    assert_eq!(across[0]["forces"], serde_json::json!(["northmarch", "eastmere"]));
    let closed: usize = plans["plans"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|plan| list(plan, "steps"))
        .map(|step| list(step, "closes").len())
        .sum();
    let told: u64 = across.iter().map(|one| one["closes"].as_u64().unwrap()).sum();
    assert_eq!(told, closed as u64);
    for format in ["table", "html", "markdown"] {
        let out = place.run(&format!("plan --format {format} {inputs}")).done().out;
        assert!(out.contains("2 of 2 forces"), "{format}: {out}");
    }
    // Of one force nothing is shared.
    assert!(list(&json(&place, "--target lead northmarch.toml"), "across").is_empty());
}

#[test]
fn a_target_is_made_of_the_words_of_filters() {
    let place = Workplace::new().declared("northmarch.toml", FACTS);
    let wanted = |target: &str| {
        let run = place.with(&["plan", "--format", "json", "--target", target, "northmarch.toml"]);
        let plans: Value = serde_json::from_str(&run.run().done().out).unwrap();
        plans["plans"][0]["proofs"][0]["wanted"].as_u64().unwrap_or(0)
    };
    let duties = wanted("duties");
    assert!(duties > 0 && wanted("all") > duties);
    assert_eq!(wanted("duty"), duties);
    assert_eq!(wanted("duties and act-2015"), duties);
    assert_eq!(wanted("duties and strategy-2014"), 0);
    assert_eq!(wanted("duties and not act-2015/s52-notify"), duties - 1);
    assert_eq!(wanted("strategy-2014/pursue-lead"), 1);
    assert_eq!(wanted("strategy-2014/pursue-lead or strategy-2014/pursue-spoc"), 2);
    assert!(wanted("lead") >= 1);
    for (name, target) in [("name", "dutys"), ("form", "duties act-2015")] {
        let run = place.with(&["plan", "--target", target, "northmarch.toml"]).run();
        run.wrong().golden(&format!("plan/target-{name}"));
    }
}

#[test]
fn costs_decide_which_of_several_ways_is_taken() {
    // Whether its teams are trained, or those who work on nothing else.
    let place = Workplace::new()
        .declared("northmarch.toml", "")
        .file("dear.toml", "case-allocation = 9\n")
        .file("cheap.toml", "case-allocation.state = 1\ninvestigative-capacity = 9\n");
    let arrangements = |line: &str| -> Vec<String> {
        let plans = json(&place, line);
        let steps = list(&plans["plans"][0], "steps").clone();
        let changes = steps.iter().flat_map(|step| list(step, "changes").clone());
        changes.map(|change| change["arrangement"].as_str().unwrap().to_owned()).collect()
    };
    let line = "--target strategy-2014/pursue-investigate northmarch.toml --cost";
    assert!(arrangements(&format!("{line} dear.toml")).contains(&"investigative-capacity".into()));
    assert!(arrangements(&format!("{line} cheap.toml")).contains(&"case-allocation".into()));
}

#[test]
fn costs_of_what_is_not_there_are_told_at_their_place() {
    let place = Workplace::new().declared("northmarch.toml", "").file(
        "costs.toml",
        "leed = 5\nlead.rnk = 2\ncoordinator.dedicated = -1\npartnership = \"much\"\n",
    );
    place.run("plan --cost costs.toml northmarch.toml").wrong().golden("plan/costs");
    place.run("plan --cost none.toml northmarch.toml").wrong();
}

#[test]
fn what_if_shows_what_a_change_comes_to() {
    let place = Workplace::new().declared("northmarch.toml", FACTS);
    let line = "--what-if lead=in-place,lead.capacity=full-time northmarch.toml";
    let run = place.run(&format!("plan {line}")).done().quiet().fits(80);
    run.golden("plan/what-if");
    let steps = json(&place, line)["plans"][0]["steps"].clone();
    let closes = list(&steps[0], "closes");
    let closed: Vec<&str> = closes.iter().map(|one| one["requirement"].as_str().unwrap()).collect();
    assert!(closed.contains(&"strategy-2014/pursue-lead"), "{closed:?}");
    // What is worse is told as plainly.
    let plans = json(&place, "--what-if strategy=absent northmarch.toml");
    assert!(!list(&plans["plans"][0]["steps"][0], "lowers").is_empty());
    // The declaration stays as it was.
    assert_eq!(place.read("northmarch.toml"), format!("{NORTHMARCH}\n{FACTS}"));
}

#[test]
fn what_if_takes_no_change_that_could_not_be_declared() {
    let place = Workplace::new().declared("northmarch.toml", FACTS);
    for (name, changes) in [
        ("limit", "lead=in-place"),
        ("form", "lead"),
        ("state", "lead=good"),
        ("arrangement", "leed=in-place"),
        ("field", "lead.rnk=superintendent"),
        ("value", "lead.rank=wizard,coordinator.dedicated=perhaps"),
        ("twice", "lead=planned,lead=absent"),
    ] {
        let run = place.run(&format!("plan --what-if {changes} northmarch.toml"));
        run.wrong().golden(&format!("plan/what-if-{name}"));
    }
}

const SETTINGS: &str = "check = [\"northmarch.toml\"]\nactions = \"actions.toml\"\n";

const APPLY: [&str; 8] = [
    "plan",
    "--target",
    "lead or coordinator",
    "--apply",
    "--owner",
    "head of crime",
    "--deadline",
    "2027-03-31",
];

#[test]
fn steps_go_into_the_plan_of_action_and_change_no_state() {
    let before = "# Ours.\n[[action]]\nrequirement = \"act-2015/s52-notify\"\nowner = \"referral desk\"\n\
                  deadline = 2026-12-31\nstatus = \"doing\"";
    let place = Workplace::new()
        .declared("northmarch.toml", FACTS)
        .file("msacheck.toml", SETTINGS)
        .file("actions.toml", before);
    let run = place.with(&APPLY).run().done();
    assert!(run.err.starts_with("Added to actions.toml: "), "{}", run.err);
    let after = place.read("actions.toml");
    assert!(after.starts_with(before), "{after}");
    assert_eq!(place.read("northmarch.toml"), format!("{NORTHMARCH}\n{FACTS}"));
    let shown = place.result("check");
    let planned = shown["actions"]["planned"].as_array().unwrap();
    assert!(planned.len() > 1, "{planned:#?}");
    for action in planned.iter().filter(|action| action["owner"] == "head of crime") {
        assert_eq!((&action["status"], &action["force"]), (&"to do".into(), &"northmarch".into()));
    }
    // What somebody is at isn't taken on again.
    let run = place.with(&APPLY).run().done();
    assert!(run.err.contains("0 actions. Left out: "), "{}", run.err);
    assert_eq!(place.read("actions.toml"), after);
}

#[test]
fn the_plan_of_action_is_made_where_there_is_none() {
    let place = Workplace::new().declared("northmarch.toml", FACTS).file("msacheck.toml", SETTINGS);
    place.with(&APPLY).run().done();
    place.run("check").done();
    assert!(place.read("actions.toml").starts_with("[[action]]\n"));
}

#[test]
fn steps_go_nowhere_where_they_could_not_be_read_again() {
    let place = Workplace::new().declared("northmarch.toml", FACTS);
    let args: Vec<&str> = APPLY.into_iter().chain(["northmarch.toml"]).collect();
    let run = place.with(&args).run();
    assert!(run.out.is_empty(), "{}", run.out);
    run.wrong().golden("plan/no-plan-of-action");
    let broken = "[[action]]\nowner = \n";
    let place = place.file("msacheck.toml", SETTINGS).file("actions.toml", broken);
    place.with(&APPLY).run().wrong();
    assert_eq!(place.read("actions.toml"), broken);
    // Who does it, and by when, is nobody's guess.
    place.run("plan --apply northmarch.toml").wrong();
    place.run("plan --owner desk northmarch.toml").wrong();
}

#[test]
fn an_input_that_fails_is_told_and_the_rest_is_planned() {
    let place = Workplace::new()
        .declared("northmarch.toml", FACTS)
        .declared("broken.toml", "[leed]\nstate = \"in place\"\n");
    for format in PLAN_FORMATS {
        let line = format!("plan --format {} northmarch.toml broken.toml", format.name);
        let run = place.run(&line).incomplete();
        assert!(run.err.contains("leed"), "{}", format.name);
    }
    place.run("plan broken.toml").wrong();
}

#[test]
fn no_format_lets_a_text_of_an_input_be_obeyed() {
    let name = "=1+1 <script>alert(1)</script> | \\u001b[2J ::error::x ##[add-mask]y";
    let own = NORTHMARCH.replace("Northmarch Police (fictional)", name);
    let place = Workplace::new().file("a.toml", format!("{own}\n{FACTS}"));
    for format in PLAN_FORMATS {
        let name = format.name;
        let out = place.run(&format!("plan --full --format {name} a.toml")).done().out;
        if name == "table" || name == "json" {
            assert!(!out.contains("##[add-mask]"), "{name}: {out}");
        }
        if name == "html" || name == "markdown" {
            assert!(!out.contains("<script>alert"), "{name}");
        }
    }
}

#[test]
fn no_input_is_written_over() {
    let place =
        Workplace::new().declared("northmarch.toml", FACTS).file("costs.toml", "lead = 2\n");
    for file in ["northmarch.toml", "costs.toml"] {
        let was = place.read(file);
        let line = format!("plan --overwrite --cost costs.toml --output {file} northmarch.toml");
        place.run(&line).wrong();
        assert_eq!(place.read(file), was, "{file}");
    }
    place.run("plan --output plan.md northmarch.toml").done();
    assert!(place.read("plan.md").starts_with("# "), "{}", place.read("plan.md"));
}
