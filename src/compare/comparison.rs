//! The whole of a comparison: what every report of it is made of.

use super::about::About;
use super::asked::Asked;
use super::between::Changes;
use super::history::History;
use super::matrix::Matrix;
use super::peers::Peers;
use super::territory::Territory;
use crate::result::Gated;
use crate::rulebook::ForceId;

/// Assessments side by side.
#[derive(Clone, Debug)]
pub struct Comparison<'a> {
    /// What is compared.
    pub territory: &'a Territory,
    /// What is asked of it.
    pub asked: &'a Asked,
    /// A row a force, at its latest date; of one force alone, a row a date.
    pub matrix: Matrix<'a>,
    /// The groups, in the order of their names; none where nobody asked.
    pub peers: Vec<Peers>,
    /// The forces of which there are several dates.
    pub histories: Vec<History<'a>>,
    /// How many forces there are.
    pub forces: usize,
}

impl<'a> Comparison<'a> {
    /// Compares.
    #[must_use]
    pub fn of(territory: &'a Territory, asked: &'a Asked) -> Self {
        let all = &territory.assessments;
        let forces: Vec<&'a [Gated]> =
            all.chunk_by(|a, b| a.assessment.force == b.assessment.force).collect();
        let histories = forces.iter().filter_map(|dates| History::of(dates)).collect();
        let mut rows: Vec<&'a Gated> = match forces.as_slice() {
            [only] => only.iter().collect(),
            several => several.iter().filter_map(|dates| dates.last()).collect(),
        };
        // Stable: within a group they stay in the order of their ids.
        rows.sort_by_cached_key(|of| asked.order(&of.assessment.force, of.assessment.kind));
        let matrix = Matrix::of(asked.by, &rows);
        let mut peers: Vec<Peers> = Vec::new();
        for (at, of) in rows.iter().enumerate() {
            let group = asked.group(&of.assessment.force, of.assessment.kind);
            let Some(name) = group else { break };
            match peers.last_mut().filter(|last| last.name == name) {
                Some(last) => last.rows.end = at + 1,
                None => peers.push(Peers { name, rows: at..at + 1, tallies: Vec::new() }),
            }
        }
        for own in &mut peers {
            let tallies = matrix.tallies(own.rows.clone()).into_iter();
            own.tallies = tallies.map(|(tally, _)| tally).collect();
        }
        let forces = forces.len();
        Self { territory, asked, matrix, peers, histories, forces }
    }

    /// What it is of.
    #[must_use]
    pub fn about(&self) -> About<'_> {
        let Territory { run, other_rules, lost, .. } = self.territory;
        About {
            run,
            other_rules: *other_rules,
            lost,
            asked: self.asked,
            alone: self.is_of_one_force(),
        }
    }

    /// The dates of each force, the oldest first, in the order of the rows.
    pub fn each_force(&self) -> impl Iterator<Item = &'a [Gated]> {
        let mut rows: Vec<&Gated> = self.matrix.rows.iter().map(|row| row.gated).collect();
        rows.dedup_by(|a, b| a.assessment.force == b.assessment.force);
        let all = &self.territory.assessments;
        rows.into_iter().map(move |of| {
            let force = &of.assessment.force;
            let first = all.partition_point(|one| one.assessment.force < *force);
            let own = all.get(first..).unwrap_or_default();
            let count = own.partition_point(|one| one.assessment.force == *force);
            own.get(..count).unwrap_or_default()
        })
    }

    /// A force over its dates, where there are several.
    fn history(&self, force: &ForceId) -> Option<&History<'a>> {
        let at = self.histories.partition_point(|of| of.force() < Some(force));
        self.histories.get(at).filter(|of| of.force() == Some(force))
    }

    /// What changed from the date before an assessment to it, where there is one before.
    #[must_use]
    pub fn step_to(&self, gated: &Gated) -> Option<&Changes<'a>> {
        let of = &gated.assessment;
        let steps = &self.history(&of.force)?.steps;
        let at = steps.partition_point(|step| step.after.assessment.as_of < of.as_of);
        steps.get(at).filter(|step| step.after.assessment.as_of == of.as_of)
    }

    /// Whether it is of one force, so that the rows are its dates.
    #[must_use]
    pub fn is_of_one_force(&self) -> bool {
        self.forces == 1
    }
}
