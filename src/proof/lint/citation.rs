//! A citation of a section, subsection or schedule that its Act doesn't have.

use std::sync::LazyLock;

use regex::Regex;

use crate::rulebook::{Instrument, Provision, Requirement, Rulebook};
use crate::source::Fault;

/// The parts of a citation that name something: a schedule, a section, a numbered subsection, or
/// the paragraph of something, which isn't looked at.
static PARTS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?x)
        (?:paras?|regs?|pts?)\.?\s*\d+[A-Z]*(?:\(\w+\))*(?:[–-]\d+[A-Z]*)?
        | Schs?\.\s*(?<schedule>\d+[A-Z]?)
        | (?<section>\d+[A-Z]?)\b
        | \((?<subsection>\d+)[A-Z]*\)
        | [–-](?<end>\d+[A-Z]?)\b",
    )
    .ok()
});

pub(super) fn lint(rulebook: &Rulebook) -> Vec<Fault> {
    let laws = rulebook.instruments().iter().filter(|instrument| instrument.law);
    laws.flat_map(|law| {
        let of_law = rulebook.requirements().iter().filter(|r| r.instrument == law.id);
        of_law.flat_map(|requirement| check(rulebook, law, requirement)).collect::<Vec<_>>()
    })
    .collect()
}

fn check(rulebook: &Rulebook, law: &Instrument, requirement: &Requirement) -> Vec<Fault> {
    let provisions = || rulebook.provisions().iter().filter(|p| p.instrument == law.id);
    let find = |id: String| provisions().find(|provision| provision.id.as_str() == id);
    let fault = |what: String| {
        Fault::new(
            "lint::citation",
            &requirement.text,
            requirement.citation_span.clone(),
            format!("`{}` cites {what}", requirement.id),
            "not in its provisions",
        )
    };
    let Some(parts) = PARTS.as_ref() else { return Vec::new() };
    let mut faults = Vec::new();
    for own in own_parts(&requirement.citation, &law.title) {
        let mut within: Option<&Provision> = None;
        for part in parts.captures_iter(own) {
            if let Some(number) = part.name("section").or(part.name("end")) {
                within = find(format!("s{}", number.as_str().to_lowercase()));
                if within.is_none() {
                    faults.push(fault(format!("s. {}, which there isn't", number.as_str())));
                }
            } else if let Some(number) = part.name("schedule") {
                within = None;
                if find(format!("sch{}", number.as_str().to_lowercase())).is_none() {
                    faults.push(fault(format!("Sch. {}, which there isn't", number.as_str())));
                }
            } else if let (Some(number), Some(provision)) = (part.name("subsection"), within)
                && let (Ok(cited), Some(last)) =
                    (number.as_str().parse::<i64>(), provision.subsections)
                && cited > last
            {
                faults.push(fault(format!(
                    "`{}`({cited}): its last subsection is ({last})",
                    provision.id
                )));
            }
        }
    }
    faults
}

/// What a citation says of its own law: the parts that name it, without what is said
/// of how it was amended.
fn own_parts<'a>(citation: &'a str, title: &str) -> Vec<&'a str> {
    citation
        .split(';')
        .filter_map(|part| part.split_once(title).map(|(_, own)| own))
        .filter_map(|part| part.split(", as ").next())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_part_about_the_law_itself_is_read() {
        let citation = "Modern Slavery Act 2015, s. 51(1)–(3), as amended by another Act 2022, s. 60(6); \
                        SI 2015/1743, reg. 3";
        assert_eq!(own_parts(citation, "Modern Slavery Act 2015"), [", s. 51(1)–(3)"]);
        let beside = "Factsheet (2016), on Modern Slavery Act 2015, s. 52(1)";
        assert_eq!(own_parts(beside, "Modern Slavery Act 2015"), [", s. 52(1)"]);
    }

    #[test]
    fn sections_and_subsections_are_told_apart() {
        let parts = PARTS.as_ref().unwrap();
        let read: Vec<String> = parts
            .captures_iter(", ss. 1(3)–(5), 2(2), 11A, Sch. 2 paras 1-10, Sch. 4A")
            .filter_map(|part| {
                ["section", "subsection", "schedule"]
                    .iter()
                    .find_map(|name| Some(format!("{name} {}", part.name(name)?.as_str())))
            })
            .collect();
        assert_eq!(
            read,
            [
                "section 1",
                "subsection 3",
                "subsection 5",
                "section 2",
                "subsection 2",
                "section 11A",
                "schedule 2",
                "schedule 4A",
            ]
        );
    }
}
