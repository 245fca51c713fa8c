//! Tables of findings, and of what is silent, for a terminal.

use super::super::actions;
use super::super::layout::{CellText, TableColumn, TerminalPage};
use super::super::outline::{ReportOutline, Section};
use super::super::rulings;
use super::super::shortfall::{Shortfall, source};
use super::super::words::many;
use super::gate;
use crate::assessment::Finding;
use crate::report::words;
use crate::result::Gated;
use crate::standing::{Bearer, Strength, Words};

/// The width from which a table has a column for everything.
const WIDE: usize = 150;

/// How wide an id may be in the narrow table.
const NARROW_ID: usize = 36;

/// How many requirements a line about silence names.
const NAMED: usize = 3;

/// How binding a requirement is, and who made the promise where that isn't the force.
fn strength(finding: &Finding) -> String {
    let bearers = finding.bearer.as_slice();
    if bearers.is_empty() || bearers.contains(&Bearer::Forces) {
        return finding.strength.to_string();
    }
    let names: Vec<&str> = bearers.iter().map(|bearer| bearer.word()).collect();
    format!("{}, borne by {}", finding.strength, names.join(", "))
}

/// Why it came out as it did, and what was assumed of the force.
fn why(finding: &Finding) -> String {
    match words::assumed(finding) {
        Some(assumed) => format!("{} ({assumed})", words::why(finding)),
        None => words::why(finding),
    }
}

/// What is done about it, below why it is so.
fn why_and_what(gated: &Gated, finding: &Finding) -> String {
    let said = std::iter::once(why(finding)).chain(actions::lines(gated, finding));
    said.collect::<Vec<_>>().join("\n\n")
}

/// Findings in a table: what each came to, why, and by which source.
pub(super) fn findings(page: &mut TerminalPage, gated: &Gated, findings: &[&Finding]) {
    let outcome = |finding: &Finding| {
        let says = format!("{}{}", finding.outcome, gate::marks(gated, finding));
        CellText(says, Some(finding.outcome.into()))
    };
    if page.width() >= WIDE {
        let columns = [
            TableColumn::new("Requirement", 24, 44),
            TableColumn::new("Strength", 11, 11),
            TableColumn::new("Outcome", 13, 13),
            TableColumn::new("Why", 24, 60),
            TableColumn::new("Source", 24, 70),
        ];
        let rows = findings.iter().map(|finding| {
            vec![
                format!("{}\n{}", finding.title, finding.requirement).into(),
                strength(finding).into(),
                outcome(finding),
                why_and_what(gated, finding).into(),
                source(finding).into(),
            ]
        });
        page.table(&columns, rows.collect());
        return;
    }
    // An id that is wider than its column breaks behind the instrument, where a person would.
    let short = |finding: &Finding| match finding.requirement.as_str() {
        id if id.len() > NARROW_ID => id.replace('/', "/\n"),
        id => id.to_owned(),
    };
    let columns = [
        TableColumn::new("Requirement", 22, 30),
        TableColumn::new("Outcome", 13, 13),
        TableColumn::new("Why, and source", 36, 90),
    ];
    let rows = findings.iter().map(|finding| {
        vec![
            format!("{}\n({})", finding.title, strength(finding)).into(),
            outcome(finding),
            format!(
                "{}\n\nSource: {}\n{}",
                why_and_what(gated, finding),
                source(finding),
                short(finding)
            )
            .into(),
        ]
    });
    page.table(&columns, rows.collect());
}

/// What isn't evidenced, by what is silent.
pub(super) fn silences(page: &mut TerminalPage, outline: &ReportOutline<'_>, all: bool) {
    let findings = outline.findings(Section::Silent);
    if findings.is_empty() {
        return;
    }
    page.heading(&Section::Silent.heading(findings.len()));
    // Grouped by the arrangements that are silent, in whole or in a detail.
    // They come in the order of what each has first.
    let mut groups: Vec<(Vec<&str>, Vec<String>, Vec<&Finding>)> = Vec::new();
    for finding in findings {
        let silences = words::silent(finding);
        let mut silent: Vec<&str> = silences.iter().map(|(id, _)| id.as_str()).collect();
        silent.dedup();
        let known = groups.iter().position(|(known, _, _)| *known == silent);
        let at = known.unwrap_or(groups.len());
        if known.is_none() {
            groups.push((silent, Vec::new(), Vec::new()));
        }
        let Some((_, says, silenced)) = groups.get_mut(at) else { continue };
        for (_, silence) in silences {
            if !says.contains(&silence) {
                says.push(silence);
            }
        }
        silenced.push(finding);
    }
    let columns =
        [TableColumn::new("What is silent", 24, 60), TableColumn::new("Requirements", 42, 110)];
    let rows = groups.iter().map(|(_, says, findings)| {
        let most = if all { findings.len() } else { NAMED };
        let mut names: Vec<String> = findings
            .iter()
            .take(most)
            .map(|finding| {
                let duty = (finding.strength == Strength::Duty).then_some("duty");
                let mark = Shortfall::of(outline.gated, finding).mark();
                let late = actions::alarm(outline.gated, finding);
                let marks: Vec<&str> =
                    duty.into_iter().chain(mark.and_then(rulings::short)).chain(late).collect();
                match marks.as_slice() {
                    [] => finding.requirement.to_string(),
                    marks => format!("{} ({})", finding.requirement, marks.join(", ")),
                }
            })
            .collect();
        if findings.len() > most {
            names.push(format!("and {} more", findings.len() - most));
        }
        let count = many(findings.len(), "requirement", "requirements");
        vec![says.join("\n").into(), format!("{count}\n{}", names.join("\n")).into()]
    });
    page.table(&columns, rows.collect());
}
