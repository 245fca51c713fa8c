//! Rulings in sentences that stand by themselves, for pages, documents and programs.

use super::super::phrase::Phrase;
use super::super::prose::flat;
use super::lines::above_line;
use super::marks::{NO_GATE, word};
use crate::gate::{
    BaselineUsed, Change, Closed, Compared, Fall, IdleWaiver, Mark, Ruling, Verdict, Waiver,
    WentSilent,
};
use crate::report::words;
use crate::result::Gated;
use crate::standing::Outcome;

/// Why the gate passes or fails.
pub(in crate::report) fn sentence(verdict: &Verdict) -> String {
    words::verdict_sentence(verdict)
}

/// What speaks for a finding, what no longer does, and how it compares with the baseline, where any of
/// that wants saying.
pub(in crate::report) fn speaks_for(mark: &Mark, outcome: Outcome) -> Option<String> {
    let change = mark.compared.as_ref().and_then(|compared| change(compared, outcome));
    let parts: Vec<String> = waiver_or_baseline(&mark.ruling).into_iter().chain(change).collect();
    (!parts.is_empty()).then(|| flat(&parts.join("; ")))
}

/// Why a finding that falls short was let pass: a waiver, or that it was known already.
pub(in crate::report) fn let_pass(ruling: &Ruling) -> Option<String> {
    ruling.is_suppressed().then(|| waiver_or_baseline(ruling)).flatten()
}

/// Why the gate doesn't fail for a gap.
pub(in crate::report) fn why_no_failure(gated: &Gated, mark: Option<&Mark>) -> String {
    match (mark, &gated.verdict) {
        (Some(mark), _) => {
            let said = || match mark.ruling {
                Ruling::Unasked => word(&mark.ruling).to_owned(),
                _ => "above the gate's threshold".to_owned(),
            };
            let_pass(&mark.ruling).unwrap_or_else(said)
        }
        (None, Some(_)) => "not gated".to_owned(),
        (None, None) => NO_GATE.to_owned(),
    }
}

fn waiver_or_baseline(ruling: &Ruling) -> Option<String> {
    let by = |Waiver { reason, owner, last_day, .. }: &Waiver| {
        flat(&format!("until {last_day} by {owner}: {}", reason.trim_end_matches('.')))
    };
    match ruling {
        Ruling::Waived { waiver } => Some(format!("{} {}", word(ruling), by(waiver))),
        Ruling::Expired { waiver } => Some(format!("the waiver has expired: {}", by(waiver))),
        Ruling::Baselined | Ruling::Unasked => Some(word(ruling).to_owned()),
        Ruling::Passes | Ruling::Fails => None,
    }
}

fn change(compared: &Compared, outcome: Outcome) -> Option<String> {
    let changed = how_it_changed(compared, outcome);
    if compared.unknown.is_empty() {
        return changed;
    }
    let unknown = compared.unknown.join(", ");
    let unknown = format!("the baseline has nothing to compare with: {unknown}");
    Some(changed.into_iter().chain([unknown]).collect::<Vec<_>>().join("; "))
}

fn how_it_changed(compared: &Compared, outcome: Outcome) -> Option<String> {
    match compared.change {
        Change::New if compared.fell.is_empty() => Some("new since the baseline".to_owned()),
        Change::New => {
            let fell = compared.fell.iter();
            let fell = fell.map(|Fall { need, was, is }| format!("{need} fell from {was} to {is}"));
            Some(format!("new since the baseline: {}", fell.collect::<Vec<_>>().join(", ")))
        }
        Change::Worse => {
            let was = compared.was.filter(|was| *was != outcome);
            let was = was.map(|was| format!("it was {was}"));
            let fell = compared.fell.iter();
            let fell = fell.map(|Fall { need, was, is }| format!("{need} fell from {was} to {is}"));
            let parts: Vec<String> = was.into_iter().chain(fell).collect();
            Some(format!("worse than in the baseline: {}", parts.join(", ")))
        }
        Change::Same | Change::Better | Change::Unasked => None,
    }
}

/// Why an arrangement counts as silent, in a line.
pub(in crate::report) fn went_silent(silent: &WentSilent) -> String {
    let now = match silent.declared {
        None => "it isn't stated now".to_owned(),
        Some(state) => format!("the gate asks for a better basis than its {state} has"),
    };
    flat(&format!(
        "In the baseline it was {}; {now}. What closes it: state how it stands, be it absent.",
        silent.was
    ))
}

/// The baseline that a force was held against.
pub(in crate::report) fn baseline(verdict: &Verdict) -> Option<Vec<Phrase>> {
    let BaselineUsed { file, as_of, .. } = verdict.baseline.as_ref()?;
    let mut said = vec![Phrase::plain("Held against the baseline "), Phrase::File(file.clone())];
    match as_of {
        Some(of) => {
            said.extend([Phrase::plain(", facts of "), Phrase::Day(*of), Phrase::plain(".")]);
        }
        None => {
            said.push(Phrase::plain(", which records nothing of this force: every gap is new."));
        }
    }
    if let Some(above) = above_line(verdict) {
        said.push(Phrase::plain(format!(" {above}")));
    }
    Some(said)
}

/// The gaps that the baseline records and that are none now, a sentence each.
pub(in crate::report) fn closed(verdict: &Verdict) -> impl Iterator<Item = Vec<Phrase>> {
    verdict.closed.iter().map(|Closed { requirement, was, now }| {
        let lead = match now {
            Some(Outcome::Met) => "Closed since the baseline: ",
            _ => "In the baseline, and gone without being met: ",
        };
        let now = now.map_or("not asked now".to_owned(), |now| format!("{now} now"));
        vec![
            Phrase::plain(lead),
            Phrase::Name(requirement.to_string()),
            Phrase::plain(format!(", {was}, {now}.")),
        ]
    })
}

/// Waivers that were left out, and those that did nothing, a sentence each.
pub(in crate::report) fn waivers(verdict: &Verdict) -> impl Iterator<Item = Vec<Phrase>> {
    let left_out = verdict.without_waivers.then_some("Waivers were left out on request.");
    let idle = verdict.idle_waivers.iter().map(|IdleWaiver { waiver, why }| {
        vec![
            Phrase::plain("The waiver of "),
            Phrase::Name(waiver.requirement.to_string()),
            Phrase::plain(format!(" by {} did nothing: {why}.", waiver.owner)),
        ]
    });
    left_out.map(|said| vec![Phrase::plain(said)]).into_iter().chain(idle)
}
