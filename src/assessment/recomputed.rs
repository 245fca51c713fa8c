//! Whether an assessment that was saved says what its own parts come to: it may have been changed by
//! anybody, and a report shows what it says.

use super::backed::weakest_basis;
use super::because::{Because, Part};
use super::worth::{grade, nth_strongest, weakest_of};
use super::{
    Answered, Assessment, Cited, Finding, How, NoneCounts, NoneStated, NotAssessed, Standing,
    Stands,
};
use crate::declaration::{Answer, Clock, answer};
use crate::rulebook::Test;
use crate::standing::{Basis, Outcome, State};

/// What doesn't agree: where, and why.
pub type Disagreement = (String, &'static str);

impl Assessment {
    /// The first of what doesn't agree with what it rests on; nothing where all does.
    #[must_use]
    pub fn disagreement(&self) -> Option<Disagreement> {
        let standings = self.arrangements.iter().enumerate();
        let mut standings = standings.filter_map(|(at, one)| {
            let (key, why) = standing(one)?;
            Some((format!("arrangements[{at}].{key}"), why))
        });
        let findings = self.findings.iter().enumerate();
        let mut findings = findings.filter_map(|(at, one)| {
            let (key, why) = self.finding_disagrees(one)?;
            Some((format!("findings[{at}].{key}"), why))
        });
        let none = self.none.iter().enumerate();
        let mut none = none.filter_map(|(at, one)| {
            let (key, why) = none_stated(one)?;
            Some((format!("none[{at}].{key}"), why))
        });
        let stale = || {
            let stale = self.stale.as_ref()?;
            let again = self.stale_by(stale.months, stale.today);
            let why = "its evidence comes to other arrangements";
            (*stale != again).then(|| ("stale".to_owned(), why))
        };
        standings.next().or_else(|| findings.next()).or_else(|| none.next()).or_else(stale)
    }

    /// Whether it is stated that none came of all that a finding, which isn't asked therefore, waits for.
    fn none_came(&self, finding: &Finding) -> bool {
        finding.waits_for().into_iter().all(|event| {
            self.none.iter().any(|one| {
                one.event == *event
                    && one.counts == NoneCounts::Counts
                    && one.spares.contains(&finding.requirement)
            })
        })
    }

    fn finding_disagrees(&self, finding: &Finding) -> Option<(&'static str, &'static str)> {
        let Finding { outcome, because, .. } = finding;
        let day = self.assessed_on;
        let counts = finding.from <= day && finding.until.is_none_or(|until| day < until);
        let expected = match &finding.not_assessed {
            Some(NotAssessed::OutOfReach(_)) if counts => Outcome::NotApplicable,
            Some(NotAssessed::NotYet { from }) if *from == finding.from && day < *from => {
                Outcome::NotInForce
            }
            Some(NotAssessed::Over { until }) if Some(*until) == finding.until && *until <= day => {
                Outcome::NotInForce
            }
            None if counts && !because.is_empty() => {
                Outcome::from(weakest_of(because.iter().map(|node| node.value)))
            }
            _ => return Some(("not_assessed", "its days say otherwise")),
        };
        if *outcome != expected {
            return Some(("outcome", "its own tree comes to another"));
        }
        if !self.none_came(finding) {
            return Some(("not_assessed", "nothing stated says that none came"));
        }
        if !outcome.is_assessed() {
            let empty = because.is_empty() && finding.basis.is_none() && finding.assumed.is_empty();
            return (!empty).then_some(("because", "what wasn't assessed has no explanation"));
        }
        let whole = weakest_of(because.iter().map(|node| node.value));
        if !because.iter().all(|node| self.node_agrees(node, true, whole)) {
            return Some(("because", "a value in it isn't what it is made of comes to"));
        }
        let of =
            |id: &str| self.arrangements.iter().find(|one| one.arrangement.as_str() == id)?.basis;
        let basis = (*outcome != Outcome::NotEvidenced).then(|| weakest_basis(&of, because));
        (finding.basis != basis.flatten())
            .then_some(("basis", "the arrangements that decide have another"))
    }

    /// Whether a node is worth what it is made of, and decides where it should.
    fn node_agrees(&self, node: &Because, above: bool, whole: State) -> bool {
        let decides = above && node.value == whole;
        let values = |of: &[Because]| of.iter().map(|child| child.value).collect::<Vec<_>>();
        let worth = match &node.part {
            Part::All(of) | Part::Ask { of, .. } => weakest_of(values(of).into_iter()),
            Part::Any(of) => nth_strongest(1, values(of).into_iter()),
            Part::AtLeast { count, of } => nth_strongest(*count, values(of).into_iter()),
            Part::State { stands, .. } if self.stands_so(stands) => state(&stands.how),
            Part::State { .. } => return false,
            Part::Condition { grades, answered, .. } if self.is_answered(answered) => {
                let stated = answered.answer.state();
                if *grades { grade(stated) } else { stated }
            }
            Part::Condition { .. } => return false,
        };
        worth == node.value
            && decides == node.decides
            && node.children().iter().all(|child| self.node_agrees(child, decides, whole))
    }

    /// Whether an arrangement stands where the explanation says that it does.
    fn stands_so(&self, stands: &Stands) -> bool {
        let own = self.arrangements.iter().find(|one| one.arrangement == stands.arrangement);
        own.is_some_and(|own| *own.stands == *stands)
    }

    /// Whether what is stated says to a condition what it is said to.
    fn is_answered(&self, answered: &Answered) -> bool {
        let clock = Clock { facts: self.as_of, assessed: self.assessed_on };
        let test = &answered.condition.test;
        match &answered.stated {
            Some(value) => answer(&answered.condition, Some(value), clock) == answered.answer,
            // Of a list the value isn't kept.
            None if matches!(test, Test::Contains(_)) => true,
            None => matches!(answered.answer, Answer::Silent | Answer::NotListed),
        }
    }
}

/// What of a standing doesn't agree with how it is said to stand and with its evidence.
fn standing(own: &Standing) -> Option<(&'static str, &'static str)> {
    if own.stands.arrangement != own.arrangement || own.state != state(&own.stands.how) {
        return Some(("state", "`stands` says otherwise"));
    }
    let unfounded = |cited: &Cited| cited.basis == Basis::Quoted && cited.place.is_none();
    if own.evidence.iter().any(unfounded) {
        return Some(("evidence", "words that were found have a place"));
    }
    let backed = own.evidence.iter().map(|cited| cited.basis).max().unwrap_or(Basis::Asserted);
    let basis = (own.state != State::NotStated).then_some(backed);
    (own.basis != basis).then_some(("basis", "its evidence backs it otherwise"))
}

/// What of a statement that none came doesn't agree with its evidence.
fn none_stated(own: &NoneStated) -> Option<(&'static str, &'static str)> {
    let backed = own.evidence.iter().map(|cited| cited.basis).max().unwrap_or(Basis::Asserted);
    if own.basis != backed {
        return Some(("basis", "its evidence backs it otherwise"));
    }
    let counts = own.counts == NoneCounts::Counts;
    if counts && own.basis == Basis::Asserted {
        return Some(("counts", "what is only asserted doesn't count"));
    }
    (!counts && !own.spares.is_empty()).then_some(("spares", "what doesn't count spares nothing"))
}

fn state(how: &How) -> State {
    match how {
        How::Silent | How::Unbacked { .. } => State::NotStated,
        How::Absent { .. } => State::Absent,
        How::InPlace { .. } => State::InPlace,
        How::Short { state, .. } => *state,
    }
}
