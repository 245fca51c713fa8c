//! `html`: plans as one page, with the style of the page of a check.

use maud::{Markup, html};

use super::format::{PlanFormat, PlanOptions};
use super::said::{
    ACROSS, NATURE, barred, caveats, changed, common, finding, moved, named, proof, remedies,
    stage, start, stood, title, weighed,
};
use crate::plan::{Planned, Plans, Stage, Step};
use crate::report::format::Readers;
use crate::report::html::page;
use crate::report::prose::flat;
use crate::report::words::many;
use crate::source::Fault;

/// The format.
pub(super) const FORMAT: PlanFormat = PlanFormat {
    name: "html",
    about: "A page for people: to read, send and print",
    render,
    readers: Readers::InText,
};

fn render(plans: &Plans, _: PlanOptions) -> Result<Vec<u8>, Fault> {
    Ok(page(&flat(&heading(plans)), &plans.run.program, "", "", &content(plans)))
}

fn heading(plans: &Plans) -> String {
    match plans.plans.as_slice() {
        [only] => title(only),
        several => format!("What to change: {}", many(several.len(), "force", "forces")),
    }
}

/// The page without what is around it.
pub(crate) fn content(plans: &Plans) -> Markup {
    let several = plans.plans.len() != 1;
    html! {
        header {
            h1 { (flat(&heading(plans))) }
            p.lede { (NATURE) }
            @for caveat in caveats(plans) { p.banner.fails { strong { (caveat) } } }
        }
        @let across = plans.across();
        @if !across.is_empty() {
            section {
                h2 { (ACROSS) }
                ul {
                    @for own in &across {
                        @let (forces, said) = common(own, plans);
                        li { strong { (forces) } ": " (flat(&said)) }
                    }
                }
            }
        }
        @for planned in &plans.plans { (force(plans, planned, several)) }
    }
}

fn force(plans: &Plans, planned: &Planned, several: bool) -> Markup {
    let plan = &planned.plan;
    let mut stages: Vec<Stage> = plan.proofs.iter().map(|proof| proof.stage).collect();
    if stages.is_empty() {
        stages.extend(plan.steps.first().map(|step| step.stage));
    }
    let numbered: Vec<(usize, &Step)> = (1..).zip(&plan.steps).collect();
    html! {
        section {
            @if several { h2 { (flat(&title(planned))) } }
            p { (start(planned)) }
            @if stages.is_empty() { p { "Nothing falls short of what is wanted." } }
            @for own in stages {
                h2 { (stage(own, plans)) }
                @if let Some(known) = plan.proofs.iter().find(|known| known.stage == own) {
                    p { strong { (proof(known, plans)) } }
                }
                @for (number, step) in numbered.iter().filter(|(_, step)| step.stage == own) {
                    (of_step(plans, planned, *number, step))
                }
            }
            @if !plan.unreached.is_empty() {
                h2 { "What no step closes" }
                ul {
                    @for one in &plan.unreached {
                        @let id = one.requirement.as_str();
                        li {
                            (flat(finding(planned, id).map_or(id, |found| &found.title)))
                            " (" code { (id) } "): " (barred(one)) "."
                        }
                    }
                }
            }
        }
    }
}

fn of_step(plans: &Plans, planned: &Planned, number: usize, step: &Step) -> Markup {
    html! {
        h3 {
            (number) ". " (flat(&changed(step)))
            @if plans.costs.any() { " (" (weighed(step.weight, plans)) ")" }
        }
        ul {
            @for own in step.closes() { li { "Closes: " (flat(&named(planned, own))) } }
            @for own in step.raises() { li { "Raises: " (flat(&moved(planned, own))) } }
            @for own in step.lowers() { li { strong { "Lowers: " } (flat(&moved(planned, own))) } }
            @for remedy in remedies(planned, step) { li { "Remedy: " (flat(remedy)) } }
            @if step.moved.is_empty() { li { "No requirement comes to anything else by it." } }
        }
        p { "Then " (stood(step.after)) "." }
    }
}
