//! A document with what was read in it.

use std::sync::Arc;

use super::{Dated, Reading};
use crate::document::Document;

/// A document with what was read in it.
#[derive(Clone, Debug)]
pub struct ReadDocument {
    /// The document.
    pub document: Arc<Document>,
    /// What it declares.
    pub reading: Reading,
    /// The date that it gives itself.
    pub dated: Option<Dated>,
}
