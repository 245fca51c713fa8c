//! The pages, one file each, and what they all have: a head, a way around, what is to be said.

pub(super) mod bring;
pub(super) mod compare;
mod date;
pub(super) mod folder;
pub(super) mod gaps;
pub(super) mod history;
pub(super) mod judge;
pub(super) mod new_date;
pub(super) mod paper;
pub(super) mod plan;
pub(super) mod question;
pub(super) mod settings;
pub(super) mod start;
mod states;
pub(super) mod tasks;

use hyper::StatusCode;
use maud::{DOCTYPE, Markup, html};

use super::answer::Answer;
use super::fields::words;
use super::work::{Said, Work};
use crate::source::Fault;

/// What there is to the style of these pages beside that of reports.
pub(super) const STYLE: &str = include_str!("pages.css");
/// What they do for comfort; all of it works without.
pub(super) const SCRIPT: &str = include_str!("pages.js");

/// What a page is made with.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) work: &'a Work,
    pub(super) csrf: &'a str,
    /// The address of the page that was asked for.
    pub(super) at: &'a str,
}

/// A page before it is laid out.
pub(super) struct Page<'a> {
    pub(super) title: &'a str,
    /// The page above it: its address and its name.
    pub(super) above: Option<(String, String)>,
    pub(super) content: Markup,
    pub(super) status: StatusCode,
    /// Whether something is wrong with what was entered: the title says so, too.
    pub(super) wrong: bool,
    /// Whether what is said has the focus at first; not where the address leads to a part of the page.
    pub(super) said_first: bool,
    /// Whether it is as wide as a table needs.
    pub(super) wide: bool,
}

impl<'a> Page<'a> {
    pub(super) fn new(title: &'a str, content: Markup) -> Self {
        let (above, status) = (None, StatusCode::OK);
        Self { title, above, content, status, wrong: false, said_first: true, wide: false }
    }

    /// The same below another page.
    pub(super) fn below(mut self, address: String, name: &str) -> Self {
        self.above = Some((address, name.to_owned()));
        self
    }

    /// The same with errors in its form.
    pub(super) fn wrong(mut self, wrong: bool) -> Self {
        self.wrong = wrong;
        if wrong {
            self.status = StatusCode::UNPROCESSABLE_ENTITY;
        }
        self
    }
}

impl Context<'_> {
    /// The hidden field that each form has.
    pub(super) fn csrf(&self) -> Markup {
        html! { input type="hidden" name="csrf" value=(self.csrf); }
    }

    /// A page with all that is around it.
    pub(super) fn page(&self, page: &Page<'_>) -> Answer {
        let said = self.work.said();
        let markup = html! {
            (DOCTYPE)
            html lang="en-GB" {
                (head(&format!("{}{} – msacheck", if page.wrong { "Error: " } else { "" }, page.title)))
                body {
                    a.skip href="#content" { "Skip to what the page is about" }
                    header.top { div.top-inner {
                        a.service href="/" { "msacheck" }
                        nav aria-label="Everything" { ul {
                            li { a href="/" { "Forces and papers" } }
                            li { a href="/compare" { "Compare" } }
                            li { a href="/changes" { "Changes" } }
                            li { a href="/settings" { "Settings" } }
                            li { form.inline method="post" action="/stop" {
                                (self.csrf())
                                button.quiet type="submit" { "Stop msacheck" }
                            } }
                        } }
                    } }
                    @if let Some((address, name)) = &page.above {
                        nav.above aria-label="Back" { a href=(address) { "Back to " (name) } }
                    }
                    main #content.broad[page.wide] tabindex="-1" {
                        @if let Some(said) = &said { (self.banner(said, page.said_first && !page.wrong)) }
                        (page.content)
                    }
                    footer { p.from {
                        "All that you enter is saved in files of this folder, and nowhere else. Nothing leaves this machine."
                    } }
                    script src="/page.js" {}
                }
            }
        };
        Answer::page(page.status, markup)
    }

    /// What was done, where that is said at a part of the page: who is led there sees it at once, and hears it with
    /// what has the focus, which it describes.
    pub(super) fn said_at(&self, part: &str) -> Option<Markup> {
        self.work.said_at(part).map(|said| self.banner(&said, false))
    }

    /// What was done, and the way back.
    fn banner(&self, said: &Said, first: bool) -> Markup {
        html! {
            div #said.banner.said role="status" tabindex="-1" autofocus[first] {
                p { (said.words) }
                @if let Some(number) = said.change {
                    form.inline method="post" action={ "/changes/" (number) "/back" } {
                        (self.csrf())
                        input type="hidden" name="to" value=(self.at);
                        button.quiet type="submit" { "Take this back" }
                    }
                }
            }
        }
    }

    /// A page that says what is wrong with a file.
    pub(super) fn faults(&self, title: &str, faults: &[Fault]) -> Answer {
        let content = html! {
            h1 { (title) }
            (list(faults))
            p { "Nothing was changed. Mend the file in an editor, then load this page again." }
        };
        let mut page = Page::new(title, content).below("/".to_owned(), "forces");
        page.status = StatusCode::UNPROCESSABLE_ENTITY;
        self.page(&page)
    }
}

/// Faults, each with its place.
pub(super) fn list(faults: &[Fault]) -> Markup {
    html! { ul.faults { @for fault in faults { li { (place(fault)) (words(fault)) } } } }
}

fn place(fault: &Fault) -> Markup {
    let at = fault.text().zip(fault.span()).map(|(text, span)| text.place(span.start));
    html! { @if let Some(at) = at { span.place { (at) } ": " } }
}

fn head(title: &str) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            title { (title) }
            link rel="stylesheet" href="/page.css";
        }
    }
}

/// What a browser shows while it takes the cookie.
pub(super) fn opening() -> Markup {
    html! {
        (DOCTYPE)
        html lang="en-GB" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="refresh" content="0; url=/";
                title { "msacheck" }
            }
            body { main { h1 { "msacheck" } p { a href="/" { "Go on" } } } }
        }
    }
}

/// What is shown last.
pub(super) fn stopped() -> Answer {
    let page = html! {
        (DOCTYPE)
        html lang="en-GB" {
            (head("Stopped – msacheck"))
            body { main {
                h1 { "msacheck has stopped" }
                p { "All that you entered is saved. You can close this page." }
                p { "To go on, start " code { "msacheck serve" } " in the same folder again." }
            } }
        }
    };
    Answer::page(StatusCode::OK, page)
}

/// The page for an address that leads nowhere.
pub(super) fn missing(context: &Context<'_>) -> Answer {
    let content = html! {
        h1 { "There is no such page" }
        p { "The file that it was about may have been moved or renamed. " a href="/" { "See what is there" } "." }
    };
    let mut page = Page::new("There is no such page", content);
    page.status = StatusCode::NOT_FOUND;
    context.page(&page)
}
