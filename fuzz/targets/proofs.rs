//! Any text as examples: of requirements, and of reading.
#![no_main]

use std::sync::Arc;

use msacheck::proof::{examples, reading_examples};
use msacheck::rulebook::{RuleFile, Rulebook};
use msacheck::source::Text;
use msacheck_fuzz::rules::RULEBOOK;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Ok(body) = str::from_utf8(bytes) else { return };
    let text = |path: &str, body: String| RuleFile {
        path: path.to_owned(),
        text: Arc::new(Text::new(path, body)),
    };
    let rules = format!(
        "[[provision]]\nid = \"p\"\nheading = \"H\"\n\n[[requirement]]\nid = \"r\"\ntitle = \"T\"\n\
         provision = \"p\"\ncitation = \"C\"\nstrength = \"duty\"\nbearer = [\"forces\"]\n\
         derivation = \"express\"\nwarrant = \"seen\"\nfrom = 2010-01-01\nneeds = [\"lead\"]\n\
         remedy = \"R\"\n\n[[requirement.example]]\n{body}\n"
    );
    let instrument = "id = \"fuzzed\"\ntitle = \"F\"\nfrom = 2010-01-01\n".to_owned();
    let files = [
        text("fuzzed/instrument.toml", instrument),
        text("fuzzed/rules.toml", rules),
        text("examples/fuzzed.toml", body.to_owned()),
    ];
    // Only the lead and the ranks of the built-in rules: all their examples would be read each time.
    let own = RULEBOOK
        .files()
        .iter()
        .filter(|file| file.path == "ranks.toml" || file.path == "arrangements/lead.toml");
    let files: Vec<RuleFile> = own.cloned().chain(files).collect();
    match Rulebook::load(&files) {
        Err(faults) => msacheck_fuzz::say(&faults),
        Ok(rulebook) => {
            msacheck_fuzz::say(&examples(&rulebook).err().unwrap_or_default());
            msacheck_fuzz::say(&reading_examples(&rulebook).err().unwrap_or_default());
        }
    }
});
