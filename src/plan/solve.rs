//! The cheapest way in which all that must hold does: exact, by branch and bound.
//!
//! What can hold in one way only is done at once; what is left in several falls apart into parts that
//! have no axis in common, each of which is searched by itself. A branch is left where what it costs
//! already, and what it must cost at the least, is no less than the best that is known. What is
//! looked at is counted rather than timed, so that the same inputs give the same plan; past that the first
//! way that is found is taken, and a bound says how much less there might be.

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
    /// How many nodes may be looked at for the cheapest way, and as many again for any.
    most: usize,
    looked_at: usize,
    /// How many choices stand above the one that is looked at.
    depth: usize,
    /// Whether only one way was tried from some choice on.
    deep: bool,
    /// How often.
    dives: usize,
}

/// How often one way is tried where not all are: it may be none.
const MOST_DIVES: usize = 20;

/// How many choices may stand above one another: past that, one way is tried.
const DEEPEST: usize = 200;

impl<'n, 'a> Search<'n, 'a> {
    /// A search that looks at so many nodes for the cheapest way.
    pub(super) fn new(space: &'n Space<'a>, most: usize) -> Self {
        Self { space, most, looked_at: 0, depth: 0, deep: false, dives: 0 }
    }

    fn is_cut(&self) -> bool {
        self.deep || self.looked_at > self.most
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
        self.looked_at += 1 + open.iter().map(|own| own.of.len()).sum::<usize>();
        if !choice.settle(self.space, &mut open) {
            return None;
        }
        if self.depth == DEEPEST || self.looked_at / 2 > self.most {
            self.deep = true;
            // Where a way is known already, nothing is gained by another that nobody compared.
            return if below.is_none() { self.dive(choice, open) } else { None };
        }
        let least = choice.weight + self.bound(&choice, &open);
        if below.is_some_and(|below| least >= below) {
            return None;
        }
        self.depth += 1;
        let mut parts = self.parts(&choice, open).into_iter();
        let found = parts.try_fold(choice, |choice, part| self.part(&choice, part, below));
        self.depth -= 1;
        let choice = found?;
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

    /// One way, if it is one: always what costs least next.
    fn dive(&mut self, mut choice: Choice, mut open: Vec<Open<'n>>) -> Option<Choice> {
        self.dives += 1;
        if self.dives > MOST_DIVES {
            return None;
        }
        while let Some(own) = open.pop() {
            let node = own.of.iter().min_by_key(|node| choice.least(node, self.space)).copied()?;
            open.push(own);
            let possible = choice.require(node, self.space, &mut open);
            if !possible || !choice.settle(self.space, &mut open) {
                return None;
            }
        }
        Some(choice)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checklists::rulebook;
    use crate::plan::axis::{Axis, Part};
    use crate::standing::State;

    /// A space of so many states that may come to be in place, the one at `n` weighing `n % 5`.
    fn with_states<T>(count: usize, work: impl FnOnce(&Space<'_>) -> T) -> T {
        let rulebook = rulebook().unwrap();
        let arrangement = &rulebook.vocabulary().arrangements()[0];
        let axis = |at: usize| Axis {
            arrangement,
            part: Part::State { from: State::Absent },
            weight: Weight { cost: at as u64 % 5, changes: 1 },
        };
        work(&Space::bare((0..count).map(axis).collect()))
    }

    fn one(axis: usize) -> Node {
        Node::One { axis, options: 0b10 }
    }

    #[test]
    fn what_is_too_much_to_look_at_is_found_and_bounded() {
        // Two of three, in a ring: each has axes in common with its neighbours.
        let count = 120;
        let ring: Vec<Node> = (0..count)
            .map(|at| Node::at_least(2, [0, 1, 7].map(|more| one((at + more) % count))))
            .collect();
        with_states(count, |space| {
            let goals: Vec<&Node> = ring.iter().collect();
            let from = Choice::all(space);
            let Found::Way { choice, at_least } = Search::new(space, 2_000).cheapest(&from, &goals)
            else {
                panic!("there is a way")
            };
            assert!(at_least <= choice.weight, "{at_least:?}, {:?}", choice.weight);
            assert!(goals.iter().all(|node| {
                let left = |axis| 1 << choice.option(axis);
                node.is_certain(&(0..count).map(left).collect::<Vec<_>>())
            }));
        });
    }

    #[test]
    fn no_number_of_choices_exhausts_the_stack() {
        let count = 4_000;
        let half = Node::at_least(count / 2, (0..count).map(one));
        with_states(count, |space| {
            let from = Choice::all(space);
            let found = Search::new(space, 10_000).cheapest(&from, &[&half]);
            let Found::Way { choice, .. } = found else { panic!("{found:?}") };
            assert!(choice.weight.changes >= count as u64 / 2);
        });
    }

    #[test]
    fn what_contradicts_itself_has_no_way() {
        with_states(2, |space| {
            let never = Node::One { axis: 0, options: STAYS };
            let found = Search::new(space, 100).cheapest(&Choice::all(space), &[&one(0), &never]);
            assert!(matches!(found, Found::None), "{found:?}");
        });
    }
}
