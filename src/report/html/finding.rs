//! One finding in full: what is asked, what it came to, why, on which words, from which source, and
//! what closes it.

use maud::{Markup, html};

use super::super::actions;
use super::super::judgements;
use super::super::prose::{capital, full_stop};
use super::super::rulings::tag;
use super::super::shortfall::Shortfall;
use super::super::words::{assumed, basis, binding, how_sure, way as words_of_way, why};
use super::chapter::Chapter;
use super::words::{self, day, outcome_tag, row};
use crate::assessment::Finding;
use crate::result::Gated;
use crate::standing::{Outcome, Words as _};

/// The id of a finding on the page: by its place, since names may hold anything.
pub(super) fn anchor(gated: &Gated, finding: &Finding, chapter: Chapter<'_>) -> String {
    let findings = &gated.assessment.findings;
    let index = findings.iter().position(|one| one.requirement == finding.requirement);
    chapter.id(&format!("r{}", index.map_or(0, |index| index + 1)))
}

/// A finding under its title, to be opened or open.
pub(super) fn full(gated: &Gated, finding: &Finding, chapter: Chapter<'_>, open: bool) -> Markup {
    let gap = Shortfall::of(gated, finding);
    html! {
        "\n" details.finding open[open] id=(anchor(gated, finding, chapter))
            data-strength=(finding.strength) data-instrument=(finding.instrument)
            data-outcome=(finding.outcome) data-superseded[finding.superseded]
        {
            summary {
                span.title { (finding.title) } " "
                span.tags {
                    (outcome_tag(finding.outcome)) " "
                    span.strength { (finding.strength) ", " (finding.instrument_short) }
                    (marks(&gap))
                }
            }
            dl.summary-list { (account(&gap, finding, chapter)) }
        }
    }
}

/// What the gate, inspectors and the plan say of it, in a word or two.
fn marks(gap: &Shortfall<'_>) -> Markup {
    let ruling = gap.mark().map(|mark| &mark.ruling);
    let said = ruling.and_then(|ruling| Some((ruling.fails(), tag(ruling)?)));
    let judged = gap.finding().is_some_and(|finding| {
        gap.gated.assessment.judgements.on(&finding.requirement).next().is_some()
    });
    let late = gap.finding().and_then(|finding| actions::alarm(gap.gated, finding));
    html! {
        @if let Some((fails, said)) = said {
            " " strong.tag.fails[fails].let-pass[!fails] { (said) }
        }
        @if let Some(late) = late { " " strong.tag.fails { (late) } }
        @if judged { " " strong.tag.let-pass { "judged" } }
    }
}

fn account(gap: &Shortfall<'_>, finding: &Finding, chapter: Chapter<'_>) -> Markup {
    let quotes = gap.words();
    let judged = gap.gated.assessment.judgements.on(&finding.requirement);
    html! {
        (row("Why", &html! {
            p {
                (full_stop(&capital(&why(finding))))
                @if finding.outcome == Outcome::NotEvidenced { " It would stand at " } @else { " Decided at " }
                span.place { (finding.place) } "."
            }
            @if let Some(assumed) = assumed(finding) { p { (full_stop(&capital(&assumed))) } }
        }))
        @if !quotes.is_empty() || finding.basis.is_some() {
            (row("Words", &html! {
                @for cited in &quotes {
                    (words::quote(cited))
                    @if let Some(onward) = chapter.onward { (onward.to_words(cited)) }
                }
                @if let Some(backed) = finding.basis { p.from { (capital(basis(backed))) "." } }
            }))
        }
        @if finding.outcome.is_gap() {
            (row("What closes it", &html! {
                p { (finding.remedy) }
                @let ways = finding.ways();
                @if !ways.is_empty() {
                    p { "Several ways are open:" }
                    ul { @for way in ways { li { (capital(&words_of_way(way))) } } }
                }
                @if let Some(onward) = chapter.onward { (onward.to_questions(finding, !quotes.is_empty())) }
            }))
        }
        @if let Some(evidence) = &finding.evidence { (row("What would show it", &html! { (evidence) })) }
        @if let Some(standing) = gap.standing() {
            (row("At the gate", &html! { (full_stop(&capital(&standing))) }))
        }
        @for said in actions::on(gap.gated, finding) { (row("Action", &words::set(&said))) }
        @for judged in judged { (row("Inspector’s judgement", &words::set(&judgements::account(judged)))) }
        @if let Some(onward) = chapter.onward {
            (row("Your own finding", &onward.to_judgement(finding)))
        }
        (row("Source", &html! { p { (full_stop(&finding.citation)) } (source(finding)) }))
        @if let Some(note) = &finding.note { (row("How it is read", &html! { (note) })) }
    }
}

/// How binding a requirement is, how sure its source, since when it counts, and its name.
fn source(finding: &Finding) -> Markup {
    html! {
        p {
            (capital(finding.strength.word())) ": " (binding(finding.strength)) "."
            @if !finding.law { " The instrument isn’t law." }
        }
        p {
            "How sure the rule is: " (how_sure(&finding.rule)) "."
            @if let Some(confirmed) = &finding.confirmed {
                " Confirmed at " (confirmed.at) ", by " (confirmed.by) "."
            }
        }
        p.from {
            code { (finding.requirement) } ", in force from " (day(finding.from))
            @if let Some(until) = finding.until { " until before " (day(until)) }
            "."
        }
    }
}
