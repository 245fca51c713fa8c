//! Any text, read for what it declares.
#![no_main]

use std::cell::RefCell;
use std::sync::LazyLock;

use msacheck::checklists;
use msacheck::reading::{Reader, Scratch};

static READER: LazyLock<Reader> = LazyLock::new(|| {
    let rulebook = checklists::rulebook().expect("the built-in rules have no faults");
    let lexicon = checklists::lexicon().expect("the built-in rules have no faults");
    Reader::new(&lexicon, rulebook.vocabulary().ranks())
});

thread_local! {
    static SCRATCH: RefCell<Scratch> = RefCell::default();
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Some(document) = msacheck_fuzz::open("paper.txt", bytes) {
        SCRATCH.with_borrow_mut(|scratch| READER.read(&document, Some("Kent Police"), scratch));
    }
});
