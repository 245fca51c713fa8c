//! What a sentence says as the answer to what was asked before it.

use std::collections::BTreeSet;

use super::actor::Who;
use super::asked::{asks_what_was_done, proposes};
use super::carried::{begins_a_statement, stands_for_it};
use super::conceded::{CONTRARY, asks_the_contrary};
use super::figures::{NEARLY_ALL, behind_adverbial, share};
use super::ground::Ground;
use super::numbered::unsure;
use super::reader::Reader;
use super::sentence::{ModifierHit, Sentence};
use super::statement::{Silence, Statement, Upshot};
use super::status::{CellSays, leading, strict};
use super::tokens::Shape;
use crate::rulebook::{AnsweredBy, Effect, plain};
use crate::standing::State;

/// The longest answer that is a number and little else, in tokens.
const COUNT: usize = 4;

/// What a short answer says of what was asked: "No.", "Please see attached.", an exemption.
pub(super) fn answers(
    sentence: &Sentence,
    at: usize,
    text: &str,
    lead: usize,
    asked: &[Statement],
    sentences: &[Sentence],
    reader: &Reader,
) -> Vec<Statement> {
    if asked.is_empty() {
        return Vec::new();
    }
    let start = sentence
        .marks
        .iter()
        .filter(|mark| {
            mark.effect == Effect::Answer
                && mark.span.start <= 1
                && sentence.is_sign(text, mark.span.end, &[":", "."])
        })
        .map(|mark| mark.span.end + 1)
        .max()
        .unwrap_or(0);
    // "Questions 1 and 3: yes."
    let led = sentence.tokens.iter().take_while(|token| (token.end as usize) <= lead).count();
    let start = behind_adverbial(sentence, start.max(led), reader);
    // "Not fully in place" is no yes.
    let denied = |before: usize| {
        let within = |mark: &ModifierHit| mark.span.start >= start && mark.span.start < before;
        let lessens = |mark: &ModifierHit| matches!(mark.effect, Effect::Negated | Effect::Limited);
        sentence.marks.iter().any(|mark| within(mark) && lessens(mark))
    };
    // "Not in place.": how far something stands, in the words of a status.
    let whole = text.get(sentence.place(&(start..sentence.len()))).unwrap_or_default();
    let count = |text: &str| {
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).count()
    };
    let words = &reader.grids;
    let plainly = count(whole) > 1 || sentence.is_chosen || words.denies.contains(&plain(whole));
    let status = plainly.then(|| strict(whole, words)).flatten();
    // "N/A": anybody's guess.
    if status == Some(CellSays::Nothing) {
        return Vec::new();
    }
    let status = status.and_then(CellSays::state);
    // "Not yet; one is being written."
    let led_in = leading(whole, words).filter(|(_, end)| {
        let rest = whole.get(*end..).unwrap_or_default();
        count(whole.get(..*end).unwrap_or_default()) > 1 && rest.starts_with([';', ',', ':', '.'])
    });
    let to_come = led_in.and_then(|(says, _)| says.state()) == Some(State::Absent)
        && sentence.marks.iter().any(|mark| mark.effect == Effect::Planned);
    let status = if to_come { status.or(Some(State::Planned)) } else { status };
    // "No applications have been made."
    let made = sentence.marks.iter().any(|mark| mark.effect == Effect::Made);
    // "We have no coordinator" after another question is a statement of its own.
    let states = |mark: &ModifierHit| {
        mark.span.len() > 1 && sentence.cues.iter().any(|hit| hit.span.start >= mark.span.end)
    };
    let says = |effect: Effect| {
        sentence.marks.iter().any(|mark| {
            // "Yes", and "This force has done so".
            let within = if mark.span.len() > 2 { 4 } else { 1 };
            let labelled = (start..mark.span.start).any(|at| sentence.is_sign(text, at, &[":"]));
            mark.effect == effect
                && mark.span.start >= start
                && mark.span.start <= start + within
                && !labelled
                && !states(mark)
                && !(effect == Effect::Yes && denied(mark.span.start))
                && (made || !begins_a_statement(sentence, mark, text, reader))
        })
    };
    let has = |effect: Effect| sentence.marks.iter().any(|mark| mark.effect == effect);
    // "3", and "One, since 2021."
    let longest = if has(Effect::Since) { 2 * COUNT } else { COUNT };
    let digits = sentence.text(text, start).starts_with(|first: char| first.is_ascii_digit());
    // "40%" counts nothing.
    let counted = sentence.len() - start.min(sentence.len()) <= longest
        && !whole.contains('%')
        && (digits
            || sentence.tokens.get(start).is_some_and(|token| token.shape != Shape::Number)
                && sentence.is(reader.classes.number, start));
    // "4 DCs, 1 DS".
    let post = |at: usize| {
        let shape = sentence.tokens.get(at).map(|token| token.shape);
        matches!(shape, Some(Shape::Number | Shape::Sign))
            || (start..=at).any(|from| {
                let rank = sentence.phrase(reader.classes.rank, from);
                rank.is_some_and(|length| from + length > at)
            })
            || sentence.is(reader.classes.and, at)
    };
    let share = share(whole);
    let posts = digits
        && (start..sentence.len()).all(post)
        && sentence.has(reader.classes.rank, &(start..sentence.len()));
    let counted = counted || posts;
    let answered_by =
        |statement: &Statement, by: AnsweredBy| reader.answered_by(&statement.arrangement, by);
    let figures = (start..sentence.len().min(start + 8))
        .any(|at| sentence.is(reader.classes.money, at))
        && (start..sentence.len())
            .any(|at| sentence.tokens.get(at).is_some_and(|token| token.shape == Shape::Number));
    // "A superintendent said that …" names who speaks.
    let reports = || sentence.has(reader.classes.reports, &(start..sentence.len()));
    // "£0", "0".
    let nothing = || {
        let numbers = (start..sentence.len()).map(|at| sentence.text(text, at));
        let mut numbers =
            numbers.filter(|own| own.contains(|c: char| c.is_ascii_digit())).peekable();
        numbers.peek().is_some() && numbers.all(|own| !own.contains(|c| matches!(c, '1'..='9')))
    };
    // "No, and none is planned."
    let first = |effect: Effect, from: usize| {
        let own = sentence.marks.iter().filter(|mark| mark.effect == effect);
        own.map(|mark| mark.span.start).filter(|at| *at > from).min()
    };
    let planned = first(Effect::Planned, start).is_some_and(|plan| {
        !first(Effect::Negated, start).is_some_and(|denial| denial < plan && denial + 4 > plan)
    }) || has(Effect::Planned) && first(Effect::Planned, start).is_none();
    let short = sentence.len() - start.min(sentence.len()) <= 14;
    let counterpart = sentence.cues.is_empty()
        && sentence.has(reader.classes.counterpart, &(start..sentence.len()));
    let anothers = short
        && sentence.cues.is_empty()
        && sentence.actors.first().is_some_and(|actor| actor.who == Who::Other);
    // "No – the exploitation hub does it": the answer is the "no", not what is taken for granted after it.
    let plain_no = sentence.marks.iter().any(|mark| {
        let closed = sentence.is_sign(text, mark.span.end, &["–", "—", "-", ".", ";", ":", ","]);
        mark.effect == Effect::No && mark.span.start == start && mark.span.len() == 1 && closed
    }) && !sentence.has(reader.classes.breaks, &(start + 1..sentence.len()));
    let asks_which = |statement: &Statement| {
        let asked = sentences.get(statement.number);
        asked.is_some_and(|asked| asked.is(reader.classes.interrogative, 0))
    };
    let state = |statement: &Statement| {
        if statement.upshot == Upshot::Silent(Silence::Anothers) {
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
        if let Some(state) = status {
            Some(state)
        } else if says(Effect::Yes) && sentence.is_sign(text, start + 2, &[";", ".", ","]) {
            // "It does; its minutes are exempt."
            Some(State::InPlace)
        } else if has(Effect::Withheld) && !has(Effect::Refused) && sentence.cues.is_empty() {
            Some(State::Withheld)
        } else if has(Effect::Refused) {
            None
        } else if says(Effect::No) && (short || plain_no && has(Effect::Negated)) {
            // "N/A – being drafted"
            Some(if planned { State::Planned } else { State::Absent })
        } else if short
            && stands_for_it(sentence, start, reader)
            && has(Effect::Planned)
            && !has(Effect::Negated)
        {
            // "When will you publish it?" – "It's being finalised."
            Some(State::Planned)
        } else if answered_by(statement, AnsweredBy::Rank)
            && sentence.has(reader.classes.rank, &(start..sentence.len()))
            && sentence.len() - start.min(sentence.len()) <= 24
            && !has(Effect::Negated)
            && !reports()
            && !has(Effect::Exhortation)
        {
            // "Who is the lead?" is answered by a rank: "Detective Inspector, part time."
            Some(if has(Effect::Limited) { State::Partial } else { State::InPlace })
        } else if answered_by(statement, AnsweredBy::Sum) && figures && !has(Effect::Negated) {
            // "How much is set aside?" is answered by a sum.
            Some(if nothing() { State::Absent } else { State::InPlace })
        } else if counted
            && !says(Effect::No)
            && (answered_by(statement, AnsweredBy::Number)
                || sentences
                    .get(statement.number)
                    .is_some_and(|own| asks_what_was_done(own, reader)))
        {
            // "How many were referred?" is answered by a number.
            Some(if nothing() { State::Absent } else { State::InPlace })
        } else if let Some(share) = share
            && sentences.get(statement.number).is_some_and(|own| asks_what_was_done(own, reader))
        {
            Some(match share {
                0.0 => State::Absent,
                share if share < NEARLY_ALL => State::Partial,
                _ => State::InPlace,
            })
        } else if says(Effect::Accepted) {
            // What is accepted is what somebody proposed, not all that is spoken of beside it.
            let about = sentences.get(statement.number);
            about.is_some_and(|about| proposes(about, reader)).then_some(State::Planned)
        } else if (says(Effect::Yes)
            && (short || sentence.is_sign(text, start + 1, &[",", ".", "–"])))
            || (has(Effect::Attached) && answered_by(statement, AnsweredBy::Document))
        {
            // "Yes, part-time"
            let limited = short && says(Effect::Yes) && has(Effect::Limited);
            let yes = says(Effect::Yes) && !has(Effect::Since);
            match () {
                // "Yes, we did until last year."
                () if yes && has(Effect::Ended) => Some(State::Absent),
                // "Yes, this will be published in June."
                () if yes && has(Effect::Planned) && !has(Effect::Standing) => Some(State::Planned),
                // "Yes, the council employs one."
                () if yes && anothers => None,
                // "What role can the Government have?" – "Yes, the Member is right."
                () if yes && asks_which(statement) => None,
                () if limited => Some(State::Partial),
                () => Some(State::InPlace),
            }
        } else {
            None
        }
    };
    let mut found: Vec<Statement> = Vec::new();
    for question in asked {
        let own = !plain_no
            && sentence.cues.iter().any(|hit| {
                reader
                    .arrangements
                    .get(hit.arrangement)
                    .is_some_and(|arranged| arranged.id == question.arrangement)
            });
        if own || found.iter().any(|other| other.arrangement == question.arrangement) {
            continue;
        }
        if let Some(state) = state(question) {
            let asked = sentences.get(question.number);
            let upshot = if asked.is_some_and(|asked| asks_the_contrary(asked, reader)) {
                Upshot::Unsure(CONTRARY)
            } else {
                Upshot::State(state, Ground::Answered)
            };
            found.push(Statement {
                upshot,
                settled: None,
                ask: None,
                would: None,
                block: sentence.block,
                sentence: sentence.place(&(0..sentence.len())),
                cue: sentence.place(&(start..sentence.len())),
                also: vec![(question.block, question.sentence.clone())],
                presupposed: false,
                number: at,
                ..question.clone()
            });
        }
    }
    // "Do you have a unit? Do you have a budget for it?" – "Yes." Which of them?
    let places = found.iter().filter_map(|own| own.also.first());
    let places: BTreeSet<(usize, usize)> =
        places.map(|(block, sentence)| (*block, sentence.start)).collect();
    // "Questions 1 and 3: yes." says which.
    if places.len() > 1 && lead == 0 {
        return found.into_iter().map(unsure).collect();
    }
    found
}
