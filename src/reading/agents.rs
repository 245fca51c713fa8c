//! Who does or is where a thing is done, by the words of a cue or those before it: "commissioned by Kent Police", "in the force".

use super::actor::{Actor, Who};
use super::context::Context;
use super::owner::{Owner, owner};
use super::sentence::Sentence;
use crate::source::Span;

/// Whose that is which a cue's own words say to be done by somebody: "a service, which was commissioned by Kent Police",
/// "services which the Commissioner funds".
pub(super) fn agent_within(sentence: &Sentence, cue: &Span, context: Context<'_>) -> Option<Owner> {
    let agent = sentence.actors.iter().find(|actor| {
        let mut before =
            (cue.start..actor.span.start).rev().map(|at| sentence.text(context.text, at));
        cue.start < actor.span.start
            && actor.span.end <= cue.end
            && matches!(actor.who, Who::Force(_) | Who::Commissioner)
            && before
                .find(|word| *word != "the")
                .is_some_and(|word| matches!(word, "by" | "which" | "that"))
    });
    agent.map(|actor| owner(actor, context.voice)).filter(|found| *found != Owner::Other)
}

/// Whether the force is named as where something is, before a cue: "colleagues in the force are trained".
pub(super) fn is_where(
    sentence: &Sentence,
    actor: &Actor,
    cue: &Span,
    context: Context<'_>,
) -> bool {
    let within = |at: usize| sentence.is(context.reader.classes.inside, at);
    owner(actor, context.voice) == Owner::Own
        && actor.span.end <= cue.start
        && actor.span.start.checked_sub(1).is_some_and(within)
}
