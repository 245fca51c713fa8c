//! `explain`: a requirement or an arrangement, by itself and for a force.

use crate::workplace::Workplace;

fn explained(line: &str, name: &str) {
    let place = Workplace::with_samples();
    place.run(line).done().quiet().fits(80).golden(&format!("explain/{name}"));
}

#[test]
fn a_requirement() {
    explained("explain strategy-2014/pursue-lead", "requirement");
}

#[test]
fn a_requirement_by_its_own_name_is_the_same() {
    let place = Workplace::with_samples();
    let full = place.run("explain act-2015/s52-notify").done();
    let own = place.run("explain s52-notify").done();
    assert_eq!(full.out, own.out);
}

#[test]
fn a_requirement_for_a_force() {
    let file = "samples/west-midlands-2017.toml";
    explained(&format!("explain strategy-2014/pursue-lead {file}"), "requirement-partly-met");
    explained(&format!("explain s52-notify {file}"), "requirement-not-evidenced");
    explained(&format!("explain act-2015/s1-investigation {file}"), "requirement-with-ways");
    explained(&format!("explain strategy-2011/coordination-lead {file}"), "requirement-superseded");
    let all = "samples/fictional-all-in-place.toml";
    explained(&format!("explain s52-notify {all}"), "requirement-met");
    let begun = "samples/fictional-just-begun.toml";
    explained(&format!("explain pursue-spoc {begun}"), "requirement-withheld");
}

#[test]
fn a_requirement_that_is_not_in_force_yet() {
    let line = "explain s52-notify samples/west-midlands-2017.toml --as-of 2015-10-31";
    explained(line, "requirement-not-in-force");
}

#[test]
fn a_requirement_that_read_otherwise_shows_the_version_of_the_day() {
    let line = "explain s51-age-presumption samples/west-midlands-2017.toml";
    explained(line, "version-of-2017");
    explained(&format!("{line} --as-of 2023-01-30"), "version-of-2023");
}

#[test]
fn a_requirement_that_does_not_reach_the_force() {
    let place = Workplace::new().file(
        "transport.toml",
        "[force]\nid = \"eastmere-railways\"\nkind = \"national\"\nas_of = 2026-03-31\n",
    );
    let run = place.run("explain s52-notify transport.toml").done().quiet().fits(80);
    run.golden("explain/requirement-not-applicable");
}

#[test]
fn an_arrangement() {
    explained("explain lead", "arrangement");
    explained("explain budget", "arrangement-informative");
}

#[test]
fn an_arrangement_for_a_force() {
    let file = "samples/west-midlands-2017.toml";
    explained(&format!("explain lead {file}"), "arrangement-partial");
    explained(&format!("explain notification {file}"), "arrangement-not-stated");
    explained(&format!("explain budget {file}"), "arrangement-absent");
}

#[test]
fn a_declaration_with_faults_explains_nothing() {
    let place = Workplace::new().declared("northmarch.toml", "[lead]\nstate = \"sort of\"\n");
    place.run("explain lead northmarch.toml").wrong().golden("explain/bad-declaration");
    place.run("explain lead nowhere.toml").wrong().golden("explain/no-declaration");
}

#[test]
fn a_declaration_on_standard_input() {
    let place = Workplace::with_samples();
    let run =
        place.with(&["explain", "lead", "-"]).reading("samples/fictional-just-begun.toml").run();
    run.done().quiet().golden("explain/standard-input");
}

#[test]
fn every_requirement_and_arrangement_can_be_explained() {
    let place = Workplace::with_samples();
    let list = place.run("rules list --format json").done().out;
    let list: serde_json::Value = serde_json::from_str(&list).unwrap();
    let mut names: Vec<String> = list["requirements"]
        .as_array()
        .unwrap()
        .iter()
        .map(|requirement| requirement["requirement"].as_str().unwrap().to_owned())
        .collect();
    let check = place.run("check --format json samples/west-midlands-2017.toml").done().out;
    let check: serde_json::Value = serde_json::from_str(&check).unwrap();
    let arrangements = check["arrangements"].as_array().unwrap();
    names.extend(arrangements.iter().map(|a| a["arrangement"].as_str().unwrap().to_owned()));
    names.dedup();
    assert!(names.len() > 40);
    for name in names {
        place
            .run(&format!("explain {name} samples/west-midlands-2017.toml"))
            .done()
            .quiet()
            .fits(80);
    }
}
