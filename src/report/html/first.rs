//! What a reader sees first: what was checked, as at when, what is missing, what to do first.

use maud::{Markup, html};

use super::super::priorities::{FIRST, asked, first, none};
use super::super::shortfall::{Short, Shortfall, capital, full_stop, name, went_silent};
use super::super::words::{UNGATED, file, many, verdict_sentence};
use super::finding::anchor;
use super::force::Place;
use super::words::{day, heading, outcome_tag};
use crate::assessment::Finding;
use crate::result::Gated;
use crate::standing::Outcome;

/// The first screen of a force, under its heading, with the scope of the report.
pub(super) fn screen(gated: &Gated, place: Place, scope: &Markup) -> Markup {
    html! {
        header {
            (heading(place.level, Some(&place.id("force")), &format!("{}: modern slavery", name(gated))))
            (checked(gated))
            (scope)
            (gate(gated))
        }
        (figures(gated, place))
        (todo(gated, place))
    }
}

fn checked(gated: &Gated) -> Markup {
    let assessment = &gated.assessment;
    let read = assessment.inputs.iter().any(|input| input.read);
    html! {
        p.lede {
            "What the force " @if read { "says" } @else { "declares" }
            ", held against " (asked(gated)) ". Facts of " (day(assessment.as_of))
            @if assessment.assessed_on != assessment.as_of {
                "; held against what was asked on " (day(assessment.assessed_on))
            }
            "."
        }
        @for input in &assessment.inputs {
            p.from {
                @if input.read { "Read by the program out of " } @else { "Declared in " }
                span.place { (file(&input.file)) }
            }
        }
    }
}

fn gate(gated: &Gated) -> Markup {
    html! {
        @match &gated.verdict {
            None => p.from { (UNGATED) },
            Some(verdict) => {
                @let sentence = full_stop(&verdict_sentence(verdict));
                @let (says, why) = sentence.split_once(": ").unwrap_or((&sentence, ""));
                p.banner.fails[gated.fails()] {
                    strong { (says) } @if !why.is_empty() { ": " (why) }
                    " The gate is the bar that was set for this check."
                }
            },
        }
    }
}

/// Three numbers: met, short as declared, not evidenced. Together they are all that is in force.
fn figures(gated: &Gated, place: Place) -> Markup {
    let counts = gated.assessment.counts();
    let tally = &counts.in_force;
    let total = tally.total();
    let short = total - tally.met - tally.not_evidenced;
    let figure = |class: &str, target: &str, count: usize, words: &str| {
        html! {
            li class=(class) {
                a href={ "#" (place.id(target)) } {
                    span.number { (count) } " " span.words { (words) }
                }
            }
        }
    };
    html! {
        (heading(place.level + 1, None, &format!("Missing, or not evidenced: {} of {}", total - tally.met, many(total, "requirement", "requirements"))))
        ul.figures {
            (figure("short", "declared", short, if short == 1 { "falls short as declared" } else { "fall short as declared" }))
            (figure("silent", "silent", tally.not_evidenced, "not evidenced"))
            (figure("good", "met", tally.met, "met"))
        }
        p.from {
            "Not evidenced: what was checked is silent. Counted are requirements in force"
            @if counts.superseded.total() > 0 { "; " (counts.superseded.total()) " superseded ones stand apart" }
            ". Stated are " (counts.arrangements_stated) " of " (counts.arrangements) " arrangements."
        }
    }
}

/// The very first thing for a force among others.
pub(super) fn one(gated: &Gated, place: Place) -> Markup {
    html! {
        strong { (name(gated)) } ": "
        @match first(gated).first() {
            Some(gap) => (told(gap, place)),
            None => (none(gated)),
        }
    }
}

fn told(gap: &Shortfall<'_>, place: Place) -> Markup {
    html! {
        @match gap.what {
            Short::Finding(finding) => (step(gap, finding, place)),
            Short::Silent(silent) => {
                strong { (capital(&silent.name)) " went silent" } ". " (went_silent(silent))
            },
        }
    }
}

fn todo(gated: &Gated, place: Place) -> Markup {
    let first = first(gated);
    html! {
        (heading(place.level + 1, Some(&place.id("first")), "What to do first"))
        @if first.is_empty() {
            p { (none(gated)) }
        } @else {
            ol.todo {
                @for gap in first.iter().take(FIRST) {
                    li { (told(gap, place)) }
                }
            }
            @if first.len() > FIRST {
                p { (many(first.len() - FIRST, "more follows", "more follow")) " below, the most binding first." }
            }
        }
    }
}

fn step(gap: &Shortfall<'_>, finding: &Finding, place: Place) -> Markup {
    html! {
        a href={ "#" (anchor(gap.gated, finding, place)) } { (finding.title) }
        " " (outcome_tag(finding.outcome)) " " span.strength { (finding.strength) }
        @if gap.fails() { " " strong.tag.fails { "fails the gate" } }
        p {
            @if finding.outcome == Outcome::NotEvidenced {
                "If it is there, state it with its source. If not: "
            }
            (finding.remedy)
        }
    }
}
