//! Waivers: what they let pass, when they are over, and what is said of them.

use crate::tabled::named;
use crate::workplace::Workplace;

/// A force without a procedure of notification, and nothing else to look at.
const NOTIFY: &str = "check --full --arrangement notification --strength duty northmarch.toml";

fn place(settings: &str) -> Workplace {
    Workplace::new()
        .declared("northmarch.toml", "[notification]\nstate = \"absent\"\n")
        .file("msacheck.toml", format!("[gate]\n{settings}"))
}

/// A waiver of a requirement.
fn waiver(requirement: &str, last_day: &str) -> String {
    format!(
        "[[waiver]]\nrequirement = \"act-2015/{requirement}\"\nreason = \"The desk opens in spring.\"\n\
         owner = \"head of crime\"\nlast_day = {last_day}\n"
    )
}

/// Waivers of all that falls short, over on the same day.
fn all(last_day: &str) -> String {
    ["s52-notify", "s52-content", "s52-adult-anonymity"].map(|id| waiver(id, last_day)).concat()
}

#[test]
fn it_holds_on_its_last_day_and_is_over_on_the_next() {
    let place = place(&all("2026-11-24"));
    place.run(&format!("{NOTIFY} --today 2026-11-23")).done().quiet();
    let line = format!("{NOTIFY} --explain-gate");
    let rulings = |line: &str, ruling: &str| -> Vec<String> {
        let result = place.result(line);
        let chosen = named(&result["gate"]["marks"], |mark| mark["ruling"] == ruling);
        chosen.into_iter().map(str::to_owned).collect()
    };
    let waived = rulings(&line, "waived");
    assert_eq!(waived, rulings(&format!("{NOTIFY} --no-waivers"), "fails"));
    let told: Vec<String> = waived
        .iter()
        .map(|id| format!("{id}: head of crime, until 2026-11-24: The desk opens in spring."))
        .collect();
    place.tabled(&line).done().quiet().tells(&[
        "The gate passes: ",
        &format!("Waived: {}. {}", told.len(), told.join(" ")),
        "Waivers are judged by today, 2026-11-24 in Europe/London.",
    ]);
    let line = format!("{NOTIFY} --today 2026-11-25 --explain-gate");
    assert_eq!(rulings(&line, "expired"), waived);
    place.tabled(&line).failed().quiet().tells(&[&format!(
        "The gate fails: {} waivers expired ({}): their last day was 2026-11-24, and today is 2026-11-25.",
        waived.len(),
        waived.join(", ")
    )]);
    // The day of the facts, and the day assessed, decide nothing here.
    place.run(&format!("{NOTIFY} --as-of 2026-11-24")).done().quiet();
    place.run(&format!("{NOTIFY} --as-of 2026-11-24 --today 2026-11-25")).failed().quiet();
}

#[test]
fn today_is_the_systems_where_none_is_given() {
    for (last_day, status) in [("2020-01-01", 1), ("9998-12-31", 0)] {
        let words: Vec<&str> = NOTIFY.split(' ').collect();
        let mut args = vec!["--color", "never"];
        args.extend(words);
        let run = place(&all(last_day)).with(&args).run();
        if status == 0 {
            run.done()
        } else {
            run.failed()
        };
    }
}

#[test]
fn without_waivers_it_is_as_if_there_were_none() {
    let place = place(&all("2026-12-31"));
    let run = place.run(&format!("{NOTIFY} --no-waivers")).failed().quiet();
    run.fits(80).tells(&["The gate fails: ", "Judged as if there were no waivers."]);
    // What is over doesn't matter then either.
    let result = place.run(&format!("{NOTIFY} --no-waivers --format json")).failed().quiet();
    assert!(!result.out.contains("The desk opens in spring."), "{result}");
}

#[test]
fn one_that_lets_nothing_pass_is_told_of_and_harms_nobody() {
    let settings = [
        waiver("s52-notify", "2026-12-31"),
        // met, over, above its threshold, a power, of another force
        waiver("s52-first-responder", "2026-11-23"),
        waiver("s45-training", "2026-12-31"),
        waiver("s12-detention", "2026-12-31"),
        waiver("s52-notify", "2026-12-31").replace("owner", "force = \"eastmere\"\nowner"),
    ]
    .concat();
    let place = Workplace::new()
        .declared(
            "northmarch.toml",
            "[notification]\nstate = \"in place\"\nevery-case = true\nowner = \"desk\"\n\
             routes = [\"online report\"]\n",
        )
        .file("msacheck.toml", format!("[gate]\n{settings}"));
    let line =
        "check --full --arrangement notification --arrangement asset-recovery northmarch.toml";
    place.tabled(line).failed().quiet().tells(&[
        "Waivers that do nothing: 2. act-2015/s52-notify (msacheck.toml:3:15): it is met \
         act-2015/s12-detention (msacheck.toml:18:15): it isn't gated",
    ]);
}

#[test]
fn one_for_a_force_is_for_no_other() {
    let bound = all("2026-12-31").replace("owner", "force = \"eastmere\"\nowner");
    place(&bound).run(NOTIFY).failed().quiet();
    let bound = all("2026-12-31").replace("owner", "force = \"northmarch\"\nowner");
    place(&bound).run(NOTIFY).done().quiet();
}

#[test]
fn of_several_forces_one_for_whom_it_acts_is_enough() {
    let both = |settings: String| {
        Workplace::new()
            .declared("northmarch.toml", "[notification]\nstate = \"absent\"\n")
            .file(
                "eastmere.toml",
                "[force]\nid = \"eastmere\"\nkind = \"territorial\"\nas_of = 2026-03-31\n\
                 [notification]\nstate = \"in place\"\nevery-case = true\nowner = \"desk\"\n\
                 routes = [\"online report\"]\n",
            )
            .file("msacheck.toml", format!("[gate]\n{settings}"))
    };
    let line = format!("{NOTIFY} eastmere.toml");
    let run = both(all("2026-12-31")).run(&line).quiet();
    assert!(!run.out.contains("s52-notify"), "it acts for Northmarch: {run}");
    let run = both(all("2026-11-23")).tabled(&format!("{line} --explain-gate")).failed().quiet();
    run.tells(&[
        "northmarch: the waiver of act-2015/s52-notify is over: its last day was 2026-11-23, and today \
         is 2026-11-24",
        "northmarch: The gate fails: 3 waivers expired (act-2015/s52-adult-anonymity, \
         act-2015/s52-content, act-2015/s52-notify): their last day was 2026-11-23",
        "eastmere: The gate fails: 2 waivers expired (act-2015/s52-adult-anonymity, \
         act-2015/s52-content): their last day was 2026-11-23",
    ]);
}

#[test]
fn every_fault_of_a_waiver_is_told_at_once() {
    let place = place(
        "[[waiver]]\nrequirement = \"act-2015/s52-notify\"\nowner = \"head of crime\"\nlast_day = 2026-12-31\n\
         [[waiver]]\nrequirement = \"act-2015/s52-notify\"\nreason = \" \"\nowner = 7\nlast_day = \"2026-12\"\n\
         [[waiver]]\nreason = \"None.\"\nforce = \"North March\"\nuntil = 2026-12-31\n",
    );
    place.run(NOTIFY).wrong().golden("waivers/faults");
}

#[test]
fn names_that_no_pack_has_are_faults_where_they_stand() {
    let place = place(
        "[gate.instrument]\nact-2051 = \"planned\"\nyardsticks = \"planned\"\n\
         [gate.requirement]\n\"act-2015/s52-notfy\" = \"partly-met\"\ns52-notify = \"partly-met\"\n\
         [[waiver]]\nrequirement = \"act-2015/s52-notifi\"\nreason = \"R\"\nowner = \"O\"\n\
         last_day = 2026-12-31\n\
         [[waiver]]\nrequirement = \"strategy-2014/pursue-cps\"\nreason = \"R\"\nowner = \"O\"\n\
         last_day = 2026-12-31\n",
    );
    let run = place.run(NOTIFY).wrong();
    // What isn't asked this time (an optional pack, a draft) is known all the same.
    assert_eq!(run.err.matches("  × ").count(), 4, "{run}");
    run.golden("waivers/unknown-names");
    assert_eq!(place.run("baseline northmarch.toml").wrong().err.matches("  × ").count(), 4);
    assert_eq!(place.names(), ["msacheck.toml", "northmarch.toml"]);
}

#[test]
fn one_requirement_is_waived_once_for_a_force() {
    let twice = all("2026-12-31") + &waiver("s52-notify", "2027-12-31");
    place(&twice).run(NOTIFY).wrong().golden("waivers/twice");
    // For all and for one force is no contradiction: the longer one isn't lost.
    let both =
        all("2026-11-23") + &all("2026-11-24").replace("owner", "force = \"northmarch\"\nowner");
    place(&both).run(NOTIFY).done().quiet();
}

#[test]
fn a_terminal_obeys_nothing_that_a_waiver_says() {
    let hostile = all("2026-12-31").replace("spring", "\\u001b[31mspring\\u202e\\n::error::x");
    place(&hostile).run(NOTIFY).done().quiet().fits(80);
    place(&hostile).run(&format!("{NOTIFY} --format json")).done().quiet();
}
