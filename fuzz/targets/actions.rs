//! Any text as a plan of action.
#![no_main]

use msacheck::actions::Plan;
use msacheck::source::Faults;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some(text) = msacheck_fuzz::text("actions.toml", bytes) else { return };
    let faults = Faults::new();
    let plan = Plan::read(&text, &faults);
    assert!(plan.actions.iter().all(|action| !action.requirements.is_empty()));
    msacheck_fuzz::say(&faults.into_sorted());
});
