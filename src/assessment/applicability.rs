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
    reach_within(applies, force, false)
}

/// The same within another: what must be stated there must be stated here.
fn reach_within(applies: &AppliesTo, force: &Force, only_if_stated: bool) -> Reach {
    let only_if_stated = only_if_stated || applies.only_if_stated;
    let kind = applies.kinds.is_empty() || applies.kinds.contains(&force.kind);
    let own = applies.attributes.iter().map(|(attribute, wanted)| {
        match force.attributes.get(attribute) {
            Some(stated) if stated == wanted => Reach::Yes,
            Some(_) => Reach::No,
            None if only_if_stated => Reach::No,
            None => Reach::Unknown,
        }
    });
    let any = applies.any.iter().map(|branch| reach_within(branch, force, only_if_stated)).max();
    let kind = if kind { Reach::Yes } else { Reach::No };
    own.chain(any).min().unwrap_or(Reach::Yes).min(kind)
}

/// What is taken to hold of a force, since it isn't stated: "`sea-port` is true".
pub(super) fn assumed(applies: &AppliesTo, force: &Force) -> Vec<String> {
    let open = applies.attributes.iter().filter(|(a, _)| !force.attributes.contains_key(a));
    let own = open.map(|(attribute, wanted)| format!("`{attribute}` is {wanted}"));
    // A branch of `any` that surely holds leaves nothing to assume in the others.
    let settled = applies.any.iter().any(|branch| reach(branch, force) == Reach::Yes);
    let branches = applies.any.iter().filter(|branch| reach(branch, force) == Reach::Unknown);
    let any: Vec<String> = branches.map(|branch| assumed(branch, force).join(" and ")).collect();
    let any = (!settled && !any.is_empty()).then(|| any.join(" or "));
    own.chain(any).collect()
}

/// Why a requirement doesn't reach a force, in words.
pub(super) fn why_not(applies: &AppliesTo, force: &Force) -> String {
    let mut reasons = Vec::new();
    if !applies.kinds.is_empty() && !applies.kinds.contains(&force.kind) {
        let kinds: Vec<&str> = applies.kinds.iter().map(|kind| kind.word()).collect();
        reasons.push(format!("it reaches {} forces, not {} ones", kinds.join(" and "), force.kind));
    }
    for (attribute, wanted) in &applies.attributes {
        match force.attributes.get(attribute) {
            Some(stated) if stated != wanted => {
                reasons.push(format!("`{attribute}` is {stated} for this force"));
            }
            None if applies.only_if_stated => {
                reasons.push(format!("`[force]` doesn't state `{attribute}`"));
            }
            _ => {}
        }
    }
    if !applies.any.is_empty() && applies.any.iter().all(|branch| reach(branch, force) == Reach::No)
    {
        reasons.extend(applies.any.iter().map(|branch| why_not(branch, force)));
    }
    reasons.join("; ")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::standing::{Attribute, ForceKind};

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
        assert_eq!(reach(&port, &force(&[])), Reach::Unknown);
        assert_eq!(assumed(&port, &force(&[])), ["`sea-port` is true"]);
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
        let one = force(&[(Attribute::SeaPort, false)]);
        assert_eq!(assumed(&either, &one), ["`airport` is true"]);
        let stated = AppliesTo { only_if_stated: true, ..either.clone() };
        assert_eq!(reach(&stated, &one), Reach::No);
        let transport = AppliesTo { kinds: vec![ForceKind::Transport], ..either };
        assert_eq!(reach(&transport, &with(true, true)), Reach::No);
    }
}
