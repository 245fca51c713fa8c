//! Whether a requirement reaches a force.

#[cfg(test)]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::declaration::{Force, none_came};
use crate::rulebook::{AppliesTo, EventId, Vocabulary};
use crate::standing::{Attribute, Day, ForceKind};

/// Whether a requirement reaches a force.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reached {
    /// It doesn't.
    No,
    /// It may: what decides isn't stated, and counts as holding.
    Unknown,
    /// It does.
    Yes,
}

/// Whether a requirement reaches a force on a day. Only `[force]` is read, never an arrangement, and
/// what the table of forces knows where it is silent.
#[must_use]
pub fn reach(applies: &AppliesTo, force: &Force, day: Day) -> Reached {
    reach_within(applies, force, day, false)
}

/// The same within another: what must be stated there must be stated here.
fn reach_within(applies: &AppliesTo, force: &Force, day: Day, only_if_stated: bool) -> Reached {
    let only_if_stated = only_if_stated || applies.only_if_stated;
    let kind = applies.kinds.is_empty() || force.kind.is_among(&applies.kinds);
    let own =
        applies.attributes.iter().map(|(attribute, wanted)| match force.has(*attribute, day) {
            Some(holds) if holds == *wanted => Reached::Yes,
            Some(_) => Reached::No,
            None if only_if_stated => Reached::No,
            None => Reached::Unknown,
        });
    let any =
        applies.any.iter().map(|branch| reach_within(branch, force, day, only_if_stated)).max();
    let asked = kind && !none_came_for(applies, force, day);
    let asked = if asked { Reached::Yes } else { Reached::No };
    own.chain(any).min().unwrap_or(Reached::Yes).min(asked)
}

/// Whether the force states that what it waits for didn't come.
fn none_came_for(applies: &AppliesTo, force: &Force, day: Day) -> bool {
    applies.arises_on.as_ref().is_some_and(|arising| {
        none_came(force.none.iter(), &arising.event, arising.free_since(day), day)
    })
}

/// What is taken to hold of a force, since it isn't stated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub enum Assumption {
    /// An attribute is, or isn't.
    Attribute {
        /// The attribute.
        attribute: Attribute,
        /// What it is taken to be.
        is: bool,
    },
    /// One of several ways in which a requirement may reach the force: all that one of these names.
    OneOf(Vec<Vec<Assumption>>),
}

/// Why a requirement doesn't reach a force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub enum Barrier {
    /// It reaches other kinds of force.
    Kind {
        /// The kinds that it reaches.
        reached: Vec<ForceKind>,
        /// The kind of this one.
        is: ForceKind,
    },
    /// The term by which its text names those whom it binds doesn't take the force in.
    NotNamed {
        /// Whom the term takes in.
        whom: String,
        /// Why not this force.
        why: String,
        /// Where that stands.
        citation: String,
    },
    /// An attribute is otherwise.
    Attribute {
        /// The attribute.
        attribute: Attribute,
        /// What is stated of it, or known.
        is: bool,
        /// Where the table of forces has it from, where it isn't stated.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(test, schemars(with = "String"))]
        source: Option<String>,
    },
    /// An attribute must be stated and isn't.
    Unstated {
        /// The attribute.
        attribute: Attribute,
    },
    /// What it waits for didn't come, as the force states.
    NoneCame {
        /// What it waits for.
        event: EventId,
        /// That there was none, as a sentence: "no request of … came".
        none: String,
        /// The first of the days that count.
        #[cfg_attr(test, schemars(with = "crate::standing::DayForm"))]
        since: Day,
    },
}

/// As whom a requirement reaches a force, by the term with which its text names those whom it binds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub struct ReachedAs {
    /// As whom.
    pub who: String,
    /// Where that stands.
    pub citation: String,
    /// Where alone, where the force works elsewhere, too.
    pub within: Option<String>,
}

/// As whom a requirement reaches a force; nothing where its text names nobody.
pub(super) fn reached_as(
    applies: &AppliesTo,
    force: &Force,
    vocabulary: &Vocabulary,
) -> Option<ReachedAs> {
    let reach = vocabulary.reach(applies.reach.as_ref()?.as_str())?;
    let row = reach.of(force.kind).filter(|row| row.reached)?;
    let (who, citation) = (row.who.clone(), row.citation.clone());
    Some(ReachedAs { who, citation, within: row.within.clone() })
}

/// What is taken to hold of a force on a day: all of these.
pub(super) fn assumptions(applies: &AppliesTo, force: &Force, day: Day) -> Vec<Assumption> {
    let open = applies.attributes.iter().filter(|(a, _)| force.has(*a, day).is_none());
    let own = open
        .map(|(attribute, wanted)| Assumption::Attribute { attribute: *attribute, is: *wanted });
    // A branch of `any` that surely holds leaves nothing to assume in the others.
    let settled = applies.any.iter().any(|branch| reach(branch, force, day) == Reached::Yes);
    let branches = applies.any.iter().filter(|of| reach(of, force, day) == Reached::Unknown);
    let any: Vec<_> = branches.map(|branch| assumptions(branch, force, day)).collect();
    let any = (!settled && !any.is_empty()).then_some(Assumption::OneOf(any));
    own.chain(any).collect()
}

/// Why a requirement doesn't reach a force on a day. Where it would, had the force not stated that none
/// came of what it waits for, that alone is why.
pub(super) fn barriers(
    applies: &AppliesTo,
    force: &Force,
    day: Day,
    vocabulary: &Vocabulary,
) -> Vec<Barrier> {
    let mut found = all_barriers(applies, force, day, vocabulary);
    let none_came = |barrier: &Barrier| matches!(barrier, Barrier::NoneCame { .. });
    if found.iter().any(none_came) {
        let asked = Force { none: Vec::new(), ..force.clone() };
        if reach(applies, &asked, day) != Reached::No {
            found.retain(none_came);
        }
    }
    found
}

fn all_barriers(
    applies: &AppliesTo,
    force: &Force,
    day: Day,
    vocabulary: &Vocabulary,
) -> Vec<Barrier> {
    let mut found = Vec::new();
    if !applies.kinds.is_empty() && !force.kind.is_among(&applies.kinds) {
        // Whom the text doesn't name, nothing else of it can reach.
        if let Some(barrier) = not_named(applies, force, vocabulary) {
            return vec![barrier];
        }
        found.push(Barrier::Kind { reached: applies.kinds.clone(), is: force.kind });
    }
    for (attribute, wanted) in &applies.attributes {
        let attribute = *attribute;
        match force.has(attribute, day) {
            Some(is) if is != *wanted => {
                let known = force.known_on(attribute, day);
                let source = known.and_then(|fact| fact.source.clone());
                found.push(Barrier::Attribute { attribute, is, source });
            }
            None if applies.only_if_stated => found.push(Barrier::Unstated { attribute }),
            _ => {}
        }
    }
    if !applies.any.is_empty()
        && applies.any.iter().all(|branch| reach(branch, force, day) == Reached::No)
    {
        let mut branches: Vec<Vec<Barrier>> =
            applies.any.iter().map(|branch| all_barriers(branch, force, day, vocabulary)).collect();
        // Where a branch is for its kind of force, those for others say nothing of it.
        let of_others =
            |branch: &Vec<Barrier>| branch.iter().any(|one| matches!(one, Barrier::Kind { .. }));
        if !branches.iter().all(of_others) {
            branches.retain(|branch| !of_others(branch));
        }
        found.extend(branches.into_iter().flatten());
    }
    if let Some(arising) = applies.arises_on.as_ref().filter(|_| none_came_for(applies, force, day))
    {
        let event = vocabulary.event(arising.event.as_str());
        found.push(Barrier::NoneCame {
            event: arising.event.clone(),
            none: event.map_or_else(|| arising.event.words(), |event| event.none.clone()),
            since: arising.free_since(day),
        });
    }
    found
}

fn not_named(applies: &AppliesTo, force: &Force, vocabulary: &Vocabulary) -> Option<Barrier> {
    let reach = vocabulary.reach(applies.reach.as_ref()?.as_str())?;
    let row = reach.of(force.kind)?;
    let (why, citation) = (row.who.clone(), row.citation.clone());
    Some(Barrier::NotNamed { whom: reach.title.clone(), why, citation })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day() -> Day {
        "2020-01-01".parse().unwrap()
    }

    fn force(attributes: &[(Attribute, bool)]) -> Force {
        Force {
            attributes: attributes.iter().copied().collect(),
            ..Force::new("northmarch".into(), ForceKind::Territorial, day())
        }
    }

    fn reach(applies: &AppliesTo, force: &Force) -> Reached {
        super::reach(applies, force, day())
    }

    fn assumptions(applies: &AppliesTo, force: &Force) -> Vec<Assumption> {
        super::assumptions(applies, force, day())
    }

    #[test]
    fn what_is_unknown_counts_as_holding_unless_it_must_be_stated() {
        let port =
            AppliesTo { attributes: vec![(Attribute::SeaPort, true)], ..AppliesTo::default() };
        assert_eq!(reach(&port, &force(&[])), Reached::Unknown);
        let assumed = Assumption::Attribute { attribute: Attribute::SeaPort, is: true };
        assert_eq!(assumptions(&port, &force(&[])), [assumed]);
        assert_eq!(reach(&port, &force(&[(Attribute::SeaPort, false)])), Reached::No);
        assert_eq!(reach(&port, &force(&[(Attribute::SeaPort, true)])), Reached::Yes);
        let stated = AppliesTo { only_if_stated: true, ..port };
        assert_eq!(reach(&stated, &force(&[])), Reached::No);
    }

    #[test]
    fn of_several_attributes_all_must_hold() {
        let both = AppliesTo {
            attributes: vec![(Attribute::SeaPort, true), (Attribute::Airport, true)],
            ..AppliesTo::default()
        };
        let with = |sea, air| force(&[(Attribute::SeaPort, sea), (Attribute::Airport, air)]);
        assert_eq!(reach(&both, &with(true, true)), Reached::Yes);
        assert_eq!(reach(&both, &with(true, false)), Reached::No);
        assert_eq!(reach(&both, &force(&[(Attribute::SeaPort, true)])), Reached::Unknown);
        let either = AppliesTo { any: vec![both.clone()], ..both };
        assert_eq!(reach(&either, &with(false, true)), Reached::No);
    }

    #[test]
    fn one_branch_of_any_is_enough_and_the_kind_must_fit() {
        let branch =
            |attribute| AppliesTo { attributes: vec![(attribute, true)], ..AppliesTo::default() };
        let either = AppliesTo {
            kinds: vec![ForceKind::Territorial],
            any: vec![branch(Attribute::SeaPort), branch(Attribute::Airport)],
            ..AppliesTo::default()
        };
        let with = |sea, air| force(&[(Attribute::SeaPort, sea), (Attribute::Airport, air)]);
        assert_eq!(reach(&either, &with(false, true)), Reached::Yes);
        assert_eq!(reach(&either, &with(false, false)), Reached::No);
        let one = force(&[(Attribute::SeaPort, false)]);
        let assumed = Assumption::Attribute { attribute: Attribute::Airport, is: true };
        assert_eq!(assumptions(&either, &one), [Assumption::OneOf(vec![vec![assumed]])]);
        let stated = AppliesTo { only_if_stated: true, ..either.clone() };
        assert_eq!(reach(&stated, &one), Reached::No);
        let transport = AppliesTo { kinds: vec![ForceKind::Transport], ..either };
        assert_eq!(reach(&transport, &with(true, true)), Reached::No);
    }
}
