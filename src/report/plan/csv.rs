//! `csv`: a row a change. It is written as the CSV of a result is.

use super::format::{PlanFormat, PlanOptions};
use super::said::remedies;
use crate::plan::{Change, Moved, Planned, Plans, Step, What};
use crate::report::columns::{CellValue, text};
use crate::report::csv::table;
use crate::report::format::Readers;
use crate::report::words::changes;
use crate::source::Fault;
use crate::standing::Words as _;

/// The format.
pub(super) const FORMAT: PlanFormat = PlanFormat {
    name: "csv",
    about: "A row a change, for spreadsheets and databases",
    render,
    readers: Readers::Programs(&["\"force\",\"step\","]),
};

const HEADS: [&str; 14] = [
    "force",
    "step",
    "stage",
    "arrangement",
    "field",
    "from",
    "change",
    "cost",
    "closes",
    "raises",
    "lowers",
    "remedies",
    "duties_met_then",
    "met_then",
];

fn render(plans: &Plans, _: PlanOptions) -> Result<Vec<u8>, Fault> {
    let rows = plans.plans.iter().flat_map(|planned| {
        let steps = planned.plan.steps.iter().zip(1_usize..);
        steps.flat_map(move |(step, at)| {
            step.changes.iter().map(move |change| row(plans, planned, (at, step), change))
        })
    });
    // An input without a plan has a row: nobody must take it for one that has nothing to do.
    let missing = plans.run.what_is_missing().map(|said| {
        let mut row = vec![text(""), CellValue::Empty, text(&said)];
        row.resize(HEADS.len(), CellValue::Empty);
        row
    });
    table(HEADS.into_iter(), rows.chain(missing))
}

fn row(
    plans: &Plans,
    planned: &Planned,
    (at, step): (usize, &Step),
    change: &Change,
) -> Vec<CellValue> {
    let from = match &change.what {
        What::State { from, .. } => from.to_string(),
        What::Detail { from, .. } => from.as_ref().map(ToString::to_string).unwrap_or_default(),
        What::Item { .. } => String::new(),
    };
    let ids = |moved: Vec<&Moved>| {
        let ids: Vec<&str> = moved.iter().map(|moved| moved.requirement.as_str()).collect();
        text(&ids.join("; "))
    };
    vec![
        text(planned.gated.assessment.force.as_str()),
        number(at),
        text(step.stage.word()),
        text(change.arrangement.as_str()),
        change.field().map_or(CellValue::Empty, |field| text(field.as_str())),
        text(&from),
        text(&changes(std::slice::from_ref(change)).concat()),
        number(plans.costs.of(change).cost),
        ids(step.closes().collect()),
        ids(step.raises().collect()),
        ids(step.lowers().collect()),
        text(&remedies(planned, step).join(" ")),
        number(step.after.duties.met),
        number(step.after.all.met),
    ]
}

fn number(number: impl TryInto<u32>) -> CellValue {
    CellValue::Number(number.try_into().unwrap_or(u32::MAX))
}
