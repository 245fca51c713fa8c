//! What a lawyer's reading of the packs found wrong, one row a finding by its place, and what is right
//! now: how it comes out for a force, or what the rule says of itself.
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test may fail")]

mod ageing;
mod easy;
mod hard;
mod holds;
mod misleading;
mod missing;
mod polish;
mod wrong;

use std::collections::BTreeSet;

use msacheck::checklists;
use msacheck::rulebook::Rulebook;

use holds::Row;

fn rows() -> impl Iterator<Item = &'static Row> {
    let errors = wrong::ROWS.iter().chain(&misleading::ROWS).chain(&polish::ROWS);
    let asked = missing::ROWS.iter().chain(&easy::ROWS).chain(&hard::ROWS);
    errors.chain(asked).chain(&ageing::ROWS)
}

#[test]
fn every_finding_is_closed() {
    let rulebook = Rulebook::load(&checklists::files()).unwrap();
    let open: Vec<String> = rows()
        .flat_map(|row| {
            let fails = row.holds.iter().flat_map(|holds| holds.fails(&rulebook));
            fails.map(|what| format!("{}: {what}", row.place)).collect::<Vec<_>>()
        })
        .collect();
    assert!(open.is_empty(), "{} things don't hold:\n{}", open.len(), open.join("\n"));
}

#[test]
fn every_finding_is_there_once_and_says_something() {
    let places: BTreeSet<&str> = rows().map(|row| row.place).collect();
    assert_eq!(places.len(), 27 + 9 + 4 + 9 + 8);
    assert_eq!(rows().count(), places.len());
    assert!(rows().all(|row| !row.holds.is_empty()));
}
