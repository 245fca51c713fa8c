//! What a change is, in words: "lead in place (absent now); rank is at least superintendent".

use super::state::is;
use crate::assessment::Called;
use crate::plan::{Change, What};
use crate::rulebook::{Bar, Condition, Test};

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
    let mut items: Vec<(&Called, Vec<&str>)> = Vec::new();
    for change in all {
        match &change.what {
            What::State { from, to } if with_now => said.push_str(&format!(" {to} ({from} now)")),
            What::State { to, .. } => said.push_str(&format!(" {to}")),
            What::Detail { called, to, asked: conditions, lifts, .. } => {
                let title = &called.name;
                if conditions.is_empty() && lifts.is_empty() {
                    details.push(format!("{title}: {to}"));
                }
                details.extend(conditions.iter().map(|own| wanted(called, &own.test)));
                if conditions.is_empty() {
                    details.extend(lifts.iter().map(|limit| lifted(called, limit)));
                }
            }
            What::Item { called, item: None, .. } => {
                details.push(format!("{} stated", is(called)));
            }
            What::Item { called, item: Some(item), .. } => {
                match items.iter_mut().find(|(known, _)| known.name == called.name) {
                    Some((_, known)) => known.push(item),
                    None => items.push((called, vec![item])),
                }
            }
        }
    }
    details.extend(items.iter().map(|(called, items)| {
        let quoted: Vec<String> = items.iter().map(|item| format!("“{item}”")).collect();
        let include = if called.plural { "include" } else { "includes" };
        format!("{} {include} {}", called.name, and(&quoted))
    }));
    if details.is_empty() {
        return said;
    }
    let states = all.iter().any(|change| matches!(change.what, What::State { .. }));
    format!("{said}{} {}", if states { ";" } else { ":" }, details.join("; "))
}

/// What must hold of a detail: "rank is at least superintendent".
fn wanted(called: &Called, test: &Test) -> String {
    let (title, is) = (&called.name, is(called));
    match test {
        Test::Stated => format!("{is} stated"),
        Test::Yes => format!("{title}: yes"),
        Test::No => format!("{title}: no"),
        Test::Is(value) => format!("{title}: {value}"),
        Test::Contains(item) if called.plural => format!("{title} include “{item}”"),
        Test::Contains(item) => format!("{title} includes “{item}”"),
        Test::AtLeast(Bar::Rank(rank)) => format!("{is} at least {}", rank.written()),
        Test::AtLeast(Bar::Step { word, .. }) => format!("{is} at least “{word}”"),
        Test::AtLeast(bar) => format!("{is} at least {bar}"),
        Test::Within { months: 1 } => format!("{is} within the last month"),
        Test::Within { months } => format!("{is} within the last {months} months"),
    }
}

/// What no longer limits an arrangement.
fn lifted(called: &Called, limit: &Condition) -> String {
    let title = &called.name;
    match &limit.test {
        Test::Yes => format!("{title}: no"),
        Test::No => format!("{title}: yes"),
        Test::Is(value) | Test::Contains(value) => format!("{} no longer {value}", is(called)),
        test => format!("no longer so that {}", wanted(called, test)),
    }
}

/// "a, b and c".
fn and(all: &[String]) -> String {
    match all.split_last() {
        Some((last, first)) if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        _ => all.concat(),
    }
}
