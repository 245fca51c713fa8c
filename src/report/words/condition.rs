//! The answer to a condition in words: "intelligence: local profile isn't stated".

use super::state::{is, is_not};
use crate::assessment::Answered;
use crate::declaration::{Answer, Value};
use crate::rulebook::{Bar, Test};

/// What is stated to a condition. Several items that one list is asked for, and of which it says the
/// same, are named together: "a, b and c aren't listed among the topics".
pub(super) fn condition(answered: &Answered, items: &[&str]) -> String {
    let Answered { name, called, condition, stated, answer, .. } = answered;
    let test = &condition.test;
    let value = stated.as_ref();
    let title = &called.name;
    let shown = value.map(ToString::to_string).unwrap_or_default();
    let is = is(called);
    let yes_or_no = matches!(value, Some(Value::YesNo(_)));
    let said = match answer {
        Answer::Silent => format!("{} stated", is_not(called)),
        Answer::NotListed => format!("{} listed among {title}", are_not(test, items)),
        Answer::Fails if yes_or_no => format!("{title}: {shown}"),
        Answer::Fails => match test {
            Test::Contains(_) => {
                format!("{} among {title}, and the list is whole", are_not(test, items))
            }
            test => format!("{is} {shown}, {}", short_of(test)),
        },
        Answer::Holds => match test {
            Test::Contains(_) => format!("{} among {title}", are(test, items)),
            _ if yes_or_no => format!("{title}: {shown}"),
            _ => format!("{is} {shown}"),
        },
        Answer::HoldsUntil(Some(lapse)) => format!("{is} {shown}, which lapses on {lapse}"),
        Answer::HoldsUntil(None) => format!("{is} {shown}"),
        Answer::Lapsed(Some(lapse)) if is_partial(value) => {
            format!("{is} {shown}, which counts by its first day and so lapsed on {lapse}")
        }
        Answer::Lapsed(Some(lapse)) => format!("{is} {shown}, which lapsed on {lapse}"),
        Answer::Lapsed(None) => format!("{is} {shown}, too long ago"),
        Answer::Aged(Some(lapse)) => {
            format!("{is} of {shown}, too old since {lapse}: how it is now isn't evidenced")
        }
        Answer::Aged(None) => format!("{is} of {shown}, too old: how it is now isn't evidenced"),
        Answer::Later if is_partial(value) => format!(
            "{is} {shown}, which is or may be after the day assessed: it counts as not stated"
        ),
        Answer::Later => format!("{is} {shown}, after the day assessed: it counts as not stated"),
        Answer::StaffGrade => format!("{is} {shown}, a staff grade that compares with no rank"),
        Answer::OnlyTheMost => format!("{is} {shown}: how many at least isn't stated"),
    };
    format!("{name}: {said}")
}

fn is_partial(value: Option<&Value>) -> bool {
    matches!(value, Some(Value::Date(date)) if date.earliest() != date.latest())
}

fn asked(test: &Test) -> String {
    match test {
        Test::Is(value) | Test::Contains(value) => value.clone(),
        Test::AtLeast(bar) => bar.to_string(),
        Test::Stated | Test::Yes | Test::No | Test::Within { .. } => String::new(),
    }
}

fn short_of(test: &Test) -> String {
    match test {
        Test::AtLeast(Bar::Number(bar)) => format!("fewer than {bar}"),
        Test::AtLeast(bar) => format!("below {bar}"),
        other => format!("not {}", asked(other)),
    }
}

/// "“a” is", "“a”, “b” and “c” are".
fn are(test: &Test, items: &[&str]) -> String {
    match items {
        [first @ .., last] if !first.is_empty() => {
            format!("“{}” and “{last}” are", first.join("”, “"))
        }
        _ => format!("“{}” is", asked(test)),
    }
}

/// "“a” isn't", "“a”, “b” and “c” aren't".
fn are_not(test: &Test, items: &[&str]) -> String {
    are(test, items) + "n't"
}
