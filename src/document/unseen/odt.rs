//! What nobody sees of an OpenDocument text.

use std::collections::BTreeSet;

use super::style::hides;
use crate::document::archive::Archive;
use crate::document::xml::{self, Ns, Xml, XmlElement, XmlPiece};
use crate::source::Unseen;

/// The words that nobody sees, a paragraph a line; nothing where the document can't be read.
pub(super) fn unseen(bytes: &[u8]) -> Option<Unseen> {
    let mut archive = Archive::open("", bytes).ok()?;
    let (mut styles, mut words) = (Styles::default(), Unseen::default());
    for part in ["styles.xml", "content.xml"] {
        let Some(bytes) = archive.part(part).ok()? else { continue };
        of_part(&xml::decode(&bytes).ok()?, &mut styles, &mut words)?;
    }
    Some(words)
}

fn of_part(text: &str, styles: &mut Styles, words: &mut Unseen) -> Option<()> {
    let mut xml = Xml::new(text);
    let mut style: Option<String> = None;
    // For each element that is open: whether it is left out, and whether it can't be seen.
    let mut open: Vec<(bool, bool)> = Vec::new();
    while let Some(piece) = xml.next().ok()? {
        match piece {
            XmlPiece::Open(ns, element) => {
                match (ns, element.name()) {
                    (Ns::Style, "style") => style = element.get("name"),
                    (Ns::Style, "text-properties") => styles.add(style.as_deref(), &element),
                    _ => {}
                }
                let named = element.get("style-name").unwrap_or_default();
                let left_out = ["tracked-changes", "hidden-text", "hidden-paragraph"];
                let is_left_out = left_out.contains(&element.name())
                    || element.get("display").is_some_and(|how| how == "none")
                    || styles.left_out.contains(&named);
                let is_text = ns == Ns::Text;
                open.push((is_text && is_left_out, is_text && styles.taken_in.contains(&named)));
            }
            XmlPiece::Close(ns, name) => {
                open.pop();
                if ns == Ns::Text && name == "p" {
                    words.left_out.push('\n');
                    words.taken_in.push('\n');
                }
            }
            XmlPiece::Text(said) => {
                if open.iter().any(|(left_out, _)| *left_out) {
                    words.left_out.push_str(&said);
                } else if open.iter().any(|(_, unseen)| *unseen) {
                    words.taken_in.push_str(&said);
                }
            }
        }
    }
    Some(())
}

/// The styles in which nothing can be seen.
#[derive(Default)]
struct Styles {
    left_out: BTreeSet<String>,
    taken_in: BTreeSet<String>,
}

impl Styles {
    fn add(&mut self, style: Option<&str>, element: &XmlElement<'_>) {
        let Some(style) = style else { return };
        let get = |key: &str| element.get(key).unwrap_or_default();
        let struck = get("text-line-through-style");
        let ground = get("background-color");
        let white = format!("color:{}", get("color"));
        if get("display") == "none" || !matches!(struck.as_str(), "" | "none") {
            self.left_out.insert(style.to_owned());
        } else if (matches!(ground.as_str(), "" | "transparent") && hides(&white))
            || hides(&format!("font-size:{}", get("font-size")))
        {
            self.taken_in.insert(style.to_owned());
        }
    }
}
