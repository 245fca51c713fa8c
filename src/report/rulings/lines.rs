//! Rulings in lines under the verdict on a terminal. Each stands below what it is about, so it says
//! less than a sentence of a page.

use super::objections::objection;
use crate::assessment::Finding;
use crate::gate::{Closed, Compared, Idle, IdleWaiver, Mark, Ruling, Verdict, Waiver, WentSilent};
use crate::report::words::forgiven;
use crate::standing::{Day, ZONE};

/// Whether the gate passes, in a few words.
pub(in crate::report) fn verdict_line(verdict: &Verdict) -> String {
    format!("{}{}", judged(verdict), forgiven(verdict))
}

fn judged(verdict: &Verdict) -> String {
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
    let objections = verdict.objections.iter().map(objection);
    match (verdict.passes(), verdict.looked_at()) {
        (true, 0) if verdict.terms.may_be_empty => {
            "The gate passes: it had nothing to look at, and may be empty.".to_owned()
        }
        (true, 0) => {
            "The gate passes: it asks nothing, since none came of what its requirements wait for."
                .to_owned()
        }
        (true, 1) => "The gate passes: it looked at 1 requirement.".to_owned(),
        (true, some) => format!("The gate passes: it looked at {some} requirements."),
        (false, _) => {
            let why: Vec<String> = short.into_iter().chain(silent).chain(objections).collect();
            format!("The gate fails: {}.", why.join(", and "))
        }
    }
}

/// A requirement that the gate fails for, with the finding on it.
pub(in crate::report) fn failing_line(mark: &Mark, finding: Option<&Finding>) -> String {
    let id = &mark.requirement;
    let said = match finding {
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
        (None, []) => "new since the baseline".to_owned(),
        (None, fell) => format!("new since the baseline: {}", fell.join("; ")),
        (Some(was), []) => format!("was {was}"),
        (Some(_), fell) => format!("worse: {}", fell.join("; ")),
    }
}

/// What a line for a force mustn't leave out: waivers that are over, arrangements that went silent.
pub(in crate::report) fn alarms(verdict: &Verdict) -> Vec<String> {
    let over = verdict.marks.iter().filter_map(|mark| match &mark.ruling {
        Ruling::Expired { waiver } => Some(format!(
            "the waiver of {} is over: its last day was {}, and today is {}",
            waiver.requirement, waiver.last_day, verdict.today?
        )),
        _ => None,
    });
    let silent = verdict.went_silent.iter().map(silent_line);
    over.chain(silent).chain(verdict.objections.iter().map(objection)).collect()
}

/// A waiver that lets a gap pass.
pub(in crate::report) fn waived_line(waiver: &Waiver) -> String {
    format!("{}: {}", waiver.requirement, answered(waiver))
}

/// Who answers for a gap, until when and why.
fn answered(waiver: &Waiver) -> String {
    let Waiver { owner, last_day, reason, .. } = waiver;
    format!("{owner}, until {last_day}: {reason}")
}

/// An arrangement that went silent since the baseline.
pub(in crate::report) fn silent_line(silent: &WentSilent) -> String {
    let WentSilent { name, was, declared, .. } = silent;
    match declared {
        Some(state) => format!(
            "{name} went silent: {was} in the baseline, now {state} on a basis that the gate doesn't take"
        ),
        None => format!("{name} went silent: {was} in the baseline, not stated now"),
    }
}

/// That a baseline doesn't know the force.
pub(in crate::report) fn baseline_line(file: &str) -> String {
    format!("{file} records nothing of this force: every gap is new.")
}

/// Gaps that are new or worse, and above the threshold all the same; nothing where there are none.
pub(in crate::report) fn above_line(verdict: &Verdict) -> Option<String> {
    let above: Vec<&str> =
        verdict.above_threshold().map(|mark| mark.requirement.as_str()).collect();
    let head = match above.len() {
        0 => return None,
        1 => {
            "Worse than the baseline, and above the threshold, so that the gate doesn't fail for it"
        }
        _ => {
            "Worse than the baseline, and above the threshold, so that the gate doesn't fail for them"
        }
    };
    Some(format!("{head}: {}.", above.join(", ")))
}

/// What stands above the gaps that the baseline records.
pub(in crate::report) fn known_head(file: &str, as_of: Day, known: usize) -> String {
    format!("In the baseline of {file} ({as_of}) and no worse: {known}")
}

/// A gap that the baseline records and that is none now.
pub(in crate::report) fn closed_line(closed: &Closed) -> String {
    let Closed { requirement, was, now } = closed;
    let now = now.map_or_else(|| "not asked now".to_owned(), |now| now.to_string());
    format!("{requirement}: was {was}, {now}")
}

/// That waivers were left out.
pub(in crate::report) const WITHOUT_WAIVERS: &str = "Judged as if there were no waivers.";

/// The day that decides whether a waiver holds.
pub(in crate::report) fn today_line(today: Day) -> String {
    format!("Waivers are judged by today, {today} in {ZONE}.")
}

/// A waiver that does nothing.
pub(in crate::report) fn idle_line(idle: &IdleWaiver) -> String {
    let IdleWaiver { waiver, why } = idle;
    let why = match why {
        Idle::Met => "it is met",
        Idle::NotApplicable => "it isn't applicable",
        Idle::NotInForce => "it isn't in force",
        Idle::NotAsked => "it isn't asked",
        Idle::PassesAnyway => "it passes without",
        Idle::NotGated => "it isn't gated",
        Idle::Another => "another waiver holds",
    };
    format!("{} ({}): {why}", waiver.requirement, waiver.place)
}
