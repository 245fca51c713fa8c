//! Any bytes as a PDF. The crate that reads PDFs may panic on a thread of its own, which is caught.
#![no_main]

use std::panic;
use std::thread;

libfuzzer_sys::fuzz_target!(
    init: {
        let abort = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            if thread::current().name() != Some("msacheck-pdf") {
                abort(panic);
            }
        }));
    },
    |bytes: &[u8]| {
        msacheck_fuzz::open("paper.pdf", bytes);
    }
);
