//! Rule packs of the user's own that have faults: each is shown in its file, and nothing is
//! assessed by halves.

use crate::workplace::{Workplace, repository};

fn with_pack() -> Workplace {
    Workplace::new().copied("pack", &repository().join("tests/cli/pack"))
}

/// Lists rules with a pack of which one file is another, and gives what is wrong.
fn wrong(file: &str, body: &str, name: &str) {
    let place = with_pack().file(&format!("pack/{file}"), body);
    place.run("rules list --rules pack").wrong().golden(&format!("packs/{name}"));
}

/// A requirement of the pack, with other lines in place of some of its own.
fn requirement(own: &[(&str, &str)]) -> String {
    let mut lines = vec![
        ("id", "\"another\""),
        ("title", "\"Another\""),
        ("provision", "\"p1\""),
        ("citation", "\"Northmarch Plan (fictional), para. 1\""),
        ("strength", "\"commitment\""),
        ("bearer", "[\"forces\"]"),
        ("derivation", "\"express\""),
        ("warrant", "\"seen\""),
        ("from", "2025-01-01"),
        ("needs", "[\"night-shelter\"]"),
        ("remedy", "\"Agree one.\""),
    ];
    for (key, value) in own {
        match lines.iter_mut().find(|(known, _)| known == key) {
            Some(line) => line.1 = value,
            None => lines.push((key, value)),
        }
    }
    let lines: Vec<String> =
        lines.iter().map(|(key, value)| format!("{key} = {value}\n")).collect();
    format!("[[requirement]]\n{}", lines.concat())
}

#[test]
fn a_pack_that_is_not_there() {
    let place = Workplace::with_samples();
    place.run("rules list --rules pack").wrong().golden("packs/missing");
    place.run("check --full --rules pack samples/west-midlands-2017.toml").wrong();
    place.run("init --force northmarch --rules pack").wrong();
    assert_eq!(place.names(), ["samples"]);
}

#[test]
fn a_file_in_place_of_a_pack() {
    let place = Workplace::new().file("pack", "");
    place.run("rules list --rules pack").wrong().golden("packs/a-file");
}

#[test]
fn a_pack_that_holds_nothing() {
    let place = Workplace::new().file("pack/README.md", "Rules will come.\n");
    place.run("rules list --rules pack").wrong().golden("packs/empty");
}

#[test]
fn several_packs_with_faults_show_all_of_them() {
    let place =
        with_pack().file("pack/northmarch-plan/more.toml", "[[requirement]\n").file("empty/x", "");
    let run = place.run("rules list --rules pack --rules empty --rules gone").wrong();
    run.golden("packs/several");
}

#[test]
fn files_that_have_no_place() {
    let place = with_pack()
        .file("pack/notes.toml", "a = 1\n")
        .file("pack/elsewhere/rules.toml", "")
        .file("pack/northmarch-plan/deeper/rules.toml", "")
        .file("pack/northmarch-plan/README.md", "No rules, no fault.\n");
    place.run("rules list --rules pack").wrong().golden("packs/stray-files");
}

#[test]
fn files_that_are_no_text() {
    let place = with_pack()
        .file("pack/northmarch-plan/latin.toml", b"title = \"\xe9\"\n")
        .file("pack/northmarch-plan/large.toml", "#".repeat(5_000_000));
    place.run("rules list --rules pack").wrong().golden("packs/no-text");
}

#[test]
fn a_folder_and_a_file_that_are_called_otherwise_than_what_they_hold() {
    let instrument = "id = \"northmarch-scheme\"\ntitle = \"Plan\"\nfrom = 2025-01-01\n";
    wrong("northmarch-plan/instrument.toml", instrument, "misnamed-folder");
    let arrangement = "id = \"day-shelter\"\ntitle = \"Shelter\"\nquestion = \"Is there one?\"\n";
    wrong("arrangements/night-shelter.toml", arrangement, "misnamed-file");
}

#[test]
fn an_arrangement_that_is_built_in_already() {
    let arrangement = "id = \"lead\"\ntitle = \"Lead\"\nquestion = \"Who?\"\n";
    wrong("arrangements/lead.toml", arrangement, "duplicate-arrangement");
}

#[test]
fn an_instrument_that_is_built_in_already() {
    let instrument = "id = \"act-2015\"\ntitle = \"Act\"\nfrom = 2025-01-01\n";
    wrong("act-2015/instrument.toml", instrument, "duplicate-instrument");
}

#[test]
fn fields_that_cannot_be() {
    wrong(
        "arrangements/night-shelter.toml",
        "id = \"Night Shelter\"\ntitle = \"\"\nquestion = \"Is there one?\"\n\
         limits = [\"capacity is sometimes\", \"beds\", \"capacity is\"]\n\n\
         [fields.beds]\ntype = \"numbre\"\nquestion = \"How many?\"\n\n\
         [fields.capacity]\ntype = \"choice\"\nquestion = \"When?\"\n\n\
         [fields.open]\ntype = \"yes/no\"\nof = [\"a\", \"b\"]\nquestion = \"Is it open?\"\n\n\
         [fields.state]\ntype = \"text\"\nquestion = \"How does it stand?\"\n\n\
         [fields.rooms]\ntype = \"number\"\n",
        "fields",
    );
}

#[test]
fn needs_that_ask_for_nothing_or_for_too_much() {
    for (needs, name) in [
        ("[]", "none"),
        ("[{ any = [] }]", "none-of-any"),
        ("[{ at-least = 3, of = [\"night-shelter\", \"lead\"] }]", "count"),
        ("[{ either = [\"night-shelter\", \"lead\"] }]", "shape"),
        ("\"night-shelter\"", "no-list"),
        ("[3]", "no-text"),
        ("[\"\"]", "empty"),
        ("[\"night-shelter where\"]", "half"),
        ("[\"night-shelter when beds\"]", "keyword"),
        ("[\"night-shelter where beds is at least many\"]", "number"),
        ("[\"night-shelter where capacity is always\"]", "value"),
        ("[\"night-shelter where beds within 12 months\"]", "operator"),
        ("[\"lead where rank is at least sheriff\"]", "rank"),
        ("[\"leed\"]", "arrangement"),
        ("[\"lead where rnak\"]", "field"),
    ] {
        let body = requirement(&[("needs", needs)]);
        wrong("northmarch-plan/more.toml", &body, &format!("need-{name}"));
    }
}

#[test]
fn needs_that_stand_too_deep_in_each_other() {
    let deep = format!("{}\"lead\"{}", "[".repeat(30), "]".repeat(30));
    wrong("northmarch-plan/more.toml", &requirement(&[("needs", &deep)]), "need-too-deep");
    let deeper = format!("{}\"lead\"{}", "{ any = [".repeat(100_000), "] }".repeat(100_000));
    wrong("northmarch-plan/more.toml", &requirement(&[("needs", &deeper)]), "need-far-too-deep");
}

#[test]
fn dates_that_cannot_be() {
    let body = requirement(&[("from", "2024-12-31"), ("until", "2024-12-31")]);
    wrong("northmarch-plan/more.toml", &body, "before-its-source");
    let body = requirement(&[("from", "\"2025\"")]);
    wrong("northmarch-plan/more.toml", &body, "partial-date");
    let body = "id = \"northmarch-plan\"\ntitle = \"Plan\"\nfrom = 2025-01-01\nsuperseded_on = 2026-01-01\n";
    wrong("northmarch-plan/instrument.toml", body, "superseded-by-what");
}

#[test]
fn a_promise_of_others_binds_no_force() {
    let body = requirement(&[("bearer", "[\"home-office\"]"), ("strength", "\"duty\"")]);
    wrong("northmarch-plan/more.toml", &body, "not-borne");
    let body = requirement(&[("bearer", "[]")]);
    wrong("northmarch-plan/more.toml", &body, "no-bearer");
}

#[test]
fn a_rule_reaches_some_kind_of_force() {
    let body = requirement(&[("applies_to", "{ kind = [] }")]);
    wrong("northmarch-plan/more.toml", &body, "no-kind");
}

#[test]
fn ranks_that_lead_nowhere() {
    let ranks = "order = [\"constable\", \"sergeant\"]\n[abbreviations]\nsgt = \"serjeant\"\n";
    wrong("ranks.toml", ranks, "ranks");
}

#[test]
fn a_requirement_without_what_it_needs() {
    wrong(
        "northmarch-plan/more.toml",
        "[[requirement]]\nname = \"another\"\nstrength = \"must\"\n",
        "missing-keys",
    );
}

#[test]
fn whom_a_requirement_reaches_in_words_that_nobody_knows() {
    let own = |id: &'static str, applies: &'static str| {
        requirement(&[("id", id), ("applies_to", applies)])
    };
    let rules = [
        own("\"a\"", "{ reach = \"constabel\" }"),
        own("\"b\"", "{ reach = \"constable\", kind = [\"territorial\"] }"),
        own("\"c\"", "{ arises_on = \"a-request\" }"),
    ];
    wrong("northmarch-plan/more.toml", &rules.join("\n"), "unknown-terms");
}
