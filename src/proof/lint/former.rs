//! Former ids that can't be meant: one that still is an id, or of which it isn't plain what it became.

use crate::rulebook::{Requirement, RequirementId, Rulebook};
use crate::source::Fault;

pub(super) fn lint(rulebook: &Rulebook) -> Vec<Fault> {
    let first = rulebook.by_id().filter_map(|versions| versions.first());
    first.flat_map(|requirement| check(rulebook, requirement)).collect()
}

fn check(rulebook: &Rulebook, requirement: &Requirement) -> Vec<Fault> {
    let former = &requirement.former;
    let renamed = former.renamed.iter().map(|id| (id, false));
    let all = renamed.chain(former.split.iter().map(|id| (id, true)));
    all.filter_map(|(id, split)| objection(rulebook, id, split).map(|what| (id, what)))
        .map(|(id, (message, label))| {
            let message = format!("`{}`: `{id}` {message}", requirement.id);
            requirement.fault("lint::former", message, label)
        })
        .collect()
}

/// What speaks against a former id.
fn objection(
    rulebook: &Rulebook,
    id: &RequirementId,
    split: bool,
) -> Option<(&'static str, &'static str)> {
    let named = |of: &Requirement, split: bool| {
        let former = &of.former;
        if split { former.split.contains(id) } else { former.renamed.contains(id) }
    };
    let parts = rulebook.called_now(id.as_str()).len();
    let both = |split: bool| rulebook.requirements().iter().any(|of| named(of, split));
    if rulebook.known_requirements().any(|known| known == id.as_str()) {
        Some(("is still a requirement", "expected an id that is none any more"))
    } else if both(true) && both(false) {
        Some(("was renamed here and split there", "expected `formerly` or `split_from`"))
    } else if split && parts < 2 {
        Some(("was split into one part", "expected a second part, or `formerly`"))
    } else if !split && parts > 1 {
        Some(("is what several were once called", "expected `split_from`, if it was split"))
    } else {
        None
    }
}
