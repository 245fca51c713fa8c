//! Numbers that OpenDocument programs work out for the items of lists: "2.", "(b)", "1.3".

use std::collections::HashMap;

use crate::document::counted::counted;
use crate::document::xml::{Damage, Ns, Xml, XmlElement, XmlPiece};

/// How many levels a list has.
const LEVELS: usize = 10;
/// More kinds of lists, and more lists that others go on from, aren't told apart.
const MOST: usize = 10_000;

/// How one level of a list is numbered.
#[derive(Clone, Debug, Default)]
struct Level {
    /// The first of its numbers, `1` or `a`; empty where it has bullets.
    first: String,
    prefix: String,
    suffix: String,
    start: u32,
    /// How many levels' numbers it shows.
    shows: usize,
}

type Counts = [u32; LEVELS];

/// A list that is open.
#[derive(Debug, Default)]
struct OpenList {
    style: String,
    id: Option<String>,
    /// Whether the next paragraph begins an item, and with which number that one begins anew.
    fresh: bool,
    value: Option<u32>,
}

/// The lists of a document, and how far each has been counted.
#[derive(Debug, Default)]
pub(super) struct OdtNumbering {
    styles: HashMap<String, Vec<Level>>,
    open: Vec<OpenList>,
    counts: Counts,
    /// How far the last list of a style, and each with an id, were counted.
    of_style: HashMap<String, Counts>,
    of_id: HashMap<String, Counts>,
}

impl OdtNumbering {
    /// Reads the styles of lists in a part.
    pub(super) fn read(&mut self, text: &str) -> Result<(), Damage> {
        let mut xml = Xml::new(text);
        let mut style = None;
        while let Some(piece) = xml.next()? {
            let XmlPiece::Open(Ns::Text, element) = piece else { continue };
            match element.name() {
                "list-style" => {
                    style = element.get("name").filter(|_| self.styles.len() < MOST);
                }
                "list-level-style-number" => {
                    if let (Some(name), Some(at)) = (&style, level(&element)) {
                        let levels = self.styles.entry(name.clone()).or_default();
                        levels.resize(levels.len().max(at + 1), Level::default());
                        if let Some(own) = levels.get_mut(at) {
                            *own = numbered(&element);
                        }
                    }
                }
                "p" | "h" => style = None,
                _ => {}
            }
        }
        Ok(())
    }

    /// A list begins.
    pub(super) fn begins(&mut self, element: &XmlElement<'_>) {
        let outer = self.open.last().map(|list| list.style.clone()).unwrap_or_default();
        let style = element.get("style-name").unwrap_or(outer);
        if self.open.is_empty() {
            let goes_on = element.get("continue-numbering").is_some_and(|on| on == "true");
            let named = element.get("continue-list").and_then(|id| self.of_id.get(&id));
            let last = self.of_style.get(&style).filter(|_| goes_on);
            self.counts = named.or(last).copied().unwrap_or_default();
        }
        self.open.push(OpenList { style, id: element.get("id"), ..OpenList::default() });
    }

    /// An item of it begins; a header of a list is none.
    pub(super) fn item(&mut self, element: &XmlElement<'_>) {
        if let Some(list) = self.open.last_mut() {
            list.fresh = element.name() == "list-item";
            list.value = element.number("start-value");
        }
    }

    /// The list ends.
    pub(super) fn ends(&mut self) {
        let Some(list) = self.open.pop() else { return };
        if self.open.is_empty() && self.of_id.len() < MOST {
            self.of_id.extend(list.id.map(|id| (id, self.counts)));
            self.of_style.insert(list.style, self.counts);
        }
    }

    /// The number of a paragraph; empty where it has none.
    pub(super) fn next(&mut self) -> String {
        let Some(at) = self.open.len().checked_sub(1).filter(|at| *at < LEVELS) else {
            return String::new();
        };
        let Some(list) = self.open.last_mut() else { return String::new() };
        if !std::mem::take(&mut list.fresh) {
            return String::new();
        }
        let levels = self.styles.get(&list.style).map(Vec::as_slice).unwrap_or_default();
        let own = levels.get(at);
        let begins = own.map_or(1, |own| own.start);
        for (n, count) in self.counts.iter_mut().enumerate().skip(at) {
            *count = match (n == at, list.value, *count) {
                (false, ..) => 0,
                (true, Some(value), _) => value,
                (true, None, 0) => begins,
                (true, None, count) => count.saturating_add(1),
            };
        }
        let Some(own) = own.filter(|own| !own.first.is_empty()) else { return String::new() };
        let from = (at + 1).saturating_sub(own.shows.max(1));
        let shown = levels.iter().zip(self.counts).take(at + 1).skip(from);
        let numbers: Vec<String> = shown
            .filter(|(level, _)| !level.first.is_empty())
            .map(|(level, count)| counted(count.max(1), &level.first))
            .collect();
        format!("{}{}{}", own.prefix, numbers.join("."), own.suffix)
    }
}

/// The level that an element speaks of, from 0.
fn level(element: &XmlElement<'_>) -> Option<usize> {
    let level = element.number("level")?.checked_sub(1)?;
    usize::try_from(level).ok().filter(|level| *level < LEVELS)
}

fn numbered(element: &XmlElement<'_>) -> Level {
    let text = |name| element.get(name).unwrap_or_default();
    let shows = element.number("display-levels").and_then(|levels| levels.try_into().ok());
    Level {
        first: text("num-format"),
        prefix: text("num-prefix"),
        suffix: text("num-suffix"),
        start: element.number("start-value").unwrap_or(1),
        shows: shows.unwrap_or(1),
    }
}
