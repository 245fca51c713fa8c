//! Rules looked at as logic: what can't be meant. One file a lint; a new one is a file and a line
//! in [`LINTS`].

mod citation;
mod contradiction;
mod disposition;
mod former;
mod reading;
mod redundant;
mod same;
mod silent;
mod unmeetable;
mod unused;

pub use same::same_for_all;

use super::equivalence;
use crate::rulebook::Rulebook;
use crate::source::Fault;

/// A look at a whole rulebook.
type Lint = fn(&Rulebook) -> Vec<Fault>;

/// Every lint.
const LINTS: [Lint; 9] = [
    citation::lint,
    contradiction::lint,
    disposition::lint,
    former::lint,
    reading::lint,
    redundant::lint,
    silent::lint,
    unmeetable::lint,
    unused::lint,
];

/// What can't be meant in a rulebook, in the order of files and places.
#[must_use]
pub fn lint(rulebook: &Rulebook) -> Vec<Fault> {
    let mut faults: Vec<Fault> = LINTS.iter().flat_map(|lint| lint(rulebook)).collect();
    let place = |fault: &Fault| {
        let name = fault.text().map(|text| text.name().to_owned());
        (name, fault.span().map(|span| span.start))
    };
    faults.sort_by_key(place);
    faults
}
