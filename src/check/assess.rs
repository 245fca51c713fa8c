//! From what is declared to a result: each force assessed and held against the gate.

use std::borrow::Cow;
use std::ops::ControlFlow;
use std::path::PathBuf;

use super::asked::Check;
use super::gather::Gathered;
use super::ordered::in_order;
use super::settings::decisions;
use crate::actions::Actions;
use crate::assessment::{Assessment, assess};
use crate::declaration::Declaration;
use crate::gate::{Occasion, Waiver};
use crate::result::{CheckResult, Gated, Role, Run, UsedFile};
use crate::source::{Digest, Fault, Text};

/// What a check came to, and what somebody should look at.
#[derive(Debug)]
pub struct Checked {
    /// The result.
    pub result: CheckResult,
    /// Faults and warnings, in the order of files and places.
    pub faults: Vec<Fault>,
}

/// Declarations that are to be assessed: what their result rests on is known already.
pub struct Assessing<'a> {
    pub(super) check: &'a Check<'a>,
    pub(super) declarations: Vec<Declaration>,
    failed: usize,
}

impl Check<'_> {
    /// Checks inputs from end to end.
    ///
    /// # Errors
    ///
    /// As [`Check::gather`].
    pub fn run(&self, inputs: &[PathBuf]) -> Result<Checked, Vec<Fault>> {
        let Gathered { declarations, failed, faults, .. } = self.gather(inputs)?;
        let result = self.assess(declarations, failed).result()?;
        Ok(Checked { result, faults })
    }

    /// Assesses declarations; `failed` inputs came to none.
    #[must_use]
    pub fn assess(&self, declarations: Vec<Declaration>, failed: usize) -> Assessing<'_> {
        Assessing { check: self, declarations, failed }
    }

    /// The assessment of one declaration, as the check sees it.
    #[must_use]
    pub fn assessment(&self, declaration: &Declaration) -> Assessment {
        let declaration = self.backed(declaration);
        let rulebook = self.rules.rulebook();
        let assessment = assess(rulebook, &declaration, self.as_of);
        let mut assessment = assessment.judged(&declaration, self.today);
        self.selection.apply(&mut assessment, rulebook);
        match self.stale {
            Some(months) => assessment.aged(months, self.today),
            None => assessment,
        }
    }

    /// A declaration as it counts, where a state counts from a basis on.
    pub(super) fn backed<'d>(&self, declaration: &'d Declaration) -> Cow<'d, Declaration> {
        match self.basis() {
            Some(least) => Cow::Owned(declaration.clone().backed_by(least)),
            None => Cow::Borrowed(declaration),
        }
    }

    /// What is done about the gaps of an assessment.
    #[must_use]
    pub fn actions_on(&self, assessment: &Assessment) -> Actions {
        let whole = self.selection.said().is_none();
        let held = self.actions.map(|plan| plan.held_against(assessment, self.today, whole));
        held.unwrap_or_default()
    }

    pub(super) fn gated_assessment(&self, declaration: &Declaration, rules: &[Digest]) -> Gated {
        let assessment = self.assessment(declaration);
        let whole = self.selection.said().is_none();
        let occasion = Occasion { today: self.today, whole, rules };
        let verdict = self.gate.map(|asked| asked.gate.judge(&assessment, occasion));
        let actions = self.actions_on(&assessment);
        Gated { assessment, verdict, actions }
    }
}

impl Assessing<'_> {
    /// How many forces there are.
    #[must_use]
    pub fn forces(&self) -> usize {
        self.declarations.len()
    }

    /// Whether the result is one assessment and lacks nothing.
    #[must_use]
    pub fn is_one(&self) -> bool {
        self.forces() == 1 && self.failed == 0
    }

    /// What the result rests on.
    #[must_use]
    pub fn run(&self) -> Run {
        let check = self.check;
        let used = |text: &Text, role| UsedFile {
            file: text.name().to_owned(),
            role,
            sha256: text.digest(),
        };
        let settings = check.project.map(|project| used(&project.text, Role::Settings));
        let confirmations = check.rules.confirmations().iter();
        let confirmations = confirmations.map(|text| used(text, Role::Confirmations));
        let baseline = check.gate.and_then(|asked| asked.baseline.as_ref());
        let baseline = baseline.map(|text| used(text, Role::Baseline));
        let actions = check.actions.map(|plan| used(&plan.text, Role::Actions));
        // They bear on papers alone.
        let reads = self.declarations.iter().flat_map(|own| &own.inputs).any(|input| input.read);
        let decided = reads.then(|| decisions(check.files, check.project).ok()).flatten();
        let decided =
            decided.and_then(|decided| Some(used(decided.text.as_ref()?, Role::Decisions)));
        Run {
            program: Run::this_program(),
            rules: check.rules.known_as(),
            files: settings
                .into_iter()
                .chain(confirmations)
                .chain(baseline)
                .chain(actions)
                .chain(decided)
                .collect(),
            options: check.options.clone(),
            filtered: check.selection.said(),
            docs: check.project.and_then(|project| project.docs.clone()),
            gated: check.gate.is_some(),
            earlier: false,
            unassessed: self.failed,
        }
    }

    /// Assesses each force and does `work` on what comes of it, on as many threads as the check has;
    /// `take` gets the results in the order of the forces and may break off. Few are held at a time.
    ///
    /// # Errors
    ///
    /// A fault where no threads can be started.
    pub fn each<R: Send>(
        self,
        work: impl Fn(Gated) -> R + Sync,
        take: impl FnMut(R) -> ControlFlow<()>,
    ) -> Result<(), Vec<Fault>> {
        let acting = self.acting_waivers()?;
        let work = |mut gated| {
            forget_idle(&mut gated, &acting);
            work(gated)
        };
        self.in_turn(work, take)
    }

    /// The whole result.
    ///
    /// # Errors
    ///
    /// As [`Assessing::each`].
    pub fn result(self) -> Result<CheckResult, Vec<Fault>> {
        let run = self.run();
        let mut assessments = Vec::with_capacity(self.forces());
        self.in_turn(
            |gated| gated,
            |gated| {
                assessments.push(gated);
                ControlFlow::Continue(())
            },
        )?;
        let acting: Vec<Waiver> = assessments.iter().flat_map(acting).cloned().collect();
        assessments.iter_mut().for_each(|gated| forget_idle(gated, &acting));
        Ok(CheckResult { run, assessments })
    }

    fn in_turn<R: Send>(
        self,
        work: impl Fn(Gated) -> R + Sync,
        take: impl FnMut(R) -> ControlFlow<()>,
    ) -> Result<(), Vec<Fault>> {
        let Self { check, declarations, .. } = self;
        let jobs = check.threads_for(declarations.len());
        let rules = check.rules.digests();
        let work = |declaration: Declaration| work(check.gated_assessment(&declaration, &rules));
        in_order(declarations.into_iter(), jobs, work, take).map_err(|fault| vec![fault])
    }

    /// The waivers that do something for some force. So that no assessment needs to be held until
    /// the last is done, each is made once for this alone.
    fn acting_waivers(&self) -> Result<Vec<Waiver>, Vec<Fault>> {
        let mut all: Vec<Waiver> = Vec::new();
        let waives = self.check.gate.is_some_and(|asked| !asked.gate.waivers.is_empty());
        if !waives || self.forces() < 2 {
            return Ok(all);
        }
        let rules = self.check.rules.digests();
        let work = |declaration: &Declaration| -> Vec<Waiver> {
            acting(&self.check.gated_assessment(declaration, &rules)).cloned().collect()
        };
        let threads = self.check.threads_for(self.forces());
        in_order(self.declarations.iter(), threads, work, |own| {
            all.extend(own);
            ControlFlow::Continue(())
        })
        .map_err(|fault| vec![fault])?;
        Ok(all)
    }
}

/// The waivers that act on an assessment, or have expired on it.
fn acting(gated: &Gated) -> impl Iterator<Item = &Waiver> {
    let marks = gated.verdict.iter().flat_map(|verdict| &verdict.marks);
    marks.filter_map(|mark| mark.ruling.waiver())
}

/// A waiver that does something for one force isn't idle for the others.
fn forget_idle(gated: &mut Gated, acting: &[Waiver]) {
    if let Some(verdict) = &mut gated.verdict {
        verdict.idle_waivers.retain(|idle| !acting.contains(&idle.waiver));
    }
}
