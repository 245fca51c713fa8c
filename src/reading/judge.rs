//! From a cue and what stands around it to a statement: what it says, or why it says nothing.

use super::about::{about_us, of_slavery_and_ours};
use super::context::Context;
use super::cue_reading::CueReading;
use super::grid_said::Said;
use super::ground::Ground;
use super::handed::handed;
use super::indirect::{INDIRECT, is_told_how};
use super::kind::Topic;
use super::licence::ground;
use super::minuted::minuted;
use super::named::is_a_holders_unit;
use super::placed::is_placed_elsewhere;
use super::scope::reaches;
use super::sentence::{CueHit, Sentence};
use super::statement::{Silence, Upshot};
use super::status::{CellSays, strict};
use super::weigh::{Says, Weighed, weigh};
use crate::rulebook::{CueSays, Effect};
use crate::standing::State;

/// Why nobody knows how far something stands that a word beside it leaves open.
pub(super) const OPEN: &str = "what stands beside it is no status";

const HOLDERS: &str = "it is where the holder of a post sits";

/// Judges a cue: what it says, and on what ground.
pub(super) fn judge(sentence: &Sentence, hit: &CueHit, context: Context<'_>) -> CueReading {
    let about = match about_us(sentence, hit, context) {
        Ok(about) => about,
        Err(Silence::Heading) if is_its_title(sentence, hit, context) => {
            return in_a_title(sentence, hit, context);
        }
        Err(why) => {
            let ask = handed(why, sentence, hit, context);
            let would = ask.and_then(|_| match weigh(sentence, hit, context).says {
                Says::State(state) => Some(state),
                _ => None,
            });
            return CueReading { ask, would, ..CueReading::silent(why) };
        }
    };
    let Weighed { says, marks, presupposed } = weigh(sentence, hit, context);
    let (mut ask, mut would) = (None, None);
    let upshot = match says {
        Says::State(state) => match ground(sentence, hit, about.topic, about.settled, context) {
            Ok(_) if state > State::Planned && is_left_open(sentence, hit, context) => {
                Upshot::Unsure(OPEN)
            }
            Ok(_) if is_a_holders_unit(sentence, hit, context) => Upshot::Unsure(HOLDERS),
            Ok(ground) => match minuted(sentence, hit, state, presupposed, context) {
                Some(why) if ground != Ground::Answered => {
                    would = Some(state);
                    Upshot::Unsure(why)
                }
                _ => Upshot::State(state, ground),
            },
            Err(_) if is_at_the_region(sentence, hit, context) => Upshot::Silent(Silence::Anothers),
            Err(why) => {
                would = Some(state);
                Upshot::Unsure(why)
            }
        },
        Says::Unsure(why) => Upshot::Unsure(why),
        Says::Silent(why) => {
            ask = handed(why, sentence, hit, context);
            Upshot::Silent(why)
        }
    };
    CueReading { upshot, marks, presupposed, settled: Some(about.settled.step), ask, would }
}

/// Whether a cue stands in the title of a paper that is about what it names: "Campaign against slavery begins in Northmarch".
fn is_its_title(sentence: &Sentence, hit: &CueHit, context: Context<'_>) -> bool {
    let arranged = context.reader.arrangements.get(hit.arrangement);
    let somebody =
        || context.force_named(sentence) || (0..sentence.len()).any(|at| sentence.is_verb(at));
    sentence.block == 0
        && arranged.is_some_and(|own| own.traits.titled)
        // "Our webinar on slavery" leads to a page of a service's.
        && !sentence.is(context.reader.classes.definite, 0)
        && somebody()
        && of_slavery_and_ours(sentence, hit, context)
            .is_ok_and(|about| about.topic == Topic::Within)
}

/// What a title says of it: no more than that there is one, as long as no sentence says more.
fn in_a_title(sentence: &Sentence, hit: &CueHit, context: Context<'_>) -> CueReading {
    let Weighed { says, marks, .. } = weigh(sentence, hit, context);
    let upshot = match says {
        Says::State(state) => Upshot::State(state, Ground::Presupposed),
        Says::Unsure(why) => Upshot::Unsure(why),
        Says::Silent(why) => Upshot::Silent(why),
    };
    CueReading { marks, presupposed: true, ..CueReading::of(upshot) }
}

/// What a label says that is answered: what the answer says, where it is about slavery and the force's.
pub(super) fn judge_label(
    sentence: &Sentence,
    hit: &CueHit,
    context: Context<'_>,
    said: Said,
) -> CueReading {
    if let Err(why) = of_slavery_and_ours(sentence, hit, context) {
        return CueReading::silent(why);
    }
    let has = |effect: Effect| {
        let mut marks = sentence.marks.iter();
        marks
            .any(|mark| mark.effect == effect && reaches(sentence, mark, &hit.span, context.reader))
    };
    let limited = hit.says == CueSays::Part || has(Effect::Limited);
    // "Strategy: not yet published, out for consultation": the denial is what stands beside the label.
    let value = (hit.span.end..sentence.len())
        .find(|at| sentence.is_sign(context.text, *at, &[":", "–", "—", "-"]))
        .unwrap_or(sentence.len());
    let denied = sentence.marks.iter().any(|mark| {
        mark.effect == Effect::Negated
            && mark.span.end <= value
            && reaches(sentence, mark, &hit.span, context.reader)
    });
    let upshot = match said {
        Said::State(_) if is_told_how(sentence, hit, context) => Upshot::Unsure(INDIRECT),
        // "No coordinator: yes" says two things at once.
        Said::State(state) if state != State::Absent && denied && !has(Effect::NotNegated) => {
            Upshot::Unsure("its label denies it")
        }
        Said::State(State::InPlace) if limited => Upshot::State(State::Partial, Ground::Labelled),
        Said::State(state) => Upshot::State(state, Ground::Labelled),
        Said::Unsure(why) => Upshot::Unsure(why),
    };
    CueReading::of(upshot)
}

/// "Strategy: under review." says nothing of whether there is one.
fn is_left_open(sentence: &Sentence, hit: &CueHit, context: Context<'_>) -> bool {
    const LONGEST: usize = 6;
    let end = hit.span.end;
    let mut near = end..sentence.len().min(end + LONGEST);
    let colon = near.find(|at| sentence.is_sign(context.text, *at, &[":"]));
    let Some(colon) = colon.filter(|colon| colon + 1 < sentence.len()) else { return false };
    let another = sentence.cues.iter().any(|own| (end..colon).contains(&own.span.start));
    if another || sentence.len() - colon > LONGEST || sentence.clause(end) != sentence.clause(colon)
    {
        return false;
    }
    let value = context.text.get(sentence.place(&(colon + 1..sentence.len())));
    let words = &context.reader.grids;
    value.is_some_and(|value| strict(value, words) == Some(CellSays::Nothing))
}

/// "A coordinator works in the regional unit": one of the region's, where nothing of the force's is named.
fn is_at_the_region(sentence: &Sentence, hit: &CueHit, context: Context<'_>) -> bool {
    let classes = &context.reader.classes;
    let first = sentence.is(classes.indefinite, 0) && hit.span.start <= 2;
    let named = (hit.span.end..sentence.len()).any(|at| sentence.is(classes.regional, at));
    first && named && context.is_a_post(hit) && is_placed_elsewhere(sentence, hit, context)
}
