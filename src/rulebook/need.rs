//! What a requirement asks: needs, joined by "all", "any" and "at least", with conditions on
//! fields. Parsed and checked against the vocabulary: a need that exists can be evaluated.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{ArrangementId, FieldId};
use crate::standing::Rank;

/// What a requirement asks of a force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Need {
    /// Worth its weakest branch.
    All(Branches),
    /// Worth its strongest branch.
    Any(Branches),
    /// Worth its `count`-th strongest branch. The count is at least 1 and at most the number of
    /// branches.
    AtLeast {
        /// How many branches are asked for.
        count: usize,
        /// The branches.
        of: Branches,
    },
    /// Worth the state of one arrangement with its conditions.
    Ask(Ask),
}

/// The branches of a need: never none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Branches(Vec<Need>);

impl Branches {
    /// Branches out of a list; `None` where the list is empty.
    #[must_use]
    pub fn new(needs: Vec<Need>) -> Option<Self> {
        (!needs.is_empty()).then_some(Self(needs))
    }

    /// The branches in the order in which the rule names them.
    pub fn iter(&self) -> std::slice::Iter<'_, Need> {
        self.0.iter()
    }

    /// How many there are: at least one.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.len()
    }
}

impl Need {
    /// A need for `count` of the branches; `None` where that many can't be had, or none is asked.
    #[must_use]
    pub fn at_least(count: usize, of: Branches) -> Option<Self> {
        (1..=of.count()).contains(&count).then_some(Self::AtLeast { count, of })
    }

    /// Every arrangement that the need asks about, in its order, each as often as it is named.
    #[must_use]
    pub fn asks(&self) -> Vec<&Ask> {
        match self {
            Self::All(of) | Self::Any(of) | Self::AtLeast { of, .. } => {
                of.iter().flat_map(Self::asks).collect()
            }
            Self::Ask(ask) => vec![ask],
        }
    }
}

/// What is asked of one arrangement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ask {
    /// The arrangement.
    pub arrangement: ArrangementId,
    /// `where`: part of what is asked.
    pub requires: Vec<Condition>,
    /// `ideally`: without them the need is worth at most `partial`.
    pub prefers: Vec<Condition>,
}

impl Ask {
    /// Every condition, those that only grade last.
    pub fn conditions(&self) -> impl Iterator<Item = &Condition> {
        self.requires.iter().chain(&self.prefers)
    }
}

/// A test of one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    /// The field, of the arrangement that the condition stands with.
    pub field: FieldId,
    /// What is asked of it.
    pub test: Test,
}

impl Condition {
    /// Whether it asks since when the arrangement stands.
    #[must_use]
    pub fn is_of_since(&self) -> bool {
        self.field.as_str() == FieldId::SINCE
    }

    /// Whether it asks how new the evidence is.
    #[must_use]
    pub fn is_of_evidence(&self) -> bool {
        self.field.as_str() == FieldId::EVIDENCE
    }
}

/// What a condition asks of its field. Each fits the field's type.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Test {
    /// A value is stated: never stated not to hold.
    Stated,
    /// A yes/no field is yes.
    Yes,
    /// A yes/no field is no.
    No,
    /// A text or choice is this value.
    Is(String),
    /// A list holds this item.
    Contains(String),
    /// A number, rank or ordered choice stands at this or higher.
    AtLeast(Bar),
    /// A date lies within so many calendar months of the assessment date.
    Within {
        /// The length of the window.
        months: u16,
    },
}

/// The bar of an `is at least`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bar {
    /// A number; a range meets it by its low end.
    Number(i64),
    /// A rank.
    Rank(Rank),
    /// A step of an ordered choice.
    Step {
        /// Its place in the order, from 0.
        index: usize,
        /// Its word.
        word: String,
    },
}

impl Bar {
    /// Whether whatever meets this one meets the other as well, and not the other way round.
    #[must_use]
    pub fn is_above(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Number(own), Self::Number(other)) => own > other,
            (Self::Rank(own), Self::Rank(other)) => {
                own.is_at_least(other) == Some(true) && other.is_at_least(own) == Some(false)
            }
            (Self::Step { index: own, .. }, Self::Step { index: other, .. }) => own > other,
            _ => false,
        }
    }
}

impl fmt::Display for Need {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::All(of) => write!(f, "all of: {}", Joined(of)),
            Self::Any(of) => write!(f, "any of: {}", Joined(of)),
            Self::AtLeast { count, of } => write!(f, "at least {count} of: {}", Joined(of)),
            Self::Ask(ask) => ask.fmt(f),
        }
    }
}

/// Branches on one line; those that are lists themselves in brackets.
struct Joined<'a>(&'a Branches);

impl fmt::Display for Joined<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, need) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str("; ")?;
            }
            match need {
                Need::Ask(ask) => ask.fmt(f)?,
                other => write!(f, "({other})")?,
            }
        }
        Ok(())
    }
}

impl fmt::Display for Ask {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.arrangement.fmt(f)?;
        for (keyword, conditions) in [("where", &self.requires), ("ideally", &self.prefers)] {
            for (index, condition) in conditions.iter().enumerate() {
                let joint = if index == 0 { keyword } else { "and" };
                write!(f, " {joint} {condition}")?;
            }
        }
        Ok(())
    }
}

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let field = &self.field;
        match &self.test {
            Test::Stated | Test::Yes => write!(f, "{field}"),
            Test::No => write!(f, "not {field}"),
            Test::Is(value) | Test::Contains(value) => write!(f, "{field} is {}", Quoted(value)),
            Test::AtLeast(bar) => write!(f, "{field} is at least {bar}"),
            Test::Within { months: 1 } => write!(f, "{field} within 1 month"),
            Test::Within { months } => write!(f, "{field} within {months} months"),
        }
    }
}

impl fmt::Display for Bar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Rank(rank) => Quoted(rank.written()).fmt(f),
            Self::Step { word, .. } => Quoted(word).fmt(f),
        }
    }
}

/// A value as the need language writes it: in quotes where it would be read as something else
/// without them.
struct Quoted<'a>(&'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words: Vec<&str> = self.0.split_whitespace().collect();
        let is_operator = words.starts_with(&["at", "least"]);
        let is_spaced = words.is_empty() || words.join(" ") != self.0;
        if is_operator || is_spaced || words.iter().any(|word| super::syntax::is_keyword(word)) {
            write!(f, "'{}'", self.0)
        } else {
            f.write_str(self.0)
        }
    }
}
