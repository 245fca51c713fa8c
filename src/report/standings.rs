//! Arrangements as people go through them: the headline ones, then the others that are stated.

use super::shortfall::capital;
use crate::assessment::Standing;
use crate::result::Gated;
use crate::standing::State;

/// Those that come first, stated or not.
pub(super) fn headline(gated: &Gated) -> Vec<&Standing> {
    gated.assessment.arrangements.iter().filter(|one| one.headline).collect()
}

/// The others that are stated, and the names of those that aren't.
pub(super) fn others(gated: &Gated) -> (Vec<&Standing>, Vec<&str>) {
    let others = gated.assessment.arrangements.iter().filter(|one| !one.headline);
    let (stated, silent): (Vec<&Standing>, Vec<&Standing>) =
        others.partition(|one| one.state != State::NotStated);
    (stated, silent.into_iter().map(|one| &*one.name).collect())
}

/// What is declared of an arrangement beside its state, in a line; nothing where that is all.
pub(super) fn details(standing: &Standing) -> Option<String> {
    let details: Vec<String> = standing
        .details
        .iter()
        .filter(|(field, _)| field.as_str() != "note")
        .map(|(field, value)| format!("{}: {value}", field.words()))
        .collect();
    (!details.is_empty()).then(|| capital(&details.join("; ")))
}
