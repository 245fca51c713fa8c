//! The explanation of an outcome: the whole tree of needs, each with its value.

use serde::{Deserialize, Serialize};

use crate::rulebook::{ArrangementId, FieldId};
use crate::source::Place;
use crate::standing::{State, words};

words! {
    /// How a node of the explanation comes to its value.
    pub enum Join {
        /// The weakest of its children.
        All = "all",
        /// The strongest of its children.
        Any = "any",
        /// The n-th strongest of its children, n being in the node's need.
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Because {
    /// How it comes to its value.
    pub join: Join,
    /// What is asked here, in the need language.
    pub need: String,
    /// What it is worth.
    pub value: State,
    /// Whether it decides: it and every node above it stand at the value of the whole.
    pub decides: bool,
    /// The reason in words; empty for nodes that only join others.
    pub says: String,
    /// The arrangement that is asked about.
    pub arrangement: Option<ArrangementId>,
    /// The field that is asked about.
    pub field: Option<FieldId>,
    /// The item that a list is asked for.
    pub item: Option<String>,
    /// Where the fact stands in the declaration, or belongs.
    pub place: Option<Place>,
    /// What it is made of.
    pub children: Vec<Because>,
}

impl Because {
    /// Marks this node and those under it that stand at the value of the whole.
    pub(super) fn decide(&mut self, whole: State) {
        self.decides = self.value == whole;
        if self.decides {
            self.children.iter_mut().for_each(|child| child.decide(whole));
        }
    }

    /// The deciding nodes that aren't made of others, in the rule's order.
    #[must_use]
    pub fn deciding_leaves(&self) -> Vec<&Because> {
        if !self.decides {
            Vec::new()
        } else if self.children.is_empty() {
            vec![self]
        } else {
            self.children.iter().flat_map(Self::deciding_leaves).collect()
        }
    }

    /// Every node of the tree, this one first.
    #[must_use]
    pub fn nodes(&self) -> Vec<&Because> {
        let mut nodes = vec![self];
        nodes.extend(self.children.iter().flat_map(Self::nodes));
        nodes
    }
}
