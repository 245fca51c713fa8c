//! The page of a paper: what a person must decide first, what it states, what was decided, its text.

use maud::{Markup, html};

use super::left;
use super::opened::{Open, hidden, open, title};
use super::suggestion;
use super::text;
use crate::decisions::Decision;
use crate::document::Spot;
use crate::reading::Upshot;
use crate::report::day;
use crate::review::Passage;
use crate::serve::answer::Answer;
use crate::serve::fields::{Errors, Input};
use crate::serve::form::Fields;
use crate::serve::pages::{Context, Page, states};
use crate::serve::{folder, paths};
use crate::standing::State;

/// The most suggestions of one kind on a page: a plan of a hundred pages has fewer.
const SHOWN: usize = 300;
/// When the rest of those is shown that wait for somebody.
const WAITS: &str = "They are as soon as some of these are decided.";

pub(in crate::serve) fn show(context: &Context<'_>, key: &str, query: &Fields) -> Option<Answer> {
    let path = folder::named(folder::papers(), key)?;
    let number = |name| query.get(name).and_then(|number| number.parse::<u32>().ok());
    let here = number("line").map(|line| Spot { page: number("page"), line, column: 0 });
    Some(match open(context, path, query.get("for")) {
        Ok(mut open) => {
            open.here = here;
            page(context, &open, &Errors::default())
        }
        Err(faults) => context.faults("This paper can’t be read", &faults),
    })
}

pub(super) fn page(context: &Context<'_>, open: &Open, errors: &Errors) -> Answer {
    let Open { path, read, chosen, .. } = open;
    let all = Passage::all(&open.read, &open.decisions);
    let unsure: Vec<&Passage<'_>> =
        all.iter().filter(|one| one.is_open() && one.is_unsure()).collect();
    let stated: Vec<&Passage<'_>> =
        all.iter().filter(|one| one.is_open() && one.is_stated()).collect();
    let silent: Vec<&Passage<'_>> = all
        .iter()
        .filter(|one| one.is_open() && matches!(one.statement.upshot, Upshot::Silent(_)))
        .collect();
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let content = html! {
        (errors.summary())
        h1 { (name) }
        p.lede {
            @match read.force_name() {
                Some(force) => { "It speaks for " (force) },
                None => { "It names no force that it speaks for" },
            }
            @if let Some(dated) = &read.dated { ", and is dated " (dated.date) } "."
        }
        (target(open))
        @if chosen.is_some() {
            p { (unsure.len()) " to decide, " (stated.len()) " to confirm, " (decided(open).len()) " decided." (left::count(context, open)) }
            (keys())
            (who(context, open))
            (errors.at("decide"))
            (errors.at("decided"))
            @if unsure.is_empty() && stated.is_empty() {
                (part(context, "decide", "Nothing is left to decide"))
                (left::details(context, open))
                @if let Some(own) = &open.chosen {
                    p.acts {
                        a.button href=(paths::gaps(&own.path)) { "See the gaps, and download reports" }
                        " " a href=(paths::force(&own.path)) { "Answer what no paper says" }
                    }
                }
            } @else {
                (part(context, "decide", "For a person to decide"))
                @if unsure.is_empty() { p { "Nothing is left." } }
                (listed(context, open, errors, &unsure, WAITS))
                h2 #stated { "What it states" }
                @if stated.is_empty() { p { "Nothing is left." } }
                (listed(context, open, errors, &stated, WAITS))
                (left::details(context, open))
            }
            (mark_words(context, open, errors))
            (taken(context, open))
            @if !silent.is_empty() {
                details {
                    summary { "Not counted, with the reason (" (silent.len()) ")" }
                    (listed(context, open, errors, &silent, "“msacheck read --explain” shows every one."))
                }
            }
        }
        h2 #text tabindex="-1" { "The paper" }
        (errors.at("text"))
        p.hint { "As it is read. What speaks of an arrangement is marked." }
        (text::show(open, &all, open.here))
    };
    let mut page = Page::new(&name, content).below("/".to_owned(), "forces and papers");
    page.said_first = false;
    context.page(&page.wrong(!errors.is_empty()))
}

/// A heading that somebody may be led to, with what is said there.
fn part(context: &Context<'_>, id: &str, title: &str) -> Markup {
    let said = context.said_at(id);
    html! {
        h2 id=(id) tabindex="-1" aria-describedby=[said.as_ref().map(|_| "said")] { (title) }
        @if let Some(said) = said { (said) }
    }
}

/// Suggestions, as many as a page may show.
fn listed(
    context: &Context<'_>,
    open: &Open,
    errors: &Errors,
    all: &[&Passage<'_>],
    then: &str,
) -> Markup {
    html! {
        @for one in all.iter().take(SHOWN) { (suggestion::show(one, context, open, errors)) }
        @if let Some(more) = all.len().checked_sub(SHOWN).filter(|more| *more > 0) {
            p.inset { (more) " more aren’t shown. " (then) }
        }
    }
}

/// Which declaration its words become evidence in.
fn target(open: &Open) -> Markup {
    let chosen = open.chosen.as_ref().map(|own| paths::key(&own.path));
    html! {
        @if open.declarations.is_empty() {
            p.inset { "There is no declaration to put its words into. " a href="/new" { "Start the force" } " first." }
        } @else {
            form.line method="get" action=(paths::paper(&open.path)) {
                label for="for" { "Its words become evidence of " }
                select #for name="for" {
                    @if chosen.is_none() { option value="" { "Choose a force" } }
                    @for own in &open.declarations {
                        @let key = paths::key(&own.path);
                        option value=(key) selected[chosen.as_ref() == Some(&key)] {
                            (own.declaration.force.shown()) ", " (own.declaration.force.as_of)
                        }
                    }
                }
                button.second type="submit" { "Change" }
            }
            @if let Some(dated) = open.read.dated.as_ref()
                && let Some(own) = &open.chosen
                && dated.date.earliest() > own.declaration.force.as_of {
                p.inset {
                    "The paper is dated " (dated.date) ", after the facts of that declaration. What is new in it doesn’t "
                    "belong there: " a href=(paths::force(&own.path)) { "start a new date of the force" } " first."
                }
            }
        }
    }
}

fn keys() -> Markup {
    html! {
        details.keys {
            summary { "Keys" }
            dl.summary-list {
                @for (key, what) in [
                    ("j, k", "next and previous suggestion"),
                    ("a", "accept it as it is shown"),
                    ("s", "change the state, then Enter"),
                    ("r", "give the reason to reject it, then Enter"),
                    ("m", "mark words: those that are selected in the paper"),
                    ("t", "the words in the paper, and back"),
                    ("u", "take the last decision back"),
                ] { div { dt { (key) } dd { (what) } } }
            }
        }
    }
}

/// In which role somebody decides.
fn who(context: &Context<'_>, open: &Open) -> Markup {
    html! {
        form.line method="post" action={ (paths::paper(&open.path)) "/role" } {
            (context.csrf())
            (hidden(open))
            label for="role" { "You decide as " }
            input #role type="text" name="role" value=(context.work.role()) autocomplete="off";
            button.second type="submit" { "Change" }
        }
    }
}

fn mark_words(context: &Context<'_>, open: &Open, errors: &Errors) -> Markup {
    let arrangements = context.work.rulebook().vocabulary().arrangements();
    html! {
        details.mark open[errors.has("words")] {
            summary { "Mark words that nothing was suggested for" }
            form method="post" action={ (paths::paper(&open.path)) "/mark" } novalidate {
                (context.csrf())
                (hidden(open))
                (Input {
                    id: "words",
                    label: "The words",
                    hint: Some("Select them in the paper below and press m, or copy them here."),
                    value: "",
                    width: None,
                    lines: 3,
                }.show(errors))
                div.field {
                    label for="arrangement" { "What do they speak of?" }
                    select #arrangement name="arrangement" {
                        @for one in arrangements { option value=(one.id) { (one.title) } }
                    }
                }
                div.field {
                    label for="mark-state" { "What do they say?" }
                    (states::said("mark-state", Some(State::InPlace)))
                }
                button type="submit" { "Mark" }
            }
        }
    }
}

fn decided(open: &Open) -> Vec<(usize, &Decision)> {
    open.decisions.on(&open.read.document).collect()
}

/// What was decided, each to be taken back.
fn taken(context: &Context<'_>, open: &Open) -> Markup {
    let all = decided(open);
    html! {
        @if !all.is_empty() {
            (part(context, "decided", "Decided"))
            ul.decided { @for (at, one) in all.iter().rev() {
                li {
                    p { strong { (title(context, one.arrangement.as_str())) } ": " (one.decided)
                        @if let Some(state) = one.state { " as " (state) }
                        @if let Some(reason) = &one.reason { " – " (reason) } }
                    p.from { "“" (one.quote) "”, by the " (one.role) " on " (day(one.date)) }
                    form method="post" action={ (paths::paper(&open.path)) "/back" } {
                        (context.csrf())
                        (hidden(open))
                        input type="hidden" name="at" value=(at);
                        input type="hidden" name="quote" value=(one.quote);
                        button.quiet.back type="submit" { "Take back" span.off { ": " (one.quote) } }
                    }
                }
            } }
        }
    }
}
