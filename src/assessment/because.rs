//! The explanation of an outcome: the whole tree of needs, each with its value.

use std::fmt;
use std::sync::Arc;

use serde::Deserialize;

use super::{Answered, Stands};
use crate::declaration::Answer;
use crate::rulebook::{ArrangementId, FieldId, Test};
use crate::source::Place;
use crate::standing::{State, words};

words! {
    /// How a node of the explanation comes to its value.
    pub enum Join {
        /// The weakest of its children.
        All = "all",
        /// The strongest of its children.
        Any = "any",
        /// The n-th strongest of its children.
        AtLeast = "at least",
        /// One arrangement: the weakest of its state and its conditions, its children.
        Ask = "ask",
        /// The state of an arrangement.
        State = "state",
        /// A condition that is part of what is asked.
        Where = "where",
        /// A condition that only grades: worth `partial` where it doesn't hold or isn't stated.
        Ideally = "ideally",
    }
}

/// One node of the explanation.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "super::saved::Node")]
pub struct Because {
    /// What is asked here, and what there is to say of it.
    pub part: Part,
    /// What it is worth.
    pub value: State,
    /// Whether it decides: it and every node above it stand at the value of the whole.
    pub decides: bool,
}

/// What a node of the explanation is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Worth its weakest.
    All(Vec<Because>),
    /// Worth its strongest.
    Any(Vec<Because>),
    /// Worth its `count`-th strongest.
    AtLeast {
        /// How many are asked for.
        count: usize,
        /// Of which.
        of: Vec<Because>,
    },
    /// One arrangement: worth the weakest of its state and its conditions.
    Ask {
        /// The arrangement.
        arrangement: ArrangementId,
        /// Its state, then each condition on it.
        of: Vec<Because>,
    },
    /// The state of an arrangement.
    State {
        /// How it stands.
        stands: Arc<Stands>,
        /// Where that is stated in the declaration, or belongs.
        place: Arc<Place>,
    },
    /// A condition on an arrangement.
    Condition {
        /// Whether it only grades.
        grades: bool,
        /// What is stated to it.
        answered: Box<Answered>,
        /// Where that is stated in the declaration, or belongs.
        place: Arc<Place>,
    },
}

impl Because {
    /// Marks this node and those under it that stand at the value of the whole.
    pub(super) fn decide(&mut self, whole: State) {
        self.decides = self.value == whole;
        if self.decides {
            match &mut self.part {
                Part::All(of) | Part::Any(of) | Part::AtLeast { of, .. } | Part::Ask { of, .. } => {
                    of.iter_mut().for_each(|child| child.decide(whole));
                }
                Part::State { .. } | Part::Condition { .. } => {}
            }
        }
    }

    /// How it comes to its value.
    #[must_use]
    pub fn join(&self) -> Join {
        match self.part {
            Part::All(_) => Join::All,
            Part::Any(_) => Join::Any,
            Part::AtLeast { .. } => Join::AtLeast,
            Part::Ask { .. } => Join::Ask,
            Part::State { .. } => Join::State,
            Part::Condition { grades: false, .. } => Join::Where,
            Part::Condition { grades: true, .. } => Join::Ideally,
        }
    }

    /// What it is made of.
    #[must_use]
    pub fn children(&self) -> &[Self] {
        match &self.part {
            Part::All(of) | Part::Any(of) | Part::AtLeast { of, .. } | Part::Ask { of, .. } => of,
            Part::State { .. } | Part::Condition { .. } => &[],
        }
    }

    /// The arrangement that is asked about.
    #[must_use]
    pub fn arrangement(&self) -> Option<&ArrangementId> {
        match &self.part {
            Part::Ask { arrangement, .. } => Some(arrangement),
            Part::State { stands, .. } => Some(&stands.arrangement),
            Part::Condition { answered, .. } => Some(&answered.arrangement),
            Part::All(_) | Part::Any(_) | Part::AtLeast { .. } => None,
        }
    }

    /// The field that is asked about.
    #[must_use]
    pub fn field(&self) -> Option<&FieldId> {
        match &self.part {
            Part::Condition { answered, .. } => Some(&answered.condition.field),
            _ => None,
        }
    }

    /// The item that a list is asked for.
    #[must_use]
    pub fn item(&self) -> Option<&str> {
        match &self.part {
            Part::Condition { answered, .. } => match &answered.condition.test {
                Test::Contains(item) => Some(item),
                _ => None,
            },
            _ => None,
        }
    }

    /// Where the fact stands in the declaration, or belongs.
    #[must_use]
    pub fn place(&self) -> Option<&Place> {
        match &self.part {
            Part::State { place, .. } | Part::Condition { place, .. } => Some(place),
            _ => None,
        }
    }

    /// What is asked here, in the need language.
    #[must_use]
    pub fn need(&self) -> String {
        Asked(self).to_string()
    }

    /// The words by which a need is known from one day to another; none for a node that only joins
    /// others.
    #[must_use]
    pub fn known_as(&self) -> Option<String> {
        let arrangement = self.arrangement()?;
        match self.join() {
            Join::State => Some(arrangement.to_string()),
            Join::Where => Some(format!("{arrangement} where {}", self.need())),
            Join::Ideally => Some(format!("{arrangement} ideally {}", self.need())),
            Join::All | Join::Any | Join::AtLeast | Join::Ask => None,
        }
    }

    /// The deciding nodes that aren't made of others, in the rule's order.
    #[must_use]
    pub fn deciding_leaves(&self) -> Vec<&Because> {
        let mut leaves = Vec::new();
        self.add_deciding_leaves(&mut leaves);
        leaves
    }

    fn add_deciding_leaves<'a>(&'a self, leaves: &mut Vec<&'a Self>) {
        match self.children() {
            _ if !self.decides => {}
            [] => leaves.push(self),
            of => of.iter().for_each(|child| child.add_deciding_leaves(leaves)),
        }
    }

    /// Whether it is a condition on evidence, which has become too old.
    pub(super) fn is_aged(&self) -> bool {
        matches!(&self.part, Part::Condition { answered, .. } if matches!(answered.answer, Answer::Aged(_)))
    }

    /// Every node of the tree, this one first.
    #[must_use]
    pub fn nodes(&self) -> Vec<&Because> {
        let mut nodes = vec![self];
        nodes.extend(self.children().iter().flat_map(Self::nodes));
        nodes
    }
}

/// A node in the need language: as the rule has it, on one line.
struct Asked<'a>(&'a Because);

impl fmt::Display for Asked<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0.part {
            Part::All(of) => write!(f, "all of: {}", Joined(of)),
            Part::Any(of) => write!(f, "any of: {}", Joined(of)),
            Part::AtLeast { count, of } => write!(f, "at least {count} of: {}", Joined(of)),
            Part::Ask { arrangement, of } => {
                arrangement.fmt(f)?;
                for (keyword, join) in [("where", Join::Where), ("ideally", Join::Ideally)] {
                    let own = of.iter().filter(|child| child.join() == join).enumerate();
                    for (index, child) in own {
                        let joint = if index == 0 { keyword } else { "and" };
                        write!(f, " {joint} {}", Self(child))?;
                    }
                }
                Ok(())
            }
            Part::State { stands, .. } => stands.arrangement.fmt(f),
            Part::Condition { answered, .. } => answered.condition.fmt(f),
        }
    }
}

/// Nodes on one line; those that are lists themselves in brackets.
struct Joined<'a>(&'a [Because]);

impl fmt::Display for Joined<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, node) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str("; ")?;
            }
            match node.part {
                Part::Ask { .. } => Asked(node).fmt(f)?,
                _ => write!(f, "({})", Asked(node))?,
            }
        }
        Ok(())
    }
}
