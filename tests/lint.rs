//! Every lint of rules as logic: a pack that it faults, at the line, and one that it lets pass.
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test may fail")]

use std::sync::Arc;

use msacheck::assessment::assess;
use msacheck::declaration::{NoSources, load};
use msacheck::proof::{coverage, examples, lint, same_for_all};
use msacheck::rulebook::{RuleFile, Rulebook};
use msacheck::source::{Fault, Faults, Text};

const RANKS: &str = "order = [\"constable\", \"sergeant\"]";

const LEAD: &str = r#"
id = "lead"
title = "Lead"
question = "Who leads?"
limits = ["capacity is part-time"]
[fields.capacity]
type = "choice"
of = ["full-time", "part-time"]
question = "How much?"
[fields.rank]
type = "rank"
question = "What rank?"
"#;

const ACT: &str = r#"
id = "act"
title = "Some Act 2015"
law = true
from = 2015-01-01
"#;

/// A requirement with these needs, and the provision that it rests on.
fn rules(needs: &str) -> String {
    format!("{}{}", provision("s1"), requirement("one", needs, "Some Act 2015, s. 1(2)"))
}

fn provision(id: &str) -> String {
    format!("[[provision]]\nid = \"{id}\"\nheading = \"x\"\nsubsections = 4\n")
}

fn requirement(id: &str, needs: &str, citation: &str) -> String {
    format!(
        "[[requirement]]\nid = \"{id}\"\ntitle = \"x\"\nprovision = \"s1\"\ncitation = \"{citation}\"\n\
         strength = \"duty\"\nbearer = [\"forces\"]\nderivation = \"express\"\nwarrant = \"seen\"\n\
         from = 2015-01-01\nneeds = {needs}\nremedy = \"x\"\n"
    )
}

fn pack(lead: &str, rules: &str) -> Rulebook {
    let file = |path: &str, text: &str| RuleFile {
        path: path.to_owned(),
        text: Arc::new(Text::new(path, text.to_owned())),
    };
    let files = [
        file("ranks.toml", RANKS),
        file("arrangements/lead.toml", lead),
        file("act/instrument.toml", ACT),
        file("act/rules.toml", rules),
    ];
    Rulebook::load(&files).unwrap_or_else(|faults| {
        panic!("{:?}", faults.iter().map(Fault::one_line).collect::<Vec<_>>())
    })
}

/// What the lints say, as code and line.
fn found(rulebook: &Rulebook) -> Vec<String> {
    lint(rulebook).iter().map(at_line).collect()
}

fn at_line(fault: &Fault) -> String {
    let place = fault.text().unwrap().place(fault.span().unwrap().start);
    format!("{} {}:{}", fault.fault_code(), place.file, place.line)
}

const SOUND: &str = "[\"lead where rank is at least sergeant ideally capacity\"]";

#[test]
fn a_sound_pack_passes_every_lint() {
    assert_eq!(found(&pack(LEAD, &rules(SOUND))), Vec::<String>::new());
}

#[test]
fn a_provision_wants_a_requirement_or_a_reason() {
    let open = format!("{}{}", rules(SOUND), provision("s2"));
    assert_eq!(found(&pack(LEAD, &open)), ["lint::disposition act/rules.toml:17"]);
    let closed = format!("{open}no_rule = \"asks nothing\"\n");
    assert_eq!(found(&pack(LEAD, &closed)), Vec::<String>::new());
    let both = rules(SOUND).replacen("heading", "no_rule = \"nothing\"\nheading", 1);
    assert_eq!(found(&pack(LEAD, &both)), ["lint::disposition act/rules.toml:1"]);
}

#[test]
fn a_citation_names_what_the_act_has() {
    let citing = |citation: &str| {
        let rules = format!("{}{}", provision("s1"), requirement("one", SOUND, citation));
        found(&pack(LEAD, &rules))
    };
    let fault = ["lint::citation act/rules.toml:9"];
    assert_eq!(citing("Some Act 2015, s. 9"), fault);
    assert_eq!(citing("Some Act 2015, s. 1(5)"), fault);
    assert_eq!(citing("Some Act 2015, Sch. 3"), fault);
    assert_eq!(citing("Some Act 2015, s. 1(1)–(6)"), fault);
    for sound in
        ["Some Act 2015, s. 1(4)(a)", "Some Act 2015, s. 1(1)–(3); SI 2015/1743, reg. 3(9)"]
    {
        assert_eq!(citing(sound), Vec::<String>::new(), "{sound}");
    }
}

#[test]
fn something_must_be_able_to_meet_a_requirement() {
    // Nothing can be in place beside its limit.
    let needs = "[\"lead where capacity is part-time and rank is at least sergeant\"]";
    assert_eq!(found(&pack(LEAD, &rules(needs))), ["lint::unmeetable act/rules.toml:5"]);
    let needs = "[\"lead where capacity is full-time and capacity is part-time and rank\"]";
    assert!(
        found(&pack(LEAD, &rules(needs))).contains(&"lint::unmeetable act/rules.toml:5".to_owned())
    );
}

#[test]
fn two_requirements_must_not_contradict() {
    let unlimited = LEAD.replace("limits = [\"capacity is part-time\"]\n", "");
    let two = |needs: &str| {
        format!(
            "{}{}",
            rules("[\"lead where capacity is full-time and rank\"]"),
            requirement("two", needs, "Some Act 2015, s. 1")
        )
    };
    assert_eq!(
        found(&pack(&unlimited, &two("[\"lead where capacity is part-time\"]"))),
        ["lint::contradiction act/rules.toml:17"]
    );
    assert_eq!(found(&pack(&unlimited, &two("[\"lead where capacity\"]"))), Vec::<String>::new());
    // On days that don't meet, they may.
    let apart = two("[\"lead where capacity is part-time\"]")
        .replacen("from = 2015-01-01", "from = 2015-01-01\nuntil = 2016-01-01", 1)
        .replace(
            "from = 2015-01-01\nneeds = [\"lead where capacity is part",
            "from = 2016-01-01\nneeds = [\"lead where capacity is part",
        );
    assert_eq!(found(&pack(&unlimited, &apart)), Vec::<String>::new());
}

#[test]
fn no_need_is_redundant() {
    for needs in [
        "[\"lead\", \"lead where rank is at least sergeant ideally capacity\"]",
        "[\"lead where rank and rank is at least sergeant ideally capacity\"]",
        "[{ any = [\"lead\", \"lead where rank is at least sergeant ideally capacity\"] }]",
    ] {
        let found = found(&pack(LEAD, &rules(needs)));
        assert!(
            found.contains(&"lint::redundant act/rules.toml:5".to_owned()),
            "{needs}: {found:?}"
        );
    }
}

#[test]
fn every_field_is_used_or_informative() {
    let needs = "[\"lead where capacity\"]";
    assert_eq!(found(&pack(LEAD, &rules(needs))), ["lint::unused arrangements/lead.toml:10"]);
    let marked = format!("{LEAD}informative = true\n");
    assert_eq!(found(&pack(&marked, &rules(needs))), Vec::<String>::new());
    assert_eq!(found(&pack(&marked, &rules(SOUND))), ["lint::unused arrangements/lead.toml:10"]);
}

#[test]
fn a_rule_tells_declarations_apart_or_says_why_not() {
    let example = "[[requirement.example]]\ndeclared = {}\noutcome = \"not evidenced\"\n";
    let force = "[force]\nid = \"eastmere\"\nkind = \"territorial\"\nas_of = 2020-01-01\n";
    let lead = format!(
        "{force}[lead]\nstate = \"in place\"\nrank = \"sergeant\"\ncapacity = \"full-time\"\n"
    );
    let same = |rules: &str, declarations: &[&str]| {
        let rulebook = pack(LEAD, rules);
        let assessments: Vec<_> = declarations
            .iter()
            .map(|text| {
                let text = Arc::new(Text::new("d", (*text).to_owned()));
                let today = "2026-01-01".parse().unwrap();
                let faults = Faults::new();
                load(&text, rulebook.vocabulary(), &NoSources, today, &faults).unwrap()
            })
            .map(|declaration| assess(&rulebook, &declaration, None))
            .collect();
        let examples = examples(&rulebook).unwrap();
        same_for_all(&rulebook, &examples, &assessments).iter().map(at_line).collect::<Vec<_>>()
    };
    let proved = format!("{}{example}", rules(SOUND));
    assert_eq!(same(&proved, &[force, force]), ["lint::same-for-all act/rules.toml:5"]);
    assert_eq!(same(&proved, &[force, &lead]), Vec::<String>::new());
    let explained = format!("{proved}note = \"no paper at hand speaks of it\"\n");
    assert_eq!(same(&explained, &[force, force]), Vec::<String>::new());
}

#[test]
fn a_hole_in_the_examples_is_reported() {
    // Nothing here notices that the rank isn't asked for, nor that `ideally` is `where`.
    let holes = "\
        [[requirement.example]]\ndeclared = { lead = { state = \"in place\", rank = \"sergeant\", capacity = \"full-time\" } }\noutcome = \"met\"\n\
        [[requirement.example]]\ndeclared = {}\noutcome = \"not evidenced\"\n";
    let rulebook = pack(LEAD, &format!("{}{holes}", rules(SOUND)));
    let covered = coverage(&rulebook, &examples(&rulebook).unwrap());
    let alive: Vec<&str> = covered[0].alive.iter().map(|mutant| mutant.change.as_str()).collect();
    assert!(alive.contains(&"`rank is at least sergeant` isn't asked of `lead`"), "{alive:?}");
    assert!(alive.contains(&"`capacity` is asked, not `ideally`"), "{alive:?}");
    assert!(alive.contains(&"`from` is 2014-12-31"), "{alive:?}");
    assert!(!alive.contains(&"`from` is 2015-01-02"), "the first example stands on the first day");
}

#[test]
fn a_change_that_makes_no_difference_is_told_from_one_that_nobody_noticed() {
    // Either way, the lead decides: what stands beside it in the `any` makes no difference.
    let needs = "[\"lead where capacity\", { any = [\"lead\", \"lead where rank\"] }]";
    let rulebook = pack(LEAD, &rules(needs));
    let covered = coverage(&rulebook, &[]);
    assert_eq!(covered[0].caught, 0);
    assert!(covered[0].equivalent > 0);
    assert!(covered[0].alive.iter().all(|mutant| mutant.change != "`lead where rank` is dropped"));
}
