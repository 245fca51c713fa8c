//! What the layout of a page says: headings, paragraphs, items, columns, cells, furniture.

use msacheck::document::{Block, Document, Kind, open};

use crate::writer::{Writer, bold, lines, rule, text};

fn read(writer: &Writer) -> Document {
    open("paper.pdf", writer.finish()).unwrap()
}

fn body(document: &Document) -> Vec<(&Kind, &str)> {
    let blocks = document.blocks.iter().filter(|block| block.kind != Kind::Furniture);
    blocks.map(|block| (&block.kind, block.text())).collect()
}

fn texts(document: &Document) -> Vec<&str> {
    document.blocks.iter().map(Block::text).collect()
}

#[test]
fn headings_paragraphs_and_items_are_told_apart_and_lines_are_joined() {
    let mut writer = Writer::new();
    let page = [
        bold(72.0, 80.0, 18.0, "Our plan against modern slavery"),
        lines(
            72.0,
            110.0,
            &[
                "The Force takes part in the regional partnership against human traf-",
                "ficking and has one detective superintendent as its part time lead, who",
                "reports to the chief constable.",
                "The lead has a deputy.",
            ],
        ),
        bold(72.0, 180.0, 11.0, "Training"),
        lines(
            72.0,
            200.0,
            &[
                "• All officers of the front line have been trained since March, and the",
                "   course is repeated each year.",
                "• Two detectives are advisers.",
                "1. A first step.",
                "2. A second step that comes after the first one.",
            ],
        ),
    ];
    writer.page(&page.concat());
    let document = read(&writer);
    assert_eq!(
        body(&document),
        [
            (&Kind::Heading(1), "Our plan against modern slavery"),
            (
                &Kind::Paragraph,
                "The Force takes part in the regional partnership against human traf-ficking and has one \
                 detective superintendent as its part time lead, who reports to the chief constable."
            ),
            (&Kind::Paragraph, "The lead has a deputy."),
            (&Kind::Heading(3), "Training"),
            (
                &Kind::Item,
                "All officers of the front line have been trained since March, and the course is repeated each year."
            ),
            (&Kind::Item, "Two detectives are advisers."),
            (&Kind::Item, "A first step."),
            (&Kind::Item, "A second step that comes after the first one."),
        ]
    );
    assert_eq!(document.pages, Some(1));
    let paragraph = &document.blocks[1];
    let spot = paragraph.spot(paragraph.text().find("ficking").unwrap());
    assert_eq!((spot.page, spot.line, spot.column), (Some(1), 3, 1));
    assert_eq!(paragraph.joints().len(), 1);
    let item = document.blocks[4].spot(0);
    assert_eq!((item.line, item.column), (7, 3));
}

#[test]
fn columns_are_read_one_after_the_other_and_captions_stand_apart() {
    let mut writer = Writer::new();
    let page = [
        lines(
            60.0,
            100.0,
            &[
                "The lead of the force is a detective",
                "superintendent who works part time",
                "with two deputies and a",
            ],
        ),
        text(60.0, 300.0, 8.0, "Anti-slavery day in the city"),
        lines(
            320.0,
            100.0,
            &[
                "coordinator. Training has been given",
                "to all officers of the response teams",
                "since the beginning of this year.",
            ],
        ),
    ];
    writer.page(&page.concat());
    assert_eq!(
        texts(&read(&writer)),
        [
            "The lead of the force is a detective superintendent who works part time with two deputies and a \
             coordinator. Training has been given to all officers of the response teams since the beginning of this year.",
            "Anti-slavery day in the city",
        ]
    );
}

/// A table of a title and rows of a label and text, with all its borders.
fn tasks(top: f32) -> String {
    let rows = [20.0, 40.0, 75.0, 95.0];
    let mut page = rule(60.0, top, 500.0, top) + &rule(60.0, top, 60.0, top + 95.0);
    page += &rule(500.0, top, 500.0, top + 95.0);
    page += &rule(150.0, top + 20.0, 150.0, top + 95.0);
    for row in rows {
        page += &rule(60.0, top + row, 500.0, top + row);
    }
    page += &bold(65.0, top + 14.0, 11.0, "1.8 Frontline training");
    page += &text(65.0, top + 34.0, 11.0, "Task");
    page += &text(155.0, top + 34.0, 11.0, "Provide training to all officers of the front line.");
    page += &text(65.0, top + 54.0, 11.0, "Work");
    page += &text(65.0, top + 67.0, 11.0, "outstanding");
    page += &text(
        155.0,
        top + 54.0,
        11.0,
        "A video has been filmed and is currently under editing before it is",
    );
    page += &text(155.0, top + 67.0, 11.0, "shown to the teams.");
    page += &text(65.0, top + 89.0, 11.0, "Status");
    page
}

#[test]
fn the_cells_of_a_ruled_table_know_their_label_and_their_title() {
    let mut writer = Writer::new();
    writer.page(
        &(text(60.0, 100.0, 11.0, "The deliverables of the force are these.") + &tasks(150.0)),
    );
    let document = read(&writer);
    let cells: Vec<_> = document
        .blocks
        .iter()
        .filter_map(|block| match &block.kind {
            Kind::Cell(cell) => Some((
                (cell.row, cell.column, cell.heads),
                cell.under.as_deref(),
                cell.beside.as_deref(),
                block.text(),
            )),
            _ => None,
        })
        .collect();
    let title = Some("1.8 Frontline training");
    assert_eq!(
        cells,
        [
            ((0, 0, true), None, None, "1.8 Frontline training"),
            ((1, 0, true), title, None, "Task"),
            (
                (1, 1, false),
                title,
                Some("Task"),
                "Provide training to all officers of the front line."
            ),
            ((2, 0, true), title, None, "Work outstanding"),
            (
                (2, 1, false),
                title,
                Some("Work outstanding"),
                "A video has been filmed and is currently under editing before it is shown to the teams."
            ),
            ((3, 0, true), title, None, "Status"),
        ]
    );
}

#[test]
fn a_table_that_goes_on_over_a_page_keeps_its_heads() {
    let row = |top: f32, texts: [&str; 3], set: fn(f32, f32, f32, &str) -> String| {
        let mut row = rule(60.0, top + 30.0, 500.0, top + 30.0);
        for (x, cell) in [60.0, 160.0, 350.0].into_iter().zip(texts) {
            row += &(rule(x, top, x, top + 30.0) + &set(x + 5.0, top + 14.0, 10.0, cell));
        }
        row + &rule(500.0, top, 500.0, top + 30.0)
    };
    let mut writer = Writer::new();
    let first = [
        rule(60.0, 700.0, 500.0, 700.0),
        row(700.0, ["Area", "What we do", "Progress"], bold),
        row(730.0, ["Lead", "We name a lead of the force", "The lead was named and the"], text),
    ];
    let second = [
        rule(60.0, 60.0, 500.0, 60.0),
        row(60.0, ["", "", "deputy, too."], text),
        row(90.0, ["Training", "All officers are trained", "Half of them so far"], text),
    ];
    writer.page(&first.concat()).page(&second.concat());
    let document = read(&writer);
    let found = |text: &str| {
        let block = document.blocks.iter().find(|block| block.text().contains(text)).unwrap();
        let Kind::Cell(cell) = &block.kind else { panic!("{text} is a {:?}", block.kind) };
        (cell.under.clone().unwrap_or_default(), cell.beside.clone().unwrap_or_default())
    };
    assert_eq!(
        found("The lead was named and the deputy, too."),
        ("Progress".into(), "Lead".into())
    );
    assert_eq!(found("Half of them"), ("Progress".into(), "Training".into()));
    assert_eq!(found("All officers"), ("What we do".into(), "Training".into()));
}

#[test]
fn furniture_is_never_glued_to_a_sentence_that_runs_on_over_a_page() {
    let mut writer = Writer::new();
    let parts = [
        [
            "The Force takes part in the regional partnership",
            "against human trafficking and has",
            "one detective",
        ],
        [
            "superintendent as its part time lead who reports",
            "to the chief constable each month and to",
            "the board.",
        ],
        [
            "There is no specific budget for this work, since it",
            "cuts across a host of",
            "specialisms.",
        ],
    ];
    for (number, part) in (1..).zip(parts) {
        let page = [
            text(72.0, 40.0, 9.0, "Modern slavery plan – official"),
            lines(72.0, 100.0, &part),
            text(290.0, 810.0, 9.0, &format!("Page {number} of 3")),
        ];
        writer.page(&page.concat());
    }
    let document = read(&writer);
    assert_eq!(
        body(&document).into_iter().map(|(_, text)| text).collect::<Vec<_>>(),
        [
            "The Force takes part in the regional partnership against human trafficking and has one detective \
             superintendent as its part time lead who reports to the chief constable each month and to the board.",
            "There is no specific budget for this work, since it cuts across a host of specialisms.",
        ]
    );
    let furniture = document.blocks.iter().filter(|block| block.kind == Kind::Furniture).count();
    assert_eq!(furniture, 6);
    let paragraph =
        document.blocks.iter().find(|block| block.text().starts_with("The Force")).unwrap();
    let spot = paragraph.spot(paragraph.text().find("superintendent").unwrap());
    assert_eq!((spot.page, spot.line, spot.column), (Some(2), 2, 1));
}

#[test]
fn lines_that_lead_to_page_numbers_are_furniture() {
    let mut writer = Writer::new();
    let page = [
        bold(72.0, 150.0, 16.0, "Contents"),
        lines(
            72.0,
            190.0,
            &[
                "Foreword .......................................... 3",
                "Our plan ........................................... 4",
            ],
        ),
        lines(72.0, 290.0, &["The plan of the force is reviewed each year."]),
    ];
    writer.page(&page.concat());
    let document = read(&writer);
    let body: Vec<&str> = body(&document).into_iter().map(|(_, text)| text).collect();
    assert_eq!(body, ["Contents", "The plan of the force is reviewed each year."]);
}

#[test]
fn text_that_stands_upright_on_its_side_is_read_by_itself() {
    let mut writer = Writer::new();
    let page = lines(100.0, 100.0, &["The force has a lead for modern slavery."])
        + "BT /F1 9 Tf 0 1 -1 0 40 300 Tm (Official sensitive copy) Tj ET\n";
    writer.page(&page);
    assert_eq!(
        texts(&read(&writer)),
        ["The force has a lead for modern slavery.", "Official sensitive copy"]
    );
}
