//! Whose paper a document is: what another body's paper says is declared for no force, unless somebody says for which.

use crate::read::json;
use crate::workplace::Workplace;

/// A charity's report: it says what it has itself, thanks one force, and says what that force has.
const REPORT: &str = "\
Hope Harbour Trust

Annual report on modern slavery

We have a modern slavery coordinator and a partnership board against modern slavery. Northmarch Police has
no dedicated modern slavery coordinator.

We trained all of our officers and staff on modern slavery.

We thank Northmarch Police for their help.

© 2019 Hope Harbour Trust
";

fn states(place: &Workplace, command: &str) -> Vec<String> {
    let read = json(&place.run(command));
    let all = read["arrangements"].as_array().unwrap().iter();
    let stated = all.filter(|own| own["state"] != "not stated");
    stated.map(|own| format!("{} {}", own["arrangement"], own["state"]).replace('"', "")).collect()
}

#[test]
fn a_paper_of_another_body_speaks_for_no_force() {
    let place = Workplace::new().file("report.txt", REPORT);
    assert_eq!(states(&place, "read --format json report.txt"), [""; 0]);
    place.run("check report.txt").wrong().golden("whose/another");
}

#[test]
fn read_for_a_force_it_says_of_that_force_what_names_it() {
    let place = Workplace::new().file("report.txt", REPORT);
    let said = states(&place, "read --format json --force northmarch report.txt");
    assert_eq!(said, ["coordinator absent"]);
    // The same paper by the force itself.
    let own = REPORT.replace("Hope Harbour Trust", "Northmarch Police");
    let place = Workplace::new().file("report.txt", own);
    let said = states(&place, "read --format json report.txt");
    assert!(said.contains(&"training in place".to_owned()), "{said:?}");
}

#[test]
fn the_properties_of_a_file_say_whose_it_is() {
    let page = |maker: &str| {
        format!(
            "<!doctype html><head><meta name=author content='{maker}'></head><h1>Our year</h1>\
             <p>We have a modern slavery coordinator.</p><p>Our officers were trained on modern slavery.</p>\
             <p>Northmarch Police has a team for modern slavery.</p><p>The year was long.</p>"
        )
    };
    let other = Workplace::new().file("page.html", page("Hope Harbour Trust"));
    assert_eq!(states(&other, "read --format json page.html"), [""; 0]);
    let own = Workplace::new().file("page.html", page("Northmarch Police"));
    assert!(states(&own, "read --format json page.html").len() > 1);
}

#[test]
fn a_paper_that_only_mentions_a_force_says_so() {
    let paper = "Our year\n\nThe work against modern slavery goes on, and the council has a coordinator.\n\n\
                 The charity has a partnership board against modern slavery.\n\n\
                 The network meets in May. The council pays.\n\nWe thank Northmarch Police for the room.\n";
    let place = Workplace::new().file("year.txt", paper);
    place.run("check year.txt").wrong().golden("whose/mentions");
}

#[test]
fn two_words_that_one_verb_joins_are_one_name_and_two_forces_are_two() {
    let named = |text: &str| {
        let run = Workplace::new().file("a.txt", text).run("read --format json a.txt");
        json(&run)["force_name"].as_str().unwrap_or_default().to_owned()
    };
    let text = "Wolds and Fen Police has no modern slavery coordinator.";
    assert_eq!(named(text), "Wolds and Fen Police");
    let text = "Unseen and Northmarch Police have met. Northmarch Police has no modern slavery coordinator.";
    assert_eq!(named(text), "Northmarch Police");
    let text = "Kent and Essex Police has no modern slavery coordinator.";
    assert_eq!(named(text), "Essex Police");
}
