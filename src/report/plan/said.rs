//! What every report of a plan says in the same words.

use crate::assessment::Finding;
use crate::plan::{
    Barred, Common, Moved, Planned, Plans, Proof, Stage, Step, Stood, Unreached, Weight,
};
use crate::report::prose::{capital, full_stop};
use crate::report::shortfall::name;
use crate::report::words::{changes, changes_from_anywhere, date, many};

/// What a report is called.
pub(super) fn title(planned: &Planned) -> String {
    format!("{}: what to change", name(&planned.gated))
}

/// From which day a plan starts, and by which law.
pub(super) fn start(planned: &Planned) -> String {
    let assessment = &planned.gated.assessment;
    let law = match assessment.assessed_on {
        day if day == assessment.as_of => String::new(),
        day => format!(", held against what was asked on {}", date(day)),
    };
    format!(
        "From how things stood on {}{law}: {}.",
        date(assessment.as_of),
        stood(planned.plan.before)
    )
}

/// What must be known before anything else, a sentence each.
pub(super) fn caveats(plans: &Plans) -> Vec<String> {
    let filter = plans.run.filtered.iter();
    let filter = filter.map(|filter| format!("Only {filter}. What else is asked isn't looked at."));
    filter.chain(plans.run.what_is_missing()).collect()
}

/// What a plan is, and what it isn't.
pub(super) const NATURE: &str = "A step says what must be so, not how it comes to be so: of what isn't stated it may be so already, and then \
     it is the evidence that is missing. A declaration changes when the force does.";

/// How many requirements are met.
pub(super) fn stood(stood: Stood) -> String {
    let (all, duties) = (stood.all, stood.duties);
    let share = |met: usize, total: usize, one: &str, more: &str| match total {
        1 => format!("{met} of 1 {one}"),
        total => format!("{met} of {total} {more}"),
    };
    let all = share(all.met, all.total(), "requirement", "requirements");
    match duties.total() {
        0 => format!("{all} met"),
        total => format!("{} and {all} met", share(duties.met, total, "duty", "duties")),
    }
}

/// What is changed in a step, in words.
pub(super) fn changed(step: &Step) -> String {
    capital(&changes(&step.changes).join("; "))
}

/// What is said above the steps that several forces have before them.
pub(super) const ACROSS: &str = "What several forces have before them";

/// A step that several forces have before them: how many have, what it is, and what it closes.
pub(super) fn common(own: &Common, plans: &Plans) -> (String, String) {
    let forces = format!("{} of {} forces", own.forces.len(), plans.plans.len());
    let closes = many(own.closes, "gap", "gaps");
    let said = capital(&changes_from_anywhere(&own.changes).join("; "));
    (forces, format!("{} It closes {closes} in all.", full_stop(&said)))
}

/// The heading of a stage.
pub(super) fn stage(stage: Stage, plans: &Plans) -> String {
    match stage {
        Stage::Duties => "What the law asks".to_owned(),
        Stage::DeclaredGaps => "What is stated and falls short".to_owned(),
        Stage::NotEvidenced => "What isn't evidenced".to_owned(),
        Stage::Target => format!("Target: {}", plans.target.as_deref().unwrap_or_default()),
        Stage::WhatIf => "What if".to_owned(),
    }
}

/// What a stage's changes come to, and how good they are.
pub(super) fn proof(proof: &Proof, plans: &Plans) -> String {
    let Proof { stage, wanted, reached, weight, at_least } = *proof;
    let gaps = many(wanted, "gap", "gaps");
    let more = match stage {
        Stage::DeclaredGaps | Stage::NotEvidenced => "more ",
        Stage::Duties | Stage::Target | Stage::WhatIf => "",
    };
    if reached == 0 {
        return format!(
            "{gaps}: nothing closes {}.",
            if wanted == 1 { "it" } else { "one of them" }
        );
    }
    if weight.changes == 0 {
        return format!("{gaps}: closed by the steps above.");
    }
    let closes = match (reached, wanted) {
        (1, 1) => "it".to_owned(),
        (reached, wanted) if reached == wanted => "all of them".to_owned(),
        (reached, _) => format!("{reached} of them"),
    };
    let how_good = match (proof.is_exact(), plans.costs.any()) {
        (true, false) => "fewer would not do".to_owned(),
        (true, true) => "nothing cheaper would do".to_owned(),
        (false, _) => format!(
            "whether less would do wasn't looked at to the end: it takes at least {}",
            weighed(at_least, plans)
        ),
    };
    let verb = if weight.changes == 1 { "closes" } else { "close" };
    format!("{gaps}: {} {verb} {closes}, and {how_good}.", weighed_as(weight, plans, more))
}

/// What changes weigh.
pub(super) fn weighed(weight: Weight, plans: &Plans) -> String {
    weighed_as(weight, plans, "")
}

fn weighed_as(weight: Weight, plans: &Plans, more: &str) -> String {
    let changes = match weight.changes {
        1 => format!("1 {more}change"),
        some => format!("{some} {more}changes"),
    };
    match plans.costs.any() {
        true => format!("{changes} (cost {})", weight.cost),
        false => changes,
    }
}

/// Why no step closes a gap.
pub(super) fn barred(unreached: &Unreached) -> &'static str {
    match unreached.barred {
        Barred::Never => "nothing that the force can change meets it",
        Barred::Conflict => "it can't be met beside what else is wanted or met already",
        Barred::Unknown => "there was too much to look at",
    }
}

/// The finding that something is about.
pub(super) fn finding<'a>(planned: &'a Planned, requirement: &str) -> Option<&'a Finding> {
    planned.gated.assessment.finding(requirement)
}

/// The title of a requirement with its strength and id, and from what to what it goes.
pub(super) fn moved(planned: &Planned, moved: &Moved) -> String {
    format!("{}: {} → {}", named(planned, moved), moved.from, moved.to)
}

/// The title of a requirement with its strength and id.
pub(super) fn named(planned: &Planned, moved: &Moved) -> String {
    let id = moved.requirement.as_str();
    match finding(planned, id) {
        Some(finding) => {
            let superseded = if finding.superseded { ", superseded" } else { "" };
            format!("{} ({}{superseded}, {id})", finding.title, finding.strength)
        }
        None => id.to_owned(),
    }
}

/// The remedies of what a step closes, each once.
pub(super) fn remedies<'a>(planned: &'a Planned, step: &'a Step) -> Vec<&'a str> {
    let mut remedies: Vec<&str> = Vec::new();
    for moved in step.closes() {
        if let Some(found) = finding(planned, moved.requirement.as_str())
            && !remedies.contains(&found.remedy.as_str())
        {
            remedies.push(&found.remedy);
        }
    }
    remedies
}

/// What a step says to whoever takes it on.
#[must_use]
pub fn note(step: &Step) -> String {
    full_stop(&changed(step))
}
