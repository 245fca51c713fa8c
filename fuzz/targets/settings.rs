//! Any text as `msacheck.toml`, the gate's part and the rest.
#![no_main]

use msacheck::project::Project;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some(text) = msacheck_fuzz::text("msacheck.toml", bytes) else { return };
    if let Err(faults) = Project::read(&text) {
        msacheck_fuzz::say(&faults);
    }
});
