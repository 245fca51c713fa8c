//! Row 5: a saved result agrees with itself, or no report is made of it.

use serde_json::{Value, json};

use crate::workplace::Workplace;

/// A result with a gate, a waiver, a baseline, and something of every outcome that the sample has.
fn saved() -> Value {
    let place = Workplace::with_samples().file(
        "msacheck.toml",
        "[gate]\nbaseline = \"baseline.toml\"\n[[waiver]]\nrequirement = \"act-2015/s52-notify\"\n\
         reason = \"R\"\nowner = \"O\"\nlast_day = 2027-01-31\n",
    );
    place.run("baseline samples/west-midlands-2017.toml").done();
    let out = place.run("check --full --format json samples/west-midlands-2017.toml").done().out;
    serde_json::from_str(&out).unwrap()
}

fn refused(name: &str, result: &Value) {
    let place = Workplace::new().file("result.json", result.to_string());
    let run = place.run("report result.json --full").wrong();
    assert!(
        run.err.contains("result::disagrees") || run.err.contains("result::wrong-shape"),
        "{name}: {run}"
    );
    for format in ["junit", "json"] {
        place.run(&format!("report result.json --full --format {format}")).wrong();
    }
}

/// Every outcome as if all was met, the counts with them.
fn all_met(result: &mut Value) {
    let findings = result["findings"].as_array_mut().unwrap();
    let mut met = 0;
    for finding in findings.iter_mut().filter(|one| one["outcome"] == "not evidenced") {
        finding["outcome"] = "met".into();
        met += usize::from(finding["superseded"] == false);
    }
    let counts = &mut result["counts"];
    for tally in ["in_force", "superseded"] {
        let silent = counts[tally]["not_evidenced"].take();
        counts[tally]["met"] =
            (counts[tally]["met"].as_u64().unwrap() + silent.as_u64().unwrap()).into();
        counts[tally]["not_evidenced"] = 0.into();
    }
    for (_, tally) in counts["by_strength"].as_object_mut().unwrap() {
        let silent = tally["not_evidenced"].take().as_u64().unwrap();
        tally["met"] = (tally["met"].as_u64().unwrap() + silent).into();
        tally["not_evidenced"] = 0.into();
    }
    assert!(met > 50, "{met}");
}

#[test]
fn row_5_what_does_not_agree_with_itself_is_refused() {
    let sound = saved();
    let place = Workplace::new().file("result.json", sound.to_string());
    place.run("report result.json --full").done().quiet();

    let mut forged = sound.clone();
    all_met(&mut forged);
    refused("outcomes and counts", &forged);
    let place = Workplace::new().file("result.json", forged.to_string());
    place.run("report result.json --full").wrong().golden_in("break", "forged");

    let set = |pointer: &str, value: Value| {
        let mut forged = sound.clone();
        *forged.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer}")) = value;
        forged
    };
    let marks = sound["gate"]["marks"].as_array().unwrap();
    let at = |ruling: &str| {
        let at = marks.iter().position(|mark| mark["ruling"] == ruling).unwrap();
        format!("/gate/marks/{at}/ruling")
    };
    refused("a gate that is gone", &set("/gate", Value::Null));
    refused("a mark that passes", &set(&at("baselined"), "passes".into()));
    refused("a mark without its waiver", &set(&at("waived"), "passes".into()));
    refused("a mark of what isn't recorded", &set(&at("passes"), "baselined".into()));
    let known = at("baselined").replace("ruling", "threshold");
    refused("another threshold", &set(&known, "partly-met".into()));
    refused(
        "another strength's threshold",
        &set("/gate/terms/thresholds/duty", "not-evidenced".into()),
    );
    refused("no marks", &set("/gate/marks", json!([])));
    refused("no baseline", &set("/gate/baseline", Value::Null));
    refused("nothing recorded", &set("/gate/baseline/recorded", Value::Null));
    refused("other days", &set("/assessed_on", "2011-08-01".into()));
    refused("another run", &set("/gated", false.into()));
    let recorded = sound["gate"]["baseline"]["recorded"]["gaps"].as_object().unwrap();
    let gap = recorded.keys().next().unwrap().replace('/', "~1");
    let gap = format!("/gate/baseline/recorded/gaps/{gap}/outcome");
    let other = if sound.pointer(&gap).unwrap() == "partly met" { "planned" } else { "partly met" };
    refused("another outcome recorded", &set(&gap, other.into()));
}

#[test]
fn row_5_each_part_of_an_explanation_holds_the_others() {
    let sound = saved();
    let findings = sound["findings"].as_array().unwrap();
    let short = findings.iter().position(|one| one["outcome"] == "partly met").unwrap();
    let silent = findings.iter().position(|one| one["outcome"] == "not evidenced").unwrap();
    let out = findings.iter().position(|one| one["outcome"] == "not in force").unwrap();
    let stated = sound["arrangements"]
        .as_array()
        .unwrap()
        .iter()
        .position(|one| one["state"] == "partial")
        .unwrap();
    for (pointer, value) in [
        (format!("/findings/{short}/outcome"), json!("met")),
        (format!("/findings/{short}/because/0/value"), json!("in place")),
        (format!("/findings/{short}/because/0/decides"), json!(false)),
        (format!("/findings/{silent}/because/0/children/0/value"), json!("in place")),
        (format!("/findings/{silent}/because"), json!([])),
        (format!("/findings/{short}/basis"), Value::Null),
        (format!("/findings/{out}/outcome"), json!("not applicable")),
        (format!("/findings/{out}/not_assessed"), Value::Null),
        (format!("/arrangements/{stated}/state"), json!("in place")),
        (format!("/arrangements/{stated}/basis"), json!("asserted")),
        (format!("/arrangements/{stated}/evidence"), json!([])),
    ] {
        let mut forged = sound.clone();
        let part = forged.pointer_mut(&pointer).unwrap_or_else(|| panic!("{pointer}"));
        assert_ne!(*part, value, "{pointer}");
        *part = value;
        refused(&pointer, &forged);
    }
}
