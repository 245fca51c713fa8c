//! What the styles of an OpenDocument file say of their paragraphs: heading, quotation, bold.

use std::collections::HashMap;

use crate::document::left_out::Why;
use crate::document::xml::{Damage, Ns, Xml, XmlElement, XmlPiece};

/// How many styles a style may rest on, one on the other.
const LONGEST_CHAIN: usize = 20;

/// Points: what is set smaller is read by nobody.
const SMALLEST: f32 = 2.0;

/// What a style says, with what it rests on.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct OdtLook {
    /// The level of the heading.
    pub heading: Option<u8>,
    /// Whether somebody is quoted.
    pub quotation: bool,
    /// Whether it is a line of a table of contents.
    pub contents: bool,
    /// Whether it is bold; none where the style doesn't say.
    pub bold: Option<bool>,
    /// Why nobody sees what has it.
    pub unseen: Option<Why>,
    /// Whether its words are white, where it says their colour, and whether they have a ground.
    pub white: Option<bool>,
    pub shaded: bool,
    /// Whether a cell has a colour behind it.
    pub coloured: bool,
    /// Whether words are raised above their line.
    pub raised: bool,
}

/// What one style says itself.
#[derive(Debug, Default)]
struct OdtStyle {
    rests_on: Option<String>,
    outline: Option<u32>,
    bold: Option<bool>,
    unseen: Option<Why>,
    white: Option<bool>,
    shaded: bool,
    coloured: bool,
    raised: bool,
}

/// The styles of a document, common ones and those of single paragraphs.
#[derive(Debug, Default)]
pub(super) struct OdtStyles {
    styles: HashMap<String, OdtStyle>,
    /// What was worked out before.
    looks: HashMap<String, OdtLook>,
}

impl OdtStyles {
    /// Reads the styles that a part holds.
    pub(super) fn read(&mut self, text: &str) -> Result<(), Damage> {
        let mut xml = Xml::new(text);
        while let Some(piece) = xml.next()? {
            let XmlPiece::Open(Ns::Style, element) = piece else { continue };
            if element.name() != "style" {
                continue;
            }
            let Some(name) = element.get("name") else { continue };
            let mut style = OdtStyle {
                rests_on: element.get("parent-style-name"),
                outline: element.number("default-outline-level"),
                ..OdtStyle::default()
            };
            xml.each_within(|name, element| match name {
                "text-properties" => {
                    if let Some(weight) = element.get("font-weight") {
                        let heavy = weight.parse().is_ok_and(|weight: u32| weight >= 600);
                        style.bold = Some(weight == "bold" || heavy);
                    }
                    style.sees(element);
                }
                "paragraph-properties" => style.shaded |= has_ground(element),
                "table-cell-properties" => {
                    style.coloured = has_ground(element);
                }
                _ => {}
            })?;
            self.styles.insert(name, style);
        }
        Ok(())
    }

    /// What a style says; of one that the document doesn't hold, its name still speaks.
    pub(super) fn look(&mut self, name: &str) -> OdtLook {
        if let Some(look) = self.looks.get(name) {
            return *look;
        }
        let look = self.work_out(name);
        if self.styles.contains_key(name) {
            self.looks.insert(name.to_owned(), look);
        }
        look
    }

    fn work_out(&self, name: &str) -> OdtLook {
        let mut look = OdtLook::default();
        let mut next = Some(name);
        for _ in 0..LONGEST_CHAIN {
            let Some(name) = next else { break };
            let named = by_name(name);
            let style = self.styles.get(name);
            look.quotation |= named.quotation;
            look.contents |= named.contents;
            let outline = style.and_then(|style| style.outline).and_then(level);
            look.heading = look.heading.or(outline).or(named.heading);
            look.bold = look.bold.or(style.and_then(|style| style.bold)).or(named.bold);
            look.unseen = look.unseen.or(style.and_then(|style| style.unseen));
            look.white = look.white.or(style.and_then(|style| style.white));
            look.shaded |= style.is_some_and(|style| style.shaded);
            look.raised |= style.is_some_and(|style| style.raised);
            look.coloured |= style.is_some_and(|style| style.coloured);
            next = style.and_then(|style| style.rests_on.as_deref());
        }
        look
    }
}

impl OdtStyle {
    /// Takes in what is said of whether words are seen.
    fn sees(&mut self, element: &XmlElement<'_>) {
        let get = |name: &str| element.get(name).unwrap_or_default();
        let size = get("font-size");
        let tiny = size.strip_suffix("pt").and_then(|size| size.parse::<f32>().ok());
        self.unseen = match () {
            () if get("display") == "none" => Some(Why::Hidden),
            // Struck out by hand, or with the changes tracked: it says the same.
            () if !matches!(get("text-line-through-style").as_str(), "" | "none")
                || !matches!(get("text-line-through-type").as_str(), "" | "none") =>
            {
                Some(Why::Struck)
            }
            () if tiny.is_some_and(|size| size <= SMALLEST) => Some(Why::Invisible),
            () => self.unseen,
        };
        let position = get("text-position");
        let share = position.split(' ').next().unwrap_or_default();
        self.raised |= share == "super"
            || share
                .strip_suffix('%')
                .and_then(|rise| rise.parse().ok())
                .is_some_and(|rise: f32| rise > 0.0);
        let colour = get("color");
        if !colour.is_empty() {
            self.white = Some(colour.eq_ignore_ascii_case("#ffffff"));
        }
        self.shaded |= has_ground(element);
    }
}

fn has_ground(element: &XmlElement<'_>) -> bool {
    let colour = element.get("background-color").unwrap_or_default();
    !matches!(colour.as_str(), "" | "transparent" | "#ffffff")
}

/// The level of a heading, if it is one.
pub(super) fn level(outline: u32) -> Option<u8> {
    u8::try_from(outline).ok().filter(|level| *level > 0)
}

/// What the names that every OpenDocument program gives its own styles mean.
fn by_name(name: &str) -> OdtLook {
    // Characters that a name can't hold are written as their number.
    let name = name.replace("_20_", "").replace([' ', '_'], "").to_lowercase();
    let heading = match name.as_str() {
        "title" => Some(1),
        "subtitle" => Some(2),
        "heading" => Some(1),
        _ => name
            .strip_prefix("heading")
            .and_then(|level| level.parse().ok())
            .filter(|level| (1..=10).contains(level)),
    };
    OdtLook {
        heading,
        quotation: name == "quotations",
        bold: (name == "tableheading").then_some(true),
        contents: name.strip_prefix("contents").is_some_and(|rest| rest.parse::<u8>().is_ok()),
        ..OdtLook::default()
    }
}
