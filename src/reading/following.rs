//! What later words change of what was said before them, in the same sentence or the next.

use super::actor::Who;
use super::bystanders::is_bystanders;
use super::carried::{goes_on, is_a_plan, tells_of_a_name, tells_who_does_it};
use super::reader::Reader;
use super::scope::speech;
use super::sentence::{ModifierHit, Sentence, overlap};
use super::statement::{Statement, Upshot, told};
use crate::rulebook::{AnsweredBy, Effect, Reads};
use crate::source::Span;
use crate::standing::State;

const GOES_ON: &str = "its sentence goes on with the contrary";

/// The state that a later word gives to what was said before.
pub(super) fn changed(
    state: State,
    sentence: &Sentence,
    span: &Span,
    anaphor: bool,
) -> Option<(State, usize)> {
    let mark = |wanted: Effect| {
        let within = |mark: &ModifierHit| span.contains(&mark.span.start) && mark.effect == wanted;
        sentence.marks.iter().position(within)
    };
    let not_negated = mark(Effect::NotNegated).is_some();
    // "Vacant since March" is no "since" by itself.
    let over = |since: &ModifierHit| {
        let mut marks = sentence.marks.iter();
        marks.any(|mark| {
            mark.effect == Effect::Ended
                && mark.span.start < since.span.start
                && overlap(&mark.span, &since.span)
        })
    };
    let since = sentence
        .marks
        .iter()
        .any(|mark| mark.effect == Effect::Since && span.contains(&mark.span.start) && !over(mark));
    let standing = mark(Effect::Standing).is_some();
    if let Some(at) = mark(Effect::Ended)
        && !since
        && (matches!(state, State::InPlace | State::Partial) || anaphor && state == State::Planned)
    {
        return Some((State::Absent, at));
    }
    let start = |at: usize| sentence.marks.get(at).map_or(usize::MAX, |mark| mark.span.start);
    let negated = mark(Effect::Negated).filter(|_| !not_negated);
    if let Some(at) = mark(Effect::Planned)
        && !standing
        // "… and has no plans to": a plan that is denied is none.
        && negated.is_none_or(|negated| start(at) < start(negated))
    {
        let backward = sentence.marks.get(at).is_some_and(|mark| mark.reads == Reads::Backward);
        match state {
            State::Absent => return Some((State::Planned, at)),
            State::InPlace if anaphor && backward && !since => return Some((State::Planned, at)),
            _ => {}
        }
    }
    if state == State::Absent
        && anaphor
        && negated.is_none()
        && let Some(at) = mark(Effect::Made)
    {
        // "The force had no policy. One was published in 2017."
        return Some((State::InPlace, at));
    }
    if let Some(at) = mark(Effect::Limited)
        && matches!(state, State::InPlace | State::Absent)
    {
        return Some((State::Partial, at));
    }
    // "… which would let police act on vehicles without tax": what is only supposed takes nothing away.
    let supposed = |at: usize| {
        let clause = sentence.clause(start(at).min(sentence.len().saturating_sub(1)));
        sentence.marks.iter().any(|mark| {
            mark.effect == Effect::Supposed
                && mark.span.start < start(at)
                && sentence.clause(mark.span.start) == clause
        })
    };
    if let Some(at) = negated
        && !standing
        && state == State::InPlace
        && !supposed(at)
    {
        return Some((State::Partial, at));
    }
    None
}

/// A sentence without a cue that goes on from the one before: "It was disbanded in 2016."
pub(super) fn follow_up(
    sentences: &[Sentence],
    at: usize,
    statements: &mut [Statement],
    reader: &Reader,
) {
    let before = at.checked_sub(1).and_then(|before| sentences.get(before));
    let (Some(sentence), Some(before)) = (sentences.get(at), before) else { return };
    let anaphor = goes_on(sentence, reader) || tells_who_does_it(sentence, reader);
    // "None at present. We are recruiting four."
    let plans = !anaphor && is_a_plan(sentence, reader);
    // What records there are says nothing of what they are about.
    let records = sentence.marks.iter().any(|mark| mark.effect == Effect::Refused);
    if !anaphor && !plans || records {
        return;
    }
    let classes = &reader.classes;
    let all = sentence.is(classes.several, 0);
    let former = sentence.is(classes.former, 1);
    // "The former is a sergeant's; the latter was abolished."
    let latter = (2..sentence.len()).find(|at| sentence.is(classes.latter, *at)).filter(|_| former);
    // "The force has guidance, and is working on a guide for all. The latter …": not what stood first.
    let last = before.clause(before.len().saturating_sub(1));
    let of_last = sentence.is(classes.latter, 1);
    let meant = |own: &Statement| {
        let clause = (0..before.len()).find(|at| before.place(&(*at..at + 1)).end >= own.cue.end);
        !of_last || clause.is_some_and(|at| before.clause(at) == last)
    };
    let mut targets: Vec<usize> = (0..statements.len())
        .filter(|index| {
            statements.get(*index).is_some_and(|own| {
                let Upshot::State(state, _) = own.upshot else { return false };
                own.number + 1 == at && (state == State::Absent || !plans) && meant(own)
            })
        })
        .collect();
    if let (Some(latter), Some(last)) = (latter, targets.last().copied()) {
        change(sentence, &(latter..sentence.len()), last, statements, reader);
    }
    let own = 0..latter.unwrap_or(sentence.len());
    if !all {
        let one = if former { targets.first().copied() } else { targets.last().copied() };
        let cue = one.and_then(|one| statements.get(one)).map(|before| before.cue.clone());
        targets.retain(|index| statements.get(*index).map(|before| before.cue.clone()) == cue);
    }
    for index in targets {
        change(sentence, &own, index, statements, reader);
    }
}

/// Lets a part of a sentence change what was said before it.
fn change(
    sentence: &Sentence,
    part: &Span,
    index: usize,
    statements: &mut [Statement],
    reader: &Reader,
) {
    let Some(before) = statements.get_mut(index) else { return };
    let Upshot::State(state, ground) = before.upshot else { return };
    if let Some((new, mark)) = changed(state, sentence, part, true) {
        // "The remainder are booked on to sessions": some have had it.
        let rest = new == State::Planned && sentence.is(reader.classes.remainder, 0);
        let new = if rest && state == State::InPlace { State::Partial } else { new };
        before.upshot = Upshot::State(new, ground);
        before.also.push((sentence.block, sentence.place(&(0..sentence.len()))));
        before.marks.extend(told(sentence, mark, reader));
    }
}

/// A clause without a cue that goes on from the one before it in a sentence: "…, but sessions are
/// booked".
pub(super) fn within_sentence(
    sentence: &Sentence,
    text: &str,
    statements: &mut [Statement],
    from: usize,
    reader: &Reader,
) {
    let Some(last_clause) = sentence.clauses.last().copied() else { return };
    let said = speech(sentence, text, reader).map(|at| sentence.place(&(at - 1..at)).start);
    for clause in 1..=last_clause {
        let span = sentence.clauses.partition_point(|of| *of < clause)
            ..sentence.clauses.partition_point(|of| *of <= clause);
        if sentence.cues.iter().any(|hit| span.contains(&hit.span.start)) {
            continue;
        }
        // "… while Eastmere Constabulary has none"
        let anothers = sentence.is(reader.classes.opens, span.start)
            && sentence.actors.iter().any(|actor| {
                span.contains(&actor.span.start) && matches!(actor.who, Who::Force(_) | Who::Other)
            });
        if anothers {
            continue;
        }
        let start = sentence.place(&span).start;
        let own = statements.get_mut(from..).unwrap_or_default();
        let stated = |before: &Statement| {
            before.cue.end <= start && matches!(before.upshot, Upshot::State(..))
        };
        let Some(last) = own.iter().rfind(|before| stated(before)) else { continue };
        let last = last.arrangement.clone();
        // "… and takes effect in April": the subject of before goes on.
        let same_subject = sentence.is(reader.classes.and, span.start)
            && sentence.is(reader.classes.finite, span.start + 1);
        for target in own.iter_mut().filter(|before| stated(before) && before.arrangement == last) {
            let Upshot::State(state, ground) = target.upshot else { continue };
            // "The coordinator said that the problem isn't small": whoever speaks is there.
            let speaks = said.is_some_and(|said| target.cue.end <= said && said <= start);
            let quoted = || {
                let behind = |at: &usize| sentence.place(&(*at..at + 1)).start >= target.cue.end;
                let end = (0..span.start).find(behind).unwrap_or(span.start);
                sentence.is_quoted((span.start + 2).min(sentence.len())) && !sentence.is_quoted(end)
            };
            if speaks && reader.answered_by(&target.arrangement, AnsweredBy::Rank)
                || quoted()
                || tells_of_a_name(sentence, &span, target.cue.end, reader)
            {
                continue;
            }
            // "You then had no lead; you do now."
            let denied = target.marks.iter().any(|(_, effect, _)| *effect == Effect::Negated);
            if denied && state == State::Absent && stands_after_all(sentence, &span) {
                target.upshot = Upshot::Unsure(GOES_ON);
                continue;
            }
            let Some((new, at)) = changed(state, sentence, &span, same_subject) else { continue };
            let beside = |mark| is_bystanders(sentence, text, &span, mark, reader);
            if sentence.marks.get(at).is_some_and(beside) {
                continue;
            }
            let new = match sentence.marks.get(at) {
                Some(denial)
                    if new == State::Partial
                        && denial.effect == Effect::Negated
                        && is_value(sentence, text, denial, &span, target.cue.end) =>
                {
                    State::Absent
                }
                _ => new,
            };
            let goes_on = sentence.marks.get(at).is_some_and(|mark| {
                mark.effect == Effect::Negated && new == State::Partial && state == State::InPlace
            });
            if goes_on && denies_another(sentence, at, &span, reader) {
                continue;
            }
            if goes_on && !contrasts(sentence, &span, reader) {
                target.upshot = Upshot::Unsure(GOES_ON);
            } else {
                target.upshot = Upshot::State(new, ground);
            }
            target.marks.extend(told(sentence, at, reader));
        }
    }
}

/// Whether a denial names what it denies, and that is nothing said before: "… an order, which no force had done before".
fn denies_another(sentence: &Sentence, denial: usize, clause: &Span, reader: &Reader) -> bool {
    let Some(mark) = sentence.marks.get(denial) else { return false };
    let back = |at: usize| {
        sentence.is(reader.classes.pronoun, at) || sentence.is(reader.classes.anaphor, at)
    };
    mark.reads == Reads::Forward
        && sentence.is(reader.classes.no_other, mark.span.start)
        && !(mark.span.end..clause.end).any(back)
}

/// Whether a clause says that something stands since, and denies nothing.
fn stands_after_all(sentence: &Sentence, clause: &Span) -> bool {
    let has = |wanted: &[Effect]| {
        let mut marks = sentence.marks.iter();
        marks.any(|mark| clause.contains(&mark.span.start) && wanted.contains(&mark.effect))
    };
    has(&[Effect::Since, Effect::Standing]) && !has(&[Effect::Negated, Effect::Ended])
}

/// Whether a clause is set against what was said before it: "…, but not in the north", "…; others have had none".
fn contrasts(sentence: &Sentence, clause: &Span, reader: &Reader) -> bool {
    let from = clause.start.saturating_sub(1);
    let set = [reader.classes.breaks, reader.classes.semicolon];
    (from..clause.end.min(from + 3)).any(|at| set.iter().any(|class| sentence.is(*class, at)))
}

/// Whether a denial in a clause is the value of what is named before it: "Reception centre: the force
/// has none."
fn is_value(
    sentence: &Sentence,
    text: &str,
    denial: &ModifierHit,
    clause: &Span,
    named: usize,
) -> bool {
    (clause.start.saturating_sub(1)..denial.span.start).any(|at| {
        sentence.is_sign(text, at, &[":"]) && sentence.place(&(at..at + 1)).start >= named
    })
}
