//! From a cue and what stands around it to a statement: what it says, or why it says nothing.

use super::kind::{is_defined, is_heading, is_order, is_topical, says_a_value, speaks_of_all};
use super::line::{Hit, Line, Mark};
use super::owner::{Owner, led_in, owner, subject, whose};
use super::reader::Reader;
use super::scope::{is_presupposed, reaches};
use super::speaker::Voice;
use crate::rulebook::{CueSays, Effect, Reads};
use crate::standing::State;

/// What a sentence is to the paper that it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// It says something.
    Statement,
    /// It answers a question that was asked before it.
    Answer,
    /// Somebody else asks.
    Question,
    /// A heading.
    Heading,
    /// A task that somebody is given.
    Task,
    /// What is still to be done.
    Outstanding,
    /// What has been done.
    Progress,
    /// An item of a list that goes on from the sentence before it.
    Item,
}

/// What surrounds a sentence: for whom the paper speaks, what came before.
#[derive(Clone, Copy, Debug)]
pub(super) struct Context<'a> {
    pub reader: &'a Reader,
    pub voice: &'a Voice,
    pub role: Role,
    /// The text of the sentence's block.
    pub text: &'a str,
    /// The sentence from which a list item goes on, with its text.
    pub stem: Option<(&'a Line, &'a str)>,
    /// Whether what went before is about slavery, so that a bare "coordinator" is one of ours.
    pub topical: bool,
    /// Whose what went before is: "It has a coordinator".
    pub before: Option<Owner>,
    /// Whether the heading above names another body.
    pub others_heading: bool,
}

/// What was made of a cue.
#[derive(Clone, Debug)]
pub(super) struct Judged {
    pub verdict: Verdict,
    /// The modifiers that decided, by their place in the line.
    pub marks: Vec<usize>,
    /// Whether the cue is only presupposed: "the team", "our lead".
    pub presupposed: bool,
}

/// Why a cue of another body's arrangement says nothing.
pub(super) const ANOTHERS: &str = "it is another body's";

/// What a cue says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The force's arrangement is in this state.
    State(State),
    /// What is said can't be told for certain; a person should look.
    Unsure(&'static str),
    /// It says nothing of the force's arrangement.
    Silent(&'static str),
}

impl Judged {
    fn silent(why: &'static str) -> Self {
        Self { verdict: Verdict::Silent(why), marks: Vec::new(), presupposed: false }
    }
}

/// Judges a cue.
pub(super) fn judge(line: &Line, hit: &Hit, context: Context<'_>) -> Judged {
    if let Some(why) = not_ours(line, hit, context) {
        return Judged::silent(why);
    }
    let mut found: Vec<(Effect, usize)> = line
        .marks
        .iter()
        .enumerate()
        .filter(|(_, mark)| reaches(line, mark, &hit.span, context.reader))
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
    let silent = |why: &'static str, effect: Effect| Judged {
        verdict: Verdict::Silent(why),
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
        return Judged {
            verdict: Verdict::State(State::Withheld),
            marks: marks(&[Effect::Withheld]),
            presupposed: false,
        };
    }
    let own = line.actors.iter().any(|actor| owner(actor, context.voice) == Owner::Own);
    if has(Effect::Elsewhere) && !own {
        return silent("it is told of the country at large", Effect::Elsewhere);
    }
    let intended = has(Effect::Planned) && has(Effect::Supposed) && !has(Effect::Exhortation);
    if intended && !has(Effect::Question) && own {
        return Judged {
            verdict: Verdict::State(State::Planned),
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
        let mark = line.marks.get(*at);
        *effect == Effect::Refused
            && mark.is_some_and(|mark| {
                line.clause(mark.span.start) == line.clause(hit.span.start)
                    && mark.span.start < hit.span.end + 12
            })
    });
    if refused {
        return silent("figures, names or the cost of looking are refused", Effect::Refused);
    }
    if has(Effect::Past) && !has(Effect::Since) {
        return silent("it is told of an earlier time", Effect::Past);
    }
    let presupposed = hit.says == CueSays::Names && is_presupposed(line, hit, context.reader);
    let state = |state: State, effects: &[Effect]| Judged {
        verdict: Verdict::State(state),
        marks: marks(effects),
        presupposed: presupposed && state == State::InPlace,
    };
    let negated = has(Effect::Negated) && !has(Effect::NotNegated);
    // "… is working to deliver a profile aligned to the force's plan": that plan stands.
    let beyond = |mark: &Mark| {
        presupposed
            && mark.reads == Reads::Forward
            && line
                .cues
                .iter()
                .any(|other| other.span.start >= mark.span.end && other.span.end <= hit.span.start)
    };
    let plans = found
        .iter()
        .any(|(effect, at)| *effect == Effect::Planned && !line.marks.get(*at).is_some_and(beyond));
    let planned = (plans && !has(Effect::Standing)) || context.role == Role::Outstanding;
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
        if has(Effect::Limited) && marks_within(line, &found, hit) {
            return Judged {
                verdict: Verdict::Unsure("a limit is denied"),
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
fn marks_within(line: &Line, found: &[(Effect, usize)], hit: &Hit) -> bool {
    let start = |wanted: Effect| {
        let marks = found.iter().filter(|(effect, _)| *effect == wanted);
        marks.filter_map(|(_, at)| line.marks.get(*at)).map(|mark| mark.span.start).min()
    };
    match (start(Effect::Negated), start(Effect::Limited)) {
        (Some(negation), Some(limit)) => negation < limit && limit < hit.span.start,
        _ => false,
    }
}

/// Why a cue can't be the force's arrangement, if it can't.
fn not_ours(line: &Line, hit: &Hit, context: Context<'_>) -> Option<&'static str> {
    let classes = &context.reader.classes;
    match context.role {
        Role::Question => return Some("it is part of a question"),
        Role::Task => return Some("it is a task that somebody is given"),
        Role::Heading if !says_a_value(line, hit, context) => {
            return Some("it stands in a heading");
        }
        _ => {}
    }
    if context.role == Role::Statement && is_heading(line, context) {
        return Some("it stands in a heading");
    }
    if is_order(line, context) {
        return Some("it is an order to somebody");
    }
    if line.is_sign(context.text, line.len().saturating_sub(1), &["?"]) {
        return Some("it is asked");
    }
    if is_defined(line, hit, context) {
        return Some("it is defined, not said to stand");
    }
    if !is_topical(line, hit, context) {
        return Some("nothing shows that it is about slavery");
    }
    let arranged = context.reader.arrangements.get(hit.arrangement)?;
    let joint =
        matches!(arranged.id.as_str(), "partnership" | "regional-support" | "prevention-orders");
    let own_named = line.actors.iter().any(|actor| {
        let start = actor.span.start;
        let aside = led_in(line, start, context.reader)
            && !(start > 0 && line.is(classes.of, start - 1))
            && !(start > 1 && line.is(classes.of, start - 2));
        owner(actor, context.voice) == Owner::Own
            && (!aside || arranged.id.as_str() == "partnership")
    });
    let mut whose = whose(line, hit, context);
    // "The force received a Home Office grant": whose money it was doesn't matter.
    if arranged.id.as_str() == "budget"
        && subject(line, context.voice, context.reader) == Some(Owner::Own)
    {
        whose = Owner::Own;
    }
    // "The X Partnership brings together churches and councils": the force isn't among them.
    let members = line.actors.iter().any(|actor| {
        actor.span.start >= hit.span.end && owner(actor, context.voice) == Owner::Other
    });
    let police = (0..line.len()).any(|at| line.is(classes.police, at) || line.is(classes.rank, at));
    if arranged.id.as_str() == "partnership"
        && hit.span.start <= 6
        && members
        && !own_named
        && !police
        && !line.actors.iter().any(|actor| owner(actor, context.voice) == Owner::Commissioner)
        && line.is(classes.definite, 0)
    {
        whose = Owner::Other;
    }
    let ours = match whose {
        Owner::Own => true,
        Owner::Commissioner => arranged.by_commissioner || own_named && joint,
        Owner::Other => {
            (joint && own_named) || (arranged.by_others && !speaks_of_all(line, context))
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
