//! One force, from its first screen to what isn't asked of it.

use maud::{Markup, html};

use super::super::division::{self, Division, SHOWN, found};
use super::super::shortfall::{capital, full_stop, name};
use super::super::words::{behind, note, plural};
use super::words::heading;
use super::{arrangements, beside, chart, finding, first};
use crate::assessment::Tally;
use crate::result::Gated;
use crate::standing::{Outcome, Words as _};

/// Where a force stands on the page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// Which of the forces it is.
    index: usize,
    /// The level of its heading.
    pub(super) level: u8,
}

impl Place {
    /// The page is its own.
    pub(super) const ONLY: Self = Self { index: 0, level: 1 };

    /// It stands below others.
    pub(super) fn among(index: usize) -> Self {
        Self { index, level: 2 }
    }

    /// The id of a part. It is made of numbers and words of ours: names of others may hold anything.
    pub(super) fn id(self, part: &str) -> String {
        format!("f{}-{part}", self.index + 1)
    }
}

/// A force among others.
pub(super) fn section(gated: &Gated, place: Place) -> Markup {
    html! {
        section.force aria-labelledby=(place.id("force")) {
            (first::screen(gated, place, &html! {}))
            (rest(gated, place, &html! {}))
        }
    }
}

/// What comes after the first screen.
pub(super) fn rest(gated: &Gated, place: Place, filters: &Markup) -> Markup {
    let level = place.level + 1;
    let part = |id: &str, text: &str| heading(level, Some(&place.id(id)), text);
    let Division { declared, silent, superseded } = Division::of(gated);
    html! {
        nav aria-label={ "Parts: " (name(gated)) } { ul {
            @for (id, part) in [
                ("arrangements", "Headline arrangements"),
                ("outcomes", "Outcomes by instrument and theme"),
                ("declared", "Gaps in what is declared"),
                ("silent", "Not evidenced"),
                ("other", "Other arrangements"),
                ("met", "Met, and what wasn't asked"),
            ] { li { a href={ "#" (place.id(id)) } { (part) } } }
        } }
        @if let Some(note) = &gated.assessment.note { p.inset { "Note of the declaration: " (note) } }
        @for one in &gated.assessment.notes { p.inset { (full_stop(&capital(&note(one)))) } }
        (beside::gate(gated, place))
        (part("arrangements", "Headline arrangements"))
        (arrangements::headline(gated))
        (part("outcomes", "Outcomes by instrument and theme"))
        (chart::outcomes(gated, level + 1))
        (counts(gated))
        (filters)
        (part("declared", &format!("Gaps in what the force declares: {}", declared.len())))
        @if declared.is_empty() { p { "None." } } @else {
            p.inset {
                "Only a duty is law for the force. Against a strategy, and against what is read out of \
                 the Act, a shortfall is a gap, not a breach."
            }
            @for gap in &declared { (finding::full(gated, gap, place, true)) }
        }
        (part("silent", &format!("Not evidenced: {}", silent.len())))
        @if silent.is_empty() { p { "None." } } @else {
            p.inset {
                "What was checked doesn't state these. That isn't to say that the force lacks them: \
                 nothing shows that it has them."
            }
            @for (head, of_it) in division::by_strength(&silent) {
                (heading(level + 1, None, &head))
                @for gap in of_it { (finding::full(gated, gap, place, false)) }
            }
        }
        @if !superseded.is_empty() {
            (part("superseded", &format!("Gaps against what is superseded: {}", superseded.len())))
            p.inset { "Counted apart: its instrument was replaced by a later one." }
            @for gap in &superseded { (finding::full(gated, gap, place, false)) }
        }
        (beside::judgements(gated, place))
        (beside::contradictions(gated, place))
        (part("other", "Other arrangements"))
        (arrangements::others(gated))
        (beside::information(gated, place))
        (part("met", "Met, and what wasn't asked"))
        @for outcome in [Outcome::Met, Outcome::NotApplicable, Outcome::NotInForce] {
            @let these = found(gated, |f| f.outcome == outcome);
            (heading(level + 1, None, &format!("{}: {}", capital(outcome.word()), these.len())))
            @for one in &these { (finding::full(gated, one, place, false)) }
        }
    }
}

/// How many of each strength came out how, with what the numbers rest on.
fn counts(gated: &Gated) -> Markup {
    let counts = gated.assessment.counts();
    let row = |name: &str, tally: &Tally| {
        html! {
            "\n" tr {
                th scope="row" { (name) }
                @for outcome in SHOWN { td.count { (tally.count(outcome)) } }
            }
        }
    };
    html! {
        div.wide tabindex="0" role="region" aria-label={ "Counts of outcomes: " (name(gated)) } {
            table {
                caption { "How many came out how" }
                thead { tr {
                    th scope="col" { "How binding" }
                    @for outcome in SHOWN { th.count scope="col" { (capital(outcome.word())) } }
                } }
                tbody {
                    @for (strength, tally) in counts.by_strength.iter().rev() {
                        @if tally.total() > 0 { (row(&capital(plural(*strength)), tally)) }
                    }
                    (row("All in force", &counts.in_force))
                    @if counts.superseded.total() > 0 { (row("Superseded, counted apart", &counts.superseded)) }
                }
            }
        }
        p { (behind(&counts)) }
    }
}
