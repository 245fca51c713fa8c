//! Any texts as what reading rests on: classes and cues, other bodies, forces, ranks, with a line of dashes
//! between them, and a paper after those, which is read by them.
#![no_main]

use std::sync::Arc;

use msacheck::checklists;
use msacheck::reading::{Reader, Scratch};
use msacheck::rulebook::{Lexicon, RuleFile, Rulebook};
use msacheck::source::Text;

const PLACES: [&str; 4] = ["context.toml", "names.toml", "forces.toml", "ranks.toml"];

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Ok(whole) = str::from_utf8(bytes) else { return };
    let mut parts = whole.split("\n----\n");
    let mut files: Vec<RuleFile> = Vec::new();
    for (path, body) in PLACES.iter().zip(&mut parts) {
        let text = Arc::new(Text::new(*path, body.to_owned()));
        files.push(RuleFile { path: (*path).to_owned(), text });
    }
    let ranks = files.iter().any(|file| file.path == "ranks.toml" && !file.text.body().is_empty());
    let own = checklists::files().into_iter().filter(|file| {
        file.path.starts_with("arrangements/lead") || (file.path == "ranks.toml" && !ranks)
    });
    let files: Vec<RuleFile> = own.chain(files).collect();
    let rulebook = Rulebook::load(&files);
    let lexicon = Lexicon::load(&files);
    for faults in [rulebook.as_ref().err(), lexicon.as_ref().err()].into_iter().flatten() {
        msacheck_fuzz::say(faults);
    }
    if let (Ok(rulebook), Ok(lexicon), Some(paper)) = (rulebook, lexicon, parts.next())
        && let Some(document) = msacheck_fuzz::open("paper.txt", paper.as_bytes())
    {
        let reader = Reader::new(&lexicon, rulebook.vocabulary().ranks());
        let _ = reader.read(&document, Some("Northmarch Police"), &mut Scratch::default());
    }
});
