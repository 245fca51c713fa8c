//! A page of HTML that is being read: what its elements do to the text in them.

use std::convert::Infallible;

use html5gum::emitters::callback::{Callback, CallbackEvent};
use html5gum::{Error, Span};

use super::element::{Does, KnownElement, bounds, does, ends, is_void};
use super::notes::{HtmlNotes, typed};
use super::open::OpenElements;
use super::sight::{Sight, SightChange};
use super::style::StyleLook;
use super::tag::Tag;
use super::within::{Within, parted};
use crate::document::block::Block;
use crate::document::flow::Flow;
use crate::document::left_out::{LeftOut, Why};
use crate::document::lines::Lines;
use crate::document::paragraph::Paragraph;
use crate::document::properties::Makers;
use crate::source::Fault;

/// The page.
pub(super) struct HtmlPage<'a> {
    lines: Lines<'a>,
    is_xml: bool,
    flow: Flow,
    pub(super) paragraph: Paragraph,
    pub within: Within,
    tag: Tag,
    open: OpenElements,
    sight: Sight,
    left_out: LeftOut,
    makers: Makers,
    notes: HtmlNotes,
    /// Where the last text ended.
    at: usize,
    unread: Option<&'static str>,
}

impl Callback<Infallible, ()> for HtmlPage<'_> {
    fn handle_event(&mut self, event: CallbackEvent<'_>, _: Span<()>) -> Option<Infallible> {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.tag = Tag::new(name);
            }
            CallbackEvent::AttributeName { name } => self.tag.names_attribute(name),
            CallbackEvent::AttributeValue { value } => self.tag.takes(value),
            CallbackEvent::CloseStartTag { self_closing } => {
                self.tag.closed = self_closing;
                self.opens();
            }
            CallbackEvent::EndTag { name } => self.closes(name),
            CallbackEvent::Error(Error::EofInComment) => self.unread = Some("a comment"),
            CallbackEvent::Error(Error::EofInTag) => self.unread = Some("a tag"),
            _ => {}
        }
        None
    }
}

impl<'a> HtmlPage<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            lines: Lines::new(text),
            is_xml: text.trim_start().starts_with("<?xml"),
            flow: Flow::default(),
            paragraph: Paragraph::default(),
            within: Within::default(),
            tag: Tag::default(),
            open: OpenElements::default(),
            sight: Sight::of(text),
            left_out: LeftOut::default(),
            makers: Makers::default(),
            notes: HtmlNotes::default(),
            at: 0,
            unread: None,
        }
    }

    /// The blocks of the page.
    pub(super) fn finish(&mut self) -> Vec<Block> {
        if self.within.left_out > 0 {
            self.unread = self.unread.or(Some("an element that isn't shown and"));
        }
        self.flush();
        self.flow.take()
    }

    /// What never ended.
    pub(super) fn unread(&self) -> Option<&'static str> {
        self.unread
    }

    /// What nobody sees of it, and who made it.
    pub(super) fn take_beside(&mut self) -> (LeftOut, Makers) {
        (std::mem::take(&mut self.left_out), std::mem::take(&mut self.makers))
    }

    /// The fault of a page that is too large.
    pub(super) fn excess(&self, name: &str) -> Result<(), Fault> {
        if self.open.is_full() {
            let message = format!(
                "`{name}` has more than 1,500,000 elements in one another, or 100,000 kinds of them"
            );
            return Err(Fault::whole("document::too-deep", message)
                .help("open it in a browser, save it anew, and read that copy"));
        }
        self.sight.excess(name)?;
        self.flow.excess(name)
    }

    /// Takes in text that begins at an offset of the source.
    pub(super) fn text(&mut self, text: &str, start: usize) {
        let passed_over = self.within.choices > 0 && !self.within.chosen;
        let seen = self.within.left_out == 0 && self.sight.why().is_none();
        if seen && self.notes.leads_back(text) {
            return;
        }
        if seen && let Some(note) = self.notes.mark(text, self.within.raised > 0) {
            return self.paragraph.note(note);
        }
        if self.within.wordless > 0 || passed_over {
            return;
        }
        if self.within.is_mark(text) {
            let note = typed(text).filter(|_| seen);
            return note.into_iter().for_each(|note| self.paragraph.note(note));
        }
        self.at = start + text.len();
        let hidden = (self.within.left_out > 0).then_some(Why::Hidden);
        if let Some(why) = hidden.or_else(|| self.sight.why()) {
            self.left_out.push(why, text, self.lines.spot(start));
            return;
        }
        let strong = self.within.strong > 0;
        let mut at = start;
        for (n, line) in text.split('\n').enumerate() {
            if n > 0 {
                if self.within.preformatted > 0 {
                    self.paragraph.break_line();
                } else {
                    let spot = self.lines.spot(at - 1);
                    self.paragraph.push("\n", spot, strong);
                }
            }
            let spot = self.lines.spot(at);
            let shown = if self.within.preformatted > 0 { parted(line) } else { line.into() };
            self.paragraph.push(&shown, spot, strong);
            at += line.len() + 1;
        }
    }

    /// Takes in what a control shows, where it is seen.
    pub(super) fn shows(&mut self, what: &str) {
        if self.sight.why().is_none() && !what.is_empty() {
            let at = self.lines.spot(self.at);
            self.paragraph.push(what, at, self.within.strong > 0);
        }
    }

    fn opens(&mut self) {
        let tag = std::mem::take(&mut self.tag);
        let (ended, within) = ends(&tag.name);
        self.end_open(ended, within);
        tag.maker().into_iter().for_each(|maker| self.makers.add(maker));
        let look = self.sight.look(&tag);
        let does = self.what(&tag, look);
        if self.within.left_out == 0 {
            self.within.pictures += usize::from(tag.is_wide_picture());
            self.begins_label(&tag);
            self.begin(does, &tag);
            if let Some(note) = self.notes.begins(&tag, does.is_inline(), self.open.len()) {
                self.flow.note = Some(note);
            }
            if does != Does::LeftOut {
                self.shows_control(&tag);
            }
        }
        if is_void(&tag.name) || (tag.closed && self.is_xml) {
            if !matches!(does, Does::LineBreak | Does::Rule) && self.within.left_out == 0 {
                self.end(does);
            }
            return;
        }
        if matches!(does, Does::LeftOut | Does::Wordless) {
            self.within.left_out += 1;
            self.within.wordless += usize::from(does == Does::Wordless);
        }
        // What an element does within one that is left out, it doesn't do.
        let kept = matches!(does, Does::LeftOut | Does::Wordless) || self.within.left_out == 0;
        let change = self.sight.begins(&tag, look);
        if let Err(change) =
            self.open.push(&tag.name, if kept { does } else { Does::Inline }, change)
        {
            self.undo(change);
        }
    }

    /// What an element does here.
    fn what(&self, tag: &Tag, look: StyleLook) -> Does {
        match (tag.role.as_slice(), does(&tag.name)) {
            (_, Does::Wordless) => Does::Wordless,
            _ if tag.hidden || look.why == Some(Why::Hidden) => Does::LeftOut,
            (b"navigation" | b"banner" | b"contentinfo" | b"complementary" | b"search", _) => {
                Does::Edge
            }
            (_, Does::EdgeOfPage) if self.within.content > 0 => Does::Block,
            (_, Does::EdgeOfPage) => Does::Edge,
            (_, Does::Row | Does::Cell | Does::HeadingCell | Does::TableHead)
                if !self.flow.in_table() =>
            {
                Does::Block
            }
            (_, does) => does,
        }
    }

    fn begin(&mut self, does: Does, tag: &Tag) {
        if !does.is_inline() && does != Does::LineBreak {
            self.flush();
        }
        match does {
            Does::LineBreak => self.paragraph.break_line(),
            Does::Heading(level) => self.within.headings.push(level),
            Does::List => self.within.lists.begins(tag),
            Does::Item => self.within.begins_item(tag),
            Does::Quotation => self.within.quotations += 1,
            Does::Edge => self.within.edges += 1,
            Does::Content => self.within.content += 1,
            Does::Strong => self.within.strong += 1,
            Does::Raised => self.within.raised += 1,
            Does::Preformatted => self.within.preformatted += 1,
            Does::Table => {
                self.flow.start_table();
                if matches!(tag.role.as_slice(), b"presentation" | b"none") {
                    self.flow.is_layout();
                }
            }
            Does::Choices => {
                self.shows(" ");
                self.within.choices += 1;
                self.within.has_chosen = false;
            }
            Does::Choice => {
                self.within.chosen = tag.chosen;
                self.within.has_chosen |= tag.chosen;
            }
            Does::TableHead => self.within.table_heads += 1,
            Does::Row => self.flow.start_row(self.within.table_heads > 0),
            Does::Cell => self.flow.start_cell(tag.cell(false)),
            Does::HeadingCell => self.flow.start_cell(tag.cell(true)),
            Does::Inline
            | Does::Block
            | Does::EdgeOfPage
            | Does::LeftOut
            | Does::Wordless
            | Does::Rule => {}
        }
    }

    /// Undoes what an element did.
    fn end(&mut self, does: Does) {
        if !does.is_inline() {
            self.flush();
        }
        match does {
            Does::Heading(_) => {
                self.within.headings.pop();
            }
            Does::Table => self.flow.end_table(),
            Does::List => self.within.lists.ends(),
            Does::Cell | Does::HeadingCell => self.flow.end_cell(),
            Does::Choice => self.within.chosen = false,
            Does::Choices => {
                self.within.choices = self.within.choices.saturating_sub(1);
                self.within.filled = true;
                if !std::mem::take(&mut self.within.has_chosen) && self.within.left_out == 0 {
                    self.shows("☐ ");
                }
            }
            counted => self.within.ends(counted),
        }
    }

    fn closes(&mut self, name: &[u8]) {
        if name == b"a" {
            self.notes.ends_link();
        }
        // Browsers take these for what they were meant to be.
        if name == b"br" && self.within.left_out == 0 {
            self.paragraph.break_line();
            return;
        }
        if name == b"p" && self.within.left_out == 0 && self.open.last(&[KnownElement::P]).is_none()
        {
            self.flush();
            return;
        }
        let bound = self.open.last(bounds(name));
        let own = self.open.last_named(name);
        if own > bound || (own.is_some() && own == bound) {
            self.close_from(own);
        }
    }

    /// Ends elements of some names that are open within the innermost one of others.
    fn end_open(&mut self, names: &[KnownElement], within: &[KnownElement]) {
        let bound = self.open.last(within);
        let first = names
            .iter()
            .filter_map(|name| self.open.last(&[*name]))
            .filter(|at| Some(*at) > bound)
            .min();
        self.close_from(first);
    }

    fn close_from(&mut self, at: Option<usize>) {
        let Some(at) = at else { return };
        while let Some((does, change)) = self.open.pop_from(at) {
            self.end(does);
            self.undo(change);
        }
        if self.notes.ends_with(at) {
            self.flow.note = None;
        }
    }

    fn undo(&mut self, change: Option<Box<SightChange>>) {
        if let Some(change) = change {
            self.sight.ends(&change);
        }
    }

    /// Ends the block that is open.
    pub(super) fn flush(&mut self) {
        self.within.filled = false;
        let kind = self.within.kind();
        let mut paragraph = std::mem::take(&mut self.paragraph);
        if !paragraph.is_empty() {
            paragraph.number = self.within.lists.take();
        }
        let ends = !paragraph.is_empty() && self.notes.ends_with_block();
        self.flow.add(paragraph, &kind);
        if ends {
            self.flow.note = None;
        }
    }
}
