//! The text of a Word file, element by element.

use super::styles::{DocxLook, DocxStyles, level};
use crate::document::block::{Block, Kind, Spot};
use crate::document::flow::Flow;
use crate::document::paragraph::Paragraph;
use crate::document::slot::CellProperties;
use crate::document::xml::{Damage, Ns, Xml, XmlElement, XmlPiece};
use crate::source::Fault;

/// A paragraph that is open. A text box within it holds paragraphs of its own.
#[derive(Default)]
struct DocxParagraph {
    paragraph: Paragraph,
    line: u32,
    /// The column of the next character.
    column: u32,
    look: DocxLook,
    /// Whether the next paragraph goes on in it: its end was deleted, or it is a large letter.
    end_deleted: bool,
    /// The fields that are open: whether their instruction, rather than what they show, is read.
    fields: Vec<bool>,
    /// How many of them are at their instruction.
    instructions: usize,
}

/// Reads the parts that hold text.
pub(super) struct DocxBody {
    styles: DocxStyles,
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
    /// For each alternative that is open, whether one was chosen.
    chosen: Vec<bool>,
    /// Whether the control that begins only shows what should be filled in.
    placeholder: bool,
    /// Whether the run is bold, and hidden.
    bold: bool,
    hidden: bool,
    in_text: bool,
    unread: Option<&'static str>,
}

impl DocxBody {
    pub(super) fn new(styles: DocxStyles) -> Self {
        Self {
            styles,
            flow: Flow::default(),
            line: 0,
            open: Vec::new(),
            unended: None,
            edges: false,
            boxes: false,
            chosen: Vec::new(),
            placeholder: false,
            bold: false,
            hidden: false,
            in_text: false,
            unread: None,
        }
    }

    /// Says that headers and footers follow.
    pub(super) fn reads_edges(&mut self) {
        self.edges = true;
    }

    /// What was seen that isn't read.
    pub(super) fn unread(&self) -> Option<&'static str> {
        self.unread
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
                XmlPiece::Open(Ns::Compat, element) => self.chooses(&mut xml, &element)?,
                XmlPiece::Open(Ns::Math, element) => self.in_text |= element.name() == "t",
                XmlPiece::Open(..) => {}
                XmlPiece::Close(Ns::Word, name) => self.closes(&name),
                XmlPiece::Close(Ns::Compat, name) if name == "AlternateContent" => {
                    self.chosen.pop();
                }
                XmlPiece::Close(Ns::Math, name) if name == "t" => self.in_text = false,
                XmlPiece::Close(..) => {}
                XmlPiece::Text(text) if self.in_text => self.text(&text),
                XmlPiece::Text(_) => {}
            }
        }
        self.end_unended();
        Ok(())
    }

    /// Of alternatives, the first is read: the others show the same to older programs.
    fn chooses(&mut self, xml: &mut Xml<'_>, element: &XmlElement<'_>) -> Result<(), Damage> {
        match (element.name(), self.chosen.last_mut()) {
            ("AlternateContent", _) => self.chosen.push(false),
            ("Choice" | "Fallback", Some(true)) => xml.skip()?,
            ("Choice" | "Fallback", Some(chosen)) => *chosen = true,
            _ => {}
        }
        Ok(())
    }

    fn opens(&mut self, xml: &mut Xml<'_>, element: &XmlElement<'_>) -> Result<(), Damage> {
        match element.name() {
            "p" => self.starts_paragraph(),
            "pPr" => self.paragraph_is(xml)?,
            "r" => {
                let look = self.open.last().map(|open| open.look).unwrap_or_default();
                self.bold = look.bold;
                self.hidden = look.hidden;
            }
            "rPr" => self.run_is(xml)?,
            "t" => self.in_text = true,
            "tab" | "ptab" | "sym" => self.character(" "),
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
            "sdtContent" if std::mem::take(&mut self.placeholder) => xml.skip()?,
            // What stands between the text and the notes is no note.
            "footnote" | "endnote" if element.get("type").is_some_and(|kind| kind != "normal") => {
                xml.skip()?;
            }
            "altChunk" => self.unread = Some("another document inserted whole"),
            // What was deleted or moved away, instructions of fields, the reading aid above a
            // word, and what is no text.
            "del" | "moveFrom" | "delText" | "instrText" | "delInstrText" | "rt" | "sectPr"
            | "tblPr" | "tblPrEx" | "tblGrid" | "sdtEndPr" => xml.skip()?,
            _ => {}
        }
        Ok(())
    }

    fn closes(&mut self, name: &str) {
        match name {
            "p" => self.ends_paragraph(),
            "t" => self.in_text = false,
            "tc" if !self.edges => {
                self.end_unended();
                self.flow.end_cell();
            }
            "tbl" if !self.edges => self.flow.end_table(),
            _ => {}
        }
    }

    fn starts_paragraph(&mut self) {
        self.line = self.line.saturating_add(1);
        self.boxes |= !self.open.is_empty();
        let carried = if self.open.is_empty() { self.unended.take() } else { None };
        let paragraph = carried.map(|open| open.paragraph).unwrap_or_default();
        self.open.push(DocxParagraph {
            paragraph,
            line: self.line,
            column: 1,
            ..DocxParagraph::default()
        });
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
        let kind = match open.look {
            _ if self.edges => Kind::Furniture,
            // A table of contents repeats the headings.
            DocxLook { contents: true, .. } => Kind::Furniture,
            DocxLook { heading: Some(level), .. } => Kind::Heading(level),
            DocxLook { item: true, .. } => Kind::Item,
            DocxLook { quotation: true, .. } => Kind::Quotation,
            _ => Kind::Paragraph,
        };
        self.flow.add(open.paragraph, &kind);
    }

    fn paragraph_is(&mut self, xml: &mut Xml<'_>) -> Result<(), Damage> {
        let (mut style, mut outline, mut list, mut end_deleted) = (None, None, None, false);
        xml.each_within(|name, element| match name {
            "pStyle" => style = element.get("val"),
            "outlineLvl" => outline = element.number("val"),
            "numId" => list = Some(element.number("val") != Some(0)),
            "del" | "moveFrom" => end_deleted = true,
            // A large first letter, which stands in a frame of its own.
            "framePr" => end_deleted |= element.get("dropCap").is_some_and(|how| how != "none"),
            _ => {}
        })?;
        let Some(open) = self.open.last_mut() else { return Ok(()) };
        open.look = style.map(|style| self.styles.look(&style)).unwrap_or_default();
        if outline.is_some() {
            open.look.heading = level(outline);
        }
        open.look.item = list.unwrap_or(open.look.item);
        open.end_deleted = end_deleted;
        Ok(())
    }

    fn run_is(&mut self, xml: &mut Xml<'_>) -> Result<(), Damage> {
        let (mut style, mut bold, mut hidden) = (None, None, None);
        let mut struck = false;
        xml.each_within(|name, element| match name {
            "rStyle" => style = element.get("val"),
            "b" => bold = Some(element.is_on("val")),
            // Struck out by hand, or with the changes tracked: it says the same.
            "strike" | "dstrike" => struck |= element.is_on("val"),
            "vanish" => hidden = Some(element.is_on("val")),
            _ => {}
        })?;
        let look = style.map(|style| self.styles.look(&style)).unwrap_or_default();
        self.bold = bold.unwrap_or(self.bold || look.bold);
        self.hidden = hidden.unwrap_or(self.hidden || look.hidden) || struck;
        Ok(())
    }

    fn table_is(&mut self, xml: &mut Xml<'_>) -> Result<(), Damage> {
        let (mut style, mut first_row, mut first_column) = (None, false, false);
        xml.each_within(|name, element| match name {
            "tblStyle" => style = element.get("val"),
            "tblLook" => {
                let bits = element.get("val").and_then(|val| u32::from_str_radix(&val, 16).ok());
                let is_on = |name: &str, bit: u32| match element.get(name) {
                    Some(_) => element.is_on(name),
                    None => bits.is_some_and(|bits| bits & bit != 0),
                };
                first_row = is_on("firstRow", 0x20);
                first_column = is_on("firstColumn", 0x80);
            }
            _ => {}
        })?;
        let look = style.map(|style| self.styles.look(&style)).unwrap_or_default();
        self.flow.table_marks(first_row && look.first_row, first_column && look.first_column);
        Ok(())
    }

    fn row_is(&mut self, xml: &mut Xml<'_>) -> Result<(), Damage> {
        let (mut heads, mut deleted, mut before) = (false, false, 0);
        xml.each_within(|name, element| match name {
            "tblHeader" => heads = element.is_on("val"),
            "del" => deleted = true,
            "gridBefore" => before = element.number("val").unwrap_or(0),
            _ => {}
        })?;
        if deleted {
            return xml.skip();
        }
        if heads {
            self.flow.row_heads();
        }
        self.flow.skip_columns(before);
        Ok(())
    }

    fn cell_is(&mut self, xml: &mut Xml<'_>) -> Result<(), Damage> {
        let mut place = CellProperties::default();
        let mut deleted = false;
        xml.each_within(|name, element| match name {
            "gridSpan" => place.columns = element.number("val").unwrap_or(1),
            "vMerge" | "hMerge" => {
                place.follows |= element.get("val").is_none_or(|val| val == "continue");
            }
            "shd" => {
                let fill = element.get("fill").unwrap_or_default().to_lowercase();
                place.marked = !matches!(fill.as_str(), "" | "auto" | "ffffff");
            }
            "cellDel" => deleted = true,
            _ => {}
        })?;
        self.flow.cell_is(place);
        if deleted {
            xml.skip()?;
            self.flow.end_cell();
        }
        Ok(())
    }

    fn field(&mut self, what: Option<&str>) {
        let Some(open) = self.open.last_mut() else { return };
        match what {
            Some("begin") => {
                open.fields.push(true);
                open.instructions += 1;
            }
            Some("separate") => {
                if let Some(field) = open.fields.last_mut() {
                    open.instructions -= usize::from(std::mem::take(field));
                }
            }
            Some("end") => {
                open.instructions -= usize::from(open.fields.pop().unwrap_or(false));
            }
            _ => {}
        }
    }

    fn break_line(&mut self) {
        if let Some(open) = self.open.last_mut() {
            open.paragraph.break_line();
            open.column = open.column.saturating_add(1);
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
        let (bold, hidden) = (self.bold, self.hidden);
        let Some(open) = self.open.last_mut() else { return };
        if hidden || open.instructions > 0 {
            return;
        }
        let spot = Spot { page: None, line: open.line, column: open.column };
        open.paragraph.push(text, spot, bold);
        let characters = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        open.column = open.column.saturating_add(characters);
    }
}
