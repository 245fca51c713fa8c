//! What is handed to a person though it states nothing: a cue that another body may share, what only a heading names, what
//! the force has for nobody says what.

use super::context::Context;
use super::kind::{Topic, topic};
use super::sentence::{CueHit, Sentence};
use super::statement::Silence;

const SHARED: &str = "another body is named, and the force may have a part in it";
const IN_A_HEADING: &str = "only a heading names it";
const NO_TOPIC: &str = "nothing shows that it is about slavery, nor about anything else";
const NOT_YET: &str = "it is told as what should or may be";

/// Why a person should look at a cue that states nothing.
pub(super) fn handed(
    why: Silence,
    sentence: &Sentence,
    hit: &CueHit,
    context: Context<'_>,
) -> Option<&'static str> {
    if why == Silence::OtherBusiness {
        let rivals = sentence.all(context.reader.classes.rival);
        return (context.force_named(sentence) && rivals.is_empty()).then_some(NO_TOPIC);
    }
    let topic = topic(sentence, hit, context)?;
    let named = context.own_named(sentence) || context.commissioner_named(sentence);
    let traits = &context.reader.arrangements.get(hit.arrangement)?.traits;
    let shared = traits.by_commissioner || traits.by_others || traits.joint;
    match why {
        Silence::Anothers | Silence::Commissioners => {
            (topic >= Topic::Sentence && (shared || named)).then_some(SHARED)
        }
        Silence::Heading => (topic >= Topic::Within).then_some(IN_A_HEADING),
        Silence::Should | Silence::Supposed => {
            (named && topic >= Topic::Sentence).then_some(NOT_YET)
        }
        _ => None,
    }
}
