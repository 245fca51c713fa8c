//! Whether two rules reach the same forces, whatever is stated of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::assessment::reach;
use crate::declaration::{Force, NoneCame};
use crate::rulebook::{AppliesTo, Arising, EventId, ForceId};
use crate::source::Text;
use crate::standing::{Attribute, Day, ForceKind, PartialDate, Words as _};

/// Whether two rules reach the same forces.
pub(super) fn same_reach(a: &AppliesTo, b: &AppliesTo) -> bool {
    let stated = [None, Some(true), Some(false)];
    let mut forces = vec![BTreeMap::new()];
    for attribute in Attribute::ALL {
        forces = forces
            .into_iter()
            .flat_map(|force: BTreeMap<Attribute, bool>| {
                stated.map(|stated| {
                    let mut force = force.clone();
                    force.extend(stated.map(|stated| (*attribute, stated)));
                    force
                })
            })
            .collect();
    }
    let day = Day::constant(2020, 6, 30);
    let id = ForceId::from("any");
    ForceKind::ALL.iter().all(|kind| {
        forces.iter().all(|attributes| {
            let known =
                Force { attributes: attributes.clone(), ..Force::new(id.clone(), *kind, day) };
            silences(a, b, day).into_iter().all(|none| {
                let force = Force { none, ..known.clone() };
                reach(a, &force, day) == reach(b, &force, day)
            })
        })
    })
}

/// What a force may state that none came of, as far as two rules wait for it on a day: each thing alone,
/// for all time or for as long as one of the rules asks, and nothing.
fn silences(a: &AppliesTo, b: &AppliesTo, day: Day) -> Vec<Vec<NoneCame>> {
    let text = Arc::new(Text::new("", ""));
    let none_since = |event: EventId, first: Day| NoneCame {
        of: event,
        from: PartialDate::Day(first),
        until: None,
        facts: Day::MAX,
        note: None,
        evidence: Vec::new(),
        unbacked: false,
        text: Arc::clone(&text),
        span: 0..0,
    };
    let waits = waits_for(a).into_iter().chain(waits_for(b));
    let stated = waits.flat_map(|arising| {
        let firsts = [Day::MIN, arising.free_since(day)];
        firsts.map(|first| vec![none_since(arising.event.clone(), first)])
    });
    stated.chain([Vec::new()]).collect()
}

/// Everything that a rule waits for.
fn waits_for(applies: &AppliesTo) -> Vec<&Arising> {
    let own = applies.arises_on.iter();
    own.chain(applies.any.iter().flat_map(waits_for)).collect()
}
