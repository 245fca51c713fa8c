//! In which order the changes of a stage are made: first those by which most is met for least.

use super::choice::Choice;
use super::node::{Node, Options, STAYS};
use super::solve::{Found, Search};
use super::space::Space;
use super::weight::Weight;

/// How much is looked at for what one requirement takes out of a set that is chosen already.
const EFFORT: usize = 5_000;

/// Something that a stage is to meet.
#[derive(Clone, Copy)]
pub(super) struct Wanted<'n> {
    /// What must hold for it.
    pub(super) node: &'n Node,
    /// What it is worth.
    pub(super) worth: u64,
}

/// What is done, and what is still to be done.
pub(super) struct Order<'n, 'a> {
    space: &'n Space<'a>,
    /// The option that each axis comes to in the end.
    last: Vec<usize>,
    done: Vec<bool>,
}

/// What is wanted and not met yet, with the axes that it takes.
struct Pending<'n> {
    wanted: Wanted<'n>,
    takes: Option<Vec<usize>>,
}

impl<'n, 'a> Order<'n, 'a> {
    /// Nothing is done yet, and in the end all is as was chosen last.
    pub(super) fn new(space: &'n Space<'a>, last: &Choice) -> Self {
        let axes = space.axes.len();
        let last = (0..axes).map(|axis| last.option(axis)).collect();
        Self { space, last, done: vec![false; axes] }
    }

    /// The steps of a stage: the axes that change in each, with the options that they come to. What
    /// nothing takes isn't changed.
    pub(super) fn stage(
        &mut self,
        choice: &Choice,
        wanted: &[Wanted<'n>],
    ) -> Vec<Vec<(usize, usize)>> {
        let mut steps = Vec::new();
        let mut pending: Vec<Pending<'n>> =
            wanted.iter().map(|wanted| Pending { wanted: *wanted, takes: None }).collect();
        loop {
            let now = self.left(&[]);
            pending.retain(|own| !own.wanted.node.is_certain(&now));
            if pending.is_empty() {
                return steps;
            }
            for own in pending.iter_mut().filter(|own| own.takes.is_none()) {
                own.takes = Some(self.takes(own.wanted.node, choice));
            }
            let Some(best) = self.best(&pending) else { return steps };
            for axis in &best {
                if let Some(done) = self.done.get_mut(*axis) {
                    *done = true;
                }
            }
            for own in &mut pending {
                let mut touched = false;
                own.wanted.node.each(&mut |axis, _| touched |= best.contains(&axis));
                let takes = own.takes.take();
                own.takes = takes.filter(|_| !touched);
            }
            let option = |axis: &usize| Some((*axis, *self.last.get(*axis)?));
            steps.push(best.iter().filter_map(option).collect());
        }
    }

    /// How each axis stands with what is done, and with these.
    fn left(&self, with: &[usize]) -> Vec<Options> {
        let last = self.last.iter().zip(&self.done).enumerate();
        last.map(
            |(axis, (option, done))| {
                if *done || with.contains(&axis) { 1 << option } else { STAYS }
            },
        )
        .collect()
    }

    /// The axes that must change for a node to hold, out of those that the stage changes.
    fn takes(&self, node: &'n Node, choice: &Choice) -> Vec<usize> {
        let mut left = self.left(&[]);
        let mut open = Vec::new();
        for (axis, own) in left.iter_mut().enumerate() {
            let is_done = self.done.get(axis).copied().unwrap_or(true);
            if choice.changes(axis) && !is_done {
                *own |= self.last.get(axis).map_or(0, |option| 1 << option);
                open.push(axis);
            }
        }
        let from = Choice { left, weight: Weight::default() };
        let changes = |choice: &Choice| -> Vec<usize> {
            open.iter().copied().filter(|axis| choice.changes(*axis)).collect()
        };
        match Search::new(self.space, EFFORT).cheapest(&from, &[node]) {
            Found::Way { choice, .. } => changes(&choice),
            // All of them do.
            Found::None | Found::Unknown => open,
        }
    }

    /// The axes by which most is met for what they weigh; of two that are alike, the first. Where a part of
    /// them meets something by itself, that part comes first: no step is larger than it must be.
    fn best(&self, pending: &[Pending<'n>]) -> Option<Vec<usize>> {
        let mut tried: Vec<Offer<'_>> = Vec::new();
        for takes in pending.iter().filter_map(|own| own.takes.as_ref()) {
            if takes.is_empty() || tried.iter().any(|offer| offer.takes == takes) {
                continue;
            }
            let then = self.left(takes);
            let met = pending.iter().filter(|own| own.wanted.node.is_certain(&then));
            let worth = met.map(|own| own.wanted.worth).sum();
            tried.push(Offer { worth, price: self.price(takes), takes });
        }
        let mut best = first_of_the_best(tried.iter())?;
        while let Some(part) =
            first_of_the_best(tried.iter().filter(|offer| offer.is_part_of(best)))
        {
            best = part;
        }
        Some(best.takes.clone())
    }

    /// What changes weigh, in one number: what costs nothing counts by its number alone.
    fn price(&self, axes: &[usize]) -> u64 {
        let weight: Weight =
            axes.iter().filter_map(|axis| self.space.axes.get(*axis)).map(|own| own.weight).sum();
        weight.cost.saturating_mul(1024).saturating_add(weight.changes)
    }
}

/// Axes that could change next.
struct Offer<'p> {
    /// What is met by them, by its worth.
    worth: u64,
    price: u64,
    takes: &'p Vec<usize>,
}

impl Offer<'_> {
    fn beats(&self, other: &Self) -> bool {
        let by = |worth: u64, price: u64| u128::from(worth) * u128::from(price);
        by(self.worth, other.price) > by(other.worth, self.price)
    }

    fn is_part_of(&self, other: &Self) -> bool {
        self.takes.len() < other.takes.len()
            && self.takes.iter().all(|axis| other.takes.contains(axis))
    }
}

fn first_of_the_best<'o, 'p>(
    mut offers: impl Iterator<Item = &'o Offer<'p>>,
) -> Option<&'o Offer<'p>> {
    let first = offers.next()?;
    Some(offers.fold(first, |best, offer| if offer.beats(best) { offer } else { best }))
}
