//! `json`: plans for programs. What is published is stated key by key in the views here.

mod step;

#[cfg(test)]
use schemars::JsonSchema;
use serde::Serialize;

use super::format::{PlanFormat, PlanOptions};
use crate::plan::{Barred, Common, Planned, Plans, Proof, Stage, Weight};
use crate::report::format::Readers;
use crate::report::json::{JSON, Spacing, bytes, no_json};
use crate::report::words::changes_from_anywhere;
use crate::result::Rules;
use crate::source::Fault;
use crate::standing::{Day, ForceKind};
use step::{StepJson, StoodJson};

/// The name and version of the shape.
pub const PLAN_SCHEMA: &str = "msacheck/plan/1";

/// The format.
pub(super) const FORMAT: PlanFormat = PlanFormat {
    name: "json",
    about: "Complete, for programs",
    render,
    readers: Readers::Programs(JSON),
};

fn render(plans: &Plans, _: PlanOptions) -> Result<Vec<u8>, Fault> {
    bytes(&PlansJson::from(plans), Spacing::Indented).map_err(|error| no_json(&error))
}

/// What to change, in which order, for requirements to be met.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "Plans", deny_unknown_fields))]
pub(in crate::report) struct PlansJson<'a> {
    /// The name and version of this shape.
    #[cfg_attr(test, schemars(extend("const" = PLAN_SCHEMA)))]
    schema: &'static str,
    /// The program and its version.
    program: &'a str,
    /// The rule packs.
    rules: &'a Rules,
    /// Which requirements are looked at; nothing where all are.
    filtered: Option<&'a str>,
    /// Is an input missing?
    incomplete: bool,
    /// How many inputs couldn't be assessed.
    unassessed: usize,
    /// The target, as it was given; nothing where there is none.
    target: Option<&'a str>,
    /// Were costs given? Without, each change costs 1.
    costed: bool,
    /// One a force.
    plans: Vec<PlanJson<'a>>,
    /// The steps that are the same for several forces, what closes most first.
    across: Vec<CommonJson>,
}

/// A step that several forces have before them.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "CommonStep", deny_unknown_fields))]
struct CommonJson {
    /// It in words.
    says: String,
    /// The ids of the forces.
    forces: Vec<String>,
    /// How many gaps it closes in all their plans together.
    closes: usize,
}

/// The plan for a force.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "Plan", deny_unknown_fields))]
struct PlanJson<'a> {
    /// The force's id.
    force: &'a str,
    /// Its name.
    name: Option<&'a str>,
    /// What kind of force it is.
    kind: ForceKind,
    /// The day of the facts.
    #[cfg_attr(test, schemars(with = "crate::standing::DayForm"))]
    as_of: Day,
    /// The day that was assessed: it picks the law.
    #[cfg_attr(test, schemars(with = "crate::standing::DayForm"))]
    assessed_on: Day,
    /// How many requirements come out how, before anything changes.
    before: StoodJson,
    /// In order: each with those before it.
    steps: Vec<StepJson<'a>>,
    /// How good the set of each stage is.
    proofs: Vec<ProofJson>,
    /// What is wanted and isn't met.
    unreached: Vec<UnreachedJson<'a>>,
}

/// How good the set of a stage is.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "Proof", deny_unknown_fields))]
struct ProofJson {
    /// The stage.
    stage: Stage,
    /// How many gaps it is for.
    wanted: usize,
    /// How many of them it closes.
    closed: usize,
    /// What its changes weigh, beyond those of the stages before it.
    weight: Weight,
    /// No set that closes as much weighs less than this.
    at_least: Weight,
    /// Whether that is what it weighs.
    exact: bool,
}

/// What is wanted and isn't met.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "Unreached", deny_unknown_fields))]
struct UnreachedJson<'a> {
    /// The requirement.
    requirement: &'a str,
    /// Why: nothing meets it, nothing does beside the rest, or there was too much to look at.
    why: Barred,
}

impl<'a> From<&'a Plans> for PlansJson<'a> {
    fn from(own: &'a Plans) -> Self {
        Self {
            schema: PLAN_SCHEMA,
            program: &own.run.program,
            rules: &own.run.rules,
            filtered: own.run.filtered.as_deref(),
            incomplete: own.run.incomplete(),
            unassessed: own.run.unassessed,
            target: own.target.as_deref(),
            costed: own.costs.any(),
            plans: own.plans.iter().map(|planned| PlanJson::of(own, planned)).collect(),
            across: own.across().iter().map(CommonJson::from).collect(),
        }
    }
}

impl From<&Common> for CommonJson {
    fn from(own: &Common) -> Self {
        Self {
            says: changes_from_anywhere(&own.changes).join("; "),
            forces: own.forces.iter().map(ToString::to_string).collect(),
            closes: own.closes,
        }
    }
}

impl<'a> PlanJson<'a> {
    fn of(plans: &'a Plans, planned: &'a Planned) -> Self {
        let (of, plan) = (&planned.gated.assessment, &planned.plan);
        Self {
            force: of.force.as_str(),
            name: of.name.as_deref(),
            kind: of.kind,
            as_of: of.as_of,
            assessed_on: of.assessed_on,
            before: plan.before.into(),
            steps: plan.steps.iter().map(|step| StepJson::of(plans, planned, step)).collect(),
            proofs: plan.proofs.iter().map(ProofJson::from).collect(),
            unreached: plan
                .unreached
                .iter()
                .map(|one| UnreachedJson { requirement: one.requirement.as_str(), why: one.barred })
                .collect(),
        }
    }
}

impl From<&Proof> for ProofJson {
    fn from(own: &Proof) -> Self {
        Self {
            stage: own.stage,
            wanted: own.wanted,
            closed: own.reached,
            weight: own.weight,
            at_least: own.at_least,
            exact: own.is_exact(),
        }
    }
}
