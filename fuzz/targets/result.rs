//! Any text as a saved result. What is read can be written and read again.
#![no_main]

use msacheck::report::{Spacing, result_json};
use msacheck::result::read;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some(text) = msacheck_fuzz::text("result.json", bytes) else { return };
    match read(&text) {
        Err(fault) => msacheck_fuzz::say(&[fault]),
        Ok(result) => {
            let written = result_json(&result, Spacing::Compact).expect("a result can be written");
            let again = msacheck_fuzz::text("again.json", &written).expect("JSON is text");
            let again = read(&again).expect("what was written can be read");
            assert_eq!(result_json(&again, Spacing::Compact).ok(), Some(written));
        }
    }
});
