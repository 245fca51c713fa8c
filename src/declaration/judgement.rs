//! An inspector's own finding on a requirement, beside what the program computes.

use std::sync::Arc;

use super::Declaration;
use super::force::in_the_future;
use crate::rulebook::{RequirementId, Rulebook};
use crate::source::{Fault, Faults, Located, Span, Table, Text};
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
#[derive(Clone, Debug)]
pub struct Judgement {
    /// The requirement.
    pub requirement: RequirementId,
    /// What the inspector finds.
    pub verdict: JudgedAs,
    /// Who, by role.
    pub role: String,
    /// When.
    pub date: Day,
    /// Why.
    pub reason: String,
    /// The last day on which it holds.
    pub last_day: Day,
    /// The file that it was read from.
    pub text: Arc<Text>,
    /// The requirement's name in the file.
    pub span: Span,
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
            item.push(in_the_future(&item, today));
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
        text,
        span,
    })
}

/// Whether every judgement of a declaration speaks of a requirement that there is. Faults go to
/// `faults`.
pub fn check_judgements(declaration: &Declaration, rulebook: &Rulebook, faults: &Faults) -> bool {
    let unknown = |judgement: &&Judgement| !rulebook.knows(judgement.requirement.as_str());
    let unknown: Vec<&Judgement> = declaration.judgements.iter().filter(unknown).collect();
    for judgement in &unknown {
        let near = rulebook.nearest_requirement(judgement.requirement.as_str());
        let help = near.map(|near| format!("did you mean \"{near}\"?"));
        faults.push(
            Fault::new(
                "declaration::unknown-requirement",
                &judgement.text,
                judgement.span.clone(),
                format!("there is no requirement `{}`", judgement.requirement),
                "not known",
            )
            .maybe_help(help.or_else(|| Some("`msacheck rules list` lists them".to_owned()))),
        );
    }
    unknown.is_empty()
}
