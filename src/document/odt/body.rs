//! The text of an OpenDocument file, element by element.

use std::collections::HashMap;

use super::boxes;
use super::changes::OdtChanges;
use super::drawings::OdtDrawings;
use super::numbering::OdtNumbering;
use super::paragraph::OdtParagraph;
use super::styles::{OdtLook, OdtStyles, level};
use crate::document::block::{Block, Kind, Spot};
use crate::document::flow::Flow;
use crate::document::left_out::{LeftOut, Why};
use crate::document::slot::CellProperties;
use crate::document::xml::{Damage, Ns, Xml, XmlElement, XmlPiece};
use crate::source::Fault;

/// How many columns a cell may stand for.
const MOST_REPEATED: u32 = 1000;

/// What a part's text is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Region {
    #[default]
    Text,
    /// The styles' part: nothing but headers and footers is read of it.
    Edges,
    Header,
    Footer,
}

/// Reads the parts that hold text.
#[derive(Default)]
pub(super) struct OdtBody {
    styles: OdtStyles,
    flow: Flow,
    /// Footnotes, which come after the text.
    notes: Flow,
    headers: Flow,
    footers: Flow,
    /// The number of the last paragraph, and of the last one in a note.
    line: u32,
    note_line: u32,
    open: Vec<OdtParagraph>,
    /// For each list that is open, whether it is at an item.
    lists: Vec<bool>,
    numbering: OdtNumbering,
    /// How many notes there were, and how many notes, indexes and rows of headings are open.
    seen_notes: u32,
    in_notes: usize,
    in_index: usize,
    heading_rows: usize,
    /// How many cells more the last cell covers in its row.
    covered: u32,
    part: Region,
    boxes: bool,
    /// Boxes of forms by their ids: whether each is ticked.
    boxes_of_forms: HashMap<String, bool>,
    left_out: LeftOut,
    pub changes: OdtChanges,
    pub drawings: OdtDrawings,
}

impl OdtBody {
    pub(super) fn new(styles: OdtStyles, numbering: OdtNumbering) -> Self {
        Self { styles, numbering, ..Self::default() }
    }

    /// Says that the part with headers and footers follows.
    pub(super) fn reads_edges(&mut self) {
        self.part = Region::Edges;
    }

    /// The fault of a document that is too large.
    pub(super) fn excess(&self, name: &str) -> Result<(), Fault> {
        let flows = [&self.flow, &self.notes, &self.headers, &self.footers];
        flows.iter().try_for_each(|flow| flow.excess(name))
    }

    /// What nobody sees of it.
    pub(super) fn take_left_out(&mut self) -> LeftOut {
        std::mem::take(&mut self.left_out)
    }

    /// The blocks of the text, its notes at the end.
    pub(super) fn take(&mut self) -> Vec<Block> {
        let mut blocks = self.flow.take();
        if self.boxes {
            // The paragraphs of a frame end before the one that it hangs on.
            blocks.sort_by_key(|block| block.spot(0).line);
        }
        for mut note in self.notes.take() {
            for run in &mut note.runs {
                run.spot.line = run.spot.line.saturating_add(self.line);
            }
            blocks.push(note);
        }
        self.line = self.line.saturating_add(self.note_line);
        blocks
    }

    /// The blocks of headers and of footers.
    pub(super) fn take_edges(&mut self) -> (Vec<Block>, Vec<Block>) {
        (self.headers.take(), self.footers.take())
    }

    /// Reads one part.
    pub(super) fn read(&mut self, text: &str) -> Result<(), Damage> {
        let mut xml = Xml::new(text);
        while let Some(piece) = xml.next()? {
            match piece {
                XmlPiece::Open(ns, element) => self.opens(&mut xml, ns, &element)?,
                XmlPiece::Close(ns, name) => self.closes(ns, &name),
                XmlPiece::Text(text) => {
                    self.changes.text(&text);
                    self.open.last_mut().into_iter().for_each(|open| open.text(&text));
                }
            }
        }
        Ok(())
    }

    fn opens(&mut self, xml: &mut Xml<'_>, ns: Ns, element: &XmlElement<'_>) -> Result<(), Damage> {
        let tables = self.part == Region::Text && self.in_notes == 0;
        let behind = Spot { page: None, line: self.line.saturating_add(1), column: 1 };
        let spot = self.open.last().map_or(behind, OdtParagraph::spot);
        if self.changes.takes(xml, ns, element, spot, &mut self.left_out)? {
            return Ok(());
        }
        // At the edges of pages stand logos.
        if self.part == Region::Text {
            self.drawings.note(element);
        }
        match (ns, element.name()) {
            (Ns::Text, "p" | "h") => self.starts_paragraph(element),
            (Ns::Text, "span") => self.starts_span(element),
            (Ns::Text, "s") => {
                let spaces = element.number("c").unwrap_or(1);
                self.open.last_mut().into_iter().for_each(|open| open.spaces(spaces));
            }
            (Ns::Text, "tab") => {
                self.open.last_mut().into_iter().for_each(OdtParagraph::tab);
            }
            (Ns::Text, "line-break") => {
                self.open.last_mut().into_iter().for_each(OdtParagraph::break_line);
            }
            (Ns::Text, "list") => {
                self.lists.push(false);
                self.numbering.begins(element);
            }
            (Ns::Text, "list-item" | "list-header") => {
                self.at_item(element.name() == "list-item");
                self.numbering.item(element);
            }
            (Ns::Text, "note-body") => {
                self.in_notes += 1;
                self.seen_notes = self.seen_notes.saturating_add(1);
                self.notes.note = Some(self.seen_notes);
                self.open
                    .last_mut()
                    .into_iter()
                    .for_each(|open| open.paragraph.note(self.seen_notes));
            }
            (Ns::Text, "table-of-content" | "alphabetical-index" | "user-index") => {
                self.in_index += 1;
            }
            (Ns::Text, "section") if element.get("display").is_some_and(|how| how == "none") => {
                self.leave_out(xml, Why::Hidden)?;
            }
            (Ns::Other, "fieldmark")
                if element.get("type").is_some_and(|kind| kind.ends_with("FORMCHECKBOX")) =>
            {
                let shown = boxes::field(xml)?;
                self.open.last_mut().into_iter().for_each(|open| open.text(shown));
            }
            (Ns::Form, "checkbox" | "radio") => {
                if let Some(id) = element.get("id") {
                    let on = |key: &str| {
                        element.get(key).is_some_and(|state| state == "checked" || state == "true")
                    };
                    self.boxes_of_forms.insert(id, on("current-state") || on("current-selected"));
                }
            }
            (Ns::Draw, "control") => {
                let ticked = element.get("control").and_then(|id| self.boxes_of_forms.get(&id));
                let shown = ticked.map(|ticked| if *ticked { "☒ " } else { "☐ " });
                if let (Some(shown), Some(open)) = (shown, self.open.last_mut()) {
                    open.text(shown);
                }
            }
            (Ns::Text, "hidden-text" | "hidden-paragraph") => self.leave_out(xml, Why::Hidden)?,
            (Ns::Office, "change-info") => xml.skip()?,
            // What describes an index, marks of notes, readings, and what is no text of the paper.
            (
                Ns::Text,
                "note-citation"
                | "ruby-text"
                | "sequence-decls"
                | "variable-decls"
                | "user-field-decls"
                | "table-of-content-source"
                | "alphabetical-index-source"
                | "user-index-source",
            )
            | (Ns::Office, "scripts" | "font-face-decls") => xml.skip()?,
            (Ns::Other, "title" | "desc") => xml.skip()?,
            (Ns::Style, "header" | "header-left" | "header-first") => self.part = Region::Header,
            (Ns::Style, "footer" | "footer-left" | "footer-first") => self.part = Region::Footer,
            (Ns::Table, "table") if tables => self.flow.start_table(),
            (Ns::Table, "table-header-rows") => self.heading_rows += 1,
            (Ns::Table, "table-row") if tables => {
                self.covered = 0;
                self.flow.start_row(self.heading_rows > 0);
            }
            (Ns::Table, "table-cell") if tables => self.starts_cell(element),
            (Ns::Table, "covered-table-cell") => {
                let cells = repeated(element);
                xml.skip()?;
                if tables {
                    self.covered_cells(cells);
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn closes(&mut self, ns: Ns, name: &str) {
        let tables = self.part == Region::Text && self.in_notes == 0;
        match (ns, name) {
            (Ns::Text, "p" | "h") => self.ends_paragraph(),
            (Ns::Text, "span") => {
                self.open.last_mut().into_iter().for_each(OdtParagraph::ends_span);
            }
            (Ns::Text, "list") => {
                self.lists.pop();
                self.numbering.ends();
            }
            (Ns::Text, "note-body") => self.in_notes = self.in_notes.saturating_sub(1),
            (Ns::Text, "table-of-content" | "alphabetical-index" | "user-index") => {
                self.in_index = self.in_index.saturating_sub(1);
            }
            (Ns::Style, "header" | "header-left" | "header-first")
            | (Ns::Style, "footer" | "footer-left" | "footer-first") => self.part = Region::Edges,
            (Ns::Table, "table") if tables => self.flow.end_table(),
            (Ns::Table, "table-header-rows") => {
                self.heading_rows = self.heading_rows.saturating_sub(1);
            }
            (Ns::Table, "table-cell") if tables => self.flow.end_cell(),
            _ => {}
        }
    }

    /// Passes over text that doesn't count.
    fn leave_out(&mut self, xml: &mut Xml<'_>, why: Why) -> Result<(), Damage> {
        let text = xml.skip_text()?;
        let at = Spot { page: None, line: self.line.max(1), column: 1 };
        self.left_out.push(why, &text, at);
        Ok(())
    }

    fn at_item(&mut self, is_item: bool) {
        if let Some(list) = self.lists.last_mut() {
            *list = is_item;
        }
    }

    fn starts_cell(&mut self, element: &XmlElement<'_>) {
        let style = element.get("style-name").unwrap_or_default();
        let marked = self.styles.look(&style).coloured;
        let spanned = element.number("number-columns-spanned").unwrap_or(1).clamp(1, MOST_REPEATED);
        self.covered = spanned - 1;
        let columns = if spanned > 1 { spanned } else { repeated(element) };
        self.flow.start_cell(CellProperties { columns, marked, ..CellProperties::default() });
    }

    /// Cells that others cover: those beside the last cell are part of it, those below another go
    /// on from it.
    fn covered_cells(&mut self, cells: u32) {
        let beside = cells.min(self.covered);
        self.covered -= beside;
        let columns = cells - beside;
        if columns > 0 {
            self.flow.start_cell(CellProperties {
                columns,
                follows: true,
                ..CellProperties::default()
            });
            self.flow.end_cell();
        }
    }

    fn starts_paragraph(&mut self, element: &XmlElement<'_>) {
        let line = if self.in_notes > 0 { &mut self.note_line } else { &mut self.line };
        if self.part != Region::Edges {
            *line = line.saturating_add(1);
        }
        let line = *line;
        self.boxes |= !self.open.is_empty();
        let style = element.get("style-name").unwrap_or_default();
        let mut look = self.styles.look(&style);
        if element.name() == "h" {
            let outline = element.number("outline-level").unwrap_or(1);
            look.heading = level(outline).or(Some(1));
        }
        let item = self.lists.last().copied().unwrap_or(false);
        let mut open = OdtParagraph::new(line, look, item, self.flow.in_table());
        open.paragraph.number = self.numbering.next();
        self.open.push(open);
    }

    fn ends_paragraph(&mut self) {
        let Some(mut open) = self.open.pop() else { return };
        for (why, text, at) in open.unseen.drain(..) {
            self.left_out.push(why, &text, at);
        }
        let kind = match (self.part, open.look) {
            (Region::Edges, _) => return,
            (Region::Header, _) => return self.headers.add(open.paragraph, &Kind::Furniture),
            (Region::Footer, _) => return self.footers.add(open.paragraph, &Kind::Furniture),
            // A table of contents repeats the headings.
            _ if self.in_index > 0 => Kind::Furniture,
            (_, OdtLook { contents: true, .. }) => Kind::Furniture,
            (_, OdtLook { heading: Some(level), .. }) => Kind::Heading(level),
            _ if open.item => Kind::Item,
            (_, OdtLook { quotation: true, .. }) => Kind::Quotation,
            _ => Kind::Paragraph,
        };
        let flow = if self.in_notes > 0 { &mut self.notes } else { &mut self.flow };
        flow.add(open.paragraph, &kind);
    }

    fn starts_span(&mut self, element: &XmlElement<'_>) {
        let style = element.get("style-name").unwrap_or_default();
        let look = self.styles.look(&style);
        if let Some(open) = self.open.last_mut() {
            open.starts_span(look);
        }
    }
}

/// How many columns a cell stands for.
fn repeated(element: &XmlElement<'_>) -> u32 {
    element.number("number-columns-repeated").unwrap_or(1).clamp(1, MOST_REPEATED)
}
