//! What somebody who holds the full text of an instrument says of a rule: that the text bears it
//! out, or that it doesn't. A rule is confirmed or struck beside the packs, never in them.

use std::fmt::Write as _;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{RequirementId, Rulebook};
use crate::source::{Fault, Faults, Located, Table, Text, nearest, parse_toml};
use crate::standing::Day;

/// The most words that a confirmation quotes: enough to find the place, no more.
const MOST_WORDS: usize = 40;

/// One row of a file of confirmations.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmation {
    /// The requirement.
    pub requirement: RequirementId,
    /// Whether the text bears it out; one that it doesn't bear out is switched off.
    pub bears_out: bool,
    /// The page or paragraph.
    pub at: String,
    /// The words that bear it out.
    pub quote: Option<String>,
    /// Why the text doesn't bear it out.
    pub reason: Option<String>,
    /// Who read the text, by role.
    pub by: String,
    /// When.
    pub date: Day,
}

impl Confirmation {
    /// The row as a file holds it.
    #[must_use]
    pub fn to_toml(&self) -> String {
        let quoted = |text: &str| toml::Value::from(text).to_string();
        let mut out = String::from("[[confirmation]]\n");
        let _ = writeln!(out, "requirement = {}", quoted(self.requirement.as_str()));
        let _ = writeln!(out, "bears_out = {}", self.bears_out);
        let _ = writeln!(out, "at = {}", quoted(&self.at));
        for (key, value) in [("quote", &self.quote), ("reason", &self.reason)] {
            if let Some(value) = value {
                let _ = writeln!(out, "{key} = {}", quoted(value));
            }
        }
        let _ = writeln!(out, "by = {}", quoted(&self.by));
        let _ = writeln!(out, "date = {}", self.date);
        out
    }
}

/// Reads a file of confirmations. `today` judges dates in the future; every fault goes to `faults`.
pub fn read_confirmations(
    text: &Arc<Text>,
    rulebook: &Rulebook,
    today: Day,
    faults: &Faults,
) -> Vec<Confirmation> {
    let parsed = parse_toml(text, faults);
    let root = Table::root(&parsed, text, faults);
    let mut confirmations: Vec<Confirmation> = Vec::new();
    for table in root.tables("confirmation") {
        if let Some(found) = read_one(table, rulebook, today, faults) {
            if confirmations.iter().any(|known| known.requirement == found.value.requirement) {
                faults.push(Fault::new(
                    "confirmation::twice",
                    text,
                    found.span,
                    format!("`{}` is confirmed or struck twice", found.value.requirement),
                    "used again here",
                ));
            } else {
                confirmations.push(found.value);
            }
        }
    }
    root.finish();
    confirmations
}

fn read_one(
    table: Table<'_>,
    rulebook: &Rulebook,
    today: Day,
    faults: &Faults,
) -> Option<Located<Confirmation>> {
    let requirement = table.required_text("requirement");
    let bears_out = table.require("bears_out").and_then(|item| item.yes_no());
    let at = table.required_text("at");
    let quote = table.text_of("quote");
    let reason = table.text_of("reason");
    let by = table.required_text("by");
    let date = table.require("date").and_then(|item| {
        let day = item.day()?;
        if day.value > today {
            item.fault(
                "confirmation::future-date",
                "nobody has read it yet",
                "expected a past day",
            );
        }
        Some(day.value)
    });
    if let Some(name) = &requirement
        && rulebook.versions(&name.value).is_empty()
    {
        faults.push(unknown(&table, name, rulebook));
    }
    if let Some(quote) = &quote
        && quote.value.split_whitespace().count() > MOST_WORDS
    {
        let message = format!("a quote has at most {MOST_WORDS} words");
        table.fault(
            "confirmation::long-quote",
            quote.span.clone(),
            message,
            "expected a short one",
        );
    }
    let missing = match &bears_out {
        Some(Located { value: true, .. }) if quote.is_none() => Some("`quote`: which words?"),
        Some(Located { value: false, .. }) if reason.is_none() => Some("`reason`: why not?"),
        _ => None,
    };
    if let (Some(missing), Some(verdict)) = (missing, &bears_out) {
        let message = "a row says by which words, or why not";
        table.fault("confirmation::without-words", verdict.span.clone(), message, missing);
    }
    table.finish();
    let requirement = requirement?;
    let confirmation = Confirmation {
        requirement: RequirementId::from(requirement.value.as_str()),
        bears_out: bears_out?.value,
        at: at?.value,
        quote: quote.map(|found| found.value),
        reason: reason.map(|found| found.value),
        by: by?.value,
        date: date?,
    };
    Some(Located::new(confirmation, requirement.span))
}

fn unknown(table: &Table<'_>, name: &Located<String>, rulebook: &Rulebook) -> Fault {
    let known = rulebook.requirements().iter().map(|requirement| requirement.id.as_str());
    let near = nearest(&name.value, known).map(|near| format!("did you mean `{near}`?"));
    Fault::new(
        "confirmation::unknown-requirement",
        table.text(),
        name.span.clone(),
        format!("there is no requirement `{}`", name.value),
        "not known",
    )
    .maybe_help(near.or_else(|| Some("`msacheck rules list` lists them".to_owned())))
}
