//! A paper: as it was read, and as what is checked.

use msacheck::reading::ReadDocument;
use msacheck::report::{
    TerminalPage, Topics, explain_reading, reading_json, reading_legend, reading_line, reading_look,
};

use crate::check::{Check, frozen, reader, rulebook, table};
use crate::explained::arrangement;
use crate::golden::{fits, golden};

fn told(show: impl FnOnce(&ReadDocument, &Topics<'_>) -> String) -> String {
    let (rulebook, reader) = (rulebook(), reader());
    let read = reader.read_bytes("eastmere.txt", frozen("eastmere.txt").as_bytes(), None).unwrap();
    show(&read, &Topics::new(rulebook.vocabulary(), reader.looked_for().clone()))
}

#[test]
fn it_is_looked_over_at_every_width() {
    for width in [44, 80, 160] {
        let look = told(|read, topics| {
            let legend = reading_legend(TerminalPage::new(width, false));
            legend + &reading_look(read, topics, false, TerminalPage::new(width, false))
        });
        fits(width, &look, &format!("read-{width}.txt"));
    }
    let all = told(|read, topics| reading_look(read, topics, true, TerminalPage::new(80, false)));
    fits(80, &all, "read-all.txt");
}

#[test]
fn it_is_explained() {
    let why = told(|read, topics| explain_reading(read, topics, TerminalPage::new(80, false)));
    fits(80, &why, "read-explained.txt");
}

#[test]
fn it_is_told_to_programs() {
    golden(&told(|read, _| reading_json(read, false).unwrap()), "read.json");
    golden(&told(|read, _| reading_json(read, true).unwrap()), "read-explained.json");
    golden(&told(|read, _| reading_line(read, false).unwrap()), "read.ndjson");
}

#[test]
fn it_is_checked() {
    let check = Check::of(&["eastmere.txt"]);
    fits(80, &table(&check, 80), "paper-table.txt");
    fits(80, &arrangement("desk", Some(&check)), "paper-explained.txt");
}
