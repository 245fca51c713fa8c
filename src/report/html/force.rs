//! One force, from its first screen to what isn't asked of it.

use maud::{Markup, html};

use super::super::outline::{self, ReportOutline, SHOWN, Section};
use super::super::prose::{capital, full_stop};
use super::super::shortfall::name;
use super::super::words::behind;
use super::chapter::Chapter;
use super::words::heading;
use super::{arrangements, beside, chart, finding, first};
use crate::report::words;
use crate::result::Run;
use crate::standing::Words as _;

/// A force among others.
pub(super) fn section(run: &Run, outline: &ReportOutline<'_>, chapter: Chapter<'_>) -> Markup {
    html! {
        section.force aria-labelledby=(chapter.id("force")) {
            (first::screen(run, outline, chapter, &html! {}))
            (rest(outline, chapter, &html! {}))
        }
    }
}

/// What comes after the first screen.
pub(super) fn rest(outline: &ReportOutline<'_>, chapter: Chapter<'_>, filters: &Markup) -> Markup {
    let gated = outline.gated;
    let level = chapter.level + 1;
    let part = |id: &str, text: &str| heading(level, Some(&chapter.id(id)), text);
    let findings = |section: Section| outline.findings(section);
    let [declared, silent, superseded] =
        [Section::Declared, Section::Silent, Section::Superseded].map(findings);
    html! {
        nav aria-label={ "Parts: " (name(gated)) } { ul {
            @for (id, part) in [
                ("arrangements", "Headline arrangements"),
                ("outcomes", "Outcomes by instrument and theme"),
                ("declared", "Gaps in what is declared"),
                ("silent", "Not evidenced"),
                ("other", "Other arrangements"),
                ("met", "Met, and what wasn't asked"),
            ] { li { a href={ "#" (chapter.id(id)) } { (part) } } }
        } }
        @if let Some(note) = &gated.assessment.note { p.inset { "Note of the declaration: " (note) } }
        @for note in &gated.assessment.notes { p.inset { (full_stop(&capital(&words::note(note)))) } }
        (beside::gate(gated, chapter))
        (part("arrangements", "Headline arrangements"))
        (arrangements::headline(outline))
        (part("outcomes", "Outcomes by instrument and theme"))
        (chart::outcomes(gated, level + 1))
        (counts(outline))
        (filters)
        (part("declared", &Section::Declared.heading(declared.len())))
        @if declared.is_empty() { p { "None." } } @else {
            p.inset { (Section::Declared.caution()) }
            @for gap in &declared { (finding::full(gated, gap, chapter, true)) }
        }
        (part("silent", &Section::Silent.heading(silent.len())))
        @if silent.is_empty() { p { "None." } } @else {
            p.inset { (Section::Silent.caution()) }
            @for (head, of_it) in outline::by_strength(&silent) {
                (heading(level + 1, None, &head))
                @for gap in of_it { (finding::full(gated, gap, chapter, false)) }
            }
        }
        @if !superseded.is_empty() {
            (part("superseded", &Section::Superseded.heading(superseded.len())))
            p.inset { (Section::Superseded.caution()) }
            @for gap in &superseded { (finding::full(gated, gap, chapter, false)) }
        }
        (beside::aged(gated, chapter))
        (beside::judgements(gated, chapter))
        (beside::plan(gated, chapter))
        (beside::contradictions(gated, chapter))
        (part("other", "Other arrangements"))
        (arrangements::others(outline))
        (beside::information(gated, chapter))
        (part("met", "Met, and what wasn't asked"))
        @for section in Section::REST {
            @let these = findings(section);
            (heading(level + 1, None, &section.heading(these.len())))
            @for one in &these { (finding::full(gated, one, chapter, false)) }
        }
    }
}

/// How many of each strength came out how, with what the numbers rest on.
fn counts(outline: &ReportOutline<'_>) -> Markup {
    html! {
        div.wide tabindex="0" role="region" aria-label={ "Counts of outcomes: " (name(outline.gated)) } {
            table {
                caption { "How many came out how" }
                thead { tr {
                    th scope="col" { "How binding" }
                    @for outcome in SHOWN { th.count scope="col" { (capital(outcome.word())) } }
                } }
                tbody {
                    @for (what, tally) in outline.tallies() {
                        @if what.is_told(&tally) {
                            "\n" tr {
                                th scope="row" { (what.head()) }
                                @for outcome in SHOWN { td.count { (tally.count(outcome)) } }
                            }
                        }
                    }
                }
            }
        }
        p { (behind(&outline.counts)) }
    }
}
