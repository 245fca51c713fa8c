//! Names that people type: faults of those that nobody knows, with what could have been meant.

use crate::rulebook::Rulebook;
use crate::source::{Fault, nearest};

/// The fault of a name that isn't known, with what could have been meant.
pub fn unknown<'a>(
    what: &str,
    name: &str,
    known: impl IntoIterator<Item = &'a str>,
    otherwise: &str,
) -> Fault {
    let near = nearest(name, known);
    let help = near.map_or_else(|| otherwise.to_owned(), |near| format!("did you mean `{near}`?"));
    Fault::whole("usage::unknown-name", format!("there is no {what} `{name}`")).help(help)
}

/// Checks that instruments and arrangements that somebody named are known.
///
/// # Errors
///
/// A fault for each that isn't.
pub fn check_names(
    rulebook: &Rulebook,
    instruments: &[String],
    arrangements: &[String],
) -> Result<(), Vec<Fault>> {
    let vocabulary = rulebook.vocabulary();
    let known_instruments: Vec<&str> =
        rulebook.instruments().iter().map(|known| known.id.as_str()).collect();
    let known_arrangements: Vec<&str> =
        vocabulary.arrangements().iter().map(|known| known.id.as_str()).collect();
    let mut faults = Vec::new();
    for (what, names, known) in [
        ("instrument", instruments, known_instruments),
        ("arrangement", arrangements, known_arrangements),
    ] {
        let otherwise = format!("known are: {}", known.join(", "));
        for name in names.iter().filter(|name| !known.contains(&name.as_str())) {
            faults.push(unknown(what, name, known.iter().copied(), &otherwise));
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}
