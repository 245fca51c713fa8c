//! What a paper declares doesn't hang on the format in which it was sent.

use msacheck::document::open;

use crate::declared::declared;
use crate::paper::{Part, files, plain};

/// An answer of a fictional force, with a heading, items, a question and its echo.
fn answer() -> Vec<Part> {
    let paragraph = |text: &str| Part::Paragraph(text.to_owned());
    let item = |text: &str| Part::Item(text.to_owned());
    vec![
        Part::Heading(1, "Northmarch Police: modern slavery".to_owned()),
        paragraph("1. Does the force have a budget for work against modern slavery?"),
        paragraph("There is no specific budget for work against human trafficking."),
        Part::Heading(2, "Officers".to_owned()),
        item("1 x Detective Superintendent as part time Force Lead."),
        item("1 x dedicated Modern Slavery Co-ordinator (Sergeant)."),
        paragraph(
            "The Force has no dedicated investigative resource for slavery at this time. \
             The force’s slavery analyst works full time.",
        ),
        paragraph(
            "A training course on human trafficking is being developed; it will be given to all \
             officers next year. Every force should have a strategy against slavery.",
        ),
        paragraph(
            "The Force chairs the Northmarch Anti-Slavery Partnership, and the charity “Open \
             Doors” has a safe house of its own.",
        ),
    ]
}

#[test]
fn a_paper_declares_the_same_in_every_format() {
    let parts = answer();
    let text = declared(&open("paper.txt", plain(&parts).as_bytes()).unwrap());
    let states: Vec<(&str, &str)> =
        text.iter().map(|(id, state, _)| (id.as_str(), state.as_str())).collect();
    assert_eq!(
        states,
        [
            ("budget", "absent"),
            ("coordinator", "in place"),
            ("intelligence", "in place"),
            ("investigative-capacity", "absent"),
            ("lead", "partial"),
            ("partnership", "in place"),
            ("training", "planned"),
        ]
    );
    for file in files(&parts) {
        assert_eq!(declared(&file.open()), text, "{}", file.name);
    }
}

#[test]
fn a_list_that_only_points_at_things_counts_none_of_them() {
    let list = |stem: &str| {
        let text =
            format!("# Northmarch Police\n\n{stem}:\n\n1. Road map\n2. NRM Casework Toolkit\n");
        declared(&open("tools.md", text.as_bytes()).unwrap())
    };
    assert_eq!(list("Officers carry tools").len(), 1);
    assert_eq!(list("Below are tools"), []);
}
