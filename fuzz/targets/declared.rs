//! A declaration that is nearly right, made of any bytes. One that loads can be written, and loads again as the
//! same; assessing it says what it must say whatever the day.
#![no_main]

use std::sync::Arc;

use jiff::civil::{Date, date};
use libfuzzer_sys::arbitrary::Unstructured;
use msacheck::assessment;
use msacheck::declaration::{self, Declaration, Sources};
use msacheck::source::{Fault, Faults, Text};
use msacheck_fuzz::made;
use msacheck_fuzz::rules::RULEBOOK;

const TODAY: Date = date(2027, 12, 31);

/// One source, in which some quotes stand.
struct Shelf;

impl Sources for Shelf {
    fn read(&self, name: &str) -> Result<Arc<Text>, Fault> {
        Ok(Arc::new(Text::new(name, "The force has one lead officer for this.\nTwo.\n")))
    }
}

fn load(body: String) -> (Option<Declaration>, Vec<Fault>) {
    let faults = Faults::new();
    let text = Arc::new(Text::new("declaration.toml", body));
    let declared = declaration::load(&text, RULEBOOK.vocabulary(), &Shelf, TODAY, &faults);
    (declared, faults.into_sorted())
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let mut bytes = Unstructured::new(bytes);
    let Ok(body) = made::declaration(&mut bytes, RULEBOOK.vocabulary()) else { return };
    let (declared, faults) = load(body);
    msacheck_fuzz::say(&faults);
    let Some(declared) = declared else { return };
    let written = declaration::write(&declared);
    let (again, faults) = load(written.clone());
    let again = again.unwrap_or_else(|| panic!("{faults:?}\n{written}"));
    assert_eq!(declaration::write(&again), written);
    for on in [None, Some(date(2015, 8, 1)), Some(date(2026, 4, 8))] {
        let assessed = assessment::assess(&RULEBOOK, &declared, on);
        assert_eq!(
            assessed.findings.len(),
            assessment::assess(&RULEBOOK, &again, on).findings.len()
        );
    }
});
