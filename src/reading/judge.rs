//! From a cue and what stands around it to a statement: what it says, or why it says nothing.

use super::context::{Context, SentenceRole};
use super::kind::{
    is_defined, is_heading, is_order, is_title, is_topical, says_a_value, speaks_of_all,
};
use super::owner::{Owner, led_in, owner, subject};
use super::scope::{is_presupposed, reaches};
use super::sentence::{CueHit, ModifierHit, Sentence};
use super::statement::{ANOTHERS, Upshot};
use super::whose::whose;
use crate::rulebook::{CueSays, Effect, Reads};
use crate::standing::State;

/// What was made of a cue.
#[derive(Clone, Debug)]
pub(super) struct CueReading {
    pub upshot: Upshot,
    /// The modifiers that decided, by their place in the sentence.
    pub marks: Vec<usize>,
    /// Whether the cue is only presupposed: "the team", "our lead".
    pub presupposed: bool,
}

impl CueReading {
    fn silent(why: &'static str) -> Self {
        Self { upshot: Upshot::Silent(why), marks: Vec::new(), presupposed: false }
    }
}

/// Judges a cue.
pub(super) fn judge(sentence: &Sentence, hit: &CueHit, context: Context<'_>) -> CueReading {
    if let Some(why) = not_ours(sentence, hit, context) {
        return CueReading::silent(why);
    }
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
        let open = stem.marks.iter().filter(|mark| {
            mark.reads != Reads::Backward && reaches(stem, mark, &(end..end), context.reader)
        });
        found.extend(open.map(|mark| (mark.effect, usize::MAX)));
    }
    let has = |effect: Effect| found.iter().any(|(found, _)| *found == effect);
    let marks = |effects: &[Effect]| -> Vec<usize> {
        let own = found.iter().filter(|(effect, at)| effects.contains(effect) && *at != usize::MAX);
        own.map(|(_, at)| *at).collect()
    };
    let silent = |why: &'static str, effect: Effect| CueReading {
        upshot: Upshot::Silent(why),
        marks: marks(&[effect]),
        presupposed: false,
    };
    for (effect, why) in [
        (Effect::Template, "it is to be filled in"),
        (Effect::Defined, "it is defined, not said to stand"),
        (Effect::Duty, "a duty or a power is described"),
    ] {
        if has(effect) {
            return silent(why, effect);
        }
    }
    let withheld = has(Effect::Withheld) && !has(Effect::Refused);
    if withheld {
        return CueReading {
            upshot: Upshot::State(State::Withheld),
            marks: marks(&[Effect::Withheld]),
            presupposed: false,
        };
    }
    let own = sentence.actors.iter().any(|actor| owner(actor, context.voice) == Owner::Own);
    if has(Effect::Elsewhere) && !own {
        return silent("it is told of the country at large", Effect::Elsewhere);
    }
    let intended = has(Effect::Planned) && has(Effect::Supposed) && !has(Effect::Exhortation);
    if intended && !has(Effect::Question) && own {
        return CueReading {
            upshot: Upshot::State(State::Planned),
            marks: marks(&[Effect::Planned]),
            presupposed: false,
        };
    }
    for (effect, why) in [
        (Effect::Question, "it is asked"),
        (Effect::Supposed, "it is supposed, not said"),
        (Effect::Exhortation, "somebody should do it"),
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
        return silent("figures, names or the cost of looking are refused", Effect::Refused);
    }
    if has(Effect::Past) && !has(Effect::Since) {
        return silent("it is told of an earlier time", Effect::Past);
    }
    let presupposed = hit.says == CueSays::Names && is_presupposed(sentence, hit, context.reader);
    let state = |state: State, effects: &[Effect]| CueReading {
        upshot: Upshot::State(state),
        marks: marks(effects),
        presupposed: presupposed && state == State::InPlace,
    };
    let negated = has(Effect::Negated) && !has(Effect::NotNegated);
    // "… is working to deliver a profile aligned to the force's plan": that plan stands.
    let beyond = |mark: &ModifierHit| {
        presupposed
            && mark.reads == Reads::Forward
            && sentence
                .cues
                .iter()
                .any(|other| other.span.start >= mark.span.end && other.span.end <= hit.span.start)
    };
    let plans = found.iter().any(|(effect, at)| {
        *effect == Effect::Planned && !sentence.marks.get(*at).is_some_and(beyond)
    });
    let planned = (plans && !has(Effect::Standing)) || context.role == SentenceRole::Outstanding;
    if has(Effect::Ended) && (negated || !has(Effect::Since)) {
        return state(State::Absent, &[Effect::Ended]);
    }
    if negated {
        let first = |wanted: Effect| {
            found.iter().filter(|(effect, _)| *effect == wanted).map(|(_, at)| *at).min()
        };
        let denies_plan = first(Effect::Negated) < first(Effect::Planned);
        if planned && has(Effect::Planned) && !denies_plan {
            return state(State::Planned, &[Effect::Negated, Effect::Planned]);
        }
        if has(Effect::Limited) && marks_within(sentence, &found, hit) {
            return CueReading {
                upshot: Upshot::Unsure("a limit is denied"),
                marks: marks(&[Effect::Negated, Effect::Limited]),
                presupposed,
            };
        }
        return state(State::Absent, &[Effect::Negated]);
    }
    if planned && !has(Effect::Since) {
        return state(State::Planned, &[Effect::Planned]);
    }
    if has(Effect::Limited) {
        return state(State::Partial, &[Effect::Limited]);
    }
    if hit.says == CueSays::Part {
        return state(State::Partial, &[]);
    }
    state(State::InPlace, &[Effect::Since, Effect::Standing])
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

/// What a label says that is answered: what the answer says, where it is about slavery and the force's.
pub(super) fn judge_label(
    sentence: &Sentence,
    hit: &CueHit,
    context: Context<'_>,
    says: Upshot,
) -> CueReading {
    if let Some(why) = not_about_us(sentence, hit, context) {
        return CueReading::silent(why);
    }
    let has = |effect: Effect| {
        let mut marks = sentence.marks.iter();
        marks
            .any(|mark| mark.effect == effect && reaches(sentence, mark, &hit.span, context.reader))
    };
    let limited = hit.says == CueSays::Part || has(Effect::Limited);
    let upshot = match says {
        // "No coordinator: yes" says two things at once.
        Upshot::State(_) if has(Effect::Negated) && !has(Effect::NotNegated) => {
            Upshot::Unsure("its label denies it")
        }
        Upshot::State(State::InPlace) if limited => Upshot::State(State::Partial),
        says => says,
    };
    CueReading { upshot, marks: Vec::new(), presupposed: false }
}

/// Why a cue can't be the force's arrangement, if it can't.
fn not_ours(sentence: &Sentence, hit: &CueHit, context: Context<'_>) -> Option<&'static str> {
    match context.role {
        SentenceRole::Question => return Some("it is part of a question"),
        SentenceRole::Task => return Some("it is a task that somebody is given"),
        SentenceRole::Aside => return Some("it stands among what others wrote, or are told to do"),
        SentenceRole::Heading if !says_a_value(sentence, hit, context) => {
            return Some("it stands in a heading");
        }
        _ => {}
    }
    if context.role == SentenceRole::Statement && is_heading(sentence, context) {
        return Some("it stands in a heading");
    }
    if context.role == SentenceRole::Item
        && context.numbered
        && context.stem.is_none()
        && is_title(sentence, context)
    {
        return Some("it stands in a heading");
    }
    if is_order(sentence, context) {
        return Some("it is an order to somebody");
    }
    if sentence.is_sign(context.text, sentence.len().saturating_sub(1), &["?"]) {
        return Some("it is asked");
    }
    if is_defined(sentence, hit, context) {
        return Some("it is defined, not said to stand");
    }
    not_about_us(sentence, hit, context)
}

/// Why a cue isn't about slavery, or not about what the force has.
fn not_about_us(sentence: &Sentence, hit: &CueHit, context: Context<'_>) -> Option<&'static str> {
    let classes = &context.reader.classes;
    if !is_topical(sentence, hit, context) {
        return Some("nothing shows that it is about slavery");
    }
    let arranged = context.reader.arrangements.get(hit.arrangement)?;
    let joint =
        matches!(arranged.id.as_str(), "partnership" | "regional-support" | "prevention-orders");
    let own_named = sentence.actors.iter().any(|actor| {
        let start = actor.span.start;
        let aside = led_in(sentence, start, context.reader)
            && !(start > 0 && sentence.is(classes.of, start - 1))
            && !(start > 1 && sentence.is(classes.of, start - 2));
        owner(actor, context.voice) == Owner::Own
            && (!aside || arranged.id.as_str() == "partnership")
    });
    if context.voice.about && !own_named {
        return Some(ANOTHERS);
    }
    let mut whose = whose(sentence, hit, context);
    // "The force received a Home Office grant": whose money it was doesn't matter.
    if arranged.id.as_str() == "budget"
        && subject(sentence, context.voice, context.reader) == Some(Owner::Own)
    {
        whose = Owner::Own;
    }
    // "The X Partnership brings together churches and councils": the force isn't among them.
    let members = sentence.actors.iter().any(|actor| {
        actor.span.start >= hit.span.end && owner(actor, context.voice) == Owner::Other
    });
    let police = (0..sentence.len())
        .any(|at| sentence.is(classes.police, at) || sentence.is(classes.rank, at));
    if arranged.id.as_str() == "partnership"
        && hit.span.start <= 6
        && members
        && !own_named
        && !police
        && !sentence.actors.iter().any(|actor| owner(actor, context.voice) == Owner::Commissioner)
        && sentence.is(classes.definite, 0)
    {
        whose = Owner::Other;
    }
    let ours = match whose {
        Owner::Own => true,
        Owner::Commissioner => arranged.by_commissioner || own_named && joint,
        Owner::Other => {
            (joint && own_named) || (arranged.by_others && !speaks_of_all(sentence, context))
        }
    };
    if ours {
        None
    } else if whose == Owner::Commissioner {
        Some("it is the commissioner's")
    } else {
        Some(ANOTHERS)
    }
}
