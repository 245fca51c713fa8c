//! Why a requirement came out as it did, in words.

use super::condition::condition;
use super::state::{listed_reasons, state};
use crate::assessment::{Assumption, Barrier, Because, Finding, NotAssessed, Part};
use crate::proof::Failure;
use crate::rulebook::{ArrangementId, listed};

/// Why a requirement came out as it did, in a few words.
#[must_use]
pub fn why(finding: &Finding) -> String {
    match &finding.not_assessed {
        None => listed_reasons(&together(&finding.reasons())),
        Some(NotAssessed::NotYet { from }) => format!("it counts from {from}"),
        Some(NotAssessed::Over { until }) => format!("it counted until {until}"),
        Some(NotAssessed::OutOfReach(barriers)) => {
            barriers.iter().map(barrier).collect::<Vec<_>>().join("; ")
        }
    }
}

/// Why an example came out otherwise than it says.
#[must_use]
pub fn why_failed(failure: &Failure) -> String {
    let Failure { example, finding, .. } = failure;
    if finding.from == example.version {
        why(finding)
    } else {
        format!("the version from {} counts", finding.from)
    }
}

/// What was assumed of the force, where something was.
pub(in crate::report) fn assumed(finding: &Finding) -> Option<String> {
    (!finding.assumed.is_empty()).then(|| {
        format!("`[force]` doesn't say so, but it is taken that {}", assumptions(&finding.assumed))
    })
}

/// What decides and isn't stated, each with its arrangement.
pub(in crate::report) fn silent(finding: &Finding) -> Vec<(&ArrangementId, String)> {
    let silences = finding.silences().into_iter();
    let said = silences.flat_map(|silence| {
        let says = together(&silence.nodes).into_iter();
        says.map(move |says| (silence.arrangement, says))
    });
    said.collect()
}

/// The reason of a node in words; nothing for a node that only joins others.
pub(in crate::report) fn says(node: &Because) -> Option<String> {
    match &node.part {
        Part::State { stands, .. } => Some(state(stands)),
        Part::Condition { answered, .. } => Some(condition(answered, &[])),
        Part::All(_) | Part::Any(_) | Part::AtLeast { .. } | Part::Ask { .. } => None,
    }
}

fn barrier(barrier: &Barrier) -> String {
    match barrier {
        Barrier::Kind { reached, is } => {
            format!("it reaches {} forces, not {is} ones", listed(reached))
        }
        Barrier::NotNamed { whom, why, citation } => {
            format!("it reaches {whom}; not this force: {why} ({citation})")
        }
        Barrier::Attribute { attribute, is, source } => {
            let source = source.as_ref().map(|source| format!(" ({source})")).unwrap_or_default();
            format!("`{attribute}` is {is} for this force{source}")
        }
        Barrier::Unstated { attribute } => format!("`[force]` doesn't state `{attribute}`"),
        Barrier::NoneCame { none, since, .. } => {
            format!("`[force]` states that {none}, from {since} to the day assessed")
        }
    }
}

fn assumptions(all: &[Assumption]) -> String {
    let said: Vec<String> = all
        .iter()
        .map(|one| match one {
            Assumption::Attribute { attribute, is } => format!("`{attribute}` is {is}"),
            Assumption::OneOf(ways) => {
                let ways: Vec<String> = ways.iter().map(|way| assumptions(way)).collect();
                ways.join(" or ")
            }
        })
        .collect();
    said.join(" and ")
}

/// The words of several nodes, each once; what several items of one list come to is said together.
fn together(nodes: &[&Because]) -> Vec<String> {
    let mut said: Vec<String> = Vec::new();
    for (index, node) in nodes.iter().enumerate() {
        let like = |other: &&&Because| {
            other.item().is_some()
                && (other.arrangement(), other.field(), other.value)
                    == (node.arrangement(), node.field(), node.value)
        };
        let first = nodes.iter().position(|other| like(&other)).unwrap_or(index);
        if node.item().is_some() && first < index {
            continue;
        }
        let says = match &node.part {
            Part::Condition { answered, .. } if node.item().is_some() => {
                let mut items: Vec<&str> =
                    nodes.iter().filter(like).filter_map(|other| other.item()).collect();
                items.dedup();
                condition(answered, &items)
            }
            _ => says(node).unwrap_or_default(),
        };
        if !said.contains(&says) {
            said.push(says);
        }
    }
    said
}
