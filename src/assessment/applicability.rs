//! Whether a requirement reaches a force.

#[cfg(test)]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::declaration::Force;
use crate::rulebook::AppliesTo;
use crate::standing::{Attribute, ForceKind};

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

/// Whether a requirement reaches a force. Only `[force]` is read, never an arrangement.
#[must_use]
pub fn reach(applies: &AppliesTo, force: &Force) -> Reached {
    reach_within(applies, force, false)
}

/// The same within another: what must be stated there must be stated here.
fn reach_within(applies: &AppliesTo, force: &Force, only_if_stated: bool) -> Reached {
    let only_if_stated = only_if_stated || applies.only_if_stated;
    let kind = applies.kinds.is_empty() || applies.kinds.contains(&force.kind);
    let own = applies.attributes.iter().map(|(attribute, wanted)| {
        match force.attributes.get(attribute) {
            Some(stated) if stated == wanted => Reached::Yes,
            Some(_) => Reached::No,
            None if only_if_stated => Reached::No,
            None => Reached::Unknown,
        }
    });
    let any = applies.any.iter().map(|branch| reach_within(branch, force, only_if_stated)).max();
    let kind = if kind { Reached::Yes } else { Reached::No };
    own.chain(any).min().unwrap_or(Reached::Yes).min(kind)
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
    /// An attribute is stated to be otherwise.
    Attribute {
        /// The attribute.
        attribute: Attribute,
        /// What is stated of it.
        is: bool,
    },
    /// An attribute must be stated and isn't.
    Unstated {
        /// The attribute.
        attribute: Attribute,
    },
}

/// What is taken to hold of a force: all of these.
pub(super) fn assumptions(applies: &AppliesTo, force: &Force) -> Vec<Assumption> {
    let open = applies.attributes.iter().filter(|(a, _)| !force.attributes.contains_key(a));
    let own = open
        .map(|(attribute, wanted)| Assumption::Attribute { attribute: *attribute, is: *wanted });
    // A branch of `any` that surely holds leaves nothing to assume in the others.
    let settled = applies.any.iter().any(|branch| reach(branch, force) == Reached::Yes);
    let branches = applies.any.iter().filter(|branch| reach(branch, force) == Reached::Unknown);
    let any: Vec<_> = branches.map(|branch| assumptions(branch, force)).collect();
    let any = (!settled && !any.is_empty()).then_some(Assumption::OneOf(any));
    own.chain(any).collect()
}

/// Why a requirement doesn't reach a force.
pub(super) fn barriers(applies: &AppliesTo, force: &Force) -> Vec<Barrier> {
    let mut found = Vec::new();
    if !applies.kinds.is_empty() && !applies.kinds.contains(&force.kind) {
        found.push(Barrier::Kind { reached: applies.kinds.clone(), is: force.kind });
    }
    for (attribute, wanted) in &applies.attributes {
        let attribute = *attribute;
        match force.attributes.get(&attribute) {
            Some(stated) if stated != wanted => {
                found.push(Barrier::Attribute { attribute, is: *stated });
            }
            None if applies.only_if_stated => found.push(Barrier::Unstated { attribute }),
            _ => {}
        }
    }
    if !applies.any.is_empty()
        && applies.any.iter().all(|branch| reach(branch, force) == Reached::No)
    {
        found.extend(applies.any.iter().flat_map(|branch| barriers(branch, force)));
    }
    found
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn force(attributes: &[(Attribute, bool)]) -> Force {
        Force {
            id: "northmarch".into(),
            name: None,
            note: None,
            kind: ForceKind::Territorial,
            attributes: attributes.iter().copied().collect::<BTreeMap<_, _>>(),
            as_of: "2020-01-01".parse().unwrap(),
            span: 0..0,
        }
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
