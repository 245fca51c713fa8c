//! What a sentence says as the answer to what was asked before it.

use super::judge::{ANOTHERS, Verdict};
use super::line::Line;
use super::reader::Reader;
use super::statements::Statement;
use super::tokens::Shape;
use crate::rulebook::Effect;
use crate::standing::State;

/// The longest answer that is a number and little else, in tokens.
const COUNT: usize = 4;

/// Of these a number is an answer.
const COUNTABLE: [&str; 5] = [
    "victim-identification",
    "prevention-orders",
    "investigative-capacity",
    "intelligence",
    "coordinator",
];

/// What a short answer says of what was asked: "No.", "Please see attached.", an exemption.
pub(super) fn answers(
    line: &Line,
    at: usize,
    text: &str,
    asked: &[Statement],
    reader: &Reader,
) -> Vec<Statement> {
    if asked.is_empty() {
        return Vec::new();
    }
    let start = line
        .marks
        .iter()
        .filter(|mark| {
            mark.effect == Effect::Answer
                && mark.span.start <= 1
                && line.is_sign(text, mark.span.end, &[":", "."])
        })
        .map(|mark| mark.span.end + 1)
        .max()
        .unwrap_or(0);
    let says = |effect: Effect| {
        line.marks.iter().any(|mark| {
            // "Yes", and "This force has done so".
            let within = if mark.span.len() > 2 { 4 } else { 1 };
            mark.effect == effect && mark.span.start >= start && mark.span.start <= start + within
        })
    };
    let has = |effect: Effect| line.marks.iter().any(|mark| mark.effect == effect);
    let counted = line.len() - start.min(line.len()) <= COUNT
        && (line.text(text, start).starts_with(|first: char| first.is_ascii_digit())
            || line.tokens.get(start).is_some_and(|token| token.shape != Shape::Number)
                && line.is(reader.classes.number, start));
    let document = |statement: &Statement| {
        matches!(
            statement.arrangement.as_str(),
            "guidance" | "strategy" | "intelligence" | "partnership"
        )
    };
    let figures = (start..line.len().min(start + 8)).any(|at| line.is(reader.classes.money, at))
        && (start..line.len())
            .any(|at| line.tokens.get(at).is_some_and(|token| token.shape == Shape::Number));
    let short = line.len() - start.min(line.len()) <= 14;
    let counterpart = line.has(reader.classes.counterpart, &(start..line.len()));
    let state = |statement: &Statement| {
        if statement.verdict == Verdict::Silent(ANOTHERS) {
            // "The national lead is …. We have no equivalent.", "Ours is …"
            return counterpart.then(|| {
                if has(Effect::Negated) {
                    State::Absent
                } else if has(Effect::Planned) {
                    State::Planned
                } else {
                    State::InPlace
                }
            });
        }
        if says(Effect::Yes) && line.is_sign(text, start + 2, &[";", ".", ","]) {
            // "It does; its minutes are exempt."
            Some(State::InPlace)
        } else if has(Effect::Withheld) && !has(Effect::Refused) && line.cues.is_empty() {
            Some(State::Withheld)
        } else if has(Effect::Refused) {
            None
        } else if says(Effect::No) && short {
            Some(State::Absent)
        } else if matches!(statement.arrangement.as_str(), "lead" | "coordinator")
            && line.has(reader.classes.rank, &(start..line.len()))
            && line.len() - start.min(line.len()) <= 24
            && !has(Effect::Negated)
        {
            // "Who is the lead?" is answered by a rank.
            Some(State::InPlace)
        } else if statement.arrangement.as_str() == "budget" && figures && !has(Effect::Negated) {
            // "How much is set aside?" is answered by a sum.
            Some(State::InPlace)
        } else if counted
            && !says(Effect::No)
            && COUNTABLE.contains(&statement.arrangement.as_str())
        {
            // "How many were referred?" is answered by a number.
            Some(State::InPlace)
        } else if says(Effect::Accepted) {
            Some(State::Planned)
        } else if (says(Effect::Yes) && (short || line.is_sign(text, start + 1, &[",", ".", "–"])))
            || (has(Effect::Attached) && document(statement))
        {
            Some(State::InPlace)
        } else {
            None
        }
    };
    let mut found: Vec<Statement> = Vec::new();
    for question in asked {
        let own = line.cues.iter().any(|hit| {
            reader
                .arrangements
                .get(hit.arrangement)
                .is_some_and(|arranged| arranged.id == question.arrangement)
        });
        if own || found.iter().any(|other| other.arrangement == question.arrangement) {
            continue;
        }
        if let Some(state) = state(question) {
            found.push(Statement {
                verdict: Verdict::State(state),
                block: line.block,
                sentence: line.place(&(0..line.len())),
                cue: line.place(&(start..line.len())),
                also: vec![(question.block, question.sentence.clone())],
                presupposed: false,
                line: at,
                ..question.clone()
            });
        }
    }
    found
}
