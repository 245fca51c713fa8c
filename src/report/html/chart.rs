//! How requirements came out, as bars: a bar an instrument, and under it a bar a theme. A theme is
//! the arrangement that a requirement asks for first; so each counts once.
//!
//! A bar is an SVG as wide as the page lets it be, with the number in each of its parts, so that
//! neither colour nor a long label decides whether it can be read.

use maud::{Markup, html};

use super::super::outline::SHOWN;
use super::super::prose::capital;
use super::words::{class, heading};
use crate::assessment::{Because, Finding, Tally};
use crate::result::Gated;
use crate::standing::Outcome;

/// The bars of an instrument.
struct Bars<'a> {
    instrument: &'a str,
    superseded: bool,
    all: Tally,
    themes: Vec<(&'a str, Tally)>,
}

/// The chart, with a heading an instrument.
pub(super) fn outcomes(gated: &Gated, level: u8) -> Markup {
    let bars = bars(gated);
    let most = |totals: &mut dyn Iterator<Item = usize>| totals.max().unwrap_or(0).max(1);
    let longest = most(&mut bars.iter().map(|of| of.all.total()));
    let themes = || bars.iter().flat_map(|of| &of.themes);
    let longest_theme = most(&mut themes().map(|(_, tally)| tally.total()));
    html! {
        @if bars.is_empty() { p { "Nothing was assessed." } } @else {
            ul.legend {
                @for outcome in SHOWN {
                    li { span class={ "key " (class(outcome)) } {} " " (outcome) }
                }
            }
            @for of in &bars {
                div.chart {
                    (heading(level, None, &match of.superseded {
                        false => of.instrument.to_owned(),
                        true => format!("{} (superseded)", of.instrument),
                    }))
                    ul.bars {
                        (bar("All", &of.all, longest, true))
                        @for (theme, tally) in &of.themes { (bar(theme, tally, longest_theme, false)) }
                    }
                }
            }
            p.from {
                "A bar is as long as it has requirements; themes have a longer scale than “All”. A theme is \
                 the arrangement that a requirement asks for first."
            }
        }
    }
}

fn bars(gated: &Gated) -> Vec<Bars<'_>> {
    let assessed = || gated.assessment.findings.iter().filter(|f| f.outcome.is_assessed());
    let mut instruments: Vec<&Finding> = Vec::new();
    for finding in assessed() {
        if !instruments.iter().any(|known| known.instrument == finding.instrument) {
            instruments.push(finding);
        }
    }
    let of_instrument = |first: &&'_ Finding| {
        let of_it: Vec<&Finding> =
            assessed().filter(|f| f.instrument == first.instrument).collect();
        let mut themes: Vec<&str> = Vec::new();
        for theme in of_it.iter().map(|f| theme(gated, f)) {
            if !themes.contains(&theme) {
                themes.push(theme);
            }
        }
        let tally = |name: &str| {
            Tally::of(of_it.iter().filter(|f| theme(gated, f) == name).map(|f| f.outcome))
        };
        (
            Tally::of(of_it.iter().map(|f| f.outcome)),
            themes.into_iter().map(|t| (t, tally(t))).collect(),
        )
    };
    instruments
        .into_iter()
        .map(|first| {
            let (all, themes) = of_instrument(&first);
            Bars { instrument: &first.instrument_title, superseded: first.superseded, all, themes }
        })
        .collect()
}

/// The title of the arrangement that a requirement asks for first.
fn theme<'a>(gated: &'a Gated, finding: &Finding) -> &'a str {
    let mut asked =
        finding.because.iter().flat_map(Because::nodes).filter_map(Because::arrangement);
    let standing = asked
        .next()
        .and_then(|id| gated.assessment.arrangements.iter().find(|one| one.arrangement == *id));
    standing.map_or("Other", |standing| &standing.title)
}

fn bar(label: &str, tally: &Tally, longest: usize, whole: bool) -> Markup {
    let mut from = 0;
    let parts: Vec<(Outcome, usize, usize)> = SHOWN
        .iter()
        .map(|outcome| {
            let count = tally.count(*outcome);
            from += count;
            (*outcome, from - count, count)
        })
        .filter(|(_, _, count)| *count > 0)
        .collect();
    let said: Vec<String> =
        parts.iter().map(|(outcome, _, count)| format!("{count} {outcome}")).collect();
    let said = said.join(", ");
    html! {
        "\n" li.whole[whole] {
            span.label { (label) " " span.total { (tally.total()) } }
            svg role="img" aria-label={ (label) ": " (said) } width="100%" height="20" {
                title { (capital(&said)) }
                @for (outcome, from, count) in &parts {
                    rect class=(class(*outcome)) x=(percent(*from, longest)) width=(percent(*count, longest)) height="20" {}
                    @if fits(*count, longest) {
                        text class=(class(*outcome)) x=(middle(*from, *count, longest)) y="15" text-anchor="middle" { (count) }
                    }
                }
            }
        }
    }
}

/// A share of the longest bar in hundredths of a percent: whole numbers, so that no machine rounds
/// in a way of its own.
fn hundredths(part: usize, longest: usize) -> usize {
    part * 10_000 / longest
}

fn written(hundredths: usize) -> String {
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

fn percent(part: usize, longest: usize) -> String {
    written(hundredths(part, longest))
}

fn middle(from: usize, count: usize, longest: usize) -> String {
    written(hundredths(2 * from + count, 2 * longest))
}

/// Whether a number fits into its part on a phone. It stands in the bar's label in any case.
fn fits(count: usize, longest: usize) -> bool {
    let digits = count.to_string().len();
    hundredths(count, longest) >= 250 * digits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_shares_of_the_longest() {
        assert_eq!(percent(1, 3), "33.33%");
        assert_eq!(middle(1, 1, 4), "37.50%");
        assert!(fits(1, 34) && !fits(1, 100) && fits(10, 100));
    }
}
