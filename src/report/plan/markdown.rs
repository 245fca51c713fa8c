//! `markdown`: plans for a wiki, a paper or a ticket: a numbered list.

use std::fmt::Write as _;

use super::format::{PlanFormat, PlanOptions};
use super::said::{
    ACROSS, NATURE, barred, caveats, changed, common, finding, moved, named, proof, remedies,
    stage, start, stood, title, weighed,
};
use crate::plan::{Planned, Plans, Stage, Step};
use crate::report::format::Readers;
use crate::report::markdown::{escape, heading};
use crate::report::prose::flat;
use crate::source::Fault;

/// The format.
pub(super) const FORMAT: PlanFormat = PlanFormat {
    name: "markdown",
    about: "For a wiki, a paper or a ticket: a numbered list",
    render,
    readers: Readers::InText,
};

fn render(plans: &Plans, _: PlanOptions) -> Result<Vec<u8>, Fault> {
    let mut out = String::new();
    for caveat in caveats(plans) {
        let _ = write!(out, "**{}**\n\n", escape(&caveat));
    }
    for planned in &plans.plans {
        force(&mut out, plans, planned);
    }
    let across = plans.across();
    if !across.is_empty() {
        heading(&mut out, 1, ACROSS);
        for own in &across {
            let (forces, said_of) = common(own, plans);
            let _ = writeln!(out, "- {forces}: {}", said(&said_of));
        }
    }
    let _ = write!(out, "\n{NATURE}\n");
    Ok(out.trim_start().as_bytes().to_vec())
}

fn said(text: &str) -> String {
    escape(&flat(text))
}

fn force(out: &mut String, plans: &Plans, planned: &Planned) {
    heading(out, 1, &said(&title(planned)));
    let _ = writeln!(out, "{}", said(&start(planned)));
    let plan = &planned.plan;
    if plan.steps.is_empty() && plan.proofs.is_empty() {
        out.push_str("\nNothing falls short of what is wanted.\n");
    }
    let mut before: Option<Stage> = None;
    let of = |stage| plan.proofs.iter().find(|proof| proof.stage == stage);
    for proof in plan.proofs.iter().filter(|proof| proof.weight.changes == 0) {
        headed(out, plans, proof.stage, Some(proof));
    }
    for (at, step) in plan.steps.iter().enumerate() {
        if before != Some(step.stage) {
            headed(out, plans, step.stage, of(step.stage));
            before = Some(step.stage);
        }
        show(out, plans, planned, (at + 1, step));
    }
    if !plan.unreached.is_empty() {
        heading(out, 2, "What no step closes");
        for one in &plan.unreached {
            let id = one.requirement.as_str();
            let title = finding(planned, id).map_or(id, |finding| finding.title.as_str());
            let _ = writeln!(out, "- {} ({}): {}.", said(title), said(id), barred(one));
        }
    }
}

fn headed(out: &mut String, plans: &Plans, own: Stage, known: Option<&crate::plan::Proof>) {
    heading(out, 2, &said(&stage(own, plans)));
    if let Some(known) = known {
        let _ = write!(out, "{}\n\n", said(&proof(known, plans)));
    }
}

fn show(out: &mut String, plans: &Plans, planned: &Planned, (number, step): (usize, &Step)) {
    let weight = match plans.costs.any() {
        true => format!(" ({})", weighed(step.weight, plans)),
        false => String::new(),
    };
    let _ = writeln!(out, "{number}. **{}**{weight}", said(&changed(step)));
    for own in step.closes() {
        let _ = writeln!(out, "    - closes {}", said(&named(planned, own)));
    }
    for own in step.raises() {
        let _ = writeln!(out, "    - raises {}", said(&moved(planned, own)));
    }
    for own in step.lowers() {
        let _ = writeln!(out, "    - **lowers** {}", said(&moved(planned, own)));
    }
    for remedy in remedies(planned, step) {
        let _ = writeln!(out, "    - remedy: {}", said(remedy));
    }
    let _ = writeln!(out, "    - then {}", stood(step.after));
}
