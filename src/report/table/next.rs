//! What to type next.

use super::super::layout::TerminalPage;
use super::super::outline::ReportOutline;
use super::super::shortfall::Shortfall;
use crate::assessment::Assessment;
use crate::result::CheckResult;

/// What closes a gap of a force, and what else there is to see.
pub(super) fn next(
    page: &mut TerminalPage,
    result: &CheckResult,
    outline: &ReportOutline<'_>,
    all: bool,
) {
    why(page, result, outline);
    if !all {
        checks(page, result, "With what is met:", "--all", &outline.gated.assessment);
    }
}

/// The same below a screen: the last thing is how to see all of it.
pub(super) fn after_the_screen(
    page: &mut TerminalPage,
    result: &CheckResult,
    outline: &ReportOutline<'_>,
) {
    page.gap();
    why(page, result, outline);
    checks(page, result, "All of it:", "--full", &outline.gated.assessment);
}

/// The same check, which shows more.
fn checks(
    page: &mut TerminalPage,
    result: &CheckResult,
    what: &str,
    with: &str,
    assessment: &Assessment,
) {
    let age = assessment.stale.as_ref().map(|stale| format!("{}mo", stale.months.count()));
    let mut words = vec!["check", with];
    words.extend(age.iter().flat_map(|age| ["--stale", age]));
    command(page, result, what, &words, assessment);
}

/// The one thing to begin with.
fn why(page: &mut TerminalPage, result: &CheckResult, outline: &ReportOutline<'_>) {
    let gaps = outline.to_do();
    if let Some(first) = gaps.iter().find_map(Shortfall::finding) {
        let words = ["explain", first.requirement.as_str()];
        let what = "Why, from which words, and what closes it:";
        command(page, result, what, &words, &outline.gated.assessment);
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
