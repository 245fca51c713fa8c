//! Any text, read for what it declares.
#![no_main]

use std::cell::RefCell;

use msacheck::reading::Scratch;
use msacheck_fuzz::rules::READER;

thread_local! {
    static SCRATCH: RefCell<Scratch> = RefCell::default();
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Some(document) = msacheck_fuzz::open("paper.txt", bytes) {
        SCRATCH.with_borrow_mut(|scratch| READER.read(&document, Some("Kent Police"), scratch));
    }
});
