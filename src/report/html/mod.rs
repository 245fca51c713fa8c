//! `html`: one page that goes from hand to hand. All that it shows and does stands in the file: a
//! browser loads nothing beside it, runs no script but the page's own, and shows all of it without.

mod arrangements;
mod basis;
mod beside;
mod brief;
mod chapter;
mod chart;
mod filters;
mod finding;
mod first;
mod force;
mod onward;
mod overview;
pub(super) mod words;

use data_encoding::BASE64;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest as _, Sha256};

use super::format::{Extent, Readers, ReportFormat, ReportOptions};
use super::harmless::harmless;
use super::lede::{self, title};
use super::outline::ReportOutline;
use crate::result::CheckResult;
use crate::source::Fault;
use chapter::Chapter;
pub(crate) use onward::Onward;
use words::set;

/// The format.
pub(super) const FORMAT: ReportFormat =
    ReportFormat::text("html", "A page for people: to read, filter, send and print", html)
        .for_people(Readers::InText, Some(Extent::Whole));

pub(crate) const STYLE: &str = include_str!("page.css");
pub(crate) const SCRIPT: &str = include_str!("page.js");

fn html(result: &CheckResult, options: ReportOptions) -> Result<Vec<u8>, Fault> {
    let content = match options.extent {
        Some(Extent::Brief) => brief::all(result),
        Some(Extent::Whole) | None => whole(result, None),
    };
    Ok(page(&title(result), &result.run.program, "", SCRIPT, &content))
}

/// A page in the style that all have, with a script and what more there is to its style.
pub(super) fn page(
    title: &str,
    program: &str,
    more: &str,
    script: &str,
    content: &Markup,
) -> Vec<u8> {
    let page = html! {
        (DOCTYPE)
        html lang="en-GB" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy(more, script));
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="generator" content=(program);
                title { (title) }
                style { (PreEscaped(STYLE)) }
                @if !more.is_empty() { style { (PreEscaped(more)) } }
            }
            body {
                main { (content) }
                script { (PreEscaped(script)) }
            }
        }
    };
    harmless(&page.into_string()).into_bytes()
}

/// Everything, with what folds out, and what findings lead to.
pub(crate) fn whole(result: &CheckResult, onward: Option<&Onward<'_>>) -> Markup {
    let title = title(result);
    let outlines: Vec<ReportOutline<'_>> =
        result.assessments.iter().map(ReportOutline::of).collect();
    html! {
        @match outlines.as_slice() {
            [only] if result.only().is_some() => {
                (first::screen(&result.run, only, Chapter::ONLY.leading(onward), &scope(result)))
                (force::rest(only, Chapter::ONLY.leading(onward), &filters::bar(result)))
            },
            several => {
                (overview::screen(result, several, &title, &scope(result)))
                (filters::bar(result))
                @for (index, outline) in several.iter().enumerate() {
                    (force::section(&result.run, outline, Chapter::among(index).leading(onward)))
                }
            },
        }
        (basis::all(result))
    }
}

/// That only a part was asked, where that is so.
fn scope(result: &CheckResult) -> Markup {
    html! {
        @if let Some(scope) = lede::scope(result) { p.inset { (set(&scope)) } }
    }
}

/// What a browser may do with the page: show it in its style and run its script. Both are known by
/// their SHA-256, so that nothing that gets into the page would run.
fn policy(more: &str, script: &str) -> String {
    let known = |text: &str| format!("'sha256-{}'", BASE64.encode(&Sha256::digest(text)));
    let more = if more.is_empty() { String::new() } else { format!(" {}", known(more)) };
    format!(
        "default-src 'none'; style-src {}{more}; script-src {}; base-uri 'none'; form-action 'none'",
        known(STYLE),
        known(script)
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
