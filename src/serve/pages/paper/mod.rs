//! A paper: its own text, what is read in it, and what a person makes of it.

mod decide;
mod evidence;
mod suggestion;
mod text;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use maud::{Markup, html};

pub(in crate::serve) use self::decide::{decide, mark, role, take_back};

use self::suggestion::Suggestion;
use super::{Context, Page};
use crate::decisions::Decisions;
use crate::questions::Opened;
use crate::reading::{ReadDocument, Upshot};
use crate::report::day;
use crate::serve::answer::Answer;
use crate::serve::fields::Errors;
use crate::serve::request::Fields;
use crate::serve::{folder, paths};
use crate::source::Fault;
use crate::standing::State;

/// A paper with all that its page shows.
struct Open {
    path: PathBuf,
    read: Arc<ReadDocument>,
    decisions: Arc<Decisions>,
    /// The declarations that its words may become evidence in.
    declarations: Vec<Arc<Opened>>,
    /// The one that they do.
    chosen: Option<Arc<Opened>>,
}

pub(in crate::serve) fn show(context: &Context<'_>, key: &str, query: &Fields) -> Option<Answer> {
    let path = folder::named(folder::papers(), key)?;
    Some(match open(context, path, query.get("for")) {
        Ok(open) => page(context, &open, &Errors::default()),
        Err(faults) => context.faults("This paper can’t be read", &faults),
    })
}

fn open(context: &Context<'_>, path: PathBuf, wanted: Option<&str>) -> Result<Open, Vec<Fault>> {
    let work = context.work;
    let project = work.project()?;
    let check = work.check(project.as_ref());
    let decisions = crate::check::decisions(work.files(), project.as_ref())?;
    let opened =
        |path: PathBuf| work.open(&check, &path).ok().map(|open| Arc::clone(open.opened()));
    let declarations: Vec<Arc<Opened>> =
        folder::declarations().into_iter().filter_map(opened).collect();
    let chosen =
        |name: &str| declarations.iter().find(|own| paths::key(&own.path) == name).cloned();
    let mut chosen = wanted.and_then(chosen);
    let force = chosen.as_ref().map(|own| own.declaration.force.id.to_string());
    let read = work.read(&path, force.as_deref()).map_err(|fault| vec![fault])?;
    if chosen.is_none() {
        let named = read.reading.force.as_ref().map(|force| force.id.clone());
        let latest = |own: &&Arc<Opened>| own.declaration.force.as_of;
        let own = declarations.iter();
        let of_it =
            own.filter(|own| named.as_ref() == Some(&own.declaration.force.id)).max_by_key(latest);
        let only = match declarations.as_slice() {
            [only] => Some(only),
            _ => None,
        };
        chosen = of_it.or(only).cloned();
    }
    Ok(Open { path, read, decisions, declarations, chosen })
}

fn page(context: &Context<'_>, open: &Open, errors: &Errors) -> Answer {
    let Open { path, read, chosen, .. } = open;
    let all = Suggestion::all(open);
    let unsure: Vec<&Suggestion<'_>> =
        all.iter().filter(|one| one.is_open() && one.is_unsure()).collect();
    let stated: Vec<&Suggestion<'_>> =
        all.iter().filter(|one| one.is_open() && one.is_stated()).collect();
    let silent: Vec<&Suggestion<'_>> = all
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
            p { (unsure.len()) " to decide, " (stated.len()) " to confirm, " (decided(open).len()) " decided." }
            (keys())
            (who(context, open))
            h2 #decide { "For a person to decide" }
            @if unsure.is_empty() { p { "Nothing is left." } }
            @for one in &unsure { (one.show(context, open, errors)) }
            h2 #stated { "What it states" }
            @if stated.is_empty() { p { "Nothing is left." } }
            @for one in &stated { (one.show(context, open, errors)) }
            (mark_words(context, open, errors))
            (taken(context, open))
            @if !silent.is_empty() {
                details {
                    summary { "Not counted, with the reason (" (silent.len()) ")" }
                    @for one in &silent { (one.show(context, open, errors)) }
                }
            }
        }
        h2 #text { "The paper" }
        p.hint { "As it is read. What speaks of an arrangement is marked." }
        (text::show(open, &all))
    };
    let page = Page::new(&name, content).below("/".to_owned(), "forces and papers");
    context.page(&page.wrong(!errors.is_empty()))
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

/// What each form of the page holds: the declaration, and the paper as it was.
fn hidden(open: &Open) -> Markup {
    html! {
        @if let Some(own) = &open.chosen { input type="hidden" name="for" value=(paths::key(&own.path)); }
        input type="hidden" name="paper" value=(open.read.document.digest);
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
                (crate::serve::fields::Input {
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
                    (states("mark-state", Some(State::InPlace)))
                }
                button type="submit" { "Mark" }
            }
        }
    }
}

/// The states to choose from.
fn states(id: &str, chosen: Option<State>) -> Markup {
    let states = [State::InPlace, State::Partial, State::Planned, State::Absent, State::Withheld];
    html! {
        select id=(id) name="state" {
            @if chosen.is_none() { option value="" { "Choose" } }
            @for state in states { option value=(state) selected[chosen == Some(state)] { (state) } }
        }
    }
}

fn decided(open: &Open) -> Vec<(usize, &crate::decisions::Decision)> {
    open.decisions.on(&open.read.document).collect()
}

/// What was decided, each to be taken back.
fn taken(context: &Context<'_>, open: &Open) -> Markup {
    let all = decided(open);
    html! {
        @if !all.is_empty() {
            h2 #decided tabindex="-1" { "Decided" }
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

fn title(context: &Context<'_>, arrangement: &str) -> String {
    let known = context.work.rulebook().vocabulary().arrangement(arrangement);
    known.map_or_else(|| arrangement.to_owned(), |known| known.title.to_string())
}

/// A list of the papers, and a form to bring more in.
pub(in crate::serve) fn papers(
    context: &Context<'_>,
    papers: &[PathBuf],
    errors: &Errors,
) -> Markup {
    html! {
        h2 { "Papers" }
        @if papers.is_empty() { p { "None yet. Bring in what the force wrote: answers, plans, policies." } }
        @else {
            ul.papers { @for paper in papers {
                li { a href=(paths::paper(paper)) { (name(paper)) } }
            } }
        }
        form method="post" action="/papers" enctype="multipart/form-data" {
            (context.csrf())
            div.field.wrong[errors.has("papers")] {
                label for="papers" { "Bring papers in" }
                (errors.at("papers"))
                p.hint #papers-hint {
                    "PDF, Word, OpenDocument, HTML, Markdown or plain text, at most 96 MB each. They are kept in the folder "
                    code { (folder::PAPERS) } " as they are; delete them there."
                }
                input #papers type="file" name="papers" multiple aria-describedby="papers-hint";
            }
            button.second type="submit" { "Bring in" }
        }
    }
}

fn name(paper: &Path) -> String {
    paper.strip_prefix(folder::PAPERS).unwrap_or(paper).display().to_string()
}
