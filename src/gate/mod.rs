//! What makes a check fail: thresholds, waivers, a baseline.
//!
//! A finding falls short where its outcome is at its threshold or weaker. A waiver that holds, or a
//! baseline that records a gap no better, lets it pass all the same. Beside findings only an
//! arrangement that went silent since the baseline makes a check fail, and an [`Objection`]: that there
//! was nothing to look at, or that a baseline's facts aren't the like of today's. Without a baseline, and but
//! for the threshold `declared-gaps`, which forgives silence and says so,
//! removing a fact never turns a gate that fails into one that passes: what falls short goes on falling short,
//! and no waiver fails for having nothing to do.

mod baseline;
mod objection;
mod renamed;
mod settings;
mod threshold;
mod verdict;
mod waiver;

pub use baseline::{Against, BASELINE_SCHEMA, Baseline, Gap, Ground, Recorded};
pub use objection::Objection;
pub use settings::Settings;
pub use threshold::{GATED, Terms, Threshold};
pub use verdict::{
    BaselineUsed, Change, Closed, Compared, Fall, Idle, IdleWaiver, Mark, Ruling, Verdict,
    WentSilent,
};
pub use waiver::Waiver;

use std::collections::BTreeSet;

use crate::assessment::{Assessment, Because, Finding};
use crate::rulebook::ArrangementId;
use crate::source::Digest;
use crate::standing::{Day, Outcome};

/// Which findings make a check fail.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gate {
    /// What it asks for.
    pub terms: Terms,
    /// What somebody answers for.
    pub waivers: Vec<Waiver>,
    /// Whether it judges as if there were no waivers.
    pub without_waivers: bool,
    /// What is known already.
    pub baseline: Option<Baseline>,
}

/// What a gate must know beside an assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occasion<'a> {
    /// The day that waivers are judged by.
    pub today: Day,
    /// Whether every requirement was assessed; of a part, nothing is concluded of the rest.
    pub whole: bool,
    /// The digests of the rule packs, the built-in ones first.
    pub rules: &'a [Digest],
}

impl Gate {
    /// One threshold for everything but powers.
    #[must_use]
    pub fn at(threshold: Threshold) -> Self {
        Self { terms: Terms::at(threshold), ..Self::default() }
    }

    /// Whether superseded requirements gate as well.
    #[must_use]
    pub fn with_superseded(mut self, with: bool) -> Self {
        self.terms.superseded |= with;
        self
    }

    /// Whether a finding falls short of its threshold, whatever speaks for it.
    #[must_use]
    pub fn falls_short(&self, finding: &Finding) -> bool {
        let threshold = self.terms.threshold(finding);
        threshold.is_some_and(|threshold| threshold.fails(finding.outcome))
    }

    /// Holds an assessment against the gate.
    #[must_use]
    pub fn judge(&self, assessment: &Assessment, occasion: Occasion<'_>) -> Verdict {
        let recorded = self.baseline.as_ref().map(|of| of.forces.get(&assessment.force));
        let marks: Vec<Mark> = assessment
            .findings
            .iter()
            .filter_map(|finding| self.mark(assessment, finding, recorded, occasion))
            .collect();
        let in_view = in_view(assessment, occasion);
        let recorded = recorded.flatten();
        let went_silent =
            recorded.map(|recorded| recorded.went_silent(assessment, in_view)).unwrap_or_default();
        let decided = marks.iter().any(|mark| mark.ruling.waiver().is_some());
        // What isn't asked since none came is looked at: that none came is a fact, and taking it away
        // must not be what gives the gate something to look at.
        let spared = assessment.findings.iter().any(|finding| {
            !finding.waits_for().is_empty() && self.terms.threshold_if_asked(finding).is_some()
        });
        let empty = marks.is_empty() && !spared && !self.terms.may_be_empty;
        let stale = self.terms.stale.map(|months| assessment.stale_by(months, occasion.today));
        let aged = stale.into_iter().flat_map(|stale| {
            stale.arrangements.into_iter().map(move |own| Objection::Aged {
                arrangement: own.arrangement,
                name: own.name,
                months: stale.months,
                newest: own.newest,
            })
        });
        let empty = empty.then_some(Objection::Empty);
        let unlike = recorded.map(|recorded| recorded.objections(assessment)).unwrap_or_default();
        Verdict {
            terms: self.terms.clone(),
            without_waivers: self.without_waivers,
            baseline: self.baseline.as_ref().map(|baseline| BaselineUsed {
                file: baseline.file.clone(),
                as_of: recorded.map(|recorded| recorded.as_of),
                other_rules: recorded.and_then(|recorded| recorded.by_other_rules(occasion.rules)),
                recorded: recorded.cloned(),
            }),
            today: (decided || self.terms.stale.is_some()).then_some(occasion.today),
            idle_waivers: self.idle(assessment, &marks, occasion),
            objections: empty.into_iter().chain(unlike).chain(aged).collect(),
            marks,
            went_silent,
            closed: recorded
                .map(|recorded| recorded.closed(assessment, occasion.whole))
                .unwrap_or_default(),
        }
    }

    /// The waivers that it heeds.
    fn waivers(&self) -> &[Waiver] {
        if self.without_waivers { &[] } else { &self.waivers }
    }

    /// What it makes of a finding; `None` where the finding can't make the check fail.
    fn mark(
        &self,
        assessment: &Assessment,
        finding: &Finding,
        baseline: Option<Option<&Recorded>>,
        occasion: Occasion<'_>,
    ) -> Option<Mark> {
        let threshold = self.terms.threshold(finding)?;
        let compared = baseline.filter(|_| finding.outcome.is_gap()).map(|recorded| {
            recorded.map_or_else(baseline::new, |of| of.compare(finding, occasion.rules))
        });
        let change = compared.as_ref().map(|compared| compared.change);
        let waiver = waiver::for_finding(self.waivers(), assessment, finding, occasion.today);
        let ruling = match waiver {
            _ if !threshold.fails(finding.outcome) => Ruling::Passes,
            Some(waiver) if waiver.holds_on(occasion.today) => {
                Ruling::Waived { waiver: waiver.clone() }
            }
            Some(waiver) => Ruling::Expired { waiver: waiver.clone() },
            None => match change {
                Some(Change::Same | Change::Better) => Ruling::Baselined,
                Some(Change::Unasked) => Ruling::Unasked,
                Some(Change::New | Change::Worse) | None => Ruling::Fails,
            },
        };
        Some(Mark { requirement: finding.requirement.clone(), threshold, ruling, compared })
    }

    /// The waivers for this force that did nothing.
    fn idle(
        &self,
        assessment: &Assessment,
        marks: &[Mark],
        occasion: Occasion<'_>,
    ) -> Vec<IdleWaiver> {
        let waivers = self.waivers().iter().filter(|waiver| waiver.is_for(assessment));
        let idle = waivers.filter_map(|waiver| {
            let own = assessment.findings.iter().find(|f| f.requirement == waiver.requirement);
            let mark = marks.iter().find(|mark| mark.requirement == waiver.requirement);
            let why = match (own.map(|finding| finding.outcome), mark.map(|mark| &mark.ruling)) {
                (None, _) if occasion.whole => Idle::NotAsked,
                (None, _) => return None,
                (Some(Outcome::NotInForce), _) => Idle::NotInForce,
                (Some(Outcome::NotApplicable), _) => Idle::NotApplicable,
                (Some(Outcome::Met), _) => Idle::Met,
                (_, None) => Idle::NotGated,
                (_, Some(Ruling::Passes)) => Idle::PassesAnyway,
                (_, Some(ruling)) if ruling.waiver() == Some(waiver) => return None,
                (_, Some(_)) => Idle::Another,
            };
            Some(IdleWaiver { waiver: waiver.clone(), why })
        });
        idle.collect()
    }
}

/// Which arrangements are looked at: of a part of the requirements, those that it asks about.
fn in_view(assessment: &Assessment, occasion: Occasion<'_>) -> impl Fn(&ArrangementId) -> bool {
    let nodes = assessment.findings.iter().flat_map(|finding| &finding.because);
    let asked = nodes.flat_map(Because::nodes).filter_map(Because::arrangement);
    let asked: Option<BTreeSet<ArrangementId>> =
        (!occasion.whole).then(|| asked.cloned().collect());
    move |id| asked.as_ref().is_none_or(|asked| asked.contains(id))
}
