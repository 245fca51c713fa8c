//! Word files made for one question each.

use super::*;
use crate::document::archive::tests::packed;
use crate::document::block::{Kind, Spot};

const STYLES: &str = "<w:styles>\
    <w:style w:styleId='berschrift1'><w:name w:val='heading 1'/></w:style>\
    <w:style w:styleId='Mine'><w:name w:val='Mine'/><w:basedOn w:val='berschrift1'/></w:style>\
    <w:style w:styleId='Loop'><w:name w:val='Loop'/><w:basedOn w:val='Loop'/></w:style>\
    <w:style w:styleId='L'><w:name w:val='Dashes'/><w:pPr><w:numPr><w:numId w:val='2'/></w:numPr></w:pPr></w:style>\
    <w:style w:styleId='TOC1'><w:name w:val='toc 1'/></w:style></w:styles>";

/// A Word file whose body is this.
fn word(body: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let document = format!("<w:document><w:body>{body}</w:body></w:document>");
    let mut rels = "<Relationships><Relationship Type='x/styles' Target='styles.xml'/>".to_owned();
    for (part, _) in more {
        let kind = part.trim_end_matches(".xml").trim_end_matches(char::is_numeric);
        rels += &format!("<Relationship Type='x/{kind}' Target='{part}'/>");
    }
    rels += "</Relationships>";
    let more: Vec<(String, &str)> =
        more.iter().map(|(part, text)| (format!("word/{part}"), *text)).collect();
    let mut parts = vec![
        ("word/document.xml", document.as_str()),
        ("word/_rels/document.xml.rels", &rels),
        ("word/styles.xml", STYLES),
    ];
    parts.extend(more.iter().map(|(part, text)| (part.as_str(), *text)));
    packed(&parts)
}

fn blocks(body: &str) -> Vec<Block> {
    read("t.docx", &word(body, &[])).unwrap().blocks
}

fn told(blocks: &[Block]) -> Vec<String> {
    let kind = |kind: &Kind| match kind {
        Kind::Cell(_) => "Cell".to_owned(),
        other => format!("{other:?}"),
    };
    blocks
        .iter()
        .map(|block| format!("{} {}: {}", block.spot(0).line, kind(&block.kind), block.text()))
        .collect()
}

fn p(style: &str, text: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val='{style}'/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
}

#[test]
fn styles_tell_headings_items_and_quotations() {
    let body = [
        p("berschrift1", "One"),
        p("Mine", "Two"),
        p("Loop", "Three"),
        p("L", "Four"),
        p("ListBullet2", "Five"),
        p("Title", "Six"),
        p("Quote", "Seven"),
        p("TOC1", "Eight"),
    ]
    .concat();
    assert_eq!(
        told(&blocks(&body)),
        [
            "1 Heading(1): One",
            "2 Heading(1): Two",
            "3 Paragraph: Three",
            "4 Item: Four",
            "5 Item: Five",
            "6 Heading(1): Six",
            "7 Quotation: Seven",
            "8 Furniture: Eight",
        ]
    );
}

#[test]
fn a_box_in_place_of_a_bullet_is_one_of_the_text() {
    let numbering = "<w:numbering><w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/>\
        <w:lvlText w:val='☒'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num></w:numbering>";
    let body = "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr>\
        <w:r><w:t>Partly</w:t></w:r></w:p>";
    let file = word(body, &[("numbering.xml", numbering)]);
    assert_eq!(told(&read("t.docx", &file).unwrap().blocks), ["1 Item: ☒ Partly"]);
}

#[test]
fn properties_of_a_paragraph_win_over_its_style() {
    let body = "<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>One</w:t></w:r></w:p>\
        <w:p><w:pPr><w:pStyle w:val='L'/><w:numPr><w:numId w:val='0'/></w:numPr></w:pPr><w:r><w:t>Two</w:t></w:r></w:p>\
        <w:p><w:pPr><w:outlineLvl w:val='1'/></w:pPr><w:r><w:t>Three</w:t></w:r></w:p>\
        <w:p><w:pPr><w:pPrChange><w:pPr><w:pStyle w:val='Title'/></w:pPr></w:pPrChange></w:pPr><w:r><w:t>Four</w:t></w:r></w:p>\
        <w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Five</w:t></w:r></w:p>\
        <w:p><w:r><w:rPr><w:b w:val='0'/></w:rPr><w:t>Six</w:t></w:r></w:p>";
    assert_eq!(
        told(&blocks(body)),
        [
            "1 Item: One",
            "2 Paragraph: Two",
            "3 Heading(2): Three",
            "4 Paragraph: Four",
            "5 Heading(3): Five",
            "6 Paragraph: Six",
        ]
    );
}

#[test]
fn runs_are_one_text_and_every_character_has_its_place() {
    let body = "<w:p/><w:p><w:r><w:t xml:space='preserve'>The </w:t></w:r><w:r><w:t>Fo</w:t></w:r>\
        <w:r><w:t>rce</w:t><w:tab/><w:t>has&#160;a</w:t><w:br/><w:t>non</w:t><w:noBreakHyphen/><w:t>part</w:t>\
        <w:softHyphen/><w:t>-time lead &amp; more</w:t></w:r></w:p>";
    let blocks = blocks(body);
    let text = blocks[0].text();
    assert_eq!(text, "The Force has a non-part-time lead & more");
    let at = |words: &str| blocks[0].spot(text.find(words).unwrap());
    let spot = |column| Spot { page: None, line: 2, column };
    assert_eq!(
        (at("The"), at("has"), at("non"), at("lead"), at("& more")),
        (spot(1), spot(11), spot(17), spot(31), spot(36))
    );
}

#[test]
fn changes_are_read_as_accepted() {
    let body = "<w:p><w:r><w:t>It has </w:t></w:r><w:del><w:r><w:delText>no</w:delText><w:t>no</w:t></w:r></w:del>\
        <w:ins><w:r><w:t>a lead</w:t></w:r></w:ins></w:p>\
        <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>One sentence </w:t></w:r></w:p>\
        <w:p><w:r><w:t>over two.</w:t></w:r></w:p>\
        <w:moveFrom><w:r><w:t>Gone</w:t></w:r></w:moveFrom>\
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Kept.</w:t></w:r></w:p></w:tc></w:tr>\
        <w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>Gone</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    let blocks = blocks(body);
    let texts: Vec<&str> = blocks.iter().map(Block::text).collect();
    assert_eq!(texts, ["It has a lead", "One sentence over two.", "Kept."]);
    assert_eq!(blocks[1].spot(blocks[1].text().find("over").unwrap()).line, 3);
}

#[test]
fn fields_show_what_they_come_to() {
    let body = "<w:p><w:r><w:t>See </w:t><w:fldChar w:fldCharType='begin'/><w:instrText>REF x</w:instrText><w:t>no</w:t>\
        <w:fldChar w:fldCharType='separate'/><w:t>page 3</w:t><w:fldChar w:fldCharType='end'/><w:t>.</w:t></w:r></w:p>\
        <w:p><w:r><w:fldChar w:fldCharType='begin'/><w:t>cut short</w:t></w:r></w:p><w:p><w:r><w:t>Next.</w:t></w:r></w:p>";
    assert_eq!(told(&blocks(body)), ["1 Paragraph: See page 3.", "3 Paragraph: Next."]);
}

#[test]
fn a_text_box_is_read_once_and_after_its_paragraph() {
    let inside = "<w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent>";
    let body = format!(
        "<w:p><w:r><mc:AlternateContent><mc:Choice>{inside}</mc:Choice><mc:Fallback>{inside}</mc:Fallback>\
         </mc:AlternateContent><w:t>Around it.</w:t></w:r></w:p><w:p><w:r><w:t>After.</w:t></w:r></w:p>"
    );
    assert_eq!(
        told(&blocks(&body)),
        ["1 Paragraph: Around it.", "2 Paragraph: In a box.", "3 Paragraph: After."]
    );
}

#[test]
fn what_isnt_shown_is_left_out() {
    let body = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>No</w:t></w:r><w:r><w:t>Yes</w:t></w:r>\
        <w:r><w:rPr><w:strike/></w:rPr><w:t>No</w:t></w:r>\
        <w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Click here</w:t></w:r></w:sdtContent></w:sdt>\
        <w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>, filled in</w:t></w:r></w:sdtContent></w:sdt></w:p>";
    assert_eq!(told(&blocks(body)), ["1 Paragraph: Yes, filled in"]);
}

#[test]
fn cells_know_what_heads_them() {
    let cell = |pr: &str, text: &str| {
        format!("<w:tc><w:tcPr>{pr}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>")
    };
    let body = format!(
        "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>{}{}</w:tr><w:tr>{}{}{}</w:tr><w:tr>{}{}{}</w:tr></w:tbl>",
        cell("", "Area"),
        cell("<w:gridSpan w:val='2'/>", "Progress"),
        cell("<w:vMerge w:val='restart'/>", "Training"),
        cell("", "It was given."),
        cell("", "Nested<w:tbl/>"),
        cell("<w:vMerge/>", ""),
        cell("", "It goes on."),
        cell("", "2017"),
    );
    let blocks = blocks(&body);
    let heads = |text: &str| {
        let block = blocks.iter().find(|block| block.text() == text).unwrap();
        let Kind::Cell(cell) = &block.kind else { panic!("{block:?}") };
        (cell.row, cell.column, cell.under.clone(), cell.beside.clone())
    };
    let progress = Some("Progress".to_owned());
    let training = Some("Training".to_owned());
    assert_eq!(heads("It was given."), (1, 1, progress.clone(), training.clone()));
    assert_eq!(heads("It goes on."), (2, 1, progress.clone(), training.clone()));
    assert_eq!(heads("2017"), (2, 2, progress, training));
}

#[test]
fn the_style_of_a_table_marks_its_headings() {
    let styles = "<w:styles><w:style w:type='table' w:styleId='G'><w:tblStylePr w:type='firstRow'><w:rPr><w:b/></w:rPr></w:tblStylePr>\
        <w:tblStylePr w:type='lastRow'><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style></w:styles>";
    let cell = |text: &str| format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
    for (look, heads) in
        [("w:val='04A0'", true), ("w:val='0480'", false), ("w:firstRow='0'", false)]
    {
        let document = format!(
            "<w:document><w:body><w:tbl><w:tblPr><w:tblStyle w:val='G'/><w:tblLook {look}/></w:tblPr>\
             <w:tr>{}{}</w:tr><w:tr>{}{}</w:tr></w:tbl></w:body></w:document>",
            cell("Name"),
            cell("Post"),
            cell("Jo Smith"),
            cell("Force lead")
        );
        let rels = "<R><Relationship Type='x/styles' Target='styles.xml'/></R>";
        let bytes = packed(&[
            ("word/document.xml", &document),
            ("word/_rels/document.xml.rels", rels),
            ("word/styles.xml", styles),
        ]);
        let blocks = read("t.docx", &bytes).unwrap().blocks;
        let Kind::Cell(cell) = &blocks[3].kind else { panic!("{blocks:?}") };
        assert_eq!(cell.under.as_deref() == Some("Post"), heads, "{look}");
    }
}

#[test]
fn a_large_first_letter_belongs_to_its_word() {
    let body = "<w:p><w:pPr><w:framePr w:dropCap='drop'/></w:pPr><w:r><w:t>T</w:t></w:r></w:p>\
        <w:p><w:r><w:t>he force has a lead.</w:t></w:r></w:p>";
    assert_eq!(told(&blocks(body)), ["1 Paragraph: The force has a lead."]);
}

#[test]
fn headers_come_first_and_notes_last() {
    let note = "<w:footnotes><w:footnote w:type='separator'><w:p><w:r><w:t>-</w:t></w:r></w:p></w:footnote>\
        <w:footnote w:id='2'><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote></w:footnotes>";
    let header = "<w:hdr><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Police</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:hdr>";
    let footer = "<w:ftr><w:p><w:r><w:t>Page 1</w:t></w:r></w:p></w:ftr>";
    let more = [
        ("footer1.xml", footer),
        ("footnotes.xml", note),
        ("header1.xml", header),
        ("header2.xml", header),
    ];
    let blocks = read("t.docx", &word(&p("", "Text."), &more)).unwrap().blocks;
    assert_eq!(
        told(&blocks),
        [
            "3 Furniture: Police",
            "1 Paragraph: Text.",
            "2 Paragraph: A note.",
            "5 Furniture: Page 1",
        ]
    );
}

#[test]
fn the_package_says_where_the_text_stands() {
    let document = "<x:document xmlns:x='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>\
        <x:body><x:p><x:r><x:t>Here.</x:t></x:r></x:p></x:body></x:document>";
    let bytes = packed(&[
        ("[Content_Types].xml", "<Types>wordprocessingml.document.main+xml</Types>"),
        ("_rels/.rels", "<R><R Type='a/officeDocument' Target='/word/../text/document2.xml'/></R>"),
        ("text/document2.xml", document),
    ]);
    assert!(recognises(&bytes));
    assert_eq!(told(&read("t", &bytes).unwrap().blocks), ["1 Paragraph: Here."]);
}

#[test]
fn a_document_inserted_whole_is_told() {
    let bytes = word(&format!("{}<w:altChunk/>", p("", "Text.")), &[]);
    let faults = read("t.docx", &bytes).unwrap().faults;
    assert_eq!(faults[0].fault_code(), "document::part-unread");
}
