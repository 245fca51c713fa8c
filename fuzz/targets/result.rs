//! Any text as a saved result. What is read can be written and read again.
#![no_main]

use msacheck::result::{read, write};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some(text) = msacheck_fuzz::text("result.json", bytes) else { return };
    match read(&text) {
        Err(fault) => msacheck_fuzz::say(&[fault]),
        Ok(result) => {
            let written = write(&result).expect("a result can be written");
            let again =
                msacheck_fuzz::text("again.json", written.as_bytes()).expect("JSON is text");
            let again = read(&again).expect("what was written can be read");
            assert_eq!(write(&again).ok().as_ref(), Some(&written));
        }
    }
});
