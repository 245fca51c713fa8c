//! Any bytes as the body of a Word file.
#![no_main]

use msacheck_fuzz::{archive, open};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    open(
        "paper.docx",
        &archive(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", bytes)]),
    );
});
