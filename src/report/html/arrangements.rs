//! What the force has: its arrangements, the headline ones first, each with its words.

use maud::{Markup, html};

use super::super::outline::{ReportOutline, details};
use super::super::prose::{capital, full_stop};
use super::super::words::{basis, many, state};
use super::words::{self, row, state_tag};
use crate::assessment::Standing;

/// Those that come first, stated or not.
pub(super) fn headline(outline: &ReportOutline<'_>) -> Markup {
    list(&outline.headline)
}

/// The others that are stated, and the names of those that aren't.
pub(super) fn others(outline: &ReportOutline<'_>) -> Markup {
    let silent = &outline.unstated;
    html! {
        (list(&outline.stated))
        @if !silent.is_empty() { p { "Not stated: " (full_stop(&silent.join(", "))) } }
    }
}

fn list(standings: &[&Standing]) -> Markup {
    html! {
        @if standings.is_empty() { p { "None is stated." } } @else {
            dl.summary-list {
                @for standing in standings { (row(&standing.title, &told(standing))) }
            }
        }
    }
}

fn told(standing: &Standing) -> Markup {
    let quotes = &standing.evidence;
    let said = state(&standing.stands);
    html! {
        p {
            (state_tag(standing.state)) " "
            (full_stop(&capital(&said)))
            @if let Some(since) = standing.since { " Since " (since) "." }
        }
        @if let Some(declared) = standing.declared {
            p { "Declared " (declared) ", but the gate asks for a better basis: it counts as not stated." }
        }
        @if let Some(details) = details(standing) { p.from { (details) } }
        @if standing.informative { p.from { "Shown for information: no requirement rests on it." } }
        @if let Some(note) = standing.note.as_ref().filter(|note| !said.contains(*note)) { p.from { "Note: " (note) } }
        @if let Some(backed) = standing.basis.filter(|_| quotes.is_empty()) {
            p.from { (capital(basis(backed))) }
        }
        @if !quotes.is_empty() {
            details {
                summary { (many(quotes.len(), "source", "sources")) }
                @for cited in quotes { (words::quote(cited)) }
            }
        }
    }
}
