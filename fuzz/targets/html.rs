//! Any bytes as a web page.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    msacheck_fuzz::open("paper.html", bytes);
});
