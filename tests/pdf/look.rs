//! Looking at what is made of a PDF with one's own eyes:
//! `PDF=path cargo test --test pdf look -- --ignored --nocapture`.

use msacheck::document::{Kind, open};

#[test]
#[ignore = "prints what PDF, a path, is read as"]
fn look() {
    let path = std::env::var("PDF").unwrap();
    let bytes = std::fs::read(&path).unwrap();
    let document = match open(&path, &bytes) {
        Ok(document) => document,
        Err(fault) => return println!("{}\n{fault:?}", fault.one_line()),
    };
    for fault in &document.faults {
        println!("! {}: {}", fault.fault_code(), fault.one_line());
    }
    for block in &document.blocks {
        let spot = block.spot(0);
        let kind = match &block.kind {
            Kind::Cell(cell) => format!(
                "C{}.{}.{}{} {:?}/{:?}",
                cell.table,
                cell.row,
                cell.column,
                if cell.heads { "H" } else { "" },
                cell.under.as_deref().unwrap_or(""),
                cell.beside.as_deref().unwrap_or(""),
            ),
            kind => format!("{kind:?}"),
        };
        println!("{}:{} {kind} | {}", spot.page.unwrap_or(0), spot.line, block.text());
    }
}
