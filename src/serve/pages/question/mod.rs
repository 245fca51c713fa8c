//! One question a page: how far an arrangement stands, the details that count, and which words show it.

mod asking;
mod details;
mod evidence;
mod given;

use maud::{Markup, html};

use self::asking::Asking;
use self::given::Given;
pub(super) use self::given::field_id;
use super::{Context, Page, states};
use crate::questions::{OpenDeclaration, Question, questions, unasked};
use crate::report::by_strength;
use crate::serve::answer::Answer;
use crate::serve::fields::{Errors, Input};
use crate::serve::paths;
use crate::serve::request::Request;
use crate::source::Fault;

pub(in crate::serve) fn show(
    context: &Context<'_>,
    key: &str,
    arrangement: &str,
) -> Option<Answer> {
    with(context, key, arrangement, |asking, _| {
        let given = Given::declared(asking.declared());
        Ok(page(context, asking, &given, &Errors::default()))
    })
}

pub(in crate::serve) fn save(
    context: &Context<'_>,
    key: &str,
    arrangement: &str,
    request: &Request,
) -> Option<Answer> {
    with(context, key, arrangement, |asking, open| {
        let work = context.work;
        let given = Given::sent(&request.form);
        let mut errors = Errors::default();
        if request.form.get("seen") != Some(&asking.seen()) {
            errors.add(
                "state-0",
                "This was answered elsewhere meanwhile, in another tab or in the file. What you see now is \
                 how it stands: enter your answer again where it still holds",
            );
            return Ok(page(context, asking, &Given::declared(asking.declared()), &errors));
        }
        let edits = given.edits(asking, work, &mut errors);
        if !errors.is_empty() {
            return Ok(page(context, asking, &given, &errors));
        }
        let mut open = open.clone();
        let saved = match open.save(&edits) {
            Ok(saved) => saved,
            Err(faults) => {
                given::place(&faults, &given, &mut errors);
                return Ok(page(context, asking, &given, &errors));
            }
        };
        work.keep(&open);
        let title = &asking.question.arrangement.title;
        let effect = match edits.is_empty() {
            true => "nothing was changed".to_owned(),
            false => format!("saved. It {}", saved.effect),
        };
        let lowered = saved.lowered.map(|_| {
            let name = asking.question.arrangement.name_is(false);
            format!(
                " With what you entered, {name} in place in part only, and that is what is saved."
            )
        });
        work.say(format!("{title}: {effect}.{}", lowered.unwrap_or_default()));
        let stays = request.form.get("then") == Some("stay");
        let next = asking.all.get(asking.at + 1).filter(|_| !stays);
        let here = asking.question.arrangement.id.as_str();
        Ok(Answer::go(&match (stays, next) {
            (true, _) => paths::question(asking.path, here),
            (false, Some(next)) => paths::question(asking.path, next.arrangement.id.as_str()),
            (false, None) => paths::force(asking.path),
        }))
    })
}

fn with(
    context: &Context<'_>,
    key: &str,
    arrangement: &str,
    make: impl FnOnce(&Asking<'_>, &OpenDeclaration<'_>) -> Result<Answer, Vec<Fault>>,
) -> Option<Answer> {
    let path = context.work.declaration(key)?;
    let work = context.work;
    let answered = (|| {
        let project = work.project()?;
        let check = work.check(project.as_ref());
        let open = work.open(&check, &path)?;
        let force = open.declaration().force.clone();
        let is = |one: &Question<'_>| one.arrangement.id.as_str() == arrangement;
        let mut all = questions(work.rulebook(), &force, force.as_of);
        let optional = !all.iter().any(is);
        if optional {
            all = unasked(work.rulebook(), &force, force.as_of);
        }
        let at = all.iter().position(is);
        let Some((at, question)) = at.and_then(|at| Some((at, all.get(at)?))) else {
            return Ok(None);
        };
        let asking = Asking { path: &path, open: &open, all: &all, at, question, optional };
        make(&asking, &open).map(Some)
    })();
    match answered {
        Ok(answer) => answer,
        Err(faults) => Some(context.faults("This declaration can’t be read", &faults)),
    }
}

fn page(context: &Context<'_>, asking: &Asking<'_>, given: &Given, errors: &Errors) -> Answer {
    let Asking { path, open, all, at, question, optional } = *asking;
    let arrangement = question.arrangement;
    let force = open.declaration().force.shown();
    let address = |at: Option<usize>| {
        let other = all.get(at?)?;
        Some((
            paths::question(path, other.arrangement.id.as_str()),
            other.arrangement.title.as_ref(),
        ))
    };
    let content = html! {
        (errors.summary())
        p.caption {
            (force)
            @if optional { ": worth recording – " } @else { ": question " (at + 1) " of " (all.len()) " – " }
            (arrangement.title)
        }
        h1 { (arrangement.question) }
        @if let Some(about) = &arrangement.about { p { (about) } }
        @if optional {
            p.inset { "No text in force asks this of the force. What you enter is shown in reports, and no finding rests on it." }
        } @else { (who_asks(question)) }
        form method="post" action=(paths::question(path, arrangement.id.as_str())) novalidate {
            (context.csrf())
            input type="hidden" name="seen" value=(asking.seen());
            (states::asked(given.state, errors))
            (details::all(asking, given, errors))
            (evidence::rows(asking, given, errors))
            (Input {
                id: "note",
                label: "Anything else that should be known? (optional)",
                hint: Some("In the force’s own words. It is shown in reports; no finding rests on it."),
                value: given.note.as_deref().unwrap_or_default(),
                width: None,
                lines: 3,
            }.show(errors))
            p.acts {
                button type="submit" name="then" value="go" { "Save and go on" } " "
                button.second type="submit" name="then" value="stay" { "Save and stay" }
            }
        }
        nav.pages aria-label="Questions" { ul {
            @if let Some((before, title)) = address(at.checked_sub(1)) {
                li { a rel="prev" href=(before) { span { "Previous" } ": " (title) } }
            }
            li { a href=(paths::force(path)) { "All questions" } }
            @if let Some((next, title)) = address(at.checked_add(1)) {
                li { a rel="next" href=(next) { span { "Next" } ": " (title) } }
            }
        } }
    };
    let title = format!("{}: {force}", arrangement.title);
    let page = Page::new(&title, content).below(paths::force(path), "all questions");
    context.page(&page.wrong(!errors.is_empty()))
}

/// The requirements that rest on it, folded away.
fn who_asks(question: &Question<'_>) -> Markup {
    let strengths = question.requirements.iter().map(|one| one.strength);
    html! {
        details.who {
            summary { "Who asks this: " (by_strength(strengths)) }
            ul { @for one in &question.requirements {
                li { (one.title) " (" (one.strength) "; " (one.citation) ")" }
            } }
        }
    }
}
