//! OpenDocument text files (ODT): the parts of the package, in the order in which they are read.

mod body;
mod boxes;
mod changes;
mod drawings;
mod numbering;
mod paragraph;
mod styles;

use std::collections::BTreeSet;

use memchr::memmem;

use self::body::OdtBody;
use self::numbering::OdtNumbering;
use self::styles::OdtStyles;
use super::archive::{Archive, damaged, encrypted, is_zip};
use super::block::Block;
use super::format::{Contents, Format, megabytes};
use super::pictures;
use super::properties::Makers;
use super::xml::{self, Damage};
use crate::source::Fault;

pub(super) static FORMAT: Format = Format {
    name: "OpenDocument text (ODT)",
    word: "odt",
    endings: &["odt", "ott"],
    always_told: Some("an OpenDocument text file"),
    largest: megabytes(64),
    recognises,
    read: |name, bytes| read(name, &bytes),
};

/// What an OpenDocument file says that it is.
const TEXT: &[u8] = b"application/vnd.oasis.opendocument.text";
const MIMETYPE: &str = "mimetype";
const CONTENT: &str = "content.xml";
const STYLES: &str = "styles.xml";
const META: &str = "meta.xml";
const MANIFEST: &str = "META-INF/manifest.xml";

fn recognises(bytes: &[u8]) -> bool {
    if !is_zip(bytes) {
        return false;
    }
    let Ok(mut archive) = Archive::open("", bytes) else { return false };
    archive.part(MIMETYPE).ok().flatten().is_some_and(|kind| kind.starts_with(TEXT))
}

fn read(name: &str, bytes: &[u8]) -> Result<Contents, Fault> {
    let mut archive = Archive::open(name, bytes)?;
    archive.refuse_duplicates()?;
    if let Some(manifest) = archive.part(MANIFEST)?
        && memmem::find(&manifest, b"encryption-data").is_some()
    {
        return Err(encrypted(name));
    }
    let content = archive.needed_part(CONTENT)?;
    let content = decode(name, CONTENT, &content)?;
    let shared = archive.part(STYLES)?.unwrap_or_default();
    let shared = decode(name, STYLES, &shared)?;

    let (mut styles, mut numbering) = (OdtStyles::default(), OdtNumbering::default());
    if !shared.is_empty() {
        read_as(name, STYLES, styles.read(&shared))?;
        read_as(name, STYLES, numbering.read(&shared))?;
    }
    read_as(name, CONTENT, styles.read(&content))?;
    read_as(name, CONTENT, numbering.read(&content))?;
    let mut body = OdtBody::new(styles, numbering);
    read_as(name, CONTENT, body.read(&content))?;
    let text = body.take();
    let remarks = body.changes.take();
    // What stands at the edges of pages is counted behind the text, and shown around it.
    let (mut headers, mut footers) = (Vec::new(), Vec::new());
    if !shared.is_empty() {
        body.reads_edges();
        read_as(name, STYLES, body.read(&shared))?;
        (headers, footers) = body.take_edges();
    }
    let mut seen = BTreeSet::new();
    let mut once = |block: &Block| seen.insert(block.text().to_owned());
    headers.retain(&mut once);
    footers.retain(&mut once);
    let blocks = headers.into_iter().chain(text).chain(footers).collect();
    body.excess(name)?;
    let left_out = body.take_left_out();
    let mut faults = left_out.faults(name, "paragraph");
    faults.extend(pictures::counted(name, body.drawings.pictures));
    let mut makers = Makers::default();
    if let Some(meta) = archive.part(META)? {
        let meta = decode(name, META, &meta)?;
        read_as(name, META, makers.read(&meta, &["initial-creator", "creator"]))?;
    }
    let left_out = left_out.into_text();
    Ok(Contents { blocks, faults, left_out, makers, remarks, ..Contents::default() })
}

fn decode<'a>(name: &str, part: &str, bytes: &'a [u8]) -> Result<std::borrow::Cow<'a, str>, Fault> {
    read_as(name, part, xml::decode(bytes))
}

fn read_as<T>(name: &str, part: &str, read: Result<T, Damage>) -> Result<T, Fault> {
    read.map_err(|damage| damaged(name, &format!("its part `{part}` {damage}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::archive::tests::packed;
    use crate::document::block::{Kind, Spot};
    use crate::document::remark::RemarkKind;

    const SHARED: &str = "<office:document-styles><style:style style:name='Heading_20_2' style:default-outline-level='2'/>\
        <style:style style:name='Strong' ><style:text-properties fo:font-weight='bold'/></style:style>\
        <style:master-page><style:header><text:p>Police</text:p></style:header>\
        <style:header-left><text:p>Police</text:p></style:header-left>\
        <style:footer><text:p>Page <text:page-number>1</text:page-number></text:p></style:footer></style:master-page></office:document-styles>";

    fn odt(automatic: &str, body: &str) -> Vec<u8> {
        let content = format!(
            "<office:document-content><office:automatic-styles>{automatic}</office:automatic-styles>\
             <office:body><office:text>{body}</office:text></office:body></office:document-content>"
        );
        packed(&[
            (MIMETYPE, "application/vnd.oasis.opendocument.text"),
            (CONTENT, &content),
            (STYLES, SHARED),
        ])
    }

    /// The blocks of a body without the header and the footer.
    fn blocks(automatic: &str, body: &str) -> Vec<Block> {
        let bytes = odt(automatic, body);
        assert!(recognises(&bytes));
        let mut blocks = read("t.odt", &bytes).unwrap().blocks;
        assert_eq!(blocks.remove(0).text(), "Police");
        assert_eq!(blocks.pop().unwrap().text(), "Page 1");
        blocks
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

    #[test]
    fn headings_items_and_quotations() {
        let styles = "<style:style style:name='P1' style:parent-style-name='Heading_20_2'/>\
            <style:style style:name='P2' style:parent-style-name='Standard'><style:text-properties fo:font-weight='bold'/></style:style>";
        let body = "<text:h text:outline-level='1'>One</text:h><text:p text:style-name='P1'>Two</text:p>\
            <text:p text:style-name='Title'>Three</text:p>\
            <text:list><text:list-header><text:p>Four</text:p></text:list-header><text:list-item><text:p>Five</text:p>\
            <text:list><text:list-item><text:p>Six</text:p></text:list-item></text:list></text:list-item></text:list>\
            <text:p text:style-name='Quotations'>Seven</text:p><text:p text:style-name='P2'>Eight</text:p>\
            <text:p><text:span text:style-name='Strong'>Lead:</text:span> Nine</text:p>";
        assert_eq!(
            told(&blocks(styles, body)),
            [
                "1 Heading(1): One",
                "2 Heading(2): Two",
                "3 Heading(1): Three",
                "4 Paragraph: Four",
                "5 Item: Five",
                "6 Item: Six",
                "7 Quotation: Seven",
                "8 Heading(2): Eight",
                "9 Paragraph: Lead: Nine",
            ]
        );
    }

    #[test]
    fn white_space_is_folded_and_every_character_has_its_place() {
        let body = "<text:p/><text:p>\n  The  <text:span>Fo</text:span>rce<text:tab/>has<text:s text:c='3'/>a\n\
            lead<text:line-break/>and &amp; deputy</text:p>";
        let blocks = blocks("", body);
        let text = blocks[0].text();
        assert_eq!(text, "The Force has a lead and & deputy");
        let at = |words: &str| blocks[0].spot(text.find(words).unwrap());
        let spot = |column| Spot { page: None, line: 2, column };
        assert_eq!(
            (at("The"), at("has"), at("a lead"), at("and")),
            (spot(1), spot(11), spot(17), spot(24))
        );
    }

    #[test]
    fn what_isnt_shown_is_left_out_and_notes_come_last() {
        let styles = "<style:style style:name='H'><style:text-properties text:display='none'/></style:style>\
            <style:style style:name='S'><style:text-properties style:text-line-through-style='solid'/></style:style>";
        let body = "<text:tracked-changes><text:changed-region><text:deletion><text:p>No</text:p></text:deletion></text:changed-region></text:tracked-changes>\
            <text:p>Yes<office:annotation><text:p>No</text:p></office:annotation><text:note><text:note-citation>1</text:note-citation>\
            <text:note-body><text:p>A note.</text:p></text:note-body></text:note>, it is<text:span text:style-name='H'>No</text:span><text:span text:style-name='S'>No</text:span>.</text:p>\
            <text:section text:display='none'><text:p>No</text:p></text:section>\
            <text:p><draw:frame><svg:desc>No</svg:desc><draw:text-box><text:p>In a box.</text:p></draw:text-box></draw:frame>Around it.</text:p>\
            <text:table-of-content><text:table-of-content-source><text:p>No</text:p></text:table-of-content-source><text:index-body><text:p>Contents 1</text:p></text:index-body></text:table-of-content>";
        assert_eq!(
            told(&blocks(styles, body)),
            [
                "1 Paragraph: Yes, it is.",
                "2 Paragraph: Around it.",
                "3 Paragraph: In a box.",
                "4 Furniture: Contents 1",
                "5 Paragraph: A note.",
            ]
        );
    }

    #[test]
    fn changes_and_comments_are_kept_beside_the_text() {
        let info = "<office:change-info><dc:creator>A</dc:creator><dc:date>2026-05-03</dc:date></office:change-info>";
        let region = |id: &str, what: &str| {
            format!(
                "<text:changed-region xml:id='{id}' text:id='{id}'>{what}</text:changed-region>"
            )
        };
        let changes = [
            region(
                "c1",
                &format!("<text:deletion>{info}<text:p>old<text:s/>words</text:p></text:deletion>"),
            ),
            region("c2", &format!("<text:insertion>{info}</text:insertion>")),
            region("c3", &format!("<text:format-change>{info}</text:format-change>")),
        ];
        let body = format!(
            "<text:tracked-changes>{}</text:tracked-changes><text:p>First.</text:p>\
             <text:p>The <text:change text:change-id='c1'/><text:change-start text:change-id='c2'/>new words\
             <text:change-end text:change-id='c2'/> stay, <text:change-start text:change-id='c3'/>bold\
             <text:change-end text:change-id='c3'/>.<office:annotation><dc:creator>B</dc:creator>\
             <text:p>Is this right?</text:p></office:annotation></text:p>",
            changes.concat()
        );
        let read = read("t.odt", &odt("", &body)).unwrap();
        assert_eq!(read.blocks[2].text(), "The new words stay, bold.");
        let told: Vec<_> = read
            .remarks
            .iter()
            .map(|own| (own.kind, own.text.as_str(), own.spot.line, own.spot.column))
            .collect();
        assert_eq!(
            told,
            [
                (RemarkKind::Deleted, "old words", 2, 5),
                (RemarkKind::Added, "new words", 2, 5),
                (RemarkKind::Comment, "Is this right?", 2, 26),
            ]
        );
    }

    #[test]
    fn cells_know_what_heads_them() {
        let body = "<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Area</text:p></table:table-cell>\
            <table:table-cell table:number-columns-spanned='2'><text:p>Progress</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows>\
            <table:table-row><table:table-cell table:number-rows-spanned='2'><text:p>Training</text:p></table:table-cell>\
            <table:table-cell><text:p>It was given.</text:p></table:table-cell><table:table-cell/></table:table-row>\
            <table:table-row><table:covered-table-cell><text:p>No</text:p></table:covered-table-cell><table:table-cell table:number-columns-repeated='1'/><table:table-cell><text:p>It goes on.</text:p></table:table-cell></table:table-row></table:table>";
        let blocks = blocks("", body);
        assert_eq!(blocks.len(), 5);
        let Kind::Cell(cell) = &blocks[4].kind else { panic!("{blocks:?}") };
        assert_eq!((cell.row, cell.column), (2, 2));
        assert_eq!(cell.under.as_deref(), Some("Progress"));
        assert_eq!(cell.beside.as_deref(), Some("Training"));
    }

    #[test]
    fn lists_are_counted_as_programs_count_them() {
        let styles = "<text:list-style style:name='L1'>\
            <text:list-level-style-number text:level='1' style:num-suffix='.' style:num-format='1'/>\
            <text:list-level-style-number text:level='2' style:num-prefix='(' style:num-suffix=')' style:num-format='a'/>\
            </text:list-style><text:list-style style:name='L2'><text:list-level-style-bullet text:level='1'/></text:list-style>";
        let item = |text: &str| format!("<text:list-item><text:p>{text}</text:p></text:list-item>");
        let body = format!(
            "<text:list text:style-name='L1' xml:id='a'>{}<text:list-item><text:p>Two</text:p><text:list>{}{}</text:list>\
             </text:list-item></text:list><text:p>Between.</text:p>\
             <text:list text:continue-list='a' text:style-name='L1'>{}</text:list>\
             <text:list text:style-name='L1'>{}</text:list>\
             <text:list text:style-name='L1'><text:list-item text:start-value='7'><text:p>Seven</text:p></text:list-item></text:list>\
             <text:list text:style-name='L2'>{}</text:list>",
            item("One"),
            item("A"),
            item("B"),
            item("Three"),
            item("Anew"),
            item("Bullet"),
        );
        let told: Vec<String> = blocks(styles, &body)
            .iter()
            .map(|block| format!("{} {}", block.number().unwrap_or("–"), block.text()))
            .collect();
        assert_eq!(
            told,
            [
                "1 One",
                "2 Two",
                "a A",
                "b B",
                "– Between.",
                "3 Three",
                "1 Anew",
                "7 Seven",
                "– Bullet"
            ]
        );
    }

    #[test]
    fn wide_pictures_are_told_and_decoration_is_not() {
        let frame = |says: &str| {
            let inner = "<draw:image/><draw:image/>";
            format!("<text:p>Words.<draw:frame {says}>{inner}</draw:frame></text:p>")
        };
        let told = |body: &str| {
            let faults = read("t.odt", &odt("", body)).unwrap().faults;
            faults.iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        let wide = frame("svg:width='15cm' svg:height='2cm'");
        let expected = "`t.odt` has a wide picture: words in pictures aren't read";
        assert_eq!(told(&wide), [expected]);
        assert_eq!(told(&frame("svg:width='3cm' svg:height='2cm'")), [""; 0]);
        let decorates = frame("svg:width='15cm' svg:height='2cm' loext:decorative='true'");
        assert_eq!(told(&decorates), [""; 0]);
    }

    #[test]
    fn what_is_encrypted_is_a_fault() {
        let bytes = packed(&[
            (MIMETYPE, "application/vnd.oasis.opendocument.text"),
            (MANIFEST, "<manifest:encryption-data/>"),
            (CONTENT, "\u{1}\u{2}"),
        ]);
        let fault = read("t.odt", &bytes).unwrap_err();
        assert_eq!(fault.to_string(), "`t.odt` is encrypted");
    }
}
