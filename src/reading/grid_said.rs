//! What the cells come to that answer one label of a grid.

use std::collections::{BTreeMap, BTreeSet};

use crate::rulebook::Tick;
use crate::standing::State;

/// What a cell of a grid is to who reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum CellPart {
    /// A label with its answer: what that says, and the blocks that say it.
    Label(Said, Vec<usize>),
    /// A label that is answered in words, which are read by themselves.
    Asked,
    /// A status or a tick.
    Status,
    /// What another body has.
    Others,
    /// What states nothing: a key, what words mean, a part on other business.
    Aside,
}

/// What the blocks of all grids are.
#[derive(Debug, Default)]
pub(super) struct GridParts {
    pub parts: BTreeMap<usize, CellPart>,
    /// Those of grids whose heads speak of slavery.
    pub topical: BTreeSet<usize>,
    /// Those of columns that answer nothing: numbers, dates, owners, what somebody agrees with.
    pub asides: BTreeSet<usize>,
    /// Those of grids with a column that is the force's by its head.
    pub ours: BTreeSet<usize>,
}

/// What an answer says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// How far what the label names stands.
    State(State),
    /// Nothing that is certain.
    Unsure(&'static str),
}

const UNTICKED: &str = "none of its columns is ticked";
const TICKED_TWICE: &str = "more than one of its columns is ticked";
const DISAGREE: &str = "its columns don't agree";

/// The answers to one label.
#[derive(Default)]
pub(super) struct Answers {
    /// What cells say, each with the year that heads its column.
    pub stated: Vec<(Said, Option<u32>)>,
    /// Ticks, each with what heads its column.
    pub ticks: Vec<(Tick, State)>,
    /// Whether it is columns that are ticked.
    pub tick_columns: bool,
    /// The blocks of all these.
    pub blocks: Vec<usize>,
    /// Whether one is answered in words.
    pub in_words: bool,
    /// Whether one is left blank.
    pub blank: bool,
    /// Whether one is another body's.
    pub others: bool,
    /// Whether something stands beside them that may answer as well: "40" beside "0".
    pub torn: bool,
    /// Why what they say settles nothing.
    pub doubted: Option<&'static str>,
    /// Whether one is a colour, which says of a task how it goes.
    pub coloured: bool,
    /// Whether one says of a task that it goes on, and whether one says that it was closed.
    pub unfinished: bool,
    /// The blocks of cells that answer in words.
    pub worded: Vec<usize>,
    /// The blocks of remarks beside the label.
    pub remarks: Vec<usize>,
    /// What such words come to that no status leads in.
    pub told: Vec<State>,
}

impl Answers {
    /// What they come to.
    pub(super) fn said(&self) -> Option<Said> {
        if self.torn && !self.stated.is_empty() {
            return Some(Said::Unsure(DISAGREE));
        }
        let ticked = |wanted: &[Tick]| -> Vec<State> {
            let own = self.ticks.iter().filter(|(tick, _)| wanted.contains(tick));
            own.map(|(_, state)| *state).collect()
        };
        let mut states = ticked(&[Tick::Chosen, Tick::Either]);
        if states.is_empty() {
            states = ticked(&[Tick::Crossed]);
        }
        states.dedup();
        if let Some(doubted) =
            self.doubted.filter(|_| !self.stated.is_empty() || !self.ticks.is_empty())
        {
            return Some(Said::Unsure(doubted));
        }
        let latest = self.stated.iter().filter_map(|(_, year)| *year).max();
        let counts = |year: &Option<u32>| latest.is_none() || *year == latest;
        let stated: Vec<Said> =
            self.stated.iter().filter(|(_, year)| counts(year)).map(|(said, _)| *said).collect();
        match (self.tick_columns, states.as_slice()) {
            (false, _) => combined(&stated, &self.told),
            (true, [state]) => Some(Said::State(*state)),
            (true, []) if !stated.is_empty() => combined(&stated, &self.told),
            (true, []) => Some(Said::Unsure(UNTICKED)),
            (true, _) => Some(Said::Unsure(TICKED_TWICE)),
        }
    }
}

/// What several answers to one label come to: the weakest, unless they contradict one another.
fn combined(said: &[Said], told: &[State]) -> Option<Said> {
    let states: Vec<State> = said
        .iter()
        .filter_map(|said| match said {
            Said::State(state) => Some(*state),
            Said::Unsure(_) => None,
        })
        .collect();
    match (states.iter().min(), states.iter().max()) {
        // "50%", and beside it "Custody done, control room not begun".
        (Some(State::Absent), Some(State::Partial)) if told.contains(&State::Absent) => {
            Some(Said::State(State::Partial))
        }
        (Some(State::Absent), Some(State::InPlace)) => Some(Said::Unsure(DISAGREE)),
        (Some(weakest), _) => Some(Said::State(*weakest)),
        _ => said.first().copied(),
    }
}

/// The year that a head names: of several columns of years, the latest counts.
pub(super) fn year(text: &str) -> Option<u32> {
    let mut words = text.split(|c: char| !c.is_ascii_digit());
    words.find(|word| word.len() == 4 && word.starts_with("20")).and_then(|word| word.parse().ok())
}
