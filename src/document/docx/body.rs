//! The text of a Word file, element by element.

use super::alternatives::Alternatives;
use super::controls::{EMPTY, form_field, symbol};
use super::drawings::Drawings;
use super::numbering::Numbering;
use super::paragraph::DocxParagraph;
use super::properties::{
    ParagraphProperties, RowProperties, RunProperties, TableProperties, cell_properties,
};
use super::styles::{DocxStyles, level};
use crate::document::block::{Block, Kind, Spot};
use crate::document::flow::Flow;
use crate::document::left_out::{LeftOut, Why};
use crate::document::notes::NoteNames;
use crate::document::slot::CellProperties;
use crate::document::tracked::Tracked;
use crate::document::xml::{Damage, Ns, Xml, XmlElement, XmlPiece};
use crate::source::Fault;

/// Reads the parts that hold text.
#[derive(Default)]
pub(super) struct DocxBody {
    styles: DocxStyles,
    numbering: Numbering,
    flow: Flow,
    /// The number of the last paragraph.
    line: u32,
    open: Vec<DocxParagraph>,
    /// A paragraph whose end was deleted.
    unended: Option<DocxParagraph>,
    /// Whether the part is a header or a footer.
    edges: bool,
    /// Whether a text box was seen.
    boxes: bool,
    alternatives: Alternatives,
    /// Changes and comments.
    pub tracked: Tracked,
    /// Whether the control that begins only shows what should be filled in.
    placeholder: bool,
    /// Whether the run is bold, whether it is raised above its line, and why nobody sees it.
    bold: bool,
    raised: bool,
    unseen: Option<Why>,
    /// Whether a paragraph, a cell or the page has a ground that isn't white.
    shaded: bool,
    page_shaded: bool,
    left_out: LeftOut,
    in_text: bool,
    unread: Option<&'static str>,
    pub drawings: Drawings,
    notes: NoteNames,
}

impl DocxBody {
    pub(super) fn new(styles: DocxStyles, numbering: Numbering) -> Self {
        Self { styles, numbering, ..Self::default() }
    }

    /// Says that headers and footers follow.
    pub(super) fn reads_edges(&mut self) {
        self.edges = true;
    }

    /// What was seen that isn't read.
    pub(super) fn unread(&self) -> Option<&'static str> {
        self.unread
    }

    /// What nobody sees of it.
    pub(super) fn take_left_out(&mut self) -> LeftOut {
        std::mem::take(&mut self.left_out)
    }

    /// The fault of a document that is too large.
    pub(super) fn excess(&self, name: &str) -> Result<(), Fault> {
        self.flow.excess(name)
    }

    /// The blocks since the last time.
    pub(super) fn take(&mut self) -> Vec<Block> {
        let mut blocks = self.flow.take();
        if std::mem::take(&mut self.boxes) {
            // The paragraphs of a text box end before the one that it hangs on.
            blocks.sort_by_key(|block| block.spot(0).line);
        }
        blocks
    }

    /// Reads one part.
    pub(super) fn read(&mut self, text: &str) -> Result<(), Damage> {
        let mut xml = Xml::new(text);
        while let Some(piece) = xml.next()? {
            match piece {
                XmlPiece::Open(Ns::Word, element) => self.opens(&mut xml, &element)?,
                XmlPiece::Open(Ns::Compat, element) => {
                    if self.alternatives.passes_over(element.name()) {
                        xml.skip()?;
                    }
                }
                XmlPiece::Open(Ns::Math, element) => self.in_text |= element.name() == "t",
                XmlPiece::Open(Ns::Other, element) if element.name() == "relIds" => {
                    self.unread = Some("a diagram (SmartArt)");
                }
                XmlPiece::Open(Ns::Other, element) if element.name() == "OLEObject" => {
                    self.unread =
                        self.unread.or(Some("another document inserted as a picture of it"));
                }
                XmlPiece::Open(_, element) => self.drawings.note(&element, self.edges),
                XmlPiece::Close(Ns::Word, name) => self.closes(&name),
                XmlPiece::Close(Ns::Compat, name) => self.alternatives.closes(&name),
                XmlPiece::Close(Ns::Math, name) if name == "t" => self.in_text = false,
                XmlPiece::Close(..) => {}
                XmlPiece::Text(text) if self.in_text => self.text(&text),
                XmlPiece::Text(_) => {}
            }
        }
        self.end_unended();
        Ok(())
    }

    fn opens(&mut self, xml: &mut Xml<'_>, element: &XmlElement<'_>) -> Result<(), Damage> {
        match element.name() {
            "p" => self.starts_paragraph(),
            "pPr" => self.paragraph_is(xml)?,
            "r" => {
                let look = self.open.last().map(|open| open.look).unwrap_or_default();
                (self.bold, self.raised) = (look.bold, false);
                self.unseen = look.sight.why(self.is_on_a_ground());
            }
            "background" => {
                let colour = element.get("color").unwrap_or_default();
                self.page_shaded = !matches!(colour.as_str(), "" | "auto" | "FFFFFF" | "ffffff");
            }
            "rPr" => self.run_is(xml)?,
            "t" => self.in_text = true,
            "tab" | "ptab" => self.character(crate::document::builder::TAB),
            "sym" => self.character(symbol(element)),
            "ffData" => {
                let shown = form_field(xml)?;
                if let Some(open) = self.open.last_mut() {
                    open.field_shows(&shown);
                }
            }
            "noBreakHyphen" => self.character("-"),
            "br" | "cr" => self.break_line(),
            "fldChar" => self.field(element.get("fldCharType").as_deref()),
            "tbl" if !self.edges => {
                self.end_unended();
                self.flow.start_table();
            }
            "tblPr" if !self.edges => self.table_is(xml)?,
            "tr" if !self.edges => self.flow.start_row(false),
            "trPr" if !self.edges => self.row_is(xml)?,
            "tc" if !self.edges => self.flow.start_cell(CellProperties::default()),
            "tcPr" if !self.edges => self.cell_is(xml)?,
            "sdtPr" => {
                let mut placeholder = false;
                xml.each_within(|name, element| {
                    placeholder |= name == "showingPlcHdr" && element.is_on("val");
                })?;
                self.placeholder = placeholder;
            }
            // Nothing was filled in: what is asked there isn't answered by what follows.
            "sdtContent" if std::mem::take(&mut self.placeholder) => {
                xml.skip()?;
                self.character(EMPTY);
            }
            // What stands between the text and the notes is no note.
            "footnote" | "endnote" if element.get("type").is_some_and(|kind| kind != "normal") => {
                xml.skip()?;
            }
            "footnote" | "endnote" => self.flow.note = self.note(element),
            "footnoteReference" | "endnoteReference" => {
                let note = self.note(element);
                if let (Some(open), Some(note)) = (self.open.last_mut(), note) {
                    open.paragraph.note(note);
                }
            }
            "ins" | "moveTo" => self.tracked.opens(self.spot()),
            "commentReference" => self.tracked.comment(element.get("id"), self.spot()),
            "altChunk" => self.unread = Some("another document inserted whole"),
            // What was deleted or moved away, instructions of fields, the reading aid above a
            // word, and what is no text.
            "del" | "delText" => self.leave_out(xml, Why::Deleted)?,
            "moveFrom" | "instrText" | "delInstrText" | "rt" | "sectPr" | "tblPr" | "tblPrEx"
            | "tblGrid" | "sdtEndPr" => xml.skip()?,
            _ => {}
        }
        Ok(())
    }

    fn closes(&mut self, name: &str) {
        match name {
            "p" => self.ends_paragraph(),
            "t" => self.in_text = false,
            "footnote" | "endnote" => self.flow.note = None,
            "ins" | "moveTo" => self.tracked.closes(),
            "tc" if !self.edges => {
                self.end_unended();
                self.flow.end_cell();
            }
            "tbl" if !self.edges => self.flow.end_table(),
            _ => {}
        }
    }

    /// The number of the note that an element is, or that it is the mark of.
    fn note(&mut self, element: &XmlElement<'_>) -> Option<u32> {
        let kind = element.name().trim_end_matches("Reference");
        let id = element.get("id")?;
        self.notes.number(&format!("{kind} {id}"))
    }

    fn starts_paragraph(&mut self) {
        self.line = self.line.saturating_add(1);
        self.shaded = false;
        self.boxes |= !self.open.is_empty();
        let carried = if self.open.is_empty() { self.unended.take() } else { None };
        let paragraph = carried.map(|open| open.paragraph).unwrap_or_default();
        self.open.push(DocxParagraph::new(paragraph, self.line));
    }

    fn ends_paragraph(&mut self) {
        let Some(open) = self.open.pop() else { return };
        if open.end_deleted && self.open.is_empty() {
            self.unended = Some(open);
        } else {
            self.add(open);
        }
    }

    fn end_unended(&mut self) {
        if let Some(open) = self.unended.take() {
            self.add(open);
        }
    }

    fn add(&mut self, open: DocxParagraph) {
        let kind = if self.edges { Kind::Furniture } else { open.look.kind() };
        self.flow.add(open.paragraph, &kind);
    }

    fn paragraph_is(&mut self, xml: &mut Xml<'_>) -> Result<(), Damage> {
        let says = ParagraphProperties::read(xml)?;
        let Some(open) = self.open.last_mut() else { return Ok(()) };
        open.look = says.style.map(|style| self.styles.look(&style)).unwrap_or_default();
        if says.outline.is_some() {
            open.look.heading = level(says.outline);
        }
        open.look.item = says.list.unwrap_or(open.look.item);
        if let Some(list) = says.number.or(open.look.number).filter(|list| *list > 0) {
            open.is_numbered(self.numbering.next(list, says.level));
        }
        open.end_deleted = says.end_deleted;
        self.shaded = says.shaded;
        Ok(())
    }

    /// Whether what is white may be seen here: nobody knows which ground a cell has by its table's style.
    fn is_on_a_ground(&self) -> bool {
        self.shaded || self.page_shaded || self.flow.in_table()
    }

    /// Where the next character stands.
    fn spot(&self) -> Spot {
        let before = Spot { page: None, line: self.line.max(1), column: 1 };
        self.open.last().map_or(before, DocxParagraph::spot)
    }

    /// Passes over text that doesn't count.
    fn leave_out(&mut self, xml: &mut Xml<'_>, why: Why) -> Result<(), Damage> {
        let text = xml.skip_text()?;
        let at = Spot { column: 1, ..self.spot() };
        self.tracked.deleted(&text, self.spot());
        self.left_out.push(why, &text, at);
        Ok(())
    }

    fn run_is(&mut self, xml: &mut Xml<'_>) -> Result<(), Damage> {
        let says = RunProperties::read(xml)?;
        let look = says.style.map(|style| self.styles.look(&style)).unwrap_or_default();
        self.raised = says.raised;
        self.bold = says.bold.unwrap_or(self.bold || look.bold);
        let around = self.open.last().map(|open| open.look.sight).unwrap_or_default();
        let sight = says.sight.or(look.sight).or(around);
        self.unseen = sight.why(self.is_on_a_ground());
        Ok(())
    }

    fn table_is(&mut self, xml: &mut Xml<'_>) -> Result<(), Damage> {
        let says = TableProperties::read(xml)?;
        let look = says.style.map(|style| self.styles.look(&style)).unwrap_or_default();
        let first_column = says.first_column && look.first_column;
        self.flow.table_marks(says.first_row && look.first_row, first_column);
        Ok(())
    }

    fn row_is(&mut self, xml: &mut Xml<'_>) -> Result<(), Damage> {
        let says = RowProperties::read(xml)?;
        if says.deleted {
            return self.leave_out(xml, Why::Deleted);
        }
        if says.heads {
            self.flow.row_heads();
        }
        self.flow.skip_columns(says.before);
        Ok(())
    }

    fn cell_is(&mut self, xml: &mut Xml<'_>) -> Result<(), Damage> {
        let (properties, deleted) = cell_properties(xml)?;
        self.flow.cell_is(properties);
        if deleted {
            self.leave_out(xml, Why::Deleted)?;
            self.flow.end_cell();
        }
        Ok(())
    }

    fn field(&mut self, what: Option<&str>) {
        if let Some(open) = self.open.last_mut() {
            open.field(what);
        }
    }

    fn break_line(&mut self) {
        if let Some(open) = self.open.last_mut() {
            open.break_line();
        }
    }

    fn text(&mut self, text: &str) {
        if text.contains(['\n', '\r']) {
            self.character(&text.replace(['\n', '\r'], " "));
        } else {
            self.character(text);
        }
    }

    fn character(&mut self, text: &str) {
        self.tracked.text(if text == crate::document::builder::TAB { " " } else { text });
        let (bold, Some(open)) = (self.bold, self.open.last_mut()) else { return };
        match self.unseen {
            Some(why) => self.left_out.push(why, text, open.spot()),
            None if self.raised => open.push_raised(text, bold),
            None => open.push(text, bold),
        }
    }
}
