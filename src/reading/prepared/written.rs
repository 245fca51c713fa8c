//! What tables and classes come to as patterns: how ranks and forces are written, classes written out.

use std::collections::BTreeMap;

use crate::rulebook::{Alternative, DEEPEST_CLASS, Element, Pattern, PoliceForce};
use crate::standing::RankTable;

/// A pattern of a class with the classes that it names itself written out.
pub(super) fn spread(
    pattern: &Pattern,
    classes: &BTreeMap<String, Vec<Pattern>>,
    depth: u8,
) -> Vec<Pattern> {
    if !pattern.classes().any(|class| classes.contains_key(class)) {
        return vec![pattern.clone()];
    }
    let mut done: Vec<Vec<Element>> = vec![Vec::new()];
    for element in &pattern.elements {
        let ways: Vec<Vec<Element>> = match element {
            Element::One(alternatives) if depth < DEEPEST_CLASS => {
                let (named, plain): (Vec<&Alternative>, Vec<&Alternative>) = alternatives.iter().partition(
                    |alternative| matches!(alternative, Alternative::Class(name) if classes.contains_key(name)),
                );
                let plain: Vec<Alternative> = plain.into_iter().cloned().collect();
                let own = (!plain.is_empty()).then(|| vec![Element::One(plain)]);
                let nested = named.into_iter().flat_map(|alternative| match alternative {
                    Alternative::Class(name) => classes
                        .get(name)
                        .into_iter()
                        .flatten()
                        .flat_map(|inner| spread(inner, classes, depth + 1))
                        .map(|inner| inner.elements)
                        .collect::<Vec<_>>(),
                    _ => Vec::new(),
                });
                own.into_iter().chain(nested).collect()
            }
            other => vec![vec![other.clone()]],
        };
        done = done
            .iter()
            .flat_map(|start| {
                ways.iter().map(move |way| [start.as_slice(), way.as_slice()].concat())
            })
            .collect();
    }
    done.into_iter()
        .map(|elements| Pattern { written: pattern.written.clone(), elements })
        .collect()
}

/// Every way to write a rank, as patterns.
pub(super) fn rank_names(ranks: &RankTable) -> Vec<String> {
    // "D/Supt" is written with a stroke that look-up folds into a space.
    ranks.names().chain(ranks.other_names().map(|name| name.replace(' ', " [/|.] "))).collect()
}

/// The names under which papers speak of a force, as patterns.
pub(super) fn written_names(force: &PoliceForce) -> Vec<String> {
    let plain = |name: &str| name.to_lowercase().replace(['-', '&', ',', '.'], " ");
    let mut names = vec![plain(&force.name)];
    names.extend(force.also.iter().map(|name| plain(name)));
    for area in &force.areas {
        let area = plain(area);
        names.push(format!("{area} police|constabulary"));
    }
    names
}
