//! OSCAL 1.2.1, the formats in which control catalogs and assessments are exchanged: the rules as a
//! catalog, a result as assessment results. Both name a requirement in the same way.
//!
//! No identifier is drawn by lot and no time is that of the clock: the same content gives the same
//! bytes.

mod catalog;
mod notation;
mod results;

pub use catalog::oscal_catalog;
pub(super) use results::FORMAT;
