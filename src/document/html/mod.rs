//! HTML: what a browser would show, in blocks. Every character keeps its place in the source.

mod controls;
mod element;
mod emitter;
mod lists;
mod notes;
mod open;
mod page;
mod sheet;
mod sight;
mod style;
mod tag;
mod within;

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use html5gum::Tokenizer;

use self::emitter::PlacingEmitter;
use super::encoding::decode;
use super::format::{Contents, Format, megabytes};
use super::pictures as wide;
use crate::source::Fault;

pub(super) static FORMAT: Format = Format {
    name: "HTML",
    word: "html",
    endings: &["html", "htm", "xhtml"],
    always_told: None,
    largest: megabytes(32),
    recognises,
    read: |name, bytes| read(name, &bytes),
};

/// How many of the first bytes tell HTML and its encoding.
const SAMPLE: usize = 2048;

fn recognises(bytes: &[u8]) -> bool {
    let sample = bytes.get(..bytes.len().min(SAMPLE)).unwrap_or_default();
    let encoding = Encoding::for_bom(sample).map_or(UTF_8, |(encoding, _)| encoding);
    let (sample, _) = encoding.decode_with_bom_removal(sample);
    let sample = sample.to_ascii_lowercase();
    let mut start = sample.trim_start();
    // Comments and the declaration of XHTML may stand in front.
    loop {
        let rest = match start {
            _ if start.starts_with("<!--") => start.split_once("-->"),
            _ if start.starts_with("<?xml") => start.split_once("?>"),
            _ => break,
        };
        let Some((_, rest)) = rest else { return false };
        start = rest.trim_start();
    }
    let is_tag = |tag| {
        start
            .strip_prefix(tag)
            .is_some_and(|rest: &str| rest.starts_with(|c: char| c.is_whitespace() || c == '>'))
    };
    is_tag("<!doctype html") || is_tag("<html")
}

fn read(name: &str, bytes: &[u8]) -> Result<Contents, Fault> {
    let text = decoded(name, bytes)?;
    // The standard does the same before it counts anything.
    let text = if text.contains('\r') {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        text
    };
    let mut emitter = PlacingEmitter::new(&text);
    let Ok(()) = Tokenizer::new_with_emitter(&*text, &mut emitter).finish();
    let page = emitter.page();
    let blocks = page.finish();
    page.excess(name)?;
    let unread = page.unread().map(|what| {
        let message = format!("`{name}` has {what} that never ends: what follows wasn't read");
        Fault::whole("document::part-unread", message)
            .help("open it in a browser, save it anew, and read that copy")
            .into_warning()
    });
    let pictures = page.within.pictures;
    let (left_out, makers) = page.take_beside();
    let mut faults: Vec<Fault> = unread.into_iter().collect();
    faults.extend(wide::counted(name, pictures));
    faults.extend(left_out.faults(name, "line"));
    let left_out = left_out.into_text();
    Ok(Contents { blocks, faults, left_out, makers, ..Contents::default() })
}

/// Decodes a page: what it says of its encoding is believed unless the bytes say otherwise.
fn decoded<'a>(name: &str, bytes: &'a [u8]) -> Result<Cow<'a, str>, Fault> {
    let is_marked = Encoding::for_bom(bytes).is_some();
    if is_marked || std::str::from_utf8(bytes).is_ok() {
        return decode(name, bytes);
    }
    match declared_encoding(bytes) {
        Some(encoding) => Ok(encoding.decode_without_bom_handling(bytes).0),
        None => decode(name, bytes),
    }
}

/// The encoding that `<meta charset=…>` names, or `encoding=…` in the declaration of XHTML.
fn declared_encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..bytes.len().min(SAMPLE)).unwrap_or_default();
    let sample = String::from_utf8_lossy(sample).to_ascii_lowercase();
    let (_, after) = sample.split_once("charset").or_else(|| sample.split_once("encoding"))?;
    let label = after.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let end = label.find(|c: char| !c.is_ascii_alphanumeric() && !"-_:.".contains(c));
    let label = label.get(..end.unwrap_or(label.len()))?;
    let encoding = Encoding::for_label(label.as_bytes())?;
    // The bytes of UTF-16 wouldn't have spelt its name.
    (encoding != UTF_16LE && encoding != UTF_16BE && encoding != UTF_8).then_some(encoding)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::block::{Block, Kind, Spot};

    fn blocks(html: &str) -> Vec<Block> {
        read("t.html", html.as_bytes()).unwrap().blocks
    }

    pub(super) fn told(html: &str) -> Vec<String> {
        let kind = |kind: &Kind| match kind {
            Kind::Cell(_) => "Cell".to_owned(),
            other => format!("{other:?}"),
        };
        blocks(html)
            .iter()
            .map(|block| format!("{}: {}", kind(&block.kind), block.text()))
            .collect()
    }

    #[test]
    fn block_elements_split_and_inline_ones_dont() {
        assert_eq!(
            told("<h2>The <i>lead</i></h2>A <b>super</b>intendent<div>leads</div>the force<hr>now"),
            [
                "Heading(2): The lead",
                "Paragraph: A superintendent",
                "Paragraph: leads",
                "Paragraph: the force",
                "Paragraph: now",
            ]
        );
    }

    #[test]
    fn end_tags_that_were_forgotten_do_no_harm() {
        assert_eq!(
            told("<ul><li>One<li>Two</ul><p>Three<p hidden>Four<p>Five<h1>Six<p>Seven</span></p>"),
            [
                "Item: One",
                "Item: Two",
                "Paragraph: Three",
                "Paragraph: Five",
                "Heading(1): Six",
                "Paragraph: Seven",
            ]
        );
    }

    #[test]
    fn what_isnt_shown_is_left_out() {
        let html = "<head><title>T</title><style>p{}</style></head><p>Shown</p>\
            <script>document.write('<p>No</p>')</script><p hidden>No</p><!-- <p>No</p> -->\
            <div style='color: red; DISPLAY: none'>No<div>No</div></div><p aria-hidden=true>No</p>\
            <template><p>No</p></template><noscript>No</noscript><button>No</button>\
            <del>No</del><svg><text>No</text></svg>";
        assert_eq!(told(html), ["Paragraph: Shown"]);
    }

    #[test]
    fn of_what_there_is_to_choose_what_was_chosen_is_shown() {
        let html = "<p><label>Is there a lead?</label> <input type=radio name=l>Yes <input type=radio name=l checked> No\
            <p><select><option>Yes<option selected>No</select><p><select><option>Yes<option>No</select>\
            <p><input value='Ten officers'> <textarea>and a dog</textarea>";
        assert_eq!(
            told(html),
            [
                "Paragraph: Is there a lead? ☐ Yes ☒ No",
                "Paragraph: No",
                "Paragraph: ☐",
                "Paragraph: Ten officers",
                "Paragraph: and a dog",
            ]
        );
    }

    #[test]
    fn what_frames_a_page_is_furniture_and_what_heads_an_article_isnt() {
        assert_eq!(
            told(
                "<header>Police</header><nav><a>Home</a></nav><article><header><h1>Plan</h1></header>\
                  <p>Text</p></article><footer>Crown</footer>"
            ),
            [
                "Furniture: Police",
                "Furniture: Home",
                "Heading(1): Plan",
                "Paragraph: Text",
                "Furniture: Crown",
            ]
        );
    }

    #[test]
    fn quotations_are_told_apart() {
        assert_eq!(
            told("<blockquote><p>Forces <em>should</em>.</p></blockquote><p>We do.</p>"),
            ["Quotation: Forces should.", "Paragraph: We do."]
        );
    }

    #[test]
    fn cells_know_what_heads_them_and_layout_has_none() {
        let html =
            "<table><tr><th>Area<th>Position<tr><th>Lead<td>Appointed.<tr><td>None<td>Yet</table>";
        let blocks = blocks(html);
        let Kind::Cell(cell) = &blocks[3].kind else { panic!("{blocks:?}") };
        assert_eq!(cell.under.as_deref(), Some("Position"));
        assert_eq!(cell.beside.as_deref(), Some("Lead"));
        assert_eq!((cell.row, cell.column, cell.heads), (1, 1, false));
        assert_eq!(
            told("<table role=presentation><tr><td><p>Text<td><ul><li>Item</ul></table><p>After"),
            ["Paragraph: Text", "Item: Item", "Paragraph: After"]
        );
        assert_eq!(told("<td>no table</td>"), ["Paragraph: no table"]);
    }

    #[test]
    fn a_line_break_keeps_statements_apart() {
        assert_eq!(
            told("<p>Lead: Supt Smith<br>Coordinator: vacant<br/>but advertised</p>"),
            ["Paragraph: Lead: Supt Smith", "Paragraph: Coordinator: vacant but advertised"]
        );
    }

    #[test]
    fn every_character_knows_where_the_source_has_it() {
        let html = "<p>\r\nThe Force&rsquo;s lead &amp; its\r\n  <b>deputy</b> &#8211; dedi&shy;cated.</p>";
        let blocks = blocks(html);
        let text = blocks[0].text();
        assert_eq!(text, "The Force’s lead & its deputy – dedicated.");
        let at = |words: &str| blocks[0].spot(text.find(words).unwrap());
        let spot = |line, column| Spot { page: None, line, column };
        assert_eq!(at("The"), spot(2, 1));
        assert_eq!(at("’s"), spot(2, 10));
        assert_eq!(at("s lead"), spot(2, 17));
        assert_eq!(at("& its"), spot(2, 24));
        assert_eq!(at("deputy"), spot(3, 6));
        assert_eq!(at("–"), spot(3, 17));
        assert_eq!(at("cated"), spot(3, 34));
    }

    #[test]
    fn entities_of_every_kind_are_resolved() {
        assert_eq!(
            told("<p>&pound;5 &#150; &#x2019; &copy &nbsp;x&notanentity; A&B"),
            ["Paragraph: £5 – ’ © x¬anentity; A&B"]
        );
    }

    #[test]
    fn the_mark_of_a_footnote_is_no_text() {
        assert_eq!(
            told("<p>lead<sup><a href='#1'>[1]</a></sup>, 2<sup>nd</sup> one"),
            ["Paragraph: lead, 2nd one"]
        );
    }

    #[test]
    fn the_encoding_that_a_page_names_is_believed() {
        let html = b"<html><meta http-equiv=x content='text/html; charset=iso-8859-2'><p>\xb1";
        assert_eq!(read("t", html).unwrap().blocks[0].text(), "ą");
        let html = "<html><meta charset=iso-8859-1><p>’";
        assert_eq!(told(html), ["Paragraph: ’"]);
    }

    #[test]
    fn html_is_told_by_its_beginning() {
        for html in [
            "<!DOCTYPE html><p>x",
            "\u{feff}\n<!-- saved --><HTML lang=en>",
            "<?xml version='1.0'?><!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0'><html>",
        ] {
            assert!(recognises(html.as_bytes()), "{html}");
        }
        for text in ["The <html> tag", "<htmlx>", "<?xml version='1.0'?><rss>", "", "<!-- "] {
            assert!(!recognises(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn what_never_ends_is_told() {
        for html in [
            "<p>Text<!-- <p>more",
            "<p>Text<div hidden>more",
            "<p>Text<script>more",
            "<p>Text<a href='",
        ] {
            let contents = read("t.html", html.as_bytes()).unwrap();
            assert_eq!(contents.blocks.len(), 1, "{html}");
            assert_eq!(contents.faults[0].fault_code(), "document::part-unread", "{html}");
        }
    }

    #[test]
    fn wide_pictures_are_told_and_decoration_is_not() {
        let told = |says: &str| {
            let page = format!("<p>Words.</p><img width=600 {says} src=a.png>");
            !read("t.html", page.as_bytes()).unwrap().faults.is_empty()
        };
        assert!(told("") && told("alt='How we stand'") && told("role=img"));
        for decorates in ["alt=''", "alt", "alt=' '", "role=presentation", "role=none", "hidden"] {
            assert!(!told(decorates), "{decorates}");
        }
    }

    #[test]
    fn ordered_lists_are_counted_and_others_are_not() {
        let html = "<ol><li>One<li><p>Two<p>more<ol type=a><li>A<li>B</ol></ol><ul><li>Dot</ul>\
            <ol start=4><li>Four<li value=9>Nine<li>Ten</ol><ol style='list-style: none'><li>None</ol>";
        let told: Vec<String> = blocks(html)
            .iter()
            .map(|block| format!("{} {}", block.number().unwrap_or("–"), block.text()))
            .collect();
        assert_eq!(
            told,
            [
                "1 One", "2 Two", "– more", "a A", "b B", "– Dot", "4 Four", "9 Nine", "10 Ten",
                "– None"
            ]
        );
    }

    #[test]
    fn elements_of_xhtml_end_themselves() {
        let html = "<?xml version='1.0'?><html><script src='x'/><p>One<a name='x'/></p><div/><p>Two</p></html>";
        assert_eq!(told(html), ["Paragraph: One", "Paragraph: Two"]);
    }
}
