//! The same text in different formats gives the same blocks.

use msacheck::document::{self, Kind};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::paper::{Part, files, plain, told};
use crate::runs;

/// Words of papers, with what each format must escape.
const WORDS: &[&str] = &[
    "the",
    "force",
    "has",
    "no",
    "dedicated",
    "team",
    "lead,",
    "Det",
    "Supt",
    "anti-trafficking",
    "part-time",
    "£8.5m",
    "R&D",
    "“one”",
    "force’s",
    "2017,",
    "*",
    "<b>",
    "a_b_c",
    "[sic]",
    "–",
    "its",
    "(all)",
    "£5",
    "and",
    "victims",
    "C#",
    "50%",
    "|",
    "~~",
    "`x`",
];

fn words(most: usize) -> impl Strategy<Value = String> {
    vec(prop::sample::select(WORDS), 2..most).prop_map(|words| words.join(" "))
}

fn sentence() -> impl Strategy<Value = String> {
    words(40).prop_map(|words| format!("All {words} now."))
}

/// A line that reads as a heading even where nothing marks it.
fn heading() -> impl Strategy<Value = String> {
    vec(
        prop::sample::select(&["lead", "team", "R&D", "anti-trafficking", "victims", "(all)"][..]),
        1..6,
    )
    .prop_map(|words| format!("Our {}", words.join(" ")))
}

fn part() -> impl Strategy<Value = Part> {
    prop_oneof![
        (1..4_u8, heading()).prop_map(|(level, words)| Part::Heading(level, words)),
        sentence().prop_map(Part::Paragraph),
        sentence().prop_map(Part::Paragraph),
        sentence().prop_map(Part::Item),
        sentence().prop_map(Part::Quotation),
        (2..4_usize, 1..4_usize).prop_flat_map(|(columns, rows)| {
            let label = words(3).prop_map(|words| format!("Area {words} here"));
            let head = vec(label, columns);
            (head, vec(vec(sentence(), columns), rows))
                .prop_map(|(head, rows)| Part::Table([vec![head], rows].concat()))
        }),
    ]
}

/// Quotations and lists that follow one another would be one in some formats.
fn apart(parts: Vec<Part>) -> Vec<Part> {
    let between = || Part::Paragraph("Between the two.".to_owned());
    parts.into_iter().flat_map(|part| [part, between()]).collect()
}

proptest! {
    #![proptest_config(runs(60))]

    #[test]
    fn every_format_gives_the_same_blocks(parts in vec(part(), 1..8)) {
        let files = files(&apart(parts));
        let first = told(&files[0].open());
        prop_assert!(!first.is_empty());
        for file in &files[1..] {
            prop_assert_eq!(&first, &told(&file.open()), "paper.md and {}", file.name);
        }
    }

    #[test]
    fn plain_text_gives_the_same_where_it_can_say_it(parts in vec(part(), 1..8)) {
        let mut parts = apart(parts);
        parts.retain(|part| !matches!(part, Part::Table(_) | Part::Quotation(_)));
        let text = document::open("paper.txt", plain(&parts).as_bytes()).unwrap();
        let text = told(&text);
        for file in files(&parts) {
            let mut blocks = told(&file.open());
            for (kind, _) in &mut blocks {
                if let Kind::Heading(level) = kind {
                    *level = 1;
                }
            }
            prop_assert_eq!(&text, &blocks, "paper.txt and {}", file.name);
        }
    }
}

#[test]
fn a_paper_of_every_kind_of_block() {
    let text = |text: &str| text.to_owned();
    let parts = [
        Part::Heading(1, text("Modern slavery: our response")),
        Part::Paragraph(text("The Force’s lead is Det Supt Smith; there is no deputy.")),
        Part::Item(text("one co-ordinator")),
        Part::Quotation(text("Forces should have a lead.")),
        Part::Table(vec![
            vec![text("Area"), text("Position")],
            vec![text("Training"), text("All officers were trained in 2017.")],
        ]),
    ];
    let files = files(&parts);
    for file in &files {
        let document = file.open();
        let mut blocks = told(&document).into_iter();
        let mut next = || blocks.next().unwrap();
        assert_eq!(next(), (Kind::Heading(1), text("Modern slavery: our response")));
        let lead = text("The Force’s lead is Det Supt Smith; there is no deputy.");
        assert_eq!(next(), (Kind::Paragraph, lead));
        assert_eq!(next(), (Kind::Item, text("one co-ordinator")));
        assert_eq!(next(), (Kind::Quotation, text("Forces should have a lead.")));
        let heads: Vec<bool> = document.blocks[4..]
            .iter()
            .map(|block| matches!(&block.kind, Kind::Cell(cell) if cell.heads))
            .collect();
        assert_eq!(heads, [true, true, false, false], "{}", file.name);
        let Kind::Cell(cell) = &document.blocks[7].kind else { panic!("{}", file.name) };
        assert_eq!(cell.under.as_deref(), Some("Position"), "{}", file.name);
        assert_eq!(cell.beside.as_deref(), Some("Training"), "{}", file.name);
    }
}
