//! What the gate makes of a force, on a terminal, and the judgements beside it.

use super::super::judgements::{expired_line, line};
use super::super::layout::TerminalPage;
use super::super::rulings;
use super::super::shortfall::Shortfall;
use crate::assessment::{Assessment, Finding};
use crate::gate::{Closed, IdleWaiver, Ruling, Verdict, Waiver};
use crate::result::Gated;
use crate::rulebook::RequirementId;
use crate::standing::{Outcome, ZONE};

/// What stands below an outcome in a table: what the gate makes of it where that isn't plain, and
/// what an inspector finds.
pub(super) fn marks(gated: &Gated, finding: &Finding) -> String {
    let mark = Shortfall::of(gated, finding).mark().and_then(rulings::short);
    let mut marks: Vec<String> = mark.map(|mark| format!("({mark})")).into_iter().collect();
    let judged = gated.assessment.judgements.on(&finding.requirement);
    marks.extend(judged.map(|judged| format!("judged: {}", judged.verdict)));
    marks.iter().map(|mark| format!("\n{mark}")).collect()
}

/// The judgements of inspectors, each beside what was computed.
pub(super) fn judgements(page: &mut TerminalPage, assessment: &Assessment) {
    let judgements = &assessment.judgements;
    if judgements.holding.is_empty() && judgements.expired.is_empty() {
        return;
    }
    page.heading(&format!("Judgements of inspectors: {}", judgements.holding.len()));
    page.paragraph("", "They change no outcome, and no gate heeds them.");
    for judged in &judgements.holding {
        page.paragraph("  ", &judged.requirement.to_string());
        if let Some(finding) = finding(assessment, &judged.requirement) {
            page.paragraph("    computed: ", &finding.outcome.to_string());
        }
        page.paragraph("    judged: ", &line(judged));
    }
    for judged in &judgements.expired {
        page.aside("  ", &expired_line(judged));
    }
    if let Some(today) = judgements.today {
        page.aside("  ", &format!("Judged by today, {today} in {ZONE}."));
    }
}

fn finding<'a>(assessment: &'a Assessment, id: &RequirementId) -> Option<&'a Finding> {
    assessment.findings.iter().find(|finding| finding.requirement == *id)
}

/// Whether the gate passes, what makes it fail, and what doesn't count.
pub(super) fn gate(page: &mut TerminalPage, gated: &Gated) {
    page.gap();
    let Some(verdict) = &gated.verdict else {
        page.paragraph("", rulings::ASK_FOR_A_GATE);
        return;
    };
    page.paragraph("", &rulings::verdict_line(verdict));
    let marks = || verdict.marks.iter();
    marks().filter(|mark| mark.ruling.fails()).for_each(|mark| {
        let finding = finding(&gated.assessment, &mark.requirement);
        page.paragraph("  ", &rulings::failing_line(mark, finding));
    });
    let objections = verdict.objections.iter();
    objections.for_each(|one| page.paragraph("  ", &rulings::objection_account(one)));
    verdict
        .went_silent
        .iter()
        .for_each(|silent| page.paragraph("  ", &rulings::silent_line(silent)));
    if let Some(line) = rulings::above_line(verdict) {
        page.paragraph("", &line);
    }
    let waived: Vec<&Waiver> = marks()
        .filter_map(|mark| match &mark.ruling {
            Ruling::Waived { waiver } => Some(waiver),
            _ => None,
        })
        .collect();
    if !waived.is_empty() {
        page.paragraph("", &format!("Waived: {}.", waived.len()));
        for waiver in waived {
            page.paragraph("  ", &rulings::waived_line(waiver));
        }
    }
    baseline(page, verdict);
    idle(page, &verdict.idle_waivers);
    if verdict.without_waivers {
        page.paragraph("", rulings::WITHOUT_WAIVERS);
    }
    if let Some(today) = verdict.today {
        page.paragraph("", &rulings::today_line(today));
    }
}

fn baseline(page: &mut TerminalPage, verdict: &Verdict) {
    let Some(used) = &verdict.baseline else { return };
    let Some(as_of) = used.as_of else {
        page.paragraph("", &rulings::baseline_line(&used.file));
        return;
    };
    let known: Vec<&str> = verdict
        .marks
        .iter()
        .filter(|mark| mark.ruling == Ruling::Baselined)
        .map(|mark| mark.requirement.as_str())
        .collect();
    let head = rulings::known_head(&used.file, as_of, known.len());
    if known.is_empty() {
        page.paragraph("", &format!("{head}."));
    } else {
        page.paragraph("", &format!("{head}:"));
        let known: Vec<_> = known.iter().map(|id| (*id, None)).collect();
        page.wrapped("  ", &known, ",");
    }
    let (met, gone): (Vec<&Closed>, Vec<&Closed>) =
        verdict.closed.iter().partition(|closed| closed.now == Some(Outcome::Met));
    for (head, closed) in [("Closed since", met), ("Gone since without being met", gone)] {
        if !closed.is_empty() {
            page.paragraph("", &format!("{head}: {}.", closed.len()));
        }
        closed.iter().for_each(|closed| page.paragraph("  ", &rulings::closed_line(closed)));
    }
}

/// Waivers that did nothing.
pub(super) fn idle(page: &mut TerminalPage, idle: &[IdleWaiver]) {
    if idle.is_empty() {
        return;
    }
    page.paragraph("", &format!("Waivers that do nothing: {}.", idle.len()));
    for waiver in idle {
        page.paragraph("  ", &rulings::idle_line(waiver));
    }
}
