//! What stands beside the findings: what the gate was told, judgements, contradictions, further facts.

use maud::{Markup, html};

use super::super::actions::rows;
use super::super::aged;
use super::super::contradictions::reason;
use super::super::judgements::{account, expired};
use super::super::phrase::Phrase;
use super::super::prose::capital;
use super::super::rulings::{baseline, closed, objection_account, waivers, went_silent};
use super::super::shortfall::name;
use super::chapter::Chapter;
use super::words::{day, heading, quote, set, state_tag};
use crate::assessment::Cited;
use crate::declaration::Said;
use crate::result::Gated;

/// The heads of the plan's columns.
const PLAN: [&str; 5] = ["Who", "By", "How far", "What it is to close", "Note"];

/// What bears on the gate and stands in no finding.
pub(super) fn gate(gated: &Gated, chapter: Chapter<'_>) -> Markup {
    let Some(verdict) = &gated.verdict else { return html! {} };
    let level = chapter.level + 1;
    let told = baseline(verdict).into_iter().chain(closed(verdict)).chain(waivers(verdict));
    let told: Vec<Vec<Phrase>> = told.collect();
    html! {
        @if !verdict.objections.is_empty() {
            (heading(level, None, &format!("What the gate can’t pass: {}", verdict.objections.len())))
            ul { @for one in &verdict.objections { li { (objection_account(one)) } } }
        }
        @if !verdict.went_silent.is_empty() {
            (heading(level, None, &format!("Went silent since the baseline: {}", verdict.went_silent.len())))
            ul { @for silent in &verdict.went_silent {
                li { strong { (capital(&silent.name)) } ". " (went_silent(silent)) }
            } }
        }
        @if !told.is_empty() {
            (heading(level, None, "What the gate was told"))
            ul { @for sentence in &told { li { (set(sentence)) } } }
        }
    }
}

/// What has to be looked at again.
pub(super) fn aged(gated: &Gated, chapter: Chapter) -> Markup {
    html! {
        @if let Some(stale) = &gated.assessment.stale {
            (heading(chapter.level + 1, Some(&chapter.id("again")), &aged::heading(stale)))
            p { (aged::account(stale)) }
            @if !stale.arrangements.is_empty() {
                ol { @for batch in aged::batches(stale) {
                    li { strong { (batch.which) } ": " (batch.evidence) }
                } }
            }
        }
    }
}

/// What inspectors find themselves.
pub(super) fn judgements(gated: &Gated, chapter: Chapter<'_>) -> Markup {
    let judgements = &gated.assessment.judgements;
    let holding = judgements.holding.iter().map(|judged| (&judged.requirement, account(judged)));
    let expired = judgements.expired.iter().map(|judged| (&judged.requirement, expired(judged)));
    html! {
        @if !judgements.holding.is_empty() || !judgements.expired.is_empty() {
            (heading(chapter.level + 1, Some(&chapter.id("judgements")), "Inspectors’ judgements"))
            ul { @for (requirement, said) in holding.chain(expired) {
                li { code { (requirement) } ": " (set(&said)) }
            } }
        }
    }
}

/// What is done about the gaps, in a table.
pub(super) fn plan(gated: &Gated, chapter: Chapter<'_>) -> Markup {
    let planned = gated.actions.planned.len();
    html! {
        @if planned > 0 {
            (heading(chapter.level + 1, Some(&chapter.id("plan")), &format!("Action plan: {planned}")))
            p { "It changes no outcome, and no gate heeds it." }
            div.wide tabindex="0" role="region" aria-label={ "Action plan: " (name(gated)) } {
                table {
                    thead { tr { @for head in PLAN { th scope="col" { (head) } } } }
                    tbody { @for row in rows(gated) {
                        "\n" tr {
                            th.said scope="row" { (row.action.owner) }
                            td { (day(row.action.deadline)) }
                            td { (capital(&row.stands())) }
                            td { (row.titles()) }
                            td { @if let Some(note) = &row.action.note { (note) } }
                        }
                    } }
                }
            }
        }
    }
}

/// Where the inputs don't agree.
pub(super) fn contradictions(gated: &Gated, chapter: Chapter<'_>) -> Markup {
    let contradictions = &gated.assessment.contradictions;
    let side = |said: &Said<Cited>| {
        html! {
            (state_tag(said.state)) " " span.place { (said.place) } ", "
            @match said.date { Some(date) => (date), None => "undated", }
            @for cited in &said.evidence { (quote(cited)) }
        }
    };
    html! {
        @if !contradictions.is_empty() {
            (heading(
                chapter.level + 1,
                Some(&chapter.id("contradictions")),
                &format!("Contradictions: {}", contradictions.len()),
            ))
            @for one in contradictions {
                (heading(chapter.level + 2, None, &capital(&one.name)))
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
pub(super) fn information(gated: &Gated, chapter: Chapter<'_>) -> Markup {
    let information = &gated.assessment.information;
    html! {
        @if !information.is_empty() {
            (heading(chapter.level + 1, Some(&chapter.id("information")), "For information"))
            p { "Stated, and no requirement rests on it." }
            ul { @for informed in information {
                li { (informed.note) @for cited in &informed.evidence { (quote(cited)) } }
            } }
        }
    }
}
