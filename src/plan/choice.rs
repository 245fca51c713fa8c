//! Which options are left of each axis, what they cost at the least, and what follows from them.

use super::node::{Node, Options, STAYS};
use super::space::Space;
use super::weight::Weight;

/// Which options are left of each axis: some of each.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    /// By the numbers of the axes.
    pub(super) left: Vec<Options>,
    /// What the cheapest of them weigh: of the axes that can't stay as they are.
    pub(super) weight: Weight,
}

/// Something that must hold and can hold in several ways: so many of these.
#[derive(Clone, Debug)]
pub(super) struct Open<'n> {
    /// How many.
    pub(super) count: usize,
    /// Of which.
    pub(super) of: Vec<&'n Node>,
}

impl Choice {
    /// All that can be chosen.
    pub(super) fn all(space: &Space<'_>) -> Self {
        let left = space.axes.iter().map(super::axis::Axis::all).collect();
        Self { left, weight: Weight::default() }
    }

    /// The option that an axis comes to: the least change that is left.
    pub(super) fn option(&self, axis: usize) -> usize {
        self.left.get(axis).map_or(0, |left| left.trailing_zeros() as usize)
    }

    /// Whether an axis must change.
    pub(super) fn changes(&self, axis: usize) -> bool {
        self.left.get(axis).is_some_and(|left| left & STAYS == 0)
    }

    /// Leaves only some options of an axis; false where none is left.
    fn keep<'n>(
        &mut self,
        axis: usize,
        options: Options,
        space: &'n Space<'_>,
        open: &mut Vec<Open<'n>>,
    ) -> bool {
        let (Some(left), Some(own)) = (self.left.get_mut(axis), space.axes.get(axis)) else {
            return false;
        };
        let stayed = *left & STAYS != 0;
        *left &= options;
        let (none, changes) = (*left == 0, *left & STAYS == 0);
        if none {
            return false;
        }
        if stayed && changes {
            self.weight = self.weight + own.weight;
            if let Some(beside) = space.beside.get(&axis) {
                return self.require(beside, space, open);
            }
        }
        true
    }

    /// Makes a node hold, as far as there is one way to; what has several goes to `open`. False where
    /// it can't hold.
    pub(super) fn require<'n>(
        &mut self,
        node: &'n Node,
        space: &'n Space<'_>,
        open: &mut Vec<Open<'n>>,
    ) -> bool {
        match node {
            Node::One { axis, options } => self.keep(*axis, *options, space, open),
            Node::AtLeast { count, of } if *count == of.len() => {
                of.iter().all(|node| self.require(node, space, open))
            }
            Node::AtLeast { count, of } => {
                open.push(Open { count: *count, of: of.iter().collect() });
                *count <= of.len()
            }
        }
    }

    /// Draws every conclusion that is certain: what holds already is dropped, and what has one way
    /// left takes it. False where something can't hold.
    pub(super) fn settle<'n>(&mut self, space: &'n Space<'_>, open: &mut Vec<Open<'n>>) -> bool {
        loop {
            let (mut forced, mut kept) = (false, Vec::new());
            for mut own in std::mem::take(open) {
                let of = std::mem::take(&mut own.of);
                for node in of {
                    if node.is_certain(&self.left) {
                        own.count = own.count.saturating_sub(1);
                    } else if node.is_possible(&self.left) {
                        own.of.push(node);
                    }
                }
                if own.count > own.of.len() {
                    return false;
                }
                if own.count == 0 {
                    continue;
                }
                if own.count == own.of.len() {
                    forced = true;
                    if !own.of.iter().all(|node| self.require(node, space, &mut kept)) {
                        return false;
                    }
                } else {
                    kept.push(own);
                }
            }
            *open = kept;
            if !forced {
                return true;
            }
        }
    }

    /// The least that must be paid for a node to hold, beyond what is paid already.
    pub(super) fn least(&self, node: &Node, space: &Space<'_>) -> Weight {
        match node {
            Node::One { axis, options } => self.price(*axis, *options, space),
            Node::AtLeast { count, of } if *count == of.len() => {
                // Axes are paid once each, however much is asked of them.
                let (mut axes, mut sum, mut most) =
                    (Vec::new(), Weight::default(), Weight::default());
                for node in of {
                    if let Node::One { axis, options } = node {
                        let price = self.price(*axis, *options, space);
                        if price > Weight::default() && !axes.contains(axis) {
                            axes.push(*axis);
                            sum = sum + price;
                        }
                    } else {
                        most = most.max(self.least(node, space));
                    }
                }
                sum.max(most)
            }
            Node::AtLeast { count, of } => {
                let of = of.iter().filter(|node| node.is_possible(&self.left));
                self.nth_least(*count, of, space)
            }
        }
    }

    /// The same for so many of some nodes.
    pub(super) fn nth_least<'n>(
        &self,
        count: usize,
        of: impl Iterator<Item = &'n Node>,
        space: &Space<'_>,
    ) -> Weight {
        let mut prices: Vec<Weight> = of.map(|node| self.least(node, space)).collect();
        prices.sort_unstable();
        // Several may be paid with the same changes: the dearest of them is certain.
        prices.get(count.saturating_sub(1)).copied().unwrap_or_default()
    }

    fn price(&self, axis: usize, options: Options, space: &Space<'_>) -> Weight {
        let left = self.left.get(axis).copied().unwrap_or_default();
        let free = left & STAYS == 0 || left & options & STAYS != 0;
        let weight = || space.axes.get(axis).map(|own| own.weight).unwrap_or_default();
        if free { Weight::default() } else { weight() }
    }
}
