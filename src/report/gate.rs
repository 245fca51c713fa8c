//! What a gate makes of findings, for a terminal, and the judgements beside them.

use super::layout::Layout;
use crate::assessment::{Assessment, Finding};
use crate::declaration::Judgement;
use crate::gate::{
    Change, Closed, Compared, Idle, IdleWaiver, Mark, Ruling, Verdict, Waiver, WentSilent,
};
use crate::result::Gated;
use crate::rulebook::RequirementId;

/// What stands below an outcome in a table: what the gate makes of it where that isn't plain, and
/// what an inspector finds.
pub(super) fn marks(gated: &Gated, finding: &Finding) -> String {
    let mark = gated.verdict.as_ref().and_then(|verdict| verdict.mark(&finding.requirement));
    let mut marks: Vec<String> =
        mark.and_then(short).map(|mark| format!("({mark})")).into_iter().collect();
    let judged = gated.assessment.judgements.on(&finding.requirement);
    marks.extend(judged.map(|judged| format!("judged: {}", judged.verdict)));
    marks.iter().map(|mark| format!("\n{mark}")).collect()
}

/// The same in a word or two, for a list of ids.
pub(super) fn short(mark: &Mark) -> Option<&'static str> {
    let change = mark.compared.as_ref().map(|compared| compared.change);
    match (&mark.ruling, change) {
        (Ruling::Waived { .. }, _) => Some("waived"),
        (Ruling::Expired { .. }, _) => Some("waiver over"),
        (Ruling::Baselined, _) => Some("in baseline"),
        (_, Some(Change::New)) => Some("new"),
        (_, Some(Change::Worse)) => Some("worse"),
        (_, Some(Change::Same | Change::Better) | None) => None,
    }
}

/// The judgements of inspectors, each beside what was computed.
pub(super) fn judgements(page: &mut Layout, assessment: &Assessment) {
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
        page.paragraph("    judged: ", &by(judged));
    }
    for judged in &judgements.expired {
        page.aside("  ", &expired(judged));
    }
    if let Some(today) = judgements.today {
        page.aside("  ", &format!("Judged by today, {today}."));
    }
}

/// What an inspector finds, who and why.
pub(super) fn by(judged: &Judgement) -> String {
    let Judgement { verdict, role, date, reason, last_day, .. } = judged;
    format!("{verdict}, says the {role} on {date}: {reason} (until {last_day})")
}

/// That a judgement is over.
pub(super) fn expired(judged: &Judgement) -> String {
    let Judgement { requirement, role, date, last_day, .. } = judged;
    format!(
        "Over: the judgement on {requirement} by the {role} of {date}. Its last day was {last_day}."
    )
}

fn finding<'a>(assessment: &'a Assessment, id: &RequirementId) -> Option<&'a Finding> {
    assessment.findings.iter().find(|finding| finding.requirement == *id)
}

/// Whether the gate passes, what makes it fail, and what doesn't count.
pub(super) fn gate(page: &mut Layout, gated: &Gated) {
    page.gap();
    let Some(verdict) = &gated.verdict else {
        page.paragraph("", "Nothing was gated: `--fail-on` or a [gate] would do so.");
        return;
    };
    page.paragraph("", &said(verdict));
    let marks = || verdict.marks.iter();
    marks().filter(|mark| mark.ruling.fails()).for_each(|mark| {
        page.paragraph("  ", &failing(&gated.assessment, mark));
    });
    verdict.went_silent.iter().for_each(|silent| page.paragraph("  ", &went_silent(silent)));
    let waived: Vec<&Waiver> = marks()
        .filter_map(|mark| match &mark.ruling {
            Ruling::Waived { waiver } => Some(waiver),
            _ => None,
        })
        .collect();
    if !waived.is_empty() {
        page.paragraph("", &format!("Waived: {}.", waived.len()));
        for waiver in waived {
            page.paragraph("  ", &format!("{}: {}", waiver.requirement, answered(waiver)));
        }
    }
    baseline(page, verdict);
    idle(page, &verdict.idle_waivers);
    if verdict.without_waivers {
        page.paragraph("", "Judged as if there were no waivers.");
    }
    if let Some(today) = verdict.today {
        page.paragraph("", &format!("Waivers are judged by today, {today}."));
    }
}

/// Whether it passes, in a few words.
fn said(verdict: &Verdict) -> String {
    let short = match verdict.failing().count() {
        0 => None,
        1 => Some("1 requirement falls short of it".to_owned()),
        some => Some(format!("{some} requirements fall short of it")),
    };
    let silent = match verdict.went_silent.len() {
        0 => None,
        1 => Some("1 arrangement went silent".to_owned()),
        some => Some(format!("{some} arrangements went silent")),
    };
    match (verdict.passes(), verdict.looked_at()) {
        (true, 0) => {
            "The gate had nothing to look at: no requirement that it gates was assessed.".to_owned()
        }
        (true, 1) => "The gate passes: it looked at 1 requirement.".to_owned(),
        (true, some) => format!("The gate passes: it looked at {some} requirements."),
        (false, _) => {
            let why: Vec<String> = short.into_iter().chain(silent).collect();
            format!("The gate fails: {}.", why.join(", and "))
        }
    }
}

fn failing(assessment: &Assessment, mark: &Mark) -> String {
    let id = &mark.requirement;
    let said = match finding(assessment, id) {
        Some(finding) => format!("{id}: {}, {}", finding.strength, finding.outcome),
        None => id.to_string(),
    };
    match (&mark.ruling, &mark.compared) {
        (Ruling::Expired { waiver }, _) => {
            format!("{said}; its waiver is over ({})", answered(waiver))
        }
        (_, Some(compared)) => format!("{said}; {}", change(compared)),
        (_, None) => said,
    }
}

fn change(compared: &Compared) -> String {
    let fell: Vec<String> = compared
        .fell
        .iter()
        .map(|fall| format!("{} was {}, is {}", fall.need, fall.was, fall.is))
        .collect();
    match (compared.was, fell.as_slice()) {
        (None, _) => "new since the baseline".to_owned(),
        (Some(was), []) => format!("was {was}"),
        (Some(_), fell) => format!("worse: {}", fell.join("; ")),
    }
}

/// What a line for a force mustn't leave out: waivers that are over, arrangements that went silent.
pub(super) fn alarms(verdict: &Verdict) -> Vec<String> {
    let over = verdict.marks.iter().filter_map(|mark| match &mark.ruling {
        Ruling::Expired { waiver } => Some(format!(
            "the waiver of {} is over: its last day was {}, and today is {}",
            waiver.requirement, waiver.last_day, verdict.today?
        )),
        _ => None,
    });
    over.chain(verdict.went_silent.iter().map(went_silent)).collect()
}

/// Who answers for a gap, until when and why.
fn answered(waiver: &Waiver) -> String {
    let Waiver { owner, last_day, reason, .. } = waiver;
    format!("{owner}, until {last_day}: {reason}")
}

fn went_silent(silent: &WentSilent) -> String {
    let WentSilent { name, was, declared, .. } = silent;
    match declared {
        Some(state) => format!(
            "{name} went silent: {was} in the baseline, now {state} on a basis that the gate doesn't take"
        ),
        None => format!("{name} went silent: {was} in the baseline, not stated now"),
    }
}

fn baseline(page: &mut Layout, verdict: &Verdict) {
    let Some(used) = &verdict.baseline else { return };
    let Some(as_of) = used.as_of else {
        let said = format!("{} records nothing of this force: every gap is new.", used.file);
        page.paragraph("", &said);
        return;
    };
    let known: Vec<&str> = verdict
        .marks
        .iter()
        .filter(|mark| mark.ruling == Ruling::Baselined)
        .map(|mark| mark.requirement.as_str())
        .collect();
    let head = format!("In the baseline of {} ({as_of}) and no worse: {}", used.file, known.len());
    if known.is_empty() {
        page.paragraph("", &format!("{head}."));
    } else {
        page.paragraph("", &format!("{head}:"));
        let known: Vec<_> = known.iter().map(|id| (*id, None)).collect();
        page.wrapped("  ", &known, ",");
    }
    if !verdict.closed.is_empty() {
        page.paragraph("", &format!("Closed since: {}.", verdict.closed.len()));
        for Closed { requirement, was, now } in &verdict.closed {
            let now = now.map_or_else(|| "not asked now".to_owned(), |now| now.to_string());
            page.paragraph("  ", &format!("{requirement}: was {was}, {now}"));
        }
    }
}

/// Waivers that did nothing.
pub(super) fn idle(page: &mut Layout, idle: &[IdleWaiver]) {
    if idle.is_empty() {
        return;
    }
    page.paragraph("", &format!("Waivers that do nothing: {}.", idle.len()));
    for IdleWaiver { waiver, why } in idle {
        let why = match why {
            Idle::Met => "it is met",
            Idle::NotApplicable => "it isn't applicable",
            Idle::NotInForce => "it isn't in force",
            Idle::NotAsked => "it isn't asked",
            Idle::PassesAnyway => "it passes without",
            Idle::NotGated => "it isn't gated",
            Idle::Another => "another waiver holds",
        };
        page.paragraph("  ", &format!("{} ({}): {why}", waiver.requirement, waiver.place));
    }
}
