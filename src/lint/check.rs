//! What a check of documents is: what it is called, why it is there, and how it is made.

use std::fmt::Debug;

use super::data::Data;
use super::finding::{Finding, Safety, Sensitivity};
use super::page::Page;

/// A check of documents.
#[derive(Clone, Copy, Debug)]
pub struct Check {
    /// Its id, as commands, settings and reports name it.
    pub id: &'static str,
    /// What it finds, in a line.
    pub title: &'static str,
    /// Why that matters.
    pub why: &'static str,
    /// Whom it helps.
    pub helps: &'static str,
    /// At which sensitivity it finds anything at all.
    pub sensitivity: Sensitivity,
    /// How far its fixes can be trusted; nothing where it offers none.
    pub fix: Option<Safety>,
    /// Makes it ready out of its data. Faults of the data go to it.
    pub(super) make: fn(&mut Data<'_>) -> Box<dyn Looks>,
}

/// A check made ready.
pub(super) trait Looks: Debug + Send + Sync {
    /// Adds what it finds on a page.
    fn look(&self, page: &Page<'_>, found: &mut Vec<Finding>);
}
