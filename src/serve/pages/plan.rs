//! What to change, in which order: the plan that `plan` makes, and its steps taken on.

use std::path::{Path, PathBuf};

use maud::{Markup, html};

use super::{Context, Page};
use crate::actions::with_added;
use crate::check::{AskedActions, AskedPlan, Disk, Files as _, PlanWanted, Target};
use crate::output::{in_turn, replace, write};
use crate::plan::{Costs, Plans, TakenOn};
use crate::project::SettingsEdit;
use crate::report::{plan_content, step_note};
use crate::serve::answer::Answer;
use crate::serve::checked;
use crate::serve::fields::{Errors, Input, last_day};
use crate::serve::form::Fields;
use crate::serve::paths;
use crate::serve::request::Request;
use crate::source::Fault;
use crate::standing::Day;

/// What a plan may be for, in the words of `--target`.
const TARGETS: [(&str, &str); 4] = [
    ("", "Everything, in order"),
    ("duties", "What the law asks"),
    ("duties or commitments", "What the law asks, and what was promised"),
    ("all", "All that is asked"),
];
/// The file that steps go into, where the settings name none.
const ACTIONS: &str = "actions.toml";

pub(in crate::serve) fn show(context: &Context<'_>, key: &str, query: &Fields) -> Option<Answer> {
    let path = context.work.declaration(key)?;
    Some(page(context, &path, query.get("target").unwrap_or_default(), query, &Errors::default()))
}

fn page(
    context: &Context<'_>,
    path: &Path,
    target: &str,
    given: &Fields,
    errors: &Errors,
) -> Answer {
    let plans = match plans(context, path, target) {
        Ok(plans) => plans,
        Err(faults) => return context.faults("This can’t be planned", &faults),
    };
    let address = format!("{}/plan", paths::force(path));
    let content = html! {
        (errors.summary())
        form.line method="get" action=(address) {
            label for="target" { "A plan to meet " }
            select #target name="target" { @for (value, words) in TARGETS {
                option value=(value) selected[value == target] { (words) }
            } }
            button.second type="submit" { "Show" }
        }
        (plan_content(&plans))
        @if plans.plans.iter().any(|planned| !planned.plan.steps.is_empty()) {
            (take_on_form(context, &address, target, given, errors))
        }
    };
    let page = Page::new("What to change", content).below(paths::force(path), "the questions");
    context.page(&page.wrong(!errors.is_empty()))
}

fn plans(context: &Context<'_>, path: &Path, target: &str) -> Result<Plans, Vec<Fault>> {
    let work = context.work;
    let project = work.project()?;
    let actions = AskedActions::of(project.as_ref(), work.rules(), work.files())?;
    let check = work.check(project.as_ref()).planned(actions.as_ref());
    let wanted = match target {
        "" => PlanWanted::InOrder,
        target => PlanWanted::Target(Target::read(work.rulebook(), target)?),
    };
    let gathered = check.gather(&[path.to_owned()])?;
    let asked = AskedPlan { wanted, costs: Costs::default() };
    check.assess(gathered.declarations, gathered.failed).plans(&asked)
}

fn take_on_form(
    context: &Context<'_>,
    address: &str,
    target: &str,
    given: &Fields,
    errors: &Errors,
) -> Markup {
    let value = |name| given.get(name).unwrap_or_default();
    html! {
        details.mark open[!errors.is_empty()] {
            summary { "Have somebody do it" }
            p { "The steps go into the plan of action, as things that nobody has begun. The declaration stays as it is." }
            form method="post" action=(address) novalidate {
                (context.csrf())
                input type="hidden" name="target" value=(target);
                (Input {
                    id: "owner",
                    label: "Who does it?",
                    hint: Some("A role, such as head of crime."),
                    value: value("owner"),
                    width: Some(20),
                    lines: 1,
                }.show(errors))
                (Input {
                    id: "deadline",
                    label: "By when?",
                    hint: Some("The last day, such as 31 March 2027 or 31/3/2027."),
                    value: value("deadline"),
                    width: Some(20),
                    lines: 1,
                }.show(errors))
                button type="submit" { "Add to the plan of action" }
            }
        }
    }
}

pub(in crate::serve) fn take_on(
    context: &Context<'_>,
    key: &str,
    request: &Request,
) -> Option<Answer> {
    let path = context.work.declaration(key)?;
    let form = &request.form;
    let target = form.get("target").unwrap_or_default();
    let mut errors = Errors::default();
    let deadline = last_day(form, "deadline", context.work.today(), &mut errors);
    let owner = form.filled("owner");
    if owner.is_none() {
        errors.add("owner", "Enter who does it, as a role");
    }
    let (Some(owner), Some(deadline)) = (owner, deadline) else {
        return Some(page(context, &path, target, form, &errors));
    };
    Some(match add(context, &path, target, (owner, deadline)) {
        Ok((0, _)) => {
            context.work.say("Nothing was added: somebody is at all of it already.".to_owned());
            Answer::go(&format!("{}/plan", paths::force(&path)))
        }
        Ok((count, file)) => {
            let things = if count == 1 { "thing" } else { "things" };
            context.work.say(format!("Added to {}: {count} {things} to do.", file.display()));
            Answer::go(&format!("{}/plan", paths::force(&path)))
        }
        Err(faults) => context.faults("That couldn’t be added", &faults),
    })
}

/// Adds the steps: how many, and to which file.
fn add(
    context: &Context<'_>,
    path: &Path,
    target: &str,
    (owner, deadline): (&str, Day),
) -> Result<(usize, PathBuf), Vec<Fault>> {
    let TakenOn { actions, .. } =
        plans(context, path, target)?.taken_on(owner, deadline, step_note);
    let work = context.work;
    let named = work.project()?.and_then(|project| project.actions);
    let file = named.clone().unwrap_or_else(|| PathBuf::from(ACTIONS));
    if actions.is_empty() {
        return Ok((0, file));
    }
    in_turn(&file, || {
        let before = match Disk.exists(&file) {
            true => Some(Disk.text(&file).map_err(|fault| vec![fault])?),
            false => None,
        };
        let (name, body) =
            (file.display().to_string(), before.as_ref().map_or("", |text| text.body()));
        let (after, _) = with_added(&name, body, &actions, work.rulebook())?;
        let written = match before {
            Some(before) => replace(&file, &after, before.digest()),
            None => write(&file, &after, false),
        };
        written.map_err(|fault| vec![fault])
    })?;
    // Last: settings that name a file which isn't there can't be checked.
    if named.is_none() {
        checked::edit(work, &[SettingsEdit::Actions(ACTIONS.to_owned())])?;
    }
    Ok((actions.len(), file))
}
