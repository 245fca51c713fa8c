//! What a need must be worth, worked out from the design's text and the generated trees alone.

use std::collections::BTreeMap;

use msacheck::standing::{Attribute, ForceKind, Outcome, State, Words as _};

use crate::calendar::Day;
use crate::checklist::{Reach, Requirement};
use crate::conditions::{Condition, Test};
use crate::facts::{Declared, Facts, Force};
use crate::needs::{Ask, Need};
use crate::values::{Amount, Value};
use crate::vocabulary::{EVENTS, Field, TAKEN_IN};

/// The day of the facts, and the day that is assessed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clock {
    pub(crate) facts: Day,
    pub(crate) assessed: Day,
}

/// What the design has a declaration say to a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Said {
    Holds,
    HoldsUntil(Day),
    Fails,
    Lapsed(Day),
    Silent,
    Later,
    StaffGrade,
    OnlyTheMost,
    NotListed,
}

/// What a node of the explanation must be, before it is known what decides.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) join: &'static str,
    pub(crate) need: String,
    pub(crate) arrangement: Option<usize>,
    pub(crate) field: Option<Field>,
    pub(crate) value: State,
    pub(crate) children: Vec<Node>,
}

/// What a requirement must come to, with its tree; no tree where it isn't assessed.
#[derive(Clone, Debug)]
pub(crate) struct Expected {
    pub(crate) outcome: Outcome,
    pub(crate) value: State,
    pub(crate) tree: Vec<Node>,
    /// Whether something was assumed of the force.
    pub(crate) assumed: bool,
}

impl Said {
    /// "C being `in place` where it holds, `absent` where it is stated not to, `not stated` where
    /// nothing is said."
    pub(crate) fn state(self) -> State {
        match self {
            Self::Holds | Self::HoldsUntil(_) => State::InPlace,
            Self::Fails | Self::Lapsed(_) => State::Absent,
            _ => State::NotStated,
        }
    }

    fn whether(holds: bool) -> Self {
        if holds { Self::Holds } else { Self::Fails }
    }
}

/// What is declared of an arrangement, unless its `since` lies, or may lie, after the assessment.
pub(crate) fn counting(facts: &Facts, arrangement: usize, clock: Clock) -> Option<&Declared> {
    let declared = facts.declared.get(&arrangement)?;
    match declared.values.get(&Field::Since) {
        Some(Value::Date(since)) if since.latest_begun(clock.facts) > clock.assessed => None,
        _ => Some(declared),
    }
}

/// What a value, or its absence, says to a condition.
pub(crate) fn says(condition: Condition, value: Option<&Value>, clock: Clock) -> Said {
    let Some(value) = value else { return Said::Silent };
    match (condition.test, value) {
        (Test::Bare, Value::YesNo(yes)) => Said::whether(*yes),
        (Test::Bare, value) if is_blank(value) => Said::Silent,
        (Test::Bare, _) => Said::Holds,
        (Test::Not, Value::YesNo(yes)) => Said::whether(!yes),
        (Test::Is(asked), Value::Text(stated)) => Said::whether(is_same(asked, stated)),
        (Test::Is(asked), Value::List { items, complete }) => {
            let listed = items.iter().any(|item| is_same(asked, item));
            if !listed && *complete != Some(true) { Said::NotListed } else { Said::whether(listed) }
        }
        (Test::AtLeastNumber(bar), Value::Number(amount)) => match *amount {
            Amount::Exactly(number) => Said::whether(number >= bar),
            Amount::Between(low, _) | Amount::AtLeast(low) => Said::whether(i64::from(low) >= bar),
            Amount::AtMost(_) => Said::OnlyTheMost,
        },
        (Test::AtLeastRank { level: bar, .. }, Value::Rank { level, .. }) => {
            level.map_or(Said::StaffGrade, |level| Said::whether(level >= bar))
        }
        (Test::AtLeastStep(bar), Value::Step(step)) => Said::whether(*step >= bar),
        (Test::Within(months), Value::Date(date)) => {
            // What stands has begun by the day that is spoken of; anything else may be to come.
            let last = match condition.field {
                Field::Since => date.latest_begun(clock.facts),
                _ => date.last(),
            };
            within(months, date.earliest(), last, clock.assessed)
        }
        (test, value) => panic!("{test:?} isn't generated for {value:?}"),
    }
}

/// Of a partial date the end that is worse for the claim counts: the first day, if that has lapsed,
/// since *absent* stands below *not stated*; else the last, if it is still to come.
fn within(months: u16, first: Day, last: Day, assessed: Day) -> Said {
    let lapse = first.lapse(months);
    if assessed >= lapse {
        Said::Lapsed(lapse)
    } else if last > assessed {
        Said::Later
    } else {
        Said::HoldsUntil(lapse)
    }
}

/// Whether it has room for a value, and none is in it.
fn is_blank(value: &Value) -> bool {
    match value {
        Value::Text(text) => text.trim().is_empty(),
        Value::List { items, .. } => items.iter().all(|item| item.trim().is_empty()),
        _ => false,
    }
}

fn is_same(a: &str, b: &str) -> bool {
    let plain = |text: &str| text.to_lowercase().split(' ').collect::<String>();
    plain(a) == plain(b)
}

/// The strongest state that at least so many of the nodes reach: 1 of them for "any", all of them
/// for "all".
fn reached_by(count: usize, nodes: &[Node]) -> State {
    let reach = |state: &State| nodes.iter().filter(|node| node.value >= *state).count() >= count;
    let mut strongest_first = State::ALL.iter().rev();
    *strongest_first.find(|state| reach(state)).expect("every state reaches the lowest")
}

/// What a need is worth, with every node under it.
fn worth(need: &Need, facts: &Facts, clock: Clock) -> Node {
    if let Need::Ask(ask) = need {
        return worth_of_one(ask, facts, clock);
    }
    let children: Vec<Node> =
        need.children().iter().map(|child| worth(child, facts, clock)).collect();
    let (join, count) = match need {
        Need::Any(_) => ("any", 1),
        Need::AtLeast(count, _) => ("at least", *count),
        _ => ("all", children.len()),
    };
    let need = shown(join, count, &children);
    Node {
        join,
        need,
        arrangement: None,
        field: None,
        value: reached_by(count, &children),
        children,
    }
}

/// A joined need on one line.
fn shown(join: &str, count: usize, children: &[Node]) -> String {
    let of: Vec<String> = children
        .iter()
        .map(
            |child| {
                if child.join == "ask" { child.need.clone() } else { format!("({})", child.need) }
            },
        )
        .collect();
    let count = if join == "at least" { format!(" {count}") } else { String::new() };
    format!("{join}{count} of: {}", of.join("; "))
}

fn worth_of_one(ask: &Ask, facts: &Facts, clock: Clock) -> Node {
    let declared = counting(facts, ask.arrangement, clock);
    let leaf = |join, need, field, value| Node {
        join,
        need,
        arrangement: Some(ask.arrangement),
        field,
        value,
        children: Vec::new(),
    };
    let id = crate::vocabulary::ARRANGEMENTS[ask.arrangement];
    let state = declared.map_or(State::NotStated, |declared| declared.state);
    let mut children = vec![leaf("state", id.to_owned(), None, state)];
    for (join, conditions) in [("where", &ask.requires), ("ideally", &ask.prefers)] {
        children.extend(conditions.iter().map(|condition| {
            let value = declared.and_then(|declared| declared.values.get(&condition.field));
            let holds = says(*condition, value, clock).state();
            // `ideally` only grades: it never pulls below `partial`.
            let value = if join == "ideally" { holds.max(State::Partial) } else { holds };
            leaf(join, condition.to_string(), Some(condition.field), value)
        }));
    }
    let value = reached_by(children.len(), &children);
    Node {
        join: "ask",
        need: ask.to_string(),
        arrangement: Some(ask.arrangement),
        field: None,
        value,
        children,
    }
}

/// Whether a force shows, of each day that must be free of it, that none came. Day by day, so that
/// nothing is worked out about times and their ends.
fn none_came(event: usize, force: &Force, assessed: Day) -> bool {
    let (_, first, months) = EVENTS[event];
    let mut day = first;
    while months.is_some_and(|months| day.lapse(months) <= assessed) {
        day = day.next();
    }
    // None could have come before there were any.
    while day <= assessed {
        let evidenced = force.none.iter().filter(|none| !none.evidence.is_empty());
        let said = evidenced.filter(|none| none.of == event).any(|none| {
            let begun = none.from.last() <= day;
            let over = none.until.is_some_and(|until| until.earliest() <= day);
            begun && !over && day <= force.as_of
        });
        if !said {
            return false;
        }
        day = day.next();
    }
    first <= assessed
}

/// Whether a kind is one of two, or is the old word for one of them.
fn is_taken_in(kind: ForceKind) -> bool {
    TAKEN_IN.contains(&kind) || kind == ForceKind::National
}

/// Whether a requirement reaches a force; `None` where what it asks of the force isn't stated.
fn reaches(reach: &Reach, force: &Force, assessed: Day) -> Option<bool> {
    let has = |attribute: &Attribute| force.attributes.get(attribute).copied();
    match reach {
        Reach::Everyone => Some(true),
        Reach::Kind(kind) => Some(is_kind(*kind, force.kind)),
        Reach::Term => Some(is_taken_in(force.kind)),
        Reach::Waits(event) => Some(!none_came(*event, force, assessed)),
        Reach::WaitsForEither(a, b) => {
            Some(![a, b].into_iter().all(|event| none_came(*event, force, assessed)))
        }
        Reach::Attribute { attribute, wanted, only_if_stated } => match has(attribute) {
            Some(stated) => Some(stated == *wanted),
            None if *only_if_stated => Some(false),
            None => None,
        },
        Reach::Either(a, b) => match (has(a), has(b)) {
            (Some(true), _) | (_, Some(true)) => Some(true),
            (Some(false), Some(false)) => Some(false),
            _ => None,
        },
    }
}

/// Whether one kind is another, or the old word for it.
fn is_kind(asked: ForceKind, kind: ForceKind) -> bool {
    let old = |old: ForceKind, one: ForceKind| {
        old == ForceKind::National && matches!(one, ForceKind::Defence | ForceKind::Nuclear)
    };
    asked == kind || old(asked, kind) || old(kind, asked)
}

/// What a requirement must come to.
pub(crate) fn expect(requirement: &Requirement, facts: &Facts, clock: Clock) -> Expected {
    let begun = requirement.from <= clock.assessed;
    let over = requirement.until.is_some_and(|until| until <= clock.assessed);
    let reached = reaches(&requirement.reach, &facts.force, clock.assessed);
    let unassessed =
        |outcome| Expected { outcome, value: State::NotStated, tree: Vec::new(), assumed: false };
    if !begun || over {
        return unassessed(Outcome::NotInForce);
    }
    if reached == Some(false) {
        return unassessed(Outcome::NotApplicable);
    }
    let tree: Vec<Node> = requirement.needs.iter().map(|need| worth(need, facts, clock)).collect();
    let value = reached_by(tree.len(), &tree);
    let words = BTreeMap::from([
        ("absent", "not met"),
        ("not stated", "not evidenced"),
        ("withheld", "withheld"),
        ("planned", "planned"),
        ("partial", "partly met"),
        ("in place", "met"),
    ]);
    let outcome = Outcome::from_word(words[value.word()]).expect("an outcome for each state");
    Expected { outcome, value, tree, assumed: reached.is_none() }
}

#[test]
fn the_chain_stands_as_the_design_has_it() {
    let words = ["absent", "not stated", "withheld", "planned", "partial", "in place"];
    let states = words.map(|word| State::from_word(word).expect("a state"));
    assert!(states.is_sorted());
    assert_eq!(states, State::ALL);
}
