//! What a paper takes back of its own tables: "Row 1 no longer holds", "crossed in error", or a sentence that says otherwise.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use super::corrected_tables::Tables;
use super::ground::Ground;
use super::heard::Heard;
use super::reader::Reader;
use super::sentence::Sentence;
use super::statement::{Statement, Upshot};
use super::tokens::Shape;
use crate::document::{Block, Document, Kind};
use crate::rulebook::{ArrangementId, Effect};
use crate::standing::State;

const TAKEN_BACK: &str = "the paper takes back what stands there";
const OTHERWISE: &str = "a table and a sentence of the paper don't agree on it";
pub(super) const IN_WORDS: &str = "what stands beside it in words may say otherwise";

/// The longest status, in tokens.
const STATUS: usize = 4;

/// So near to its beginning a sentence says that the one before is wrong, in tokens.
const SHORT: usize = 8;
/// The longest list of rows, in tokens: "Lines 1, 2 and 4".
const LIST: usize = 12;
/// The longest range of rows.
const RANGE: u32 = 60;

/// Hands to a person what a table says where the paper itself takes it back or says otherwise in a sentence.
pub(super) fn take_back(
    statements: &mut [Statement],
    paper: &Heard,
    document: &Document,
    reader: &Reader,
) {
    let tables = Tables { document };
    let taken = TakenBack::of(paper, document, reader);
    let numbers = if taken.rows.is_empty() { BTreeMap::new() } else { tables.numbers() };
    let arranged =
        |own: &Statement| reader.arrangements.iter().position(|at| at.id == own.arrangement);
    for statement in statements.iter_mut() {
        let below = |at: Option<&usize>| at.is_some_and(|at| *at >= statement.block);
        let meant = if tables.answers(statement) {
            below(taken.all.as_ref())
                || below(arranged(statement).and_then(|own| taken.arrangements.get(&own)))
                || below(numbers.get(&statement.block).and_then(|own| taken.rows.get(own)))
        } else {
            // "Problem profile: crossed in error" doesn't say that there is one.
            let itself = taken.sentences.contains(&statement.number);
            let own = arranged(statement);
            let further_up = own.and_then(|own| taken.of_below.get(&own));
            let further_down = own.and_then(|own| taken.said_above.get(&own));
            let has = matches!(statement.upshot, Upshot::State(State::Partial | State::InPlace, _));
            has && (itself && !tables.is_cell(statement.block)
                || further_up.is_some_and(|at| *at < statement.number)
                || further_down.is_some_and(|at| *at > statement.number))
        };
        let wrong = taken.wrong.contains(&statement.number);
        if meant || wrong || taken.is_superseded(statement.block) {
            statement.hand_over(TAKEN_BACK);
        }
    }
    if !statements.iter().any(|own| tables.answer(own).is_some()) {
        return;
    }
    in_words(statements, paper, &tables);
    disagree(statements, &tables);
}

/// What a paper takes back, each with the last block that does so.
#[derive(Default)]
struct TakenBack {
    rows: BTreeMap<String, usize>,
    arrangements: BTreeMap<usize, usize>,
    all: Option<usize>,
    /// What is taken back of what stands below, with the first sentence that does so.
    of_below: BTreeMap<usize, usize>,
    /// What is taken back of what sentences say above, with the last sentence that does so.
    said_above: BTreeMap<usize, usize>,
    /// Parts whose heading says that they don't count any more.
    superseded: Vec<std::ops::Range<usize>>,
    /// The sentences that name no row.
    sentences: BTreeSet<usize>,
    /// Sentences that the next one says to be wrong.
    wrong: BTreeSet<usize>,
}

impl TakenBack {
    /// Whether a block stands in a part that doesn't count any more.
    fn is_superseded(&self, block: usize) -> bool {
        let next = self.superseded.partition_point(|part| part.end <= block);
        self.superseded.get(next).is_some_and(|part| part.contains(&block))
    }

    fn of(paper: &Heard, document: &Document, reader: &Reader) -> Self {
        let (mut taken, classes) = (Self::default(), &reader.classes);
        taken.superseded = superseded(paper, document, reader);
        for (number, sentence) in paper.sentences.iter().enumerate() {
            let (all, block) = (0..sentence.len(), sentence.block);
            // "… said that we have a team. This was incorrect."
            let back = sentence.is(classes.anaphor, 0) || sentence.is(classes.pronoun, 0);
            let first = 0..sentence.len().min(SHORT);
            let in_fact = sentence.is(classes.in_fact, 0) && sentence.cues.is_empty();
            if back && sentence.has(classes.untrue, &first) || in_fact {
                taken.wrong.extend(number.checked_sub(1));
            }
            // "Please disregard the figure of nil"
            if sentence.has(classes.disregard, &first) {
                taken.wrong.insert(number);
            }
            let of_a_row = sentence.is(classes.row, 0) && !sentence.has(classes.confirmed, &all);
            if !of_a_row && !sentence.has(classes.taken_back, &all) {
                continue;
            }
            let text = document.blocks.get(block).map_or("", Block::text);
            let rows = rows(sentence, text, reader);
            if !rows.is_empty() {
                taken.rows.extend(rows.into_iter().map(|row| (row, block)));
            } else if sentence.has(classes.taken_back, &all) {
                taken.sentences.insert(number);
                if sentence.has(classes.all_above, &all) {
                    taken.all = Some(block);
                }
                let cues = || sentence.cues.iter().map(|hit| hit.arrangement);
                if sentence.has(classes.below, &all) {
                    cues().for_each(|own| {
                        taken.of_below.entry(own).or_insert(number);
                    });
                } else {
                    taken.arrangements.extend(cues().map(|own| (own, block)));
                    if sentence.has(classes.said_above, &all) {
                        taken.said_above.extend(cues().map(|own| (own, number)));
                    }
                }
            }
        }
        taken
    }
}

/// Hands over what a cell answers where another cell of its row denies it, or tells of a plan or an end: "Yes", and beside it
/// "The post has not been filled".
fn in_words(statements: &mut [Statement], paper: &Heard, tables: &Tables<'_>) {
    use Effect::{Ended, Negated, Planned};
    let mut against: BTreeMap<(u32, u32), Vec<usize>> = BTreeMap::new();
    for sentence in &paper.sentences {
        let Some(cell) = tables.cell(sentence.block) else { continue };
        // "No" may be what another column says, of somebody else.
        if sentence.len() <= STATUS {
            continue;
        }
        if sentence.marks.iter().any(|mark| matches!(mark.effect, Ended | Negated | Planned)) {
            let blocks = against.entry((cell.table, cell.row)).or_default();
            if blocks.last() != Some(&sentence.block) {
                blocks.push(sentence.block);
            }
        }
    }
    let yes = |own: &&mut Statement| tables.answer(own) == Some(State::InPlace);
    for statement in statements.iter_mut().filter(yes) {
        let Some(cell) = tables.cell(statement.block) else { continue };
        let own = |block: &usize| {
            *block == statement.block || statement.also.iter().any(|(also, _)| also == block)
        };
        let others = against.get(&(cell.table, cell.row)).map_or(&[][..], Vec::as_slice);
        if others.len() > 1 + statement.also.len() || !others.iter().all(own) {
            statement.hand_over(IN_WORDS);
        }
    }
}

/// The parts of a document whose heading says that they don't count any more: "Superseded text – do not use".
fn superseded(paper: &Heard, document: &Document, reader: &Reader) -> Vec<std::ops::Range<usize>> {
    let level = |block: usize| match document.blocks.get(block)?.kind {
        Kind::Heading(level) => Some(level),
        _ => None,
    };
    let headed = paper.sentences.iter().filter_map(|sentence| {
        let own = sentence.has(reader.classes.superseded, &(0..sentence.len()));
        own.then(|| level(sentence.block)).flatten().map(|level| (sentence.block, level))
    });
    let mut parts: Vec<std::ops::Range<usize>> = Vec::new();
    for (start, own) in headed {
        if parts.last().is_some_and(|last| last.contains(&start)) {
            continue;
        }
        let end = (start + 1..document.blocks.len())
            .find(|at| level(*at).is_some_and(|level| level <= own));
        parts.push(start..end.unwrap_or(document.blocks.len()));
    }
    parts
}

/// Where a table and a sentence don't agree on an arrangement, what claims more is handed over; so is what claims less, unless
/// it stands further down.
fn disagree(statements: &mut [Statement], tables: &Tables<'_>) {
    // For each arrangement and state the last block that says so: in a table, and in a sentence.
    let mut last: BTreeMap<(bool, ArrangementId), BTreeMap<State, usize>> = BTreeMap::new();
    let said = |own: &Statement| match own.upshot {
        Upshot::State(state, Ground::Asserted | Ground::Standing) => {
            (!own.presupposed && !tables.is_cell(own.block)).then_some((false, state))
        }
        _ => tables.answer(own).map(|state| (true, state)),
    };
    for statement in statements.iter() {
        if let Some((table, state)) = said(statement) {
            let states = last.entry((table, statement.arrangement.clone())).or_default();
            let block = states.entry(state).or_default();
            *block = statement.block.max(*block);
        }
    }
    for statement in statements.iter_mut() {
        let Some((table, state)) = said(statement) else { continue };
        let others = last.get(&(!table, statement.arrangement.clone()));
        let against = others.into_iter().flatten().any(|(other, block)| match other.cmp(&state) {
            Ordering::Equal => false,
            // That it is there only in part is said of what is there, below it.
            Ordering::Less if *other == State::Partial => *block > statement.block,
            Ordering::Less => state >= State::Partial,
            Ordering::Greater => {
                *other >= State::Partial && state < State::Partial && *block > statement.block
            }
        });
        if against {
            statement.hand_over(OTHERWISE);
        }
    }
}

/// The rows that a sentence names by number: "Row 1", "Lines 1, 2 and 4", "Items 3 to 6".
fn rows(sentence: &Sentence, text: &str, reader: &Reader) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for named in (0..sentence.len()).filter(|at| sentence.is(reader.classes.row, *at)) {
        let mut from: Option<u32> = None;
        for at in named + 1..sentence.len().min(named + LIST) {
            let token = sentence.text(text, at);
            let number = sentence.tokens.get(at).is_some_and(|own| own.shape == Shape::Number);
            let joins = matches!(token, "," | "&" | "–" | "-")
                || reader.writing().number_joins.contains(token);
            if number {
                if let (Some(from), Some(to)) = (from.take(), token.parse::<u32>().ok())
                    && to.saturating_sub(from) <= RANGE
                {
                    found.extend((from + 1..to).map(|between| between.to_string()));
                }
                found.push(token.to_owned());
            } else if !joins {
                break;
            } else {
                // "3 to 6", "3–6": what lies between, too.
                let spans = !matches!(token, "," | "&") && !sentence.is(reader.classes.and, at);
                from = found.last().filter(|_| spans).and_then(|last| last.parse().ok());
            }
        }
    }
    found
}
