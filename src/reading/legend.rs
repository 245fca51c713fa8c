//! The key that a document gives to its own grids: "3 = partly in place", "✓ given – not given", a table "Score | Meaning".
//! What it says goes before what such words and signs say elsewhere.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::legend_code::code;
use super::legend_meaning::{meaning, pairs};
use crate::document::{Document, Kind};
use crate::rulebook::{ColumnKind, GridWords, plain};
use crate::standing::State;

/// The most keys of one document.
const MOST: usize = 40;
/// "Leave the box empty": so many words may stand between.
const LEAVES: usize = 3;

/// The key of a document.
#[derive(Debug, Default)]
pub(super) struct Legend {
    /// What its scores and signs say.
    says: BTreeMap<String, State>,
    /// Its own blocks, which state nothing.
    pub blocks: BTreeSet<usize>,
    /// What a box says that is left empty.
    pub empty: Option<State>,
}

impl Legend {
    /// The key of a document, if it gives one.
    pub(super) fn of(document: &Document, words: &GridWords) -> Self {
        let mut legend = Self::default();
        legend.in_lines(document, words);
        legend.in_tables(document, words);
        legend.fill_in(words);
        legend
    }

    /// The words of grids, with what the key says of them.
    pub(super) fn words<'w>(&self, words: &'w GridWords) -> Cow<'w, GridWords> {
        if self.says.is_empty() {
            return Cow::Borrowed(words);
        }
        Cow::Owned(GridWords { own: self.says.clone(), ..words.clone() })
    }

    fn take(&mut self, key: &str, state: State) {
        if self.says.len() < MOST {
            self.says.entry(key.to_owned()).or_insert(state);
        }
    }

    /// Lines that join scores, colours or signs to what they mean: several pairs in one, or one in each of several.
    fn in_lines(&mut self, document: &Document, words: &GridWords) {
        // The lines of one key so far, and whether a heading led it in.
        let mut run: Vec<(usize, Vec<(String, State)>)> = Vec::new();
        let mut led = false;
        for (at, block) in document.blocks.iter().enumerate() {
            if matches!(block.kind, Kind::Cell(_) | Kind::Furniture) {
                continue;
            }
            let text = block.text();
            if self.empty.is_none() {
                self.empty = empty_box(text, words);
            }
            let leads = words.key_heads.contains(&plain(text));
            let found = pairs(text, led || leads, words);
            if found.is_empty() {
                self.settle(&mut run, led);
                led = leads;
                continue;
            }
            run.push((at, found));
        }
        self.settle(&mut run, led);
    }

    /// Takes in the lines of one key, where they say two different things.
    fn settle(&mut self, run: &mut Vec<(usize, Vec<(String, State)>)>, led: bool) {
        let all = || run.iter().flat_map(|(_, pairs)| pairs);
        let states: BTreeSet<State> = all().map(|(_, state)| *state).collect();
        // "n/k: not known to who filled it in" is no value of a line.
        let unknown = |key: &str, state: State| {
            state == State::NotStated && key.contains('/') && !key.contains(char::is_numeric)
        };
        let explicit = run.len() == 1
            && all().count() == 1
            && all().all(|(key, state)| is_word(key) || unknown(key, *state));
        if states.len() > 1 || led || explicit {
            for (at, pairs) in std::mem::take(run) {
                self.blocks.insert(at);
                pairs.iter().for_each(|(key, state)| self.take(key, *state));
            }
        }
        run.clear();
    }

    /// Tables of what scores and signs mean: a column is headed so, or each row is a sign and a status.
    fn in_tables(&mut self, document: &Document, words: &GridWords) {
        let mut tables: BTreeMap<u32, BTreeMap<u32, Vec<(u32, usize)>>> = BTreeMap::new();
        for (at, block) in document.blocks.iter().enumerate() {
            if let Kind::Cell(cell) = &block.kind {
                let row = tables.entry(cell.table).or_default().entry(cell.row).or_default();
                row.push((cell.column, at));
            }
        }
        let text = |at: usize| document.blocks.get(at).map_or("", |block| block.text().trim());
        for rows in tables.values() {
            let headed = rows.values().next().is_some_and(|row| {
                row.iter().any(|(_, at)| {
                    words.columns.get(&plain(text(*at))) == Some(&ColumnKind::Meaning)
                })
            });
            let mut found = Vec::new();
            let own: Vec<&Vec<(u32, usize)>> = rows.values().skip(usize::from(headed)).collect();
            for row in &own {
                let [(_, key), (_, says)] = row.as_slice() else { continue };
                if let Some(key) = code(text(*key), true, words)
                    && let Some(state) = meaning(text(*says), words)
                {
                    found.push((key, state));
                }
            }
            let states: BTreeSet<State> = found.iter().map(|(_, state)| *state).collect();
            if found.len() > 1 && states.len() > 1 && (headed || found.len() == own.len()) {
                let blocks = rows.values().flatten().map(|(_, at)| *at);
                self.blocks.extend(blocks);
                found.iter().for_each(|(key, state)| self.take(key, *state));
            }
        }
    }

    /// A colour's letter says what the colour does, and the other way round.
    fn fill_in(&mut self, words: &GridWords) {
        for (colour, letter) in words.colours.iter().filter_map(|both| both.split_once(' ')) {
            let (long, short) = (self.says.get(colour).copied(), self.says.get(letter).copied());
            match (long, short) {
                (Some(state), None) => self.take(letter, state),
                (None, Some(state)) => self.take(colour, state),
                _ => {}
            }
        }
    }
}

/// Whether a key is a word of its own, which nobody takes for a number of a list.
fn is_word(key: &str) -> bool {
    key.len() > 3 && key.chars().all(char::is_alphabetic)
}

/// What an empty box says, where a text tells: "An empty box means that we do not have it."
fn empty_box(text: &str, words: &GridWords) -> Option<State> {
    text.split_inclusive(['.', ';']).find_map(|sentence| {
        // "Leave unticked what you do not have."
        let mut words_of = sentence.split_whitespace();
        let leaves = words_of.next().is_some_and(|first| words.leaves.contains(&plain(first)));
        let rest: Vec<&str> = words_of.collect();
        if let Some((box_of, after)) = rest
            .iter()
            .position(|word| words.empty.contains(&plain(word)))
            .and_then(|at| Some((rest.get(..at)?, rest.get(at + 1..)?)))
            && leaves
            && box_of.len() <= LEAVES
            && meaning(&after.join(" "), words) == Some(State::Absent)
        {
            // "Leave empty what is only planned": what isn't there is left empty, too.
            return Some(State::Absent);
        }
        let (before, after) = words.means.iter().find_map(|means| {
            let at = sentence.find(&format!(" {means} "))?;
            Some((sentence.get(..at)?, sentence.get(at + means.len() + 2..)?))
        })?;
        let named = plain(before);
        let empty = named.split(' ').any(|word| words.empty.contains(word));
        (empty && named.split(' ').count() <= 6).then(|| meaning(after, words)).flatten()
    })
}
