//! `json`: plans for programs. What is published is stated key by key in the views here.

#[cfg(test)]
use schemars::JsonSchema;
use serde::Serialize;

use super::format::{PlanFormat, PlanOptions};
use super::said::finding;
use crate::assessment::Tally;
use crate::declaration::Value;
use crate::plan::{Barred, Change, Moved, Planned, Plans, Proof, Stage, Step, Stood, Weight, What};
use crate::report::format::Readers;
use crate::report::json::{JSON, Spacing, bytes, no_json};
use crate::report::words::changes;
use crate::result::Rules;
use crate::rulebook::FieldId;
use crate::source::Fault;
use crate::standing::{Day, ForceKind, Outcome, State, Strength};

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

/// How many requirements in force come out how.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "Stood", deny_unknown_fields))]
struct StoodJson {
    /// All of them.
    all: Tally,
    /// The duties among them.
    duties: Tally,
}

/// Changes that are made together.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "Step", deny_unknown_fields))]
struct StepJson<'a> {
    /// What it is for.
    stage: Stage,
    /// It in words.
    says: String,
    /// The changes.
    changes: Vec<ChangeJson<'a>>,
    /// What they weigh.
    weight: Weight,
    /// The requirements that it meets.
    closes: Vec<MovedJson<'a>>,
    /// Those that it raises and doesn't meet.
    raises: Vec<MovedJson<'a>>,
    /// Those that it lowers.
    lowers: Vec<MovedJson<'a>>,
    /// How many requirements come out how after it.
    after: StoodJson,
}

/// One change.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "Change", deny_unknown_fields))]
struct ChangeJson<'a> {
    /// The arrangement.
    arrangement: &'a str,
    /// The field; nothing where it is the state.
    field: Option<&'a str>,
    /// It in words.
    says: String,
    /// What it costs.
    cost: u64,
    /// The state that it comes from; nothing of a field.
    state: Option<State>,
    /// The state that it comes to.
    to_state: Option<State>,
    /// What was stated of the field.
    from: Option<&'a Value>,
    /// A value that is enough: the least of those that are. Of a text that is to be stated, any would do.
    to: Option<&'a Value>,
    /// The item that is added to a list; nothing where any will do.
    item: Option<&'a str>,
    /// What holds then and didn't, in the need language.
    asked: Vec<String>,
    /// The limits that it lifts, in the need language.
    lifts: Vec<String>,
}

/// A requirement that comes to something else.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "Moved", deny_unknown_fields))]
struct MovedJson<'a> {
    /// Its id.
    requirement: &'a str,
    /// What it claims.
    title: &'a str,
    /// How binding it is.
    strength: Option<Strength>,
    /// What it came to.
    from: Outcome,
    /// What it comes to then.
    to: Outcome,
    /// What closes a gap against it.
    remedy: &'a str,
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

impl<'a> StepJson<'a> {
    fn of(plans: &'a Plans, planned: &'a Planned, step: &'a Step) -> Self {
        let list = |moved: Vec<&'a Moved>| -> Vec<MovedJson<'a>> {
            moved.into_iter().map(|moved| MovedJson::of(planned, moved)).collect()
        };
        Self {
            stage: step.stage,
            says: changes(&step.changes).join("; "),
            changes: step.changes.iter().map(|change| ChangeJson::of(plans, change)).collect(),
            weight: step.weight,
            closes: list(step.closes().collect()),
            raises: list(step.raises().collect()),
            lowers: list(step.lowers().collect()),
            after: step.after.into(),
        }
    }
}

impl<'a> ChangeJson<'a> {
    fn of(plans: &'a Plans, change: &'a Change) -> Self {
        let bare = Self {
            arrangement: change.arrangement.as_str(),
            field: change.field().map(FieldId::as_str),
            says: changes(std::slice::from_ref(change)).concat(),
            cost: plans.costs.of(change).cost,
            state: None,
            to_state: None,
            from: None,
            to: None,
            item: None,
            asked: Vec::new(),
            lifts: Vec::new(),
        };
        match &change.what {
            What::State { from, to } => Self { state: Some(*from), to_state: Some(*to), ..bare },
            What::Item { item, .. } => Self { item: item.as_deref(), ..bare },
            What::Detail { from, to, asked, lifts, .. } => Self {
                from: from.as_ref(),
                to: Some(to),
                asked: asked.iter().map(ToString::to_string).collect(),
                lifts: lifts.iter().map(ToString::to_string).collect(),
                ..bare
            },
        }
    }
}

impl<'a> MovedJson<'a> {
    fn of(planned: &'a Planned, moved: &'a Moved) -> Self {
        let found = finding(planned, moved.requirement.as_str());
        Self {
            requirement: moved.requirement.as_str(),
            title: found.map_or("", |found| &found.title),
            strength: found.map(|found| found.strength),
            from: moved.from,
            to: moved.to,
            remedy: found.map_or("", |found| &found.remedy),
        }
    }
}

impl From<Stood> for StoodJson {
    fn from(own: Stood) -> Self {
        Self { all: own.all, duties: own.duties }
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
