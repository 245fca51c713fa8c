//! What to type next.

use std::cmp::Reverse;

use super::super::layout::TerminalPage;
use crate::assessment::Assessment;
use crate::result::CheckResult;

/// What closes a gap of a force, and what else there is to see.
pub(super) fn next(
    page: &mut TerminalPage,
    result: &CheckResult,
    assessment: &Assessment,
    all: bool,
) {
    let worst = assessment
        .findings
        .iter()
        .filter(|finding| finding.outcome.is_gap() && !finding.superseded)
        .max_by_key(|finding| (finding.strength, Reverse(finding.outcome)));
    if let Some(worst) = worst {
        let words = ["explain", worst.requirement.as_str()];
        command(page, result, "Why, from which words, and what closes it:", &words, assessment);
    }
    if !all {
        command(page, result, "With what is met:", &["check", "--all"], assessment);
    }
}

/// A command on the same inputs to type next. What came from standard input can't be named again.
pub(super) fn command(
    page: &mut TerminalPage,
    result: &CheckResult,
    what: &str,
    words: &[&str],
    assessment: &Assessment,
) {
    let mut files: Vec<String> = assessment.inputs.iter().map(|input| input.file.clone()).collect();
    if files.is_empty() {
        files.push(assessment.place.file.clone());
    }
    if files.iter().any(|file| file == "-") {
        return;
    }
    page.paragraph("", what);
    let words = ["msacheck"].iter().chain(words).map(|word| (*word).to_owned());
    let words: Vec<String> = words.chain(result.run.options.iter().cloned()).chain(files).collect();
    page.command(&words);
}
