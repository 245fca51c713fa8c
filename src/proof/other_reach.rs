//! A rule with one thing changed in whom it reaches, and in what it waits for.

use crate::rulebook::{AppliesTo, Arising, ReachId, Vocabulary};
use crate::standing::{ForceKind, Words as _};

/// A rule that reaches other forces.
pub(super) fn changed_reach(
    applies: &AppliesTo,
    vocabulary: &Vocabulary,
) -> Vec<(String, AppliesTo)> {
    let mut changed = match &applies.reach {
        Some(reach) => changed_term(applies, reach, vocabulary),
        None => changed_kinds(applies),
    };
    if let Some(arising) = &applies.arises_on {
        let other = |other| AppliesTo { arises_on: other, ..applies.clone() };
        let what = format!("it is asked where `{}` never came", arising.event);
        changed.push((what, other(None)));
        for event in vocabulary.events().iter().filter(|event| event.id != arising.event) {
            let what = format!("it waits for `{}`, not for `{}`", event.id, arising.event);
            changed.push((what, other(Some(event.into()))));
        }
        changed.extend(
            changed_time(arising).into_iter().map(|(what, arising)| (what, other(Some(arising)))),
        );
    }
    for (index, (attribute, wanted)) in applies.attributes.iter().enumerate() {
        let mut without = applies.clone();
        without.attributes.remove(index);
        changed.push((format!("`{attribute}` doesn't decide whether it applies"), without));
        let mut negated = applies.clone();
        negated.attributes.splice(index..=index, [(*attribute, !wanted)]).for_each(drop);
        changed.push((format!("it applies where `{attribute}` is {}", !wanted), negated));
    }
    if !applies.attributes.is_empty() || applies.only_if_stated {
        let only_if_stated = !applies.only_if_stated;
        let other = AppliesTo { only_if_stated, ..applies.clone() };
        changed.push((format!("`only_if_stated` is {only_if_stated}"), other));
    }
    for (index, branch) in applies.any.iter().enumerate() {
        let mut without = applies.clone();
        without.any.remove(index);
        changed.push((format!("branch {} of `applies_to` is dropped", index + 1), without));
        for (change, branch) in changed_reach(branch, vocabulary) {
            let mut with = applies.clone();
            with.any.splice(index..=index, [branch]).for_each(drop);
            changed.push((change, with));
        }
    }
    changed
}

/// Another term in the place of the one that says whom it reaches, or none.
fn changed_term(
    applies: &AppliesTo,
    reach: &ReachId,
    vocabulary: &Vocabulary,
) -> Vec<(String, AppliesTo)> {
    let others = vocabulary.reaches().iter().filter(|other| other.id != *reach);
    let mut changed: Vec<(String, AppliesTo)> = others
        .map(|other| {
            let (id, kinds) = (Some(other.id.clone()), other.reached());
            let what = format!("it reaches `{}`, not `{reach}`", other.id);
            (what, AppliesTo { reach: id, kinds, ..applies.clone() })
        })
        .collect();
    let all = AppliesTo { reach: None, kinds: Vec::new(), ..applies.clone() };
    changed.push((format!("it isn't limited to `{reach}`"), all));
    changed
}

/// One kind more, or one fewer.
fn changed_kinds(applies: &AppliesTo) -> Vec<(String, AppliesTo)> {
    let mut changed = Vec::new();
    for kind in ForceKind::ALL {
        let mut other = applies.clone();
        if applies.kinds.contains(kind) {
            other.kinds.retain(|known| known != kind);
            changed.push((format!("`{kind}` isn't named in `applies_to`"), other));
        } else if !applies.kinds.is_empty() && ForceKind::WRITTEN.contains(kind) {
            other.kinds.push(*kind);
            changed.push((format!("it applies to `{kind}` as well"), other));
        }
    }
    changed
}

/// A month more or less that must be free of what is waited for; where all time must, a day less.
fn changed_time(arising: &Arising) -> Vec<(String, Arising)> {
    let Arising { event, months, from } = arising;
    let Some(months) = months else {
        let later = from.tomorrow().ok().map(|from| Arising { from, ..arising.clone() });
        let what = |later: &Arising| format!("`{event}` could first come on {}", later.from);
        return later.map(|later| (what(&later), later)).into_iter().collect();
    };
    let others = [months.checked_add(1), months.checked_sub(1).filter(|months| *months > 0)];
    let others = others.into_iter().flatten();
    let what = |months: u16| format!("{months} months must be free of `{event}`");
    others.map(|other| (what(other), Arising { months: Some(other), ..arising.clone() })).collect()
}
