//! What a reader must know first, in words: what was checked, against what, as at when, and what of it
//! is in no report.

use super::phrase::Phrase;
use super::prose::{flat, full_stop};
use super::rulings;
use super::shortfall::name;
use super::words::{file, many};
use crate::assessment::{Assessment, Finding};
use crate::declaration::Input;
use crate::gate::Verdict;
use crate::result::{CheckResult, Gated};
use crate::standing::Warrant;

/// What a report on several forces says before it names them.
pub(super) const SEVERAL: &str = "What each force declares, held against what law and strategies ask of it. \
     The table counts requirements in force; superseded ones are left out.";

/// What a column of states counts.
pub(super) const STATES: &str = "States: how many arrangements are stated, of those that may be.";

/// What a report is called.
pub(super) fn title(result: &CheckResult) -> String {
    if let Some(only) = result.only() {
        return format!("{}: modern slavery", name(only));
    }
    format!("Modern slavery: {} checked", forces(result))
}

/// How many forces were checked: one of which there are several declarations counts once.
pub(super) fn forces(result: &CheckResult) -> String {
    let mut forces: Vec<&str> =
        result.assessments.iter().map(|gated| gated.assessment.force.as_str()).collect();
    forces.sort_unstable();
    forces.dedup();
    many(forces.len(), "force", "forces")
}

/// What was checked of a force, against what, and as at when.
pub(super) fn checked(gated: &Gated) -> Vec<Phrase> {
    let assessment = &gated.assessment;
    let says = if assessment.inputs.iter().any(|input| input.read) { "says" } else { "declares" };
    let mut said = vec![
        Phrase::plain(format!("What the force {says}, held against {}. Facts of ", asked(gated))),
        Phrase::Day(assessment.as_of),
    ];
    if assessment.assessed_on != assessment.as_of {
        said.push(Phrase::plain("; held against what was asked on "));
        said.push(Phrase::Day(assessment.assessed_on));
    }
    said.push(Phrase::plain("."));
    said
}

/// Where what was checked is from, a line each.
pub(super) fn inputs(gated: &Gated) -> impl Iterator<Item = Vec<Phrase>> {
    gated.assessment.inputs.iter().map(|input| {
        let how = if input.read { "Read by the program out of " } else { "Declared in " };
        vec![Phrase::plain(how), Phrase::File(file(&input.file).to_owned())]
    })
}

/// What the gate says, and what a gate is.
pub(super) fn gate(verdict: &Verdict) -> Vec<Phrase> {
    let sentence = full_stop(&rulings::sentence(verdict));
    let (says, why) = sentence.split_once(": ").unwrap_or((&sentence, ""));
    let why = if why.is_empty() { String::new() } else { format!(": {why}") };
    let bar = " The gate is the bar that was set for this check.";
    vec![Phrase::strong(says), Phrase::plain(format!("{why}{bar}"))]
}

/// What the report isn't: advice, or the words of texts that nobody read.
pub(super) fn caution(gated: &Gated) -> String {
    let asked = || {
        let findings = gated.assessment.findings.iter();
        findings.filter(|finding| finding.outcome.is_assessed() && !finding.superseded)
    };
    let unread: Vec<&Finding> =
        asked().filter(|finding| finding.warrant != Warrant::Seen).collect();
    let mut instruments: Vec<(&str, usize)> = Vec::new();
    for finding in unread.iter().filter(|finding| !finding.law) {
        match instruments.iter_mut().find(|(known, _)| *known == &*finding.instrument_short) {
            Some((_, count)) => *count += 1,
            None => instruments.push((&finding.instrument_short, 1)),
        }
    }
    let of: Vec<String> = instruments
        .iter()
        .map(|(instrument, count)| format!("{count} of them of the {}", flat(instrument)))
        .collect();
    let of = if of.is_empty() { String::new() } else { format!(" ({})", of.join("; ")) };
    let rule =
        "Only a duty is law for the force: anything else that falls short is a gap, not a breach.";
    match (unread.len(), asked().count()) {
        (0, _) => format!("This is not legal advice. {rule}"),
        (some, all) => format!(
            "This is not legal advice. Those who wrote the rules didn’t read the words that ask for {some} of \
             the {}{of}. {rule}",
            many(all, "requirement", "requirements")
        ),
    }
}

/// That only a part was asked, where that is so.
pub(super) fn scope(result: &CheckResult) -> Option<Vec<Phrase>> {
    let filter = result.run.filtered.as_ref()?;
    Some(vec![
        Phrase::strong(format!("Only {filter}.")),
        Phrase::plain(" What else is asked isn't in this report."),
    ])
}

/// The instruments that something was asked of, in a list.
fn asked(gated: &Gated) -> String {
    let mut instruments: Vec<&str> = Vec::new();
    let counted = gated.assessment.findings.iter().filter(|f| f.outcome.is_assessed());
    for finding in counted.filter(|f| !f.superseded) {
        if !instruments.contains(&&*finding.instrument_short) {
            instruments.push(&finding.instrument_short);
        }
    }
    match instruments.as_slice() {
        [] => "what is asked of it".to_owned(),
        [one] => format!("the {one}"),
        [most @ .., last] => {
            let most: Vec<String> = most.iter().map(|one| format!("the {one}")).collect();
            format!("{} and the {last}", most.join(", "))
        }
    }
}

/// The files that an assessment rests on; of several, each with its date.
pub(super) fn papers(assessment: &Assessment) -> String {
    match assessment.inputs.as_slice() {
        [] | [_] => file(&assessment.place.file).to_owned(),
        several => {
            let dated = |input: &Input| match input.date {
                Some(date) => format!("{} ({date})", file(&input.file)),
                None => format!("{} (undated)", file(&input.file)),
            };
            several.iter().map(dated).collect::<Vec<_>>().join(", ")
        }
    }
}
