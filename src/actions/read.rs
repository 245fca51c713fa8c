//! A plan, read from its file.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::plan::{Name, Plan};
use super::{Action, ActionStatus};
use crate::rulebook::{ForceId, RequirementId, is_id};
use crate::source::{Fault, Faults, Item, Located, Table, Text, parse_toml};

impl Plan {
    /// The plan that a text holds, as far as it can be read. What is wrong with it goes to `faults`.
    #[must_use]
    pub fn read(text: &Arc<Text>, faults: &Faults) -> Self {
        let parsed = parse_toml(text, faults);
        let root = Table::root(&parsed, text, faults);
        let mut plan = Self { text: Arc::clone(text), actions: Vec::new(), names: Vec::new() };
        let mut known = Known::default();
        for table in root.tables("action") {
            if let Some(action) = plan.action(&table)
                && known.is_new(&table, &action)
            {
                plan.actions.push(action);
            }
            table.finish();
        }
        root.finish();
        plan
    }

    fn action(&mut self, table: &Table<'_>) -> Option<Action> {
        let requirements = table.require("requirement").map(|item| requirements(&item));
        let force = table.text_of("force");
        let owner = table.required_text("owner");
        let deadline = table.require("deadline").and_then(|item| item.day());
        let status = table.required_word::<ActionStatus>("status");
        let note = table.text_of("note");
        if let Some(force) = force.as_ref().filter(|force| !is_id(&force.value)) {
            table.push(
                Fault::new(
                    "actions::not-a-force",
                    table.text(),
                    force.span.clone(),
                    format!("`{}` can't be a force's id", force.value),
                    "expected lower-case words joined by hyphens",
                )
                .help("the `id` of its `[force]`, such as `west-midlands`"),
            );
        }
        let dropped = status.as_ref().filter(|status| status.value == ActionStatus::Dropped);
        if let Some(status) = dropped.filter(|_| note.is_none()) {
            table.push(
                Fault::new(
                    "actions::dropped-without-reason",
                    table.text(),
                    status.span.clone(),
                    "an action is dropped, and nothing says why",
                    "the gap stands",
                )
                .help("say in `note` who decided it, and why"),
            );
        }
        let requirements = requirements?;
        self.names.extend(requirements.iter().map(|id| Name::of(id, table.text())));
        let start = requirements.first()?.span.start;
        Some(Action {
            requirements: once_each(table, requirements)?,
            force: force.map(|found| ForceId::from(found.value.as_str())),
            owner: owner?.value,
            deadline: deadline?.value,
            status: status?.value,
            note: note.map(|found| found.value),
            place: table.text().place(start),
        })
    }
}

/// What an action says, but for when and how far it has come.
type Said = (Vec<RequirementId>, Option<ForceId>, String, Option<String>);

/// What stands in the plan already, each with its line.
#[derive(Default)]
struct Known(BTreeMap<Said, usize>);

impl Known {
    /// Two actions may be on one gap; two that say the same to the same people are one that was copied.
    fn is_new(&mut self, table: &Table<'_>, action: &Action) -> bool {
        let Action { requirements, force, owner, note, place, .. } = action.clone();
        let Some(line) = self.0.insert((requirements, force, owner, note), place.line) else {
            return true;
        };
        table.push(
            Fault::new(
                "actions::twice",
                table.text(),
                table.header(),
                "an action stands in the plan twice",
                format!("used again here; it stands in line {line} already"),
            )
            .help("keep one; two steps towards one requirement differ in their `note`"),
        );
        false
    }
}

/// The requirements that are named: one, or a list.
fn requirements(item: &Item<'_>) -> Vec<Located<String>> {
    if !item.is_list() {
        return item.text().into_iter().collect();
    }
    let items = item.list().unwrap_or_default();
    if items.is_empty() {
        item.fault(
            "actions::no-requirement",
            "an action names no requirement",
            "expected one at least",
        );
    }
    items.iter().filter_map(Item::text).collect()
}

fn once_each(table: &Table<'_>, named: Vec<Located<String>>) -> Option<Vec<RequirementId>> {
    let mut seen = BTreeSet::new();
    let mut ids = Vec::new();
    let all = named.len();
    for id in named {
        if seen.insert(id.value.clone()) {
            ids.push(RequirementId::from(id.value.as_str()));
        } else {
            let message = format!("`{}` is named twice", id.value);
            table.fault("actions::named-twice", id.span, message, "used again here");
        }
    }
    (ids.len() == all).then_some(ids)
}
