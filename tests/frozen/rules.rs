//! The rules themselves: lists of them, one in full, as JSON, as a catalogue, as a book, and the form
//! that a force fills in.

use msacheck::declaration::{Force, Form, template};
use msacheck::report::{
    TerminalPage, book, list_requirements, oscal_catalog, rules_json, show_arrangement,
    show_instrument, show_requirement,
};
use msacheck::rulebook::{Requirement, Rulebook};

use crate::check::{all_rules, day, rulebook};
use crate::golden::{fits, golden};

fn page(width: usize, write: impl FnOnce(&mut TerminalPage, &Rulebook)) -> String {
    let mut page = TerminalPage::new(width, false);
    write(&mut page, &rulebook());
    page.finish()
}

#[test]
fn all_of_them() {
    for width in [80, 200] {
        let list = page(width, |page, rulebook| {
            list_requirements(page, &rulebook.requirements().iter().collect::<Vec<_>>());
        });
        fits(width, &list, &format!("list-{width}.txt"));
    }
    golden(&page(80, |page, _| list_requirements(page, &[])), "list-nothing.txt");
}

#[test]
fn a_list_for_programs() {
    let rulebook = rulebook();
    let all: Vec<&Requirement> = rulebook.requirements().iter().collect();
    golden(&rules_json(&all).unwrap(), "list.json");
}

#[test]
fn one_in_full() {
    let shown = |id: &str| {
        page(80, |page, rulebook| show_requirement(page, rulebook, rulebook.versions(id), None))
    };
    fits(80, &shown("wardens-act/s1-notice"), "show-requirement.txt");
    fits(80, &shown("wardens-act/s4-age"), "show-versions.txt");
    fits(80, &shown("county-plan/capacity"), "show-any.txt");
    let shown = page(80, |page, rulebook| {
        show_arrangement(page, rulebook, rulebook.vocabulary().arrangement("officer").unwrap());
    });
    fits(80, &shown, "show-arrangement.txt");
    for id in ["wardens-act", "harbour-plan"] {
        let shown = page(80, |page, rulebook| {
            show_instrument(page, rulebook, rulebook.instrument(id).unwrap());
        });
        fits(80, &shown, &format!("show-{id}.txt"));
    }
}

#[test]
fn the_catalogue_of_oscal() {
    let catalogue = oscal_catalog(&rulebook()).unwrap();
    let version = concat!("\"", env!("CARGO_PKG_VERSION"), "\"");
    golden(&catalogue.replace(version, "\"[version]\""), "catalog.oscal.json");
}

#[test]
fn the_book() {
    let pages: Vec<String> = book(&all_rules())
        .iter()
        .map(|page| format!("<!-- {} -->\n\n{}", page.file, page.text))
        .collect();
    golden(&pages.join("\n"), "book.md");
}

#[test]
fn the_form_that_a_force_fills_in() {
    let force = Force::named("Northmarch Police", day("2026-11-24")).unwrap();
    let rulebook = rulebook();
    golden(&template(&force, rulebook.vocabulary(), &Form::whole()), "form.toml");
    let first = Form::first_pass(&rulebook, day("2026-11-24"));
    golden(&template(&force, rulebook.vocabulary(), &first), "form-first.toml");
}
