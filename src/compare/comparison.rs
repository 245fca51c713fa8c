//! The whole of a comparison: what every report of it is made of.

use super::between::Changes;
use super::history::History;
use super::matrix::{By, Matrix};
use super::peers::{GroupBy, Peers, Regions};
use super::territory::Territory;
use crate::result::Gated;

/// What is asked of a comparison.
#[derive(Clone, Debug)]
pub struct Asked {
    /// What a column of the matrix is.
    pub by: By,
    /// What forces are grouped by; nothing where they aren't.
    pub group_by: Option<GroupBy>,
    /// The region of each force of which it is known.
    pub regions: Regions,
}

/// Assessments side by side.
#[derive(Clone, Debug)]
pub struct Comparison<'a> {
    /// What is compared.
    pub territory: &'a Territory,
    /// A row a force, at its latest date; of one force alone, a row a date.
    pub matrix: Matrix<'a>,
    /// What forces are grouped by.
    pub group_by: Option<GroupBy>,
    /// The groups, in the order of their names; none where nobody asked.
    pub peers: Vec<Peers>,
    /// The forces of which there are several dates.
    pub histories: Vec<History<'a>>,
    /// How many forces there are.
    pub forces: usize,
}

/// The group of a force of which nobody knows where it works.
const ELSEWHERE: &str = "not known";

impl<'a> Comparison<'a> {
    /// Compares.
    #[must_use]
    pub fn of(territory: &'a Territory, asked: &Asked) -> Self {
        let all = &territory.assessments;
        let forces: Vec<Vec<&'a Gated>> = all
            .chunk_by(|a, b| a.assessment.force == b.assessment.force)
            .map(|dates| dates.iter().collect())
            .collect();
        let histories = forces.iter().filter_map(|dates| History::of(dates)).collect();
        let mut rows: Vec<&'a Gated> = match forces.as_slice() {
            [only] => only.clone(),
            several => several.iter().filter_map(|dates| dates.last().copied()).collect(),
        };
        let group = |of: &Gated| match asked.group_by {
            Some(GroupBy::Region) => {
                asked.regions.get(&of.assessment.force).map_or(ELSEWHERE, String::as_str).to_owned()
            }
            Some(GroupBy::Kind) => of.assessment.kind.to_string(),
            None => String::new(),
        };
        // Stable: within a group they stay in the order of their ids.
        rows.sort_by_cached_key(|of| (group(of) == ELSEWHERE, group(of)));
        let matrix = Matrix::of(asked.by, &rows);
        let mut peers: Vec<Peers> = Vec::new();
        for (at, of) in rows.iter().enumerate().filter(|_| asked.group_by.is_some()) {
            let name = group(of);
            match peers.last_mut().filter(|last| last.name == name) {
                Some(last) => last.rows.end = at + 1,
                None => peers.push(Peers { name, rows: at..at + 1, tallies: Vec::new() }),
            }
        }
        for own in &mut peers {
            let tallies = matrix.tallies(own.rows.clone()).into_iter();
            own.tallies = tallies.map(|(tally, _)| tally).collect();
        }
        let (group_by, forces) = (asked.group_by, forces.len());
        Self { territory, matrix, group_by, peers, histories, forces }
    }

    /// What changed from the date before an assessment to it, where there is one before.
    #[must_use]
    pub fn step_to(&self, gated: &Gated) -> Option<&Changes<'a>> {
        let key = |of: &Gated| (of.assessment.force.clone(), of.assessment.as_of);
        let wanted = key(gated);
        let at = self.histories.partition_point(|of| of.force() < Some(&wanted.0));
        let steps = &self.histories.get(at)?.steps;
        steps.iter().find(|step| key(step.after) == wanted)
    }

    /// Whether it is of one force, so that the rows are its dates.
    #[must_use]
    pub fn is_of_one_force(&self) -> bool {
        self.forces == 1
    }
}
