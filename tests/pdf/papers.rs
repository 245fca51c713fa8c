//! Real papers, where they lie beside the repository. They aren't part of it.

use std::path::Path;

use msacheck::document::{Document, Kind, open};
use msacheck::source::Fault;

/// A paper; none, with a note, where the papers aren't there.
fn paper(name: &str) -> Option<Document> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/papers/documents").join(name);
    match std::fs::read(&path) {
        Ok(bytes) => Some(open(name, &bytes).unwrap()),
        Err(_) => {
            println!("skipped: {} isn't there", path.display());
            None
        }
    }
}

#[test]
fn a_plan_from_a_page_layout_program() {
    let Some(document) = paper("west-midlands-liberate-2018.pdf") else { return };
    let told: Vec<&str> = document.faults.iter().map(Fault::fault_code).collect();
    assert_eq!(told, ["document::picture-unread"], "its photographs, and nothing else");
    assert_eq!(document.pages, Some(35));
    let words: usize =
        document.blocks.iter().map(|block| block.text().split_whitespace().count()).sum();
    assert!(words > 6700, "{words}");
    let block =
        |text: &str| document.blocks.iter().find(|block| block.text().contains(text)).unwrap();
    // Page 10: a column beside a picture, its caption, and the text below.
    let day = block("on anti-slavery day (18 October 2017)");
    assert!(
        day.text().starts_with("A partnership training day")
            && day.text().ends_with("supply chain slavery.")
    );
    assert_eq!(block("Partnership table top exercise").text(), "Partnership table top exercise");
    assert_eq!(block("NHS-led Liberate campaign van").text(), "NHS-led Liberate campaign van");
    // A sentence that runs on over a page.
    assert!(block("encouraging reporting").text().ends_with("and encouraging reporting."));
    // Page 19: cells with their labels.
    let filmed = block("Video box series for frontline briefings has been filmed");
    let Kind::Cell(cell) = &filmed.kind else { panic!("{:?}", filmed.kind) };
    assert_eq!(cell.beside.as_deref(), Some("Work outstanding"));
    assert_eq!(cell.under.as_deref(), Some("1.8 Frontline training"));
    assert_eq!(filmed.spot(0).page, Some(19));
    let cells = document.blocks.iter().filter(|block| {
        matches!(&block.kind, Kind::Cell(cell) if cell.column == 1 && cell.beside.is_some())
    });
    assert!(cells.count() >= 177);
    let headers =
        document.blocks.iter().filter(|block| block.text().contains("Liberate: The Plan"));
    assert!(headers.skip(1).all(|block| block.kind == Kind::Furniture));
}

#[test]
fn guidance_from_a_word_processor() {
    let Some(document) = paper("statutory-guidance-2020.pdf") else { return };
    assert!(document.faults.is_empty());
    let published = document
        .blocks
        .iter()
        .filter(|block| block.text().contains("Published by the Home Office"));
    assert!(published.clone().count() > 150);
    assert!(published.clone().all(|block| block.kind == Kind::Furniture));
}
