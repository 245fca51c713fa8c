//! Whether a requirement reaches a force.

use crate::declaration::Force;
use crate::rulebook::AppliesTo;
use crate::standing::Words;

/// Whether a requirement reaches a force.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// It doesn't.
    No,
    /// It may: what decides isn't stated, and counts as holding.
    Unknown,
    /// It does.
    Yes,
}

/// Whether a requirement reaches a force. Only `[force]` is read, never an arrangement.
#[must_use]
pub fn reach(applies: &AppliesTo, force: &Force) -> Reach {
    let kind = applies.kinds.is_empty() || applies.kinds.contains(&force.kind);
    let own = applies.attributes.iter().map(|(attribute, wanted)| {
        match force.attributes.get(attribute) {
            Some(stated) if stated == wanted => Reach::Yes,
            Some(_) => Reach::No,
            None if applies.only_if_stated => Reach::No,
            None => Reach::Unknown,
        }
    });
    let any = applies.any.iter().map(|branch| reach(branch, force)).max();
    let kind = if kind { Reach::Yes } else { Reach::No };
    own.chain(any).min().unwrap_or(Reach::Yes).min(kind)
}

/// The attributes that a requirement asks about and the declaration doesn't state.
pub(super) fn unstated(applies: &AppliesTo, force: &Force) -> Vec<&'static str> {
    let own = applies.attributes.iter().map(|(attribute, _)| *attribute);
    let mut names: Vec<&'static str> = own
        .filter(|attribute| !force.attributes.contains_key(attribute))
        .map(Words::word)
        .chain(applies.any.iter().flat_map(|branch| unstated(branch, force)))
        .collect();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::standing::{Attribute, ForceKind};

    fn force(attributes: &[(Attribute, bool)]) -> Force {
        Force {
            id: "northmarch".to_owned(),
            name: None,
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
        assert_eq!(reach(&port, &force(&[])), Reach::Unknown);
        assert_eq!(unstated(&port, &force(&[])), ["sea-port"]);
        assert_eq!(reach(&port, &force(&[(Attribute::SeaPort, false)])), Reach::No);
        assert_eq!(reach(&port, &force(&[(Attribute::SeaPort, true)])), Reach::Yes);
        let stated = AppliesTo { only_if_stated: true, ..port };
        assert_eq!(reach(&stated, &force(&[])), Reach::No);
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
        assert_eq!(reach(&either, &with(false, true)), Reach::Yes);
        assert_eq!(reach(&either, &with(false, false)), Reach::No);
        let transport = AppliesTo { kinds: vec![ForceKind::Transport], ..either };
        assert_eq!(reach(&transport, &with(true, true)), Reach::No);
    }
}
