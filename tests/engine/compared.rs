//! Two sets of facts of one force held against each other: nothing changes between a thing and itself,
//! sides swap, and what is only taken away is never for the better.

use std::collections::BTreeMap;

use msacheck::actions::Actions;
use msacheck::compare::{Change, Changes};
use msacheck::result::Gated;
use msacheck::standing::Outcome;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::case::{Case, any_case};
use crate::edits::{NONE_CAME, raises, removals};
use crate::facts::Facts;
use crate::run;
use crate::seen::Seen;
use crate::toml_text::Order;

/// A case with other facts, and by which edits they came about.
fn edited() -> impl Strategy<Value = (Case, Facts, Vec<String>)> {
    (any_case(), prop::collection::vec((any::<bool>(), any::<Index>()), 1..4)).prop_map(
        |(case, picks)| {
            let (mut facts, mut kinds) = (case.facts.clone(), Vec::new());
            for (less, pick) in picks {
                let edits = if less { removals(&facts) } else { raises(&facts) };
                if !edits.is_empty() {
                    let edit = &edits[pick.index(edits.len())];
                    kinds.push(edit.kind.clone());
                    facts = edit.facts.clone();
                }
            }
            (case, facts, kinds)
        },
    )
}

fn gated(case: &Case, facts: &Facts) -> Result<Option<Gated>, String> {
    let rulebook = case.rulebook(Order::kept())?;
    // A state that its limits don't allow doesn't load: that is no comparison.
    let assessment = case.assess(&rulebook, facts, Order::kept()).ok();
    Ok(assessment.map(|assessment| Gated {
        assessment,
        verdict: None,
        actions: Actions::default(),
    }))
}

fn changes<'a>(
    between: &Changes<'a>,
) -> BTreeMap<&'a str, (Change, Option<Outcome>, Option<Outcome>)> {
    let of = between.requirements.iter().filter_map(|one| {
        let id = one.either()?.requirement.as_str();
        Some((id, (one.change, one.before.map(|of| of.outcome), one.after.map(|of| of.outcome))))
    });
    of.collect()
}

#[test]
fn a_declaration_is_no_other_than_itself() {
    run::holds(150, &any_case(), |case| {
        let Some(one) = gated(case, &case.facts)? else { return Ok(()) };
        let between = Changes::between(&one, &one);
        for (id, (change, _, _)) in changes(&between) {
            if change != Change::Same {
                return Err(case.failed(&format!("{id}: {change}")));
            }
        }
        match between.arrangements_changed().next() {
            None => Ok(()),
            Some(one) => Err(case.failed(&format!("{:?}", one.change))),
        }
    });
}

#[test]
fn swapped_sides_swap_what_changed() {
    let seen = Seen::default();
    run::holds(300, &edited(), |(case, facts, _)| {
        let (Some(a), Some(b)) = (gated(case, &case.facts)?, gated(case, facts)?) else {
            return Ok(());
        };
        let (there, back) = (Changes::between(&a, &b), Changes::between(&b, &a));
        let back = changes(&back);
        for (id, (change, was, is)) in changes(&there) {
            let (mirrored, _, _) = back[id];
            let fits = match change {
                Change::Closed => matches!(mirrored, Change::Opened | Change::WentSilent),
                Change::Opened => mirrored == Change::Closed,
                Change::Improved => matches!(mirrored, Change::Worsened | Change::WentSilent),
                Change::Worsened => mirrored == Change::Improved,
                Change::NewlyStated => mirrored == Change::WentSilent,
                Change::WentSilent => {
                    matches!(mirrored, Change::Closed | Change::Improved | Change::NewlyStated)
                }
                Change::Reached => mirrored == Change::OutOfReach,
                Change::OutOfReach => mirrored == Change::Reached,
                // A "no" beside others that goes silent is told; that it is said again is no change.
                Change::Same => matches!(mirrored, Change::Same | Change::Further),
                Change::Nearer => mirrored == Change::Further,
                Change::Further => {
                    matches!(mirrored, Change::Nearer | Change::Further | Change::Same)
                }
                _ => false,
            };
            seen.count(change.to_string());
            seen.count(mirrored.to_string());
            if !fits {
                let what = format!("{id}: {change} there, {mirrored} back ({was:?}, {is:?})");
                return Err(case.varied(&what, facts));
            }
        }
        Ok(())
    });
    seen.require(["closed", "improved", "went silent", "newly stated", "same"]);
}

#[test]
fn what_is_only_taken_away_is_never_for_the_better() {
    let seen = Seen::default();
    let less = (any_case(), any::<Index>());
    run::holds(300, &less, |(case, pick)| {
        let mut edits = removals(&case.facts);
        edits.retain(|edit| edit.kind != NONE_CAME);
        if edits.is_empty() {
            return Ok(());
        }
        let edit = &edits[pick.index(edits.len())];
        let (Some(a), Some(b)) = (gated(case, &case.facts)?, gated(case, &edit.facts)?) else {
            return Ok(());
        };
        for (id, (change, was, is)) in changes(&Changes::between(&a, &b)) {
            seen.count(change.to_string());
            if change.is_for_the_better() || change == Change::NewlyStated {
                let what = format!("{id}: {change} ({was:?}, {is:?}) after {}", edit.what);
                return Err(case.varied(&what, &edit.facts));
            }
        }
        Ok(())
    });
    seen.require(["went silent"]);
}
