//! What an inspector finds where the computed outcome doesn't tell it: shown beside it, and moving nothing.

use std::path::Path;

use maud::{Markup, html};

use super::{Context, Page};
use crate::declaration::{Edit, JudgedAs, NewJudgement};
use crate::questions::OpenDeclaration;
use crate::report::day;
use crate::rulebook::RequirementId;
use crate::serve::answer::Answer;
use crate::serve::fields::{Errors, Input, last_day, radio, written};
use crate::serve::form::Fields;
use crate::serve::paths;
use crate::serve::request::Request;
use crate::source::Fault;
use crate::standing::{Day, Words as _, lapses_on};

pub(in crate::serve) fn show(context: &Context<'_>, key: &str, query: &Fields) -> Option<Answer> {
    with(context, key, |path, open| Ok(page(context, path, open, query, &Errors::default())))
}

pub(in crate::serve) fn save(
    context: &Context<'_>,
    key: &str,
    request: &Request,
) -> Option<Answer> {
    with(context, key, |path, open| {
        let form = &request.form;
        let mut errors = Errors::default();
        let Some(own) = entered(context, open, form, &mut errors) else {
            return Ok(page(context, path, open, form, &errors));
        };
        let title = title(open, own.requirement.as_str());
        let said = format!("{title}: “{}” is kept beside what was worked out.", own.verdict);
        let mut open = open.clone();
        if let Err(faults) = open.save(&[Edit::AddJudgement(own)]) {
            errors.faults("reason", &faults);
            return Ok(page(context, path, &open, form, &errors));
        }
        context.work.keep(&open);
        context.work.say(said);
        Ok(Answer::go(&paths::gaps(path)))
    })
}

pub(in crate::serve) fn remove(
    context: &Context<'_>,
    key: &str,
    request: &Request,
) -> Option<Answer> {
    with(context, key, |path, open| {
        let form = &request.form;
        let at = form.get("at").and_then(|at| at.parse::<usize>().ok());
        let own = at.and_then(|at| Some((at, open.declaration().judgements.get(at)?)));
        let own = own.filter(|(_, own)| form.get("requirement") == Some(own.requirement.as_str()));
        let Some((at, own)) = own else {
            let mut errors = Errors::default();
            errors.add(
                "judged",
                "That finding isn’t there any more: another tab may have taken it out",
            );
            return Ok(page(context, path, open, form, &errors));
        };
        let said = format!("{}: taken out.", title(open, own.requirement.as_str()));
        let mut open = open.clone();
        open.save(&[Edit::RemoveJudgement { at }])?;
        context.work.keep(&open);
        context.work.say(said);
        Ok(Answer::go(&format!("{}/judge", paths::force(path))))
    })
}

fn with(
    context: &Context<'_>,
    key: &str,
    make: impl FnOnce(&Path, &OpenDeclaration<'_>) -> Result<Answer, Vec<Fault>>,
) -> Option<Answer> {
    let path = context.work.declaration(key)?;
    let made = (|| {
        let project = context.work.project()?;
        let check = context.work.check(project.as_ref());
        let open = context.work.open(&check, &path)?;
        make(&path, &open)
    })();
    Some(made.unwrap_or_else(|faults| context.faults("This declaration can’t be read", &faults)))
}

/// What somebody entered, where nothing is wrong with it.
fn entered(
    context: &Context<'_>,
    open: &OpenDeclaration<'_>,
    form: &Fields,
    errors: &mut Errors,
) -> Option<NewJudgement> {
    let date = context.work.today();
    let known =
        |id: &&str| open.assessment().findings.iter().any(|one| one.requirement.as_str() == *id);
    let requirement = form.filled("requirement").filter(known);
    if requirement.is_none() {
        errors.add("requirement", "Choose what your finding is about");
    }
    let verdict = form.get("verdict").and_then(JudgedAs::from_word);
    if verdict.is_none() {
        errors.add("verdict-0", "Choose what you find");
    }
    let reason = form.filled("reason");
    if reason.is_none() {
        errors.add("reason", "Enter why, so that somebody else can follow it");
    }
    let role = form.filled("role");
    if role.is_none() {
        errors.add("role", "Enter in which role you find it, such as inspector");
    }
    let last_day = last_day(form, "last_day", date, errors);
    Some(NewJudgement {
        requirement: RequirementId::from(requirement?),
        verdict: verdict?,
        role: role?.to_owned(),
        date,
        reason: reason?.to_owned(),
        last_day: last_day?,
    })
}

fn title(open: &OpenDeclaration<'_>, id: &str) -> String {
    let mut findings = open.assessment().findings.iter();
    let own = findings.find(|one| one.requirement.as_str() == id);
    own.map_or_else(|| id.to_owned(), |own| own.title.to_string())
}

fn page(
    context: &Context<'_>,
    path: &Path,
    open: &OpenDeclaration<'_>,
    given: &Fields,
    errors: &Errors,
) -> Answer {
    let force = open.declaration().force.shown();
    let value = |name| given.get(name).unwrap_or_default();
    let role = given.get("role").map_or_else(|| context.work.role(), str::to_owned);
    let a_year_on = a_year_after(context.work.today());
    let content = html! {
        (errors.summary())
        p.caption { (force) }
        h1 { "Your own finding" }
        p { "Where what was worked out doesn’t tell it. It is shown beside the outcome in every report, with your reason; it \
             changes no outcome and no gate, and ends on its last day." }
        form method="post" action={ (paths::force(path)) "/judge" } novalidate {
            (context.csrf())
            (requirement(open, value("requirement"), errors))
            fieldset.ask.wrong[errors.has("verdict-0")] {
                legend { "What do you find?" }
                (errors.at("verdict-0"))
                @for (at, verdict) in JudgedAs::ALL.iter().enumerate() {
                    (radio(
                        "verdict",
                        &format!("verdict-{at}"),
                        verdict.word(),
                        value("verdict") == verdict.word(),
                        verdict.word(),
                        Some(meaning(*verdict)),
                    ))
                }
            }
            (Input { id: "reason", label: "Why?", hint: None, value: value("reason"), width: None, lines: 4 }.show(errors))
            (Input {
                id: "role",
                label: "In which role?",
                hint: Some("Not a name: a role, such as inspector."),
                value: &role,
                width: Some(20),
                lines: 1,
            }.show(errors))
            (Input {
                id: "last_day",
                label: "Until when does it hold?",
                hint: Some("The last day, such as 31 March 2027 or 31/3/2027."),
                value: given.get("last_day").unwrap_or(&a_year_on),
                width: Some(20),
                lines: 1,
            }.show(errors))
            button type="submit" { "Keep it" }
        }
        (kept(context, path, open, errors))
    };
    let page = Page::new("Your own finding", content).below(paths::gaps(path), "the gaps");
    context.page(&page.wrong(!errors.is_empty()))
}

fn requirement(open: &OpenDeclaration<'_>, chosen: &str, errors: &Errors) -> Markup {
    html! {
        div.field.wrong[errors.has("requirement")] {
            label for="requirement" { "What is it about?" }
            (errors.at("requirement"))
            select #requirement name="requirement" {
                option value="" { "Choose a requirement" }
                @for one in open.assessment().findings.iter().filter(|one| one.outcome.is_assessed()) {
                    option value=(one.requirement) selected[one.requirement.as_str() == chosen] {
                        (one.title) " (" (one.outcome) ")"
                    }
                }
            }
        }
    }
}

/// What is kept already.
fn kept(context: &Context<'_>, path: &Path, open: &OpenDeclaration<'_>, errors: &Errors) -> Markup {
    let all = &open.declaration().judgements;
    html! {
        @if !all.is_empty() || errors.has("judged") {
            h2 #judged tabindex="-1" { "Kept already" }
            (errors.at("judged"))
            ul.decided { @for (at, own) in all.iter().enumerate() {
                li {
                    p { strong { (title(open, own.requirement.as_str())) } ": " (own.verdict) " – " (own.reason) }
                    p.from { "By the " (own.role) " on " (day(own.date)) ", until " (day(own.last_day)) }
                    form method="post" action={ (paths::force(path)) "/judge/out" } {
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

fn meaning(verdict: JudgedAs) -> &'static str {
    match verdict {
        JudgedAs::MetByOtherMeans => "What it is for is reached in another way than it asks.",
        JudgedAs::NotMetInPractice => "What is declared doesn’t bear out in practice.",
    }
}

/// The same day a year later, as a form has it.
fn a_year_after(day: Day) -> String {
    lapses_on(day, 12).and_then(|day| day.yesterday().ok()).map(written).unwrap_or_default()
}
