//! One force on one screen: forty lines at most where a terminal has eighty columns. What to type next
//! stands last, where the eye is when the program ends.

use super::super::actions;
use super::super::aside::Aside;
use super::super::layout::{TerminalPage, Tone};
use super::super::lede::papers;
use super::super::missing::Missing;
use super::super::outline::{ReportOutline, Section};
use super::super::precedence::Precedence;
use super::super::prose::{capital, flat};
use super::super::rulings::{
    ASK_FOR_A_GATE, above_line, alarms, failing_line, short, today_line, verdict_line,
};
use super::super::shortfall::name_in;
use super::super::words::{many, plural};
use super::aged::aged;
use super::head::tally;
use super::next;
use crate::assessment::{Finding, Standing};
use crate::gate::Mark;
use crate::result::{CheckResult, Gated};
use crate::standing::{Outcome, Strength, Words as _};

/// How many duties that fall short, declared gaps, and requirements that fail the gate have a line.
#[derive(Clone, Copy)]
struct Most {
    duties: usize,
    gaps: usize,
    failing: usize,
}

impl Most {
    fn of(gated: &Gated) -> Self {
        match gated.fails() {
            true => Self { duties: 4, gaps: 4, failing: 4 },
            false => Self { duties: 8, gaps: 6, failing: 0 },
        }
    }
}

/// The screen.
pub(super) fn screen(page: &mut TerminalPage, result: &CheckResult, outline: &ReportOutline<'_>) {
    let most = Most::of(outline.gated);
    let assessment = &outline.gated.assessment;
    page.heading(&format!("{} ({} force)", name_in(assessment), assessment.kind));
    let assessed = match assessment.assessed_on {
        on if on == assessment.as_of => String::new(),
        on => format!(" Assessed as at {on}."),
    };
    let from = papers(assessment);
    page.paragraph("", &format!("Facts of {} from {from}.{assessed}", assessment.as_of));
    if let Some(aside) = Aside::of(&result.run, outline.gated).line() {
        page.paragraph("", &aside);
    }
    if let Some(plan) = actions::counted(outline.gated) {
        page.paragraph("", &plan);
    }
    page.gap();
    if outline.counts.arrangements_stated == 0 {
        page.paragraph(
            "",
            "Nothing is declared yet: no arrangement is stated, so that nothing can be said of any.",
        );
    } else {
        headline(page, outline);
    }
    duties(page, outline, most.duties);
    declared(page, outline, most.gaps);
    counts(page, outline);
    aged(page, assessment);
    gate(page, outline.gated, most.failing);
    next::after_the_screen(page, result, outline);
}

/// How the headline arrangements stand, in a strip.
fn headline(page: &mut TerminalPage, outline: &ReportOutline<'_>) {
    strip(page, &outline.headline);
}

/// How arrangements stand, one after the other.
pub(super) fn strip(page: &mut TerminalPage, standings: &[&Standing]) {
    let names: Vec<String> =
        standings.iter().map(|one| format!("{}: {}", one.name, one.state)).collect();
    let pieces: Vec<(&str, Option<Tone>)> = names
        .iter()
        .zip(standings)
        .map(|(name, standing)| (name.as_str(), Some(Tone::from(standing.state))))
        .collect();
    if !pieces.is_empty() {
        page.wrapped("  ", &pieces, " ·");
    }
}

/// The duties: how many are met, and each that isn't by name.
fn duties(page: &mut TerminalPage, outline: &ReportOutline<'_>, most: usize) {
    let short: Vec<&Finding> = [Section::Declared, Section::Silent]
        .into_iter()
        .flat_map(|section| outline.findings(section))
        .filter(|finding| finding.strength == Strength::Duty)
        .collect();
    let Some(all) = outline.counts.by_strength.get(&Strength::Duty).filter(|all| all.total() > 0)
    else {
        return;
    };
    page.heading(&format!("Duties: {} of {} met", all.met, all.total()));
    for finding in short.iter().take(most) {
        line(page, finding.outcome, &finding.title);
    }
    left_over(page, short.len(), most);
}

/// The gaps that the force declares, each missing thing on a line.
fn declared(page: &mut TerminalPage, outline: &ReportOutline<'_>, most: usize) {
    let things: Vec<Missing<'_>> = outline.missing(Section::Declared);
    if outline.counts.arrangements_stated == 0 {
        return;
    }
    let gaps = outline.findings(Section::Declared).len();
    page.heading(&Section::Declared.heading(gaps));
    if things.is_empty() {
        page.paragraph("  ", "None.");
    }
    for thing in things.iter().take(most) {
        let Some(finding) = thing.first.finding() else { continue };
        // What is cut off is the end: what bears on the gate stands before it.
        let mark = thing.first.mark().and_then(short).map(|mark| format!("({mark}) "));
        let behind = thing.behind_in_short().map(|more| format!("({more}) "));
        let late = actions::alarm(outline.gated, finding).map(|late| format!("({late}) "));
        let before = late.into_iter().chain(mark).chain(behind).collect::<String>();
        let said = format!("{before}{}", thing.why());
        line(page, finding.outcome, &said);
    }
    left_over(page, things.len(), most);
}

/// A line that is no wider than the page; what is cut is marked.
fn line(page: &mut TerminalPage, outcome: Outcome, said: &str) {
    let lead = format!("  {:<14}", outcome.word());
    let room = page.width().saturating_sub(lead.len()).max(8);
    let said = flat(said);
    let fits = said.chars().count() <= room;
    let cut: String = said.chars().take(room.saturating_sub(1)).collect();
    let said = if fits { said } else { format!("{}…", cut.trim_end()) };
    let painted = page.paint(lead.trim(), Some(Tone::from(outcome)));
    let lead = lead.replacen(lead.trim(), &painted, 1);
    page.line(&format!("{lead}{said}"));
}

fn left_over(page: &mut TerminalPage, all: usize, shown: usize) {
    if all > shown {
        page.aside("  ", &format!("and {} more", all - shown));
    }
}

/// How many came out how, what the gate says, and what there is beside the gaps.
fn counts(page: &mut TerminalPage, outline: &ReportOutline<'_>) {
    let counts = &outline.counts;
    let total = many(counts.in_force.total(), "requirement is", "requirements are");
    page.gap();
    page.paragraph("", &format!("{total} in force: {}.", tally(&counts.in_force)));
    let strengths: Vec<String> = counts
        .by_strength
        .iter()
        .rev()
        .filter(|(_, of)| of.total() > 0)
        .map(|(strength, of)| format!("{} of {} {}", of.met, of.total(), plural(*strength)))
        .collect();
    let stated =
        format!("Stated: {} of {} arrangements.", counts.arrangements_stated, counts.arrangements);
    page.paragraph("", &format!("Met: {}. {stated}", strengths.join(", ")));
    let assessment = &outline.gated.assessment;
    let some = |count: usize, one: &str, more: &str| (count > 0).then(|| many(count, one, more));
    let beside: Vec<String> = [
        some(counts.superseded.total(), "superseded requirement", "superseded requirements"),
        some(assessment.contradictions.len(), "contradiction", "contradictions"),
        some(assessment.judgements.holding.len(), "judgement", "judgements"),
        some(assessment.notes.len(), "note", "notes"),
    ]
    .into_iter()
    .flatten()
    .collect();
    if !beside.is_empty() {
        page.paragraph("", &format!("Apart from these: {}.", beside.join(", ")));
    }
    for one in &assessment.none {
        let spared = many(one.spares.len(), "requirement isn't asked", "requirements aren't asked");
        page.paragraph("", &format!("{}: {spared}.", capital(&one.none)));
    }
}

/// What the gate says, what fails it, and what mustn't go unsaid where it passes.
fn gate(page: &mut TerminalPage, gated: &Gated, most: usize) {
    let Some(verdict) = &gated.verdict else {
        page.paragraph("", ASK_FOR_A_GATE);
        return;
    };
    page.paragraph("", &verdict_line(verdict));
    let mut failing: Vec<(&Mark, Option<&Finding>)> = verdict
        .marks
        .iter()
        .filter(|mark| mark.ruling.fails())
        .map(|mark| (mark, gated.assessment.finding(mark.requirement.as_str())))
        .collect();
    failing.sort_by_cached_key(|(_, finding)| {
        finding.map(|finding| Precedence::of_finding(&gated.assessment, finding))
    });
    for (mark, finding) in failing.iter().take(most) {
        page.paragraph("  ", &failing_line(mark, *finding));
    }
    left_over(page, failing.len(), most);
    for alarm in alarms(verdict) {
        page.paragraph("  ", &format!("{}.", capital(&alarm)));
    }
    if let Some(line) = above_line(verdict) {
        page.paragraph("", &line);
    }
    if let Some(today) = verdict.today {
        page.paragraph("", &today_line(today));
    }
}
