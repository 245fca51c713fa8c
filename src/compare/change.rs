//! What happened to one requirement between two dates of one force.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::assessment::{Because, Finding};
use crate::standing::{Outcome, State, words};

words! {
    /// What happened between two dates. Silence is never an improvement, and what only the rules did
    /// is nobody's doing.
    pub enum Change {
        /// A gap, and now met.
        Closed = "closed",
        /// Stronger, and still a gap.
        Improved = "improved",
        /// Nothing was said of it, and now the force says that it lacks it.
        NewlyStated = "newly stated",
        /// Stated before, and not now.
        WentSilent = "went silent",
        /// Stated as before, and the evidence is older than the rule takes now.
        Aged = "evidence aged",
        /// Weaker, and a gap before.
        Worsened = "worsened",
        /// Met, and now a gap.
        Opened = "opened",
        /// The same outcome, with something of what is asked stronger, and nothing weaker.
        Nearer = "nearer to met",
        /// The same outcome, with something of what is asked weaker, or no longer stated.
        Further = "further from met",
        /// The rule began to count in between.
        Began = "rule began",
        /// The rule reads otherwise now; what it asks about stands as it did.
        RuleChanged = "rule changed",
        /// The rule no longer counts.
        Ended = "rule ended",
        /// The rule's instrument was superseded in between.
        Superseded = "superseded",
        /// It reaches the force now, which it didn't.
        Reached = "reaches the force now",
        /// It no longer reaches the force.
        OutOfReach = "no longer reaches the force",
        /// The same state, with other details.
        Details = "other details",
        /// Nothing.
        Same = "same",
    }
}

impl Change {
    /// Whether only the rules, or what they are asked of, did it.
    #[must_use]
    pub fn is_of_the_rules(self) -> bool {
        self >= Self::Began && self <= Self::OutOfReach
    }

    /// Whether the force stands better for it.
    #[must_use]
    pub fn is_for_the_better(self) -> bool {
        matches!(self, Self::Closed | Self::Improved | Self::Nearer)
    }

    /// Whether it stands worse, or says less.
    #[must_use]
    pub fn is_for_the_worse(self) -> bool {
        matches!(
            self,
            Self::WentSilent | Self::Aged | Self::Worsened | Self::Opened | Self::Further
        )
    }

    /// Of a requirement. `same_facts` says whether all that either version asks about stands as it did.
    pub(super) fn of(
        before: Option<&Finding>,
        after: Option<&Finding>,
        same_facts: impl FnOnce(&Finding, &Finding) -> bool,
    ) -> Self {
        let asked = |of: &&Finding| of.outcome.is_assessed();
        match (before.filter(asked), after.filter(asked)) {
            (None, None) => Self::Same,
            (None, Some(_)) => match before.map(|of| of.outcome) {
                Some(Outcome::NotApplicable) => Self::Reached,
                _ => Self::Began,
            },
            (Some(_), None) => match after.map(|of| of.outcome) {
                Some(Outcome::NotApplicable) => Self::OutOfReach,
                _ => Self::Ended,
            },
            (Some(was), Some(is)) if reads_otherwise(was, is) && same_facts(was, is) => {
                if was.outcome == is.outcome { Self::standing(was, is) } else { Self::RuleChanged }
            }
            (Some(was), Some(is)) => Self::of_the_force(was, is),
        }
    }

    fn of_the_force(before: &Finding, after: &Finding) -> Self {
        let both = worth(before, after);
        let both = || both.iter().copied();
        let silent = both().any(|(was, is)| was != State::NotStated && is == State::NotStated);
        let spoken = both().any(|(was, is)| was == State::NotStated && is != State::NotStated);
        match (before.outcome, after.outcome) {
            (was, Outcome::NotEvidenced) if was > Outcome::NotEvidenced => {
                if after.is_of_old_evidence() { Self::Aged } else { Self::WentSilent }
            }
            (Outcome::NotMet, Outcome::NotEvidenced) if silent => Self::WentSilent,
            (Outcome::NotEvidenced, Outcome::NotMet) if spoken => Self::NewlyStated,
            (was, is) if is.rung() > was.rung() => {
                if is == Outcome::Met {
                    Self::Closed
                } else {
                    Self::Improved
                }
            }
            (was, is) if is.rung() < was.rung() => {
                if was == Outcome::Met {
                    Self::Opened
                } else {
                    Self::Worsened
                }
            }
            _ => {
                let fell = both().any(|(was, is)| is.rung() < was.rung()) || silent;
                let rose = both().any(|(was, is)| is.rung() > was.rung());
                match after.outcome.is_gap() {
                    true if fell => Self::Further,
                    true if rose => Self::Nearer,
                    _ => Self::standing(before, after),
                }
            }
        }
    }

    /// Of one that comes out the same.
    fn standing(before: &Finding, after: &Finding) -> Self {
        if before.superseded == after.superseded { Self::Same } else { Self::Superseded }
    }
}

/// Whether two findings are by one version of a requirement, of the same rules: then they have the same
/// needs in the same order, and nobody need look.
fn is_one_version(a: &Finding, b: &Finding) -> bool {
    Arc::ptr_eq(&a.rule, &b.rule)
}

/// Whether two findings are by versions of a requirement that don't ask the same.
fn reads_otherwise(a: &Finding, b: &Finding) -> bool {
    if is_one_version(a, b) {
        return false;
    }
    let asked = |of: &Finding| of.because.iter().map(Because::need).collect::<Vec<_>>();
    a.from != b.from || asked(a) != asked(b)
}

/// What each need that both have was worth, and is.
fn worth(before: &Finding, after: &Finding) -> Vec<(State, State)> {
    if is_one_version(before, after) {
        let values = |of: &Finding| -> Vec<State> {
            let nodes = of.because.iter().flat_map(Because::nodes);
            nodes.filter(|node| node.children().is_empty()).map(|node| node.value).collect()
        };
        return values(before).into_iter().zip(values(after)).collect();
    }
    let (was, is) = (needs(before), needs(after));
    was.iter().filter_map(|(need, was)| Some((*was, *is.get(need)?))).collect()
}

/// What each need was worth, by its own words.
fn needs(finding: &Finding) -> BTreeMap<String, State> {
    let nodes = finding.because.iter().flat_map(Because::nodes);
    nodes.filter_map(|node| Some((node.known_as()?, node.value))).collect()
}
