//! Any bytes as Markdown.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    msacheck_fuzz::open("paper.md", bytes);
});
