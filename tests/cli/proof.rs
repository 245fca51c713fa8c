//! The rules' own proof: examples, changes that they notice, and what can't be meant.

use crate::workplace::{Workplace, repository};

fn with_pack() -> Workplace {
    Workplace::new().copied("pack", &repository().join("tests/cli/pack"))
}

const EXAMPLE: &str = "
[[requirement]]
id = \"second\"
title = \"There is a shelter\"
provision = \"p1\"
citation = \"Northmarch Plan (fictional), para. 1\"
strength = \"commitment\"
bearer = [\"forces\"]
derivation = \"express\"
warrant = \"seen\"
from = 2025-01-01
needs = [\"night-shelter\"]
remedy = \"Agree one.\"

  [[requirement.example]]
  declared = { night-shelter = { state = \"planned\" } }
  outcome = \"met\"
";

#[test]
fn an_example_that_comes_out_otherwise_fails() {
    let place = with_pack().file("pack/northmarch-plan/second.toml", EXAMPLE);
    let run = place.run("rules test --rules pack");
    assert!(run.out.ends_with(", 1 failed\n"), "{run}");
    run.without_reading().failed_with_reasons().golden("proof/failed-example");
}

#[test]
fn a_requirement_without_an_example_is_not_proved() {
    let (rule, _) = EXAMPLE.split_once("  [[requirement.example]]").unwrap();
    let place = with_pack().file("pack/northmarch-plan/second.toml", rule);
    let run = place.run("rules test --rules pack");
    assert!(run.out.ends_with(", 0 failed\n"), "{run}");
    run.without_reading().failed_with_reasons().golden("proof/no-examples");
}

#[test]
fn a_fault_in_an_example_is_shown_by_its_proof_alone() {
    let place = with_pack().file(
        "pack/northmarch-plan/second.toml",
        EXAMPLE.replace("\"planned\"", "\"plannned\"").replace("outcome", "outcom"),
    );
    place.run("rules list second --rules pack").done().quiet();
    place.run("rules test --rules pack").wrong().golden("proof/faulty-example");
}

#[test]
fn a_change_that_no_example_notices_is_reported() {
    let sound = EXAMPLE.replace("outcome = \"met\"", "outcome = \"planned\"");
    // An example that fails as it stands notices nothing.
    let failing = "  [[requirement.example]]\n  declared = {}\n  outcome = \"met\"\n";
    let place = with_pack().file("pack/northmarch-plan/second.toml", sound + failing);
    let run = place.run("rules coverage northmarch-plan/second --rules pack");
    run.failed_with_reasons().golden("proof/coverage");
}

#[test]
fn the_built_in_rules_are_proved() {
    let place = Workplace::new();
    place.run("rules test").done().quiet();
    place.run("rules coverage").done().quiet();
    place.run("rules lint").done().quiet();
    place.run("rules coverage nothing").wrong().golden("proof/coverage-of-nothing");
}

/// A field that no rule uses, a limit that is asked for, two rules that contradict, a need that
/// makes no difference, an open provision, a section that there isn't, words that ask for something
/// else.
#[test]
fn what_can_not_be_meant_is_reported() {
    let place = Workplace::new()
        .file(
            "pack/arrangements/night-desk.toml",
            "id = \"night-desk\"\ntitle = \"Night desk\"\nquestion = \"Which desk?\"\n\
             limits = [\"not staffed\"]\n\
             [fields.staffed]\ntype = \"yes/no\"\nquestion = \"Is it staffed?\"\n\
             [fields.kind]\ntype = \"choice\"\nof = [\"own\", \"shared\"]\nquestion = \"Whose?\"\n\
             [fields.colour]\ntype = \"text\"\nquestion = \"Which colour?\"\n",
        )
        .file(
            "pack/northmarch-act/instrument.toml",
            "id = \"northmarch-act\"\ntitle = \"Northmarch Act 2024\"\nlaw = true\nfrom = 2024-01-01\n",
        )
        .file("pack/northmarch-act/rules.toml", {
            let rule = |id: &str, needs: &str, citation: &str| {
                format!(
                    "[[requirement]]\nid = \"{id}\"\ntitle = \"A desk\"\nprovision = \"s1\"\n\
                     citation = \"Northmarch Act 2024, {citation}\"\nstrength = \"duty\"\n\
                     bearer = [\"forces\"]\nderivation = \"implied\"\nwarrant = \"inferred\"\n\
                     from = 2024-01-01\nneeds = {needs}\nremedy = \"Open one.\"\n"
                )
            };
            let worded = rule("worded", "[\"night-desk\"]", "s. 1(1)")
                .replace("implied", "express")
                .replace("needs =", "words = { staffed = \"shall be staffed\" }\nneeds =");
            [
                "[[provision]]\nid = \"s1\"\nheading = \"Desks\"\nsubsections = 2\n".to_owned(),
                "[[provision]]\nid = \"s2\"\nheading = \"Chairs\"\n".to_owned(),
                rule("own", "[\"night-desk where kind is own\"]", "s. 1(1)"),
                rule("shared", "[\"night-desk where kind is shared\"]", "s. 1(3)"),
                rule("unstaffed", "[\"night-desk where not staffed\"]", "s. 3"),
                rule("twice", "[\"night-desk\", \"night-desk where staffed\"]", "s. 1(2)"),
                worded,
            ]
            .concat()
        });
    let run = place.run("rules lint --rules pack");
    run.failed_with_reasons().golden("proof/lint");
}

/// What the rules' language and dates can't mean: a title that claims more than is tested, a paragraph of
/// no edition, a yardstick that counts before its source.
#[test]
fn what_a_rule_claims_and_when_is_held_against_its_source() {
    let rule = "[[provision]]\nid = \"p1\"\nheading = \"Notices\"\n\
                [[requirement]]\nid = \"notices\"\ntitle = \"Every case is notified\"\nprovision = \"p1\"\n\
                citation = \"Northmarch review (May 2024); statutory guidance under s. 49, para. 4.7\"\n\
                strength = \"expectation\"\nbearer = [\"forces\"]\nderivation = \"implied\"\n\
                warrant = \"inferred\"\nfrom = 2024-05-01\nneeds = [\"notification where every-case\"]\n\
                remedy = \"Notify.\"\n";
    let place = Workplace::new()
        .file(
            "pack/northmarch-review/instrument.toml",
            "id = \"northmarch-review\"\ntitle = \"Northmarch review (fictional)\"\n\
             optional = true\nfrom = 2024-05-01\n",
        )
        .file("pack/northmarch-review/rules.toml", rule);
    let run = place.run("rules lint --rules pack");
    run.failed_with_reasons().golden("proof/claims");
}

#[test]
fn a_rule_that_tells_nothing_apart_is_reported() {
    let place = Workplace::with_samples().copied("pack", &repository().join("tests/cli/pack"));
    let run = place.run("rules lint --rules pack --against samples --today 2026-11-24");
    run.failed_with_reasons().golden("proof/same-for-all");
    place.run("rules lint --against nowhere").wrong().golden("proof/against-nowhere");
    place.run("rules lint --against pack").wrong().golden("proof/against-no-declarations");
}
