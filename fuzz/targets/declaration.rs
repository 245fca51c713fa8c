//! Any text as a declaration.
#![no_main]

use jiff::civil::date;
use msacheck::source::Faults;
use msacheck::{assessment, declaration};
use msacheck_fuzz::rules::RULEBOOK;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some(text) = msacheck_fuzz::text("declaration.toml", bytes) else { return };
    let faults = Faults::new();
    let today = date(2026, 11, 24);
    let declared =
        declaration::load(&text, RULEBOOK.vocabulary(), &declaration::NoSources, today, &faults);
    msacheck_fuzz::say(&faults.into_sorted());
    if let Some(declared) = declared {
        let _ = assessment::assess(&RULEBOOK, &declared, None);
    }
});
