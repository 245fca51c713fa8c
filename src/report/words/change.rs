//! What a change is, in words: "lead in place (absent now), with rank at least superintendent".

use super::way::asked;
use crate::plan::{Change, What};
use crate::rulebook::{Condition, Test};

/// Changes in words, those of an arrangement together, in their order.
pub(in crate::report) fn changes(all: &[Change]) -> Vec<String> {
    let arrangements = all.chunk_by(|a, b| a.arrangement == b.arrangement);
    arrangements.map(|own| of_one(own, true)).collect()
}

/// The same, wherever each starts from.
pub(in crate::report) fn changes_from_anywhere(all: &[Change]) -> Vec<String> {
    let arrangements = all.chunk_by(|a, b| a.arrangement == b.arrangement);
    arrangements.map(|own| of_one(own, false)).collect()
}

/// The changes of one arrangement, with how it stands now.
fn of_one(all: &[Change], with_now: bool) -> String {
    let mut said = all.first().map_or_else(String::new, |first| first.called.name.to_string());
    let mut details: Vec<String> = Vec::new();
    // The items of one list, one after the other.
    let mut items: Vec<(&str, Vec<&str>)> = Vec::new();
    for change in all {
        match &change.what {
            What::State { from, to } if with_now => said.push_str(&format!(" {to} ({from} now)")),
            What::State { to, .. } => said.push_str(&format!(" {to}")),
            What::Detail { called, to, asked: conditions, lifts, .. } => {
                let title = &called.name;
                if conditions.is_empty() && lifts.is_empty() {
                    details.push(format!("{title}: {to}"));
                }
                details.extend(conditions.iter().map(|own| asked(title, &own.test)));
                if conditions.is_empty() {
                    details.extend(lifts.iter().map(|limit| lifted(title, limit)));
                }
            }
            What::Item { called, item: None, .. } => {
                details.push(format!("{} stated", called.name));
            }
            What::Item { called, item: Some(item), .. } => {
                match items.iter_mut().find(|(title, _)| **title == *called.name) {
                    Some((_, known)) => known.push(item),
                    None => items.push((&called.name, vec![item])),
                }
            }
        }
    }
    details.extend(items.iter().map(|(title, items)| {
        let quoted: Vec<String> = items.iter().map(|item| format!("“{item}”")).collect();
        format!("{} among {title}", and(&quoted))
    }));
    if details.is_empty() {
        return said;
    }
    let states = all.iter().any(|change| matches!(change.what, What::State { .. }));
    format!("{said}{} with {}", if states { "," } else { "" }, and(&details))
}

/// What no longer limits an arrangement.
fn lifted(title: &str, limit: &Condition) -> String {
    match &limit.test {
        Test::Yes => format!("{title}: no"),
        Test::No => format!("{title}: yes"),
        Test::Is(value) | Test::Contains(value) => format!("{title} no longer {value}"),
        test => format!("{title} no longer so that: {}", asked(title, test)),
    }
}

/// "a, b and c".
fn and(all: &[String]) -> String {
    match all.split_last() {
        Some((last, first)) if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        _ => all.concat(),
    }
}
