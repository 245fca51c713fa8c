//! Any bytes as an archive: of Word, of OpenDocument, of neither.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    msacheck_fuzz::open("paper.docx", bytes);
});
