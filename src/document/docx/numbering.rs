//! Numbers that Word works out for its paragraphs: "2.", "(b)", "1.3".

use std::collections::HashMap;

use crate::document::counted::counted;
use crate::document::xml::{Damage, Ns, Xml, XmlPiece};

/// How many levels a list has.
const LEVELS: usize = 9;

/// How one level of a list is numbered.
#[derive(Clone, Debug, Default)]
struct Level {
    /// `decimal`, `lowerLetter`, `bullet` and the like.
    format: String,
    /// What is shown: `%1.` is the number of the first level with a full stop.
    text: String,
    start: u32,
}

/// The lists of a document, and how far each has been counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// The levels of each kind of list.
    kinds: HashMap<String, Vec<Level>>,
    /// The kind of each list.
    lists: HashMap<u32, String>,
    /// Where a level of a list begins anew, until its first paragraph came.
    restarts: HashMap<(u32, usize), u32>,
    counted: HashMap<String, [u32; LEVELS]>,
}

impl Numbering {
    /// Reads the part that holds them.
    pub(super) fn read(&mut self, text: &str) -> Result<(), Damage> {
        let mut xml = Xml::new(text);
        let (mut kind, mut list, mut level) = (None::<String>, None::<u32>, 0_usize);
        while let Some(piece) = xml.next()? {
            let XmlPiece::Open(Ns::Word, element) = piece else { continue };
            let number = || element.number("val");
            match element.name() {
                "abstractNum" => (kind, list) = (element.get("abstractNumId"), None),
                "num" => (kind, list) = (None, element.number("numId")),
                "abstractNumId" => {
                    if let (Some(list), Some(kind)) = (list, element.get("val")) {
                        self.lists.insert(list, kind);
                    }
                }
                "lvl" | "lvlOverride" => {
                    level = element.number("ilvl").and_then(|n| n.try_into().ok()).unwrap_or(0);
                }
                "startOverride" if level < LEVELS => {
                    self.restarts.extend(list.map(|list| ((list, level), number().unwrap_or(1))));
                }
                "start" | "numFmt" | "lvlText" if level < LEVELS => {
                    let Some(kind) = &kind else { continue };
                    let levels = self.kinds.entry(kind.clone()).or_default();
                    levels.resize(levels.len().max(level + 1), Level::default());
                    let Some(own) = levels.get_mut(level) else { continue };
                    match element.name() {
                        "start" => own.start = number().unwrap_or(1),
                        "numFmt" => own.format = element.get("val").unwrap_or_default(),
                        _ => own.text = element.get("val").unwrap_or_default(),
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// The number of the next paragraph of a list, or its bullet.
    pub(super) fn next(&mut self, list: u32, level: u32) -> String {
        let level = usize::try_from(level).unwrap_or(0).min(LEVELS - 1);
        let Some(kind) = self.lists.get(&list) else { return String::new() };
        let Some(levels) = self.kinds.get(kind) else { return String::new() };
        let Some(own) = levels.get(level) else { return String::new() };
        let counted = self.counted.entry(kind.clone()).or_default();
        let anew = self.restarts.remove(&(list, level));
        if let (Some(start), Some(count)) = (anew, counted.get_mut(level)) {
            *count = start.saturating_sub(1);
        }
        for (n, count) in counted.iter_mut().enumerate() {
            match n.cmp(&level) {
                std::cmp::Ordering::Less => {}
                std::cmp::Ordering::Equal if *count == 0 && anew.is_none() => {
                    *count = own.start.max(1);
                }
                std::cmp::Ordering::Equal => *count = count.saturating_add(1),
                std::cmp::Ordering::Greater => *count = 0,
            }
        }
        match own.format.as_str() {
            "bullet" => return own.text.clone(),
            "none" | "" => return String::new(),
            _ => {}
        }
        let mut shown = own.text.clone();
        for (n, (level, count)) in (1..).zip(levels.iter().zip(counted.iter())) {
            shown = shown.replace(&format!("%{n}"), &written((*count).max(1), &level.format));
        }
        shown
    }
}

/// A number as a format of Word's writes it.
fn written(number: u32, format: &str) -> String {
    let sign = match format {
        "lowerLetter" => "a",
        "upperLetter" => "A",
        "lowerRoman" => "i",
        "upperRoman" => "I",
        _ => "1",
    };
    counted(number, sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_worked_out_as_word_does() {
        let part = "<w:numbering><w:abstractNum w:abstractNumId='3'>\
            <w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl>\
            <w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='%1(%2)'/></w:lvl>\
            </w:abstractNum><w:abstractNum w:abstractNumId='4'><w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/>\
            <w:lvlText w:val='o'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='3'/></w:num>\
            <w:num w:numId='2'><w:abstractNumId w:val='4'/></w:num><w:num w:numId='5'><w:abstractNumId w:val='3'/>\
            <w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride></w:num></w:numbering>";
        let mut numbering = Numbering::default();
        numbering.read(part).unwrap();
        let told: Vec<String> =
            [(1, 0), (1, 1), (1, 1), (1, 0), (1, 1), (2, 0), (9, 0), (5, 0), (5, 0), (5, 1)]
                .map(|(list, level)| numbering.next(list, level))
                .to_vec();
        assert_eq!(told, ["1.", "1(a)", "1(b)", "2.", "2(a)", "o", "", "1.", "2.", "2(a)"]);
    }
}
