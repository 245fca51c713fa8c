//! What the styles of a Word file say of their paragraphs: heading, item, quotation, bold.

use std::collections::HashMap;

use super::sight::DocxSight;
use crate::document::block::Kind;
use crate::document::xml::{Damage, Ns, Xml, XmlPiece};

/// How many styles a style may rest on, one on the other.
const LONGEST_CHAIN: usize = 20;
/// The outline level of body text.
const BODY: u32 = 9;

/// What a style says, with what it rests on.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct DocxLook {
    /// The level of the heading.
    pub heading: Option<u8>,
    /// Whether it is an item of a list.
    pub item: bool,
    /// The list that it is an item of.
    pub number: Option<u32>,
    /// Whether somebody is quoted.
    pub quotation: bool,
    /// Whether it is a line of a table of contents.
    pub contents: bool,
    /// Whether it is bold.
    pub bold: bool,
    /// Whether it is seen.
    pub sight: DocxSight,
    /// Of a table, whether its first row, and its first column, are set apart.
    pub first_row: bool,
    pub first_column: bool,
}

impl DocxLook {
    /// What a paragraph is that looks so. A table of contents repeats the headings.
    pub(super) fn kind(&self) -> Kind {
        match self {
            Self { contents: true, .. } => Kind::Furniture,
            Self { heading: Some(level), .. } => Kind::Heading(*level),
            Self { item: true, .. } => Kind::Item,
            Self { quotation: true, .. } => Kind::Quotation,
            _ => Kind::Paragraph,
        }
    }
}

/// What one style says itself.
#[derive(Debug, Default)]
struct DocxStyle {
    name: String,
    rests_on: Option<String>,
    outline: Option<u32>,
    item: Option<bool>,
    number: Option<u32>,
    bold: Option<bool>,
    sight: DocxSight,
    first_row: bool,
    first_column: bool,
}

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct DocxStyles {
    styles: HashMap<String, DocxStyle>,
    /// What was worked out before.
    looks: HashMap<String, DocxLook>,
}

impl DocxStyles {
    /// Reads the part that holds them.
    pub(super) fn read(&mut self, text: &str) -> Result<(), Damage> {
        let mut xml = Xml::new(text);
        while let Some(piece) = xml.next()? {
            let XmlPiece::Open(Ns::Word, element) = piece else { continue };
            if element.name() != "style" {
                continue;
            }
            let id = element.get("styleId").unwrap_or_default();
            let mut style = DocxStyle::default();
            // Which part of a table is spoken of: its parts come after what is said of all of it.
            let mut part = None;
            xml.each_within(|name, element| match name {
                "tblStylePr" => part = element.get("type"),
                "b" | "shd" if part.is_some() => {
                    let marks = name == "shd" || element.is_on("val");
                    style.first_row |= marks && part.as_deref() == Some("firstRow");
                    style.first_column |= marks && part.as_deref() == Some("firstCol");
                }
                "name" => style.name = element.get("val").unwrap_or_default(),
                "basedOn" => style.rests_on = element.get("val"),
                "outlineLvl" => style.outline = element.number("val"),
                "numId" => {
                    style.number = element.number("val");
                    style.item = Some(style.number != Some(0));
                }
                "b" => style.bold = Some(element.is_on("val")),
                _ if part.is_none() => style.sight.take(name, element),
                _ => {}
            })?;
            self.styles.insert(id, style);
        }
        Ok(())
    }

    /// What a style says; of one that the document doesn't hold, its name still speaks.
    pub(super) fn look(&mut self, id: &str) -> DocxLook {
        if let Some(look) = self.looks.get(id) {
            return *look;
        }
        let look = self.work_out(id);
        if self.styles.contains_key(id) {
            self.looks.insert(id.to_owned(), look);
        }
        look
    }

    fn work_out(&self, id: &str) -> DocxLook {
        let (mut outline, mut item, mut bold) = (None, None, None);
        let mut look = DocxLook::default();
        let mut next = Some(id);
        for _ in 0..LONGEST_CHAIN {
            let Some(id) = next else { break };
            let style = self.styles.get(id);
            let name = style.map_or(id, |style| style.name.as_str());
            let named = by_name(name);
            look.quotation |= named.quotation;
            look.contents |= named.contents;
            look.first_row |= style.is_some_and(|style| style.first_row);
            look.first_column |= style.is_some_and(|style| style.first_column);
            let level = named.heading.map(|level| u32::from(level) - 1);
            outline = outline.or(style.and_then(|style| style.outline)).or(level);
            let listed = style.and_then(|style| style.item).or(named.item.then_some(true));
            item = item.or(listed);
            look.number = look.number.or(style.and_then(|style| style.number));
            bold = bold.or(style.and_then(|style| style.bold));
            look.sight = look.sight.or(style.map(|style| style.sight).unwrap_or_default());
            next = style.and_then(|style| style.rests_on.as_deref());
        }
        look.heading = level(outline);
        look.item = item.unwrap_or(false);
        look.bold = bold.unwrap_or(false);
        look
    }
}

/// The level of a heading, from 1, that an outline level from 0 is.
pub(super) fn level(outline: Option<u32>) -> Option<u8> {
    let outline = outline.filter(|level| *level < BODY)?;
    u8::try_from(outline + 1).ok()
}

/// What the names that Word gives its own styles mean, in every language of its menus.
fn by_name(name: &str) -> DocxLook {
    let name: String = name.chars().filter(|c| c.is_alphanumeric()).collect();
    let name = name.to_lowercase();
    let heading = match name.as_str() {
        "title" => Some(1),
        "subtitle" => Some(2),
        _ => name
            .strip_prefix("heading")
            .and_then(|level| level.parse().ok())
            .filter(|level| (1..=9).contains(level)),
    };
    let numbered = |prefix| {
        name.strip_prefix(prefix).is_some_and(|rest: &str| rest.chars().all(|c| c.is_ascii_digit()))
    };
    DocxLook {
        heading,
        item: numbered("listbullet") || numbered("listnumber"),
        quotation: matches!(name.as_str(), "quote" | "intensequote" | "blocktext"),
        contents: numbered("toc"),
        ..DocxLook::default()
    }
}
