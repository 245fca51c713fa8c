//! Notes at the foot of a page: what each says of the sentence that has its mark.

use std::collections::{BTreeMap, BTreeSet};

use super::context::{Context, SentenceRole};
use super::note_says::NoteSays;
use super::owner::{Owner, subject};
use super::reader::Reader;
use super::sentence::Sentence;
use super::statement::{Statement, Upshot};
use super::voice::Voice;
use crate::document::{Block, Document};
use crate::source::Span;
use crate::standing::State;

/// A note belongs to so many sentences at most, so many notes belong to one, and of one so many sentences count.
const MOST_MARKS: usize = 8;
const MOST_NOTES: usize = 16;
const MOST_SENTENCES: usize = 12;
/// Where the mark of a note stands.
#[derive(Clone, Copy, Debug)]
struct NoteBearer {
    sentence: usize,
    block: usize,
    /// Behind which place in the block's text.
    at: usize,
    /// Whether the sentence ends there.
    ends: bool,
}

/// What a sentence with a mark stood in, for the note to stand there, too.
#[derive(Clone, Copy, Debug)]
struct Standpoint {
    before: Option<Owner>,
    topical: bool,
    far: bool,
    others_heading: bool,
    own_section: bool,
}

/// The notes of a document.
#[derive(Debug, Default)]
pub(super) struct Notes {
    bearers: BTreeMap<u32, Vec<NoteBearer>>,
    marked: BTreeMap<usize, Option<Standpoint>>,
}

impl Notes {
    /// Which sentence has the mark of which note.
    pub(super) fn of(document: &Document, sentences: &[Sentence]) -> Self {
        let mut notes = Self::default();
        let wanted: BTreeSet<u32> = document.blocks.iter().filter_map(Block::note).collect();
        for (number, sentence) in sentences.iter().enumerate() {
            let Some(block) = document.blocks.get(sentence.block) else { continue };
            let marks = block.note_marks();
            if marks.is_empty() {
                continue;
            }
            let own = sentence.place(&(0..sentence.len()));
            let next = sentences.get(number + 1).filter(|next| next.block == sentence.block);
            let end = next.map_or(usize::MAX, |next| next.place(&(0..1)).start);
            let first = marks.partition_point(|mark| mark.place.start <= own.start);
            let own_marks = marks.iter().skip(first).take_while(|mark| mark.place.start <= end);
            for mark in own_marks.take(MOST_NOTES) {
                let bearers = notes.bearers.entry(mark.note).or_default();
                if !wanted.contains(&mark.note)
                    || block.note() == Some(mark.note)
                    || bearers.len() >= MOST_MARKS
                {
                    continue;
                }
                let rest = block.text().get(mark.place.end..own.end).unwrap_or_default();
                bearers.push(NoteBearer {
                    sentence: number,
                    block: sentence.block,
                    at: mark.place.start,
                    ends: !rest.contains(char::is_alphanumeric),
                });
                notes.marked.insert(number, None);
            }
        }
        notes
    }

    /// Keeps what a sentence stands in, where it has the mark of a note.
    pub(super) fn keep(&mut self, sentence: usize, context: &Context<'_>, own_section: bool) {
        if let Some(own) = self.marked.get_mut(&sentence) {
            *own = Some(Standpoint {
                before: context.before,
                topical: context.topical,
                far: context.far,
                others_heading: context.others_heading,
                own_section,
            });
        }
    }

    /// What surrounds a sentence of a note: what surrounds the sentence to which it belongs.
    pub(super) fn context<'a>(
        &self,
        note: u32,
        text: &'a str,
        asks: bool,
        sentences: &'a [Sentence],
        (voice, ours): (&'a Voice, &'a Voice),
        reader: &'a Reader,
    ) -> Context<'a> {
        let bearer = self.bearers.get(&note).and_then(|bearers| bearers.first());
        let kept = bearer.and_then(|own| self.marked.get(&own.sentence).copied().flatten());
        let voice = if kept.is_some_and(|kept| kept.own_section) { ours } else { voice };
        let marked = bearer.and_then(|own| sentences.get(own.sentence));
        let subject = marked.and_then(|own| subject(own, voice, reader));
        let before = subject.or_else(|| kept.and_then(|kept| kept.before));
        Context {
            reader,
            voice,
            role: if asks { SentenceRole::Question } else { SentenceRole::Statement },
            text,
            numbered: false,
            stem: None,
            topical: kept.is_some_and(|kept| kept.topical),
            far: kept.is_none_or(|kept| kept.far),
            before,
            others_heading: kept.is_some_and(|kept| kept.others_heading),
        }
    }

    /// Lets notes change what the sentences with their marks say, as if each stood right behind.
    pub(super) fn apply(
        &self,
        document: &Document,
        sentences: &[Sentence],
        statements: &mut [Statement],
        reader: &Reader,
    ) {
        if self.marked.is_empty() {
            return;
        }
        let cells: BTreeSet<usize> = self.bearers.values().flatten().map(|own| own.block).collect();
        let (mut by_number, mut by_block) = (BTreeMap::new(), BTreeMap::new());
        for (index, own) in statements.iter().enumerate() {
            let list: &mut Vec<usize> = by_number.entry(own.number).or_default();
            list.push(index);
            for (block, _) in own.also.iter().filter(|(block, _)| cells.contains(block)) {
                let list: &mut Vec<usize> = by_block.entry(*block).or_default();
                list.push(index);
            }
        }
        let mut heard = BTreeMap::new();
        for (number, sentence) in sentences.iter().enumerate() {
            let Some(block) = document.blocks.get(sentence.block) else { continue };
            let count: &mut usize = heard.entry(block.note()).or_default();
            *count += 1;
            if *count > MOST_SENTENCES {
                continue;
            }
            let Some(bearers) = block.note().and_then(|note| self.bearers.get(&note)) else {
                continue;
            };
            let says = NoteSays::of(sentence, block.text(), reader);
            let own: Vec<(Statement, State)> = by_number
                .get(&number)
                .into_iter()
                .flatten()
                .filter_map(|index| statements.get(*index))
                .filter_map(|own| match own.upshot {
                    Upshot::State(state, _) => Some((own.clone(), state)),
                    _ => None,
                })
                .collect();
            for bearer in bearers {
                let near = by_number.get(&bearer.sentence).into_iter();
                let near = near.chain(by_block.get(&bearer.block)).flatten().copied();
                let targets = targets(near, bearer, statements);
                let all = sentence.is(reader.classes.several, 0);
                let one = targets.one || all;
                for index in targets.indices {
                    let Some(target) = statements.get_mut(index) else { continue };
                    if own.is_empty() && sentence.cues.is_empty() {
                        says.change(target, sentence, one, reader);
                    } else {
                        restate(target, &own, sentence);
                    }
                }
            }
        }
    }
}

/// The statements of which a note may speak.
struct NoteTargets {
    indices: Vec<usize>,
    /// Whether they are of one thing.
    one: bool,
}

fn targets(
    near: impl Iterator<Item = usize>,
    bearer: &NoteBearer,
    statements: &[Statement],
) -> NoteTargets {
    let stated = |index: &usize| {
        statements.get(*index).is_some_and(|own| {
            let before = own.block != bearer.block || own.cue.start < bearer.at;
            before && matches!(own.upshot, Upshot::State(..))
        })
    };
    let mut indices: Vec<usize> = near.filter(stated).collect();
    indices.sort_unstable();
    indices.dedup();
    let cue = |index: &usize| statements.get(*index).map(|own| own.cue.clone());
    if !bearer.ends {
        // "A coordinator¹ and a lead": of what stands right before it.
        let last = indices.iter().filter_map(cue).max_by_key(|cue: &Span| (cue.start, cue.end));
        indices.retain(|index| cue(index) == last);
    }
    let first = indices.first().and_then(|index| statements.get(*index));
    let same = |index: &usize| {
        statements.get(*index).map(|own| &own.arrangement) == first.map(|own| &own.arrangement)
    };
    NoteTargets { one: indices.iter().all(same), indices }
}

/// Where a note names what it speaks of itself: the less counts.
fn restate(target: &mut Statement, own: &[(Statement, State)], note: &Sentence) {
    let Upshot::State(state, ground) = target.upshot else { return };
    let said = own.iter().filter(|(said, _)| said.arrangement == target.arrangement);
    if let Some((said, less)) = said.min_by_key(|(_, state)| *state)
        && *less < state
    {
        target.upshot = Upshot::State(*less, ground);
        target.also.push((note.block, said.sentence.clone()));
    }
}
