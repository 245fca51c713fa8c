//! `sarif`: SARIF 2.1.0 as GitHub's code scanning takes it. One run a force, under a category of its
//! own; one result a gap, with the words behind it as related locations.
//!
//! GitHub opens an alert for every result, whatever SARIF's `suppressions` say: what the gate was
//! told to let pass is left out, unless it is asked for. `security-severity` is never set: a duty is
//! no vulnerability.

use serde_json::{Map, Value, json};

use super::aside::Aside;
use super::format::{ReportFormat, ReportOptions};
use super::json::{Spacing, bytes, no_json};
use super::markdown::escape;
use super::prose::flat;
use super::provenance;
use super::shortfall::{Level, Short, Shortfall, WENT_SILENT, name, of_force, source};
use super::uri::uri;
use super::words::none_stated;
use crate::assessment::{Cited, Finding};
use crate::result::{CheckResult, Gated};
use crate::rulebook::Rule;
use crate::source::{Fault, Place};
use crate::standing::{Outcome, Strength, Warrant, Words as _};

/// The format.
pub(super) const FORMAT: ReportFormat = ReportFormat {
    caveat: Some(too_many),
    ..ReportFormat::text("sarif", "SARIF 2.1.0, for code scanning on GitHub and for editors", sarif)
};

/// Where the schema of the format is published.
const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// GitHub's limit for the texts of a rule, in characters.
const LONGEST: usize = 1024;

/// How many related locations a result has at most.
const MOST_RELATED: usize = 20;

fn sarif(result: &CheckResult, options: ReportOptions) -> Result<Vec<u8>, Fault> {
    let runs: Vec<Value> = result
        .assessments
        .iter()
        .map(|gated| run(result, gated, options.with_suppressed))
        .collect();
    let log = json!({ "$schema": SCHEMA, "version": "2.1.0", "runs": runs });
    bytes(&log, Spacing::Indented).map_err(|error| no_json(&error))
}

/// GitHub's limit for the runs of a file.
const MOST_RUNS: usize = 20;

/// A warning where GitHub would refuse the file.
fn too_many(result: &CheckResult) -> Option<Fault> {
    let forces = result.assessments.len();
    (forces > MOST_RUNS).then(|| {
        let message =
            format!("GitHub refuses SARIF of more than {MOST_RUNS} forces: these are {forces}");
        Fault::whole("report::too-many-forces", message)
            .help("check fewer at once, with a file for each")
            .into_warning()
    })
}

fn run(result: &CheckResult, gated: &Gated, suppressed: bool) -> Value {
    let gaps = of_force(gated, suppressed);
    let mut rules: Vec<(String, Value)> = gated
        .assessment
        .findings
        .iter()
        .map(|finding| (finding.requirement.to_string(), rule(finding)))
        .collect();
    for gap in &gaps {
        if gap.finding().is_none() && !rules.iter().any(|(id, _)| id == gap.rule()) {
            rules.push((gap.rule().to_owned(), gate_rule(gap.rule())));
        }
    }
    let results: Vec<Value> = gaps
        .iter()
        .map(|gap| {
            let index = rules.iter().position(|(id, _)| id == gap.rule());
            told(gap, index.unwrap_or_default())
        })
        .collect();
    let version = result.run.program.split_whitespace().nth(1).unwrap_or_default();
    let artifacts = gated.assessment.inputs.iter().map(|input| {
        json!({
            "location": { "uri": uri(&input.file) },
            "hashes": { "sha-256": input.sha256 },
            "roles": ["analysisTarget"],
        })
    });
    let basis: Map<String, Value> = provenance::lines(result, gated)
        .into_iter()
        .map(|(name, value)| (name, value.into()))
        .collect();
    json!({
        "tool": {
            "driver": {
                "name": "msacheck",
                "version": flat(version),
                "semanticVersion": flat(version),
                "rules": rules.into_iter().map(|(_, rule)| rule).collect::<Vec<_>>(),
            },
        },
        // One category for each force: GitHub refuses two runs of one.
        "automationDetails": { "id": format!("msacheck/{}/", uri(gated.assessment.force.as_str())) },
        "invocations": [invocation(result, gated)],
        "columnKind": "unicodeCodePoints",
        "artifacts": unique(artifacts),
        "results": results,
        "properties": { "restsOn": basis },
    })
}

/// That the program ran, whether an input is missing, what the run leaves aside, and what isn't asked
/// since none came of it.
fn invocation(result: &CheckResult, gated: &Gated) -> Value {
    let incomplete = result.incomplete();
    let told = |level: &str, said: String| json!({ "level": level, "message": { "text": message(&flat(&said)) } });
    let successful = incomplete.is_none();
    let aside = Aside::of(&result.run, gated).line();
    let notes = aside.into_iter().chain(none_stated(&gated.assessment));
    let missing = incomplete.map(|said| told("error", said));
    let told: Vec<Value> =
        missing.into_iter().chain(notes.map(|said| told("note", said))).collect();
    let mut invocation = json!({ "executionSuccessful": successful });
    if let (Some(keys), false) = (invocation.as_object_mut(), told.is_empty()) {
        keys.insert("toolExecutionNotifications".to_owned(), told.into());
    }
    invocation
}

fn rule(finding: &Finding) -> Value {
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
    json!({
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
    })
}

/// A rule that no requirement has: what went silent since the baseline, and what else the gate can't
/// pass.
fn gate_rule(id: &str) -> Value {
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

fn told(gap: &Shortfall<'_>, index: usize) -> Value {
    let fingerprint = gap.fingerprint().to_string();
    let short: String = fingerprint.chars().take(16).collect();
    let said = format!("{}. {}", gap.headline(), gap.account());
    let mut told = json!({
        "ruleId": flat(gap.rule()),
        "ruleIndex": index,
        "level": gap.level().word(),
        "message": { "text": message(&said) },
        "locations": [location(gap.place())],
        "partialFingerprints": {
            "primaryLocationLineHash": format!("{short}:1"),
            "forceAndRequirement/v1": fingerprint,
        },
        "properties": properties(gap),
    });
    let words = gap.words();
    let related = unique(words.iter().filter_map(|cited| quoted(cited)));
    if let (Some(told), false) = (told.as_object_mut(), related.is_empty()) {
        let related = related.into_iter().take(MOST_RELATED).collect::<Vec<_>>();
        told.insert("relatedLocations".to_owned(), related.into());
    }
    if let (Some(told), Some(why)) = (told.as_object_mut(), gap.let_pass()) {
        let suppression = json!([{ "kind": "external", "justification": flat(&why) }]);
        told.insert("suppressions".to_owned(), suppression);
    }
    told
}

fn properties(gap: &Shortfall<'_>) -> Value {
    match gap.what {
        Short::Finding(finding) => json!({
            "force": flat(name(gap.gated)),
            "outcome": finding.outcome,
            "evidenced": finding.outcome != Outcome::NotEvidenced,
            "superseded": finding.superseded,
            "failsGate": gap.fails(),
        }),
        Short::Silent(silent) => json!({
            "force": flat(name(gap.gated)),
            "arrangement": flat(silent.arrangement.as_str()),
            "failsGate": true,
        }),
        Short::Objection(_) => json!({ "force": flat(name(gap.gated)), "failsGate": true }),
    }
}

/// Each value once: SARIF's lists are sets.
fn unique<T: PartialEq>(values: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut all: Vec<T> = Vec::new();
    for value in values {
        if !all.contains(&value) {
            all.push(value);
        }
    }
    all
}

fn location(place: &Place) -> Value {
    json!({
        "physicalLocation": {
            "artifactLocation": { "uri": uri(&place.file) },
            "region": { "startLine": place.line.max(1), "startColumn": place.column.max(1) },
        },
    })
}

/// The place of quoted words that were found.
fn quoted(cited: &Cited) -> Option<Value> {
    let (quote, place) = (cited.quote.as_ref()?, cited.place.as_ref()?);
    let page = place.page.map(|page| format!(", p. {page}")).unwrap_or_default();
    let mut location = location(place);
    let said = format!("“{quote}” ({}{page})", cited.title);
    location
        .as_object_mut()?
        .insert("message".to_owned(), json!({ "text": message(&flat(&said)) }));
    Some(location)
}

/// A text of a rule, within GitHub's limit.
fn text(text: &str) -> String {
    let text = flat(text);
    if text.chars().count() <= LONGEST {
        return text;
    }
    text.chars().take(LONGEST - 1).chain(['…']).collect()
}

/// The text of a message, in which brackets would make links and braces placeholders.
fn message(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '[' | ']' | '\\' => out.extend(['\\', c]),
            '{' | '}' => out.extend([c, c]),
            _ => out.push(c),
        }
    }
    out
}

/// An id as a name without signs: `act-2015/s52-notify` is `Act2015S52Notify`.
fn pascal(id: &str) -> String {
    let words = id.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let name: String = words.map(super::prose::capital).collect();
    if name.is_empty() { "Requirement".to_owned() } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_message_is_a_link_or_a_placeholder() {
        assert_eq!(message(r"[a](1) {0} \"), r"\[a\](1) {{0}} \\");
    }

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
