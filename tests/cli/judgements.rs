//! Judgements of inspectors: beside the computed outcome, never in it.

use crate::workplace::Workplace;

const FACTS: &str = "[lead]\nstate = \"partial\"\nrank = \"superintendent\"\ncapacity = \"part-time\"\n\
                     [strategy]\nstate = \"in place\"\n";

fn judgement(requirement: &str, verdict: &str, last_day: &str) -> String {
    format!(
        "[[judgement]]\nrequirement = \"{requirement}\"\nverdict = \"{verdict}\"\n\
         role = \"inspecting officer\"\ndate = 2026-06-01\n\
         reason = \"Seen on a visit: two officers share the work.\"\nlast_day = {last_day}\n"
    )
}

fn both(last_day: &str) -> String {
    judgement("strategy-2014/pursue-lead", "met by other means", last_day)
        + &judgement("act-2015/s52-notify", "not met in practice", last_day)
}

fn place(judgements: &str) -> Workplace {
    Workplace::new().declared("northmarch.toml", &format!("{FACTS}{judgements}"))
}

const LINE: &str = "check --full --arrangement lead --fail-on partly-met northmarch.toml";

#[test]
fn it_is_shown_beside_the_computed_outcome_until_its_last_day() {
    let place = place(&both("2026-11-24"));
    let says = "met by other means, says the inspecting officer on 2026-06-01: Seen on a visit: two \
                officers share the work. (until 2026-11-24)";
    let over = "Over: the judgement on strategy-2014/pursue-lead by the inspecting officer of \
                2026-06-01. Its last day was 2026-11-24.";
    place.tabled(LINE).failed().quiet().tells(&[
        "Judgements of inspectors: 1 They change no outcome, and no gate heeds them. \
         strategy-2014/pursue-lead computed: partly met judged:",
        says,
        "Judged by today, 2026-11-24 in Europe/London.",
        "strategy-2014/pursue-lead: expectation, partly met",
    ]);
    place.tabled(&format!("{LINE} --today 2026-11-25")).failed().quiet().tells(&[
        "Judgements of inspectors: 0",
        over,
        "Judged by today, 2026-11-25 in Europe/London.",
    ]);
    place.run("explain pursue-lead northmarch.toml").done().fits(80).tells(&[
        "as at 2026-03-31: partly met",
        "An inspector's judgement, beside what is computed",
        says,
    ]);
    let run = place.run("explain pursue-lead northmarch.toml --today 2026-11-25").done().fits(80);
    assert!(!run.out.contains("two officers share the work"), "{run}");
    run.tells(&["as at 2026-03-31: partly met", over]);
}

#[test]
fn it_moves_no_outcome_no_count_and_no_gate() {
    let facts = |judgements: &str, today: &str| {
        let line = format!(
            "check --full --format json --fail-on partly-met northmarch.toml --today {today}"
        );
        let run = place(judgements).run(&line).failed().quiet();
        let mut result: serde_json::Value = serde_json::from_str(&run.out).unwrap();
        // The file and the day are others, of course.
        for key in ["inputs", "options"] {
            result.as_object_mut().unwrap().remove(key);
        }
        let judged = result.as_object_mut().unwrap().remove("judgements").unwrap();
        (result, judged)
    };
    let (without, none) = facts("", "2026-11-24");
    assert!(none["holding"].as_array().unwrap().is_empty() && none["today"].is_null());
    let (with, judged) = facts(&both("2026-11-24"), "2026-11-24");
    assert_eq!(judged["holding"].as_array().unwrap().len(), 2);
    assert_eq!(judged["holding"][1]["verdict"], "met by other means");
    assert_eq!(judged["today"], "2026-11-24");
    assert_eq!(with, without);
    let (over, judged) = facts(&both("2026-11-24"), "2026-11-25");
    assert!(judged["holding"].as_array().unwrap().is_empty());
    assert_eq!(judged["expired"].as_array().unwrap().len(), 2);
    assert_eq!(over, without);
}

#[test]
fn it_belongs_to_its_force_and_survives_a_merge() {
    let place = place(&both("2026-12-31"))
        .file(
            "later.txt",
            "Northmarch Police\n\n30 September 2026\n\nNorthmarch Police has a dedicated coordinator \
             for modern slavery.\n",
        )
        .file(
            "later.toml",
            "[force]\nid = \"northmarch\"\nkind = \"territorial\"\nas_of = 2026-09-30\n\
             [lead]\nstate = \"planned\"\n",
        );
    let run =
        place.run("check --full --format json northmarch.toml later.txt northmarch.toml").done();
    let result: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(result["judgements"]["holding"].as_array().unwrap().len(), 2, "each once");
    let other = place.read("later.toml").replace("northmarch", "eastmere");
    let place = place.file("eastmere.toml", other);
    let run = place.tabled("check --full northmarch.toml eastmere.toml --today 2027-01-01").done();
    for id in ["act-2015/s52-notify", "strategy-2014/pursue-lead"] {
        let over = format!(
            "Over: the judgement on {id} by the inspecting officer of 2026-06-01. Its last day was \
             2026-12-31."
        );
        let folded = run.out.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(folded.matches(&over).count(), 1, "{over}: {run}");
    }
}

#[test]
fn every_fault_of_a_judgement_is_told_at_once() {
    let place = place(
        "[[judgement]]\nrequirement = \"act-2015/s52-notify\"\nverdict = \"met\"\nrole = \"…\"\n\
         date = 2026-12-01\nreason = 3\nuntil = 2026-12-31\n\
         [[judgement]]\nrequirement = \"act-2015/s52-notify\"\nverdict = \"met by other means\"\n\
         role = \"inspecting officer\"\ndate = 2026-06-01\nreason = \"R\"\nlast_day = 2026-05-31\n\
         [[judgement]]\nrequirement = \"act-2015/s52-notifi\"\n",
    );
    place.run("check --full northmarch.toml").wrong().golden("judgements/faults");
}

#[test]
fn a_requirement_that_no_pack_has_is_a_fault() {
    let place = place(&judgement("s52-notify", "met by other means", "2026-12-31"));
    place.run("check --full northmarch.toml").wrong().golden("judgements/unknown");
    // What isn't asked this time is known, and not shown.
    for id in ["strategy-2014/pursue-cps", "yardsticks/coordinator"] {
        let known = judgement(id, "met by other means", "2026-12-31");
        let place = Workplace::new().declared("northmarch.toml", &format!("{FACTS}{known}"));
        let run = place.run("check --full northmarch.toml");
        if id.starts_with("strategy") {
            assert!(!run.done().out.contains("Judgements"));
        } else {
            run.wrong();
        }
    }
}

#[test]
fn a_terminal_obeys_nothing_that_it_says() {
    let hostile = both("2026-12-31").replace("visit", "\\u001b[31mvisit\\u202e\\n::error::");
    place(&hostile).run("check --full northmarch.toml").done().quiet().fits(80);
    place(&hostile).run("explain pursue-lead northmarch.toml").done().quiet().fits(80);
}
