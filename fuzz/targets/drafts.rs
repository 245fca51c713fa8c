//! Any text as a paper, and the draft that is made of it, which loads.
#![no_main]

use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::date;
use msacheck::check::{Check, Memory};
use msacheck::declaration::{self, Sources};
use msacheck::source::{Fault, Faults, Text};
use msacheck_fuzz::rules::{ASKED, RULEBOOK};

/// The paper, as loading finds it beside the draft.
struct Paper<'a>(&'a [u8]);

impl Sources for Paper<'_> {
    fn read(&self, name: &str) -> Result<Arc<Text>, Fault> {
        declaration::source_text(name, self.0.to_vec())
    }
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let files = Memory::new().with("paper.txt", bytes);
    let today = date(2026, 11, 24);
    let check =
        Check::new(&ASKED, &files, today).force(Some("Northmarch Police".to_owned())).jobs(1);
    match check.draft(&[PathBuf::from("paper.txt")]) {
        Err(faults) => msacheck_fuzz::say(&faults),
        Ok((drafted, faults)) => {
            msacheck_fuzz::say(&faults);
            let written = declaration::draft(&drafted, RULEBOOK.vocabulary(), &Paper(bytes));
            let text = Arc::new(Text::new("draft.toml", written.clone()));
            let faults = Faults::new();
            let sources = Paper(bytes);
            let loaded = declaration::load(&text, RULEBOOK.vocabulary(), &sources, today, &faults);
            assert!(loaded.is_some(), "{:?}\n{written}", faults.into_sorted());
        }
    }
});
