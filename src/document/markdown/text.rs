//! A Markdown text, event by event.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::front_matter::front_matter;
use super::unread::has_words;
use crate::document::block::{Block, Kind};
use crate::document::flow::Flow;
use crate::document::left_out::{LeftOut, Why};
use crate::document::lines::Lines;
use crate::document::notes::NoteNames;
use crate::document::paragraph::Paragraph;
use crate::document::slot::CellProperties;
use crate::source::Fault;

/// What is open at a place in the text.
#[derive(Default)]
struct OpenMarkup {
    heading: Option<u8>,
    quotations: usize,
    items: usize,
    /// For each list that is open, the number of its next item, where they are numbered.
    lists: Vec<Option<u64>>,
    strong: usize,
    /// Pictures, whose words aren't shown.
    pictures: usize,
    /// Text that is struck out.
    struck: usize,
    code: bool,
}

/// A Markdown text that is being read.
pub(super) struct MarkdownText<'a> {
    text: &'a str,
    lines: Lines<'a>,
    flow: Flow,
    paragraph: Paragraph,
    open: OpenMarkup,
    /// Whether a block of HTML had words in it.
    unread: bool,
    left_out: LeftOut,
    notes: NoteNames,
}

impl<'a> MarkdownText<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            text,
            lines: Lines::new(text),
            flow: Flow::default(),
            paragraph: Paragraph::default(),
            open: OpenMarkup::default(),
            unread: false,
            left_out: LeftOut::default(),
            notes: NoteNames::default(),
        }
    }

    /// Whether it holds something that isn't read.
    pub(super) fn unread(&self) -> bool {
        self.unread
    }

    /// What nobody sees of it.
    pub(super) fn take_left_out(&mut self) -> LeftOut {
        std::mem::take(&mut self.left_out)
    }

    /// The fault of a text that is too large.
    pub(super) fn excess(&self, name: &str) -> Result<(), Fault> {
        self.flow.excess(name)
    }

    /// The blocks of the text.
    pub(super) fn read(&mut self) -> Vec<Block> {
        let skipped = front_matter(self.text);
        let text = self.text.get(skipped..).unwrap_or_default();
        let options =
            Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
        for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
            let range = range.start + skipped..range.end + skipped;
            match event {
                Event::Start(Tag::HtmlBlock) => {
                    self.flush();
                    self.unread |= has_words(self.text.get(range.clone()).unwrap_or_default());
                    self.comments(range);
                }
                Event::Start(tag) => self.opens(&tag),
                Event::End(tag) => self.closes(tag),
                Event::Text(text) => self.push(&text, range),
                Event::Code(code) => self.push(&code, range),
                Event::SoftBreak => self.paragraph.wrap_line(),
                Event::HardBreak => self.paragraph.break_line(),
                Event::InlineHtml(tag) if is_line_break(&tag) => self.paragraph.break_line(),
                Event::InlineHtml(tag) => self.inline(&tag, range),
                Event::Rule => self.flush(),
                Event::FootnoteReference(name) => {
                    let note = self.notes.number(&name);
                    note.into_iter().for_each(|note| self.paragraph.note(note));
                }
                _ => {}
            }
        }
        self.flush();
        self.flow.take()
    }

    fn opens(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Strong => self.open.strong += 1,
            Tag::Image { .. } => self.open.pictures += 1,
            Tag::Strikethrough => self.open.struck += 1,
            Tag::Emphasis | Tag::Link { .. } => {}
            _ => self.flush(),
        }
        match tag {
            Tag::FootnoteDefinition(name) => self.flow.note = self.notes.number(name),
            Tag::Heading { level, .. } => self.open.heading = Some(*level as u8),
            Tag::BlockQuote(_) => self.open.quotations += 1,
            Tag::CodeBlock(_) => {
                self.open.quotations += 1;
                self.open.code = true;
            }
            Tag::List(first) => self.open.lists.push(*first),
            Tag::Item => {
                self.open.items += 1;
                if let Some(Some(number)) = self.open.lists.last_mut() {
                    self.paragraph.number = format!("{number}.");
                    *number = number.saturating_add(1);
                }
            }
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
            TagEnd::Image => self.open.pictures = self.open.pictures.saturating_sub(1),
            TagEnd::Strikethrough => self.open.struck = self.open.struck.saturating_sub(1),
            TagEnd::Emphasis | TagEnd::Link => {}
            _ => self.flush(),
        }
        match tag {
            TagEnd::FootnoteDefinition => self.flow.note = None,
            TagEnd::Heading(_) => self.open.heading = None,
            TagEnd::BlockQuote(_) => self.open.quotations = self.open.quotations.saturating_sub(1),
            TagEnd::CodeBlock => {
                self.open.quotations = self.open.quotations.saturating_sub(1);
                self.open.code = false;
            }
            TagEnd::Item => self.open.items = self.open.items.saturating_sub(1),
            TagEnd::List(_) => {
                self.open.lists.pop();
            }
            TagEnd::TableCell => self.flow.end_cell(),
            TagEnd::Table => self.flow.end_table(),
            _ => {}
        }
    }

    /// Adds text that the source writes in a range: as it is, or as an entity or in back quotes.
    fn push(&mut self, text: &str, range: Range<usize>) {
        if self.open.pictures > 0 {
            return;
        }
        if self.open.struck > 0 {
            return self.left_out.push(Why::Struck, text, self.lines.spot(range.start));
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

    /// Takes in a tag in a line: one that strikes words out, or a comment.
    fn inline(&mut self, tag: &str, range: Range<usize>) {
        match tag.trim_matches(['<', '>', ' ']).to_ascii_lowercase().as_str() {
            "s" | "del" | "strike" => self.open.struck += 1,
            "/s" | "/del" | "/strike" => self.open.struck = self.open.struck.saturating_sub(1),
            _ => self.comments(range),
        }
    }

    /// Leaves out the comments in HTML.
    fn comments(&mut self, range: Range<usize>) {
        let html = self.text.get(range.clone()).unwrap_or_default();
        let mut at = 0;
        while let Some(start) = html.get(at..).and_then(|rest| rest.find("<!--")) {
            let start = at + start + 4;
            let rest = html.get(start..).unwrap_or_default();
            let end = rest.find("-->").unwrap_or(rest.len());
            let spot = self.lines.spot(range.start + start);
            self.left_out.push(Why::Hidden, rest.get(..end).unwrap_or_default(), spot);
            at = start + end;
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
        let done = std::mem::take(&mut self.paragraph);
        if done.is_empty() {
            // The number of an item whose paragraphs stand apart.
            self.paragraph.number.clone_from(&done.number);
        }
        self.flow.add(done, &kind);
    }
}

fn is_line_break(tag: &str) -> bool {
    let tag = tag.trim_matches(['<', '>', '/', ' ']);
    tag.eq_ignore_ascii_case("br")
}
