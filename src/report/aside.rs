//! What a result leaves aside or takes as given: rules that are switched off, gaps that are let pass,
//! what wasn't looked at, what was assumed. Every format has it in its head, counted, so that nobody
//! takes a report for more than it is.

#[cfg(test)]
use schemars::JsonSchema;
use serde::Serialize;

use super::words::many;
use crate::assessment::Note;
use crate::gate::{Ruling, Verdict};
use crate::result::{CheckResult, Gated, Run};

/// How much is left aside or taken as given.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub(super) struct Aside {
    /// Rules that are switched off.
    switched_off: usize,
    /// Gaps that a waiver lets pass.
    waived: usize,
    /// Gaps that a baseline lets pass.
    baselined: usize,
    /// Gaps that the rules of the baseline didn't ask.
    unasked: usize,
    /// Requirements that were taken to reach the force, since what decides that isn't stated.
    assumed: usize,
    /// Arrangements that don't count for want of a better basis.
    unbacked: usize,
    /// Arrangements that have to be looked at again, where that was asked: no evidence of theirs is new
    /// enough.
    #[serde(skip_serializing_if = "is_none")]
    #[cfg_attr(test, schemars(extend("default" = 0)))]
    to_look_at_again: usize,
    /// Which requirements were looked at, where not all were.
    filtered: Option<String>,
    /// What else bounds it, in words.
    besides: Vec<String>,
}

impl Aside {
    /// Of one force.
    pub(super) fn of(run: &Run, gated: &Gated) -> Self {
        let Gated { assessment, verdict, .. } = gated;
        let ruled = |kind: fn(&Ruling) -> bool| verdict.as_ref().map_or(0, |own| own.count(kind));
        let unbacked = assessment.notes.iter().map(|note| match note {
            Note::Unbacked(states) => states.len(),
            _ => 0,
        });
        let mut besides: Vec<String> = verdict.iter().flat_map(of_gate).collect();
        if run.earlier {
            besides.push(
                "this result is of an earlier shape, and what it says of a baseline had to be believed"
                    .to_owned(),
            );
        }
        Self {
            switched_off: assessment.struck().count(),
            waived: ruled(|ruling| matches!(ruling, Ruling::Waived { .. })),
            baselined: ruled(|ruling| *ruling == Ruling::Baselined),
            unasked: ruled(|ruling| *ruling == Ruling::Unasked),
            assumed: assessment.counts().assumed,
            unbacked: unbacked.sum(),
            to_look_at_again: assessment.stale.as_ref().map_or(0, |of| of.arrangements.len()),
            filtered: run.filtered.clone(),
            besides,
        }
    }

    /// Of all forces together.
    pub(super) fn of_all(result: &CheckResult) -> Self {
        let mut all = Self::default();
        for own in result.assessments.iter().map(|gated| Self::of(&result.run, gated)) {
            // The same rules are switched off for all.
            all.switched_off = all.switched_off.max(own.switched_off);
            all.waived += own.waived;
            all.baselined += own.baselined;
            all.unasked += own.unasked;
            all.assumed += own.assumed;
            all.unbacked += own.unbacked;
            all.to_look_at_again += own.to_look_at_again;
            all.filtered = own.filtered;
            for said in own.besides {
                if !all.besides.contains(&said) {
                    all.besides.push(said);
                }
            }
        }
        all
    }

    /// All of it in a sentence; nothing where there is none.
    pub(super) fn line(&self) -> Option<String> {
        let mut parts = self.parts();
        if self.assumed > 0 {
            parts.push(format!(
                "{} on an assumption about the force",
                many(self.assumed, "requirement rests", "requirements rest")
            ));
        }
        parts.extend(self.filtered.iter().map(|filter| format!("only {filter} were looked at")));
        parts.extend(self.besides.iter().cloned());
        sentence(&parts)
    }

    /// The same where what was assumed, and what was looked at, stands beside it already.
    pub(super) fn line_beside_counts(&self) -> Option<String> {
        sentence(&[self.parts(), self.besides.clone()].concat())
    }

    fn parts(&self) -> Vec<String> {
        [
            (self.switched_off, "rule is switched off", "rules are switched off"),
            (self.waived, "gap is waived", "gaps are waived"),
            (self.baselined, "gap is in the baseline", "gaps are in the baseline"),
            (
                self.unasked,
                "gap is of a rule that the baseline's rules didn't have",
                "gaps are of rules that the baseline's rules didn't have",
            ),
            (
                self.unbacked,
                "arrangement doesn't count for want of a better basis",
                "arrangements don't count for want of a better basis",
            ),
            (
                self.to_look_at_again,
                "arrangement has no evidence that is new enough",
                "arrangements have no evidence that is new enough",
            ),
        ]
        .into_iter()
        .filter(|(count, _, _)| *count > 0)
        .map(|(count, one, more)| many(count, one, more))
        .collect()
    }
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "as serde hands it over")]
fn is_none(count: &usize) -> bool {
    *count == 0
}

fn sentence(parts: &[String]) -> Option<String> {
    (!parts.is_empty()).then(|| format!("Left aside or taken as given: {}.", parts.join("; ")))
}

/// What a gate was told that bounds its verdict.
fn of_gate(verdict: &Verdict) -> Vec<String> {
    let mut said = Vec::new();
    if verdict.terms.may_be_empty {
        said.push("the gate may pass with nothing to look at".to_owned());
    }
    if let Some(months) = verdict.terms.stale {
        said.push(format!(
            "what isn't stated can't fail the gate for evidence older than {months}"
        ));
    }
    let Some(used) = &verdict.baseline else { return said };
    let Some(recorded) = &used.recorded else { return said };
    if recorded.ground.is_none() {
        said.push(
            "the baseline is of an earlier form, which doesn't say by which rules, out of which inputs \
             and for what kind of force it was recorded (`msacheck baseline --upgrade`)"
                .to_owned(),
        );
    }
    if used.other_rules == Some(true) {
        said.push("the baseline was recorded by other rules".to_owned());
    }
    if recorded.basis != verdict.terms.basis {
        let on =
            recorded.basis.map_or("any basis".to_owned(), |basis| format!("the basis \"{basis}\""));
        said.push(format!("the baseline counted states on {on}"));
    }
    said
}
