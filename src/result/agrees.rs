//! Whether a saved verdict is what its gate makes of its assessment: it is judged again, with all that
//! the verdict says it was judged by.

use super::{Gated, Role, Run};
use crate::assessment::Assessment;
use crate::gate::{Baseline, Change, Gate, Mark, Occasion, Ruling, Verdict, Waiver};

/// What of a verdict doesn't agree, in words; nothing where all does.
pub(super) fn disagreement(run: &Run, gated: &Gated) -> Option<&'static str> {
    let Gated { assessment, verdict, .. } = gated;
    if !run.earlier && run.gated != verdict.is_some() {
        return Some("`gated` says otherwise");
    }
    let verdict = verdict.as_ref()?;
    let named = run.files.iter().any(|file| file.role == Role::Baseline);
    let used = verdict.baseline.as_ref();
    if named != used.is_some() {
        return Some("`files` says otherwise of a baseline");
    }
    let unsaid = used.is_some_and(|used| used.as_of.is_some() && used.recorded.is_none());
    if unsaid && !run.earlier {
        return Some("it doesn't hold what the baseline records");
    }
    let again = judged_again(run, assessment, verdict);
    let agrees = if run.earlier { is_likely(verdict, &again) } else { *verdict == again };
    (!agrees).then_some("judged again, it comes to something else")
}

/// The verdict of the same gate. Its waivers stand in it: those that acted, that are over, or that did
/// nothing.
fn judged_again(run: &Run, assessment: &Assessment, verdict: &Verdict) -> Verdict {
    let acting = verdict.marks.iter().filter_map(|mark| mark.ruling.waiver());
    let idle = verdict.idle_waivers.iter().map(|idle| &idle.waiver);
    let waivers: Vec<Waiver> = acting.chain(idle).cloned().collect();
    let baseline = verdict.baseline.as_ref().map(|used| Baseline {
        file: used.file.clone(),
        forces: used.recorded.iter().map(|of| (assessment.force.clone(), of.clone())).collect(),
    });
    let gate = Gate {
        terms: verdict.terms.clone(),
        waivers,
        without_waivers: verdict.without_waivers,
        baseline,
    };
    let rules = run.digests();
    // Where no waiver acted, no day decided.
    let today = verdict.today.unwrap_or(assessment.assessed_on);
    gate.judge(assessment, Occasion { today, whole: run.filtered.is_none(), rules: &rules })
}

/// Whether a verdict of the earlier shape is what the gate makes of it, but for what only its baseline
/// can tell.
fn is_likely(verdict: &Verdict, again: &Verdict) -> bool {
    let is_known = |mark: &Mark| {
        let change = mark.compared.as_ref().map(|compared| compared.change);
        mark.ruling == Ruling::Baselined && matches!(change, Some(Change::Same | Change::Better))
    };
    let same = |(mark, again): (&Mark, &Mark)| {
        mark.requirement == again.requirement
            && mark.threshold == again.threshold
            && (mark.ruling == again.ruling
                || (verdict.baseline.is_some() && again.ruling == Ruling::Fails && is_known(mark)))
    };
    verdict.marks.len() == again.marks.len()
        && verdict.marks.iter().zip(&again.marks).all(same)
        && verdict.idle_waivers == again.idle_waivers
}
