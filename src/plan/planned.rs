//! The plan for one force.

use super::change::Change;
use super::ledger::{Ledger, Moved, Stood};
use super::order::{Order, Wanted};
use super::reach::{Proof, Reached, Unreached, reach};
use super::situation::Situation;
use super::space::Space;
use super::stage::{Goal, Stage, stages, worth};
use super::weight::{Costs, Weight};
use crate::assessment::Assessment;
use crate::declaration::{Clock, Declaration};
use crate::rulebook::{Branches, Rulebook};
use crate::standing::Outcome;

/// What is asked of a plan.
#[derive(Clone, Debug)]
pub struct Asked<'a> {
    /// What it is for.
    pub goal: &'a Goal,
    /// What changes cost.
    pub costs: &'a Costs,
    /// How many parts of needs are looked at for the best set of a stage. Past that, it says how much
    /// better there might be.
    pub effort: usize,
}

impl Asked<'_> {
    /// As many as a person waits for.
    pub const EFFORT: usize = 400_000;
}

/// What to change, and in which order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// How requirements stand before it.
    pub before: Stood,
    /// The steps, each with those before it.
    pub steps: Vec<Step>,
    /// How good the set of each stage is that wants anything.
    pub proofs: Vec<Proof>,
    /// What is wanted and isn't met by it.
    pub unreached: Vec<Unreached>,
}

/// Changes that are made together, since fewer of them would meet nothing more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What it is for.
    pub stage: Stage,
    /// The changes, those of an arrangement together.
    pub changes: Vec<Change>,
    /// What they weigh.
    pub weight: Weight,
    /// The requirements that come to something else by it, in the order of the assessment.
    pub moved: Vec<Moved>,
    /// How requirements stand after it.
    pub after: Stood,
}

impl Step {
    /// What it closes.
    pub fn closes(&self) -> impl Iterator<Item = &Moved> {
        self.moved.iter().filter(|moved| moved.to == Outcome::Met)
    }

    /// What it raises, and doesn't close.
    pub fn raises(&self) -> impl Iterator<Item = &Moved> {
        self.moved.iter().filter(|moved| moved.to > moved.from && moved.to != Outcome::Met)
    }

    /// What it lowers.
    pub fn lowers(&self) -> impl Iterator<Item = &Moved> {
        self.moved.iter().filter(|moved| moved.to < moved.from)
    }
}

impl Plan {
    /// What all its changes weigh.
    #[must_use]
    pub fn weight(&self) -> Weight {
        self.steps.iter().map(|step| step.weight).sum()
    }

    /// How requirements stand after it.
    #[must_use]
    pub fn after(&self) -> Stood {
        self.steps.last().map_or(self.before, |step| step.after)
    }
}

/// What to change so that what is wanted of a declaration is met. The assessment is of this declaration;
/// what isn't in it isn't looked at.
#[must_use]
pub fn plan(
    rulebook: &Rulebook,
    declaration: &Declaration,
    assessment: &Assessment,
    asked: &Asked<'_>,
) -> Plan {
    let mut ledger = Ledger::of(rulebook, assessment, situation(declaration, assessment));
    let needs: Vec<&Branches> = ledger.rows.iter().map(|row| &row.requirement.needs).collect();
    let space = Space::of(&needs, &ledger.situation, rulebook.vocabulary(), asked.costs);
    let nodes: Vec<_> = needs.iter().map(|needs| space.met(needs, &ledger.situation)).collect();
    let wanted = stages(&ledger, asked.goal);
    let Reached { stages, unreached } = reach(&space, &ledger, &nodes, wanted, asked.effort);
    let mut plan =
        Plan { before: ledger.stood(), steps: Vec::new(), proofs: Vec::new(), unreached };
    let Some(last) = stages.last() else { return plan };
    let mut order = Order::new(&space, &last.choice);
    let mut before = Weight::default();
    for own in &stages {
        let mut rows = own.rows.clone();
        rows.sort_unstable();
        let wanted = rows.iter().filter_map(|at| {
            let strength = ledger.rows.get(*at)?.finding.strength;
            Some(Wanted { node: nodes.get(*at)?, worth: worth(strength) })
        });
        let wanted: Vec<Wanted<'_>> = wanted.collect();
        let first = plan.steps.len();
        for options in order.stage(&own.choice, &wanted) {
            let step = made(own.stage, space.changes(&options), &mut ledger, asked.costs);
            plan.steps.push(step);
        }
        let steps = plan.steps.get(first..).unwrap_or_default();
        let at_least = if space.whole { own.at_least - before } else { Weight::default() };
        before = own.choice.weight;
        if own.wanted > 0 {
            let weight = steps.iter().map(|step| step.weight).sum();
            plan.proofs.push(Proof {
                stage: own.stage,
                wanted: own.wanted,
                reached: own.rows.len(),
                weight,
                at_least: at_least.min(weight),
            });
        }
    }
    plan
}

/// What changes come to that somebody has in mind.
#[must_use]
pub fn what_if(
    rulebook: &Rulebook,
    declaration: &Declaration,
    assessment: &Assessment,
    (changes, costs): (Vec<Change>, &Costs),
) -> Plan {
    let mut ledger = Ledger::of(rulebook, assessment, situation(declaration, assessment));
    let before = ledger.stood();
    let step = made(Stage::WhatIf, changes, &mut ledger, costs);
    Plan { before, steps: vec![step], proofs: Vec::new(), unreached: Vec::new() }
}

fn situation(declaration: &Declaration, assessment: &Assessment) -> Situation {
    let clock = Clock { facts: assessment.as_of, assessed: assessment.assessed_on };
    Situation::of(declaration, clock)
}

fn made(stage: Stage, changes: Vec<Change>, ledger: &mut Ledger<'_>, costs: &Costs) -> Step {
    let moved = ledger.make(&changes);
    let weight = changes.iter().map(|change| costs.of(change)).sum();
    Step { stage, changes, weight, moved, after: ledger.stood() }
}
