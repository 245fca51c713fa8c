//! The document as WordprocessingML (ISO/IEC 29500, transitional). The order of elements is the
//! schema's: Word refuses another.

use std::io;

use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use quick_xml::writer::Writer;

use super::super::harmless::harmless;
use super::blocks::{
    CharacterStyle, DocxBlock, DocxCell, DocxColumn, DocxRun, DocxTable, ParagraphStyle,
};
use super::numbering::list_number;
use crate::standing::Outcome;

/// A4 with margins of two centimetres, in twentieths of a point.
const PAGE: (u32, u32, u32) = (11_906, 16_838, 1_134);

/// How wide the text is.
const WIDTH: u32 = PAGE.0 - 2 * PAGE.2;

/// The headings that the contents list holds: those of the levels 1 and 2.
const CONTENTS: &str = r#" TOC \o "1-2" \h \z \u "#;
const LISTED: u8 = 2;

type Attributes<'a> = &'a [(&'a str, &'a str)];

/// The part that holds the text.
struct MainPart {
    xml: Writer<Vec<u8>>,
}

/// The part of a document's blocks.
pub(super) fn document(blocks: &[DocxBlock]) -> io::Result<Vec<u8>> {
    let mut part = MainPart { xml: Writer::new(Vec::new()) };
    part.xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))?;
    let namespaces = [
        ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
        ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ];
    part.inside("w:document", &namespaces, |part| {
        part.inside("w:body", &[], |part| {
            for block in blocks {
                part.block(block, blocks)?;
            }
            part.section()
        })
    })?;
    Ok(part.xml.into_inner())
}

/// A text that XML can hold, on one line: where lines break is for the reader's page to say.
pub(super) fn clean(text: &str) -> String {
    harmless(text).replace('\n', " ")
}

impl MainPart {
    fn block(&mut self, block: &DocxBlock, all: &[DocxBlock]) -> io::Result<()> {
        match block {
            DocxBlock::Heading(level, text) => self.heading(*level, text, false),
            DocxBlock::Opening(text) => self.heading(1, text, true),
            DocxBlock::Paragraph(style, runs) => self.paragraph(*style, runs),
            DocxBlock::Table(table) => self.table(table),
            DocxBlock::Contents => self.contents(all),
        }
    }

    fn heading(&mut self, level: u8, text: &str, opens: bool) -> io::Result<()> {
        self.inside("w:p", &[], |part| {
            let style = format!("Heading{level}");
            part.inside("w:pPr", &[], |part| {
                part.value("w:pStyle", &style)?;
                if opens { part.empty("w:pageBreakBefore", &[]) } else { Ok(()) }
            })?;
            part.run(&DocxRun::plain(text))
        })
    }

    fn paragraph(&mut self, style: ParagraphStyle, runs: &[DocxRun]) -> io::Result<()> {
        self.inside("w:p", &[], |part| {
            if style != ParagraphStyle::Normal {
                part.inside("w:pPr", &[], |part| {
                    part.value("w:pStyle", style_id(style))?;
                    let ParagraphStyle::Numbered(list) = style else { return Ok(()) };
                    part.inside("w:numPr", &[], |part| {
                        part.value("w:ilvl", "0")?;
                        part.value("w:numId", &list_number(list).to_string())
                    })
                })?;
            }
            runs.iter().try_for_each(|run| part.run(run))
        })
    }

    fn run(&mut self, run: &DocxRun) -> io::Result<()> {
        self.inside("w:r", &[], |part| {
            let style = match run.style {
                CharacterStyle::Plain => None,
                CharacterStyle::Strong => Some("Strong"),
                CharacterStyle::Name => Some("Name"),
            };
            if let Some(style) = style {
                part.inside("w:rPr", &[], |part| part.value("w:rStyle", style))?;
            }
            part.text("w:t", &run.text)
        })
    }

    /// The contents list: a field that Word fills anew, with what it would hold but for the pages.
    fn contents(&mut self, all: &[DocxBlock]) -> io::Result<()> {
        self.inside("w:p", &[], |part| {
            part.inside("w:pPr", &[], |part| part.value("w:pStyle", "TOCHeading"))?;
            part.run(&DocxRun::plain("Annex: contents"))
        })?;
        let headings = all.iter().filter_map(DocxBlock::heading);
        let listed: Vec<(u8, &str)> = headings.filter(|(level, _)| *level <= LISTED).collect();
        for (at, (level, text)) in listed.iter().enumerate() {
            self.inside("w:p", &[], |part| {
                let style = format!("TOC{level}");
                part.inside("w:pPr", &[], |part| part.value("w:pStyle", &style))?;
                if at == 0 {
                    part.field_begins(CONTENTS)?;
                }
                part.run(&DocxRun::plain(*text))?;
                if at + 1 == listed.len() { part.field_ends() } else { Ok(()) }
            })?;
        }
        Ok(())
    }

    fn field_begins(&mut self, instruction: &str) -> io::Result<()> {
        let begin = [("w:fldCharType", "begin"), ("w:dirty", "true")];
        self.inside("w:r", &[], |part| part.empty("w:fldChar", &begin))?;
        self.inside("w:r", &[], |part| part.text("w:instrText", instruction))?;
        let separate = [("w:fldCharType", "separate")];
        self.inside("w:r", &[], |part| part.empty("w:fldChar", &separate))
    }

    fn field_ends(&mut self) -> io::Result<()> {
        self.inside("w:r", &[], |part| part.empty("w:fldChar", &[("w:fldCharType", "end")]))
    }

    fn table(&mut self, table: &DocxTable) -> io::Result<()> {
        let widths = widths(&table.columns);
        self.inside("w:tbl", &[], |part| {
            part.inside("w:tblPr", &[], |part| {
                part.value("w:tblStyle", "ReportTable")?;
                part.empty("w:tblW", &[("w:w", &WIDTH.to_string()), ("w:type", "dxa")])?;
                part.empty("w:tblLayout", &[("w:type", "fixed")])?;
                let look = [
                    ("w:val", "0620"),
                    ("w:firstRow", "1"),
                    ("w:noHBand", "1"),
                    ("w:noVBand", "1"),
                ];
                part.empty("w:tblLook", &look)
            })?;
            part.inside("w:tblGrid", &[], |part| {
                widths.iter().try_for_each(|width| part.empty("w:gridCol", &[("w:w", width)]))
            })?;
            let heads: Vec<DocxCell> = table
                .columns
                .iter()
                .map(|column| DocxCell::of(vec![DocxRun::strong(column.head.as_str())]))
                .collect();
            part.row(&heads, table, &widths, true)?;
            table.rows.iter().try_for_each(|row| part.row(row, table, &widths, false))
        })?;
        // Two tables need a paragraph between them, and a cell's border room below: so low that it makes no
        // page of its own at the end.
        self.paragraph(ParagraphStyle::TableEnd, &[])
    }

    fn row(
        &mut self,
        cells: &[DocxCell],
        table: &DocxTable,
        widths: &[String],
        head: bool,
    ) -> io::Result<()> {
        self.inside("w:tr", &[], |part| {
            part.inside("w:trPr", &[], |part| {
                part.empty("w:cantSplit", &[])?;
                if head { part.empty("w:tblHeader", &[]) } else { Ok(()) }
            })?;
            let columns = table.columns.iter().zip(widths);
            cells.iter().zip(columns).try_for_each(|(cell, (column, width))| {
                part.inside("w:tc", &[], |part| part.cell(cell, column, width))
            })
        })
    }

    fn cell(&mut self, cell: &DocxCell, column: &DocxColumn, width: &str) -> io::Result<()> {
        self.inside("w:tcPr", &[], |part| {
            part.empty("w:tcW", &[("w:w", width), ("w:type", "dxa")])?;
            let Some(fill) = cell.tint.and_then(fill) else { return Ok(()) };
            part.empty("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", fill)])
        })?;
        cell.paragraphs.iter().try_for_each(|runs| {
            self.inside("w:p", &[], |part| {
                part.inside("w:pPr", &[], |part| {
                    part.value("w:pStyle", "TableText")?;
                    if column.number { part.value("w:jc", "right") } else { Ok(()) }
                })?;
                runs.iter().try_for_each(|run| part.run(run))
            })
        })
    }

    /// The page, and what stands at its foot.
    fn section(&mut self) -> io::Result<()> {
        let (width, height, margin) = PAGE;
        let (width, height, margin) = (width.to_string(), height.to_string(), margin.to_string());
        self.inside("w:sectPr", &[], |part| {
            part.empty("w:footerReference", &[("w:type", "default"), ("r:id", "rId4")])?;
            part.empty("w:pgSz", &[("w:w", &width), ("w:h", &height)])?;
            let sides =
                ["w:top", "w:right", "w:bottom", "w:left"].map(|side| (side, margin.as_str()));
            let rest = [("w:header", "567"), ("w:footer", "567"), ("w:gutter", "0")];
            part.empty("w:pgMar", &[&sides[..], &rest[..]].concat())
        })
    }

    fn inside(
        &mut self,
        name: &str,
        attributes: Attributes<'_>,
        content: impl FnOnce(&mut Self) -> io::Result<()>,
    ) -> io::Result<()> {
        self.xml.write_event(Event::Start(element(name, attributes)))?;
        content(self)?;
        self.xml.write_event(Event::End(BytesEnd::new(name)))
    }

    fn empty(&mut self, name: &str, attributes: Attributes<'_>) -> io::Result<()> {
        self.xml.write_event(Event::Empty(element(name, attributes)))
    }

    fn value(&mut self, name: &str, value: &str) -> io::Result<()> {
        self.empty(name, &[("w:val", value)])
    }

    fn text(&mut self, name: &str, text: &str) -> io::Result<()> {
        self.inside(name, &[("xml:space", "preserve")], |part| {
            part.xml.write_event(Event::Text(BytesText::new(&clean(text))))
        })
    }
}

fn element<'a>(name: &'a str, attributes: Attributes<'_>) -> BytesStart<'a> {
    let mut element = BytesStart::new(name);
    for attribute in attributes {
        element.push_attribute(*attribute);
    }
    element
}

/// The widths of columns. The last has what division leaves over.
fn widths(columns: &[DocxColumn]) -> Vec<String> {
    let all: u32 = columns.iter().map(|column| column.share).sum::<u32>().max(1);
    let mut left = WIDTH;
    let mut widths: Vec<u32> = columns
        .iter()
        .map(|column| {
            let width = WIDTH * column.share / all;
            left -= width;
            width
        })
        .collect();
    if let Some(last) = widths.last_mut() {
        *last += left;
    }
    widths.iter().map(u32::to_string).collect()
}

fn style_id(style: ParagraphStyle) -> &'static str {
    match style {
        ParagraphStyle::Normal => "Normal",
        ParagraphStyle::Title => "Title",
        ParagraphStyle::Subtitle => "Subtitle",
        ParagraphStyle::Alert => "Alert",
        ParagraphStyle::Inset => "Inset",
        ParagraphStyle::Aside => "Aside",
        ParagraphStyle::Outcome => "Outcome",
        ParagraphStyle::Quote => "Quote",
        ParagraphStyle::QuoteSource => "QuoteSource",
        ParagraphStyle::Caption => "Caption",
        ParagraphStyle::Bullet => "ListBullet",
        ParagraphStyle::TableEnd => "TableEnd",
        ParagraphStyle::Numbered(_) => "ListNumber",
    }
}

/// The colour behind an outcome's word.
fn fill(outcome: Outcome) -> Option<&'static str> {
    match outcome {
        Outcome::Met => Some("DDEFE0"),
        Outcome::PartlyMet => Some("FFF3D1"),
        Outcome::Planned => Some("E3ECF9"),
        Outcome::Withheld | Outcome::NotMet => Some("F9DEDC"),
        Outcome::NotEvidenced => Some("E9E6F2"),
        Outcome::NotInForce | Outcome::NotApplicable => None,
    }
}
