//! What a Word file says of a paragraph, a run, a table, a row or a cell before its text.

use super::sight::DocxSight;
use crate::document::slot::CellProperties;
use crate::document::xml::{Damage, Xml};

/// What is said of a paragraph.
#[derive(Debug, Default)]
pub(super) struct ParagraphProperties {
    pub style: Option<String>,
    pub outline: Option<u32>,
    /// Whether it is an item of a list, where that is said.
    pub list: Option<bool>,
    /// The list that it is an item of, and on which level, where it is numbered.
    pub number: Option<u32>,
    pub level: u32,
    /// Whether it has a ground of its own.
    pub shaded: bool,
    /// Whether the next paragraph goes on in it: its end was deleted, or it is a large letter.
    pub end_deleted: bool,
}

impl ParagraphProperties {
    pub(super) fn read(xml: &mut Xml<'_>) -> Result<Self, Damage> {
        let mut says = Self::default();
        xml.each_within(|name, element| match name {
            "pStyle" => says.style = element.get("val"),
            "outlineLvl" => says.outline = element.number("val"),
            "numId" => {
                says.number = element.number("val");
                says.list = Some(says.number != Some(0));
            }
            "ilvl" => says.level = element.number("val").unwrap_or(0),
            "del" | "moveFrom" => says.end_deleted = true,
            "shd" => says.shaded = true,
            // A large first letter, which stands in a frame of its own.
            "framePr" => {
                says.end_deleted |= element.get("dropCap").is_some_and(|how| how != "none");
            }
            _ => {}
        })?;
        Ok(says)
    }
}

/// What is said of a run of text.
#[derive(Debug, Default)]
pub(super) struct RunProperties {
    pub style: Option<String>,
    pub bold: Option<bool>,
    /// Whether it is raised above its line.
    pub raised: bool,
    pub sight: DocxSight,
}

impl RunProperties {
    pub(super) fn read(xml: &mut Xml<'_>) -> Result<Self, Damage> {
        let mut says = Self::default();
        xml.each_within(|name, element| match name {
            "rStyle" => says.style = element.get("val"),
            "b" => says.bold = Some(element.is_on("val")),
            "vertAlign" => {
                says.raised = element.get("val").is_some_and(|how| how == "superscript");
            }
            _ => says.sight.take(name, element),
        })?;
        Ok(says)
    }
}

/// What is said of a table.
#[derive(Debug, Default)]
pub(super) struct TableProperties {
    pub style: Option<String>,
    /// Whether its style's look of the first row, and of the first column, is used.
    pub first_row: bool,
    pub first_column: bool,
}

impl TableProperties {
    pub(super) fn read(xml: &mut Xml<'_>) -> Result<Self, Damage> {
        let mut says = Self::default();
        xml.each_within(|name, element| match name {
            "tblStyle" => says.style = element.get("val"),
            "tblLook" => {
                let bits = element.get("val").and_then(|val| u32::from_str_radix(&val, 16).ok());
                let is_on = |name: &str, bit: u32| match element.get(name) {
                    Some(_) => element.is_on(name),
                    None => bits.is_some_and(|bits| bits & bit != 0),
                };
                says.first_row = is_on("firstRow", 0x20);
                says.first_column = is_on("firstColumn", 0x80);
            }
            _ => {}
        })?;
        Ok(says)
    }
}

/// What is said of a row.
#[derive(Debug, Default)]
pub(super) struct RowProperties {
    /// Whether it heads the columns.
    pub heads: bool,
    pub deleted: bool,
    /// How many columns are left out before its first cell.
    pub before: u32,
}

impl RowProperties {
    pub(super) fn read(xml: &mut Xml<'_>) -> Result<Self, Damage> {
        let mut says = Self::default();
        xml.each_within(|name, element| match name {
            "tblHeader" => says.heads = element.is_on("val"),
            "del" => says.deleted = true,
            "gridBefore" => says.before = element.number("val").unwrap_or(0),
            _ => {}
        })?;
        Ok(says)
    }
}

/// What is said of a cell, and whether it was deleted.
pub(super) fn cell_properties(xml: &mut Xml<'_>) -> Result<(CellProperties, bool), Damage> {
    let mut says = CellProperties::default();
    let mut deleted = false;
    xml.each_within(|name, element| match name {
        "gridSpan" => says.columns = element.number("val").unwrap_or(1),
        "vMerge" | "hMerge" => {
            says.follows |= element.get("val").is_none_or(|val| val == "continue");
        }
        "shd" => {
            let fill = element.get("fill").unwrap_or_default().to_lowercase();
            says.marked = !matches!(fill.as_str(), "" | "auto" | "ffffff");
        }
        "cellDel" => deleted = true,
        _ => {}
    })?;
    Ok((says, deleted))
}
