//! What to change: the plan of each force whose check it is.

use std::ops::ControlFlow;

use super::asked::Check;
use super::assess::Assessing;
use super::ordered::in_order;
use super::target::Target;
use super::what_if::WhatIf;
use crate::declaration::Declaration;
use crate::plan::{Asked, Costs, Goal, Planned, Plans, plan, what_if};
use crate::source::{Digest, Fault};

/// What is asked of plans.
#[derive(Clone, Debug)]
pub struct AskedPlan {
    /// What they are for.
    pub wanted: Wanted,
    /// What changes cost.
    pub costs: Costs,
}

/// What plans are for.
#[derive(Clone, Debug)]
pub enum Wanted {
    /// Everything, in order.
    InOrder,
    /// What a target means.
    Target(Target),
    /// Changes that somebody has in mind.
    WhatIf(WhatIf),
}

impl Assessing<'_> {
    /// Plans for each force, on as many threads as the check has.
    ///
    /// # Errors
    ///
    /// Changes that can't be made of some force; a fault where no threads can be started.
    pub fn plans(self, asked: &AskedPlan) -> Result<Plans, Vec<Fault>> {
        let run = self.run();
        let Self { check, declarations, .. } = self;
        let rules = check.rules.digests();
        let jobs = check.threads_for(declarations.len());
        let (mut plans, mut faults) = (Vec::new(), Vec::new());
        let work = |declaration: Declaration| check.planned_for(&declaration, &rules, asked);
        in_order(declarations.into_iter(), jobs, work, |planned| {
            match planned {
                Ok(planned) => plans.push(planned),
                Err(own) => faults.extend(own),
            }
            ControlFlow::Continue(())
        })
        .map_err(|fault| vec![fault])?;
        if !faults.is_empty() {
            return Err(faults);
        }
        let target = match &asked.wanted {
            Wanted::Target(target) => Some(target.words().to_owned()),
            Wanted::InOrder | Wanted::WhatIf(_) => None,
        };
        Ok(Plans { run, target, costs: asked.costs.clone(), plans })
    }
}

impl Check<'_> {
    fn planned_for(
        &self,
        declaration: &Declaration,
        rules: &[Digest],
        asked: &AskedPlan,
    ) -> Result<Planned, Vec<Fault>> {
        let gated = self.gated_assessment(declaration, rules);
        let (rulebook, costs) = (self.rules.rulebook(), &asked.costs);
        let backed = self.backed(declaration);
        let assessment = &gated.assessment;
        let goal = match &asked.wanted {
            Wanted::InOrder => Goal::InOrder,
            Wanted::Target(target) => Goal::Target(target.of(assessment)),
            Wanted::WhatIf(wishes) => {
                let changes = wishes.of(&backed, assessment)?;
                let plan = what_if(rulebook, &backed, assessment, (changes, costs));
                return Ok(Planned { gated, plan });
            }
        };
        let asked = Asked { goal: &goal, costs, effort: Asked::EFFORT };
        let plan = plan(rulebook, &backed, assessment, &asked);
        Ok(Planned { gated, plan })
    }
}
