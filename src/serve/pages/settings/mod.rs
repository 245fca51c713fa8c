//! The settings: what fails a check, what is let pass and who owns that; and what is kept where.

mod gate;
mod waivers;

use maud::html;

use super::{Context, Page};
use crate::decisions;
use crate::project::{FILE_NAME, SettingsEdit};
use crate::serve::answer::Answer;
use crate::serve::checked;
use crate::serve::fields::Errors;
use crate::serve::folder::PAPERS;
use crate::serve::form::Fields;
use crate::serve::request::Request;

/// The settings; the form for a waiver filled in as far as the address says.
pub(in crate::serve) fn show(context: &Context<'_>, query: &Fields) -> Answer {
    page(context, query, &Errors::default())
}

pub(in crate::serve) fn gate(context: &Context<'_>, request: &Request) -> Answer {
    let mut errors = Errors::default();
    let edit = gate::sent(&request.form, &mut errors);
    change(context, edit, "The gate is saved.", ("gate-0", &request.form), errors)
}

pub(in crate::serve) fn waive(context: &Context<'_>, request: &Request) -> Answer {
    let mut errors = Errors::default();
    let edit = waivers::sent(context, &request.form, &mut errors);
    change(context, edit, "The gap is let pass.", ("requirement", &request.form), errors)
}

pub(in crate::serve) fn unwaive(context: &Context<'_>, request: &Request) -> Answer {
    let mut errors = Errors::default();
    let form = &request.form;
    let at = form.get("at").and_then(|at| at.parse::<usize>().ok());
    let project = context.work.project().ok().flatten();
    let own = at.and_then(|at| Some(project?.gate.waivers.get(at)?.requirement.clone()));
    let same = own.is_some_and(|own| form.get("requirement") == Some(own.as_str()));
    let edit = at.filter(|_| same).map(|at| SettingsEdit::RemoveWaiver { at });
    if edit.is_none() {
        errors.add("waivers", "That one isn’t there any more: another tab may have taken it out");
    }
    change(context, edit, "It isn’t let pass any more.", ("waivers", &Fields::default()), errors)
}

/// Makes a change, or says what is wrong with it at its field.
fn change(
    context: &Context<'_>,
    edit: Option<SettingsEdit>,
    said: &str,
    (field, form): (&str, &Fields),
    mut errors: Errors,
) -> Answer {
    let Some(edit) = edit else { return page(context, form, &errors) };
    match checked::edit(context.work, &[edit]) {
        Ok(()) => {
            context.work.say(said.to_owned());
            Answer::go("/settings")
        }
        Err(faults) => {
            errors.faults(field, &faults);
            page(context, form, &errors)
        }
    }
}

fn page(context: &Context<'_>, given: &Fields, errors: &Errors) -> Answer {
    let project = match context.work.project() {
        Ok(project) => project,
        Err(faults) => return context.faults("The settings can’t be read", &faults),
    };
    let content = html! {
        (errors.summary())
        h1 { "Settings, and what is kept" }
        p {
            @match &project {
                None => { "There is no " code { (FILE_NAME) } " here yet. It is made when you save something below, or start a force." },
                Some(_) => { "They stand in " code { (FILE_NAME) } ", which may be changed by hand, too: its comments stay." },
            }
        }
        h2 { "The gate" }
        (gate::form(context, project.as_ref(), errors))
        h2 #waivers tabindex="-1" { "Gaps that are let pass" }
        @let forces = waivers::forces(context, project.as_ref());
        (waivers::list(context, project.as_ref(), &forces, errors))
        (waivers::form(context, &forces, given, errors))
        @if let Some(project) = &project {
            details {
                summary { "The whole file" }
                div.wide tabindex="0" role="region" aria-label="The settings" {
                    pre { (project.text.shown()) }
                }
            }
        }
        h2 { "What is kept, and how it is deleted" }
        dl.summary-list {
            div { dt { "Answers" } dd { "In the declaration of each force, a " code { ".toml" } " file of this folder." } }
            div { dt { "Papers" } dd {
                "As you brought them in, in the folder " code { (PAPERS) } ". Delete a paper there; words that were quoted "
                "from it stand in the declaration until they are taken out."
            } }
            div { dt { "Decisions" } dd {
                "In " code { (decisions::FILE_NAME) } ": the words, what the program suggested, what was decided, in which "
                "role, on which day. Take one back on its paper’s page, or delete it there. Names of people belong there only "
                "where the words of a paper hold them."
            } }
            div { dt { "Changes" } dd {
                "What stood in a file before you changed it is kept in memory until msacheck ends, so that it can be taken back "
                "on the page " a href="/changes" { "Changes" } "."
            } }
            div { dt { "Anything else" } dd { "Nothing. No page is sent anywhere, and nothing is logged." } }
        }
    };
    let page = Page::new("Settings, and what is kept", content);
    context.page(&page.below("/".to_owned(), "forces and papers").wrong(!errors.is_empty()))
}
