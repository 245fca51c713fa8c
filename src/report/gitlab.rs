//! `gitlab`: a list of gaps as GitLab's code quality takes it. GitLab shows a finding at its line in
//! a merge request, and knows it again by its fingerprint, in which no line counts.

use serde_json::{Value, json};

use super::actions;
use super::aside::Aside;
use super::format::{ReportFormat, ReportOptions};
use super::json::{JSON, Spacing, bytes, no_json};
use super::prose::flat;
use super::shortfall::{Level, Shortfall, name, path, told};
use super::words::none_stated;
use crate::assessment::Finding;
use crate::result::{CheckResult, Gated, Run};
use crate::source::{Digest, Fault};
use crate::standing::{Outcome, Strength};

/// The format.
pub(super) const FORMAT: ReportFormat =
    ReportFormat::text("gitlab", "GitLab's code quality report", gitlab).for_programs(JSON);

fn gitlab(result: &CheckResult, options: ReportOptions) -> Result<Vec<u8>, Fault> {
    let all = result.assessments.iter();
    let heads = all.flat_map(|gated| aside(&result.run, gated).into_iter().chain(plan(gated)));
    let none = result.assessments.iter().flat_map(none_came);
    let gaps = told(result, options);
    let issues: Vec<Value> = heads.chain(none).chain(gaps.iter().map(issue)).collect();
    bytes(&issues, Spacing::Indented).map_err(|error| no_json(&error))
}

/// What isn't asked, since the force states that none came of it: no gap, and to be known.
fn none_came(gated: &Gated) -> Vec<Value> {
    let assessment = &gated.assessment;
    let stated = none_stated(assessment).into_iter().zip(&assessment.none);
    let issues = stated.map(|(said, one)| {
        json!({
            "description": flat(&said),
            "check_name": "force/none-came",
            "fingerprint": Digest::of(format!("{} {} {}", assessment.force, one.event, one.from).as_bytes()),
            "severity": "info",
            "location": {
                "path": path(&one.place),
                "lines": { "begin": one.place.line.max(1) },
            },
        })
    });
    issues.collect()
}

fn issue(gap: &Shortfall<'_>) -> Value {
    let place = gap.place();
    json!({
        "description": format!("{}. {}", gap.headline(), gap.account()),
        "check_name": flat(gap.rule()),
        "fingerprint": gap.fingerprint(),
        "severity": severity(gap),
        "location": { "path": path(place), "lines": { "begin": place.line.max(1) } },
    })
}

/// What the result leaves aside, first of all: the format has no other head.
fn aside(run: &Run, gated: &Gated) -> Option<Value> {
    Some(head(gated, ASIDE, &Aside::of(run, gated).line()?))
}

/// How the plan of action stands, likewise.
fn plan(gated: &Gated) -> Option<Value> {
    Some(head(gated, PLAN, &actions::counted(gated)?))
}

fn head(gated: &Gated, check: &str, said: &str) -> Value {
    let assessment = &gated.assessment;
    let parts = [assessment.force.as_str(), "\n", check].map(str::as_bytes);
    json!({
        "description": flat(&format!("{}: {said}", name(gated))),
        "check_name": check,
        "fingerprint": Digest::of_parts(parts),
        "severity": "info",
        "location": {
            "path": path(&assessment.place),
            "lines": { "begin": assessment.place.line.max(1) },
        },
    })
}

/// The rule of what is left aside. No requirement has its name.
const ASIDE: &str = "gate/left-aside";

/// That of the plan of action.
const PLAN: &str = "actions/plan";

/// A duty that isn't met outright blocks; else by how loudly a gap is told.
fn severity(gap: &Shortfall<'_>) -> &'static str {
    let is = |holds: fn(&Finding) -> bool| gap.finding().is_some_and(holds);
    match gap.level() {
        Level::Error if is(|finding| finding.outcome == Outcome::NotMet) => "blocker",
        Level::Error => "critical",
        Level::Warning => "major",
        Level::Note if is(|one| one.superseded || one.strength == Strength::Power) => "info",
        Level::Note => "minor",
    }
}
