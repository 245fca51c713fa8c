//! What every report of a comparison says first, and how it calls rows, columns and cells.

use crate::compare::{By, Cell, Change, Comparison, Row};
use crate::report::shortfall::name;
use crate::report::words::{date, many};
use crate::result::Gated;
use crate::standing::{Outcome, Words as _};

/// What a report is called.
pub(super) fn title(comparison: &Comparison<'_>) -> String {
    let rows = &comparison.matrix.rows;
    match rows.first().filter(|_| comparison.is_of_one_force()) {
        Some(row) => {
            format!("{}: {} compared", name(row.gated), many(rows.len(), "date", "dates"))
        }
        None => {
            format!("Modern slavery: {} compared", many(comparison.forces, "force", "forces"))
        }
    }
}

/// What must be known before anything else, a sentence each.
pub(super) fn caveats(comparison: &Comparison<'_>) -> Vec<String> {
    let territory = comparison.territory;
    let mut said = Vec::new();
    if let Some(filter) = &territory.run.filtered {
        said.push(format!("Only {filter}. What else is asked isn't compared."));
    }
    said.extend(territory.run.what_is_missing());
    if territory.other_rules {
        said.push(
            "Some of this was assessed by other rules than the rest: what differs may be the rules."
                .to_owned(),
        );
    }
    said
}

/// What silence is, wherever a report counts it.
pub(super) const SILENCE: &str = "Not evidenced is no “no”: what was checked is silent, and silence in a paper isn't absence in a force.";

/// What an input is called that couldn't be assessed.
pub(super) const LOST: &str = "couldn't be assessed";

/// What is called a row: a force by its id, or of one force a date.
pub(super) fn label(comparison: &Comparison<'_>, row: &Row<'_>) -> String {
    if comparison.is_of_one_force() {
        row.gated.assessment.as_of.to_string()
    } else {
        row.gated.assessment.force.to_string()
    }
}

/// From which day to which, in words.
pub(super) fn span(before: &Gated, after: &Gated) -> String {
    let day = |of: &Gated| date(of.assessment.as_of);
    format!("from {} to {}", day(before), day(after))
}

/// A letter for an outcome, where no word fits. No two have the same.
pub(super) fn letter(outcome: Outcome) -> char {
    match outcome {
        Outcome::Met => 'M',
        Outcome::PartlyMet => 'P',
        Outcome::Planned => 'L',
        Outcome::Withheld => 'W',
        Outcome::NotEvidenced => '?',
        Outcome::NotMet => 'N',
        Outcome::NotInForce | Outcome::NotApplicable => '·',
    }
}

/// What the letters mean.
pub(super) fn legend(by: By) -> String {
    let words: [(&str, &str); 6] = [
        ("met", "in place"),
        ("partly met", "partial"),
        ("planned (later)", "planned (later)"),
        ("withheld", "withheld"),
        ("not met", "absent"),
        ("not evidenced", "not stated"),
    ];
    let letters = ['M', 'P', 'L', 'W', 'N', '?'];
    let of = |(requirement, arrangement): &(&'static str, &'static str)| match by {
        By::Arrangement => *arrangement,
        By::Requirement | By::Instrument => *requirement,
    };
    let said: Vec<String> = letters
        .iter()
        .zip(&words)
        .map(|(letter, words)| format!("{letter} {}", of(words)))
        .collect();
    format!("{}, · not asked", said.join(", "))
}

/// What stands in a cell, in words.
pub(super) fn cell(cell: &Cell<'_>) -> String {
    match cell {
        Cell::Finding(finding) => finding.outcome.word().to_owned(),
        Cell::Standing(standing) => standing.state.word().to_owned(),
        Cell::Tally(tally) => format!("{} of {} met", tally.met, tally.total()),
        Cell::Unknown => "not known to its rules".to_owned(),
    }
}

/// What the columns are, in the plural.
pub(super) fn things(by: By) -> &'static str {
    match by {
        By::Requirement => "requirements",
        By::Arrangement => "arrangements",
        By::Instrument => "instruments",
    }
}

/// The changes in the order in which a report shows them: what got worse first.
pub(super) const SHOWN: [Change; 15] = [
    Change::Opened,
    Change::Worsened,
    Change::WentSilent,
    Change::Aged,
    Change::NewlyStated,
    Change::Improved,
    Change::Closed,
    Change::Further,
    Change::Nearer,
    Change::Began,
    Change::RuleChanged,
    Change::Ended,
    Change::Superseded,
    Change::Reached,
    Change::OutOfReach,
];

/// What a change means, where the word alone could be mistaken.
pub(super) fn meaning(change: Change) -> &'static str {
    match change {
        Change::Opened => "met before, and a gap now",
        Change::Worsened => "a gap before, and a weaker outcome now",
        Change::WentSilent => "stated before and not now: that is no improvement",
        Change::Aged => "stated as before, by evidence that is too old now: is it still so?",
        Change::NewlyStated => "silent before, and now said to be missing",
        Change::Improved => "a gap before and now, with a stronger outcome",
        Change::Closed => "a gap before, and met now",
        Change::Further => {
            "the same outcome; something of what is asked is weaker, or no longer stated"
        }
        Change::Nearer => "the same outcome; something of what is asked is stronger",
        Change::Began => "the rule counts only from a day in between: nothing the force did",
        Change::RuleChanged => {
            "the rule reads otherwise now, and what it asks about stands as it did"
        }
        Change::Ended => "the rule counted until a day in between: nothing the force did",
        Change::Superseded => "the instrument was superseded in between",
        Change::Reached => "it reaches the force now: something else is known of the force",
        Change::OutOfReach => {
            "it no longer reaches the force: something else is known of the force"
        }
        Change::Details => "the same state, with other details",
        Change::Same => "the same",
    }
}
