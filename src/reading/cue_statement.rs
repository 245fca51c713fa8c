//! From a cue and what was made of it to a statement.

use super::context::Context;
use super::cue_reading::CueReading;
use super::grid_said::{CellPart, Said};
use super::judge::{judge, judge_label};
use super::reader::Reader;
use super::sentence::{CueHit, Sentence};
use super::statement::{Silence, Statement, Upshot, told};
use crate::document::Document;
use crate::rulebook::{ArrangementId, CueSays};
use crate::source::Span;

const MODIFIER: &str = "its label names another thing right behind it";

/// What the cues of a cell say by its part in its grid.
pub(super) fn in_grid(
    sentence: &Sentence,
    at: usize,
    part: &CellPart,
    document: &Document,
    context: Context<'_>,
) -> Vec<Statement> {
    let (said, blocks) = match part {
        CellPart::Label(said, blocks) => (Some(*said), blocks.as_slice()),
        _ => (None, &[][..]),
    };
    let read = |hit: &CueHit| match (part, said) {
        (CellPart::Others, _) => CueReading::silent(Silence::Anothers),
        (CellPart::Aside, _) => CueReading::silent(Silence::Aside),
        (_, Some(Said::State(_))) if is_modifier(sentence, hit) => {
            CueReading::of(Upshot::Unsure(MODIFIER))
        }
        (_, Some(said)) => judge_label(sentence, hit, context, said),
        _ => judge(sentence, hit, context),
    };
    let also: Vec<(usize, Span)> = blocks
        .iter()
        .filter_map(|block| Some((*block, 0..document.blocks.get(*block)?.text().len())))
        .collect();
    let made = sentence.cues.iter().map(|hit| Statement {
        also: also.clone(),
        ..statement(sentence, at, hit, read(hit), context.reader)
    });
    made.collect()
}

/// Whether a cue of a label only says of what kind the thing is that another names right behind it: "first responder e-learning".
fn is_modifier(sentence: &Sentence, hit: &CueHit) -> bool {
    let behind = |other: &&CueHit| other.span.start == hit.span.end;
    let covers =
        |other: &CueHit| other.arrangement == hit.arrangement && other.span.end > hit.span.end;
    let mut heads = sentence.cues.iter().filter(behind).peekable();
    heads.peek().is_some()
        && heads.all(|other| other.arrangement != hit.arrangement)
        && !sentence.cues.iter().any(covers)
}

/// A statement of what was made of a cue.
pub(super) fn statement(
    sentence: &Sentence,
    at: usize,
    hit: &CueHit,
    judged: CueReading,
    reader: &Reader,
) -> Statement {
    let marks = judged.marks.iter().filter_map(|mark| told(sentence, *mark, reader));
    Statement {
        arrangement: reader
            .arrangements
            .get(hit.arrangement)
            .map_or_else(|| ArrangementId::from(""), |arranged| arranged.id.clone()),
        upshot: judged.upshot,
        block: sentence.block,
        sentence: sentence.place(&(0..sentence.len())),
        cue: sentence.place(&hit.span),
        pattern: reader.cues_written.get(hit.cue).unwrap_or_default().to_owned(),
        marks: marks.collect(),
        presupposed: judged.presupposed,
        in_part: hit.says == CueSays::Part,
        also: Vec::new(),
        settled: judged.settled,
        ask: judged.ask,
        would: judged.would,
        number: at,
    }
}
