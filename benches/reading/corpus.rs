//! A thousand papers of fictional forces, made of the words of cues and modifiers.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use msacheck::rulebook::{Alternative, Element, Lexicon, Pattern};

use crate::chance::Chance;

/// About how long a paper is, in bytes.
const LENGTH: usize = 8 * 1024;

/// Where a line is broken, in characters.
const WIDTH: usize = 96;

const FORCES: [&str; 12] = [
    "Northmarch",
    "Eastmere",
    "Fenshire",
    "Westvale",
    "Seaborough",
    "Millfordshire",
    "Harrowdale",
    "Stonebeck",
    "Penmarsh",
    "Langmoor",
    "Ashcombe",
    "Tarnside",
];

const FILLERS: [&str; 96] = [
    "the",
    "of",
    "and",
    "in",
    "a",
    "for",
    "to",
    "with",
    "by",
    "on",
    "at",
    "as",
    "county",
    "town",
    "district",
    "residents",
    "street",
    "market",
    "station",
    "patrol",
    "report",
    "reports",
    "month",
    "year",
    "week",
    "summer",
    "winter",
    "meeting",
    "minutes",
    "paper",
    "members",
    "committee",
    "performance",
    "figures",
    "demand",
    "calls",
    "vehicles",
    "building",
    "contract",
    "savings",
    "public",
    "confidence",
    "survey",
    "response",
    "times",
    "incidents",
    "neighbourhood",
    "village",
    "school",
    "parking",
    "speeding",
    "noise",
    "theft",
    "bicycles",
    "lighting",
    "events",
    "weekend",
    "volunteers",
    "cadets",
    "ceremony",
    "award",
    "visit",
    "website",
    "newsletter",
    "quarter",
    "national",
    "regional",
    "several",
    "many",
    "other",
    "new",
    "further",
    "recent",
    "early",
    "late",
    "was",
    "were",
    "is",
    "are",
    "has",
    "had",
    "been",
    "this",
    "that",
    "which",
    "who",
    "their",
    "its",
    "from",
    "about",
    "after",
    "before",
    "over",
    "across",
    "between",
    "around",
];

const SUBJECTS: [&str; 8] = [
    "The force",
    "The Constabulary",
    "We",
    "Our officers",
    "The council",
    "The Regional Organised Crime Unit",
    "The charity",
    "It",
];

/// Which characters the papers are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Signs {
    /// ASCII alone.
    Plain,
    /// ’ – £ in a third of the sentences.
    Typographic,
}

/// Writes so many papers into a folder.
pub(crate) fn write(
    folder: &Path,
    papers: usize,
    signs: Signs,
    lexicon: &Lexicon,
) -> io::Result<Vec<PathBuf>> {
    fs::create_dir_all(folder)?;
    let mut files = Vec::with_capacity(papers);
    for paper in 0..papers {
        let seed = u64::try_from(paper).unwrap_or(0);
        let mut writer = Writer { lexicon, chance: Chance::new(seed), signs };
        let file = folder.join(format!("paper-{paper:04}.txt"));
        fs::write(&file, writer.paper())?;
        files.push(file);
    }
    Ok(files)
}

struct Writer<'a> {
    lexicon: &'a Lexicon,
    chance: Chance,
    signs: Signs,
}

impl Writer<'_> {
    fn paper(&mut self) -> String {
        let force = self.pick(&FORCES);
        let mut out = format!("{force} Police\n\nModern slavery: how the force responds\n\n");
        while out.len() < LENGTH {
            let sentences = 3 + self.chance.below(5);
            let mut paragraph = Vec::new();
            for _ in 0..sentences {
                paragraph.push(self.sentence(force));
            }
            wrap(&paragraph.join(" "), &mut out);
            out.push('\n');
        }
        out
    }

    fn sentence(&mut self, force: &str) -> String {
        let mut words: Vec<String> = Vec::new();
        if self.chance.once_in(2) {
            let subject = match self.chance.below(SUBJECTS.len() + 1) {
                0 => format!("{force} Police"),
                _ => self.pick(&SUBJECTS).to_owned(),
            };
            words.push(subject);
            let lexicon = self.lexicon;
            if let Some(modifier) = self.chance.one(&lexicon.modifiers) {
                self.say(&modifier.pattern, 0, &mut words);
            }
            if let Some(cue) = self.chance.one(&lexicon.cues) {
                self.say(&cue.pattern, 0, &mut words);
            }
            self.fill(8, &mut words);
            if self.chance.once_in(4) {
                words.push("for modern slavery".to_owned());
            }
        } else {
            words.push("The".to_owned());
            self.fill(18, &mut words);
        }
        if self.chance.once_in(3)
            && let Some(last) = words.last_mut()
        {
            last.push(',');
            self.fill(6, &mut words);
        }
        let mut sentence = words.join(" ");
        sentence.push('.');
        if self.signs == Signs::Typographic && self.chance.once_in(3) {
            let sign = self.pick(&["the force’s plan – ", "£20,000 – ", "‘as before’ – "]);
            sentence = format!("{sign}{sentence}").replace('\'', "’").replace(" - ", " – ");
        }
        if sentence.is_ascii() || self.signs == Signs::Typographic {
            sentence
        } else {
            sentence.chars().filter(char::is_ascii).collect()
        }
    }

    /// Says a pattern in one of the ways in which it can be said.
    fn say(&mut self, pattern: &Pattern, depth: u8, out: &mut Vec<String>) {
        for element in &pattern.elements {
            match element {
                Element::One(pieces) => self.piece(pieces, depth, out),
                Element::Maybe(pieces) if self.chance.once_in(2) => self.piece(pieces, depth, out),
                Element::Maybe(_) => {}
                Element::Gap(_) => self.fill(3, out),
            }
        }
    }

    fn piece(&mut self, pieces: &[Alternative], depth: u8, out: &mut Vec<String>) {
        match self.chance.one(pieces) {
            Some(Alternative::Word(word)) => out.push(word.clone()),
            Some(Alternative::Begins(start)) => out.push(format!("{start}ed")),
            Some(Alternative::Class(name)) => {
                let lexicon = self.lexicon;
                let phrases = lexicon.classes.get(name).map_or(&[][..], Vec::as_slice);
                match self.chance.one(phrases) {
                    Some(phrase) if depth < 3 => self.say(phrase, depth + 1, out),
                    _ => out.push("superintendent".to_owned()),
                }
            }
            None => {}
        }
    }

    fn fill(&mut self, most: usize, out: &mut Vec<String>) {
        for _ in 0..self.chance.below(most) {
            out.push(self.pick(&FILLERS).to_owned());
        }
    }

    fn pick(&mut self, of: &[&'static str]) -> &'static str {
        self.chance.one(of).copied().unwrap_or_default()
    }
}

fn wrap(text: &str, out: &mut String) {
    let mut wide = 0;
    for word in text.split(' ') {
        let length = word.chars().count() + 1;
        if wide + length > WIDTH {
            out.push('\n');
            wide = 0;
        } else if wide > 0 {
            out.push(' ');
        }
        out.push_str(word);
        wide += length;
    }
    out.push('\n');
}
