//! A program that was built without what can be left out, as the README's first command builds it: what it does, it
//! does as the whole program does, and it says what it doesn't do.
//!
//! ```sh
//! cargo test --no-default-features --test left_out
//! ```
#![cfg(not(any(feature = "editor", feature = "pages", feature = "pdf", feature = "workbooks")))]
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

#[path = "../cli/workplace.rs"]
#[allow(dead_code, reason = "shared with the tests of the command line, which use all of it")]
mod workplace;

use std::fs;
use std::io::Cursor;

use workplace::{Workplace, repository};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

#[test]
fn the_sample_is_reported_as_by_the_whole_program() {
    let place = Workplace::with_samples();
    place
        .run("check --full samples/west-midlands-2017.toml")
        .done()
        .quiet()
        .golden("check/west-midlands-80");
}

#[test]
fn a_command_that_is_left_out_says_so_whatever_it_is_told() {
    let place = Workplace::new();
    place.run("serve assessments --port 8080 --no-open").wrong().golden_in("left_out", "serve");
    place.run("lsp --stdio").wrong().golden_in("left_out", "lsp");
}

#[test]
fn a_pdf_is_refused_wherever_it_comes_from() {
    let pdf = fs::read(repository().join("fuzz/seeds/pdf/page.pdf")).unwrap();
    let place = Workplace::new().file("papers/answer.pdf", pdf);
    place.run("read papers/answer.pdf").wrong().golden_in("left_out", "pdf");
    place.run("lint papers/answer.pdf").wrong();
    let among = place.declared("papers/northmarch.toml", "[lead]\nstate = \"in place\"\n");
    let run = among.run("check --full papers").incomplete();
    assert!(run.err.contains("usage::left-out"), "{run}");
}

#[test]
fn a_workbook_is_neither_read_nor_written() {
    let place = Workplace::new().declared("northmarch.toml", "[lead]\nstate = \"in place\"\n");
    place
        .run("check northmarch.toml --format xlsx --output report.xlsx")
        .wrong()
        .golden_in("left_out", "written");
    place.run("compare northmarch.toml --format xlsx --output report.xlsx").wrong();
    place.run("init --force northmarch --format xlsx form.xlsx").wrong();
    assert_eq!(place.names(), ["northmarch.toml"]);
    let mut book = ZipWriter::new(Cursor::new(Vec::new()));
    book.start_file("xl/workbook.xml", SimpleFileOptions::default()).unwrap();
    let place = place.file("form.xlsx", book.finish().unwrap().into_inner());
    place.run("check --full form.xlsx").wrong().golden_in("left_out", "read");
}
