//! The sentences of papers as `.ci/weigh` learns from them what words weigh: for each folder with `documents/` and
//! `forces.tsv` (a document, the force that it is read for), a line a sentence: folder, document, signs, words, text.

use std::error::Error;
use std::io::{BufWriter, Write as _};
use std::path::Path;
use std::{collections::BTreeMap, env, fs, io};

use msacheck::checklists;
use msacheck::document;
use msacheck::reading::{Reader, Scratch};
use msacheck::rulebook::{Lexicon, Rulebook};

fn main() -> Result<(), Box<dyn Error>> {
    let files = checklists::files();
    let wrong = |faults: Vec<_>| format!("the built-in rules have {} faults", faults.len());
    let rulebook = Rulebook::load(&files).map_err(wrong)?;
    let lexicon = Lexicon::load(&files).map_err(wrong)?;
    let reader = Reader::new(&lexicon, rulebook.vocabulary().ranks());
    let mut out = BufWriter::new(io::stdout().lock());
    for folder in env::args().skip(1) {
        let forces = fs::read_to_string(Path::new(&folder).join("forces.tsv")).unwrap_or_default();
        let forces: BTreeMap<&str, &str> =
            forces.lines().filter_map(|line| line.split_once('\t')).collect();
        let mut scratch = Scratch::default();
        let mut names = Vec::new();
        for entry in fs::read_dir(Path::new(&folder).join("documents"))? {
            names.push(entry?.file_name().to_string_lossy().into_owned());
        }
        names.sort();
        for name in names {
            let bytes = fs::read(Path::new(&folder).join("documents").join(&name))?;
            let Ok(paper) = document::open(&name, bytes) else { continue };
            let force = forces.get(name.as_str()).copied();
            for sentence in reader.weighable(&paper, force, &mut scratch) {
                let (block, span) = &sentence.place;
                let text = paper.blocks.get(*block).and_then(|own| own.text().get(span.clone()));
                let signs: Vec<String> = sentence.signs.iter().map(ToString::to_string).collect();
                writeln!(
                    out,
                    "{folder}\t{name}\t{}\t{}\t{}",
                    signs.join(" "),
                    sentence.words.join("|"),
                    text.unwrap_or_default().replace(['\n', '\t'], " ")
                )?;
            }
        }
    }
    Ok(())
}
