//! Reading a file of confirmations.

use std::sync::Arc;

use super::{Confirmation, RequirementId, Rulebook, became};
use crate::source::{Fault, Faults, Located, Span, Table, Text, nearest, parse_toml};
use crate::standing::{Day, Warrant};

/// The most words that a confirmation quotes: enough to find the place, no more.
const MOST_WORDS: usize = 40;

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
        let Some(found) = read_one(table, rulebook, today, faults) else { continue };
        for row in called_now(found.value, rulebook) {
            if confirmations.iter().any(|known| known.requirement == row.requirement) {
                faults.push(Fault::new(
                    "confirmation::twice",
                    text,
                    found.span.clone(),
                    format!("`{}` is confirmed or struck twice", row.requirement),
                    "used again here",
                ));
            } else {
                confirmations.push(row);
            }
        }
    }
    root.finish();
    confirmations
}

/// A row under the names of today: one on what was split counts for each part.
fn called_now(row: Confirmation, rulebook: &Rulebook) -> Vec<Confirmation> {
    match rulebook.called_now(row.requirement.as_str()) {
        [] => vec![row],
        called => {
            let under =
                |id: &RequirementId| Confirmation { requirement: id.clone(), ..row.clone() };
            called.iter().map(under).collect()
        }
    }
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
    if let Some(name) = &requirement {
        let now = rulebook.called_now(&name.value);
        if !now.is_empty() {
            let (span, message) = (name.span.clone(), became(&name.value, now));
            let fault =
                Fault::new("confirmation::former-name", table.text(), span, message, "as it was");
            faults.push(fault.help("write the name of today").into_warning());
        } else if rulebook.versions(&name.value).is_empty() {
            faults.push(unknown(&table, name, rulebook));
        }
    }
    if let (Some(name), Some(Located { value: false, span })) = (&requirement, &bears_out) {
        let called = rulebook.called_now(&name.value).iter().map(RequirementId::as_str);
        let mut versions = called.chain([name.value.as_str()]).flat_map(|id| rulebook.versions(id));
        if versions.any(|version| version.warrant == Warrant::Seen) {
            faults.push(seen(&table, &name.value, span.clone()));
        }
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

/// The fault of a row that strikes a rule whose words were read: they say what it asks.
fn seen(table: &Table<'_>, requirement: &str, span: Span) -> Fault {
    Fault::new(
        "confirmation::strikes-what-was-seen",
        table.text(),
        span,
        format!("`{requirement}` can't be struck: the words that ask it were seen"),
        "what is inferred or recalled may be struck",
    )
    .help(
        "a gap that somebody answers for is waived until a day, by a [[waiver]] in msacheck.toml; a rule \
         that reads its text wrongly is changed in its pack",
    )
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
