//! Whether two rules reach the same forces, whatever is stated of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::assessment::reach;
use crate::declaration::{Force, NoneCame};
use crate::rulebook::{AppliesTo, EventId, ForceId};
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
            silences(a, b).into_iter().all(|none| {
                let force = Force { none, ..known.clone() };
                reach(a, &force, day) == reach(b, &force, day)
            })
        })
    })
}

/// What a force may state that none came of, as far as two rules wait for it: each thing alone, and
/// nothing.
fn silences(a: &AppliesTo, b: &AppliesTo) -> Vec<Vec<NoneCame>> {
    let text = Arc::new(Text::new("", ""));
    let never = |event: EventId| NoneCame {
        of: event,
        from: PartialDate::Day(Day::MIN),
        until: None,
        facts: Day::MAX,
        note: None,
        evidence: Vec::new(),
        unbacked: false,
        text: Arc::clone(&text),
        span: 0..0,
    };
    let events = waits_for(a).into_iter().chain(waits_for(b));
    events.map(|event| vec![never(event)]).chain([Vec::new()]).collect()
}

/// Everything that a rule waits for.
fn waits_for(applies: &AppliesTo) -> Vec<EventId> {
    let own = applies.arises_on.iter().map(|arising| arising.event.clone());
    own.chain(applies.any.iter().flat_map(waits_for)).collect()
}
