//! An inspector's own finding on a requirement, beside what the program computes.

use std::sync::Arc;

#[cfg(test)]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::rulebook::{RequirementId, Rulebook, became};
use crate::source::{Fault, Faults, Located, Place, Table, Text, parse_toml};
use crate::standing::{Day, words};

words! {
    /// What an inspector finds where the computed outcome doesn't tell it.
    pub enum JudgedAs {
        /// What the requirement is for is reached in another way than it asks.
        MetByOtherMeans = "met by other means",
        /// What is declared doesn't bear out in practice.
        NotMetInPractice = "not met in practice",
    }
}

/// An inspector's own finding on a requirement. It is shown beside the computed outcome; it changes
/// no outcome and moves no gate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub struct Judgement {
    /// The requirement.
    pub requirement: RequirementId,
    /// What the inspector finds.
    pub verdict: JudgedAs,
    /// Who, by role.
    pub role: String,
    /// When.
    #[cfg_attr(test, schemars(with = "crate::standing::DayForm"))]
    pub date: Day,
    /// Why.
    pub reason: String,
    /// The last day on which it holds.
    #[cfg_attr(test, schemars(with = "crate::standing::DayForm"))]
    pub last_day: Day,
    /// Where it stands: the requirement's name in its file.
    pub place: Place,
}

impl Judgement {
    /// Whether it holds on a day.
    #[must_use]
    pub fn holds_on(&self, day: Day) -> bool {
        day <= self.last_day
    }
}

/// Reads `[[judgement]]`. `today` judges dates in the future. Faults go to the table.
pub(super) fn read_judgements(root: &Table<'_>, today: Day) -> Vec<Judgement> {
    root.tables("judgement").into_iter().filter_map(|table| read_one(table, today)).collect()
}

fn read_one(table: Table<'_>, today: Day) -> Option<Judgement> {
    let requirement = table.required_text("requirement");
    let verdict = table.required_word::<JudgedAs>("verdict");
    let role = table.required_text("role");
    let date = table.require("date").and_then(|item| {
        let day = item.day()?;
        if day.value > today {
            item.push(
                Fault::new(
                    "declaration::future-date",
                    item.file(),
                    item.span(),
                    "this judgement is of a day that is still to come",
                    format!("expected {today}, which is today, or earlier"),
                )
                .help("`--today` sets another day for today"),
            );
        }
        Some(day)
    });
    let reason = table.required_text("reason");
    let last_day = table.require("last_day").and_then(|item| item.day());
    if let (Some(date), Some(last)) = (&date, &last_day)
        && last.value < date.value
    {
        table.push(
            Fault::new(
                "declaration::never-holds",
                table.text(),
                last.span.clone(),
                "this judgement never holds: its last day is before its date",
                "expected its date or later",
            )
            .also(date.span.clone(), "the date"),
        );
    }
    let text = Arc::clone(table.text());
    table.finish();
    let Located { value: requirement, span } = requirement?;
    Some(Judgement {
        requirement: RequirementId::from(requirement.as_str()),
        verdict: verdict?.value,
        role: role?.value,
        date: date?.value,
        reason: reason?.value,
        last_day: last_day?.value,
        place: text.place(span.start),
    })
}

/// Judgements under the names of today: one on what was split counts for each part.
#[must_use]
pub fn called_now(judgements: Vec<Judgement>, rulebook: &Rulebook) -> Vec<Judgement> {
    let mut now: Vec<Judgement> = Vec::new();
    for judgement in judgements {
        match rulebook.called_now(judgement.requirement.as_str()) {
            [] => now.push(judgement),
            called => now.extend(called.iter().map(|id| {
                let requirement = id.clone();
                Judgement { requirement, ..judgement.clone() }
            })),
        }
    }
    now
}

/// Whether every judgement in a declaration's file speaks of a requirement that there is. Faults go
/// to `faults`, those of a file with other faults, too.
pub fn check_judgements(text: &Arc<Text>, rulebook: &Rulebook, faults: &Faults) -> bool {
    if !text.body().contains("judgement") {
        return true;
    }
    // Whatever else is wrong is told when the file is loaded.
    let unheard = Faults::new();
    let parsed = parse_toml(text, &unheard);
    let root = Table::root(&parsed, text, &unheard);
    let tables = root.tables("judgement");
    let named = || tables.iter().filter_map(|table| table.text_of("requirement"));
    for id in named() {
        let now = rulebook.called_now(&id.value);
        if !now.is_empty() {
            let message = became(&id.value, now);
            let fault = Fault::new("declaration::former-name", text, id.span, message, "as it was");
            faults.push(fault.help("write the name of today").into_warning());
        }
    }
    let unknown: Vec<Located<String>> = named().filter(|id| !rulebook.knows(&id.value)).collect();
    for id in &unknown {
        let near = rulebook.nearest_requirement(&id.value);
        let help = near.map(|near| format!("did you mean \"{near}\"?"));
        faults.push(
            Fault::new(
                "declaration::unknown-requirement",
                text,
                id.span.clone(),
                format!("there is no requirement `{}`", id.value),
                "not known",
            )
            .maybe_help(help.or_else(|| Some("`msacheck rules list` lists them".to_owned()))),
        );
    }
    unknown.is_empty()
}
