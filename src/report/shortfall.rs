//! Gaps as programs are told of them: in what order, how badly, where, and in which words.

use std::cmp::Reverse;

use super::words::{assumed, why};
use crate::assessment::{Cited, Finding};
use crate::declaration::Judgement;
use crate::gate::{Change, Fall, Mark, Ruling, Waiver, WentSilent};
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
}

/// The name of the rule that an arrangement breaks that went silent. No requirement has it.
pub(super) const WENT_SILENT: &str = "baseline/went-silent";

/// All gaps of a result, the most binding first: what fails the gate, then by strength, the weaker
/// outcome first; what is superseded comes last. What the gate was told to let pass is left out
/// unless `suppressed` is set.
pub(super) fn shortfalls(result: &CheckResult, suppressed: bool) -> Vec<Shortfall<'_>> {
    let mut found: Vec<Shortfall<'_>> =
        result.assessments.iter().flat_map(|gated| of_force(gated, suppressed)).collect();
    found.sort_by_key(Shortfall::urgency);
    found
}

/// Those of one force, in the same order.
pub(super) fn of_force(gated: &Gated, suppressed: bool) -> Vec<Shortfall<'_>> {
    let findings = gated.assessment.findings.iter().filter(|finding| finding.outcome.is_gap());
    let silent = gated.verdict.iter().flat_map(|verdict| &verdict.went_silent);
    let mut found: Vec<Shortfall<'_>> = findings
        .map(Short::Finding)
        .chain(silent.map(Short::Silent))
        .map(|what| Shortfall { gated, what })
        .filter(|gap| suppressed || gap.let_pass().is_none())
        .collect();
    found.sort_by_key(Shortfall::urgency);
    found
}

impl<'a> Shortfall<'a> {
    fn urgency(&self) -> impl Ord + use<> {
        let rest = self
            .finding()
            .map(|finding| (finding.superseded, Reverse(finding.strength), finding.outcome));
        // What has no strength comes after the duties that fail.
        let silent = (false, Reverse(Strength::Commitment), Outcome::NotInForce);
        (!self.fails(), rest.unwrap_or(silent))
    }

    /// Whether the gate fails because of it.
    pub(super) fn fails(&self) -> bool {
        match self.what {
            Short::Finding(_) => self.mark().is_some_and(|mark| mark.ruling.fails()),
            Short::Silent(_) => true,
        }
    }

    /// What the gate made of it; nothing where it didn't look at it.
    pub(super) fn mark(&self) -> Option<&'a Mark> {
        self.gated.verdict.as_ref()?.mark(&self.finding()?.requirement)
    }

    /// Why it would fail the gate and was let pass: a waiver, or that it was known already.
    pub(super) fn let_pass(&self) -> Option<String> {
        let ruling = &self.mark()?.ruling;
        ruling.is_suppressed().then(|| said(ruling)).flatten()
    }

    /// What the gate made of it, where that wants saying: what speaks for it, what no longer does,
    /// and how it compares with the baseline.
    pub(super) fn standing(&self) -> Option<String> {
        let mark = self.mark()?;
        let change = mark.compared.as_ref().and_then(|compared| match compared.change {
            Change::New => Some("new since the baseline".to_owned()),
            Change::Worse => {
                let fell = compared.fell.iter();
                let fell =
                    fell.map(|Fall { need, was, is }| format!("{need} fell from {was} to {is}"));
                let was =
                    compared.was.filter(|was| Some(*was) != self.finding().map(|one| one.outcome));
                let was = was.map(|was| format!("it was {was}"));
                let parts: Vec<String> = was.into_iter().chain(fell).collect();
                Some(format!("worse than in the baseline: {}", parts.join(", ")))
            }
            Change::Same | Change::Better => None,
        });
        let parts: Vec<String> = said(&mark.ruling).into_iter().chain(change).collect();
        (!parts.is_empty()).then(|| flat(&parts.join("; ")))
    }

    /// How loudly it is told: by strength and outcome alone.
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
            Short::Finding(finding) => finding.requirement.as_str(),
            Short::Silent(silent) => silent.arrangement.as_str(),
        };
        Digest::of_parts([force, "\n", self.rule(), "\n", about].map(str::as_bytes))
    }

    /// The finding, where it is one.
    pub(super) fn finding(&self) -> Option<&'a Finding> {
        match self.what {
            Short::Finding(finding) => Some(finding),
            Short::Silent(_) => None,
        }
    }

    /// The rule that it breaks: a requirement's id, or [`WENT_SILENT`].
    pub(super) fn rule(&self) -> &'a str {
        self.finding().map_or(WENT_SILENT, |finding| finding.requirement.as_str())
    }

    /// Where it is decided.
    pub(super) fn place(&self) -> &'a Place {
        match self.what {
            Short::Finding(finding) => &finding.place,
            Short::Silent(silent) => &silent.place,
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
        };
        flat(&format!("{}: {what}", name(self.gated)))
    }

    /// Why, what closes it, and the source, in a line.
    pub(super) fn account(&self) -> String {
        let finding = match self.what {
            Short::Finding(finding) => finding,
            Short::Silent(silent) => return went_silent(silent),
        };
        let (remedy, requirement) = (&finding.remedy, &finding.requirement);
        let assumed = assumed(finding).map(|assumed| format!(" ({assumed})"));
        let why = format!("{}{}", why(finding), assumed.unwrap_or_default());
        let remedy = format!("What closes it: {}", full_stop(remedy));
        let source = format!("Source: {} [{requirement}]", source(finding));
        let standing = self.standing().map(|said| format!(" {}", full_stop(&capital(&said))));
        let standing = standing.unwrap_or_default();
        let judged: String = self.judged().iter().map(|judged| format!(" {judged}")).collect();
        flat(&format!("{}{standing}{judged} {remedy} {source}", full_stop(&capital(&why))))
    }

    /// What inspectors find beside the computed outcome, a line each.
    pub(super) fn judged(&self) -> Vec<String> {
        let Some(finding) = self.finding() else { return Vec::new() };
        let judgements = self.gated.assessment.judgements.on(&finding.requirement);
        let said = judgements.map(|Judgement { verdict, role, date, reason, last_day, .. }| {
            let reason = reason.trim_end_matches('.');
            flat(&format!(
                "Inspector's judgement beside it: {verdict}: {reason} ({role}, {date}; until {last_day})."
            ))
        });
        said.collect()
    }

    /// The evidence behind what decides.
    pub(super) fn words(&self) -> Vec<&'a Cited> {
        self.finding().map(|finding| words(self.gated, finding)).unwrap_or_default()
    }
}

/// Why an arrangement counts as silent, in a line.
pub(super) fn went_silent(silent: &WentSilent) -> String {
    let now = match silent.declared {
        None => "it isn't stated now".to_owned(),
        Some(state) => format!("the gate asks for a better basis than its {state} has"),
    };
    flat(&format!(
        "In the baseline it was {}; {now}. What closes it: state how it stands, be it absent.",
        silent.was
    ))
}

/// What speaks for a finding that falls short, or no longer does.
fn said(ruling: &Ruling) -> Option<String> {
    let by = |Waiver { reason, owner, last_day, .. }: &Waiver| {
        flat(&format!("until {last_day} by {owner}: {}", reason.trim_end_matches('.')))
    };
    match ruling {
        Ruling::Waived { waiver } => Some(format!("waived {}", by(waiver))),
        Ruling::Expired { waiver } => Some(format!("the waiver has expired: {}", by(waiver))),
        Ruling::Baselined => Some("in the baseline".to_owned()),
        Ruling::Passes | Ruling::Fails => None,
    }
}

/// The name of a force, else its id.
pub(super) fn name(gated: &Gated) -> &str {
    gated.assessment.name.as_deref().unwrap_or(&gated.assessment.force)
}

/// How to cite the source of a requirement, and how sure that is.
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

/// A text on one line, fit for a terminal, its white space folded.
pub(super) fn flat(text: &str) -> String {
    printable(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text that begins with a capital.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// A text that ends as a sentence does.
pub(super) fn full_stop(text: &str) -> String {
    let text = text.trim_end();
    if text.ends_with(['.', '!', '?', '…']) { text.to_owned() } else { format!("{text}.") }
}
