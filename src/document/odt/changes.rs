//! Changes that are tracked in an OpenDocument file, and comments: what each is stands before the text, where it is
//! in it.

use std::collections::{BTreeMap, HashMap};

use crate::document::block::Spot;
use crate::document::left_out::{LeftOut, Why};
use crate::document::remark::Remark;
use crate::document::tracked::Tracked;
use crate::document::xml::{Damage, Ns, Xml, XmlElement, XmlPiece};

/// A change, by its number.
enum Change {
    Added,
    /// The words that were deleted.
    Deleted(String),
}

/// The most changes and comments that are kept of one document.
const MOST: usize = 2_000;

/// What is seen of changes and comments while the text is read.
#[derive(Default)]
pub(super) struct OdtChanges {
    /// The number of the change that is described.
    region: Option<String>,
    known: HashMap<String, Change>,
    tracked: Tracked,
    comments: BTreeMap<String, String>,
}

impl OdtChanges {
    /// Takes an element that tells of a change or is a comment, and all that it holds. Whether it was one.
    pub(super) fn takes(
        &mut self,
        xml: &mut Xml<'_>,
        ns: Ns,
        element: &XmlElement<'_>,
        spot: Spot,
        left_out: &mut LeftOut,
    ) -> Result<bool, Damage> {
        match (ns, element.name()) {
            (Ns::Text, "changed-region") => self.region = element.get("id"),
            (Ns::Text, "insertion") => self.know(Change::Added),
            (Ns::Text, "deletion") => {
                let text = paragraphs(xml)?;
                left_out.push(Why::Deleted, &text, spot);
                self.know(Change::Deleted(text));
            }
            (Ns::Text, "change") => {
                if let Some(Change::Deleted(text)) = self.change(element) {
                    let text = text.clone();
                    self.tracked.deleted(&text, spot);
                }
            }
            (Ns::Text, "change-start") => {
                if matches!(self.change(element), Some(Change::Added)) {
                    self.tracked.opens(spot);
                }
            }
            (Ns::Text, "change-end") => {
                if matches!(self.change(element), Some(Change::Added)) {
                    self.tracked.closes();
                }
            }
            (Ns::Office, "annotation") => {
                let text = paragraphs(xml)?;
                if self.comments.len() < MOST {
                    let number = self.comments.len().to_string();
                    self.tracked.comment(Some(number.clone()), spot);
                    self.comments.insert(number, text);
                }
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// Text is read: it may stand within what was added.
    pub(super) fn text(&mut self, text: &str) {
        self.tracked.text(text);
    }

    /// All of it, in the order of the text.
    pub(super) fn take(&mut self) -> Vec<Remark> {
        self.tracked.take(std::mem::take(&mut self.comments))
    }

    fn know(&mut self, change: Change) {
        if let Some(region) = self.region.take().filter(|_| self.known.len() < MOST) {
            self.known.insert(region, change);
        }
    }

    fn change(&self, element: &XmlElement<'_>) -> Option<&Change> {
        self.known.get(&element.get("change-id")?)
    }
}

/// The text of the paragraphs within the innermost element that is open, up to its end: who wrote it, and when, stands
/// beside them.
fn paragraphs(xml: &mut Xml<'_>) -> Result<String, Damage> {
    let (mut text, mut depth, mut inside) = (String::new(), 1_usize, 0_usize);
    while depth > 0 {
        match xml.next()? {
            Some(XmlPiece::Open(ns, element)) => {
                depth += 1;
                if ns == Ns::Text && matches!(element.name(), "p" | "h") {
                    inside += 1;
                } else if ns == Ns::Text && matches!(element.name(), "s" | "tab" | "line-break") {
                    text.push(' ');
                }
            }
            Some(XmlPiece::Close(ns, name)) => {
                depth -= 1;
                if ns == Ns::Text && matches!(name.as_str(), "p" | "h") {
                    inside = inside.saturating_sub(1);
                    text.push(' ');
                }
            }
            Some(XmlPiece::Text(more)) => {
                if inside > 0 && text.len() < LONGEST {
                    text.push_str(&more);
                }
            }
            None => break,
        }
    }
    Ok(text.trim_end().to_owned())
}

/// The longest text that is kept of one, in bytes.
const LONGEST: usize = 100_000;
