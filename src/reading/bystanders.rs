//! Denials that stand beside what is said and deny something else: of people, in an aside, in somebody's words.

use std::collections::BTreeSet;

use super::actor::Who;
use super::reader::Reader;
use super::scope::is_presupposed;
use super::sentence::{CueHit, ModifierHit, Sentence};
use super::tokens::Shape;
use crate::rulebook::{Effect, VerbForm};
use crate::source::Span;

/// Whether a denial says nothing of a cue of its sentence, near as it stands.
pub(super) fn denies_beside(
    sentence: &Sentence,
    text: &str,
    mark: &ModifierHit,
    hit: &CueHit,
    reader: &Reader,
) -> bool {
    let forward = mark.span.start < hit.span.end;
    // "“I had never seen the like,” says the coordinator": what is denied there is told by who is there.
    let quoted = sentence.is_quoted(mark.span.start);
    let said_by_another = mark.span.end <= hit.span.start && !sentence.is_quoted(hit.span.start);
    if quoted && (said_by_another || is_in_a_quoted_title(sentence, text, mark)) {
        return true;
    }
    let before = mark.span.start.checked_sub(1);
    match mark.effect {
        // "… people who might have been trafficked": what may be so is what they are.
        Effect::Supposed => {
            return before.is_some_and(|at| at > 0 && sentence.is(reader.classes.who, at));
        }
        Effect::Past => return forward && finds_what_is(sentence, mark, hit, reader),
        // "With the grant an adviser will be taken on": the grant is there.
        Effect::Planned => return !forward && is_what_it_is_done_with(sentence, mark, hit, reader),
        Effect::Negated | Effect::Ended => {}
        _ => return false,
    }
    if !forward {
        // "… to settle disputes which formerly went to court": told of those, and not of what stands before them.
        let of_others = before
            .is_some_and(|at| at > hit.span.end + 1 && sentence.is(reader.classes.relative, at));
        return of_others && mark.effect == Effect::Ended
            || has_another_subject(sentence, mark, reader);
    }
    is_of_whom_it_tells(sentence, mark, hit, reader)
        || is_without(sentence, text, mark, hit)
        || is_taken_for_granted(sentence, mark, hit, reader)
}

/// "The “Not on My Watch” campaign": a name denies nothing.
fn is_in_a_quoted_title(sentence: &Sentence, text: &str, mark: &ModifierHit) -> bool {
    const LONGEST: usize = 8;
    const SHORT: usize = 3;
    let quoted = |at: usize| sentence.is_quoted(at);
    let at = mark.span.start;
    let mut begins = (at.saturating_sub(LONGEST)..=at).rev();
    let begins = begins.find(|from| from.checked_sub(1).is_some_and(|at| !quoted(at)));
    let Some(from) = begins else { return false };
    let inner = (from..sentence.len()).take_while(|at| quoted(*at)).take(LONGEST + 1);
    let inner: Vec<usize> = inner.collect();
    let titled = |at: &usize| {
        let token = sentence.tokens.get(*at);
        token
            .is_some_and(|own| own.shape != Shape::Lower || sentence.text(text, *at).len() <= SHORT)
    };
    inner.len() <= LONGEST && inner.iter().all(titled)
}

/// "With the £125,000 grant an adviser will be taken on", "the plan, which says how the county is to be policed": what is to
/// come is another thing.
fn is_what_it_is_done_with(
    sentence: &Sentence,
    mark: &ModifierHit,
    hit: &CueHit,
    reader: &Reader,
) -> bool {
    const LEAD: usize = 4;
    let classes = &reader.classes;
    let given = reader.arrangements.get(hit.arrangement).is_some_and(|own| own.traits.given);
    let led = sentence.is(classes.preposition, 0)
        && hit.span.start < LEAD
        && sentence.is(classes.definite, 1);
    let how = (hit.span.end..mark.span.start).any(|at| sentence.is(classes.indirect, at));
    given && led || how
}

/// "Inspectors found that the force has no policy": told of what is, and not of an earlier time.
fn finds_what_is(sentence: &Sentence, mark: &ModifierHit, hit: &CueHit, reader: &Reader) -> bool {
    let classes = &reader.classes;
    let end = hit.span.end;
    let verb = mark.span.end.checked_sub(1).filter(|at| sentence.is(classes.reports, *at));
    let that = verb.filter(|at| sentence.is(classes.relative, at + 1));
    let first = that.and_then(|at| (at + 2..end).find(|at| sentence.is_verb(*at)));
    first.is_some_and(|at| sentence.is(classes.present, at))
}

/// "Women who had never spoken of it were referred": the denial belongs to a clause within, which has ended before the verb
/// that the cue hangs on.
fn is_of_whom_it_tells(
    sentence: &Sentence,
    mark: &ModifierHit,
    hit: &CueHit,
    reader: &Reader,
) -> bool {
    // "DS Reed, who has since retired, was the coordinator": that is told of the holder.
    if mark.effect != Effect::Negated {
        return false;
    }
    let classes = &reader.classes;
    let opens =
        |at: usize| sentence.is(classes.relative, at) || sentence.is(classes.interrogative, at);
    let Some(from) = (0..mark.span.start).rev().find(|at| opens(*at)).filter(|at| *at > 0) else {
        return false;
    };
    let breaks = |at: usize| {
        sentence.is(classes.breaks, at)
            || sentence.is(classes.semicolon, at)
            || sentence.is(classes.colon, at)
    };
    let end = hit.span.end.min(sentence.len());
    let joins = |at: usize| sentence.is(classes.and, at) || sentence.is(classes.comma, at);
    if (from..end).any(breaks) || (from..mark.span.start).any(joins) {
        return false;
    }
    // "Officers who have never met a victim use our toolkit": that toolkit is there. "… who have not had our training" are
    // without it: there no verb follows that of their clause.
    let of_people = sentence.is(classes.who, from) && mark.span.start <= from + 2;
    let does = |at: &usize| {
        let form = sentence.form(*at);
        let other = form.is_none() || form.is(VerbForm::AUXILIARY) || form.is(VerbForm::GERUND);
        !other && !sentence.is(classes.infinitive, at - 1)
    };
    if of_people
        && mark.span.end <= hit.span.start
        && is_presupposed(sentence, hit, reader)
        && (mark.span.end..hit.span.start).filter(does).count() > 1
    {
        return true;
    }
    let denials = sentence.marks.iter().filter(|own| own.effect == Effect::Negated);
    let denied: BTreeSet<usize> = denials.flat_map(|own| own.span.clone()).collect();
    let (mut clauses, mut groups, mut in_group) = (0usize, 0usize, false);
    for at in from..end {
        let verb = sentence.is_verb(at);
        if opens(at) {
            clauses += 1;
            in_group = false;
        } else if verb && (!in_group || follows_a_participle(sentence, at)) {
            groups += 1;
            in_group = true;
            // The verb of the main clause.
            if groups > clauses && at >= mark.span.end && !sentence.is(classes.and, at - 1) {
                return at <= hit.span.start || mark.span.start > hit.span.start;
            }
        } else if !verb && !sentence.is(classes.adverb, at) && !denied.contains(&at) {
            in_group = false;
        }
    }
    false
}

/// "… who had not been charged are …"
fn follows_a_participle(sentence: &Sentence, at: usize) -> bool {
    let auxiliary = |at: usize| sentence.form(at).is(VerbForm::AUXILIARY);
    let before = at.checked_sub(1).map(|at| (sentence.form(at), auxiliary(at)));
    auxiliary(at) && before.is_some_and(|(form, auxiliary)| !form.is_none() && !auxiliary)
}

/// "Workers without papers were referred": what somebody is without ends before the verb.
fn is_without(sentence: &Sentence, text: &str, mark: &ModifierHit, hit: &CueHit) -> bool {
    let word = |at: usize, wanted: &str| sentence.text(text, at).eq_ignore_ascii_case(wanted);
    let first = mark.span.start;
    let without = word(first, "without");
    let with = first > 0 && word(first - 1, "with");
    if !without && !with {
        return false;
    }
    first > 0
        && (mark.span.end..hit.span.end.min(sentence.len())).any(|at| {
            sentence.is_verb(at) && (at <= hit.span.start || mark.span.start > hit.span.start)
        })
}

/// "No one is turned away from the force's reception centre": that there is one is taken for granted.
fn is_taken_for_granted(
    sentence: &Sentence,
    mark: &ModifierHit,
    hit: &CueHit,
    reader: &Reader,
) -> bool {
    let classes = &reader.classes;
    // "has nobody who acts as the contact" denies it.
    let object = mark.span.start.checked_sub(1).is_some_and(|at| sentence.is_verb(at));
    let denies = sentence.is(classes.no_other, mark.span.start);
    if mark.span.end > hit.span.start || object || !denies {
        return false;
    }
    let between = mark.span.end..hit.span.start;
    let verb = between.clone().find(|at| sentence.is_verb(*at));
    let led_in = |verb: usize| {
        (verb + 1..hit.span.start)
            .any(|at| sentence.is(classes.preposition, at) || sentence.is(classes.of, at))
    };
    verb.is_some_and(led_in)
        && is_presupposed(sentence, hit, reader)
        && !sentence.has(classes.fills, &between)
}

/// "A centre where nobody wears a uniform", "officers, none of whom had met one": nobody is who does something else there.
fn has_another_subject(sentence: &Sentence, mark: &ModifierHit, reader: &Reader) -> bool {
    let classes = &reader.classes;
    let leads = mark.span.start.checked_sub(1).is_some_and(|at| {
        sentence.is(classes.relative, at) || sentence.is(classes.while_or_as, at)
    });
    let of_whom = sentence.is(classes.whom, mark.span.end);
    if !(leads && sentence.is(classes.no_other, mark.span.start) || of_whom) {
        return false;
    }
    let clause = sentence.clause(mark.span.start);
    let rest = (mark.span.end..sentence.len()).take_while(|at| sentence.clause(*at) == clause);
    !rest.into_iter().any(|at| sentence.is(classes.fills, at))
}

/// Whether a clause that goes on from what was said tells only what a bystander did not do: "…; the councillor had not seen
/// it".
pub(super) fn is_bystanders(
    sentence: &Sentence,
    text: &str,
    clause: &Span,
    mark: &ModifierHit,
    reader: &Reader,
) -> bool {
    let classes = &reader.classes;
    if mark.effect != Effect::Negated && mark.effect != Effect::Ended {
        return false;
    }
    if has_another_subject(sentence, mark, reader) {
        return true;
    }
    let leads = |at: &usize| {
        let sign = sentence.tokens.get(*at).is_some_and(|own| own.shape == Shape::Sign);
        sign || sentence.is(classes.breaks, *at) || sentence.is(classes.and, *at)
    };
    let Some(first) = clause.clone().find(|at| !leads(at)) else { return false };
    if sentence.has(classes.fills, &(mark.span.end..clause.end)) {
        return false;
    }
    let actor = sentence.actors.iter().find(|actor| actor.span.contains(&first));
    let ours = actor.is_some_and(|actor| !matches!(actor.who, Who::Other | Who::Force(_)));
    let other = actor.is_some_and(|actor| matches!(actor.who, Who::Other));
    // "Cllr T. had not seen it", "the Panel could not recall"
    let looks_on =
        |at: usize| sentence.is(classes.onlooker, at) || sentence.is(classes.outsider, at);
    let onlooker = looks_on(first) || looks_on(first + 1);
    // "she was unable to attend"
    let person = sentence.is(classes.person_pronoun, first);
    let behind = mark.span.end.max(first + 1)..clause.end;
    let does = behind.into_iter().any(|at| {
        let form = sentence.form(at);
        !form.is_none() && !form.is(VerbForm::AUXILIARY)
    });
    let at_end = sentence.is_sign(text, clause.end, &["."]) || clause.end + 1 >= sentence.len();
    !ours && (onlooker || other || person && does && at_end)
}
