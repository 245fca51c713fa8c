//! One stage after the other: what it takes to meet what each wants, beside what is met already.

use super::choice::Choice;
use super::ledger::Ledger;
use super::node::Node;
use super::solve::{Found, Search};
use super::space::Space;
use super::stage::Stage;
use super::weight::Weight;
use crate::rulebook::RequirementId;
use crate::standing::{Outcome, words};

/// How good a stage's set of changes is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proof {
    /// The stage.
    pub stage: Stage,
    /// How many requirements it is for.
    pub wanted: usize,
    /// How many of them it meets.
    pub reached: usize,
    /// What its changes weigh, beyond those of the stages before it.
    pub weight: Weight,
    /// No set of changes that meets them, beyond those of the stages before it, weighs less than this.
    pub at_least: Weight,
}

impl Proof {
    /// Whether no set that weighs less would do.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.weight == self.at_least
    }
}

/// A requirement that was wanted, and that no step meets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreached {
    /// The requirement.
    pub requirement: RequirementId,
    /// Why.
    pub barred: Barred,
}

words! {
    /// Why no step meets a requirement.
    pub enum Barred {
        /// Nothing that a force can change meets it.
        Never = "never",
        /// By itself it can be met, but not beside what else is wanted or met.
        Conflict = "conflict",
        /// There was too much to look at.
        Unknown = "unknown",
    }
}

/// What it takes to meet what stages want.
pub(super) struct Reached {
    /// What each stage comes to: each keeps to what those before it chose.
    pub(super) stages: Vec<ReachedStage>,
    pub(super) unreached: Vec<Unreached>,
}

/// What it takes to meet what a stage wants.
pub(super) struct ReachedStage {
    pub(super) stage: Stage,
    /// The rows that it meets.
    pub(super) rows: Vec<usize>,
    pub(super) wanted: usize,
    pub(super) choice: Choice,
    pub(super) at_least: Weight,
}

/// What holds, and goes on holding.
struct Held<'n, 'a> {
    space: &'n Space<'a>,
    nodes: Vec<&'n Node>,
    choice: Choice,
    effort: usize,
}

/// Meets what stages want, as far as it can be met, with the least weight. What must hold for a row is
/// the node of its number.
pub(super) fn reach(
    space: &Space<'_>,
    ledger: &Ledger<'_>,
    nodes: &[Node],
    stages: Vec<(Stage, Vec<usize>)>,
    effort: usize,
) -> Reached {
    let met = ledger.rows.iter().zip(nodes).filter(|(row, _)| row.outcome == Outcome::Met);
    let met = met.map(|(_, node)| node).collect();
    let mut held = Held { space, nodes: met, choice: Choice::all(space), effort };
    let (mut reached, mut unreached) = (Vec::new(), Vec::new());
    for (stage, mut wanted) in stages {
        // Where not all can be met, the strongest are.
        let strength = |at: &usize| ledger.rows.get(*at).map(|row| row.finding.strength);
        wanted.sort_by_key(|at| std::cmp::Reverse(strength(at)));
        let all: Vec<(usize, &Node)> =
            wanted.iter().filter_map(|at| Some((*at, nodes.get(*at)?))).collect();
        let (rows, at_least, barred) = held.meet(&all);
        unreached.extend(barred.into_iter().filter_map(|(at, barred)| {
            let requirement = ledger.rows.get(at)?.finding.requirement.clone();
            Some(Unreached { requirement, barred })
        }));
        let choice = held.choice.clone();
        reached.push(ReachedStage { stage, rows, wanted: wanted.len(), choice, at_least });
    }
    Reached { stages: reached, unreached }
}

type Met = (Vec<usize>, Weight, Vec<(usize, Barred)>);

impl<'n> Held<'n, '_> {
    /// Meets all of these, or as many as can be one after the other.
    fn meet(&mut self, wanted: &[(usize, &'n Node)]) -> Met {
        let possible: Vec<_> = wanted.iter().filter(|(_, node)| **node != Node::NEVER).collect();
        let mut barred: Vec<(usize, Barred)> = wanted
            .iter()
            .filter(|(_, node)| **node == Node::NEVER)
            .map(|(at, _)| (*at, Barred::Never))
            .collect();
        let nodes: Vec<&Node> = possible.iter().map(|(_, node)| *node).collect();
        if let Found::Way { choice, at_least } = self.cheapest(&nodes) {
            self.hold(nodes, choice);
            return (possible.iter().map(|(at, _)| *at).collect(), at_least, barred);
        }
        let (mut rows, mut nodes) = (Vec::new(), Vec::new());
        for (at, node) in possible {
            nodes.push(*node);
            match self.cheapest(&nodes) {
                Found::Way { .. } => rows.push(*at),
                found => {
                    nodes.pop();
                    barred.push((*at, self.why(node, &found)));
                }
            }
        }
        let at_least = match self.cheapest(&nodes) {
            Found::Way { choice, at_least } => {
                self.hold(nodes, choice);
                at_least
            }
            _ => Weight::default(),
        };
        (rows, at_least, barred)
    }

    fn cheapest(&self, nodes: &[&'n Node]) -> Found {
        let goals = [self.nodes.as_slice(), nodes].concat();
        Search::new(self.space, self.effort).cheapest(&self.choice, &goals)
    }

    fn hold(&mut self, nodes: Vec<&'n Node>, choice: Choice) {
        self.nodes.extend(nodes);
        self.choice = choice;
    }

    fn why(&self, node: &'n Node, found: &Found) -> Barred {
        if matches!(found, Found::Unknown) {
            return Barred::Unknown;
        }
        let mut alone = Search::new(self.space, self.effort);
        match alone.cheapest(&Choice::all(self.space), &[node]) {
            Found::Way { .. } => Barred::Conflict,
            Found::None => Barred::Never,
            Found::Unknown => Barred::Unknown,
        }
    }
}
