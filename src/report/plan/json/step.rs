//! A step with its changes, and what it comes to.

#[cfg(test)]
use schemars::JsonSchema;
use serde::Serialize;

use crate::assessment::Tally;
use crate::declaration::Value;
use crate::plan::{Change, Moved, Planned, Plans, Stage, Step, Stood, Weight, What};
use crate::report::plan::said::finding;
use crate::report::words::changes;
use crate::rulebook::FieldId;
use crate::standing::{Outcome, State, Strength};

/// How many requirements in force come out how.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "Stood", deny_unknown_fields))]
pub(super) struct StoodJson {
    /// All of them.
    all: Tally,
    /// The duties among them.
    duties: Tally,
}

/// Changes that are made together.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "Step", deny_unknown_fields))]
pub(super) struct StepJson<'a> {
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

impl<'a> StepJson<'a> {
    pub(super) fn of(plans: &'a Plans, planned: &'a Planned, step: &'a Step) -> Self {
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
