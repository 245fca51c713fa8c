//! A yardstick that counts before its source was there.

use std::sync::LazyLock;

use regex::Regex;

use super::edition::{Edition, editions};
use crate::rulebook::{Requirement, Rulebook};
use crate::source::{Fault, Faults};
use crate::standing::{Day, MONTHS, PartialDate};

/// A date in a citation: with its day, with its month, or a year in brackets.
static DATE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?x)
        (?:(?<day>\d{1,2})\ )?
        (?<month>January|February|March|April|May|June|July|August|September|October|November|December)
        \ (?<year>\d{4})
        | \((?<alone>\d{4})\)",
    )
    .ok()
});

pub(super) fn lint(rulebook: &Rulebook) -> Vec<Fault> {
    // What is wrong with the editions themselves is told by their own lint.
    let editions = editions(rulebook, &Faults::new());
    let yardsticks = rulebook.instruments().iter().filter(|of| of.optional && !of.law);
    yardsticks
        .flat_map(|yardstick| {
            let own = rulebook.requirements().iter().filter(|r| r.instrument == yardstick.id);
            own.filter_map(|requirement| check(requirement, &editions)).collect::<Vec<_>>()
        })
        .collect()
}

fn check(requirement: &Requirement, editions: &[Edition]) -> Option<Fault> {
    let source = dated(&requirement.citation, editions)?;
    (requirement.from < source).then(|| {
        let message = format!("`{}` counts before its source, of {source}", requirement.id);
        let span = requirement.citation_span.clone();
        let label = format!("the rule counts from {}", requirement.from);
        Fault::new("lint::older", &requirement.text, span, message, label).help(
            "a source dated by its month or year alone is as old as the last day that this can mean",
        )
    })
}

/// The day of the youngest source that a citation names: the last that its date can mean. What
/// is said after “, as ” tells who reports it, and when.
fn dated(citation: &str, editions: &[Edition]) -> Option<Day> {
    let own = citation.split(';').filter_map(|part| part.split(", as ").next());
    own.filter_map(|part| {
        let known = editions.iter().filter(|edition| edition.is_named(part));
        known.map(|edition| edition.from).max().or_else(|| latest(part))
    })
    .max()
}

fn latest(part: &str) -> Option<Day> {
    let dates = DATE.as_ref()?.captures_iter(part).filter_map(|date| {
        let text = |name| date.name(name).map(|found| found.as_str());
        let written = match (text("year"), text("month"), text("day")) {
            (Some(year), Some(month), day) => {
                let month = MONTHS.iter().position(|name| name.eq_ignore_ascii_case(month))? + 1;
                let day = day.map(|day| format!("-{day:0>2}")).unwrap_or_default();
                format!("{year}-{month:02}{day}")
            }
            _ => text("alone")?.to_owned(),
        };
        PartialDate::parse(&written).map(PartialDate::latest)
    });
    dates.max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_as_old_as_the_last_day_that_its_date_can_mean() {
        let of = |citation: &str| dated(citation, &[]).map(|day| day.to_string());
        assert_eq!(of("A report (24 October 2017), p. 3").as_deref(), Some("2017-10-24"));
        assert_eq!(of("A plan 2019–2021 (October 2019)").as_deref(), Some("2019-10-31"));
        assert_eq!(of("A practice, first edition (2015)").as_deref(), Some("2015-12-31"));
        assert_eq!(of("An Act 2015, s. 3"), None);
        assert_eq!(
            of("A report (1 May 2016), as a plan (May 2018) sums it up").as_deref(),
            Some("2016-05-01")
        );
        assert_eq!(of("One (2015); another (2 March 2017)").as_deref(), Some("2017-03-02"));
    }

    #[test]
    fn an_edition_that_is_known_has_its_own_day() {
        let edition = Edition {
            of: "some guidance".to_owned(),
            name: "version 1 (March 2020)".to_owned(),
            from: "2020-03-24".parse().unwrap(),
        };
        let citation = "some guidance under an Act (2015), version 1 (March 2020), para. 3";
        let day = dated(citation, &[edition]).map(|day| day.to_string());
        assert_eq!(day.as_deref(), Some("2020-03-24"));
    }
}
