//! The target of a plan, in the words of filters and gates: which requirements are to be met.

use super::names::unknown;
use crate::assessment::{Assessment, Because, Finding};
use crate::rulebook::{RequirementId, Rulebook};
use crate::source::Fault;
use crate::standing::{Strength, Words as _};

/// Which requirements are to be met: one of these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    words: String,
    any: Vec<Vec<Term>>,
}

/// All of several of these.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Term {
    denied: bool,
    what: What,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum What {
    All,
    Strength(Strength),
    Instrument(String),
    Arrangement(String),
    Requirements(Vec<RequirementId>),
}

const FORM: &str = "a target is made of `all`, strengths (`duties`), and ids of instruments, requirements and \
                    arrangements, joined by `and`, `or` and `not`: 'duties and act-2015'";

impl Target {
    /// Reads a target: words joined by `and`, which binds closer, and `or`; `not` stands before one.
    ///
    /// # Errors
    ///
    /// A fault for each name that nobody knows; one where something is missing.
    pub fn read(rulebook: &Rulebook, text: &str) -> Result<Self, Vec<Fault>> {
        let (mut any, mut faults) = (Vec::new(), Vec::new());
        let words: Vec<&str> = text.split_whitespace().collect();
        for all in words.split(|word| *word == "or") {
            let mut terms = Vec::new();
            for term in all.split(|word| *word == "and") {
                match term {
                    ["not", name] | [name] if !matches!(*name, "not" | "") => {
                        let denied = term.len() == 2;
                        match What::named(rulebook, name) {
                            Ok(what) => terms.push(Term { denied, what }),
                            Err(fault) => faults.push(fault),
                        }
                    }
                    _ => {
                        let message = format!(
                            "`{text}` is no target: a name is missing, or a word between two"
                        );
                        return Err(vec![Fault::whole("usage::no-target", message).help(FORM)]);
                    }
                }
            }
            any.push(terms);
        }
        let target = Self { words: words.join(" "), any };
        if faults.is_empty() { Ok(target) } else { Err(faults) }
    }

    /// It, as it was given.
    #[must_use]
    pub fn words(&self) -> &str {
        &self.words
    }

    /// The requirements of an assessment that it means.
    #[must_use]
    pub fn of(&self, assessment: &Assessment) -> Vec<RequirementId> {
        let meant = |finding: &&Finding| {
            self.any.iter().any(|all| all.iter().all(|term| term.takes(finding)))
        };
        let findings = assessment.findings.iter().filter(meant);
        findings.map(|finding| finding.requirement.clone()).collect()
    }
}

impl Term {
    fn takes(&self, finding: &Finding) -> bool {
        self.what.takes(finding) != self.denied
    }
}

impl What {
    fn named(rulebook: &Rulebook, name: &str) -> Result<Self, Fault> {
        let strength = |of: &&Strength| of.word() == name || plural(**of) == name;
        if name == "all" {
            Ok(Self::All)
        } else if let Some(strength) = Strength::ALL.iter().find(strength) {
            Ok(Self::Strength(*strength))
        } else if rulebook.instrument(name).is_some() {
            Ok(Self::Instrument(name.to_owned()))
        } else if rulebook.vocabulary().arrangement(name).is_some() {
            Ok(Self::Arrangement(name.to_owned()))
        } else if !rulebook.called_now(name).is_empty() {
            Ok(Self::Requirements(rulebook.called_now(name).to_vec()))
        } else if rulebook.knows(name) {
            Ok(Self::Requirements(vec![RequirementId::from(name)]))
        } else {
            let near = rulebook.nearest_requirement(name);
            let instruments = rulebook.known_instruments();
            let arrangements =
                rulebook.vocabulary().arrangements().iter().map(|own| own.id.as_str());
            let strengths = Strength::ALL.iter().map(|of| plural(*of));
            let known = strengths.chain(instruments).chain(arrangements).chain(near).chain(["all"]);
            Err(unknown("strength, instrument, requirement or arrangement", name, known, FORM))
        }
    }

    /// What is superseded, and powers, are nobody's to meet unless they are named.
    fn takes(&self, finding: &Finding) -> bool {
        match self {
            Self::All => !finding.superseded && finding.strength != Strength::Power,
            Self::Strength(strength) => !finding.superseded && finding.strength == *strength,
            Self::Instrument(id) => finding.instrument.as_str() == id,
            Self::Arrangement(id) => {
                let nodes = finding.because.iter().flat_map(Because::nodes);
                let mut asked = nodes.filter_map(Because::arrangement);
                !finding.superseded && asked.any(|own| own.as_str() == id)
            }
            Self::Requirements(ids) => ids.contains(&finding.requirement),
        }
    }
}

fn plural(strength: Strength) -> &'static str {
    match strength {
        Strength::Duty => "duties",
        Strength::Commitment => "commitments",
        Strength::Expectation => "expectations",
        Strength::Power => "powers",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checklists::rulebook;

    #[test]
    fn what_is_missing_is_told() {
        let rulebook = rulebook().unwrap();
        for text in
            ["", "and", "duties and", "or duties", "not", "duties act-2015", "not not duties"]
        {
            let faults = Target::read(&rulebook, text).unwrap_err();
            assert_eq!(faults[0].fault_code(), "usage::no-target", "{text}");
        }
        for text in ["duties", "duty and act-2015 or not lead", "all and not strategy-2011"] {
            assert_eq!(Target::read(&rulebook, text).unwrap().words(), text);
        }
        let near = Target::read(&rulebook, "dutys").unwrap_err();
        assert_eq!(near[0].advice(), Some("did you mean `duties`?"));
    }
}
