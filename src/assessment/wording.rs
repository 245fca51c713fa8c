//! Reasons in a few words, out of the vocabulary's own.

use super::because::{Because, Join};
use crate::declaration::{Answer, Clock, Declared, Value, answer};
use crate::rulebook::{Arrangement, Bar, Condition, FieldId, Test};
use crate::standing::State;

/// The state of an arrangement in words: "lead is partial: part-time".
pub(super) fn state(
    arrangement: &Arrangement,
    declared: Option<&Declared>,
    clock: Clock,
) -> String {
    let Some(declared) = declared else { return format!("{} stated", arrangement.name_is(true)) };
    let details = details(arrangement, declared);
    let state = match declared.state {
        State::NotStated => {
            return match declared.unbacked {
                Some(state) => {
                    let is = arrangement.name_is(false);
                    format!(
                        "{is} {state}, which is only {}: it counts as not stated",
                        declared.basis()
                    )
                }
                None => format!("{} stated", arrangement.name_is(true)),
            };
        }
        State::Absent => match &arrangement.absent {
            Some(absent) => absent.clone(),
            None => format!("{} absent", arrangement.name_is(false)),
        },
        State::InPlace => return in_place(arrangement, declared, &details),
        state => format!("{} {state}", arrangement.name_is(false)),
    };
    let mut limits = limits(arrangement, declared, clock);
    if declared.state != State::Absent && limits.is_empty() {
        limits.extend(declared.note.clone());
    }
    let state = if limits.is_empty() { state } else { format!("{state}: {}", limits.join(", ")) };
    std::iter::once(state).chain(details).collect::<Vec<_>>().join("; ")
}

/// What is in place says what it consists of, and what would limit it and isn't stated.
fn in_place(arrangement: &Arrangement, declared: &Declared, details: &[String]) -> String {
    let state = format!("{} in place", arrangement.name_is(false));
    let mut said = if details.is_empty() { vec![state] } else { details.to_vec() };
    let mut open: Vec<&FieldId> = arrangement.limits.iter().map(|limit| &limit.field).collect();
    open.dedup();
    let open = open.into_iter().filter(|field| declared.value(field.as_str()).is_none());
    let fields = open.filter_map(|field| arrangement.field(field.as_str()));
    let unstated: Vec<String> =
        fields.map(|field| format!("{} stated", field.name_is(true))).collect();
    if let (Some(last), false) = (said.last_mut(), unstated.is_empty()) {
        last.push_str(&format!(" ({})", unstated.join(", ")));
    }
    said.join("; ")
}

/// What limits it, each in a word or two: "part-time", "not dedicated".
fn limits(arrangement: &Arrangement, declared: &Declared, clock: Clock) -> Vec<String> {
    let holding = arrangement.limits.iter().filter(|limit| {
        let value = declared.value(limit.field.as_str());
        answer(&limit.test, value, clock).state() == State::InPlace
    });
    holding
        .map(|limit| match &limit.test {
            Test::Is(value) | Test::Contains(value) => value.clone(),
            _ => limit.to_string(),
        })
        .collect()
}

/// What its fields have to say, where they are stated.
fn details(arrangement: &Arrangement, declared: &Declared) -> Vec<String> {
    let stated = arrangement.fields.iter().filter_map(|field| {
        let says = field.says.as_ref()?;
        match declared.value(field.id.as_str())? {
            Value::YesNo(false) => None,
            value => Some(says.replace("{}", &value.to_string())),
        }
    });
    stated.collect()
}

/// The answer to a condition in words: "intelligence: local profile isn't stated".
pub(super) fn condition(
    arrangement: &Arrangement,
    condition: &Condition,
    value: Option<&Value>,
    answer: &Answer,
) -> String {
    let name = &arrangement.name;
    let Some(field) = arrangement.field(condition.field.as_str()) else {
        return format!("{name}: {condition}");
    };
    let stated = value.map(ToString::to_string).unwrap_or_default();
    let is = field.name_is(false);
    let title = &field.title;
    let said = match answer {
        Answer::Silent => format!("{} stated", field.name_is(true)),
        Answer::NotListed => format!("“{}” isn't listed among {title}", asked(&condition.test)),
        Answer::Fails => match (&condition.test, value) {
            (_, Some(Value::YesNo(_))) => format!("{title}: {stated}"),
            (Test::Contains(item), _) => {
                format!("“{item}” isn't among {title}, and the list is whole")
            }
            (test, _) => format!("{is} {stated}, {}", short_of(test)),
        },
        Answer::Holds => match (&condition.test, value) {
            (Test::Contains(item), _) => format!("“{item}” is among {title}"),
            (_, Some(Value::YesNo(_))) => format!("{title}: {stated}"),
            _ => format!("{is} {stated}"),
        },
        Answer::HoldsUntil(Some(lapse)) => format!("{is} {stated}, which lapses on {lapse}"),
        Answer::HoldsUntil(None) => format!("{is} {stated}"),
        Answer::Lapsed(Some(lapse)) if is_partial(value) => {
            format!("{is} {stated}, which counts by its first day and so lapsed on {lapse}")
        }
        Answer::Lapsed(Some(lapse)) => format!("{is} {stated}, which lapsed on {lapse}"),
        Answer::Lapsed(None) => format!("{is} {stated}, too long ago"),
        Answer::Later => format!("{is} {stated}, after the day assessed: it counts as not stated"),
        Answer::StaffGrade => format!("{is} {stated}, a staff grade that compares with no rank"),
        Answer::OnlyTheMost => format!("{is} {stated}: how many at least isn't stated"),
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

/// Why a requirement came out as it did, from its explanation: all that decides, and of an "any"
/// that falls short also what else is declared.
pub(super) fn why(because: &[Because]) -> String {
    let mut reasons: Vec<&Because> = Vec::new();
    because.iter().filter(|node| node.decides).for_each(|node| gather(node, &mut reasons));
    together(&reasons).join("; ")
}

/// The words of several reasons, each once; what several items of one list come to is said
/// together: "a, b and c aren't listed among the topics".
pub(super) fn together(reasons: &[&Because]) -> Vec<String> {
    let mut said: Vec<String> = Vec::new();
    for (index, reason) in reasons.iter().enumerate() {
        let like = |other: &&&Because| {
            other.item.is_some()
                && (&other.arrangement, &other.field, other.value)
                    == (&reason.arrangement, &reason.field, reason.value)
        };
        let first = reasons.iter().position(|other| like(&other)).unwrap_or(index);
        let mut items: Vec<&str> =
            reasons.iter().filter(like).filter_map(|other| other.item.as_deref()).collect();
        items.dedup();
        let says = match (&reason.item, items.as_slice()) {
            (Some(_), _) if first < index => continue,
            (Some(item), [rest @ .., last]) if !rest.is_empty() => {
                let all = format!("“{}” and “{last}”", rest.join("”, “"));
                reason.says.replacen(&format!("“{item}” is"), &format!("{all} are"), 1)
            }
            _ => reason.says.clone(),
        };
        if !said.contains(&says) {
            said.push(says);
        }
    }
    said
}

fn gather<'a>(node: &'a Because, reasons: &mut Vec<&'a Because>) {
    match node.join {
        Join::State | Join::Where | Join::Ideally => reasons.push(node),
        Join::Ask => gather_one(node, reasons),
        Join::All => deciding(node).for_each(|child| gather(child, reasons)),
        Join::Any | Join::AtLeast if node.value == State::InPlace => {
            deciding(node).for_each(|child| gather(child, reasons));
        }
        Join::Any | Join::AtLeast => {
            let told = |child: &&Because| child.decides || child.value != State::NotStated;
            node.children.iter().filter(told).for_each(|child| gather(child, reasons));
        }
    }
}

/// Of one arrangement: what holds it back, and what it has where only a detail is missing.
fn gather_one<'a>(node: &'a Because, reasons: &mut Vec<&'a Because>) {
    let holds_back = |child: &&Because| child.value == node.value;
    let Some(state) = node.children.first() else { return };
    if state.value == State::NotStated && node.value == State::NotStated {
        // Of what isn't stated at all, no detail is worth a word.
        reasons.push(state);
        return;
    }
    let only_graded = node.value == State::Partial && state.value == State::InPlace;
    // A plan or a refusal is worth a word even where it is a silent detail that decides.
    let hidden = node.value == State::NotStated && state.value < State::Partial;
    if only_graded || hidden {
        reasons.push(state);
    }
    reasons.extend(node.children.iter().filter(holds_back));
}

fn deciding(node: &Because) -> impl Iterator<Item = &Because> {
    node.children.iter().filter(|child| child.decides)
}
