//! What stands beside the findings: what the gate was told, judgements, contradictions, further facts.

use maud::{Markup, html};

use super::super::contradictions::reason;
use super::super::shortfall::{capital, went_silent};
use super::finding::judgement;
use super::force::Place;
use super::words::{day, heading, quote, state_tag};
use crate::assessment::Side;
use crate::result::Gated;

/// What bears on the gate and stands in no finding.
pub(super) fn gate(gated: &Gated, place: Place) -> Markup {
    let Some(verdict) = &gated.verdict else { return html! {} };
    let level = place.level + 1;
    let said = verdict.without_waivers || !verdict.idle_waivers.is_empty();
    html! {
        @if !verdict.went_silent.is_empty() {
            (heading(level, None, &format!("Went silent since the baseline: {}", verdict.went_silent.len())))
            ul { @for silent in &verdict.went_silent {
                li { strong { (capital(&silent.name)) } ". " (went_silent(silent)) }
            } }
        }
        @if said || verdict.baseline.is_some() || !verdict.closed.is_empty() {
            (heading(level, None, "What the gate was told"))
            ul {
                @if let Some(used) = &verdict.baseline { li {
                    "Held against the baseline " span.place { (used.file) }
                    @match used.as_of {
                        Some(of) => { ", facts of " (day(of)) "." },
                        None => { ", which records nothing of this force: every gap is new." },
                    }
                } }
                @for closed in &verdict.closed { li {
                    "Closed since the baseline: " code { (closed.requirement) } ", " (closed.was) ", "
                    @match closed.now { Some(now) => { (now) " now." }, None => "not asked now.", }
                } }
                @if verdict.without_waivers { li { "Waivers were left out on request." } }
                @for idle in &verdict.idle_waivers { li {
                    "The waiver of " code { (idle.waiver.requirement) } " by " (idle.waiver.owner)
                    " did nothing: " (idle.why) "."
                } }
            }
        }
    }
}

/// What inspectors find themselves.
pub(super) fn judgements(gated: &Gated, place: Place) -> Markup {
    let judgements = &gated.assessment.judgements;
    html! {
        @if !judgements.holding.is_empty() || !judgements.expired.is_empty() {
            (heading(place.level + 1, Some(&place.id("judgements")), "Inspectors’ judgements"))
            ul {
                @for judged in &judgements.holding {
                    li { code { (judged.requirement) } ": " (judgement(judged)) }
                }
                @for judged in &judgements.expired { li {
                    code { (judged.requirement) } ": the judgement by " (judged.role)
                    " has expired: its last day was " (day(judged.last_day)) "."
                } }
            }
        }
    }
}

/// Where the inputs don't agree.
pub(super) fn contradictions(gated: &Gated, place: Place) -> Markup {
    let contradictions = &gated.assessment.contradictions;
    let side = |said: &Side| {
        html! {
            (state_tag(said.state)) " " span.place { (said.place) } ", "
            @match said.date { Some(date) => (date), None => "undated", }
            @for cited in &said.evidence { (quote(cited)) }
        }
    };
    html! {
        @if !contradictions.is_empty() {
            (heading(
                place.level + 1,
                Some(&place.id("contradictions")),
                &format!("Contradictions: {}", contradictions.len()),
            ))
            @for one in contradictions {
                (heading(place.level + 2, None, &capital(&one.name)))
                dl.summary-list {
                    div { dt { "What counts" } dd { (side(&one.counts)) } }
                    div { dt { "What doesn’t" } dd { (side(&one.overruled)) } }
                    div { dt { "Why" } dd { (capital(reason(one.why))) } }
                }
            }
        }
    }
}

/// Facts of no arrangement.
pub(super) fn information(gated: &Gated, place: Place) -> Markup {
    let information = &gated.assessment.information;
    html! {
        @if !information.is_empty() {
            (heading(place.level + 1, Some(&place.id("information")), "For information"))
            p { "Stated, and no requirement rests on it." }
            ul { @for informed in information {
                li { (informed.note) @for cited in &informed.evidence { (quote(cited)) } }
            } }
        }
    }
}
