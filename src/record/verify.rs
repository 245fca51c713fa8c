//! A record made again, and what of it comes out otherwise.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::kept::{Kept, RecordedFile, as_json};
use super::replay::Replay;
use crate::check::{Files, Packs};
use crate::result::{CheckResult, Rules, Run, read};
use crate::rulebook::{ForceId, RequirementId};
use crate::source::{Digest, Fault, text_of};
use crate::standing::Outcome;

/// What making a record again came to.
pub enum Verified {
    /// Every byte of the result is the same.
    Same,
    /// Something isn't.
    Differs(Differences),
}

/// What isn't the same as when the record was made.
#[derive(Clone, Debug, Default)]
pub struct Differences {
    /// The program then and now, where they aren't the same version.
    pub program: Option<[String; 2]>,
    /// The packs whose rules aren't the same.
    pub rules: Vec<String>,
    /// The files that aren't what they were, of those that the record has no copy of.
    pub inputs: Vec<PathBuf>,
    /// The requirements that come out otherwise: what they came to then, and now. Nothing where there is
    /// none.
    pub outcomes: Vec<Differing>,
    /// Why no result comes of it any more.
    pub failed: Vec<Fault>,
    /// Whether the result isn't the same.
    pub result: bool,
}

/// A requirement that comes out otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Differing {
    /// The force.
    pub force: ForceId,
    /// The requirement.
    pub requirement: RequirementId,
    /// What it came to, where it was asked then.
    pub then: Option<Outcome>,
    /// What it comes to, where it is asked now.
    pub now: Option<Outcome>,
}

impl Kept {
    /// Makes the check again. Files that the record has no copy of come from `elsewhere`.
    ///
    /// # Errors
    ///
    /// A fault where a file of which the record has no copy can't be read any more.
    pub fn verify(&self, elsewhere: &dyn Files) -> Result<Verified, Vec<Fault>> {
        let record = &self.record;
        let mut found = Differences::default();
        let now = Run::this_program();
        if record.program != now {
            found.program = Some([record.program.clone(), now]);
        }
        let (mut faults, mut bytes) = (Vec::new(), BTreeMap::new());
        for file in &record.files {
            match self.bytes(file, &file.name, elsewhere, &mut found) {
                Ok(own) => drop(bytes.insert(file.name.as_path(), own)),
                Err(fault) => faults.push(fault.help("the record has its digest alone")),
            }
        }
        let packs = self.packs(elsewhere, &mut found).map_err(|mut more| {
            more.splice(0..0, faults.clone());
            more
        })?;
        if !faults.is_empty() {
            return Err(faults);
        }
        let files = Replay { trace: &record.trace, bytes };
        match record.recipe.run(packs, &files) {
            Ok(result) => {
                found.rules.extend(other_packs(&record.rules, &result.run.rules));
                found.result = as_json(&result).map_err(|fault| vec![fault])? != self.result;
                if found.result {
                    let then = self.result_text().and_then(|text| read(&text).ok());
                    found.outcomes = then.map(|then| differing(&then, &result)).unwrap_or_default();
                }
            }
            Err(failed) => {
                found.result = true;
                found.failed = failed;
            }
        }
        let same = !found.result && found.inputs.is_empty();
        Ok(if same { Verified::Same } else { Verified::Differs(found) })
    }

    /// A file as the record has it, else as it is under its name now: told of where it isn't what it was.
    fn bytes(
        &self,
        file: &RecordedFile,
        name: &Path,
        elsewhere: &dyn Files,
        found: &mut Differences,
    ) -> Result<Vec<u8>, Fault> {
        let kept = file.kept.as_ref().and_then(|at| self.files.get(at)).cloned();
        let own = kept.map_or_else(|| elsewhere.bytes(name, file.size), Ok)?;
        if Digest::of(&own) != file.sha256 {
            found.inputs.push(name.to_owned());
        }
        Ok(own)
    }

    /// The built-in rules of this program, and the packs of the record.
    fn packs(&self, elsewhere: &dyn Files, found: &mut Differences) -> Result<Packs, Vec<Fault>> {
        let (mut packs, mut faults) = (Vec::new(), Vec::new());
        for pack in &self.record.packs {
            let mut files = Vec::new();
            for file in &pack.files {
                let name = Path::new(&pack.folder).join(&file.name);
                let own = self.bytes(file, &name, elsewhere, found);
                match own.and_then(|own| text_of(&name.display().to_string(), own)) {
                    Ok(text) => files.push((file.name.display().to_string(), text)),
                    Err(fault) => faults.push(fault),
                }
            }
            packs.push((pack.folder.clone(), files));
        }
        if faults.is_empty() { Ok(Packs::of(packs)) } else { Err(faults) }
    }
}

/// The packs whose rules aren't the same.
fn other_packs(then: &Rules, now: &Rules) -> Vec<String> {
    let pairs = then.packs.iter().zip(&now.packs);
    pairs.filter(|(a, b)| a.sha256 != b.sha256).map(|(a, _)| a.pack.clone()).collect()
}

/// The requirements that come out otherwise, by force and in the order of the rules.
fn differing(then: &CheckResult, now: &CheckResult) -> Vec<Differing> {
    type Key = (ForceId, RequirementId);
    let outcomes = |of: &CheckResult| -> Vec<(Key, Outcome)> {
        let all = of.assessments.iter().map(|gated| &gated.assessment);
        all.flat_map(|own| {
            own.findings
                .iter()
                .map(|one| ((own.force.clone(), one.requirement.clone()), one.outcome))
        })
        .collect()
    };
    let (then, now) = (outcomes(then), outcomes(now));
    let before: BTreeMap<&Key, Outcome> = then.iter().map(|(key, of)| (key, *of)).collect();
    let after: BTreeMap<&Key, Outcome> = now.iter().map(|(key, of)| (key, *of)).collect();
    let gone = then.iter().map(|(key, _)| key).filter(|key| !after.contains_key(key));
    now.iter()
        .map(|(key, _)| key)
        .chain(gone)
        .map(|key| Differing {
            force: key.0.clone(),
            requirement: key.1.clone(),
            then: before.get(key).copied(),
            now: after.get(key).copied(),
        })
        .filter(|one| one.then != one.now)
        .collect()
}
