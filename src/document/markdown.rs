//! Markdown: CommonMark with tables. Every character keeps its place in the source.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::archive::too_large;
use super::block::{Block, Kind};
use super::encoding::decode;
use super::flow::Flow;
use super::format::{Contents, Format};
use super::lines::Lines;
use super::paragraph::Paragraph;
use super::slot::CellProperties;
use crate::source::Fault;

pub(super) static FORMAT: Format = Format {
    name: "Markdown",
    word: "markdown",
    endings: &["md", "markdown"],
    always_told: None,
    recognises: |_| false,
    read,
};

/// The largest file that is read, in bytes. The parser holds it several times over.
const LARGEST: usize = 32 * 1024 * 1024;
/// How deep lists and quotations may stand within one another: each line is compared with all that
/// are open.
const DEEPEST: usize = 64;

fn read(name: &str, bytes: &[u8]) -> Result<Contents, Fault> {
    if bytes.len() > LARGEST {
        return Err(too_large(name, "is larger than 32 MB, which no Markdown file is"));
    }
    let text = decode(name, bytes)?;
    if let Some(line) = text.lines().position(|line| depth(line) > DEEPEST) {
        let message = format!(
            "`{name}` puts lists or quotations within more than {DEEPEST} others in line {}",
            line + 1
        );
        return Err(Fault::whole("document::too-deep", message)
            .help("take out the marks (`>`, `-`, `1.`) at the beginning of that line"));
    }
    let mut page = MarkdownText {
        text: &text,
        lines: Lines::new(&text),
        flow: Flow::default(),
        paragraph: Paragraph::default(),
        open: OpenMarkup::default(),
        unread: false,
    };
    let blocks = page.read();
    page.flow.excess(name)?;
    let unread = page.unread.then(|| {
        Fault::whole("document::part-unread", format!("`{name}` holds HTML, which isn't read"))
            .help("write it as Markdown, or save the page as HTML and read that")
            .into_warning()
    });
    Ok(Contents { blocks, faults: unread.into_iter().collect(), pages: None })
}

/// How many lists and quotations begin with a line.
fn depth(line: &str) -> usize {
    let mut rest = line.trim_start();
    for depth in 0.. {
        let number = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        let mark = match rest.strip_prefix('>') {
            Some(after) => Some(after),
            None if number.len() < rest.len() => number.strip_prefix(['.', ')']),
            None => rest.strip_prefix(['-', '*', '+']),
        };
        match mark {
            Some(after) if rest.starts_with('>') || after.starts_with([' ', '\t']) => {
                rest = after.trim_start();
            }
            _ => return depth,
        }
    }
    0
}

/// The length of the settings in front of a text: between two lines of dashes (YAML) or of plus
/// signs (TOML).
fn front_matter(text: &str) -> usize {
    let mut lines = text.split_inclusive('\n');
    let Some(fence) = lines.next().map(str::trim_end) else { return 0 };
    if !matches!(fence, "---" | "+++") {
        return 0;
    }
    let mut length = text.find('\n').map_or(text.len(), |at| at + 1);
    for (n, line) in lines.enumerate() {
        // Anything but a name and its value after the fence makes that a rule across the page.
        let name = line.split([':', '=']).next().unwrap_or_default().trim_end();
        let is_name = !name.is_empty() && name.len() < line.trim_end().len();
        if n == 0 && (!is_name || name.contains(char::is_whitespace)) {
            return 0;
        }
        length += line.len();
        if line.trim_end() == fence || (fence == "---" && line.trim_end() == "...") {
            return length;
        }
    }
    0
}

/// What is open at a place in the text.
#[derive(Default)]
struct OpenMarkup {
    heading: Option<u8>,
    quotations: usize,
    items: usize,
    strong: usize,
    /// Pictures, whose words aren't shown, and text that is struck out.
    left_out: usize,
    code: bool,
}

/// A Markdown text that is being read.
struct MarkdownText<'a> {
    text: &'a str,
    lines: Lines<'a>,
    flow: Flow,
    paragraph: Paragraph,
    open: OpenMarkup,
    /// Whether a block of HTML had words in it.
    unread: bool,
}

impl MarkdownText<'_> {
    fn read(&mut self) -> Vec<Block> {
        let skipped = front_matter(self.text);
        let text = self.text.get(skipped..).unwrap_or_default();
        let options =
            Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
        for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
            let range = range.start + skipped..range.end + skipped;
            match event {
                Event::Start(Tag::HtmlBlock) => {
                    self.flush();
                    self.unread |= has_words(self.text.get(range).unwrap_or_default());
                }
                Event::Start(tag) => self.opens(&tag),
                Event::End(tag) => self.closes(tag),
                Event::Text(text) => self.push(&text, range),
                Event::Code(code) => self.push(&code, range),
                Event::SoftBreak => self.paragraph.wrap_line(),
                Event::HardBreak => self.paragraph.break_line(),
                Event::InlineHtml(tag) if is_line_break(&tag) => self.paragraph.break_line(),
                Event::Rule => self.flush(),
                _ => {}
            }
        }
        self.flush();
        self.flow.take()
    }

    fn opens(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Strong => self.open.strong += 1,
            Tag::Image { .. } | Tag::Strikethrough => self.open.left_out += 1,
            Tag::Emphasis | Tag::Link { .. } => {}
            _ => self.flush(),
        }
        match tag {
            Tag::Heading { level, .. } => self.open.heading = Some(*level as u8),
            Tag::BlockQuote(_) => self.open.quotations += 1,
            Tag::CodeBlock(_) => {
                self.open.quotations += 1;
                self.open.code = true;
            }
            Tag::Item => self.open.items += 1,
            Tag::Table(_) => self.flow.start_table(),
            Tag::TableHead => self.flow.start_row(true),
            Tag::TableRow => self.flow.start_row(false),
            Tag::TableCell => self.flow.start_cell(CellProperties::default()),
            _ => {}
        }
    }

    fn closes(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.open.strong = self.open.strong.saturating_sub(1),
            TagEnd::Image | TagEnd::Strikethrough => {
                self.open.left_out = self.open.left_out.saturating_sub(1);
            }
            TagEnd::Emphasis | TagEnd::Link => {}
            _ => self.flush(),
        }
        match tag {
            TagEnd::Heading(_) => self.open.heading = None,
            TagEnd::BlockQuote(_) => self.open.quotations = self.open.quotations.saturating_sub(1),
            TagEnd::CodeBlock => {
                self.open.quotations = self.open.quotations.saturating_sub(1);
                self.open.code = false;
            }
            TagEnd::Item => self.open.items = self.open.items.saturating_sub(1),
            TagEnd::TableCell => self.flow.end_cell(),
            TagEnd::Table => self.flow.end_table(),
            _ => {}
        }
    }

    /// Adds text that the source writes in a range: as it is, or as an entity or in back quotes.
    fn push(&mut self, text: &str, range: Range<usize>) {
        if self.open.left_out > 0 {
            return;
        }
        let source = self.text.get(range.clone()).unwrap_or_default();
        let within = source.find(text).unwrap_or(0);
        let strong = self.open.strong > 0;
        let mut at = range.start + within;
        // Only code comes with its ends of lines.
        for (n, line) in text.split('\n').enumerate() {
            if n > 0 {
                self.paragraph.break_line();
            }
            self.paragraph.push(line, self.lines.spot(at), strong);
            at += line.len() + 1;
        }
    }

    /// Ends the block that is open.
    fn flush(&mut self) {
        let kind = match &self.open {
            OpenMarkup { quotations: 1.., .. } => Kind::Quotation,
            OpenMarkup { heading: Some(level), .. } => Kind::Heading(*level),
            OpenMarkup { items: 1.., .. } => Kind::Item,
            _ => Kind::Paragraph,
        };
        self.flow.add(std::mem::take(&mut self.paragraph), &kind);
    }
}

fn is_line_break(tag: &str) -> bool {
    let tag = tag.trim_matches(['<', '>', '/', ' ']);
    tag.eq_ignore_ascii_case("br")
}

/// Whether a block of HTML holds words that a browser would show.
fn has_words(html: &str) -> bool {
    let mut rest = html;
    loop {
        let (words, tag) = rest.split_once('<').unwrap_or((rest, ""));
        if words.contains(char::is_alphanumeric) {
            return true;
        }
        let lower = tag.get(..6).unwrap_or_default().to_ascii_lowercase();
        let end = match lower.as_str() {
            _ if lower.starts_with("!--") => "-->",
            "script" | "style>" | "style " => "</",
            _ => ">",
        };
        match tag.split_once(end) {
            Some((_, after)) => rest = after,
            None => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::block::Spot;

    fn blocks(text: &str) -> Vec<Block> {
        read("t.md", text.as_bytes()).unwrap().blocks
    }

    fn told(text: &str) -> Vec<String> {
        let kind = |kind: &Kind| match kind {
            Kind::Cell(_) => "Cell".to_owned(),
            other => format!("{other:?}"),
        };
        blocks(text)
            .iter()
            .map(|block| format!("{}: {}", kind(&block.kind), block.text()))
            .collect()
    }

    #[test]
    fn headings_paragraphs_and_items() {
        assert_eq!(
            told(
                "# The *plan*\n\nThe force has\na lead.\n\n- One\n  more\n- Two\n  1. Three\n\nEnd\n---\n"
            ),
            [
                "Heading(1): The plan",
                "Paragraph: The force has a lead.",
                "Item: One more",
                "Item: Two",
                "Item: Three",
                "Heading(2): End",
            ]
        );
    }

    #[test]
    fn quotations_and_code_are_not_the_papers_own_words() {
        assert_eq!(
            told("> Forces should.\n\n```\nCode one.\nCode two.\n```\n\nWe do.\n"),
            [
                "Quotation: Forces should.",
                "Quotation: Code one.",
                "Quotation: Code two.",
                "Paragraph: We do.",
            ]
        );
    }

    #[test]
    fn what_isnt_shown_is_left_out() {
        assert_eq!(
            told(
                "---\ntitle: No\n---\n<!-- no -->\nYes <b>and</b> ![no](n.png)~~no~~ [yes](n)[^1].\n\n[^1]: A note.\n"
            ),
            ["Paragraph: Yes and yes.", "Paragraph: A note."]
        );
        assert_eq!(
            told("---\n\nA rule: no settings.\n\n---\n"),
            ["Paragraph: A rule: no settings."]
        );
    }

    #[test]
    fn html_with_words_is_told() {
        let contents = read("t.md", b"Text\n\n<div>\nThe force has a lead.\n</div>\n").unwrap();
        assert_eq!(contents.faults.len(), 1);
        let contents = read("t.md", b"Text\n\n<!-- words -->\n\n<br>\n").unwrap();
        assert!(contents.faults.is_empty());
    }

    #[test]
    fn cells_know_their_headings() {
        let blocks = blocks("| Area | Position |\n|---|---|\n| Lead | In *post* |\n");
        let Kind::Cell(cell) = &blocks[3].kind else { panic!("{blocks:?}") };
        assert_eq!(cell.under.as_deref(), Some("Position"));
        assert_eq!(cell.beside.as_deref(), Some("Lead"));
        assert_eq!(blocks[3].text(), "In post");
    }

    #[test]
    fn every_character_knows_where_the_source_has_it() {
        let blocks = blocks("# A\r\n\r\nThe **lead** &amp; `its` anti-\r\ntrafficking\\* team\r\n");
        let text = blocks[1].text();
        assert_eq!(text, "The lead & its anti-trafficking* team");
        let at = |words: &str| blocks[1].spot(text.find(words).unwrap());
        let spot = |line, column| Spot { page: None, line, column };
        assert_eq!(at("lead"), spot(3, 7));
        assert_eq!(at("&"), spot(3, 14));
        assert_eq!(at("its"), spot(3, 21));
        assert_eq!(at("trafficking"), spot(4, 1));
        assert_eq!(at("* team"), spot(4, 13));
        assert_eq!(at("team"), spot(4, 15));
        assert_eq!(blocks[1].joints().len(), 1);
    }
}
