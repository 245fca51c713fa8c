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
         strength = \"duty\"\nbearer = [\"forces\"]\nderivation = \"implied\"\nwarrant = \"inferred\"\n\
         from = 2015-01-01\nneeds = {needs}\nremedy = \"x\"\n"
    )
}

fn pack(lead: &str, rules: &str) -> Rulebook {
    pack_of(lead, ACT, rules, &[])
}

/// The same under another instrument, with files of what lints go by.
fn pack_of(lead: &str, act: &str, rules: &str, more: &[(&str, &str)]) -> Rulebook {
    let file = |path: &str, text: &str| RuleFile {
        path: path.to_owned(),
        text: Arc::new(Text::new(path, text.to_owned())),
    };
    let mut files = vec![
        file("ranks.toml", RANKS),
        file("arrangements/lead.toml", lead),
        file("act/instrument.toml", act),
        file("act/rules.toml", rules),
    ];
    files.extend(more.iter().map(|(path, text)| file(path, text)));
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
fn a_rule_says_which_words_ask_what_it_tests() {
    let express = rules(SOUND).replace("implied", "express").replace("inferred", "seen");
    let with = |words: &str| {
        let rules = express.replace("needs =", &format!("words = {words}\nneeds ="));
        found(&pack(LEAD, &rules))
    };
    let fault = ["lint::measure act/rules.toml:5"];
    assert_eq!(found(&pack(LEAD, &express)), fault);
    assert_eq!(with("{ rank = \"a senior officer\" }"), fault, "the grade is tested, too");
    let named = "{ rank = \"a senior officer\", capacity = \"for all their time\" }";
    assert_eq!(with(named), Vec::<String>::new());
    assert_eq!(with(&named.replace("{ ", "{ colour = \"red\", ")), fault, "tested by nothing");
    let long = named.replace("senior", &"very ".repeat(14));
    assert_eq!(with(&long), fault, "too long to be carried over");
    // another way to show it needs no words of its own, as long as it is one way among others
    let shown = "{ rank = \"a senior officer\" }\nshown_by = [\"capacity\"]";
    assert_eq!(with(shown), fault, "asked of everybody");
    let either = "[{ any = [\"lead where rank\", \"lead where capacity\"] }]";
    let either = rules(either).replace("implied", "express");
    let either = either.replace("needs =", &format!("words = {shown}\nneeds ="));
    assert_eq!(found(&pack(LEAD, &either)), Vec::<String>::new());
    // where an arrangement is asked for without a condition, its own name stands for it
    let bare = rules("[\"lead\"]").replace("implied", "express");
    let informative = format!("{LEAD}informative = true\n");
    let bare = |words: &str| {
        let rules = bare.replace("needs =", &format!("words = {words}\nneeds ="));
        found(&pack(&informative, &rules))
    };
    assert_eq!(bare("{ lead = \"an officer shall lead\" }"), Vec::<String>::new());
    assert_eq!(bare("{ rank = \"an officer shall lead\" }"), [fault[0], fault[0]]);
}

#[test]
fn what_is_implied_is_asked_by_no_words_and_never_seen() {
    let fault = ["lint::measure act/rules.toml:5"];
    let seen = rules(SOUND).replace("inferred", "seen");
    assert_eq!(found(&pack(LEAD, &seen)), fault);
    let worded = rules(SOUND).replace("needs =", "words = { rank = \"x\" }\nneeds =");
    assert_eq!(found(&pack(LEAD, &worded)), fault);
}

const TITLES: &str = "conduct = [\"is led\"]\nprocedure = [\"procedure\", \"laid down\"]\n";

#[test]
fn a_title_claims_what_is_done_only_where_that_is_tested() {
    let lead = LEAD.replace("How much?", "Does the procedure say how much?");
    let titled = |title: &str, needs: &str, more: &str| {
        let rules = rules(needs)
            .replace("title = \"x\"\nprovision", &format!("title = \"{title}\"\n{more}provision"));
        let lead = format!("{lead}informative = true\n");
        found(&pack_of(&lead, ACT, &rules, &[("titles.toml", TITLES)]))
    };
    let procedure = "[\"lead where capacity\"]";
    let fault = ["lint::conduct act/rules.toml:5"];
    assert_eq!(titled("The work is led", procedure, ""), fault);
    assert_eq!(titled("A procedure says how the work is led", procedure, ""), Vec::<String>::new());
    assert_eq!(titled("The work is ledger-driven", procedure, ""), Vec::<String>::new());
    assert_eq!(titled("The work is led", "[\"lead\"]", ""), Vec::<String>::new());
    let reason = "conduct = \"nothing else could be seen\"\n";
    assert_eq!(titled("The work is led", procedure, reason), Vec::<String>::new());
    assert_eq!(titled("A procedure", procedure, reason), fault, "an allowance for nothing");
}

const EDITIONS: &str = "[[edition]]\nof = \"some guidance\"\nname = \"version 1 (March 2015)\"\n\
                        from = 2015-03-24\nread = \"whole\"\n";

#[test]
fn a_paragraph_is_cited_of_an_edition() {
    let citing = |citation: &str| {
        let rules = format!("{}{}", provision("s1"), requirement("one", SOUND, citation));
        found(&pack_of(LEAD, ACT, &rules, &[("editions.toml", EDITIONS)]))
    };
    let fault = ["lint::edition act/rules.toml:9"];
    assert_eq!(citing("Some guidance, para. 4"), fault);
    assert_eq!(citing("Some guidance, version 2, paras 4 and 5"), fault);
    for sound in [
        "Some guidance, version 1 (March 2015), para. 4",
        "Some guidance as a whole",
        "Another text, para. 4; some guidance",
    ] {
        assert_eq!(citing(sound), Vec::<String>::new(), "{sound}");
    }
}

#[test]
fn a_yardstick_is_no_older_than_its_source() {
    let yardstick = ACT.replace("law = true", "optional = true");
    let citing = |act: &str, citation: &str| {
        let rules = format!("{}{}", provision("s1"), requirement("one", SOUND, citation));
        found(&pack_of(LEAD, act, &rules, &[("editions.toml", EDITIONS)]))
    };
    let fault = ["lint::older act/rules.toml:9"];
    assert_eq!(citing(&yardstick, "A report (3 January 2015)"), fault);
    assert_eq!(citing(&yardstick, "A report (January 2015), p. 3"), fault);
    assert_eq!(citing(&yardstick, "Some guidance, version 1 (March 2015)"), fault);
    for sound in ["A report (1 January 2015)", "A report (2014)", "A plan, as read in May 2016"] {
        assert_eq!(citing(&yardstick, sound), Vec::<String>::new(), "{sound}");
    }
    assert_eq!(
        citing(ACT, "A report (3 January 2015)"),
        Vec::<String>::new(),
        "law is dated itself"
    );
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
