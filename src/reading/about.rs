//! Whether a cue may be the force's arrangement: about slavery, the force's, and said at all.

use super::actor::ForceName;
use super::context::{Context, SentenceRole};
use super::kind::{
    Topic, is_defined, is_heading, is_order, is_title, names_a_speaker, names_an_officer,
    says_a_value, speaks_of_all, topic,
};
use super::owner::{Owner, led_in, owner, subject};
use super::sentence::{CueHit, Sentence};
use super::statement::Silence;
use super::voice::Speaker;
use super::whose::{Settled, Step, whose};
use crate::source::Span;

/// What shows that a cue is about slavery, and whose it is.
pub(super) struct About {
    pub topic: Topic,
    pub settled: Settled,
}

/// That a cue may be the force's arrangement, or why it can't.
pub(super) fn about_us(
    sentence: &Sentence,
    hit: &CueHit,
    context: Context<'_>,
) -> Result<About, Silence> {
    let officer = || names_an_officer(sentence, hit, context);
    match context.role {
        SentenceRole::Question => return Err(Silence::Question),
        SentenceRole::Task => return Err(Silence::Task),
        SentenceRole::Aside => return Err(Silence::Aside),
        SentenceRole::Heading
            if !says_a_value(sentence, hit, context)
                && !names_a_speaker(sentence, context)
                && !officer() =>
        {
            return Err(Silence::Heading);
        }
        _ => {}
    }
    if context.role == SentenceRole::Statement && is_heading(sentence, context) && !officer() {
        return Err(Silence::Heading);
    }
    if context.role == SentenceRole::Item
        && context.numbered
        && context.stem.is_none()
        && is_title(sentence, context)
    {
        return Err(Silence::Heading);
    }
    if is_order(sentence, context) {
        return Err(Silence::Order);
    }
    if sentence.is_sign(context.text, sentence.len().saturating_sub(1), &["?"]) {
        return Err(Silence::Asked);
    }
    // "Any strategy in force since 2015": what somebody wants to have.
    let any = sentence.text(context.text, 0).eq_ignore_ascii_case("any");
    if any && !sentence.has(context.reader.classes.finite, &(0..sentence.len())) {
        return Err(Silence::Asked);
    }
    if is_defined(sentence, hit, context) {
        return Err(Silence::Defined);
    }
    of_slavery_and_ours(sentence, hit, context)
}

/// That a cue is about slavery, and what the force has.
pub(super) fn of_slavery_and_ours(
    sentence: &Sentence,
    hit: &CueHit,
    context: Context<'_>,
) -> Result<About, Silence> {
    let classes = &context.reader.classes;
    let topic = topic(sentence, hit, context).ok_or(Silence::OtherBusiness)?;
    let arranged =
        context.reader.arrangements.get(hit.arrangement).ok_or(Silence::OtherBusiness)?;
    let traits = &arranged.traits;
    let own_named = sentence.actors.iter().any(|actor| {
        let start = actor.span.start;
        // "a service commissioned by the force"
        let by = start > 0 && sentence.text(context.text, start - 1) == "by";
        let of = (1..=2).any(|back| start >= back && sentence.is(classes.of, start - back));
        let aside = led_in(sentence, start, context.reader) && !(by || of);
        owner(actor, context.voice) == Owner::Own && (!aside || traits.membership)
    });
    let in_its_name = area(sentence, hit, context);
    if context.voice.about && !own_named && !(traits.membership && in_its_name == Some(true)) {
        return Err(Silence::Anothers);
    }
    let mut settled = whose(sentence, hit, context);
    // "The force received a Home Office grant": whose money it was doesn't matter.
    if traits.given && subject(sentence, context.voice, context.reader) == Some(Owner::Own) {
        settled = Settled { owner: Owner::Own, step: Step::Subject };
    }
    // "The Kent Anti-Slavery Partnership" has its name of an area: where that is the force's own, it belongs to it.
    match in_its_name {
        Some(true)
            if traits.membership
                && (settled.owner == Owner::Other || settled.step == Step::Nobody) =>
        {
            settled = Settled { owner: Owner::Own, step: Step::NameBefore };
        }
        Some(false) if settled.step == Step::Nobody => {
            settled = Settled { owner: Owner::Other, step: Step::NameBefore };
        }
        _ => {}
    }
    // "The X Partnership brings together churches and councils": the force isn't among them.
    let members = sentence.actors.iter().any(|actor| {
        actor.span.start >= hit.span.end && owner(actor, context.voice) == Owner::Other
    });
    if traits.membership
        && in_its_name != Some(true)
        && hit.span.start <= 6
        && members
        && !own_named
        && !context.police_named(sentence)
        && !context.commissioner_named(sentence)
        && sentence.is(classes.definite, 0)
    {
        settled.owner = Owner::Other;
    }
    let ours = match settled.owner {
        Owner::Own => true,
        Owner::Commissioner => traits.by_commissioner || own_named && traits.joint,
        Owner::Other => {
            (traits.joint && own_named) || (traits.by_others && !speaks_of_all(sentence, context))
        }
    };
    match settled.owner {
        _ if ours => Ok(About { topic, settled }),
        Owner::Commissioner => Err(Silence::Commissioners),
        _ => Err(Silence::Anothers),
    }
}

/// Whether an area whose name stands right before a cue that names slavery, or is said behind it to be where that is
/// ("partnership for Kent"), is the force's own; none where none does.
fn area(sentence: &Sentence, hit: &CueHit, context: Context<'_>) -> Option<bool> {
    const NEAR: usize = 3;
    let classes = &context.reader.classes;
    context.reader.cue_meanings.get(hit.cue).filter(|cue| cue.names_slavery)?;
    let Speaker::Force(ForceName::Known(own)) = &context.voice.speaker else { return None };
    let before = |(_, span): &&(usize, Span)| span.end == hit.span.start;
    let behind = |(force, span): &&(usize, Span)| {
        let gap = hit.span.end..span.start;
        force == own
            && (1..=NEAR).contains(&gap.len())
            && sentence.is(classes.belonging, gap.start)
            && gap.clone().skip(1).all(|at| {
                [classes.definite, classes.all, classes.of].iter().any(|own| sentence.is(*own, at))
            })
    };
    let mut areas = sentence.areas.iter();
    let (force, _) = areas.clone().find(before).or_else(|| areas.find(behind))?;
    Some(force == own)
}
