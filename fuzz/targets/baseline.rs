//! Any text as a baseline. What is read can be written and read again.
#![no_main]

use msacheck::gate::Baseline;
use msacheck::source::Faults;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some(text) = msacheck_fuzz::text("baseline.toml", bytes) else { return };
    let faults = Faults::new();
    let read = Baseline::read(&text, &faults);
    msacheck_fuzz::say(&faults.into_sorted());
    if let Some(baseline) = read {
        let written = baseline.write();
        let again = msacheck_fuzz::text("again.toml", written.as_bytes()).expect("TOML is text");
        let again = Baseline::read(&again, &Faults::new()).expect("what was written can be read");
        assert_eq!(again.write(), written);
    }
});
