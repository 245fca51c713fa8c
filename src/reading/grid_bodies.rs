//! Grids with a column for each of several bodies: one is the force's, by its name, a part of it, or a letter that stands for it.

use std::collections::HashMap;

use super::actor::ForceName;
use super::grid::{Grid, GridCell};
use super::grid_answers::GridReader;
use super::voice::Speaker;
use crate::document::{Block, Document};
use crate::rulebook::{ColumnKind, plain};

/// The head of a column that names a body has no more words than this.
const NAME: usize = 5;
/// A short form has no more letters than this.
const SHORT: usize = 5;
const EQUALS: &str = " = ";

impl GridReader<'_> {
    /// Where a head names the force by less than its name, its column answers, and those beside it are others'.
    pub(super) fn tell_bodies(&self, grid: &mut Grid) -> bool {
        let first = grid.first_column();
        let (mut ours, mut others) = (Vec::new(), Vec::new());
        for row in grid.heads.clone() {
            let heads: Vec<&GridCell> = grid
                .row(row)
                .filter(|head| head.column != first && !head.text.is_empty())
                .collect();
            if !heads.iter().any(|head| self.is_our_name(&head.text)) {
                continue;
            }
            for head in heads {
                let named = head.text.split_whitespace().count() <= NAME;
                if self.is_our_name(&head.text) {
                    ours.push(head.column);
                } else if named && grid.column(head.column).is_none() {
                    others.push(head.column);
                }
            }
        }
        let several = !others.is_empty();
        if several {
            let ours = ours.into_iter().map(|column| (column, ColumnKind::Answer));
            let others = others.into_iter().map(|column| (column, ColumnKind::Elsewhere));
            grid.columns.extend(ours.chain(others));
        }
        several
    }

    /// Whether a text is the force's name, without what every force is called, or a short form that the document explains.
    fn is_our_name(&self, text: &str) -> bool {
        let own = plain(text);
        let bare = bare(&own);
        let is_name = |bare: &str| match &self.voice.speaker {
            Speaker::Force(ForceName::Unknown(name)) => plain(name) == bare,
            Speaker::Force(ForceName::Known(at)) => {
                let force = self.reader.forces.get(*at);
                force.is_some_and(|force| {
                    self::bare(&plain(&force.name)) == bare || force.is_called(bare)
                })
            }
            _ => false,
        };
        !bare.is_empty()
            && (is_name(bare)
                || self.short_forms.get(text.trim()).is_some_and(|name| is_name(name)))
    }
}

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
fn bare(name: &str) -> &str {
    let mut name = name.trim();
    for end in [" police", " constabulary", " police service", " police force"] {
        name = name.strip_suffix(end).unwrap_or(name);
    }
    name.trim()
}
