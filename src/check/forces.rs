//! Names of police forces as people type them.

use crate::rulebook::PoliceForce;
use crate::source::Fault;

/// Words at the end of names that tell no force from another.
const KINDS: [&str; 3] = [" police service", " police", " constabulary"];

/// A warning where a name is none of the known ones, and nearly one of them. Forces that nobody
/// knows are fine: papers may be about them, too.
#[must_use]
pub fn near_miss(name: &str, forces: &[PoliceForce]) -> Option<Fault> {
    let wanted = &bare(name);
    let names = |force: &PoliceForce| -> Vec<String> {
        let main = [force.id.as_str(), &force.name].into_iter();
        let others = force.also.iter().chain(&force.areas).map(String::as_str);
        main.chain(others).map(bare).collect()
    };
    let known: Vec<(&PoliceForce, Vec<String>)> =
        forces.iter().map(|force| (force, names(force))).collect();
    if known.iter().any(|(_, names)| names.contains(wanted)) {
        return None;
    }
    let far = (wanted.chars().count() / 5).clamp(1, 3);
    let near = known.iter().flat_map(|(force, names)| {
        // Of abbreviations any three letters are near to some.
        let long = names.iter().filter(|name| name.chars().count() > 3);
        long.map(move |name| (strsim::osa_distance(wanted, name), *force))
    });
    let (_, force) = near.filter(|(distance, _)| *distance <= far).min_by_key(|(far, _)| *far)?;
    let message =
        format!("no force is known as `{name}`: the papers are read for one of that name");
    let help = format!("did you mean `{}` ({})?", force.id, force.name);
    Some(Fault::whole("usage::unknown-force", message).help(help).into_warning())
}

/// A name without what doesn't tell forces apart.
fn bare(name: &str) -> String {
    let lower = name.to_lowercase().replace(['-', '_', '&'], " ").replace(" and ", " ");
    let words: Vec<&str> = lower.split_whitespace().collect();
    let name = words.join(" ");
    KINDS.iter().find_map(|kind| name.strip_suffix(kind)).unwrap_or(&name).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checklists::lexicon;

    #[test]
    fn a_name_that_is_nearly_known_is_told_from_one_that_is_not() {
        let forces = lexicon().unwrap().forces;
        let near = |name: &str| near_miss(name, &forces).map(|fault| fault.to_string());
        for known in [
            "west-midlands",
            "West Midlands",
            "West Midlands Police",
            "WMP",
            "Devon & Cornwall Police",
        ] {
            assert_eq!(near(known), None, "{known}");
        }
        for fictional in
            ["Northmarch Police", "northmarch", "Eastmere Constabulary", "XYZ", "Wexton"]
        {
            assert_eq!(near(fictional), None, "{fictional}");
        }
        for missed in ["west-midland", "West Midlans Police", "Cumbira", "Avon and Sommerset"] {
            assert!(near(missed).is_some(), "{missed}");
        }
    }
}
