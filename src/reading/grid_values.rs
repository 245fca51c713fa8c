//! What stands beside the label of a line, behind a sign or in brackets: "Strategy - not met", "The force has a lead (no)".

use std::collections::BTreeMap;

use super::dates::dates_in;
use super::grid::GridCell;
use super::grid_answers::GridReader;
use super::grid_counts::number;
use super::grid_said::{CellPart, Said};
use super::status::{CellSays, leading, strict};
use crate::document::{Block, Kind};
use crate::rulebook::{Effect, GridWords, Tick, plain};
use crate::standing::State;

pub(super) const UNKNOWN: &str = "what stands beside it says that nobody knows yet";
pub(super) const NUMBER: &str = "what stands beside it is no status that is known";
/// The longest label, in words.
pub(super) const LABEL: usize = 12;
/// The longest title, in words, and among how many blocks it stands.
const TITLE: usize = 12;
const TOP: usize = 3;
/// The highest score.
const SCORE: f64 = 10.0;
/// What parts a label and its value.
const DASHES: [&str; 3] = [" - ", " – ", " — "];
/// From here on stand signs that are no punctuation: ticks, coloured circles.
const SIGNS: char = '\u{2190}';

/// A label with what stands beside it.
pub(super) struct Beside<'t> {
    pub label: &'t str,
    /// The end of its line, or what stands in brackets there.
    pub value: &'t str,
    /// Whether it is a share: "60%".
    pub shared: bool,
    /// Whether it stands behind a dash, in brackets, in a sentence of its own.
    pub loose: bool,
}

/// What stands beside a label behind a dash, in brackets, in a sentence of its own or as a sign, where it is a status.
pub(super) fn beside<'t>(text: &'t str, words: &GridWords) -> Option<Beside<'t>> {
    let text = text.trim_end();
    let dashed =
        DASHES.iter().filter_map(|dash| text.rsplit_once(dash)).min_by_key(|own| own.1.len());
    let bracketed = text.strip_suffix([')', ']']).and_then(|own| own.rsplit_once(['(', '[']));
    let denies = |own: &(&str, &str)| {
        strict(own.1, words) == Some(CellSays::State(State::Absent))
            && !words.finals.contains(&plain(own.1))
    };
    let sentence = text.rsplit_once(". ").filter(denies);
    let signed = text.trim_end_matches('\u{fe0f}').char_indices().next_back();
    let signed = signed
        .filter(|(_, sign)| *sign >= SIGNS && !sign.is_alphanumeric())
        .map(|(at, _)| text.split_at(at));
    [dashed, bracketed, sentence, signed].into_iter().flatten().find_map(|(label, value)| {
        let label = label.trim_end();
        let named = label.split_whitespace().count() <= LABEL
            && !label.contains(['?', ';'])
            && !label.contains(". ");
        let says = strict(value, words).is_some() || number(value).is_some();
        let sign = value.chars().all(|c| !c.is_alphanumeric());
        (named && !value.is_empty() && (says || sign && signed.is_some())).then_some(Beside {
            label,
            value,
            shared: false,
            loose: true,
        })
    })
}

/// What stands before a colon and behind it, though somebody typed signs for bold type: "**Coordinator:** No".
pub(super) fn coloned(text: &str) -> Option<(&str, &str)> {
    let plainly = text.split_once(": ");
    plainly.or_else(|| text.split_once(":** ")).or_else(|| text.split_once("**: "))
}

/// Whether a label tells what there is to choose from: "Strategic lead (Y/N)".
fn is_optioned(label: &str, words: &GridWords) -> bool {
    let options = label.trim_end().strip_suffix(')').and_then(|own| own.rsplit_once('('));
    options.is_some_and(|(_, all)| {
        all.contains('/') && all.split('/').all(|own| strict(own, words).is_some())
    })
}

impl GridReader<'_> {
    /// Notes what a line says with what stands beside its label. "Yes" is read where sentences are.
    pub(super) fn valued(
        &self,
        at: usize,
        own: &Beside<'_>,
        parts: &mut BTreeMap<usize, CellPart>,
    ) {
        let words = &self.filled.words;
        let optioned = is_optioned(own.label, words);
        let value = own.value.trim();
        let known = words.own.contains_key(&plain(value));
        // "Annex: A" is no amber.
        let letter = value.len() < 2 && (self.is_colour(value) || strict(value, words).is_none());
        let score = self.scored && number(value).is_some_and(|own| own <= SCORE);
        if letter && value != "0" && !known && !optioned && !score {
            return;
        }
        let text = self.document.blocks.get(at).map_or("", Block::text);
        let of_task = words.finals.contains(&plain(value)) || self.is_colour(value);
        if own.loose && of_task && !self.has_verb(at) {
            return;
        }
        let Some(start) = text.rfind(value).filter(|_| !value.is_empty()) else { return };
        let said = match strict(value, words) {
            _ if score && !known => Said::Unsure(NUMBER),
            Some(CellSays::State(State::InPlace)) if !optioned => return,
            // "Lead ✅", and below it "Coordinator ❌"
            Some(CellSays::Tick(Tick::Crossed)) if self.crossed || self.ticked => {
                Said::State(State::Absent)
            }
            Some(CellSays::Tick(Tick::Crossed)) => Said::Unsure(UNKNOWN),
            Some(CellSays::Tick(_)) => return,
            Some(CellSays::State(state)) => Said::State(state),
            Some(CellSays::Nothing) => Said::Unsure(UNKNOWN),
            // "⏳": nobody knows what it means.
            None if value.chars().all(|c| c >= SIGNS) => Said::Unsure(UNKNOWN),
            None => {
                let cell = GridCell::of_line(at, start, value, words);
                if !self.comes_after_all(&cell) {
                    return;
                }
                Said::State(State::Planned)
            }
        };
        let sentences: Vec<_> = self.in_block(at).collect();
        let Some(sentence) = sentences.first() else { return };
        let all = 0..sentence.len();
        if own.shared && sentence.has(self.reader.classes.finite, &all) {
            return;
        }
        let within = |span| sentence.place(span).end <= start;
        let denied =
            sentence.marks.iter().any(|mark| mark.effect == Effect::Negated && within(&mark.span));
        // "Page 2 (training): not returned": nobody knows, whatever it denies.
        let unknown = matches!(said, Said::Unsure(_));
        let named = sentence.cues.iter().any(|hit| within(&hit.span));
        if named && sentences.len() <= 2 && (own.shared || unknown || !denied) {
            parts.insert(at, CellPart::Label(said, Vec::new()));
        }
    }

    fn has_verb(&self, at: usize) -> bool {
        let finite = self.reader.classes.finite;
        self.in_block(at).any(|own| own.has(finite, &(0..own.len())))
    }

    /// Whether a cell denies what it says is to come: "not yet published, out for consultation".
    pub(super) fn comes_after_all(&self, cell: &GridCell) -> bool {
        let worded = !cell.text.contains(". ")
            && self.effect(cell, Effect::Negated, 0)
            && self.plans(cell, 0)
            && self.in_words(cell) == Some(Said::State(State::Planned));
        worded || self.is_to_come(cell)
    }

    /// Whether a cell begins with a denial and goes on with a time to come: "not yet, starting in May", "no (from May)".
    pub(super) fn is_to_come(&self, cell: &GridCell) -> bool {
        const FROM: usize = 3;
        let words = &self.filled.words;
        let Some((CellSays::State(State::Absent), end)) = leading(&cell.text, words) else {
            return false;
        };
        let first = cell.text.get(..end).unwrap_or_default();
        let rest = plain(cell.text.get(end..).unwrap_or_default());
        let count = first.split_whitespace().count();
        if self.effect(cell, Effect::Ended, count) {
            return false;
        }
        let leads = |begins: &String| {
            let own = rest.strip_prefix(begins.as_str());
            own.is_some_and(|own| own.is_empty() || own.starts_with(' '))
        };
        let denied = self.effect(cell, Effect::Negated, count);
        // "Vacant (from May)" isn't filled then; "no (from May 2019)" may be long ago.
        let timed = || {
            let when = rest.split(' ').nth(1).unwrap_or_default();
            words.goes_on.contains(when)
                && rest.split(' ').count() <= FROM
                && !rest.contains(|c: char| c.is_ascii_digit())
        };
        let from = words.not_yet.contains(&plain(first)) && words.comes_from.iter().any(leads);
        !denied && words.to_come.iter().any(leads) || from && timed() || self.plans(cell, count)
    }

    /// Whether a line is a label that was left blank: "Coordinator:", and nothing behind it or below it.
    pub(super) fn is_blank(&self, at: usize) -> bool {
        let blocks = &self.document.blocks;
        let Some(block) = blocks.get(at) else { return false };
        // "**Coordinator:**", as it is typed in plain text.
        let text = block.text().trim_end_matches(['*', ' ']);
        let label = GridCell::of_line(at, 0, text, &self.filled.words);
        if !text.ends_with(':')
            || text.split_whitespace().count() > LABEL
            || text.contains(['.', '?', ';'])
            || !self.is_bare(&label)
            || self.sentences_of(&label).any(|own| (0..own.len()).any(|at| own.is_verb(at)))
        {
            return false;
        }
        let Some(next) = blocks.get(at + 1) else { return true };
        let below = next.text().trim_end();
        let labelled = below.trim_end_matches('*').ends_with(':')
            || coloned(below).is_some_and(|(label, _)| {
                label.split_whitespace().count() <= LABEL && !label.contains(['.', '?', ';'])
            });
        let (own, other) = (block.spot(0), next.spot(0));
        // What is further in goes on from it.
        let further = other.line > own.line && other.column > own.column;
        match (&block.kind, &next.kind) {
            (_, Kind::Heading(_)) => true,
            (Kind::Item, Kind::Item) => !further && (labelled || other.line > own.line),
            (_, Kind::Item | Kind::Cell(_)) => false,
            _ => labelled,
        }
    }

    /// Whether a line at the top is the title of the paper: "Modern slavery: state of play, March 2025".
    pub(super) fn is_title(&self, at: usize) -> bool {
        let Some(block) = self.document.blocks.get(at).filter(|_| at < TOP) else { return false };
        let text = block.text().trim_end();
        let cell = GridCell::of_line(at, 0, text, &self.filled.words);
        if !matches!(block.kind, Kind::Heading(_) | Kind::Paragraph)
            || text.split_whitespace().count() > TITLE
            || text.ends_with(['.', '!', '?'])
            || text.contains(';')
            || at + 1 == self.document.blocks.len()
            || !self.is_bare(&cell)
            || self.sentences_of(&cell).count() != 1
        {
            return false;
        }
        let parts =
            text.split_once(": ").or_else(|| DASHES.iter().find_map(|own| text.split_once(own)));
        let Some((label, value)) = parts else { return false };
        let dated = dates_in(value).last().is_some_and(|date| {
            date.span.end == value.len() && value.ends_with(|c: char| c.is_ascii_digit())
        });
        let start = text.len() - value.len();
        let mut sentences = self.sentences_of(&cell);
        let names_it = sentences.any(|own| {
            let slavery = own.all(self.reader.classes.slavery);
            let cue = own.cues.iter().any(|hit| own.place(&hit.span).start < start);
            slavery.iter().any(|span| own.place(span).start < start)
                && (dated || !cue)
                && !own.has(self.reader.classes.rank, &(0..own.len()))
        });
        let words = &self.filled.words;
        names_it && leading(value, words).is_none() && !label.is_empty() && number(value).is_none()
    }

    /// Notes whether a paper scores what it names, so that a number beside it counts nothing: "Rated 1 (poor) to 5"; and whether
    /// some of its lines end in ticks.
    pub(super) fn note_scores(&mut self) {
        let words = &self.filled.words;
        let scores = |text: &str| {
            let text = plain(text);
            let figure =
                |own: &&str| own.len() <= 2 && own.bytes().all(|byte| byte.is_ascii_digit());
            text.split(' ').any(|own| words.scores.contains(own))
                && text.split(' ').filter(figure).count() > 1
        };
        let ticks = |text: &str| {
            let sign = text.trim_end_matches('\u{fe0f}').chars().next_back().map(String::from);
            sign.is_some_and(|sign| words.ticks.get(&sign) == Some(&Tick::Chosen))
        };
        self.scored = self.document.blocks.iter().any(|block| scores(block.text()));
        self.ticked = self.document.blocks.iter().any(|block| ticks(block.text()));
    }
}
