//! A rule with one thing changed: what a slip of the pen could make of it.

use super::other_reach::changed_reach;
use crate::rulebook::{
    ArrangementId, Ask, Bar, Branches, Condition, FieldKind, Need, Requirement, Test, Vocabulary,
};
use crate::standing::Day;

/// A requirement with one change.
#[derive(Clone, Debug)]
pub struct Mutant {
    /// What was changed, in words.
    pub change: String,
    /// The requirement with the change.
    pub requirement: Requirement,
}

/// Requirements that ask for one need, branch or condition less, and what they leave out.
pub(super) fn weakened(requirement: &Requirement) -> Vec<(String, Branches)> {
    fewer(&requirement.needs)
}

fn fewer(of: &Branches) -> Vec<(String, Branches)> {
    let mut changed = Vec::new();
    for (index, need) in of.iter().enumerate() {
        let with = |replacement: Option<&Need>| replaced(of, index, replacement);
        changed.extend(with(None).map(|rest| (need.to_string(), rest)));
        let inner: Vec<(String, Need)> = match need {
            Need::All(of) => {
                fewer(of).into_iter().map(|(left, of)| (left, Need::All(of))).collect()
            }
            Need::Any(of) => {
                fewer(of).into_iter().map(|(left, of)| (left, Need::Any(of))).collect()
            }
            Need::AtLeast { count, of } => fewer(of)
                .into_iter()
                .filter_map(|(left, of)| Some((left, Need::at_least(*count, of)?)))
                .collect(),
            Need::Ask(ask) => fewer_conditions(ask),
        };
        for (left, need) in inner {
            changed.extend(with(Some(&need)).map(|needs| (left, needs)));
        }
    }
    changed
}

/// Branches with another need in one place, or with none there.
fn replaced(of: &Branches, index: usize, replacement: Option<&Need>) -> Option<Branches> {
    let others = of.iter().enumerate();
    let needs =
        others.filter_map(
            |(at, need)| {
                if at == index { replacement.cloned() } else { Some(need.clone()) }
            },
        );
    Branches::new(needs.collect())
}

fn fewer_conditions(ask: &Ask) -> Vec<(String, Need)> {
    let required = (0..ask.requires.len()).map(|index| {
        let mut without = ask.clone();
        (without.requires.remove(index).to_string(), Need::Ask(without))
    });
    let preferred = (0..ask.prefers.len()).map(|index| {
        let mut without = ask.clone();
        (without.prefers.remove(index).to_string(), Need::Ask(without))
    });
    required.chain(preferred).collect()
}

/// Every requirement that differs from this one by a single change.
pub(super) fn mutants(requirement: &Requirement, vocabulary: &Vocabulary) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    let mut add = |change: String, apply: &dyn Fn(&mut Requirement)| {
        let mut changed = requirement.clone();
        apply(&mut changed);
        mutants.push(Mutant { change, requirement: changed });
    };
    for (change, needs) in changed_root(&requirement.needs, vocabulary) {
        add(change, &|requirement| requirement.needs = needs.clone());
    }
    for (change, applies) in changed_reach(&requirement.applies_to, vocabulary) {
        add(change, &|requirement| requirement.applies_to = applies.clone());
    }
    for (change, from) in shifted("from", requirement.from) {
        add(change, &|requirement| requirement.from = from);
    }
    for (change, until) in requirement.until.iter().flat_map(|day| shifted("until", *day)) {
        add(change, &|requirement| requirement.until = Some(until));
    }
    mutants
}

fn shifted(what: &str, day: Day) -> Vec<(String, Day)> {
    let days = [day.yesterday(), day.tomorrow()];
    days.into_iter().flatten().map(|to| (format!("`{what}` is {to}"), to)).collect()
}

/// All of a list is asked; changed, any of it is.
fn changed_root(needs: &Branches, vocabulary: &Vocabulary) -> Vec<(String, Branches)> {
    let mut changed = changed_branches(needs, vocabulary);
    if needs.count() > 1 {
        let any = Branches::new(vec![Need::Any(needs.clone())]);
        changed.extend(any.map(|any| ("any of the needs is enough".to_owned(), any)));
    }
    changed
}

/// One branch fewer, or one branch changed.
fn changed_branches(of: &Branches, vocabulary: &Vocabulary) -> Vec<(String, Branches)> {
    let mut changed = Vec::new();
    for (index, need) in of.iter().enumerate() {
        let with = |replacement: Option<&Need>| replaced(of, index, replacement);
        changed.extend(with(None).map(|rest| (format!("`{need}` is dropped"), rest)));
        for (change, need) in changed_need(need, vocabulary) {
            changed.extend(with(Some(&need)).map(|needs| (change, needs)));
        }
    }
    changed
}

fn changed_need(need: &Need, vocabulary: &Vocabulary) -> Vec<(String, Need)> {
    let inside = |of: &Branches, make: &dyn Fn(Branches) -> Option<Need>| {
        changed_branches(of, vocabulary)
            .into_iter()
            .filter_map(|(change, of)| make(of).map(|need| (change, need)))
            .collect::<Vec<_>>()
    };
    match need {
        Need::All(of) => {
            let mut changed = inside(of, &|of| Some(Need::All(of)));
            if of.count() > 1 {
                changed.push((format!("any instead of all: `{need}`"), Need::Any(of.clone())));
            }
            changed
        }
        Need::Any(of) => {
            let mut changed = inside(of, &|of| Some(Need::Any(of)));
            if of.count() > 1 {
                changed.push((format!("all instead of any: `{need}`"), Need::All(of.clone())));
            }
            changed
        }
        Need::AtLeast { count, of } => {
            let mut changed = inside(of, &|of| Need::at_least(*count, of));
            for other in [count.saturating_sub(1), count + 1] {
                let need = Need::at_least(other, of.clone());
                changed.extend(need.map(|need| (format!("{other} instead of {count}"), need)));
            }
            changed
        }
        Need::Ask(ask) => changed_ask(ask, vocabulary)
            .into_iter()
            .map(|(change, ask)| (change, Need::Ask(ask)))
            .collect(),
    }
}

fn changed_ask(ask: &Ask, vocabulary: &Vocabulary) -> Vec<(String, Ask)> {
    let Ask { arrangement, requires, prefers } = ask;
    let with = |requires, prefers| Ask { arrangement: arrangement.clone(), requires, prefers };
    let mut changed = Vec::new();
    for (index, condition) in requires.iter().enumerate() {
        let mut rest = requires.clone();
        rest.remove(index);
        let moved = [prefers.as_slice(), std::slice::from_ref(condition)].concat();
        changed.push((format!("`{condition}` is only `ideally`"), with(rest.clone(), moved)));
        let left_out = format!("`{condition}` isn't asked of `{arrangement}`");
        changed.push((left_out, with(rest, prefers.clone())));
    }
    for (index, condition) in prefers.iter().enumerate() {
        let mut rest = prefers.clone();
        rest.remove(index);
        let moved = [requires.as_slice(), std::slice::from_ref(condition)].concat();
        changed.push((format!("`{condition}` is asked, not `ideally`"), with(moved, rest.clone())));
        let left_out = format!("`{condition}` doesn't grade `{arrangement}`");
        changed.push((left_out, with(requires.clone(), rest)));
    }
    let other = |conditions| changed_conditions(arrangement, conditions, vocabulary);
    let required =
        other(requires).into_iter().map(|(change, c)| (change, with(c, prefers.clone())));
    changed.extend(required);
    let preferred =
        other(prefers).into_iter().map(|(change, c)| (change, with(requires.clone(), c)));
    changed.extend(preferred);
    changed
}

/// Conditions of which one is changed.
fn changed_conditions(
    arrangement: &ArrangementId,
    conditions: &[Condition],
    vocabulary: &Vocabulary,
) -> Vec<(String, Vec<Condition>)> {
    let mut changed = Vec::new();
    for (index, condition) in conditions.iter().enumerate() {
        for (change, test) in changed_test(arrangement, condition, vocabulary) {
            let mut with = conditions.to_vec();
            with.splice(index..=index, [test]).for_each(drop);
            changed.push((change, with));
        }
    }
    changed
}

/// A condition negated, lowered, or asking for another value.
fn changed_test(
    arrangement: &ArrangementId,
    condition: &Condition,
    vocabulary: &Vocabulary,
) -> Vec<(String, Condition)> {
    let known = vocabulary.arrangement(arrangement.as_str());
    let Some(field) = known.and_then(|known| known.tested(condition.field.as_str())) else {
        return Vec::new();
    };
    let tests = match (&condition.test, &field.kind) {
        (Test::Yes, _) => vec![Test::No],
        (Test::No, _) => vec![Test::Yes],
        (Test::Is(value), FieldKind::Choice(of)) => {
            next(of, value).map(Test::Is).into_iter().collect()
        }
        (Test::Contains(value), FieldKind::List(Some(of))) => {
            next(of, value).map(Test::Contains).into_iter().collect()
        }
        (Test::AtLeast(bar), kind) => {
            lower(bar, kind, vocabulary).map(Test::AtLeast).into_iter().collect()
        }
        (Test::Within { months }, _) => [months.checked_sub(1), months.checked_add(1)]
            .into_iter()
            .flatten()
            .filter(|months| *months > 0)
            .map(|months| Test::Within { months })
            .collect(),
        _ => Vec::new(),
    };
    tests
        .into_iter()
        .map(|test| {
            let changed = Condition { field: condition.field.clone(), test };
            (format!("`{changed}` instead of `{condition}`"), changed)
        })
        .collect()
}

/// The word after this one, around the end.
fn next(words: &[String], word: &str) -> Option<String> {
    let at = words.iter().position(|known| known == word)?;
    words.iter().cycle().nth(at + 1).filter(|next| *next != word).cloned()
}

fn lower(bar: &Bar, kind: &FieldKind, vocabulary: &Vocabulary) -> Option<Bar> {
    let ranks = vocabulary.ranks();
    match (bar, kind) {
        (Bar::Number(number), _) => number.checked_sub(1).map(Bar::Number),
        (Bar::Step { index, .. }, FieldKind::Ordered(of)) => {
            let index = index.checked_sub(1)?;
            of.get(index).map(|word| Bar::Step { index, word: word.clone() })
        }
        (Bar::Rank(rank), _) => {
            let below = ranks.order().iter().rev().filter_map(|name| ranks.parse(name));
            below.into_iter().find(|lower| lower.is_at_least(rank) == Some(false)).map(Bar::Rank)
        }
        _ => None,
    }
}
