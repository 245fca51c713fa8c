//! `rules`: lists of them and one in full; and packs of the user's own, which need no line of Rust.

use crate::workplace::{NORTHMARCH, Workplace, repository};

fn shown(line: &str, name: &str) {
    Workplace::new().run(line).done().quiet().fits(80).golden(&format!("rules/{name}"));
}

#[test]
fn all_of_them() {
    shown("rules list", "list");
    let place = Workplace::new();
    for columns in [80, 81, 100, 109, 110, 111, 140, 200] {
        place.with(&["rules", "list"]).columns(columns).run().done().quiet().fits(columns);
    }
    place.with(&["rules", "list"]).columns(200).run().golden("rules/list-200");
}

#[test]
fn some_of_them() {
    shown("rules list --strength duty", "list-duties");
    shown("rules list --instrument act-2015 --arrangement notification", "list-filters");
    shown("rules list --as-of 2015-10-31 --instrument act-2015", "list-before-the-duty");
    shown("rules list s\\.\\s?52", "list-pattern");
    shown("rules list zeppelin", "list-nothing");
}

#[test]
fn a_list_for_programs() {
    let run = Workplace::new().run("rules list --format json").done().quiet();
    let list: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(list["schema"], "msacheck/rules/1");
    let requirements = list["requirements"].as_array().unwrap();
    let keys: Vec<&String> = requirements[0].as_object().unwrap().keys().collect();
    let mut expected = [
        "requirement",
        "instrument",
        "title",
        "provision",
        "citation",
        "strength",
        "derivation",
        "evidence",
        "warrant",
        "applies_to",
        "bearer",
        "from",
        "until",
        "needs",
        "remedy",
        "note",
    ];
    expected.sort_unstable();
    let mut keys = keys;
    keys.sort_unstable();
    assert_eq!(keys, expected);
}

#[test]
fn one_in_full() {
    shown("rules show act-2015/s52-notify", "show-requirement");
    shown("rules show s51-age-presumption", "show-versions");
    shown("rules show lead", "show-arrangement");
    shown("rules show act-2015", "show-instrument");
    shown("rules show strategy-2011", "show-superseded");
}

/// A small pack, and a declaration that uses it.
fn with_pack() -> Workplace {
    Workplace::new().copied("pack", &repository().join("tests/cli/pack"))
}

#[test]
fn a_pack_stands_beside_the_built_in_ones() {
    let place = with_pack();
    let run = place.run("rules list --rules pack --instrument northmarch-plan").done().quiet();
    run.fits(80).golden("rules/pack-list");
    let run = place.run("rules show night-shelter --rules pack").done().quiet();
    run.fits(80).golden("rules/pack-arrangement");
    let built_in = place.run("rules list act-2015/s52-notify").done().out;
    let beside = place.run("rules list act-2015/s52-notify --rules pack").done().out;
    assert_eq!(built_in, beside);
}

#[test]
fn a_new_file_needs_no_line_of_rust() {
    let place = with_pack()
        .file(
            "pack/arrangements/river-patrol.toml",
            "id = \"river-patrol\"\n\
             title = \"River patrol\"\n\
             question = \"Are boats on the Mere looked at for forced labour?\"\n\
             [fields.boats]\n\
             type = \"number\"\n\
             question = \"How many boats take part?\"\n",
        )
        .file(
            "pack/northmarch-plan/rivers.toml",
            "[[requirement]]\n\
             id = \"river-patrol\"\n\
             title = \"Boats are looked at\"\n\
             provision = \"p1\"\n\
             citation = \"Northmarch Plan (fictional), para. 1\"\n\
             strength = \"commitment\"\n\
             bearer = [\"forces\"]\n\
             derivation = \"express\"\n\
             warrant = \"seen\"\n\
             from = 2025-06-01\n\
             needs = [\"river-patrol where boats is at least 2\"]\n\
             remedy = \"Send boats.\"\n",
        )
        .file(
            "northmarch.toml",
            format!("{NORTHMARCH}[river-patrol]\nstate = \"planned\"\nboats = 2\n"),
        );
    let run = place.run("rules list --rules pack boats.are.looked.at").done().quiet();
    run.fits(80).golden("rules/new-file-listed");
    let line = "check --rules pack --instrument northmarch-plan northmarch.toml";
    place.run(line).done().quiet().fits(80).golden("rules/new-file-checked");
    place.run(&format!("{line} --fail-on withheld")).failed();
    place.run(&format!("{line} --fail-on not-evidenced")).failed();
    // Without its pack, the arrangement isn't known.
    place.run("check northmarch.toml").wrong();
}

#[test]
fn the_declaration_of_a_pack_can_be_explained() {
    let place = with_pack()
        .declared("northmarch.toml", "[night-shelter]\nstate = \"in place\"\nbeds = 2\n");
    let run = place.run("explain shelter-open northmarch.toml --rules pack").done().quiet();
    run.fits(80).golden("rules/pack-explained");
}
