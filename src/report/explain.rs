//! One requirement or one arrangement explained: the rule, its source, how it came out and why.

use super::actions;
use super::contradictions::of_arrangement;
use super::evidence::evidence;
use super::judgements::{expired_line, line};
use super::layout::{TerminalPage, Tone};
use super::rules::{show_arrangement, show_requirement};
use super::shortfall::name_in;
use crate::assessment::{Assessment, Because, Cited, Finding, Part, Standing};
use crate::report::words;
use crate::result::Gated;
use crate::rulebook::{Arrangement, Requirement, Rulebook};
use crate::standing::Outcome;

/// Explains a requirement; with an assessment, how it came out for that force.
pub fn explain_requirement(
    page: &mut TerminalPage,
    rulebook: &Rulebook,
    versions: &[Requirement],
    assessment: Option<&Assessment>,
) {
    let finding = assessment.and_then(|assessment| {
        let id = &versions.first()?.id;
        assessment.findings.iter().find(|finding| finding.requirement == *id)
    });
    show_requirement(page, rulebook, versions, finding.map(|finding| finding.from));
    if let (Some(assessment), Some(finding)) = (assessment, finding) {
        came_out(page, assessment, finding);
    }
}

/// What is done about a requirement's gap, below its explanation; nothing where no plan speaks of it.
pub fn explain_actions(page: &mut TerminalPage, gated: &Gated, requirement: &str) {
    let Some(finding) = gated.assessment.finding(requirement) else { return };
    let mut planned = actions::on(gated, finding).peekable();
    if planned.peek().is_none() {
        return;
    }
    page.heading("What is done about it");
    planned.for_each(|one| page.paragraph("  ", &actions::line(&one)));
    page.aside("  ", &actions::counted(gated).unwrap_or_default());
}

fn came_out(page: &mut TerminalPage, assessment: &Assessment, finding: &Finding) {
    let shown = name_in(assessment);
    page.heading(&format!("{shown} as at {}: {}", assessment.assessed_on, finding.outcome));
    page.paragraph("Why: ", &words::why(finding));
    if let Some(assumed) = words::assumed(finding) {
        page.paragraph("Assumed: ", &assumed);
    }
    if finding.superseded {
        page.paragraph("", "Its instrument is superseded at that date: it doesn't gate.");
    }
    if !finding.because.is_empty() {
        page.heading("What decides (→) and what doesn't");
        finding.because.iter().for_each(|node| tree(page, node, 0));
        page.aside("Place: ", &finding.place.to_string());
    }
    let judgements = &assessment.judgements;
    for judged in judgements.on(&finding.requirement) {
        page.heading("An inspector's judgement, beside what is computed");
        page.paragraph("  ", &line(judged));
    }
    let expired = judgements.expired.iter();
    for judged in expired.filter(|judged| judged.requirement == finding.requirement) {
        page.aside("", &expired_line(judged));
    }
    let words = quoted(assessment, finding);
    if !words.is_empty() {
        page.heading(match finding.outcome {
            Outcome::NotEvidenced => {
                "Words given there, none of which is quoted for what is silent"
            }
            _ => "From these words",
        });
        words.iter().for_each(|cited| evidence(page, cited, "  "));
    }
    if finding.outcome.is_gap() {
        page.heading("What closes it");
        if finding.outcome == Outcome::NotEvidenced {
            page.paragraph("  ", "If the force has it: state it, with its source. If it hasn't:");
        }
        page.paragraph("  ", &finding.remedy);
        let ways = finding.ways();
        if !ways.is_empty() {
            page.paragraph("  ", "Each of these is a way:");
            ways.into_iter().for_each(|way| page.paragraph("  - ", &words::way(way)));
        }
        if let Some(accepted) = &finding.evidence {
            page.paragraph("  Evidence: ", accepted);
        }
    }
}

fn tree(page: &mut TerminalPage, node: &Because, depth: usize) {
    let mark = if node.decides { "→" } else { " " };
    let lead = format!("{}{mark} ", "  ".repeat(depth));
    let text = match &node.part {
        Part::All(_) => "all of these",
        Part::Any(_) => "any of these",
        Part::AtLeast { count, .. } => &format!("at least {count} of"),
        Part::Ask { .. } | Part::State { .. } => &node.need(),
        Part::Condition { grades: false, .. } => &format!("where {}", node.need()),
        Part::Condition { grades: true, .. } => &format!("ideally {}", node.need()),
    };
    let value = format!("[{}]", node.value);
    let mut pieces: Vec<(&str, Option<Tone>)> = text.split(' ').map(|word| (word, None)).collect();
    pieces.push((&value, Some(node.value.into())));
    let says = words::says(node).map(|says| format!("– {says}"));
    if let Some(says) = &says {
        pieces.extend(says.split(' ').map(|word| (word, Some(Tone::Faint))));
    }
    page.wrapped(&lead, &pieces, " ");
    node.children().iter().for_each(|child| tree(page, child, depth + 1));
}

/// The evidence of every arrangement that decides, or falls short beside what does.
fn quoted<'a>(assessment: &'a Assessment, finding: &Finding) -> Vec<&'a Cited> {
    let nodes = || finding.because.iter().flat_map(Because::nodes);
    let short = finding.outcome.is_gap();
    let asked: Vec<_> =
        nodes().filter(|node| node.decides || short).filter_map(Because::arrangement).collect();
    assessment
        .arrangements
        .iter()
        .filter(|standing| asked.contains(&&standing.arrangement))
        .flat_map(|standing| &standing.evidence)
        .collect()
}

/// Explains an arrangement; with an assessment, how it stands for that force.
pub fn explain_arrangement(
    page: &mut TerminalPage,
    rulebook: &Rulebook,
    arrangement: &Arrangement,
    assessment: Option<&Assessment>,
) {
    show_arrangement(page, rulebook, arrangement);
    let Some(assessment) = assessment else { return };
    let standing = assessment.arrangements.iter().find(|s| s.arrangement == arrangement.id);
    if let Some(standing) = standing {
        stands(page, rulebook, assessment, standing);
    }
}

fn stands(
    page: &mut TerminalPage,
    rulebook: &Rulebook,
    assessment: &Assessment,
    standing: &Standing,
) {
    let shown = name_in(assessment);
    page.heading(&format!("{shown} as at {}: {}", assessment.assessed_on, standing.state));
    page.paragraph("Reason: ", &words::state(&standing.stands));
    if let Some(basis) = standing.basis {
        page.paragraph("Basis: ", &basis.to_string());
    }
    if let Some(since) = standing.since {
        page.paragraph("Since: ", &since.to_string());
    }
    for (field, value) in &standing.details {
        page.paragraph(&format!("{}: ", field.words()), value);
    }
    if let Some(note) = &standing.note {
        page.paragraph("Note: ", note);
    }
    page.aside("Place: ", &standing.place.to_string());
    if !standing.evidence.is_empty() {
        page.heading("From these words");
        standing.evidence.iter().for_each(|cited| evidence(page, cited, "  "));
    }
    of_arrangement(page, assessment, &standing.arrangement);
    let rest: Vec<&Finding> = assessment
        .findings
        .iter()
        .filter(|finding| {
            let versions = rulebook.versions(finding.requirement.as_str());
            versions.iter().any(|version| version.rests_on(standing.arrangement.as_str()))
        })
        .collect();
    if !rest.is_empty() {
        page.heading("What rests on it came out");
        for finding in rest {
            page.paragraph("  ", &format!("{}: {}", finding.requirement, finding.outcome));
        }
    }
}
