//! What the gate makes of a check, as the table tells it: thresholds, waivers, a baseline, a basis.

use msacheck::gate::Baseline;
use msacheck::report::verdict_sentence;

use crate::check::{Check, frozen, table};
use crate::explained::{arrangement, requirement};
use crate::formats::{gated, several};
use crate::golden::{fits, golden};

/// A force that says this of its desk, and nothing else.
fn desk(force: &str, rest: &str) -> Check {
    let head = format!("[force]\nid = \"{force}\"\nkind = \"territorial\"\nas_of = 2026-03-31\n");
    Check::of(&[]).and(&format!("{force}.toml"), format!("{head}[desk]\n{rest}"))
}

/// A file of a baseline with what a check comes to.
fn recorded(check: &Check) -> String {
    let mut baseline = Baseline::default();
    check
        .assessments()
        .iter()
        .for_each(|assessment| baseline.record(assessment, None, &check.digests()));
    baseline.write()
}

fn shown(check: &Check, name: &str) {
    let verdicts = check.result().assessments.into_iter().map(|gated| gated.verdict.unwrap());
    let sentences: Vec<String> = verdicts.map(|verdict| verdict_sentence(&verdict)).collect();
    let text = format!("{}\n{}\n", table(check, 80), sentences.join("\n"));
    let laid_out = table(check, 80);
    assert!(laid_out.lines().all(|line| unicode_width::UnicodeWidthStr::width(line) <= 80));
    golden(&text, &format!("gate-{name}.txt"));
}

const ACT: &str = "wardens-act";

#[test]
fn it_passes_and_fails() {
    shown(&gated(), "everything");
    shown(&Check::of(&["westhaven.toml"]).gated("[gate]\n").only(ACT), "passes");
    shown(&Check::of(&["northmarch.toml"]).gated("[gate]\n").only(ACT), "fails");
    shown(&several().gated("[gate]\n"), "several");
}

fn waiver(id: &str, last_day: &str) -> String {
    format!(
        "[[waiver]]\nrequirement = \"{id}\"\nreason = \"The desk opens in spring.\"\n\
         owner = \"head of crime\"\nlast_day = {last_day}\n"
    )
}

fn both(last_day: &str) -> String {
    ["wardens-act/s1-notice", "wardens-act/s2-answers"].map(|id| waiver(id, last_day)).concat()
}

#[test]
fn a_waiver_holds_on_its_last_day_and_is_over_on_the_next() {
    let check = desk("northmarch", "state = \"absent\"\n").only(ACT);
    let waived = check.clone().gated(format!("[gate]\n{}", both("2026-11-24")));
    shown(&waived, "waived");
    shown(&waived.today("2026-11-25"), "waivers-over");
    let two = check.and(
        "eastmere.toml",
        "[force]\nid = \"eastmere\"\nkind = \"territorial\"\nas_of = 2026-03-31\n\
         [desk]\nstate = \"in place\"\nevery-case = true\n",
    );
    shown(&two.gated(format!("[gate]\n{}", both("2026-11-23"))), "waivers-over-several");
}

#[test]
fn a_waiver_that_lets_nothing_pass_is_told_of() {
    let settings = [
        "[gate]\n".to_owned(),
        waiver("wardens-act/s1-notice", "2026-12-31"),
        // over, above its threshold, a power, of another force
        waiver("wardens-act/s2-answers", "2026-11-23"),
        waiver("county-plan/lessons", "2026-12-31"),
        waiver("wardens-act/s3-board", "2026-12-31"),
        waiver("wardens-act/s1-notice", "2026-12-31")
            .replace("owner", "force = \"eastmere\"\nowner"),
    ];
    let lessons =
        "every-case = true\n[lessons]\nstate = \"planned\"\n[answers]\nstate = \"in place\"\n";
    let check = desk("northmarch", &format!("state = \"in place\"\n{lessons}"));
    shown(&check.gated(settings.concat()), "idle-waivers");
}

#[test]
fn what_is_recorded_is_sorted_and_what_is_known_passes_and_stays_visible() {
    let check = Check::of(&["northmarch.toml"]);
    let baseline = recorded(&check);
    golden(&baseline, "baseline.toml");
    let gate = "[gate]\nduty = \"partly-met\"\ncommitment = \"partly-met\"\nexpectation = \"partly-met\"\n";
    shown(&check.gated(gate).against(baseline), "known");
}

#[test]
fn what_changed_since_a_baseline_is_told() {
    let of = |state: &str, case: &str| desk("northmarch", &format!("state = \"{state}\"\n{case}"));
    for (name, was, is) in [
        ("worse", of("absent", "every-case = true\n"), of("absent", "")),
        ("closed", of("partial", "every-case = true\n"), of("in place", "every-case = true\n")),
        ("new", of("in place", "every-case = true\n"), of("withheld", "every-case = true\n")),
        (
            "new-and-passes",
            of("in place", "every-case = true\n"),
            of("partial", "every-case = true\n"),
        ),
        ("silent", of("absent", ""), of("not stated", "")),
    ] {
        let is = if name == "closed" { is } else { is.only(ACT) };
        shown(&is.against(recorded(&was)), &format!("since-{name}"));
    }
    let other = desk("eastmere", "state = \"absent\"\n").only(ACT);
    shown(&other.against(recorded(&of("absent", ""))), "since-unrecorded");
}

#[test]
fn what_has_too_weak_a_basis_counts_as_not_stated_and_is_told() {
    let northmarch = Check::of(&["northmarch.toml"]).gated("[gate]\nbasis = \"quoted\"\n");
    shown(&northmarch.clone().only("county-plan"), "basis");
    fits(80, &arrangement("desk", Some(&northmarch)), "explain-basis.txt");
    let without = frozen("northmarch.toml").replace("evidence = [{ source = \"answer\"", "# [{");
    let then = Check::of(&[]).and("northmarch.toml", without);
    let then = then.gated("[gate]\nbasis = \"quoted\"\n");
    shown(&then.against(recorded(&northmarch)).only("county-plan"), "basis-silent");
}

#[test]
fn judgements_stand_beside_it() {
    let gate = "[gate]\nexpectation = \"partly-met\"\n";
    let check = Check::of(&["northmarch.toml"]).gated(gate).only("county-plan");
    shown(&check, "judgement");
    shown(&check.today("2027-06-01"), "judgement-over");
    let text = requirement("wardens-act/s1-notice", Some(&Check::of(&["northmarch.toml"])));
    assert!(text.contains("inspecting officer"), "{text}");
}
