//! Whose an arrangement is that a sentence speaks of.

use super::actor::{Actor, Who};
use super::agents::{agent_within, is_where};
use super::context::Context;
use super::outsiders::is_an_outsiders;
use super::owner::{Owner, belongs, led_in, owner, subject};
use super::placed::entry;
use super::sentence::{CueHit, Sentence};
use super::tokens::Shape;
use crate::standing::words;

words! {
    /// What settled whose a cue is.
    pub enum Step {
        /// "Ms P. (coordinator, Northmarch Council)".
        Entry = "the body that its list names beside it",
        /// "The traffickers' profile", "the airline has launched a campaign".
        Outsider = "those of whom it tells",
        /// "Leads for Kent Police on slavery".
        Inside = "a name among its own words",
        /// "The council's coordinator", "our coordinator".
        Possessor = "who has it stands before it",
        /// "The ROCU coordinator".
        NameBefore = "a name right before it",
        /// "The ROCU coordinator and analyst".
        Joined = "what it is joined to",
        /// "The coordinator of the ROCU".
        Of = "a name that follows it",
        /// "Employed by the council".
        Agent = "who does it, after “by”",
        /// "The ROCU, whose coordinator …".
        Relative = "whom its relative clause is about",
        /// "The force has a coordinator".
        Subject = "the subject of its clause",
        /// "The force meets partners and has a coordinator".
        EarlierSubject = "the subject of the sentence",
        /// "Officers from Kent Police referred …".
        Officers = "whose officers they are",
        /// "As a first responder, the charity …".
        AfterLead = "the subject that follows",
        /// "We have:".
        Stem = "what its list goes on from",
        /// "It has …".
        Pronoun = "whom the sentence before is about",
        /// A heading that names another body.
        Heading = "the heading above",
        /// In somebody's account of several bodies, the last one named.
        Account = "the last body that is named",
        /// "In another force, a team …", "At the council there is …".
        Place = "the body at which it says that it is",
        /// Nobody is named, under a heading that names the force.
        Section = "the heading above names the force",
        /// Nobody is named: it is whoever speaks.
        Nobody = "nobody is named, so that it is whoever speaks",
    }
}

/// Whose a cue is, and what settled it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Settled {
    pub owner: Owner,
    pub step: Step,
}

/// Whose a cue is, and what settled it: the first step that finds somebody.
pub(super) fn whose(sentence: &Sentence, hit: &CueHit, context: Context<'_>) -> Settled {
    let (owner, step) = found(sentence, hit, context);
    Settled { owner, step }
}

fn found(sentence: &Sentence, hit: &CueHit, context: Context<'_>) -> (Owner, Step) {
    let Context { reader, voice, text, .. } = context;
    let classes = &reader.classes;
    let clause = sentence.clause(hit.span.start);
    let outside =
        |actor: &&Actor| actor.span.end <= hit.span.start || actor.span.start >= hit.span.end;
    // "leads for Kent Police on slavery": a force named among the cue's own words.
    let inside = || {
        sentence.actors.iter().filter(|actor| {
            matches!(actor.who, Who::Force(_))
                && actor.span.start >= hit.span.start
                && actor.span.end <= hit.span.end
        })
    };
    if inside().next().is_some() && inside().all(|actor| owner(actor, voice) == Owner::Other) {
        return (Owner::Other, Step::Inside);
    }
    if let Some(found) = agent_within(sentence, &hit.span, context) {
        return (found, Step::Agent);
    }
    if is_an_outsiders(sentence, hit, context) {
        return (Owner::Other, Step::Outsider);
    }
    if let Some(owner) = entry(sentence, hit, context) {
        return (owner, Step::Entry);
    }
    // "the council's coordinator", "our coordinator": up to four words before.
    let possessor = sentence.actors.iter().rev().find(|actor| {
        let last = actor.span.end.checked_sub(1).and_then(|at| sentence.tokens.get(at));
        let owns = last.is_some_and(|token| token.owns)
            || matches!(
                sentence.text(text, actor.span.start).to_lowercase().as_str(),
                "our" | "my"
            );
        actor.span.end <= hit.span.start
            && hit.span.start - actor.span.end <= 4
            && owns
            && !(actor.span.end..hit.span.start)
                .any(|at| sentence.is(classes.preposition, at) || sentence.is(classes.finite, at))
    });
    if let Some(actor) = possessor {
        return (owner(actor, voice), Step::Possessor);
    }
    // "the ROCU coordinator", "GMP's new team": a name right before.
    let adjoining = sentence
        .actors
        .iter()
        .find(|actor| actor.span.end == hit.span.start && !matches!(actor.who, Who::Own | Who::We));
    if let Some(actor) = adjoining {
        return (owner(actor, voice), Step::NameBefore);
    }
    // "the ROCU coordinator and analyst": what is joined to a cue is as that cue's.
    let joined = hit.span.start.checked_sub(1).filter(|at| sentence.is(classes.and, *at));
    let partner = joined.and_then(|and| sentence.cues.iter().find(|other| other.span.end == and));
    if let Some(partner) = partner
        && sentence.actors.iter().any(|actor| {
            actor.span.end == partner.span.start && owner(actor, voice) == Owner::Other
        })
    {
        return (Owner::Other, Step::Joined);
    }
    // "the coordinator of the ROCU", "a coordinator within the council"
    let of = sentence.actors.iter().find(|actor| {
        let gap = hit.span.end..actor.span.start;
        actor.span.start >= hit.span.end
            && gap.len() <= 3
            && !gap.is_empty()
            && gap.clone().any(|at| {
                matches!(sentence.text(text, at), "of" | "within" | "at" | "in" | "inside" | "from")
            })
            && gap.clone().all(|at| {
                sentence.is(classes.definite, at)
                    || matches!(
                        sentence.text(text, at),
                        "of" | "within" | "at" | "in" | "inside" | "from" | "for"
                    )
            })
    });
    if let Some(actor) = of {
        let found = owner(actor, voice);
        if found != Owner::Own
            || !sentence.actors.iter().any(|other| other.span.end <= hit.span.start)
        {
            return (found, Step::Of);
        }
    }
    // "employed by the council"
    let by = sentence.actors.iter().find(|actor| {
        actor.span.start >= hit.span.end
            && sentence.clause(actor.span.start) == clause
            && (1..=3).any(|back| {
                actor.span.start.checked_sub(back).is_some_and(|at| {
                    sentence.text(text, at) == "by"
                        && at >= hit.span.end.saturating_sub(1)
                        && at
                            .checked_sub(1)
                            .is_some_and(|verb| !sentence.is(classes.agentless, verb))
                        && (at + 1..actor.span.start).all(|at| {
                            sentence.is(classes.definite, at)
                                || sentence.is(classes.article, at)
                                || sentence
                                    .tokens
                                    .get(at)
                                    .is_some_and(|token| token.shape == Shape::Capital)
                        })
                })
            })
    });
    if let Some(actor) = by {
        return (owner(actor, voice), Step::Agent);
    }
    // "the ROCU, whose coordinator …": who stands right before the relative.
    let relative = (0..hit.span.start).rev().find(|at| {
        sentence.is(classes.relative, *at)
            && sentence.text(text, *at) != "that"
            && sentence.text(text, *at) != "where"
    });
    if let Some(at) = relative {
        let before = sentence
            .actors
            .iter()
            .rev()
            .find(|actor| actor.span.end <= at && at - actor.span.end <= 2);
        let later = sentence
            .actors
            .iter()
            .any(|actor| actor.span.start > at && actor.span.end <= hit.span.start);
        if let (Some(actor), false) = (before, later) {
            return (owner(actor, voice), Step::Relative);
        }
    }
    // The subject of the clause, else that of the sentence so far.
    let before: Vec<&Actor> = sentence
        .actors
        .iter()
        .filter(outside)
        .filter(|actor| actor.span.end <= hit.span.start)
        .collect();
    let subjects = |in_clause: bool| {
        before
            .iter()
            .filter(|actor| !in_clause || sentence.clause(actor.span.start) == clause)
            .filter(|actor| !led_in(sentence, actor.span.start, reader))
            .map(|actor| owner(actor, voice))
            .collect::<Vec<_>>()
    };
    // "…, while colleagues in the force are trained"
    let mut here = sentence.actors.iter().filter(|own| sentence.clause(own.span.start) == clause);
    if here.clone().next().is_some() && here.all(|own| is_where(sentence, own, &hit.span, context))
    {
        return (Owner::Own, Step::Officers);
    }
    for (found, step) in [(subjects(true), Step::Subject), (subjects(false), Step::EarlierSubject)]
    {
        if found.contains(&Owner::Own)
            && (found.first() != Some(&Owner::Other)
                || nearest(sentence, &before).is_some_and(|own| owner(own, voice) == Owner::Own))
        {
            return (Owner::Own, step);
        }
        if let Some(first) = found.first() {
            return (*first, step);
        }
    }
    // "Officers from Kent Police referred …"
    if let Some(actor) =
        before.iter().find(|actor| belongs(sentence, actor, reader) && actor.span.start <= 8)
    {
        return (owner(actor, voice), Step::Officers);
    }
    // "As a first responder, the charity …", "Through the network, councils …"
    if sentence.is(classes.preposition, 0) {
        let comma = (hit.span.end..sentence.len()).find(|at| sentence.is(classes.comma, *at));
        let subject = comma.and_then(|comma| {
            sentence
                .actors
                .iter()
                .find(|actor| actor.span.start > comma && actor.span.start <= comma + 4)
        });
        if let Some(actor) = subject {
            return (owner(actor, voice), Step::AfterLead);
        }
    }
    // "In another force, a team …", "At the council there is …"
    let place = sentence.actors.first().filter(|actor| {
        sentence.is(classes.preposition, 0)
            && actor.span.start <= 2
            && [classes.comma, classes.article, classes.there]
                .iter()
                .any(|own| sentence.is(*own, actor.span.end))
    });
    if place.is_some() && sentence.actors.iter().all(|actor| owner(actor, voice) == Owner::Other) {
        return (Owner::Other, Step::Place);
    }
    // "It has …": as the sentence before; a list item as its stem.
    let starts_with_pronoun = sentence.is(classes.anaphor, 0) || sentence.is(classes.pronoun, 0);
    if let Some((stem, _)) = context.stem
        && let Some(found) = subject(stem, voice, reader)
    {
        return (found, Step::Stem);
    }
    if let (true, Some(Owner::Other)) = (starts_with_pronoun, context.before) {
        return (Owner::Other, Step::Pronoun);
    }
    if context.others_heading
        && sentence.actors.iter().all(|actor| owner(actor, voice) != Owner::Own)
    {
        return (Owner::Other, Step::Heading);
    }
    // In somebody's account of several bodies, what names none goes on about the last one named.
    let police = (0..sentence.len())
        .any(|at| sentence.is(classes.police, at) || sentence.is(classes.rank, at));
    if !voice.own && !police && context.before != Some(Owner::Own) {
        return (Owner::Other, Step::Account);
    }
    if starts_with_pronoun && context.before == Some(Owner::Own) {
        return (Owner::Own, Step::Pronoun);
    }
    (Owner::Own, Step::Nobody)
}

/// The last of several actors that a finite verb follows: "Slavery worries councils, and so the force has set up a team".
fn nearest<'a>(sentence: &Sentence, before: &[&'a Actor]) -> Option<&'a Actor> {
    let mut actors = before.iter().rev();
    actors.find(|own| (own.span.end..own.span.end + 2).any(|at| sentence.is_verb(at))).copied()
}
