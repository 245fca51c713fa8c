//! The words of the comments of a Word file.

use std::collections::BTreeMap;

use crate::document::xml::{Damage, Ns, Xml, XmlPiece};

/// What is kept of one, in bytes.
const LONGEST: usize = 2_000;

/// Reads the part of comments: the words of each under its number, on one line.
pub(super) fn read(text: &str, into: &mut BTreeMap<String, String>) -> Result<(), Damage> {
    let mut xml = Xml::new(text);
    let mut own: Option<(String, String)> = None;
    let mut in_text = false;
    while let Some(piece) = xml.next()? {
        match piece {
            XmlPiece::Open(Ns::Word, element) => match element.name() {
                "comment" => own = element.get("id").map(|id| (id, String::new())),
                "t" => in_text = true,
                "p" | "br" | "cr" | "tab" => add(&mut own, " "),
                "del" | "delText" => xml.skip()?,
                _ => {}
            },
            XmlPiece::Close(Ns::Word, name) => match name.as_str() {
                "t" => in_text = false,
                "comment" => {
                    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
                    into.extend(own.take().map(|(id, text)| (id, words(&text))));
                }
                _ => {}
            },
            XmlPiece::Text(text) if in_text => add(&mut own, &text),
            _ => {}
        }
    }
    Ok(())
}

fn add(own: &mut Option<(String, String)>, text: &str) {
    if let Some((_, words)) = own.as_mut().filter(|(_, words)| words.len() < LONGEST) {
        words.push_str(text);
    }
}
