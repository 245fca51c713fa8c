//! Needs: trees of joins over what is asked of one arrangement.

use std::fmt;

use proptest::collection::vec;
use proptest::prelude::*;

use crate::conditions::{Condition, any_condition};
use crate::toml_text::{Order, list, quoted};
use crate::vocabulary::ARRANGEMENTS;

/// A need as a rule pack writes it.
#[derive(Clone, Debug)]
pub(crate) enum Need {
    /// A list within a list.
    Nested(Vec<Need>),
    /// `{ all = […] }`
    All(Vec<Need>),
    /// `{ any = […] }`
    Any(Vec<Need>),
    /// `{ at-least = …, of = […] }`
    AtLeast(usize, Vec<Need>),
    /// A text.
    Ask(Ask),
}

/// What is asked of one arrangement.
#[derive(Clone, Debug)]
pub(crate) struct Ask {
    /// Its place among the arrangements.
    pub(crate) arrangement: usize,
    /// After `where`.
    pub(crate) requires: Vec<Condition>,
    /// After `ideally`.
    pub(crate) prefers: Vec<Condition>,
}

impl Need {
    /// What it joins; nothing where it asks.
    pub(crate) fn children(&self) -> &[Self] {
        match self {
            Self::Nested(of) | Self::All(of) | Self::Any(of) | Self::AtLeast(_, of) => of,
            Self::Ask(_) => &[],
        }
    }

    /// How many joins stand in each other.
    pub(crate) fn depth(&self) -> usize {
        match self {
            Self::Ask(_) => 0,
            joined => 1 + joined.children().iter().map(Self::depth).max().unwrap_or(0),
        }
    }

    /// As TOML.
    pub(crate) fn toml(&self, order: &mut Order) -> String {
        match self {
            Self::Nested(of) => needs_toml(of, order),
            Self::All(of) => format!("{{ all = {} }}", needs_toml(of, order)),
            Self::Any(of) => format!("{{ any = {} }}", needs_toml(of, order)),
            Self::AtLeast(count, of) => {
                format!("{{ at-least = {count}, of = {} }}", needs_toml(of, order))
            }
            Self::Ask(ask) => {
                let mut ask = ask.clone();
                order.shuffle(&mut ask.requires);
                order.shuffle(&mut ask.prefers);
                quoted(&ask.to_string())
            }
        }
    }
}

/// A list of needs as TOML.
pub(crate) fn needs_toml(needs: &[Need], order: &mut Order) -> String {
    let mut needs: Vec<String> = needs.iter().map(|need| need.toml(order)).collect();
    order.shuffle(&mut needs);
    list(&needs)
}

impl fmt::Display for Ask {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(ARRANGEMENTS[self.arrangement])?;
        for (keyword, conditions) in [("where", &self.requires), ("ideally", &self.prefers)] {
            for (at, condition) in conditions.iter().enumerate() {
                write!(f, " {} {condition}", if at == 0 { keyword } else { "and" })?;
            }
        }
        Ok(())
    }
}

fn ask() -> impl Strategy<Value = Need> {
    let conditions = prop_oneof![
        2 => (Just(vec![]), Just(vec![])),
        3 => (vec(any_condition(), 1..=1), Just(vec![])),
        1 => (vec(any_condition(), 2..=3), Just(vec![])),
        2 => (Just(vec![]), vec(any_condition(), 1..=2)),
        2 => (vec(any_condition(), 1..=2), vec(any_condition(), 1..=2)),
    ];
    (0..ARRANGEMENTS.len(), conditions).prop_map(|(arrangement, (requires, prefers))| {
        Need::Ask(Ask { arrangement, requires, prefers })
    })
}

/// A need in which exactly `depth` joins stand in each other.
pub(crate) fn need(depth: usize) -> BoxedStrategy<Need> {
    let Some(below) = depth.checked_sub(1) else { return ask().boxed() };
    let shallow = (0..depth).map(need);
    let branches = (need(below), vec(proptest::strategy::Union::new(shallow), 0..3), 0..3_usize)
        .prop_map(|(deepest, mut others, at)| {
            others.insert(at.min(others.len()), deepest);
            others
        });
    (branches, 0..4, any::<proptest::sample::Index>())
        .prop_map(|(of, join, count)| match join {
            0 => Need::Nested(of),
            1 => Need::All(of),
            2 => Need::Any(of),
            _ => Need::AtLeast(1 + count.index(of.len()), of),
        })
        .boxed()
}
