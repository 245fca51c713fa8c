//! Kinds of forces: which are written, what the table of forces says of them, and what reaches each.

use std::fmt::Write as _;

use serde_json::Value;

use crate::workplace::{NORTHMARCH, Workplace, repository};

/// A force of each kind, of the territorial ones one of each sort: by its id, and what its file is called.
const FORCES: [(&str, &str, &str); 8] = [
    ("derbyshire", "territorial", "territorial-inland"),
    ("kent", "territorial", "territorial-coastal"),
    ("metropolitan", "territorial", "metropolitan"),
    ("city-of-london", "territorial", "city-of-london"),
    ("british-transport", "transport", "transport"),
    ("ministry-of-defence", "defence", "defence"),
    ("civil-nuclear", "nuclear", "nuclear"),
    ("national-crime-agency", "agency", "agency"),
];

fn declared(id: &str, kind: &str) -> String {
    format!("[force]\nid = \"{id}\"\nkind = \"{kind}\"\nas_of = 2026-06-30\n")
}

/// What reaches a force, and as whom; what doesn't, and why.
fn reached(result: &Value) -> String {
    let mut out = String::new();
    let findings = result["findings"].as_array().unwrap();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let (not, reached): (Vec<&Value>, Vec<&Value>) = findings
        .iter()
        .filter(|finding| finding["outcome"] != "not in force")
        .partition(|finding| finding["outcome"] == "not applicable");
    for note in result["notes"].as_array().unwrap() {
        let _ = writeln!(out, "Note: {}", text(note));
    }
    let _ = writeln!(out, "\nReaches it: {}\n", reached.len());
    for finding in reached {
        let _ = write!(out, "{} ({})", text(&finding["requirement"]), text(&finding["strength"]));
        let named = &finding["reached_as"];
        if named.is_object() {
            let _ = write!(out, ": as {} ({})", text(&named["who"]), text(&named["citation"]));
            if let Some(within) = named["within"].as_str() {
                let _ = write!(out, ", in {within}");
            }
        }
        if let Some(assumed) = finding["assumed"].as_str() {
            let _ = write!(out, "; {assumed}");
        }
        out.push('\n');
    }
    let _ = writeln!(out, "\nDoesn't reach it: {}\n", not.len());
    for finding in not {
        let (id, why) = (text(&finding["requirement"]), text(&finding["why"]));
        let _ = writeln!(out, "{id}: {why}");
    }
    out
}

#[test]
fn each_kind_is_reached_by_what_its_text_names() {
    for (id, kind, name) in FORCES {
        let place = Workplace::new().file("force.toml", declared(id, kind));
        let result = place.result("check --full --pack yardsticks force.toml");
        let golden = repository().join(format!("tests/cli/golden/kinds/{name}.txt"));
        let expected = snapbox::Data::read_from(&golden, None).raw();
        snapbox::assert_data_eq!(snapbox::Data::text(reached(&result)), expected);
    }
}

#[test]
fn the_old_word_is_read_with_a_warning() {
    let place = Workplace::new()
        .file("marches.toml", declared("marches-site", "national"))
        .file("defence.toml", declared("ministry-of-defence", "national"));
    let run =
        place.tabled("check --full --instrument act-2015 --strength power marches.toml").done();
    run.golden_but_its_report("kinds/national").tells(&["(marches-site, national force)"]);
    let run =
        place.tabled("check --full --instrument act-2015 --strength power defence.toml").done();
    run.golden_but_its_report("kinds/national-known")
        .tells(&["(ministry-of-defence, defence force)"]);
    // Until it is said which, what reaches either is asked.
    let asked = |file: &str| {
        let result = place.result(&format!("check --full {file}"));
        result["counts"]["in_force"]["not_evidenced"].as_u64().unwrap()
    };
    assert_eq!(asked("marches.toml"), asked("defence.toml"));
    assert!(asked("marches.toml") > 0);
}

#[test]
fn a_force_of_the_table_is_of_its_kind() {
    let place = Workplace::new()
        .file("kent.toml", declared("kent", "transport"))
        .file("btp.toml", declared("british-transport", "national"));
    place.run("check --full kent.toml btp.toml").wrong().golden("kinds/other-kind");
    place.run("init --force kent --kind transport").wrong().golden("kinds/init-other-kind");
    place.run("init --force Marches --kind national").wrong();
    // Without being asked for, a form has the kind and the id that the table knows.
    place.run("init --force BTP").done();
    let form = place.read("british-transport.toml");
    assert!(form.contains("kind = \"transport\""), "{form}");
    place.without("msacheck.toml");
    place.run("check --full british-transport.toml").done();
    place.run("init --force Marches --kind defence").done();
    assert!(place.read("marches.toml").contains("kind = \"defence\""));
}

#[test]
fn what_a_declaration_says_wins_over_the_table() {
    let inland = "(Police Act 1996, Sch. 1, for the counties of the area";
    let port = |own: &str| {
        let text = format!("{}{own}", declared("derbyshire", "territorial"));
        let place = Workplace::new().file("force.toml", text);
        place.result("check --full --instrument act-2015 --arrangement maritime force.toml")
    };
    let by_table = port("");
    assert_eq!(by_table["counts"]["not_applicable"], 3);
    let notes = by_table["notes"].to_string();
    assert!(notes.contains("`sea-port` is false") && notes.contains(inland), "{notes}");
    assert!(by_table["findings"][0]["why"].as_str().unwrap().contains(inland));
    let stated = port("sea-port = true\n");
    assert_eq!(stated["counts"]["not_applicable"], 0);
    assert_eq!(stated["counts"]["assumed"], 0);
    assert!(!stated["notes"].to_string().contains("`sea-port`"));
    // Of a force that no table has, nothing is known.
    let place = Workplace::new().file("force.toml", NORTHMARCH);
    let unknown =
        place.result("check --full --instrument act-2015 --arrangement maritime force.toml");
    assert_eq!(unknown["counts"]["assumed"], 3);
}

#[test]
fn what_the_table_knows_has_its_days() {
    let guardians = |day: &str| {
        let text = declared("derbyshire", "territorial").replace("2026-06-30", day);
        let place = Workplace::new().file("force.toml", text);
        place.result("check --full force.toml")["notes"].to_string().contains("`guardian-service`")
    };
    assert!(!guardians("2019-01-30"));
    assert!(guardians("2019-01-31"));
}

#[test]
fn a_form_says_what_the_force_belongs_to_on_its_day() {
    let form = |line: &str, file: &str| {
        let place = Workplace::new();
        place.run(line).done();
        place.read(file)
    };
    let kent = form("init --force kent", "kent.toml");
    for (what, name) in [
        ("region", "South East"),
        ("regional unit", "Eastern Region Special Operations Unit (ERSOU)"),
        ("policing body", "Police and Crime Commissioner for Kent"),
    ] {
        let said = format!("# By the table of forces, its {what} is: {name} (");
        assert!(kent.contains(&said), "{what}: {kent}");
    }
    let body =
        |day: &str| form(&format!("init --force GMP --as-of {day}"), "greater-manchester.toml");
    assert!(
        body("2017-05-07").contains("is: Police and Crime Commissioner for Greater Manchester (")
    );
    assert!(body("2017-05-08").contains("is: Mayor of Greater Manchester ("));
    let london = form("init --force colp", "city-of-london.toml");
    assert!(london.contains("# By the table of forces, it has no regional unit ("), "{london}");
    assert!(!form("init --force northmarch", "northmarch.toml").contains("its region"));
}

#[test]
fn tables_that_cannot_be_are_faults() {
    let place = Workplace::new().copied("pack", &repository().join("tests/cli/pack"));
    let forces = "[[source]]\nid = \"map\"\ntitle = \"A map\"\nat = \"The map room\"\n\n\
                  [[force]]\nid = \"northmarch\"\nname = \"Northmarch Police\"\nkind = \"territorial\"\n\
                  sea-port = { is = true, source = \"mop\" }\n\
                  airport = [{ is = true, source = \"map\", from = 2019-01-01 }, { is = false, source = \"map\", from = 2020-01-01 }]\n\
                  guardian-service = { is = true, from = 2020-01-01, until = 2019-01-01, source = \"map\" }\n\
                  regional-unit = { is = true, source = \"map\" }\n\
                  policing-body = [{ is = \"The board\", source = \"map\" }, { is = false, source = \"map\", from = 2020-01-01 }]\n";
    let place = place.file("pack/forces.toml", forces);
    place.run("rules list --rules pack").wrong().golden("packs/forces");
    let reach = "[[reach]]\nid = \"desk\"\ntitle = \"Desks\"\ncitation = \"Plan, 1\"\n\
                 territorial = { as = \"a desk\", not = \"it has none\", citation = \"Plan, 1\" }\n\
                 transport = { citation = \"Plan, 1\" }\n\
                 agency = { not = \"it has none\", citation = \"Plan, 1\" }\n\
                 defence = { not = \"it has none\", citation = \"Plan, 1\" }\n\n\
                 [[reach]]\nid = \"constable\"\ntitle = \"Others\"\ncitation = \"Plan, 1\"\n\
                 territorial = { as = \"a desk\", citation = \"Plan, 1\" }\n\
                 transport = { not = \"it has none\", citation = \"Plan, 1\" }\n\
                 agency = { not = \"it has none\", citation = \"Plan, 1\" }\n\
                 defence = { not = \"it has none\", citation = \"Plan, 1\" }\n\
                 nuclear = { not = \"it has none\", citation = \"Plan, 1\" }\n";
    let place = place.file("pack/reach.toml", reach);
    place.without("pack/forces.toml");
    place.run("rules list --rules pack").wrong().golden("packs/reach");
}
