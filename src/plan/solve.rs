//! The cheapest way in which all that must hold does: exact, by branch and bound.
//!
//! What can hold in one way only is done at once; what is left in several falls apart into parts that
//! have no axis in common, each of which is searched by itself. A branch is left where what it costs
//! already, and what it must cost at the least, is no less than the best that is known. How many
//! branches are looked at is counted rather than timed, so that the same inputs give the same plan; past
//! that the first way that is found is taken, and a bound says how much less there might be.

use rustc_hash::FxHashMap;

use super::choice::{Choice, Open};
use super::node::{Node, Options, STAYS};
use super::space::Space;
use super::weight::Weight;

/// What was found.
#[derive(Clone, Debug)]
pub(super) enum Found {
    /// A way, and a bound: none costs less than that. It is exact where it is what the way costs.
    Way { choice: Choice, at_least: Weight },
    /// There is none.
    None,
    /// None was found, and not all was looked at.
    Unknown,
}

/// A search.
pub(super) struct Search<'n, 'a> {
    space: &'n Space<'a>,
    /// How many branches may be looked at for the cheapest way, and as many again for any.
    most: usize,
    looked_at: usize,
}

impl<'n, 'a> Search<'n, 'a> {
    /// A search that looks at so many branches for the cheapest way.
    pub(super) fn new(space: &'n Space<'a>, most: usize) -> Self {
        Self { space, most, looked_at: 0 }
    }

    fn is_cut(&self) -> bool {
        self.looked_at > self.most
    }

    /// The cheapest way from what is left in which all of these hold.
    pub(super) fn cheapest(&mut self, from: &Choice, goals: &[&'n Node]) -> Found {
        let (mut choice, mut open) = (from.clone(), Vec::new());
        let mut all = self.space.always.iter().chain(goals.iter().copied());
        let possible = all.all(|node| choice.require(node, self.space, &mut open));
        if !possible || !choice.settle(self.space, &mut open) {
            return Found::None;
        }
        let bound = choice.weight + self.bound(&choice, &open);
        let found = self.search(choice, open, None);
        let cut = self.is_cut();
        match found {
            Some(choice) => {
                let at_least = if cut { bound.min(choice.weight) } else { choice.weight };
                Found::Way { choice, at_least }
            }
            None if cut => Found::Unknown,
            None => Found::None,
        }
    }

    /// The cheapest way that costs less than that, if there is one.
    fn search(
        &mut self,
        mut choice: Choice,
        mut open: Vec<Open<'n>>,
        below: Option<Weight>,
    ) -> Option<Choice> {
        self.looked_at += 1;
        if self.looked_at > 2 * self.most || !choice.settle(self.space, &mut open) {
            return None;
        }
        let least = choice.weight + self.bound(&choice, &open);
        if below.is_some_and(|below| least >= below) {
            return None;
        }
        let parts = self.parts(&choice, open);
        for part in parts {
            choice = self.part(&choice, part, below)?;
        }
        below.is_none_or(|below| choice.weight < below).then_some(choice)
    }

    /// The same for what hangs together. The first way that is tried is that of the least price.
    fn part(
        &mut self,
        choice: &Choice,
        mut open: Vec<Open<'n>>,
        mut below: Option<Weight>,
    ) -> Option<Choice> {
        let narrowest =
            open.iter().enumerate().min_by_key(|(_, own)| own.of.len()).map(|(at, _)| at)?;
        let Open { count, mut of } = open.swap_remove(narrowest);
        of.sort_by_cached_key(|node| choice.least(node, self.space));
        let mut best = None;
        // One of the first that are tried holds: with fewer left than are asked, none of them would do.
        while of.len() >= count && !of.is_empty() {
            let node = of.remove(0);
            let (mut with, mut rest) = (choice.clone(), open.clone());
            if with.require(node, self.space, &mut rest) {
                rest.push(Open { count: count - 1, of: of.clone() });
                if let Some(found) = self.search(with, rest, below) {
                    below = Some(found.weight);
                    best = Some(found);
                }
            }
            if self.is_cut() && best.is_some() {
                break;
            }
        }
        best
    }

    /// What must be paid at the least for all that is open: of what has no axis in common, together.
    fn bound(&self, choice: &Choice, open: &[Open<'n>]) -> Weight {
        let mut prices: Vec<(Weight, &Open<'n>)> = open
            .iter()
            .map(|own| {
                let of = own.of.iter().copied();
                (choice.nth_least(own.count, of, self.space), own)
            })
            .filter(|(price, _)| *price > Weight::default())
            .collect();
        prices.sort_by_key(|(price, _)| std::cmp::Reverse(*price));
        let (mut used, mut sum) = (Vec::new(), Weight::default());
        for (price, own) in prices {
            let axes = self.axes(choice, own);
            if !axes.iter().any(|axis| used.contains(axis)) {
                used.extend(axes);
                sum = sum + price;
            }
        }
        sum
    }

    /// The axes on which something open bears, those of limits included.
    fn axes(&self, choice: &Choice, own: &Open<'n>) -> Vec<usize> {
        let mut axes = Vec::new();
        let mut add = |axis: usize, options: Options| {
            let undecided = choice.left.get(axis).is_some_and(|left| left & !options != 0);
            if undecided && !axes.contains(&axis) {
                axes.push(axis);
            }
        };
        own.of.iter().for_each(|node| node.each(&mut add));
        let beside: Vec<&Node> = axes
            .iter()
            .filter(|axis| choice.left.get(**axis).is_some_and(|left| left & STAYS != 0))
            .filter_map(|axis| self.space.beside.get(axis))
            .collect();
        for node in beside {
            node.each(&mut |axis, _| {
                if !axes.contains(&axis) {
                    axes.push(axis);
                }
            });
        }
        axes
    }

    /// What is open, in parts that have no axis in common, in their order.
    fn parts(&self, choice: &Choice, open: Vec<Open<'n>>) -> Vec<Vec<Open<'n>>> {
        let mut part_of: FxHashMap<usize, usize> = FxHashMap::default();
        let mut parts: Vec<(Vec<usize>, Vec<Open<'n>>)> = Vec::new();
        for own in open {
            let mut axes = self.axes(choice, &own);
            let mut joined = vec![own];
            let mut known: Vec<usize> =
                axes.iter().filter_map(|axis| part_of.get(axis).copied()).collect();
            known.sort_unstable();
            known.dedup();
            for at in known.into_iter().rev() {
                if let Some((others, nodes)) = parts.get_mut(at) {
                    axes.append(others);
                    // Those that were there first stay first.
                    nodes.append(&mut joined);
                    joined = std::mem::take(nodes);
                }
            }
            part_of.extend(axes.iter().map(|axis| (*axis, parts.len())));
            parts.push((axes, joined));
        }
        parts.into_iter().map(|(_, nodes)| nodes).filter(|nodes| !nodes.is_empty()).collect()
    }
}
