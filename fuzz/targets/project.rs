//! Any text as the settings of a gate, with its waivers, in `msacheck.toml`.
#![no_main]

use msacheck::gate::Settings;
use msacheck::source::{Faults, Table, parse_toml};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some(text) = msacheck_fuzz::text("msacheck.toml", bytes) else { return };
    let faults = Faults::new();
    let parsed = parse_toml(&text, &faults);
    let root = Table::root(&parsed, &text, &faults);
    let _ = Settings::read(&root);
    root.finish();
    msacheck_fuzz::say(&faults.into_sorted());
});
