//! `html`: one page that goes from hand to hand. All that it shows and does stands in the file: a
//! browser loads nothing beside it, runs no script but the page's own, and shows all of it without.

mod arrangements;
mod basis;
mod beside;
mod chart;
mod filters;
mod finding;
mod first;
mod force;
mod overview;
mod words;

use data_encoding::BASE64;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest as _, Sha256};

use super::format::{Format, Look};
use super::harmless::harmless;
use super::priorities::title;
use crate::result::CheckResult;
use crate::source::Fault;

/// The format.
pub(super) const FORMAT: Format = Format {
    name: "html",
    about: "A page for people: to read, filter, send and print",
    binary: false,
    render: html,
    companion: None,
    caveat: None,
};

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

fn html(result: &CheckResult, _: Look) -> Result<Vec<u8>, Fault> {
    Ok(harmless(&page(result).into_string()).into_bytes())
}

fn page(result: &CheckResult) -> Markup {
    let title = title(result);
    html! {
        (DOCTYPE)
        html lang="en-GB" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy());
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="generator" content=(result.run.program);
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                main {
                    @if let Some(only) = result.only() {
                        (first::screen(only, force::Place::ONLY, &scope(result)))
                        (force::rest(only, force::Place::ONLY, &filters::bar(result)))
                    } @else {
                        (overview::screen(result, &title, &scope(result)))
                        (filters::bar(result))
                        @for (index, gated) in result.assessments.iter().enumerate() {
                            (force::section(gated, force::Place::among(index)))
                        }
                    }
                    (basis::all(result))
                }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    }
}

/// That only a part was asked, where that is so.
fn scope(result: &CheckResult) -> Markup {
    html! {
        @if let Some(filter) = &result.run.filtered {
            p.inset { strong { "Only " (filter) "." } " What else is asked isn't in this report." }
        }
    }
}

/// What a browser may do with the page: show it in its style and run its script. Both are known by
/// their SHA-256, so that nothing that gets into the page would run.
fn policy() -> String {
    let known = |text: &str| format!("'sha256-{}'", BASE64.encode(&Sha256::digest(text)));
    format!(
        "default-src 'none'; style-src {}; script-src {}; base-uri 'none'; form-action 'none'",
        known(STYLE),
        known(SCRIPT)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn style_and_script_cannot_end_early_and_stay_as_hashed() {
        for text in [STYLE, SCRIPT] {
            assert!(!text.contains("</") && !text.contains("<!--"));
            assert_eq!(harmless(text), text, "what is hashed is what is written");
        }
    }
}
