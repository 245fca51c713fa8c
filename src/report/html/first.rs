//! What a reader sees first: what was checked, as at when, what is missing, what to do first.

use maud::{Markup, html};

use super::super::actions;
use super::super::aside::Aside;
use super::super::lede;
use super::super::missing::Missing;
use super::super::outline::{FIRST, Figures, ReportOutline};
use super::super::rulings::FAILS;
use super::super::shortfall::{Short, Shortfall, name};
use super::super::words::{UNGATED, many, none_stated};
use super::chapter::Chapter;
use super::finding::anchor;
use super::words::{heading, outcome_tag, set};
use crate::assessment::Finding;
use crate::result::Run;
use crate::standing::Outcome;

/// The first screen of a force, under its heading, with the scope of the report.
pub(super) fn screen(
    run: &Run,
    outline: &ReportOutline<'_>,
    chapter: Chapter<'_>,
    scope: &Markup,
) -> Markup {
    let gated = outline.gated;
    html! {
        header {
            (heading(chapter.level, Some(&chapter.id("force")), &format!("{}: modern slavery", name(gated))))
            p.lede { (set(&lede::checked(gated))) }
            @for input in lede::inputs(gated) { p.from { (set(&input)) } }
            (scope)
            @match &gated.verdict {
                None => p.from { (UNGATED) },
                Some(verdict) => p.banner.fails[gated.fails()] { (set(&lede::gate(verdict))) },
            }
            @if let Some(aside) = Aside::of(run, gated).line() { p.inset { (aside) } }
            @if let Some(plan) = actions::counted_for_people(gated) { p.inset { (plan) } }
            @for said in none_stated(&gated.assessment) { p.inset { (said) } }
        }
        (figures(outline, chapter))
        (todo(outline, chapter))
        p.from { (lede::caution(gated)) }
    }
}

/// Three numbers: met, short as declared, not evidenced. Together they are all that is in force.
fn figures(outline: &ReportOutline<'_>, chapter: Chapter<'_>) -> Markup {
    let counts = &outline.counts;
    let figures = outline.figures();
    let Figures { met, silent, short, .. } = figures;
    let figure = |class: &str, target: &str, count: usize, words: &str| {
        html! {
            li class=(class) {
                a href={ "#" (chapter.id(target)) } {
                    span.number { (count) } " " span.words { (words) }
                }
            }
        }
    };
    html! {
        (heading(chapter.level + 1, None, &figures.heading()))
        ul.figures {
            (figure("short", "declared", short, if short == 1 { "falls short as declared" } else { "fall short as declared" }))
            (figure("silent", "silent", silent, "not evidenced"))
            (figure("good", "met", met, "met"))
        }
        p.from {
            "Not evidenced: what was checked is silent. Counted are requirements in force"
            @if counts.superseded.total() > 0 { "; " (counts.superseded.total()) " superseded ones stand apart" }
            ". Stated are " (counts.arrangements_stated) " of " (counts.arrangements) " arrangements."
        }
    }
}

/// The very first thing for a force among others.
pub(super) fn one(outline: &ReportOutline<'_>, chapter: Chapter<'_>) -> Markup {
    html! {
        strong { (name(outline.gated)) } ": "
        @match outline.first().first() {
            Some(thing) => (told(thing, chapter)),
            None => (outline.why_nothing_is_first()),
        }
    }
}

fn told(thing: &Missing<'_>, chapter: Chapter<'_>) -> Markup {
    let gap = &thing.first;
    html! {
        @match gap.what {
            Short::Finding(finding) => (step(gap, finding, chapter)),
            Short::Silent(_) | Short::Objection(_) => {
                strong { (gap.title()) } ". " (gap.account())
            },
        }
        @if let Some(behind) = thing.behind() { p.from { (behind) } }
    }
}

fn todo(outline: &ReportOutline<'_>, chapter: Chapter<'_>) -> Markup {
    let first = outline.first();
    html! {
        (heading(chapter.level + 1, Some(&chapter.id("first")), "What to do first"))
        @if first.is_empty() {
            p { (outline.why_nothing_is_first()) }
        } @else {
            ol.todo {
                @for thing in first.iter().take(FIRST) {
                    li { (told(thing, chapter)) }
                }
            }
            @if first.len() > FIRST {
                p { (many(first.len() - FIRST, "more thing follows", "more things follow")) " below, in the same order." }
            }
        }
    }
}

fn step(gap: &Shortfall<'_>, finding: &Finding, chapter: Chapter<'_>) -> Markup {
    html! {
        a href={ "#" (anchor(gap.gated, finding, chapter)) } { (finding.title) }
        " " (outcome_tag(finding.outcome)) " " span.strength { (finding.strength) }
        @if gap.fails() { " " strong.tag.fails { (FAILS) } }
        p {
            @if finding.outcome == Outcome::NotEvidenced {
                "If it is there, state it with its source. If not: "
            }
            (finding.remedy)
        }
    }
}
