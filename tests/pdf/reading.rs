//! What a paper declares is the same, printed as a PDF or as plain text.

use msacheck::document::open;

use crate::declared::declared;
use crate::writer::{Writer, bold, lines};

/// The lines of a fictional force's answer, in paragraphs.
const PARAGRAPHS: [&[&str]; 5] = [
    &[
        "There is no specific budget for work against human trafficking. It is met from the budgets of",
        "departments.",
    ],
    &["1 x Detective Superintendent as part time Force Lead for modern slavery."],
    &[
        "The Force has no dedicated investigative resource for slavery at this time. The force's slavery",
        "analyst works full time.",
    ],
    &["A training course on human traf-", "ficking is being developed."],
    &["The Force chairs the Northmarch Anti-Slavery Partnership."],
];

#[test]
fn a_pdf_declares_what_its_text_does() {
    let mut page = bold(72.0, 80.0, 16.0, "Northmarch Police: modern slavery");
    let mut text = "Northmarch Police: modern slavery\n\n".to_owned();
    let mut y = 120.0;
    for paragraph in PARAGRAPHS {
        page.push_str(&lines(72.0, y, paragraph));
        text.push_str(&paragraph.join("\n"));
        text.push_str("\n\n");
        y += 60.0;
    }
    let mut writer = Writer::new();
    writer.page(&page);
    let pdf = declared(&open("paper.pdf", writer.finish()).unwrap());
    assert_eq!(pdf, declared(&open("paper.txt", text.as_bytes()).unwrap()));
    assert_eq!(pdf.len(), 6, "{pdf:?}");
}
