//! The burden of proof: on what ground a cue states something, or why a person must decide.

use super::context::{Context, SentenceRole};
use super::ground::Ground;
use super::indirect::{INDIRECT, is_indirect};
use super::kind::{Topic, is_a_count, names_a_speaker, names_an_officer};
use super::named::{is_in_a_title, is_part_of_a_name};
use super::owner::Owner;
use super::placed::is_placed_elsewhere;
use super::reader::Reader;
use super::scope::{is_presupposed, reaches};
use super::sentence::{CueHit, Sentence};
use super::sought::{is_bound, is_for_what_is_denied, is_sought};
use super::tokens::Shape;
use super::whose::{Settled, Step};
use crate::rulebook::{CueSays, Effect, VerbForm};

const NO_CLAUSE: &str = "it stands in no sentence that says something of it";
const OTHER_BUSINESS: &str = "it may be about other business";
const PART_OF_A_NAME: &str = "it is part of a longer name";
const PURPOSE: &str = "it is told as a purpose";
const TITLE: &str = "it is part of what something is called";
const DENIED: &str = "it is what something that isn't there would be for";
const YOURS: &str = "it is told of whom the paper is written to";
const NOBODYS: &str = "it says neither whose it is nor that it is about slavery";
const OTHER_THING: &str = "it belongs to something else that is named";
const BOUND: &str = "it is told what it isn't done without";
const SOUGHT: &str = "it is sought somewhere else";

/// The ground on which a cue states something, or why it can't be told.
pub(super) fn ground(
    sentence: &Sentence,
    hit: &CueHit,
    topic: Topic,
    settled: Settled,
    context: Context<'_>,
) -> Result<Ground, &'static str> {
    let found = ground_of(sentence, hit, settled, context).ok_or(NO_CLAUSE);
    // What answers a question or stands beside a label needs no clause of its own.
    if matches!(found, Ok(Ground::Answered | Ground::Labelled)) {
        return found;
    }
    if let Some(why) = doubt(sentence, hit, topic, settled, context) {
        return Err(why);
    }
    // "A rest centre was opened": neither whose it is nor what it is for.
    let bare = matches!(found, Ok(Ground::Standing | Ground::Presupposed))
        && settled.step == Step::Nobody
        && topic == Topic::Before
        && context.far
        && !context.force_named(sentence);
    if bare { Err(NOBODYS) } else { found }
}

fn ground_of(
    sentence: &Sentence,
    hit: &CueHit,
    settled: Settled,
    context: Context<'_>,
) -> Option<Ground> {
    let classes = &context.reader.classes;
    if names_an_officer(sentence, hit, context) {
        return Some(Ground::Titled);
    }
    match context.role {
        SentenceRole::Answer | SentenceRole::Progress | SentenceRole::Outstanding => {
            return Some(Ground::Answered);
        }
        SentenceRole::Heading if !names_a_speaker(sentence, context) => {
            return Some(Ground::Labelled);
        }
        _ => {}
    }
    // What was ticked answers what it was there to be chosen for.
    if sentence.is_chosen {
        return Some(Ground::Answered);
    }
    // "A9. Yes, the Modern Slavery Network."
    if sentence.marks.iter().any(|mark| mark.effect == Effect::Yes && mark.span.start <= 3) {
        return Some(Ground::Answered);
    }
    let all = 0..sentence.len();
    let does = hit.says == CueSays::Does && !sentence.form(hit.span.start).is(VerbForm::GERUND);
    let verb = does || all.clone().any(|at| sentence.is_verb(at));
    // "MSHT team: established"
    let label = (hit.span.end..sentence.len().saturating_sub(1))
        .any(|at| sentence.is_sign(context.text, at, &[":"]));
    if label && !verb {
        return Some(Ground::Labelled);
    }
    let own = settled.owner != Owner::Other;
    match settled.step {
        Step::Stem => return Some(Ground::Asserted),
        Step::Entry if own => return Some(Ground::Titled),
        Step::Nobody | Step::Heading | Step::Account => {}
        _ if own && verb => return Some(Ground::Asserted),
        _ => {}
    }
    let titled = sentence.has(classes.rank, &hit.span)
        || context.is_a_post(hit) && sentence.has(classes.rank, &all);
    if titled {
        return Some(Ground::Titled);
    }
    if verb {
        let presupposed =
            hit.says == CueSays::Names && is_presupposed(sentence, hit, context.reader);
        return Some(if presupposed { Ground::Presupposed } else { Ground::Standing });
    }
    // "1 x analyst", "No budget.", "Own leaflets": a line of what there is.
    let counts = all.clone().any(|at| !hit.span.contains(&at) && is_a_count(sentence, at, context));
    let denies = sentence.marks.iter().any(|mark| {
        matches!(mark.effect, Effect::Negated | Effect::Limited | Effect::Ended | Effect::Since)
    });
    let listed = counts || denies || is_listed(context) || context.own_named(sentence);
    (listed && !ends_in_nothing(sentence, context)).then_some(Ground::Counted)
}

/// "4413 Slavery training 6,000 nil nil (ii)": a row of figures, of which nobody can tell here what they count.
fn ends_in_nothing(sentence: &Sentence, context: Context<'_>) -> bool {
    const NOTE: usize = 3;
    let denies = |at: usize| {
        let word = sentence.text(context.text, at).to_lowercase();
        context.reader.grids.denies.contains(&word)
    };
    let figure = |at: usize| {
        denies(at) || sentence.tokens.get(at).is_some_and(|own| own.shape == Shape::Number)
    };
    let closed = sentence.len().checked_sub(1).filter(|at| {
        sentence.is_sign(context.text, *at, &[")"])
            && at.checked_sub(2).is_some_and(|at| sentence.is_sign(context.text, at, &["("]))
    });
    let end = closed.map_or(sentence.len(), |_| sentence.len() - NOTE);
    let figures: Vec<usize> = (0..end).rev().take_while(|at| figure(*at)).collect();
    figures.len() > 1 && figures.into_iter().any(denies)
}

/// Whether it goes on from what leads a list in, "We have:", and not from what only points at one: "Below are tools:".
fn is_listed(context: Context<'_>) -> bool {
    context.stem.is_some_and(|(stem, _)| !stem.is(context.reader.classes.points, 0))
}

/// Why a cue states nothing for certain.
fn doubt(
    sentence: &Sentence,
    hit: &CueHit,
    topic: Topic,
    settled: Settled,
    context: Context<'_>,
) -> Option<&'static str> {
    let classes = &context.reader.classes;
    let all = 0..sentence.len();
    let nobody = settled.step == Step::Nobody;
    let named = context.own_named(sentence);
    let general = context.reader.cue_meanings.get(hit.cue).is_none_or(|cue| !cue.names_slavery);
    let listed = is_listed(context);
    let does = hit.says == CueSays::Does && !sentence.form(hit.span.start).is(VerbForm::GERUND);
    let verb = does || all.clone().any(|at| sentence.is_verb(at));
    let counts = sentence.has(classes.number, &all) || sentence.has(classes.rank, &all);
    if !verb && !listed && !counts && !named && topic < Topic::Beside && sentence.marks.is_empty() {
        return Some(NO_CLAUSE);
    }
    if topic == Topic::Sentence
        && !named
        && sentence.marks.is_empty()
        && may_be_other_business(sentence, hit, context)
    {
        return Some(OTHER_BUSINESS);
    }
    if is_part_of_a_name(sentence, hit, context) {
        return Some(PART_OF_A_NAME);
    }
    if is_in_a_title(sentence, hit, context) {
        return Some(TITLE);
    }
    if is_bound(sentence, hit, context.reader) {
        return Some(BOUND);
    }
    if is_sought(sentence, hit, context) {
        return Some(SOUGHT);
    }
    if is_for_what_is_denied(sentence, hit, context.reader) {
        return Some(DENIED);
    }
    let before = hit.span.start.checked_sub(1);
    // "I understand that your officers are trained"
    let followed =
        sentence.is(classes.relative, hit.span.end) && sentence.is(classes.yours, hit.span.end + 1);
    if (followed || (0..hit.span.end).any(|at| sentence.is(classes.yours, at)))
        && !context.commissioner_named(sentence)
    {
        return Some(YOURS);
    }
    // "Their input has changed": somebody's, and nobody says whose.
    if nobody && before.is_some_and(|at| sentence.is(classes.theirs, at)) {
        return Some(OTHER_THING);
    }
    if before.is_some_and(|at| sentence.is(classes.to, at))
        && sentence.form(hit.span.start).is(VerbForm::BASE)
        && sentence.marks.is_empty()
        && (nobody
            || before
                .and_then(|at| at.checked_sub(1))
                .is_some_and(|at| sentence.form(at).is_none()))
    {
        return Some(PURPOSE);
    }
    if is_indirect(sentence, hit, context) {
        return Some(INDIRECT);
    }
    if nobody && context.is_a_post(hit) && is_placed_elsewhere(sentence, hit, context) {
        return Some(OTHER_THING);
    }
    // "force lead on vulnerability"
    if context.is_a_post(hit)
        && general
        && topic < Topic::Beside
        && !is_qualified(sentence, hit, context.reader)
        && is_for_other_business(sentence, hit, context)
    {
        return Some(OTHER_BUSINESS);
    }
    // "an individual's profile"
    let owned = before
        .and_then(|at| sentence.tokens.get(at))
        .is_some_and(|token| token.owns && token.shape == Shape::Lower)
        && !sentence.actors.iter().any(|actor| actor.span.end == hit.span.start);
    (general && owned && !named).then_some(OTHER_THING)
}

/// Whether other business is named in the sentence, and not only behind a cue that slavery stands before.
fn may_be_other_business(sentence: &Sentence, hit: &CueHit, context: Context<'_>) -> bool {
    let classes = &context.reader.classes;
    let rivals = sentence.all(classes.rival);
    let led = sentence.has(classes.slavery, &(0..hit.span.start));
    let behind = led && rivals.iter().all(|rival| rival.start >= hit.span.end);
    !rivals.is_empty() && !behind
}

/// "Lead on vulnerability": what a post is for is named, and isn't slavery.
fn is_for_other_business(sentence: &Sentence, hit: &CueHit, context: Context<'_>) -> bool {
    const NEAR: usize = 8;
    let for_it = hit.span.end;
    let classes = &context.reader.classes;
    // "One contact for the force": for all of it.
    let whose =
        sentence.actors.iter().any(|actor| (for_it..for_it + 3).contains(&actor.span.start));
    sentence.is(classes.concerning, for_it)
        && !whose
        && !(for_it..(for_it + NEAR).min(sentence.len()))
            .take_while(|at| !sentence.is_verb(*at) && !sentence.is(classes.reports, *at))
            .any(|at| sentence.is(classes.slavery, at))
}

/// Whether something in its sentence says of a cue how far it stands.
fn is_qualified(sentence: &Sentence, hit: &CueHit, reader: &Reader) -> bool {
    let effects = [Effect::Negated, Effect::Ended, Effect::Planned, Effect::Limited];
    let mut marks = sentence.marks.iter();
    marks.any(|mark| effects.contains(&mark.effect) && reaches(sentence, mark, &hit.span, reader))
}
