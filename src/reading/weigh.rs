//! What modifiers make of a cue: how far it stands, or why it says nothing.

use super::asked::asks_nothing;
use super::bystanders::denies_beside;
use super::context::{Context, SentenceRole};
use super::figures::few_of;
use super::owner::{Owner, owner};
use super::scope::{is_presupposed, reaches, speech};
use super::sentence::{CueHit, ModifierHit, Sentence, overlap};
use super::statement::Silence;
use super::tokens::Shape;
use crate::rulebook::{CueSays, Effect, Reads};
use crate::standing::State;

const NO_TASK: &str = "it stands in a task, and isn't what is to be done";
const TO_COME: &str = "it is told of a time to come";

/// What a cue's modifiers make of it, before the ground is asked for.
pub(super) struct Weighed {
    pub says: Says,
    /// The modifiers that decided, by their place in the sentence.
    pub marks: Vec<usize>,
    pub presupposed: bool,
}

/// What a cue says by its modifiers.
pub(super) enum Says {
    State(State),
    Unsure(&'static str),
    Silent(Silence),
}

/// Weighs what reaches a cue.
pub(super) fn weigh(sentence: &Sentence, hit: &CueHit, context: Context<'_>) -> Weighed {
    let mut found: Vec<(Effect, usize)> = sentence
        .marks
        .iter()
        .enumerate()
        .filter(|(_, mark)| reaches(sentence, mark, &hit.span, context.reader))
        .map(|(at, mark)| (mark.effect, at))
        .collect();
    // A list goes on from its stem: "We do not have:".
    if let Some((stem, _)) = context.stem {
        let end = stem.len();
        let last = stem.clause(end.saturating_sub(1));
        let open = stem.marks.iter().filter(|mark| {
            // "In the year to come our work will go to:"
            let plans = mark.effect == Effect::Planned && stem.clause(mark.span.start) == last;
            plans
                || mark.reads != Reads::Backward && reaches(stem, mark, &(end..end), context.reader)
        });
        found.extend(open.map(|mark| (mark.effect, usize::MAX)));
    }
    // "The coordinator told a meeting that nobody is safe": whoever speaks is there.
    let said = if found.is_empty() { None } else { speech(sentence, context.text, context.reader) };
    if context.is_a_post(hit)
        && let Some(from) = said
        && hit.span.end <= from
    {
        found.retain(|(_, at)| sentence.marks.get(*at).is_none_or(|mark| mark.span.start < from));
    }
    // "The coordinator said: “Victims are not seen.”": what is denied there is another thing.
    found.retain(|(_, at)| {
        let behind = sentence.marks.get(*at).filter(|mark| mark.span.start >= hit.span.end);
        !behind.is_some_and(|mark| {
            let within = said.is_some_and(|said| said <= mark.span.start);
            within && sentence.is_quoted(mark.span.start) && !sentence.is_quoted(hit.span.end)
        })
    });
    found.retain(|(_, at)| {
        let mark = sentence.marks.get(*at);
        !mark.is_some_and(|mark| denies_beside(sentence, context.text, mark, hit, context.reader))
    });
    found.retain(|(effect, at)| {
        let mark = sentence.marks.get(*at).filter(|_| *effect == Effect::Question);
        !mark.is_some_and(|mark| asks_nothing(sentence, mark.span.start, context))
    });
    // "The lead is [redacted]": a name is, and there is one.
    let is_a_name = |at: usize| {
        let span = sentence.marks.get(at).map(|mark| mark.span.clone());
        span.filter(|span| span.len() == 1 && context.is_a_post(hit)).is_some_and(|span| {
            let before = span.start.checked_sub(1);
            before.is_some_and(|at| sentence.is_sign(context.text, at, &["[", "("]))
                && sentence.is_sign(context.text, span.end, &["]", ")"])
        })
    };
    found.retain(|(effect, at)| *effect != Effect::Withheld || !is_a_name(*at));
    let has = |effect: Effect| found.iter().any(|(found, _)| *found == effect);
    let marks = |effects: &[Effect]| -> Vec<usize> {
        let own = found.iter().filter(|(effect, at)| effects.contains(effect) && *at != usize::MAX);
        own.map(|(_, at)| *at).collect()
    };
    let silent = |why: Silence, effect: Effect| Weighed {
        says: Says::Silent(why),
        marks: marks(&[effect]),
        presupposed: false,
    };
    for (effect, why) in [
        (Effect::Template, Silence::Template),
        (Effect::Defined, Silence::Defined),
        (Effect::Duty, Silence::Duty),
    ] {
        if has(effect) {
            return silent(why, effect);
        }
    }
    let withheld = has(Effect::Withheld) && !has(Effect::Refused);
    if withheld {
        return Weighed {
            says: Says::State(State::Withheld),
            marks: marks(&[Effect::Withheld]),
            presupposed: false,
        };
    }
    let own = sentence.actors.iter().any(|actor| owner(actor, context.voice) == Owner::Own);
    if has(Effect::Elsewhere) && !own {
        return silent(Silence::Elsewhere, Effect::Elsewhere);
    }
    let intended = has(Effect::Planned) && has(Effect::Supposed) && !has(Effect::Exhortation);
    let its = || sentence.actors.iter().any(|who| owner(who, context.voice) == Owner::Commissioner);
    let arranged = context.reader.arrangements.get(hit.arrangement);
    let by_commissioner = arranged.is_some_and(|of| of.traits.by_commissioner) && its();
    if intended && !has(Effect::Question) && (own || by_commissioner) {
        return Weighed {
            says: Says::State(State::Planned),
            marks: marks(&[Effect::Planned]),
            presupposed: false,
        };
    }
    for (effect, why) in [
        (Effect::Question, Silence::Asked),
        (Effect::Supposed, Silence::Supposed),
        (Effect::Exhortation, Silence::Should),
    ] {
        if has(effect) {
            return silent(why, effect);
        }
    }
    let refused = found.iter().any(|(effect, at)| {
        let mark = sentence.marks.get(*at);
        *effect == Effect::Refused
            && mark.is_some_and(|mark| {
                sentence.clause(mark.span.start) == sentence.clause(hit.span.start)
                    && mark.span.start < hit.span.end + 12
            })
    });
    if refused {
        return silent(Silence::Refused, Effect::Refused);
    }
    if has(Effect::Past) && !has(Effect::Since) {
        return silent(Silence::Past, Effect::Past);
    }
    let presupposed = hit.says == CueSays::Names && is_presupposed(sentence, hit, context.reader);
    let led_in = |(effect, at): &(Effect, usize)| *effect == Effect::Planned && *at == usize::MAX;
    let to_do = context.role == SentenceRole::Outstanding || found.iter().any(led_in);
    if to_do && hit.says == CueSays::Names && is_mentioned(sentence, hit, context) {
        return Weighed { says: Says::Unsure(NO_TASK), marks: Vec::new(), presupposed };
    }
    let state = |state: State, effects: &[Effect]| Weighed {
        says: Says::State(state),
        marks: marks(effects),
        presupposed: presupposed && state == State::InPlace,
    };
    // "No doubt" denies nothing, and takes from no other denial in its sentence: "no doubt that we have no lead".
    // "The coordinator is not an officer but one of the staff": what stands before it is denied nothing.
    let seems = |mark: &&ModifierHit| {
        let behind = mark.reads != Reads::Backward || hit.span.end <= mark.span.start;
        mark.effect == Effect::NotNegated && behind
    };
    let seeming: Vec<&ModifierHit> = sentence.marks.iter().filter(seems).collect();
    let negated = found.iter().any(|(effect, at)| {
        let mark = sentence.marks.get(*at);
        *effect == Effect::Negated
            && mark.is_none_or(|own| !seeming.iter().any(|seems| overlap(&seems.span, &own.span)))
    });
    // "… is working to deliver a profile aligned to the force's plan": that plan stands.
    let beyond = |mark: &ModifierHit| {
        presupposed
            && mark.reads == Reads::Forward
            && sentence
                .cues
                .iter()
                .any(|other| other.span.start >= mark.span.end && other.span.end <= hit.span.start)
    };
    // "It tells officers what is to be done."
    let is_told = |mark: &ModifierHit| {
        let before = mark.span.start.checked_sub(1);
        before.is_some_and(|at| sentence.is(context.reader.classes.interrogative, at))
    };
    let plans = found.iter().any(|(effect, at)| {
        *effect == Effect::Planned
            && !sentence.marks.get(*at).is_some_and(|mark| beyond(mark) || is_told(mark))
    });
    let planned = (plans && !has(Effect::Standing)) || context.role == SentenceRole::Outstanding;
    if has(Effect::Ended) && (negated || !has(Effect::Since)) {
        return state(State::Absent, &[Effect::Ended]);
    }
    if negated {
        let first = |wanted: Effect| {
            found.iter().filter(|(effect, _)| *effect == wanted).map(|(_, at)| *at).min()
        };
        let span = |at: Option<usize>| {
            at.and_then(|at| sentence.marks.get(at)).map(|mark| mark.span.clone())
        };
        let (denial, plan) = (span(first(Effect::Negated)), span(first(Effect::Planned)));
        // "We will have no coordinator": what is planned is that there is none.
        let is_none = denial.zip(plan).is_some_and(|(denial, plan)| denial.start == plan.end);
        let denies_plan = first(Effect::Negated) < first(Effect::Planned) || is_none;
        if planned && has(Effect::Planned) && !denies_plan {
            return state(State::Planned, &[Effect::Negated, Effect::Planned]);
        }
        if has(Effect::Limited) && marks_within(sentence, &found, hit) {
            return Weighed {
                says: Says::Unsure("a limit is denied"),
                marks: marks(&[Effect::Negated, Effect::Limited]),
                presupposed,
            };
        }
        return state(State::Absent, &[Effect::Negated]);
    }
    if planned && !has(Effect::Since) {
        return state(State::Planned, &[Effect::Planned]);
    }
    let stands = has(Effect::Since) || has(Effect::Standing);
    if !stands && !presupposed && is_to_come(sentence, hit, context) {
        // "They will give training to colleagues."
        if arranged.is_some_and(|own| own.traits.done) {
            return state(State::Planned, &[]);
        }
        return Weighed { says: Says::Unsure(TO_COME), marks: Vec::new(), presupposed };
    }
    if has(Effect::Limited) {
        return state(State::Partial, &[Effect::Limited]);
    }
    // "Of 410 officers 187 had completed it"
    let by_share = arranged.is_some_and(|own| own.traits.by_share);
    if by_share && few_of(sentence, context.text) {
        return state(State::Partial, &[]);
    }
    if hit.says == CueSays::Part {
        return state(State::Partial, &[]);
    }
    state(State::InPlace, &[Effect::Since, Effect::Standing])
}

/// "The force will call on a regional team": what is said of a time to come, and no plan that is known as one.
fn is_to_come(sentence: &Sentence, hit: &CueHit, context: Context<'_>) -> bool {
    let classes = &context.reader.classes;
    let clause = sentence.clause(hit.span.start);
    // "DS Will Harris is …" names somebody.
    let name = |at: usize| {
        at > 0 && sentence.tokens.get(at).is_some_and(|own| own.shape == Shape::Capital)
    };
    let verb = (0..hit.span.start)
        .rev()
        .take_while(|at| sentence.clause(*at) == clause)
        .find(|at| sentence.is(classes.future, *at) && !name(*at));
    // "As you will know we have …": what another verb says of now, behind the one that stands right behind "will".
    verb.is_some_and(|at| {
        // "… will draw up a picture, so as to raise awareness"
        let aims = |within: usize| sentence.is(classes.to, within - 1);
        (at + 2..hit.span.start).all(|within| {
            !sentence.is(classes.relative, within) && (!sentence.is_verb(within) || aims(within))
        })
    })
}

/// "Measure it throughout the life of the partnership": that isn't what is still to be done.
fn is_mentioned(sentence: &Sentence, hit: &CueHit, context: Context<'_>) -> bool {
    let classes = &context.reader.classes;
    let of = |at: &usize| sentence.is(classes.of, *at);
    let led = (0..hit.span.start).rev().find(|at| of(at) || sentence.is(classes.preposition, *at));
    led.filter(of).is_some_and(|at| sentence.is(classes.definite, at + 1))
}

/// Whether a limit stands between a negation and the cue: "no full-time coordinator".
fn marks_within(sentence: &Sentence, found: &[(Effect, usize)], hit: &CueHit) -> bool {
    let start = |wanted: Effect| {
        let marks = found.iter().filter(|(effect, _)| *effect == wanted);
        marks.filter_map(|(_, at)| sentence.marks.get(*at)).map(|mark| mark.span.start).min()
    };
    match (start(Effect::Negated), start(Effect::Limited)) {
        (Some(negation), Some(limit)) => negation < limit && limit < hit.span.start,
        _ => false,
    }
}
