//! Any text as confirmations.
#![no_main]

use jiff::civil::date;
use msacheck::rulebook::read_confirmations;
use msacheck::source::Faults;
use msacheck_fuzz::rules::RULEBOOK;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some(text) = msacheck_fuzz::text("confirmations.toml", bytes) else { return };
    let faults = Faults::new();
    let rows = read_confirmations(&text, &RULEBOOK, date(2026, 11, 24), &faults);
    let sound = !faults.has_errors();
    msacheck_fuzz::say(&faults.into_sorted());
    if sound {
        let written: String = rows.iter().map(|row| row.to_toml()).collect();
        let again = msacheck_fuzz::text("again.toml", written.as_bytes()).expect("TOML is text");
        let faults = Faults::new();
        let again = read_confirmations(&again, &RULEBOOK, date(2026, 11, 24), &faults);
        assert_eq!(again.len(), rows.len(), "{written}");
    }
});
