//! From a cue and what stands around it to a statement: what it says, or why it says nothing.

use super::line::{Actor, Hit, Line, Mark, Name, Who};
use super::reader::Reader;
use super::speaker::{Speaker, Voice};
use super::tokens::Shape;
use crate::rulebook::{CueSays, Effect, Reach, Reads};
use crate::source::Span;
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
    if has(Effect::Ended) && !(has(Effect::Since) && !negated) {
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
        Some("it is another body's")
    }
}

/// Whether a sentence is a heading that stands in the line of what follows: "Face-to-face training."
fn is_heading(line: &Line, context: Context<'_>) -> bool {
    let classes = &context.reader.classes;
    let all = 0..line.len();
    line.len() <= 7
        && !line.has(classes.finite, &all)
        && !line.has(classes.number, &all)
        && !line.has(classes.rank, &all)
        && line.actors.is_empty()
        && line.marks.iter().all(|mark| {
            matches!(
                mark.effect,
                Effect::Task | Effect::Progress | Effect::Asked | Effect::Answer | Effect::Attached
            )
        })
}

/// Whether a sentence speaks of forces at large.
fn speaks_of_all(line: &Line, context: Context<'_>) -> bool {
    let own = line.actors.iter().any(|actor| owner(actor, context.voice) == Owner::Own);
    !own && line.actors.iter().any(|actor| {
        actor.who == Who::Other
            && actor
                .span
                .clone()
                .any(|at| line.text(context.text, at).eq_ignore_ascii_case("forces"))
    })
}

/// Whether a heading gives a value: "Coordinator: vacant", "1 x Inspector".
fn says_a_value(line: &Line, hit: &Hit, context: Context<'_>) -> bool {
    let classes = &context.reader.classes;
    let before = 0..hit.span.start;
    // "Coordinator: vacant", and "Analysis: 1 x analyst".
    let colon = (0..line.len()).find(|at| {
        line.is_sign(context.text, *at, &[":"])
            || (*at >= hit.span.end && line.is_sign(context.text, *at, &["–", "-", "("]))
    });
    let value = colon.is_some_and(|colon| {
        let rest = colon + 1..line.len();
        line.has(classes.rank, &rest)
            || line.marks.iter().any(|mark| {
                mark.span.end > colon
                    && matches!(
                        mark.effect,
                        Effect::Negated
                            | Effect::Limited
                            | Effect::Yes
                            | Effect::Planned
                            | Effect::No
                    )
            })
            || rest
                .clone()
                .any(|at| line.tokens.get(at).is_some_and(|token| token.shape == Shape::Number))
    });
    let counted = before.clone().any(|at| {
        line.tokens.get(at).is_some_and(|token| token.shape == Shape::Number)
            && at <= 1
            && line.text(context.text, at + 1).eq_ignore_ascii_case("x")
    });
    let verb = (0..line.len()).any(|at| line.is(classes.finite, at));
    value || counted || (verb && line.len() > 7)
}

/// Whether a sentence begins with an order: "Appoint a lead."
fn is_order(line: &Line, context: Context<'_>) -> bool {
    let classes = &context.reader.classes;
    let first = (0..line.len().min(6)).find(|at| {
        line.tokens
            .get(*at)
            .is_some_and(|token| matches!(token.shape, Shape::Capital | Shape::Lower))
    });
    // "Action 4: Identify a tactical SPOC"
    let colon = (0..line.len().min(6)).rev().find(|at| line.is_sign(context.text, *at, &[":"]));
    let first =
        colon.map_or(first, |colon| Some(colon + 1).filter(|at| *at < line.len()).or(first));
    let Some(first) = first else { return false };
    let to = line.text(context.text, first).eq_ignore_ascii_case("to");
    let verb = if to { first + 1 } else { first };
    if !line.is(classes.imperative, verb) {
        return false;
    }
    // "Guidance is …", "Work has begun", "Review meetings are held": a noun after all.
    let next_is_verb = (verb + 1..(verb + 4).min(line.len())).any(|at| line.is(classes.finite, at));
    !next_is_verb || to
}

/// Whether a sentence says what a thing of this kind is: "A coordinator is an officer who …".
fn is_defined(line: &Line, hit: &Hit, context: Context<'_>) -> bool {
    let classes = &context.reader.classes;
    let start = hit.span.start;
    let first = line.text(context.text, 0).to_lowercase();
    let indefinite = matches!(first.as_str(), "a" | "an") && start <= 4;
    let bare = start == 0 && line.tokens.first().is_some_and(|token| token.shape == Shape::Capital);
    if !(indefinite || bare) {
        return false;
    }
    let verb = hit.span.end;
    let is = matches!(line.text(context.text, verb).to_lowercase().as_str(), "is" | "are");
    let after = line.text(context.text, verb + 1).to_lowercase();
    let what = verb + 1..(verb + 6).min(line.len());
    is && (matches!(after.as_str(), "a" | "an" | "responsible" | "any" | "someone")
        || (bare
            && what
                .clone()
                .any(|at| matches!(line.text(context.text, at), "who" | "that" | "which"))))
        && !line.has(classes.own, &(0..line.len()))
}

/// Whether a cue is about slavery: by its own words, those with it, or those before it.
fn is_topical(line: &Line, hit: &Hit, context: Context<'_>) -> bool {
    let classes = &context.reader.classes;
    let slavery = line.all(classes.slavery);
    let rivals = line.all(classes.rival);
    let within = |spans: &[Span], span: &Span| {
        spans.iter().any(|other| other.start < span.end && span.start < other.end)
    };
    if within(&slavery, &hit.span) {
        return true;
    }
    // What stands right before the cue, or after "for", is what the cue is about.
    let before = hit.span.start.saturating_sub(1);
    let attached = |spans: &[Span]| {
        spans.iter().any(|other| other.end == hit.span.start && other.end > before)
            || spans.iter().any(|other| {
                let gap = hit.span.end..other.start;
                other.start >= hit.span.end
                    && gap.len() <= 2
                    && gap.clone().any(|at| {
                        matches!(
                            line.text(context.text, at),
                            "for" | "on" | "of" | "in" | "to" | "against"
                        )
                    })
            })
    };
    if attached(&slavery) {
        return true;
    }
    if attached(&rivals) {
        return false;
    }
    if !slavery.is_empty() {
        return true;
    }
    if within(&rivals, &hit.span) || !rivals.is_empty() {
        return false;
    }
    context.topical || context.stem.is_some_and(|(stem, _)| !stem.all(classes.slavery).is_empty())
}

/// Whose arrangement a cue is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    /// The force's.
    Own,
    /// Its commissioner's.
    Commissioner,
    /// Another body's.
    Other,
}

/// Whose arrangements an actor's are to a paper that speaks for somebody.
pub(super) fn owner(actor: &Actor, voice: &Voice) -> Owner {
    match (&actor.who, &voice.speaker) {
        (Who::Own, _) => Owner::Own,
        (Who::We, _) => {
            if voice.we {
                Owner::Own
            } else {
                Owner::Other
            }
        }
        (Who::Commissioner, _) => Owner::Commissioner,
        (Who::Other, _) => Owner::Other,
        (Who::Force(name), Speaker::Force(own)) if same(name, own) => Owner::Own,
        (Who::Force(_), _) => Owner::Other,
    }
}

fn same(a: &Name, b: &Name) -> bool {
    a == b
}

/// The subject of a sentence, where it has one: the first actor that no preposition leads in, or
/// the one whose officers the sentence begins with: "Officers from Kent Police".
pub(super) fn subject(line: &Line, voice: &Voice, reader: &Reader) -> Option<Owner> {
    let verb = (0..line.len()).find(|at| line.is(reader.classes.finite, *at)).unwrap_or(line.len());
    let free = line.actors.iter().find(|actor| !led_in(line, actor.span.start, reader));
    let within = line.actors.iter().find(|actor| {
        actor.span.start < verb.min(8) && belongs(line, actor, reader) && actor.span.start > 1
    });
    let first = match (free, within) {
        (Some(free), Some(within)) if within.span.start < free.span.start => Some(within),
        (Some(free), _) => Some(free),
        (None, within) => within,
    };
    first.map(|actor| owner(actor, voice))
}

/// Whether "of", "from" or "at" leads in an actor to whom what stands before belongs.
fn belongs(line: &Line, actor: &Actor, reader: &Reader) -> bool {
    let classes = &reader.classes;
    let mut at = actor.span.start;
    while at > 0 && (line.is(classes.definite, at - 1) || line.is(classes.article, at - 1)) {
        at -= 1;
    }
    at > 1 && (line.is(classes.of, at - 1) || line.is(classes.from, at - 1))
}

/// Whether a preposition leads in what begins at a token, articles apart.
fn led_in(line: &Line, at: usize, reader: &Reader) -> bool {
    let classes = &reader.classes;
    let mut before = at;
    while before > 0
        && (line.is(classes.definite, before - 1) || line.is(classes.article, before - 1))
    {
        before -= 1;
    }
    if before > 0 && (line.is(classes.preposition, before - 1) || line.is(classes.of, before - 1)) {
        return true;
    }
    // "with the councils, health and the GLAA": one of a list that a preposition leads in.
    let listed =
        before > 0 && (line.is(classes.and, before - 1) || line.is(classes.comma, before - 1));
    listed
        && (0..before.saturating_sub(1))
            .rev()
            .take_while(|at| !line.is(classes.finite, *at))
            .any(|at| line.is(classes.among, at))
}

/// Whose a cue is.
fn whose(line: &Line, hit: &Hit, context: Context<'_>) -> Owner {
    let Context { reader, voice, text, .. } = context;
    let classes = &reader.classes;
    let clause = line.clause(hit.span.start);
    let outside =
        |actor: &&Actor| actor.span.end <= hit.span.start || actor.span.start >= hit.span.end;
    // "the council's coordinator", "our coordinator": up to four words before.
    let possessor = line.actors.iter().rev().find(|actor| {
        let last = actor.span.end.checked_sub(1).and_then(|at| line.tokens.get(at));
        let owns = last.is_some_and(|token| token.owns)
            || matches!(line.text(text, actor.span.start).to_lowercase().as_str(), "our" | "my");
        actor.span.end <= hit.span.start
            && hit.span.start - actor.span.end <= 4
            && owns
            && !(actor.span.end..hit.span.start)
                .any(|at| line.is(classes.preposition, at) || line.is(classes.finite, at))
    });
    if let Some(actor) = possessor {
        return owner(actor, voice);
    }
    // "the ROCU coordinator", "GMP's new team": a name right before.
    let adjoining = line
        .actors
        .iter()
        .find(|actor| actor.span.end == hit.span.start && !matches!(actor.who, Who::Own | Who::We));
    if let Some(actor) = adjoining
        && !led_in(line, actor.span.start, reader)
    {
        return owner(actor, voice);
    }
    // "the coordinator of the ROCU", "a coordinator within the council"
    let of = line.actors.iter().find(|actor| {
        let gap = hit.span.end..actor.span.start;
        actor.span.start >= hit.span.end
            && gap.len() <= 3
            && !gap.is_empty()
            && gap.clone().any(|at| {
                matches!(line.text(text, at), "of" | "within" | "at" | "in" | "inside" | "from")
            })
            && gap.clone().all(|at| {
                line.is(classes.definite, at)
                    || matches!(
                        line.text(text, at),
                        "of" | "within" | "at" | "in" | "inside" | "from" | "for"
                    )
            })
    });
    if let Some(actor) = of {
        let found = owner(actor, voice);
        if found != Owner::Own || !line.actors.iter().any(|other| other.span.end <= hit.span.start)
        {
            return found;
        }
    }
    // "employed by the council"
    let by = line.actors.iter().find(|actor| {
        actor.span.start >= hit.span.end
            && line.clause(actor.span.start) == clause
            && (1..=3).any(|back| {
                actor.span.start.checked_sub(back).is_some_and(|at| {
                    line.text(text, at) == "by"
                        && at > hit.span.end.saturating_sub(1)
                        && at.checked_sub(1).is_some_and(|verb| !line.is(classes.agentless, verb))
                        && (at + 1..actor.span.start).all(|at| {
                            line.is(classes.definite, at)
                                || line.is(classes.article, at)
                                || line
                                    .tokens
                                    .get(at)
                                    .is_some_and(|token| token.shape == Shape::Capital)
                        })
                })
            })
    });
    if let Some(actor) = by {
        return owner(actor, voice);
    }
    // "the ROCU, whose coordinator …": who stands right before the relative.
    let relative = (0..hit.span.start).rev().find(|at| {
        line.is(classes.relative, *at)
            && line.text(text, *at) != "that"
            && line.text(text, *at) != "where"
    });
    if let Some(at) = relative {
        let before =
            line.actors.iter().rev().find(|actor| actor.span.end <= at && at - actor.span.end <= 2);
        let later = line
            .actors
            .iter()
            .any(|actor| actor.span.start > at && actor.span.end <= hit.span.start);
        if let (Some(actor), false) = (before, later) {
            return owner(actor, voice);
        }
    }
    // The subject of the clause, else that of the sentence so far.
    let before: Vec<&Actor> = line
        .actors
        .iter()
        .filter(outside)
        .filter(|actor| actor.span.end <= hit.span.start)
        .collect();
    let subjects = |in_clause: bool| {
        before
            .iter()
            .filter(|actor| !in_clause || line.clause(actor.span.start) == clause)
            .filter(|actor| !led_in(line, actor.span.start, reader))
            .map(|actor| owner(actor, voice))
            .collect::<Vec<_>>()
    };
    for found in [subjects(true), subjects(false)] {
        if found.contains(&Owner::Own) && found.first() != Some(&Owner::Other) {
            return Owner::Own;
        }
        if let Some(first) = found.first() {
            return *first;
        }
    }
    // "Officers from Kent Police referred …"
    if let Some(actor) =
        before.iter().find(|actor| belongs(line, actor, reader) && actor.span.start <= 8)
    {
        return owner(actor, voice);
    }
    // "As a first responder, the charity …", "Through the network, councils …"
    if line.is(classes.preposition, 0) {
        let comma = (hit.span.end..line.len()).find(|at| line.is(classes.comma, *at));
        let subject = comma.and_then(|comma| {
            line.actors
                .iter()
                .find(|actor| actor.span.start > comma && actor.span.start <= comma + 4)
        });
        if let Some(actor) = subject {
            return owner(actor, voice);
        }
    }
    // "It has …": as the sentence before; a list item as its stem.
    let starts_with_pronoun = line.is(classes.anaphor, 0) || line.is(classes.pronoun, 0);
    if let Some((stem, _)) = context.stem
        && let Some(found) = subject(stem, voice, reader)
    {
        return found;
    }
    if let (true, Some(Owner::Other)) = (starts_with_pronoun, context.before) {
        return Owner::Other;
    }
    if context.others_heading && line.actors.iter().all(|actor| owner(actor, voice) != Owner::Own) {
        return Owner::Other;
    }
    // In somebody's account of several bodies, what names none goes on about the last one named.
    let police = (0..line.len()).any(|at| line.is(classes.police, at) || line.is(classes.rank, at));
    if !voice.own && !police && context.before != Some(Owner::Own) {
        return Owner::Other;
    }
    Owner::Own
}

/// Whether a modifier reaches a cue.
fn reaches(line: &Line, mark: &Mark, cue: &Span, reader: &Reader) -> bool {
    let classes = &reader.classes;
    let forward = mark.span.end <= cue.start && mark.reads != Reads::Backward;
    let backward = mark.span.start >= cue.end && mark.reads != Reads::Forward;
    let inside = mark.span.start < cue.end && cue.start < mark.span.end;
    if inside {
        // "training will be delivered": what stands between the words of a cue bears on it, too.
        return true;
    }
    if !(forward || backward) {
        return false;
    }
    let between = if forward { mark.span.end..cue.start } else { cue.end..mark.span.start };
    let same_clause = line.clause(mark.span.start)
        == line.clause(if forward {
            cue.start.min(line.len().saturating_sub(1))
        } else {
            cue.end.saturating_sub(1)
        });
    match mark.reach {
        Reach::Sentence => true,
        Reach::Clause => same_clause,
        Reach::Phrase => same_clause && !between.clone().any(|at| line.is(classes.preposition, at)),
    }
}

/// Whether a cue is only presupposed: led in by "the", "our", a possessive.
fn is_presupposed(line: &Line, hit: &Hit, reader: &Reader) -> bool {
    let classes = &reader.classes;
    let from = hit.span.start.saturating_sub(4);
    let mut at = hit.span.start;
    while at > from {
        at -= 1;
        if line.is(classes.preposition, at)
            || line.is(classes.finite, at)
            || line.is(classes.comma, at)
        {
            return false;
        }
        if line.is(classes.article, at) {
            return false;
        }
        if line.is(classes.definite, at) || line.tokens.get(at).is_some_and(|token| token.owns) {
            return true;
        }
    }
    // "The force lead is …": the cue begins with its own determiner.
    false
}
