//! `html`: a comparison as one page, with the style of the page of a check: the matrix with heads that
//! stay, a filter, and behind every cell its finding with the words and their source.

mod changes;
mod filters;
mod findings;
mod matrix;
mod trend;

use maud::{Markup, html};

use super::format::{ComparisonFormat, ComparisonOptions};
use super::heads::{SILENCE, caveats, title};
use crate::compare::Comparison;
use crate::report::format::Readers;
use crate::report::html::page;
use crate::source::Fault;

/// The format.
pub(super) const FORMAT: ComparisonFormat = ComparisonFormat {
    name: "html",
    about: "A page for people: to read, filter, send and print",
    binary: false,
    render,
    pieces: None,
    readers: Readers::InText,
};

pub(crate) const STYLE: &str = include_str!("matrix.css");
pub(crate) const SCRIPT: &str = include_str!("matrix.js");

fn render(comparison: &Comparison<'_>, _: ComparisonOptions) -> Result<Vec<u8>, Fault> {
    let title = title(comparison);
    let program = &comparison.territory.run.program;
    Ok(page(&title, program, STYLE, SCRIPT, &content(comparison)))
}

/// The page without what is around it.
pub(crate) fn content(comparison: &Comparison<'_>) -> Markup {
    let title = title(comparison);
    let one = comparison.is_of_one_force() && !comparison.histories.is_empty();
    html! {
        header {
            h1 { (title) }
            p.lede { "What each force declares, held against what law and strategies ask of it." }
            @for caveat in caveats(comparison) { p.banner.fails { strong { (caveat) } } }
            p.from { (SILENCE) }
        }
        nav { ul {
            @if one { li { a href="#changes" { "What changed" } } }
            li { a href="#matrix" { "The matrix" } }
            @if !comparison.histories.is_empty() {
                li { a href="#years" { "Over the years" } }
                @if !one { li { a href="#changes" { "What changed" } } }
            }
            @if !comparison.is_of_one_force() { li { a href="#gaps" { "The commonest gaps" } } }
            li { a href="#findings" { "Every finding" } }
        } }
        // Of one force's dates it is what changed that is looked for.
        @if one { (changes::section(comparison)) }
        (filters::bar(comparison))
        (matrix::section(comparison))
        (trend::section(comparison))
        @if !one { (changes::section(comparison)) }
        (matrix::summary(comparison))
        (findings::section(comparison))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::harmless::harmless;

    #[test]
    fn style_and_script_cannot_end_early_and_stay_as_hashed() {
        for text in [STYLE, SCRIPT] {
            assert!(!text.contains("</") && !text.contains("<!--"));
            assert_eq!(harmless(text), text, "what is hashed is what is written");
        }
    }
}
