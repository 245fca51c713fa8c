//! Many assessments side by side: what changed between two dates of one force, and how many forces
//! stand beside each other. Pure: assessments in, a [`Comparison`] out, that every report is made of.
//!
//! No figure is worked out anew: what a cell, a count or a change rests on is a finding of a check, so
//! that no report of a comparison says another number than `check` does.

mod about;
mod asked;
mod between;
mod change;
mod comparison;
mod history;
mod matrix;
mod peers;
mod stretch;
mod territory;

pub use about::About;
pub use asked::Asked;
pub use between::{ArrangementChange, Changes, RequirementChange};
pub use change::Change;
pub use comparison::Comparison;
pub use history::History;
pub use matrix::{By, Cell, Column, Matrix, Row};
pub use peers::{GroupBy, Peers, Ties, ties};
pub use stretch::{Dates, OneDate, Stretch};
pub use territory::{Lost, Territory, alone};
