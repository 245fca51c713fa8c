//! What letters stand for in a document, by its own words: "S = Southmere Police".

use std::collections::HashMap;

use crate::document::{Block, Document};
use crate::rulebook::plain;

/// A short form has no more letters than this.
const SHORT: usize = 5;
const EQUALS: &str = " = ";

/// What short forms stand for, by lines of the document: "S = Southmere Police". The first line of each counts.
pub(super) fn short_forms(document: &Document) -> HashMap<&str, String> {
    let mut forms = HashMap::new();
    for text in document.blocks.iter().map(Block::text) {
        for (at, _) in text.match_indices(EQUALS) {
            let (before, rest) = text.split_at(at);
            let short = before.rsplit([' ', ',', ';', '(']).next().unwrap_or(before);
            let letters = !short.is_empty() && short.chars().all(char::is_alphanumeric);
            if letters && short.len() <= SHORT {
                let rest = rest.strip_prefix(EQUALS).unwrap_or(rest);
                forms.entry(short).or_insert_with(|| stood_for(rest));
            }
        }
    }
    forms
}

/// What comes behind an equals sign, to the next short form or the end of its part.
fn stood_for(rest: &str) -> String {
    let end = rest.find(EQUALS).and_then(|end| rest.get(..end)?.rfind(' '));
    let own = rest.get(..end.unwrap_or(rest.len())).unwrap_or(rest);
    let own = own.split([',', ';', '.']).next().unwrap_or(own);
    bare(&plain(own)).to_owned()
}

/// A force's name without what every force is called.
pub(super) fn bare(name: &str) -> &str {
    let mut name = name.trim();
    for end in [" police", " constabulary", " police service", " police force"] {
        name = name.strip_suffix(end).unwrap_or(name);
    }
    name.trim()
}
