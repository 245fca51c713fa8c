//! Gaps as programs are told of them: in what order, how badly, where, and in which words.

use super::format::ReportOptions;
use super::precedence::Precedence;
use super::prose::{capital, flat, full_stop};
use super::words::{assumed, why};
use super::{actions, judgements, rulings};
use crate::assessment::{Assessment, Cited, Finding};
use crate::gate::{Mark, Objection, WentSilent};
use crate::result::{CheckResult, Gated};
use crate::rulebook::ArrangementId;
use crate::source::{Digest, Place, printable};
use crate::standing::{Outcome, Strength, words};

words! {
    /// How loudly a gap is told, loudest first.
    pub(super) enum Level {
        /// It must be looked at.
        Error = "error",
        /// It should be.
        Warning = "warning",
        /// It is good to know.
        Note = "note",
    }
}

/// Something that falls short, with the assessment that it stands in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shortfall<'a> {
    /// The assessment, and what the gate said of it.
    pub(super) gated: &'a Gated,
    /// What falls short.
    pub(super) what: Short<'a>,
}

/// What may fall short.
#[derive(Clone, Copy, Debug)]
pub(super) enum Short<'a> {
    /// A finding that is a gap.
    Finding(&'a Finding),
    /// An arrangement that the baseline records as stated and that isn't now.
    Silent(&'a WentSilent),
    /// What makes the gate fail beside findings.
    Objection(&'a Objection),
}

/// The name of the rule that an arrangement breaks that went silent. No requirement has it.
pub(super) const WENT_SILENT: &str = "baseline/went-silent";

/// All gaps of a result that a pipeline is told of, in order.
pub(super) fn told(result: &CheckResult, options: ReportOptions) -> Vec<Shortfall<'_>> {
    let mut found: Vec<Shortfall<'_>> =
        result.assessments.iter().flat_map(|gated| told_of(gated, options)).collect();
    found.sort_by_cached_key(Shortfall::precedence);
    found
}

/// Those of one force. Where there is a gate, only what it looks at, unless the rest is asked for; what it
/// was told to let pass is left out, unless that is.
pub(super) fn told_of(gated: &Gated, options: ReportOptions) -> Vec<Shortfall<'_>> {
    let mut gaps = of_force(gated, options.with_suppressed);
    gaps.retain(|gap| options.ungated || gap.is_looked_at());
    gaps
}

/// The gaps of one force, in order. What the gate was told to let pass is left out unless `suppressed` is
/// set.
pub(super) fn of_force(gated: &Gated, suppressed: bool) -> Vec<Shortfall<'_>> {
    let findings = gated.assessment.findings.iter().filter(|finding| finding.outcome.is_gap());
    let mut found: Vec<Shortfall<'_>> = findings
        .map(Short::Finding)
        .chain(beside(gated))
        .map(|what| Shortfall { gated, what })
        .filter(|gap| suppressed || gap.let_pass().is_none())
        .collect();
    found.sort_by_cached_key(Shortfall::precedence);
    found
}

/// What makes the gate fail for a force and is no finding.
pub(super) fn beside(gated: &Gated) -> impl Iterator<Item = Short<'_>> {
    let objections = gated.verdict.iter().flat_map(|verdict| &verdict.objections);
    let silent = gated.verdict.iter().flat_map(|verdict| &verdict.went_silent);
    objections.map(Short::Objection).chain(silent.map(Short::Silent))
}

impl<'a> Shortfall<'a> {
    /// A finding of an assessment, be it a gap or not.
    pub(super) fn of(gated: &'a Gated, finding: &'a Finding) -> Self {
        Self { gated, what: Short::Finding(finding) }
    }

    /// Its place among others.
    pub(super) fn precedence(&self) -> Precedence {
        match self.what {
            Short::Finding(finding) => Precedence::of_finding(&self.gated.assessment, finding),
            Short::Silent(_) | Short::Objection(_) => Precedence::BESIDE,
        }
    }

    /// Whether the gate fails because of it.
    pub(super) fn fails(&self) -> bool {
        match self.what {
            Short::Finding(_) => self.mark().is_some_and(|mark| mark.ruling.fails()),
            Short::Silent(_) | Short::Objection(_) => true,
        }
    }

    /// Whether the gate looks at it; where there is none, so that nothing is left out, it counts as if.
    pub(super) fn is_looked_at(&self) -> bool {
        self.gated.verdict.is_none() || self.finding().is_none() || self.mark().is_some()
    }

    /// What the gate made of it; nothing where it didn't look at it.
    pub(super) fn mark(&self) -> Option<&'a Mark> {
        self.gated.verdict.as_ref()?.mark(&self.finding()?.requirement)
    }

    /// Why it would fail the gate and was let pass: a waiver, or that it was known already.
    pub(super) fn let_pass(&self) -> Option<String> {
        rulings::let_pass(&self.mark()?.ruling)
    }

    /// What the gate made of it, where that wants saying.
    pub(super) fn standing(&self) -> Option<String> {
        rulings::speaks_for(self.mark()?, self.finding()?.outcome)
    }

    /// How loudly a pipeline is told of it. Only what the check fails for is an error: a job that is
    /// green has none.
    pub(super) fn loudness(&self) -> Level {
        match self.level() {
            _ if self.fails() => Level::Error,
            Level::Error => Level::Warning,
            level => level,
        }
    }

    /// How grave it is: by strength and outcome alone.
    pub(super) fn level(&self) -> Level {
        let Some(finding) = self.finding() else {
            return Level::Error;
        };
        let Finding { superseded, outcome, .. } = finding;
        match finding.strength {
            _ if *superseded => Level::Note,
            Strength::Duty if *outcome <= Outcome::Planned => Level::Error,
            Strength::Duty => Level::Warning,
            Strength::Commitment | Strength::Expectation if *outcome <= Outcome::Withheld => {
                Level::Warning
            }
            Strength::Commitment | Strength::Expectation | Strength::Power => Level::Note,
        }
    }

    /// What tells it from every other gap and stays the same while lines move: the force and the
    /// requirement.
    pub(super) fn fingerprint(&self) -> Digest {
        let force = self.gated.assessment.force.as_str();
        let about = match self.what {
            Short::Finding(finding) => finding.requirement.to_string(),
            Short::Silent(silent) => silent.arrangement.to_string(),
            Short::Objection(objection) => rulings::about(objection),
        };
        Digest::of_parts([force, "\n", self.rule(), "\n", &about].map(str::as_bytes))
    }

    /// The finding, where it is one.
    pub(super) fn finding(&self) -> Option<&'a Finding> {
        match self.what {
            Short::Finding(finding) => Some(finding),
            Short::Silent(_) | Short::Objection(_) => None,
        }
    }

    /// The rule that it breaks: a requirement's id, or a name that no requirement has.
    pub(super) fn rule(&self) -> &'a str {
        match self.what {
            Short::Finding(finding) => finding.requirement.as_str(),
            Short::Silent(_) => WENT_SILENT,
            Short::Objection(objection) => rulings::rule(objection),
        }
    }

    /// What it is called.
    pub(super) fn title(&self) -> String {
        match self.what {
            Short::Finding(finding) => finding.title.clone(),
            Short::Silent(silent) => format!("{} went silent", capital(&silent.name)),
            Short::Objection(_) => "The gate can't pass this".to_owned(),
        }
    }

    /// Where it is decided.
    pub(super) fn place(&self) -> &'a Place {
        match self.what {
            Short::Finding(finding) => &finding.place,
            Short::Silent(silent) => &silent.place,
            Short::Objection(_) => &self.gated.assessment.place,
        }
    }

    /// What it is, in a line: "West Midlands Police: A senior officer leads (expectation): partly
    /// met".
    pub(super) fn headline(&self) -> String {
        let what = match self.what {
            Short::Finding(finding) => {
                format!("{} ({}): {}", finding.title, finding.strength, finding.outcome)
            }
            Short::Silent(silent) => format!("{} went silent", silent.name),
            Short::Objection(objection) => rulings::objection(objection),
        };
        flat(&format!("{}: {what}", name(self.gated)))
    }

    /// Why, what closes it, and the source, in a line.
    pub(super) fn account(&self) -> String {
        let finding = match self.what {
            Short::Finding(finding) => finding,
            Short::Silent(silent) => return rulings::went_silent(silent),
            Short::Objection(objection) => return flat(&rulings::objection_account(objection)),
        };
        let (remedy, requirement) = (&finding.remedy, &finding.requirement);
        let assumed = assumed(finding).map(|assumed| format!(" ({assumed})"));
        let why = format!("{}{}", why(finding), assumed.unwrap_or_default());
        let remedy = format!("What closes it: {}", full_stop(remedy));
        let source = format!("Source: {} [{requirement}]", source(finding));
        let standing = self.standing().map(|said| format!(" {}", full_stop(&capital(&said))));
        let standing = standing.unwrap_or_default();
        let judged: String = self.judged().iter().map(|judged| format!(" {judged}")).collect();
        let planned: String = self.planned().iter().map(|one| format!(" {one}")).collect();
        let why = full_stop(&capital(&why));
        flat(&format!("{why}{standing}{judged}{planned} {remedy} {source}"))
    }

    /// What inspectors find beside the computed outcome, a line each.
    pub(super) fn judged(&self) -> Vec<String> {
        let Some(finding) = self.finding() else { return Vec::new() };
        let judgements = self.gated.assessment.judgements.on(&finding.requirement);
        judgements.map(judgements::beside).collect()
    }

    /// What is done about it, a line an action.
    pub(super) fn planned(&self) -> Vec<String> {
        self.finding().map(|finding| actions::lines(self.gated, finding)).unwrap_or_default()
    }

    /// The evidence behind what decides.
    pub(super) fn words(&self) -> Vec<&'a Cited> {
        self.finding().map(|finding| words(self.gated, finding)).unwrap_or_default()
    }
}

/// The name of a force, else its id.
pub(super) fn name(gated: &Gated) -> &str {
    name_in(&gated.assessment)
}

/// The same, where nothing was gated.
pub(super) fn name_in(assessment: &Assessment) -> &str {
    assessment.name.as_deref().unwrap_or(assessment.force.as_str())
}

/// How to cite the source of a requirement, how it follows from it, and whether words that ask it were read.
pub(super) fn source(finding: &Finding) -> String {
    let confirmed = finding.confirmed.as_ref().map(|row| format!("; confirmed at {}", row.at));
    let confirmed = confirmed.unwrap_or_default();
    format!("{} ({}, {}{confirmed})", finding.citation, finding.derivation, finding.warrant)
}

/// The evidence behind what decides a finding.
pub(super) fn words<'a>(gated: &'a Gated, finding: &Finding) -> Vec<&'a Cited> {
    let mut asked = Vec::new();
    for leaf in finding.because.iter().flat_map(|node| node.deciding_leaves()) {
        if let Some(id) = leaf.arrangement().filter(|id| !asked.contains(id)) {
            asked.push(id);
        }
    }
    let standing = |id: &ArrangementId| {
        gated.assessment.arrangements.iter().find(|one| one.arrangement == *id)
    };
    let mut words: Vec<&Cited> = Vec::new();
    // The same words may speak for two arrangements.
    for cited in asked.into_iter().filter_map(standing).flat_map(|standing| &standing.evidence) {
        if !words.contains(&cited) {
            words.push(cited);
        }
    }
    words
}

/// The name of a place's file as reports to machines give it: a path from where the check ran.
pub(super) fn path(place: &Place) -> String {
    match place.file.as_str() {
        "-" => "standard-input".to_owned(),
        file => {
            let mut file = file;
            while let Some(rest) = file.strip_prefix("./") {
                file = rest.trim_start_matches('/');
            }
            printable(file).replace('\n', " ")
        }
    }
}
