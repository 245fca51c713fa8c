//! Whose an arrangement is that a sentence speaks of.

use super::judge::Context;
use super::line::{Actor, Hit, Line, Who};
use super::reader::Reader;
use super::speaker::{Speaker, Voice};
use super::tokens::Shape;

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
        (Who::Force(name), Speaker::Force(own)) if name == own => Owner::Own,
        (Who::Force(_), _) => Owner::Other,
    }
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
pub(super) fn led_in(line: &Line, at: usize, reader: &Reader) -> bool {
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
pub(super) fn whose(line: &Line, hit: &Hit, context: Context<'_>) -> Owner {
    let Context { reader, voice, text, .. } = context;
    let classes = &reader.classes;
    let clause = line.clause(hit.span.start);
    let outside =
        |actor: &&Actor| actor.span.end <= hit.span.start || actor.span.start >= hit.span.end;
    // "leads for Kent Police on slavery": a force named among the cue's own words.
    let inside = || {
        line.actors.iter().filter(|actor| {
            matches!(actor.who, Who::Force(_))
                && actor.span.start >= hit.span.start
                && actor.span.end <= hit.span.end
        })
    };
    if inside().next().is_some() && inside().all(|actor| owner(actor, voice) == Owner::Other) {
        return Owner::Other;
    }
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
    if let Some(actor) = adjoining {
        return owner(actor, voice);
    }
    // "the ROCU coordinator and analyst": what is joined to a cue is as that cue's.
    let joined = hit.span.start.checked_sub(1).filter(|at| line.is(classes.and, *at));
    let partner = joined.and_then(|and| line.cues.iter().find(|other| other.span.end == and));
    if let Some(partner) = partner
        && line.actors.iter().any(|actor| {
            actor.span.end == partner.span.start && owner(actor, voice) == Owner::Other
        })
    {
        return Owner::Other;
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
