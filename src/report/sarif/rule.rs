//! The rules that results refer to: each requirement, and what no requirement has.

use serde_json::{Value, json};

use super::super::markdown::escape;
use super::super::prose::{capital, flat};
use super::super::shortfall::{Level, WENT_SILENT, source};
use crate::assessment::Finding;
use crate::result::Run;
use crate::rulebook::Rule;
use crate::standing::{Strength, Warrant, Words as _};

/// GitHub's limit for the texts of a rule, in characters.
const LONGEST: usize = 1024;

/// A requirement.
pub(super) fn rule(finding: &Finding, run: &Run) -> Value {
    let Rule { title, remedy, strength, instrument, derivation, warrant, .. } = &*finding.rule;
    let requirement = &finding.requirement;
    let source = source(finding);
    let full = format!("{title}. How binding: {strength}. Source: {source}.");
    let help = format!("{full} What closes a gap: {remedy}");
    let mut markdown = format!(
        "**{}**\n\nHow binding: {strength}.\n\nSource: {}.\n\nWhat closes a gap: {}\n",
        escape(title),
        escape(&source),
        escape(remedy)
    );
    for (lead, text) in [
        ("What would be accepted as evidence", &finding.evidence),
        ("How it is read", &finding.note),
    ] {
        if let Some(text) = text {
            markdown.push_str(&format!("\n{lead}: {}\n", escape(text)));
        }
    }
    let level = match strength {
        Strength::Duty => Level::Error,
        Strength::Commitment | Strength::Expectation => Level::Warning,
        Strength::Power => Level::Note,
    };
    let precision = match warrant {
        Warrant::Seen => "very-high",
        Warrant::Inferred => "medium",
        Warrant::Recalled => "low",
    };
    let tags = [strength.word(), derivation.word(), warrant.word(), instrument.as_str()];
    let mut told = json!({
        "id": flat(requirement.as_str()),
        "name": pascal(requirement.as_str()),
        "shortDescription": { "text": text(title) },
        "fullDescription": { "text": text(&full) },
        "help": { "text": text(&help), "markdown": markdown },
        "defaultConfiguration": { "level": level.word() },
        "properties": {
            "tags": unique(tags.map(flat)),
            "precision": precision,
            "problem.severity": severity(level),
        },
    });
    let address = run.address_of(requirement);
    if let (Some(told), Some(address)) = (told.as_object_mut(), address) {
        told.insert("helpUri".to_owned(), flat(&address).into());
    }
    told
}

/// A rule that no requirement has: what went silent since the baseline, and what else the gate can't
/// pass.
pub(super) fn gate_rule(id: &str) -> Value {
    let (short, help) = if id == WENT_SILENT {
        (
            "An arrangement went silent since the baseline.",
            "An arrangement that was stated when the baseline was recorded isn't stated now. \
             What closes it: state how it stands, be it absent.",
        )
    } else {
        (
            "The gate can't pass this.",
            "There was nothing to look at, or what was checked isn't the like of what the baseline \
             records. The result says which, and what closes it.",
        )
    };
    json!({
        "id": id,
        "name": pascal(id),
        "shortDescription": { "text": short },
        "fullDescription": { "text": help },
        "help": { "text": help, "markdown": help },
        "defaultConfiguration": { "level": Level::Error.word() },
        "properties": {
            "tags": ["gate"],
            "precision": "very-high",
            "problem.severity": severity(Level::Error),
        },
    })
}

fn severity(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "recommendation",
    }
}

/// A text of a rule, within GitHub's limit.
fn text(text: &str) -> String {
    let text = flat(text);
    if text.chars().count() <= LONGEST {
        return text;
    }
    text.chars().take(LONGEST - 1).chain(['…']).collect()
}

/// An id as a name without signs: `act-2015/s52-notify` is `Act2015S52Notify`.
fn pascal(id: &str) -> String {
    let words = id.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let name: String = words.map(capital).collect();
    if name.is_empty() { "Requirement".to_owned() } else { name }
}

/// Each value once: SARIF's lists are sets.
pub(super) fn unique<T: PartialEq>(values: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut all: Vec<T> = Vec::new();
    for value in values {
        if !all.contains(&value) {
            all.push(value);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_keeps_to_the_limit() {
        assert_eq!(text(&"é".repeat(5000)).chars().count(), LONGEST);
        assert_eq!(text("a\u{1b}[2J\nb"), "a\u{fffd}[2J b");
    }

    #[test]
    fn ids_become_names() {
        assert_eq!(pascal("act-2015/s52-notify"), "Act2015S52Notify");
        assert_eq!(pascal("…"), "Requirement");
    }
}
