//! What a document's boxes and its own key say, before its sentences are read.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::choices::chosen;
use super::chosen::Chosen;
use super::legend::Legend;
use crate::document::Document;
use crate::rulebook::GridWords;

/// What was filled in.
pub(super) struct Filled<'w> {
    /// What was chosen in each block that has boxes.
    pub chosen: BTreeMap<usize, Chosen>,
    /// The words of grids, with what the document's own key says of them.
    pub words: Cow<'w, GridWords>,
    pub legend: Legend,
}

impl<'w> Filled<'w> {
    /// What was filled in in a document.
    pub(super) fn of(document: &Document, words: &'w GridWords) -> Self {
        let legend = Legend::of(document, words);
        let words = legend.words(words);
        Self { chosen: chosen(document, &words, legend.empty), words, legend }
    }
}
