//! Which requirements are looked at, as Python asks for them.

use msacheck::check::Selection;
use msacheck::source::Fault;
use msacheck::standing::Strength;

use super::rules::Rules;
use super::taken::word;

/// The ids of instruments, the words of strengths, the ids of arrangements: of each list that isn't empty one
/// must fit.
pub(crate) type Narrowed = (Vec<String>, Vec<String>, Vec<String>);

pub(crate) fn selection(asked: &Narrowed, rules: &Rules) -> Result<Selection, Vec<Fault>> {
    let (instruments, strengths, arrangements) = asked;
    let strengths: Vec<Strength> =
        strengths.iter().map(|text| word(text)).collect::<Result<_, _>>()?;
    Selection::new(rules.rulebook(), instruments, &strengths, arrangements)
}
