//! What earlier versions wrote is still read; what it can't vouch for is told; and a baseline can be
//! written in today's form.

use serde_json::{Value, json};

use crate::baseline::earlier;
use crate::workplace::{NORTHMARCH, Workplace};

const LEAD: &str = "[lead]\nstate = \"partial\"\ncapacity = \"part-time\"\n";

/// Two forces with a baseline in the earlier form.
fn recorded() -> Workplace {
    let east = NORTHMARCH.replace("northmarch", "eastmere").replace("Northmarch", "Eastmere");
    let place = Workplace::new()
        .declared("northmarch.toml", LEAD)
        .file("eastmere.toml", format!("{east}\n{LEAD}"));
    place.run("baseline northmarch.toml eastmere.toml").done();
    let file = earlier(&place.read("baseline.toml"));
    assert!(file.starts_with('#') && file.contains("baseline/1") && !file.contains("kind"));
    place.file("baseline.toml", file)
}

#[test]
fn a_baseline_of_the_earlier_form_is_read_and_told_of() {
    let place = recorded();
    let run = place.run("check --full northmarch.toml --baseline baseline.toml").done().quiet();
    let told = run.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        told.contains("the baseline is of an earlier form, which doesn't say by which rules"),
        "{run}"
    );
    // What it does say counts: the day of its facts, and that a gap reached the force.
    let older = format!("{NORTHMARCH}\n{LEAD}").replace("2026-03-31", "2026-03-30");
    let place = place.file("northmarch.toml", older);
    place.run("check --full northmarch.toml --baseline baseline.toml").failed();
    let national = format!("{NORTHMARCH}\n{LEAD}").replace("territorial", "national");
    let place = place.file("northmarch.toml", national);
    let run = place.run("check --full northmarch.toml --baseline baseline.toml").failed();
    assert!(run.out.contains("doesn't reach the force"), "{run}");
}

#[test]
fn it_is_written_in_todays_form_where_nothing_fell() {
    let place = recorded();
    let before = place.read("baseline.toml");
    let upgrade = "baseline --upgrade northmarch.toml";
    place.run(upgrade).wrong().golden_in("break", "upgrade-of-a-part");
    assert_eq!(place.read("baseline.toml"), before);
    let place = place.declared("northmarch.toml", "[lead]\nstate = \"absent\"\n");
    let run = place.run(&format!("{upgrade} eastmere.toml")).wrong();
    assert!(run.err.contains("baseline::not-alike"), "{run}");
    assert_eq!(place.read("baseline.toml"), before);
    let place = place.declared("northmarch.toml", LEAD);
    place.run(&format!("{upgrade} eastmere.toml")).done();
    let after = place.read("baseline.toml");
    assert!(after.contains("baseline/2") && !after.contains("earlier"), "{after}");
    let run = place.run("check --full northmarch.toml --baseline baseline.toml").done().quiet();
    assert!(!run.out.contains("Left aside or taken as given: the baseline"), "{run}");
    place.run(upgrade).done();
    assert_eq!(place.read("baseline.toml"), after);
}

#[test]
fn a_force_that_is_recorded_anew_leaves_the_others_as_they_were_and_marked() {
    let place = recorded();
    place.run("baseline --overwrite northmarch.toml").done();
    let file = place.read("baseline.toml");
    assert_eq!(file.matches("earlier = true").count(), 1, "{file}");
    let told = "is of an earlier form";
    let east = place.run("check --full eastmere.toml --baseline baseline.toml").done();
    let north = place.run("check --full northmarch.toml --baseline baseline.toml").done();
    let folded = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(folded(&east.out).contains(told) && !folded(&north.out).contains(told));
}

/// A result in the shape before today's.
pub(crate) fn earlier_result(mut result: Value) -> Value {
    result["schema"] = "msacheck/assessment/1".into();
    let keys = result.as_object_mut().unwrap();
    keys.remove("gated");
    keys.remove("aside");
    if let Some(gate) = result["gate"].as_object_mut() {
        gate.remove("objections");
        gate["terms"].as_object_mut().unwrap().remove("may_be_empty");
        if let Some(used) = gate["baseline"].as_object_mut() {
            used.remove("recorded");
            used.remove("other_rules");
        }
    }
    result
}

#[test]
fn a_result_of_the_earlier_shape_is_read_and_told_of() {
    let place = recorded();
    let line = "check --full northmarch.toml --baseline baseline.toml --format json";
    let result: Value = serde_json::from_str(&place.run(line).done().out).unwrap();
    let earlier = earlier_result(result);
    let place = place.file("result.json", earlier.to_string());
    let run = place.run("report result.json --full").done().quiet();
    let told = run.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("this result is of an earlier shape"), "{run}");
    // It is told on, and what can be made sure of is.
    let again = place.run("report result.json --full --format json").done().out;
    let again: Value = serde_json::from_str(&again).unwrap();
    assert_eq!(
        (&again["schema"], &again["earlier"]),
        (&"msacheck/assessment/2".into(), &true.into())
    );
    for (at, other) in [
        ("/findings/0/outcome", json!("met")),
        ("/gate/marks/0/ruling", json!("passes")),
        ("/gate/marks/0/threshold", json!("partly-met")),
    ] {
        let mut forged = earlier.clone();
        assert_ne!(forged.pointer(at).unwrap(), &other, "{at}");
        *forged.pointer_mut(at).unwrap() = other;
        let place = Workplace::new().file("result.json", forged.to_string());
        let run = place.run("report result.json --full").wrong();
        assert!(run.err.contains("result::"), "{at}: {run}");
    }
}
