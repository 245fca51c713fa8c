//! Waivers: gaps that somebody answers for until a day.

use std::collections::BTreeMap;
use std::path::PathBuf;

use maud::{Markup, html};

use crate::project::{NewWaiver, Project, SettingsEdit};
use crate::report::day;
use crate::rulebook::{Instrument, Requirement};
use crate::serve::fields::{Errors, Input, last_day};
use crate::serve::form::Fields;
use crate::serve::pages::Context;

/// The forces of the folder: each id with its name.
pub(super) fn forces(context: &Context<'_>, project: Option<&Project>) -> BTreeMap<String, String> {
    let (work, check) = (context.work, context.work.check(project));
    let open = |path: PathBuf| work.open(&check, &path).ok();
    let all = work.declarations().into_iter().filter_map(open);
    all.map(|open| {
        let force = &open.declaration().force;
        (force.id.to_string(), force.shown().to_owned())
    })
    .collect()
}

pub(super) fn list(
    context: &Context<'_>,
    project: Option<&Project>,
    forces: &BTreeMap<String, String>,
    errors: &Errors,
) -> Markup {
    let all = project.map(|project| project.gate.waivers.as_slice()).unwrap_or_default();
    let today = context.work.today();
    html! {
        (errors.at("waivers"))
        @if all.is_empty() { p { "None." } } @else {
            ul.decided { @for (at, own) in all.iter().enumerate() {
                li {
                    p { strong { (title(context, own.requirement.as_str())) }
                        @if let Some(force) = &own.force { " (" (forces.get(force.as_str()).map_or(force.as_str(), String::as_str)) ")" }
                        ": " (own.reason) }
                    p.from {
                        (own.owner) " answers for it until " (day(own.last_day))
                        @if own.last_day < today { ", which is over" } "."
                    }
                    form method="post" action="/settings/waiver/out" {
                        (context.csrf())
                        input type="hidden" name="at" value=(at);
                        input type="hidden" name="requirement" value=(own.requirement);
                        button.quiet type="submit" { "Take it out" span.off { ": " (own.requirement) } }
                    }
                }
            } }
        }
    }
}

/// The form for a further one.
pub(super) fn form(
    context: &Context<'_>,
    forces: &BTreeMap<String, String>,
    given: &Fields,
    errors: &Errors,
) -> Markup {
    let value = |name| given.get(name).unwrap_or_default();
    let (rulebook, today) = (context.work.rulebook(), context.work.today());
    let asked = |of: &Instrument| -> Vec<&Requirement> {
        let own = rulebook.requirements().iter().filter(|own| own.instrument == of.id);
        own.filter(|own| own.in_force_on(today)).collect()
    };
    // A force that the folder doesn't have may be meant by a file that is checked beside it.
    let other = given.filled("force").filter(|own| !forces.contains_key(*own));
    html! {
        details #let-pass.mark open[!errors.is_empty() || given.filled("requirement").is_some()] {
            summary { "Let a gap pass" }
            form method="post" action="/settings/waiver" novalidate {
                (context.csrf())
                div.field.wrong[errors.has("requirement")] {
                    label for="requirement" { "Which requirement?" }
                    (errors.at("requirement"))
                    select #requirement name="requirement" {
                        option value="" { "Choose a requirement" }
                        @for instrument in rulebook.instruments() {
                            @let own = asked(instrument);
                            @if !own.is_empty() {
                                optgroup label=(instrument.title) { @for own in own {
                                    option value=(own.id) selected[value("requirement") == own.id.as_str()] { (own.title) }
                                } }
                            }
                        }
                    }
                }
                div.field {
                    label for="force" { "For which force?" }
                    select #force name="force" {
                        option value="" { "Every force of this folder" }
                        @for (id, name) in forces {
                            option value=(id) selected[value("force") == id] { (name) }
                        }
                        @if let Some(other) = other { option value=(other) selected { (other) } }
                    }
                }
                (Input { id: "reason", label: "Why is it let pass?", hint: None, value: value("reason"), width: None, lines: 3 }.show(errors))
                (Input {
                    id: "owner",
                    label: "Who answers for it?",
                    hint: Some("A role, such as head of public protection."),
                    value: value("owner"),
                    width: Some(20),
                    lines: 1,
                }.show(errors))
                (Input {
                    id: "last_day",
                    label: "Until when?",
                    hint: Some("The last day, such as 31 March 2027 or 31/3/2027."),
                    value: value("last_day"),
                    width: Some(20),
                    lines: 1,
                }.show(errors))
                button type="submit" { "Let it pass" }
            }
        }
    }
}

/// What somebody sent.
pub(super) fn sent(
    context: &Context<'_>,
    form: &Fields,
    errors: &mut Errors,
) -> Option<SettingsEdit> {
    let requirement = form.filled("requirement").filter(|id| context.work.rulebook().knows(id));
    if requirement.is_none() {
        errors.add("requirement", "Choose the requirement that is let pass");
    }
    let reason = form.filled("reason");
    if reason.is_none() {
        errors.add("reason", "Enter why it is let pass");
    }
    let owner = form.filled("owner");
    if owner.is_none() {
        errors.add("owner", "Enter who answers for it, as a role");
    }
    let last_day = last_day(form, "last_day", context.work.today(), errors);
    Some(SettingsEdit::AddWaiver(NewWaiver {
        requirement: requirement?.to_owned(),
        force: form.filled("force").map(str::to_owned),
        reason: reason?.to_owned(),
        owner: owner?.to_owned(),
        last_day: last_day?,
    }))
}

/// The title of a requirement.
pub(super) fn title(context: &Context<'_>, id: &str) -> String {
    let own = context.work.rulebook().requirements().iter().find(|own| own.id.as_str() == id);
    own.map_or_else(|| id.to_owned(), |own| own.title.to_string())
}
