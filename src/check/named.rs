//! What a name that somebody types stands for.

use super::names::unknown;
use crate::rulebook::{Arrangement, Requirement, RequirementId, Rulebook};
use crate::source::Fault;

/// What a name stands for.
#[derive(Debug)]
pub enum Named<'a> {
    /// A requirement, in all its versions.
    Requirement(&'a [Requirement]),
    /// An arrangement.
    Arrangement(&'a Arrangement),
}

/// How many names are told of that go on from what was typed.
const NAMED: usize = 12;

/// Finds what a name stands for: a requirement by its full id, or by its own where only one
/// instrument has it; or an arrangement.
///
/// # Errors
///
/// A fault where it stands for nothing, or for several.
pub fn find_named<'a>(name: &str, rulebook: &'a Rulebook) -> Result<Named<'a>, Fault> {
    let versions = rulebook.versions(name);
    if !versions.is_empty() {
        return Ok(Named::Requirement(versions));
    }
    if let Some(arrangement) = rulebook.vocabulary().arrangement(name) {
        return Ok(Named::Arrangement(arrangement));
    }
    if let Some(now) = former(name, rulebook) {
        return match now {
            [one] => Ok(Named::Requirement(rulebook.versions(one.as_str()))),
            parts => {
                let ids: Vec<&str> = parts.iter().map(RequirementId::as_str).collect();
                let message = format!("`{name}` was split into {} requirements", parts.len());
                Err(Fault::whole("usage::ambiguous-name", message)
                    .help(format!("name one of: {}", ids.join(", "))))
            }
        };
    }
    let ids = || rulebook.by_id().filter_map(|versions| versions.first().map(|r| r.id.as_str()));
    let own = |id: &'a str| id.split_once('/').map_or(id, |(_, own)| own);
    let matching: Vec<&str> = ids().filter(|id| own(id) == name).collect();
    let goes_on = |id: &str| id.strip_prefix(name).is_some_and(|rest| rest.starts_with(['-', '.']));
    let arrangements = rulebook.vocabulary().arrangements().iter().map(|known| known.id.as_str());
    let begun = ids().filter(|id| goes_on(id) || goes_on(own(id)));
    let begun: Vec<&str> = begun.chain(arrangements.filter(|id| goes_on(id))).collect();
    match matching.as_slice() {
        [only] => Ok(Named::Requirement(rulebook.versions(only))),
        [] if is_struck(name, rulebook) => {
            let message = format!("`{name}` is switched off: its text doesn't bear it out");
            Err(Fault::whole("usage::struck", message)
                .help("the reason stands in the file of confirmations, and in every check"))
        }
        [] if begun.len() > 1 => {
            let more = begun.len().saturating_sub(NAMED);
            let more = (more > 0).then(|| format!("\nand {more} more"));
            // A line each: a name is easier to copy where nothing breaks it.
            let named = begun.iter().take(NAMED).copied().collect::<Vec<_>>().join("\n");
            let message = format!("`{name}` alone names nothing: {} names begin so", begun.len());
            Err(Fault::whole("usage::begun-name", message)
                .help(format!("name one of:\n{named}{}", more.unwrap_or_default())))
        }
        [] => {
            let arrangements = rulebook.vocabulary().arrangements().iter().map(|a| a.id.as_str());
            let instruments = rulebook.instruments().iter().map(|known| known.id.as_str());
            if let [one] = begun.as_slice() {
                let message = format!("there is no requirement or arrangement `{name}`");
                let fault = Fault::whole("usage::unknown-name", message);
                return Err(fault.help(format!("did you mean `{one}`?")));
            }
            let known: Vec<&str> =
                instruments.chain(ids()).chain(ids().map(own)).chain(arrangements).collect();
            let otherwise = "`msacheck rules list` lists the requirements, `rules show INSTRUMENT` an instrument";
            Err(unknown("requirement or arrangement", name, known, otherwise))
        }
        several => Err(Fault::whole(
            "usage::ambiguous-name",
            format!("`{name}` stands for {} requirements", several.len()),
        )
        .help(format!("name one of: {}", several.join(", ")))),
    }
}

/// What a former name has become, with its instrument or without: of what is asked.
fn former<'a>(name: &str, rulebook: &'a Rulebook) -> Option<&'a [RequirementId]> {
    let mut full = rulebook.instruments().iter().map(|known| format!("{}/{name}", known.id));
    let named = std::iter::once(name.to_owned()).chain(full.by_ref());
    let asked = |ids: &[RequirementId]| {
        !ids.is_empty() && ids.iter().all(|id| !rulebook.versions(id.as_str()).is_empty())
    };
    named.map(|name| rulebook.called_now(&name)).find(|ids| asked(ids))
}

fn is_struck(name: &str, rulebook: &Rulebook) -> bool {
    let struck = rulebook.struck().iter().map(|(row, _)| row.requirement.as_str());
    struck
        .into_iter()
        .any(|id| id == name || id.split_once('/').is_some_and(|(_, own)| own == name))
}
