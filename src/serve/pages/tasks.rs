//! The task list of a declaration: each question with its answer.

use std::path::Path;
use std::sync::Arc;

use maud::{Markup, html};

use super::{Context, Page, date, list};
use crate::questions::{OpenDeclaration, Question, questions, unasked};
use crate::report::{by_strength, day, state_tag};
use crate::serve::answer::Answer;
use crate::serve::fields::Errors;
use crate::serve::paths;
use crate::standing::State;

pub(in crate::serve) fn show(context: &Context<'_>, key: &str) -> Option<Answer> {
    with_errors(context, key, &Errors::default())
}

/// The same with what is wrong with a new date.
pub(super) fn with_errors(context: &Context<'_>, key: &str, errors: &Errors) -> Option<Answer> {
    let path = context.work.declaration(key)?;
    let work = context.work;
    let project = match work.project() {
        Ok(project) => project,
        Err(faults) => return Some(context.faults("The settings can’t be read", &faults)),
    };
    let check = work.check(project.as_ref());
    let open = match work.open(&check, &path) {
        Ok(open) => open,
        Err(faults) => return Some(context.faults("This declaration can’t be read", &faults)),
    };
    let force = Arc::clone(open.opened()).declaration.force.clone();
    let asked = questions(work.rulebook(), &force, force.as_of);
    let others = unasked(work.rulebook(), &force, force.as_of);
    let (done, all) = (asked.iter().filter(|one| is_answered(&open, one)).count(), asked.len());
    let counts = open.assessment().counts();
    let first = asked.iter().find(|one| !is_answered(&open, one));
    let content = html! {
        (errors.summary())
        h1 { (force.shown()) }
        p.lede {
            "Facts of " (day(force.as_of)) ". " (done) " of " (all) " questions answered, "
            (counts.in_force.met) " of " (counts.in_force.total()) " requirements met."
        }
        p.acts {
            @if let Some(first) = first {
                a.button href=(paths::question(&path, first.arrangement.id.as_str())) {
                    @if done == 0 { "Answer the first question" } @else { "Go on with the next open question" }
                }
                " "
            }
            a href=(paths::gaps(&path)) { "See the gaps, and download reports" }
            " " a href={ (paths::force(&path)) "/compare" } { "Compare its dates" }
        }
        @if done < all {
            p.inset {
                "What the force wrote answers questions, too, with words that can be defended: "
                a href="/#papers-title" { "bring its papers in" } ", and say of each passage what it shows."
            }
        }
        @if !open.warnings().is_empty() {
            h2 { "To look at" }
            (list(open.warnings()))
        }
        h2 { "Questions" }
        p.hint { "Only what counts for this force on that day. Answer in any order." }
        ol.tasks { @for one in &asked { (task(&path, &open, one)) } }
        @if !others.is_empty() {
            h2 { "Worth recording" }
            p.hint {
                "Asked by no text in force, so that nothing rests on it. Reports show what you enter. It isn’t counted as to do."
            }
            ol.tasks { @for one in &others { (task(&path, &open, one)) } }
        }
        (date::form(context, &path, errors))
        p.from { "All of it is in " span.place { (path.display()) } "." }
    };
    let page = Page::new(force.shown(), content).below("/".to_owned(), "forces");
    Some(context.page(&page.wrong(!errors.is_empty())))
}

fn is_answered(open: &OpenDeclaration<'_>, one: &Question<'_>) -> bool {
    open.state(&one.arrangement.id).is_some_and(|state| state != State::NotStated)
}

/// A question with its answer, and how many of its details are open.
fn task(path: &Path, open: &OpenDeclaration<'_>, one: &Question<'_>) -> Markup {
    let id = &one.arrangement.id;
    let strengths = one.requirements.iter().map(|one| one.strength);
    let details = one.open_details(open.on(id)).len();
    html! {
        li {
            span.task {
                a href=(paths::question(path, id.as_str())) { (one.arrangement.title) }
                @if !one.requirements.is_empty() { " " span.from { (by_strength(strengths)) } }
                @if details > 0 { " " span.from { (details) (if details == 1 { " detail" } else { " details" }) " open" } }
            }
            @match open.state(id).filter(|state| *state != State::NotStated) {
                Some(state) => (state_tag(state)),
                None => span.from { @if one.requirements.is_empty() { "Not stated" } @else { "Not answered" } },
            }
        }
    }
}
