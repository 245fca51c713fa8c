//! Any texts as a rule pack: an arrangement, an instrument, its requirements and what is read, with a line of dashes
//! between them.
#![no_main]

use std::sync::Arc;

use msacheck::checklists;
use msacheck::rulebook::{Lexicon, RuleFile, Rulebook};
use msacheck::source::Text;

const PLACES: [&str; 4] =
    ["arrangements/fuzzed.toml", "pack/instrument.toml", "pack/fuzzed.toml", "context.toml"];

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Ok(whole) = str::from_utf8(bytes) else { return };
    let mut files: Vec<RuleFile> =
        checklists::files().into_iter().filter(|file| file.path == "ranks.toml").collect();
    for (path, body) in PLACES.iter().zip(whole.split("\n----\n")) {
        let text = Arc::new(Text::new(*path, body.to_owned()));
        files.push(RuleFile { path: (*path).to_owned(), text });
    }
    if let Err(faults) = Rulebook::load(&files) {
        msacheck_fuzz::say(&faults);
    }
    if let Err(faults) = Lexicon::load(&files) {
        msacheck_fuzz::say(&faults);
    }
});
