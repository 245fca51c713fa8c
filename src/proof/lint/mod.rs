//! Rules looked at as logic: what can't be meant. One file a lint; a new one is a file and a line
//! in [`LINTS`].

mod citation;
mod conduct;
mod contradiction;
mod disposition;
mod edition;
mod former;
mod measure;
mod older;
mod reading;
mod redundant;
mod same;
mod silent;
mod unmeetable;
mod unused;

pub use same::same_for_all;

use super::effort::{self, Effort};
use super::equivalence;
use crate::rulebook::Rulebook;
use crate::source::Fault;

/// A look at a whole rulebook.
type Lint = fn(&Rulebook) -> Vec<Fault>;

/// A look at a whole rulebook that works out what can be declared.
type LogicLint = fn(&Rulebook, &Effort) -> Vec<Fault>;

/// Every lint that only looks.
const LINTS: [Lint; 10] = [
    citation::lint,
    conduct::lint,
    disposition::lint,
    edition::lint,
    former::lint,
    measure::lint,
    older::lint,
    reading::lint,
    silent::lint,
    unused::lint,
];

/// Every lint that works something out, the cheapest first: they share what may be worked out.
const LOGIC_LINTS: [LogicLint; 3] = [unmeetable::lint, redundant::lint, contradiction::lint];

/// What can't be meant in a rulebook, in the order of files and places.
#[must_use]
pub fn lint(rulebook: &Rulebook) -> Vec<Fault> {
    let effort = Effort::new();
    let mut faults: Vec<Fault> = LINTS.iter().flat_map(|lint| lint(rulebook)).collect();
    faults.extend(LOGIC_LINTS.iter().flat_map(|lint| lint(rulebook, &effort)));
    if effort.is_spent() {
        faults.push(too_much(&format!(
            "the rules ask about so much that they aren't all held against one another: more than \
             {} ways in which all can stand",
            effort::MOST
        )));
    }
    let place = |fault: &Fault| {
        let name = fault.text().map(|text| text.name().to_owned());
        (name, fault.span().map(|span| span.start))
    };
    faults.sort_by_key(place);
    faults
}

/// The fault of rules of which too much would have to be worked out.
fn too_much(message: &str) -> Fault {
    Fault::whole("lint::too-much-logic", message)
        .help("split requirements that ask for many things of one list, or packs with many of them")
}
