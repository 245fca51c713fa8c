//! What the explanations of a run were about, and everything that must have been among it.

use msacheck::assessment::Join;
use msacheck::standing::{Outcome, State, Words as _};

use crate::case::Case;
use crate::checklist::Requirement;
use crate::conditions::Condition;
use crate::needs::Need;
use crate::oracle::{Expected, Node, Said, counting};
use crate::seen::Seen;
use crate::values::Value;
use crate::vocabulary::{ARRANGEMENTS, Field};

/// Counts what a requirement asks, what it came to, and what decided.
pub(crate) fn count(seen: &Seen, requirement: &Requirement, expected: &Expected) {
    seen.count(format!("outcome: {}", expected.outcome));
    if !expected.outcome.is_assessed() {
        return;
    }
    let depth = requirement.needs.iter().map(Need::depth).max().unwrap_or(0);
    seen.count(format!("joins within each other: {depth}"));
    if expected.assumed {
        seen.count("assumed of the force");
    }
    requirement.needs.iter().for_each(|need| count_need(seen, need, 1));
    expected.tree.iter().for_each(|node| count_node(seen, node, expected.value, 1));
}

fn count_need(seen: &Seen, need: &Need, level: usize) {
    let name = match need {
        Need::Nested(_) => "a list".to_owned(),
        Need::All(_) => "all".to_owned(),
        Need::Any(_) => "any".to_owned(),
        Need::AtLeast(count, of) if *count == 1 || *count == of.len() => {
            "at least one or all".to_owned()
        }
        Need::AtLeast(..) => "at least some".to_owned(),
        Need::Ask(ask) => {
            if !ask.requires.is_empty() && !ask.prefers.is_empty() {
                seen.count("ask: where and ideally");
            }
            if ask.requires.len() > 1 {
                seen.count("ask: several after where");
            }
            if ask.prefers.len() > 1 {
                seen.count("ask: several after ideally");
            }
            return;
        }
    };
    seen.count(format!("{name} at level {level}"));
    need.children().iter().for_each(|child| count_need(seen, child, level + 1));
}

/// Counts the nodes that decide, with what they are and how deep they stand.
fn count_node(seen: &Seen, node: &Node, whole: State, level: usize) {
    seen.count(format!("worth {}: {}", node.join, node.value));
    if node.value == whole {
        seen.count(format!("decides: {}", node.join));
        seen.count(format!("decides at level {level}"));
        node.children.iter().for_each(|child| count_node(seen, child, whole, level + 1));
    }
}

/// Counts a condition with its answer, and the value that gave it.
pub(crate) fn count_answer(seen: &Seen, condition: Condition, said: Said, value: Option<&Value>) {
    let said = match said {
        Said::HoldsUntil(_) => "HoldsUntil".to_owned(),
        Said::Lapsed(_) => "Lapsed".to_owned(),
        other => format!("{other:?}"),
    };
    seen.count(format!("{}: {said}", condition.kind()));
    if let Some(value) = value {
        seen.count(value.kind());
    }
}

/// Counts what is declared of each arrangement.
pub(crate) fn count_facts(seen: &Seen, case: &Case) {
    for at in 0..ARRANGEMENTS.len() {
        match case.facts.declared.get(&at) {
            None => seen.count("declared: nothing"),
            Some(_) if counting(&case.facts, at, case.clock()).is_none() => {
                seen.count("declared: since later");
            }
            Some(declared) => seen.count(format!("declared: {}", declared.state)),
        }
    }
}

/// Everything that must have occurred.
pub(crate) fn everything() -> Vec<String> {
    let mut kinds: Vec<String> = [
        "assumed of the force",
        "declared: nothing",
        "declared: since later",
        "ask: where and ideally",
        "ask: several after where",
        "ask: several after ideally",
        "joins within each other: 3",
    ]
    .map(str::to_owned)
    .to_vec();
    kinds.extend(State::ALL.iter().map(|state| format!("declared: {state}")));
    kinds.extend(Outcome::ALL.iter().map(|outcome| format!("outcome: {outcome}")));
    kinds.extend(Join::ALL.iter().map(|join| format!("decides: {join}")));
    kinds.extend((1..=5).map(|level| format!("decides at level {level}")));
    for level in 1..=3 {
        let joins = ["a list", "all", "any", "at least one or all"];
        kinds.extend(joins.map(|join| format!("{join} at level {level}")));
        kinds.push(format!("at least some at level {level}"));
    }
    for join in ["all", "any", "at least", "ask", "state"] {
        kinds.extend(State::ALL.iter().map(|state| format!("worth {join}: {state}")));
    }
    let of_conditions = [State::Absent, State::NotStated, State::InPlace];
    kinds.extend(of_conditions.map(|state| format!("worth where: {state}")));
    kinds.extend([State::Partial, State::InPlace].map(|state| format!("worth ideally: {state}")));
    for (condition, answers) in answers() {
        kinds.extend(answers.iter().map(|answer| format!("{condition}: {answer}")));
    }
    let values = [
        "text",
        "number",
        "number in a range",
        "number at least",
        "number at most",
        "yes",
        "no",
        "whole date",
        "date to the month",
        "date to the year",
        "step",
        "rank",
        "staff grade",
        "empty list",
        "whole list",
        "open list",
        "list said to be open",
    ];
    kinds.extend(values.map(|value| format!("value: {value}")));
    kinds
}

/// Every kind of condition with every answer that it can get: absent, fitting and contrary fields.
fn answers() -> Vec<(String, &'static [&'static str])> {
    let never_absent: &[&str] = &["Silent", "Holds"];
    let decided: &[&str] = &["Silent", "Holds", "Fails"];
    let dated: &[&str] = &["Silent", "HoldsUntil", "Lapsed", "Later"];
    let mut answers: Vec<(String, &[&str])> = Field::ALL
        .iter()
        .map(|field| {
            let of_field = if *field == Field::YesNo { decided } else { never_absent };
            (format!("bare {field:?}"), of_field)
        })
        .collect();
    answers.extend([
        ("not YesNo".to_owned(), decided),
        ("is Text".to_owned(), decided),
        ("is Choice".to_owned(), decided),
        ("is List".to_owned(), &["Silent", "Holds", "Fails", "NotListed"]),
        ("is ListOf".to_owned(), &["Silent", "Holds", "Fails", "NotListed"]),
        ("at least Number".to_owned(), &["Silent", "Holds", "Fails", "OnlyTheMost"]),
        ("at least Rank".to_owned(), &["Silent", "Holds", "Fails", "StaffGrade"]),
        ("at least Ordered".to_owned(), decided),
        ("within Date".to_owned(), dated),
        // One that is still to come leaves nothing of the arrangement to ask about.
        ("within Since".to_owned(), &["Silent", "HoldsUntil", "Lapsed"]),
    ]);
    answers
}
