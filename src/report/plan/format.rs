//! What a format of a plan is: as a format of a result, made of [`Plans`] and nothing else.

use crate::plan::Plans;
use crate::report::format::Readers;
use crate::source::Fault;

/// One way to show plans.
#[derive(Clone, Copy, Debug)]
pub struct PlanFormat {
    /// Its name on the command line.
    pub name: &'static str,
    /// What it is for.
    pub about: &'static str,
    /// Makes the bytes of the report. The same plans and look give the same bytes.
    pub render: fn(&Plans, PlanOptions) -> Result<Vec<u8>, Fault>,
    /// Who reads it.
    pub readers: Readers,
}

/// How a report of plans is to look. Only that of the terminal depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanOptions {
    /// How many columns the terminal has.
    pub width: usize,
    /// Whether it shows colour.
    pub colour: bool,
    /// Whether every step is shown, and all that each closes.
    pub full: bool,
}
