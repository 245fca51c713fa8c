//! What must hold for requirements to be met, over the ways in which things can stand.
//!
//! Whether a requirement is met asks of each state and condition only whether it holds: a tree of "all"
//! and "at least so many" over statements of the form "this axis stands at one of these options". No
//! statement is denied in it but for limits, and those are statements of the same form.

/// A set of the options of one axis, a bit each; the first is that all stays as it is.
pub(super) type Options = u64;

/// The option that all stays as it is.
pub(super) const STAYS: Options = 1;

/// Something that must hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Node {
    /// One axis stands at one of these options: some, and not all that it has.
    One {
        /// The axis, by its number.
        axis: usize,
        /// The options.
        options: Options,
    },
    /// So many of these hold; with none asked it always holds, and with more than there are never.
    AtLeast {
        /// How many.
        count: usize,
        /// Of which.
        of: Vec<Node>,
    },
}

impl Node {
    /// What always holds.
    pub(super) const ALWAYS: Self = Self::AtLeast { count: 0, of: Vec::new() };

    /// What never does.
    pub(super) const NEVER: Self = Self::AtLeast { count: 1, of: Vec::new() };

    /// All of these.
    pub(super) fn all(of: impl IntoIterator<Item = Self>) -> Self {
        let mut flat = Vec::new();
        for node in of {
            match node {
                Self::AtLeast { count, of } if count == of.len() => flat.extend(of),
                Self::AtLeast { count, of } if count > of.len() => return Self::NEVER,
                node => flat.push(node),
            }
        }
        match flat.len() {
            1 => flat.pop().unwrap_or(Self::ALWAYS),
            count => Self::AtLeast { count, of: flat },
        }
    }

    /// So many of these.
    pub(super) fn at_least(mut count: usize, of: impl IntoIterator<Item = Self>) -> Self {
        let mut open = Vec::new();
        for node in of {
            if node == Self::ALWAYS {
                count = count.saturating_sub(1);
            } else if node != Self::NEVER {
                open.push(node);
            }
        }
        match count {
            0 => Self::ALWAYS,
            count if count > open.len() => Self::NEVER,
            count if count == open.len() => Self::all(open),
            count => Self::AtLeast { count, of: open },
        }
    }

    /// Whether it holds, whichever of the options that are left comes about.
    pub(super) fn is_certain(&self, left: &[Options]) -> bool {
        match self {
            Self::One { axis, options } => left.get(*axis).is_some_and(|left| left & !options == 0),
            Self::AtLeast { count, of } => {
                of.iter().filter(|node| node.is_certain(left)).take(*count).count() == *count
            }
        }
    }

    /// Whether each of its parts can hold with the options that are left, taken by itself.
    pub(super) fn is_possible(&self, left: &[Options]) -> bool {
        match self {
            Self::One { axis, options } => left.get(*axis).is_some_and(|left| left & options != 0),
            Self::AtLeast { count, of } => {
                of.iter().filter(|node| node.is_possible(left)).take(*count).count() == *count
            }
        }
    }

    /// Every statement in it.
    pub(super) fn each(&self, see: &mut impl FnMut(usize, Options)) {
        match self {
            Self::One { axis, options } => see(*axis, *options),
            Self::AtLeast { of, .. } => of.iter().for_each(|node| node.each(see)),
        }
    }
}
