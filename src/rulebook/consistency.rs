//! What can only be seen across the tables and files of rule packs.

use super::requirement::ReadRequirement;
use super::{Instrument, Provision, RuleFile};
use crate::source::{Fault, Faults, nearest};

/// Holds requirements against the provisions that they rest on, and against one another. Faults go to
/// `faults`.
pub(super) fn check(
    faults: &Faults,
    instruments: &[Instrument],
    provisions: &[Provision],
    requirements: &[(&RuleFile, ReadRequirement)],
) {
    for (file, read) in requirements {
        check_provision(faults, file, read, instruments, provisions);
    }
    check_versions(faults, requirements);
}

/// Of one id, versions may not overlap.
fn check_versions(faults: &Faults, requirements: &[(&RuleFile, ReadRequirement)]) {
    let mut versions: Vec<&(&RuleFile, ReadRequirement)> = requirements.iter().collect();
    versions.sort_by_key(|(_, read)| (read.requirement.id.clone(), read.requirement.from));
    for pair in versions.windows(2) {
        let [(first_file, first), (file, second)] = pair else { continue };
        if first.requirement.id != second.requirement.id {
            continue;
        }
        let place = first_file.text.place(first.id.start);
        let id = &second.requirement.id;
        match first.requirement.until {
            Some(until) if until <= second.requirement.from => {}
            Some(until) => faults.push(
                Fault::new(
                    "rules::overlapping-versions",
                    &file.text,
                    second.from.clone(),
                    format!("two versions of `{id}` count on the same days"),
                    format!("the other one counts until {until}"),
                )
                .help(format!("the other version: {place}")),
            ),
            None => faults.push(
                Fault::new(
                    "rules::duplicate-id",
                    &file.text,
                    second.id.clone(),
                    format!("there are two requirements `{id}`"),
                    "used again here",
                )
                .help(format!("first used: {place}; versions of one need an `until`")),
            ),
        }
    }
}

/// What a requirement rests on must be there, and must have come first.
fn check_provision(
    faults: &Faults,
    file: &RuleFile,
    read: &ReadRequirement,
    instruments: &[Instrument],
    provisions: &[Provision],
) {
    let requirement = &read.requirement;
    let mut of_instrument =
        provisions.iter().filter(|known| known.instrument == requirement.instrument);
    let Some(provision) = of_instrument.clone().find(|known| known.id == requirement.provision)
    else {
        let near = nearest(
            requirement.provision.as_str(),
            of_instrument.by_ref().map(|known| known.id.as_str()),
        );
        let message =
            format!("`{}` has no provision `{}`", requirement.instrument, requirement.provision);
        faults.push(
            Fault::new(
                "rules::unknown-provision",
                &file.text,
                read.provision.clone(),
                message,
                "not known",
            )
            .maybe_help(near.map(|near| format!("did you mean `{near}`?"))),
        );
        return;
    };
    let instrument = instruments.iter().find(|known| known.id == requirement.instrument);
    let source_from = provision.from.or(instrument.map(|known| known.from));
    if let Some(source_from) = source_from
        && requirement.from < source_from
    {
        faults.push(Fault::new(
            "rules::before-its-source",
            &file.text,
            read.from.clone(),
            format!("`{}` counts before the provision that it rests on", requirement.id),
            format!("expected {source_from} or later"),
        ));
    }
}
