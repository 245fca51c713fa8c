//! Every fault that a PDF can have, as a user is told it.

use std::path::Path;

use miette::Diagnostic;
use msacheck::document::open;
use msacheck::source::Fault;
use snapbox::{Data, assert_data_eq};

use crate::writer::{Writer, deflated, lines, text};

fn told(fault: &Fault) -> String {
    let help = fault.help().map(|help| help.to_string()).unwrap_or_default();
    format!("{}\n  {}\n  {help}\n", fault.fault_code(), fault.one_line())
}

fn faults(file: &[u8]) -> String {
    match open("paper.pdf", file) {
        Ok(document) => document.faults.iter().map(told).collect(),
        Err(fault) => told(&fault),
    }
}

#[test]
fn the_faults_of_a_pdf_say_what_was_not_read_and_what_helps() {
    const SENTENCE: &str = "The force has a lead for modern slavery and human trafficking.";
    let good = text(72.0, 100.0, 11.0, SENTENCE);
    let mut all = String::new();
    all += &faults(include_bytes!("files/user-password.pdf"));
    all += &faults(b"no PDF");
    all += &faults(b"%PDF-1.7\nnothing");
    let mut short = Writer::new();
    short.page(&good);
    let file = short.finish();
    all += &faults(&file[..file.len() - 30]);
    short.count = Some(12);
    all += &faults(&short.finish());
    let mut scanned = Writer::new();
    scanned.page(&"0 0 10 10 re f\n".repeat(60));
    all += &faults(&scanned.finish());
    let mut garbled = Writer::new();
    let codes =
        ["Qeb Clozb qxhbp mxoq fk qeb obdflkxi mxoqkbopefm xdxfkpq erjxk qoxccfzhfkd xka exp"; 4];
    garbled.page(&lines(72.0, 100.0, &codes)).page(&good);
    all += &faults(&garbled.finish());
    let mut bomb = Writer::new();
    let data = deflated(std::iter::repeat_n(vec![b' '; 1 << 20], 70));
    let content = bomb.stream("/Filter /FlateDecode", &data);
    bomb.page_of(content, "").page(&good);
    all += &faults(&bomb.finish());
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pdf/golden/faults.txt");
    assert_data_eq!(all, Data::read_from(&golden, None).raw());
}
