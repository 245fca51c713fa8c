//! What makes a report reproducible: the program, the rules, every input, the dates.

use super::prose::flat;
use super::words::none_stated;
use crate::result::{CheckResult, Gated, Pack};
use crate::standing::ZONE;

/// Names and values, in a fixed order: of the run, then of one force.
pub(super) fn lines(result: &CheckResult, gated: &Gated) -> Vec<(String, String)> {
    let mut lines = of_run(result);
    lines.extend(of_force(gated));
    lines.into_iter().map(|(name, value)| (flat(&name), flat(&value))).collect()
}

/// What all of a result rests on.
pub(super) fn of_run(result: &CheckResult) -> Vec<(String, String)> {
    let run = &result.run;
    let mut lines = vec![("program".to_owned(), run.program.clone())];
    for Pack { pack, version, sha256 } in &run.rules.packs {
        let version = version.as_ref().map(|version| format!("{version}, ")).unwrap_or_default();
        lines.push((format!("rules {pack}"), format!("{version}sha256 {sha256}")));
    }
    let optional = run.rules.optional.iter().map(String::as_str);
    let asked: Vec<&str> = optional.chain(run.rules.drafts.then_some("drafts")).collect();
    if !asked.is_empty() {
        lines.push(("rules asked, too".to_owned(), asked.join(", ")));
    }
    for file in &run.files {
        lines.push((format!("{} {}", file.role, file.file), format!("sha256 {}", file.sha256)));
    }
    if let Some(filter) = &run.filtered {
        lines.push(("only".to_owned(), filter.clone()));
    }
    lines
}

/// What the assessment of one force rests on.
pub(super) fn of_force(gated: &Gated) -> Vec<(String, String)> {
    let assessment = &gated.assessment;
    let mut lines = vec![
        ("facts of".to_owned(), assessment.as_of.to_string()),
        ("assessed as at".to_owned(), assessment.assessed_on.to_string()),
    ];
    if let Some(today) = gated.today() {
        lines.push(("today".to_owned(), today.to_string()));
        lines.push(("today in".to_owned(), ZONE.to_owned()));
    }
    for said in none_stated(assessment) {
        lines.push(("none came".to_owned(), said));
    }
    for input in &assessment.inputs {
        lines.push((format!("input {}", input.file), format!("sha256 {}", input.sha256)));
    }
    for source in &assessment.sources {
        let file = source.file.as_deref().unwrap_or(source.source.as_str());
        let known =
            source.sha256.map_or("not read".to_owned(), |digest| format!("sha256 {digest}"));
        lines.push((format!("source {file}"), known));
    }
    lines
}
