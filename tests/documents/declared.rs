//! What a document is read to declare.

use msacheck::checklists;
use msacheck::document::Document;
use msacheck::reading::{Reader, Scratch};

/// Each arrangement with its state and its quotes.
pub(crate) type Declared = Vec<(String, String, Vec<String>)>;

/// Reads a document that names its force.
pub(crate) fn declared(document: &Document) -> Declared {
    let lexicon = checklists::lexicon().unwrap();
    let rulebook = checklists::rulebook().unwrap();
    let reader = Reader::new(&lexicon, rulebook.vocabulary().ranks());
    let reading = reader.read(document, None, &mut Scratch::default());
    let told = reading.arrangements.iter().map(|read| {
        let quotes = read.evidence.iter().map(|words| words.quote.clone()).collect();
        (read.arrangement.to_string(), read.state.to_string(), quotes)
    });
    told.collect()
}
