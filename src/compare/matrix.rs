//! The matrix: a row a force (or a date of one), a column a requirement, an arrangement or an
//! instrument.

use rustc_hash::FxHashMap;

use crate::assessment::{Finding, Standing, Tally};
use crate::result::Gated;
use crate::standing::{Outcome, State, Strength, words};

words! {
    /// What a column is.
    pub enum By {
        /// A requirement.
        Requirement = "requirement",
        /// An arrangement.
        Arrangement = "arrangement",
        /// An instrument.
        Instrument = "instrument",
    }
}

/// What stands where a row meets a column.
#[derive(Clone, Copy, Debug)]
pub enum Cell<'a> {
    /// What a requirement came to.
    Finding(&'a Finding),
    /// How an arrangement stands.
    Standing(&'a Standing),
    /// How many requirements of an instrument came out how.
    Tally(Tally),
    /// The rules of that row don't have it.
    Unknown,
}

/// A column.
#[derive(Clone, Copy, Debug)]
pub struct Column<'a> {
    /// The id of the requirement, the arrangement or the instrument: no other column has it.
    pub key: &'a str,
    /// What it is called.
    pub title: &'a str,
    /// How binding it is; nothing where that can't be said.
    pub strength: Option<Strength>,
    /// Whether it is superseded wherever it is asked.
    pub superseded: bool,
    /// What its cells come to.
    pub tally: Tally,
    /// How many rows it isn't asked of, or not known in.
    pub unasked: usize,
}

/// A row.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    /// The assessment.
    pub gated: &'a Gated,
    /// A cell a column.
    pub cells: Vec<Cell<'a>>,
}

/// The matrix.
#[derive(Clone, Debug)]
pub struct Matrix<'a> {
    /// What a column is.
    pub by: By,
    /// The columns, in the order of the rules; what is superseded last.
    pub columns: Vec<Column<'a>>,
    /// The rows.
    pub rows: Vec<Row<'a>>,
    /// How many requirements or arrangements have no column, since none of the rows is asked them.
    pub left_out: usize,
}

impl Cell<'_> {
    /// The outcome by which it is coloured; nothing of a tally or of what isn't known.
    #[must_use]
    pub fn outcome(&self) -> Option<Outcome> {
        match self {
            Self::Finding(finding) => Some(finding.outcome),
            Self::Standing(standing) => Some(standing.state.into()),
            Self::Tally(_) | Self::Unknown => None,
        }
    }

    fn tally(&self) -> Tally {
        match self {
            Self::Tally(tally) => *tally,
            other => Tally::of(other.outcome()),
        }
    }
}

impl Column<'_> {
    /// How many of its cells say anything, of those that are asked.
    #[must_use]
    pub fn stated(&self) -> usize {
        self.tally.total() - self.tally.not_evidenced
    }

    /// How many of its cells fall short.
    #[must_use]
    pub fn gaps(&self) -> usize {
        self.tally.total() - self.tally.met
    }

    /// Whether it is anybody's to close: neither a power nor superseded.
    #[must_use]
    pub fn is_asked(&self) -> bool {
        !self.superseded && self.strength != Some(Strength::Power)
    }
}

impl<'a> Matrix<'a> {
    /// The matrix of assessments, a row each; without the columns that nobody is asked.
    #[must_use]
    pub fn of(by: By, assessments: &[&'a Gated]) -> Self {
        Self::whole(by, assessments).counted()
    }

    /// The cells of one assessment with their columns, those that it isn't asked among them.
    pub fn cells_of(by: By, gated: &'a Gated) -> impl Iterator<Item = (Column<'a>, Cell<'a>)> {
        let Self { columns, rows, .. } = Self::whole(by, &[gated]);
        columns.into_iter().zip(rows.into_iter().flat_map(|row| row.cells))
    }

    fn whole(by: By, assessments: &[&'a Gated]) -> Self {
        match by {
            By::Requirement => Self::by(
                by,
                assessments,
                |of| of.assessment.findings.iter(),
                |one| {
                    (
                        one.requirement.as_str(),
                        one.title.as_str(),
                        Some(one.strength),
                        one.superseded,
                    )
                },
                Cell::Finding,
            ),
            By::Arrangement => Self::by(
                by,
                assessments,
                |of| of.assessment.arrangements.iter(),
                |one| (one.arrangement.as_str(), &*one.title, None, false),
                Cell::Standing,
            ),
            By::Instrument => Self::by_instrument(assessments),
        }
    }

    fn by<T: 'a, I: Iterator<Item = &'a T>>(
        by: By,
        assessments: &[&'a Gated],
        all: impl Fn(&'a Gated) -> I,
        describe: impl Fn(&'a T) -> (&'a str, &'a str, Option<Strength>, bool),
        cell: impl Fn(&'a T) -> Cell<'a>,
    ) -> Self {
        let mut at: FxHashMap<&str, usize> = FxHashMap::default();
        let mut columns: Vec<Column<'a>> = Vec::new();
        for one in assessments.iter().flat_map(|of| all(of)) {
            let (key, title, strength, superseded) = describe(one);
            let index = *at.entry(key).or_insert(columns.len());
            let asked = cell(one).outcome().is_some_and(Outcome::is_assessed);
            match columns.get_mut(index) {
                Some(known) => known.superseded &= superseded || !asked,
                None => columns.push(Column {
                    key,
                    title,
                    strength,
                    superseded: superseded || !asked,
                    tally: Tally::default(),
                    unasked: 0,
                }),
            }
        }
        let row = |gated: &&'a Gated| {
            let mut cells = vec![Cell::Unknown; columns.len()];
            for one in all(gated) {
                let index = at.get(describe(one).0);
                if let Some(slot) = index.and_then(|index| cells.get_mut(*index)) {
                    *slot = cell(one);
                }
            }
            Row { gated, cells }
        };
        let rows: Vec<Row<'a>> = assessments.iter().map(row).collect();
        Self { by, columns, rows, left_out: 0 }
    }

    fn by_instrument(assessments: &[&'a Gated]) -> Self {
        let mut columns: Vec<Column<'a>> = Vec::new();
        let findings = || assessments.iter().flat_map(|of| &of.assessment.findings);
        for finding in findings() {
            let key = finding.instrument.as_str();
            let superseded = finding.superseded || !finding.outcome.is_assessed();
            match columns.iter_mut().find(|known| known.key == key) {
                Some(known) => known.superseded &= superseded,
                None => columns.push(Column {
                    key,
                    title: &finding.instrument_title,
                    strength: None,
                    superseded,
                    tally: Tally::default(),
                    unasked: 0,
                }),
            }
        }
        let row = |gated: &&'a Gated| {
            let cell = |column: &Column<'a>| {
                let own = gated.assessment.findings.iter();
                let own = own.filter(|finding| finding.instrument.as_str() == column.key);
                Cell::Tally(Tally::of(own.map(|finding| finding.outcome)))
            };
            Row { gated, cells: columns.iter().map(cell).collect() }
        };
        let rows: Vec<Row<'a>> = assessments.iter().map(row).collect();
        Self { by: By::Instrument, columns, rows, left_out: 0 }
    }

    /// Counts each column, leaves out those that nobody is asked, and puts what is superseded last.
    fn counted(mut self) -> Self {
        let tallies = self.tallies(0..self.rows.len());
        for (column, (tally, unasked)) in self.columns.iter_mut().zip(tallies) {
            (column.tally, column.unasked) = (tally, unasked);
        }
        let mut order: Vec<usize> = (0..self.columns.len()).collect();
        let column = |at: &usize| self.columns.get(*at);
        order.retain(|at| column(at).is_some_and(|own| own.tally.total() > 0));
        order.sort_by_key(|at| column(at).is_some_and(|own| own.superseded));
        self.left_out = self.columns.len() - order.len();
        self.columns = order.iter().filter_map(|at| self.columns.get(*at).copied()).collect();
        for row in &mut self.rows {
            row.cells = order.iter().filter_map(|at| row.cells.get(*at).copied()).collect();
        }
        self
    }

    /// What each column comes to over some of the rows, and of how many of them it isn't asked.
    #[must_use]
    pub fn tallies(&self, rows: std::ops::Range<usize>) -> Vec<(Tally, usize)> {
        let mut tallies = vec![(Tally::default(), 0); self.columns.len()];
        for row in self.rows.get(rows).unwrap_or_default() {
            for ((tally, unasked), cell) in tallies.iter_mut().zip(&row.cells) {
                let own = cell.tally();
                *unasked += usize::from(own.total() == 0);
                *tally = tally.and(own);
            }
        }
        tallies
    }

    /// The columns that most rows fall short of, the most first; powers and what is superseded apart.
    #[must_use]
    pub fn commonest_gaps(&self) -> Vec<&Column<'a>> {
        let asked = self.columns.iter().filter(|column| column.is_asked());
        let mut gaps: Vec<&Column<'a>> = asked.filter(|column| column.gaps() > 0).collect();
        gaps.sort_by_key(|column| std::cmp::Reverse((column.gaps(), column.strength)));
        gaps
    }

    /// The columns that every row meets of which they are asked.
    pub fn met_by_every(&self) -> impl Iterator<Item = &Column<'a>> {
        self.columns.iter().filter(|column| column.gaps() == 0)
    }

    /// The columns that no row meets.
    pub fn met_by_none(&self) -> impl Iterator<Item = &Column<'a>> {
        self.columns.iter().filter(|column| column.tally.met == 0)
    }
}

impl Row<'_> {
    /// How many arrangements are stated, and how many may be.
    #[must_use]
    pub fn coverage(&self) -> (usize, usize) {
        let all = &self.gated.assessment.arrangements;
        (all.iter().filter(|one| one.state != State::NotStated).count(), all.len())
    }
}
