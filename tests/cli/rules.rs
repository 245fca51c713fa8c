//! `rules`: lists of them and one in full; and packs of the user's own, which need no line of Rust.

use msacheck::report::{
    TerminalPage, list_requirements, show_arrangement, show_instrument, show_requirement,
};
use msacheck::rulebook::Requirement;
use msacheck::standing::Strength;

use crate::tabled::built_in;
use crate::workplace::{NORTHMARCH, Workplace, repository};

/// What a list has to show, as the library lists it. How lists look is held by `tests/frozen`; one
/// golden file here is of all rules as they are, for whoever changes one.
fn listed(width: usize, asked: impl Fn(&Requirement) -> bool) -> String {
    let rulebook = built_in();
    let chosen: Vec<&Requirement> =
        rulebook.requirements().iter().filter(|one| asked(one)).collect();
    assert!(!chosen.is_empty());
    let mut page = TerminalPage::new(width, false);
    list_requirements(&mut page, &chosen);
    page.finish()
}

#[test]
fn all_of_them() {
    let place = Workplace::new();
    place.run("rules list").done().quiet().fits(80).golden("rules/list");
    for columns in [80, 81, 100, 109, 110, 111, 140, 200] {
        let run =
            place.with(&["rules", "list"]).columns(columns).run().done().quiet().fits(columns);
        assert_eq!(run.out, listed(columns, |_| true));
    }
}

#[test]
fn some_of_them() {
    let place = Workplace::new();
    let shown = |line: &str| place.run(line).done().quiet().fits(80).out;
    let duty = |one: &Requirement| one.strength == Strength::Duty;
    assert_eq!(shown("rules list --strength duty"), listed(80, duty));
    let act = |one: &Requirement| one.instrument.as_str() == "act-2015";
    assert_eq!(
        shown("rules list --instrument act-2015 --arrangement notification"),
        listed(80, |one| act(one) && one.rests_on("notification"))
    );
    let day = "2015-10-31".parse().unwrap();
    assert_eq!(
        shown("rules list --as-of 2015-10-31 --instrument act-2015"),
        listed(80, |one| act(one) && one.in_force_on(day))
    );
    // A pattern may stand in the name, the title, the source or the needs.
    let cited = regex::Regex::new(r"(?i)s\.\s?52").unwrap();
    let found = listed(80, |one| cited.is_match(&one.citation));
    assert!(found.contains("act-2015/s52-notify"), "{found}");
    assert_eq!(shown("rules list s\\.\\s?52"), found);
    place.run("rules list zeppelin").done().quiet().fits(80).golden("rules/list-nothing");
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
    let place = Workplace::new();
    let rulebook = built_in();
    let page = |write: &dyn Fn(&mut TerminalPage)| {
        let mut page = TerminalPage::new(80, false);
        write(&mut page);
        page.finish()
    };
    let shown = |id: &str| place.run(&format!("rules show {id}")).done().quiet().fits(80);
    for id in ["act-2015/s52-notify", "act-2015/s51-age-presumption"] {
        let versions = rulebook.versions(id);
        let run = shown(id.split_once('/').unwrap().1);
        assert_eq!(run.out, shown(id).out, "by its own name and by the whole");
        assert_eq!(run.out, page(&|page| show_requirement(page, &rulebook, versions, None)));
        assert_eq!(run.out.contains("Other version: "), versions.len() > 1, "{run}");
    }
    let lead = rulebook.vocabulary().arrangement("lead").unwrap();
    assert_eq!(shown("lead").out, page(&|page| show_arrangement(page, &rulebook, lead)));
    for id in ["act-2015", "strategy-2011"] {
        let instrument = rulebook.instrument(id).unwrap();
        let run = shown(id);
        assert_eq!(run.out, page(&|page| show_instrument(page, &rulebook, instrument)));
        assert_eq!(run.out.contains("Superseded by strategy-2014"), id == "strategy-2011", "{run}");
    }
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
    let line = "check --full --rules pack --instrument northmarch-plan northmarch.toml";
    place.tabled(line).done().quiet().tells(&[
        "2 requirements are in force: 1 planned, 1 not evidenced.",
        "Boats are looked at planned river patrol is planned (commitment)",
    ]);
    place.run(&format!("{line} --fail-on withheld")).failed();
    place.run(&format!("{line} --fail-on not-evidenced")).failed();
    // Without its pack, the arrangement isn't known.
    place.run("check --full northmarch.toml").wrong();
}

#[test]
fn the_declaration_of_a_pack_can_be_explained() {
    let place = with_pack()
        .declared("northmarch.toml", "[night-shelter]\nstate = \"in place\"\nbeds = 2\n");
    let run = place.run("explain shelter-open northmarch.toml --rules pack").done().quiet();
    run.fits(80).golden("rules/pack-explained");
}

#[test]
fn what_must_be_read_again_is_told_with_where() {
    let place = Workplace::new();
    let run = place.run("rules list --stale --as-of 2026-12-01 --pack yardsticks").done().quiet();
    run.golden("rules/stale").tells(&[
        "2026-04-07",
        "https://www.legislation.gov.uk/ukpga/2015/30",
        "Authorised Professional Practice, modern slavery (first edition) (yardsticks)",
        "texts that change were read as they stood before 2026-12-01.",
    ]);
    let run = place.run("rules list --stale --as-of 2015-11-01 --instrument act-2015").done();
    run.tells(&["0 of 5 texts that change were read as they stood before 2015-11-01."]);
    place.run("rules list --stale --strength duty").wrong();
    // A result says it in one line an instrument.
    let place = place.file("northmarch.toml", NORTHMARCH);
    let told = |options: &str| place.run(&format!("check --full northmarch.toml{options}")).done();
    told(" --as-of 2026-06-01").tells(&["Modern Slavery Act 2015: read as it stood on 2026-04-07, 4 \
        texts beside it read as they stood on 2015-11-01 or later; later changes aren't taken into account"]);
    told(" --as-of 2015-12-01").tells(&["Modern Slavery Act 2015: Duty to Notify Regulations \
        (SI 2015/1743) read as it stood on 2015-11-01; later changes"]);
    assert!(!told(" --as-of 2015-10-01").out.contains("read as it stood"));
}
