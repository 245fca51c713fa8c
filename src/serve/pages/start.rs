//! Starting a force: which one, and of which day its facts are.

use std::path::PathBuf;

use maud::{Markup, html};

use super::{Context, Page};
use crate::declaration::{Force, Form, force_id, template};
use crate::output::write;
use crate::rulebook::PoliceForce;
use crate::serve::answer::Answer;
use crate::serve::checked;
use crate::serve::fields::{self, Errors, Input};
use crate::serve::form::Fields;
use crate::serve::paths;
use crate::serve::request::Request;
use crate::standing::{Day, ForceKind, Words as _};

pub(in crate::serve) fn show(context: &Context<'_>) -> Answer {
    form(context, &Fields::default(), &Errors::default())
}

fn form(context: &Context<'_>, given: &Fields, errors: &Errors) -> Answer {
    let today = fields::written(context.work.today());
    let chosen = given.get("force").unwrap_or_default();
    let forces = context.work.rulebook().vocabulary().forces();
    let content = html! {
        (errors.summary())
        h1 { "Start a force" }
        form method="post" action="/new" novalidate {
            (context.csrf())
            div.field.wrong[errors.has("force")] {
                label for="force" { "Which force is it?" }
                p.hint #force-hint { "One that isn’t in the list: choose the last entry, and name it below." }
                (errors.at("force"))
                select #force name="force" aria-describedby="force-hint" {
                    option value="" { "Choose a force" }
                    @for force in forces {
                        option value=(force.id) selected[force.id.as_str() == chosen] { (force.name) }
                    }
                    option value="other" selected[chosen == "other"] { "Another one" }
                }
            }
            (other(given, errors))
            (Input {
                id: "as_of",
                label: "Of which day are the facts?",
                hint: Some("The law of that day is what they are held against. Such as 31 March 2026 or 31/3/2026."),
                value: given.get("as_of").unwrap_or(&today),
                width: Some(20),
                lines: 1,
            }.show(errors))
            button type="submit" { "Start" }
        }
    };
    let page = Page::new("Start a force", content).below("/".to_owned(), "forces");
    context.page(&page.wrong(!errors.is_empty()))
}

fn other(given: &Fields, errors: &Errors) -> Markup {
    let kind = given.get("kind").unwrap_or("territorial");
    let kinds = ForceKind::ALL.iter().filter(|kind| **kind != ForceKind::National);
    html! {
        details open[given.get("force") == Some("other")] {
            summary { "Another force" }
            (Input {
                id: "name",
                label: "What is it called?",
                hint: None,
                value: given.get("name").unwrap_or_default(),
                width: None,
                lines: 1,
            }.show(errors))
            div.field {
                label for="kind" { "What kind of force is it?" }
                select #kind name="kind" {
                    @for one in kinds { option value=(one) selected[one.word() == kind] { (one) } }
                }
            }
        }
    }
}

pub(in crate::serve) fn make(context: &Context<'_>, request: &Request) -> Answer {
    let (work, given) = (context.work, &request.form);
    let vocabulary = work.rulebook().vocabulary();
    let mut errors = Errors::default();
    let as_of = day(given, work.today(), &mut errors);
    let known = given.get("force").and_then(|id| vocabulary.force(id));
    let force = match (known, given.get("force")) {
        (Some(known), _) => as_of.map(|as_of| Force::known(known, as_of)),
        (None, Some("other")) => another(given, as_of, vocabulary.forces(), &mut errors),
        _ => {
            errors.add("force", "Choose a force");
            None
        }
    };
    let Some(force) = force.filter(|_| errors.is_empty()) else {
        return form(context, given, &errors);
    };
    let form_of = Form::first_pass(work.rulebook(), force.as_of);
    let text = template(&force, vocabulary, &form_of);
    // A force that is here already has a file of that name: the next one is of its day.
    let plain = PathBuf::from(format!("{}.toml", force.id));
    let path = match plain.exists() {
        true => PathBuf::from(format!("{}-{}.toml", force.id, force.as_of)),
        false => plain,
    };
    if let Err(fault) = write(&path, &text, false) {
        errors.faults("force", &[fault]);
        return form(context, given, &errors);
    }
    if let Err(faults) = checked::check_too(work, &path) {
        return context.faults("The settings can’t be changed", &faults);
    }
    work.say(format!(
        "{} is started, in {}. Answer what you know: each answer is saved.",
        force.shown(),
        path.display()
    ));
    Answer::go(&paths::force(&path))
}

fn another(
    given: &Fields,
    as_of: Option<Day>,
    known: &[PoliceForce],
    errors: &mut Errors,
) -> Option<Force> {
    let Some(name) = given.filled("name") else {
        errors.add("name", "Enter the name of the force");
        return None;
    };
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some(known) = known.iter().find(|known| known.is_called(&name)) {
        return as_of.map(|as_of| Force::known(known, as_of));
    }
    let Some(id) = force_id(&name) else {
        errors.add("name", "Enter a name with letters of the alphabet in it");
        return None;
    };
    let kind = given.get("kind").and_then(ForceKind::from_word).unwrap_or(ForceKind::Territorial);
    as_of.map(|as_of| Force { name: Some(name), ..Force::new(id, kind, as_of) })
}

/// The day of facts.
pub(in crate::serve) fn day(given: &Fields, today: Day, errors: &mut Errors) -> Option<Day> {
    let day = fields::day(given, "as_of", errors)?;
    if day > today {
        errors.add("as_of", "The day of the facts can’t be later than today");
    }
    (day <= today).then_some(day)
}
