//! A page for readers, in Markdown, as the tests see it: its fenced blocks, links and headings.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// The root of the repository.
pub(crate) fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A page, and where it lies.
pub(crate) struct Page {
    /// From the repository's root.
    pub(crate) name: String,
    pub(crate) text: String,
}

/// A fenced block.
pub(crate) struct Block<'a> {
    pub(crate) language: &'a str,
    /// What stands behind the language: the name of a file, a kind.
    pub(crate) label: &'a str,
    pub(crate) text: &'a str,
    /// Where the text stands in the page.
    pub(crate) span: Range<usize>,
}

impl Page {
    /// The README, and every page of the reference.
    pub(crate) fn all() -> Vec<Self> {
        let folder = fs::read_dir(repository().join("docs")).unwrap();
        let files = folder.map(|entry| entry.unwrap().path());
        let mut files: Vec<PathBuf> =
            files.filter(|path| path.extension().is_some_and(|ending| ending == "md")).collect();
        files.sort();
        let docs = files.iter().map(|path| path.strip_prefix(repository()).unwrap());
        std::iter::once(Path::new("README.md")).chain(docs).map(Self::at).collect()
    }

    /// One page, from the repository's root.
    pub(crate) fn at(name: &Path) -> Self {
        let text = fs::read_to_string(repository().join(name)).unwrap();
        Self { name: name.to_str().unwrap().to_owned(), text }
    }

    /// Its fenced blocks, in order.
    pub(crate) fn blocks(&self) -> Vec<Block<'_>> {
        let mut blocks = Vec::new();
        let mut at = 0;
        while let Some(start) = fence(&self.text, at) {
            let head = start + 3;
            let body = head + self.text[head..].find('\n').unwrap() + 1;
            let end = fence(&self.text, body).unwrap_or_else(|| {
                panic!("{}: a fence without an end: {}", self.name, &self.text[start..body])
            });
            let info = self.text[head..body].trim();
            let (language, label) = info.split_once(' ').unwrap_or((info, ""));
            blocks.push(Block { language, label, text: &self.text[body..end], span: body..end });
            at = end + 3;
        }
        blocks
    }

    /// Its text without its blocks.
    pub(crate) fn prose(&self) -> String {
        let mut prose = String::new();
        let mut at = 0;
        for block in self.blocks() {
            prose.push_str(&self.text[at..block.span.start]);
            at = block.span.end;
        }
        prose + &self.text[at..]
    }

    /// Where its links lead, but for those out of the repository.
    pub(crate) fn links(&self) -> Vec<String> {
        let prose = self.prose();
        let ends = prose.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        let links = ends.map(|link| link.split_whitespace().collect::<String>());
        links.filter(|link| !link.contains("://")).collect()
    }

    /// What its headings are called in links.
    pub(crate) fn anchors(&self) -> Vec<String> {
        let headings = self.text.lines().filter(|line| line.starts_with('#'));
        headings.map(|line| anchor(line.trim_start_matches('#').trim())).collect()
    }
}

/// Where a line that opens or closes a block stands, at or after a place.
fn fence(text: &str, from: usize) -> Option<usize> {
    if from == 0 && text.starts_with("```") {
        return Some(0);
    }
    let before = from.saturating_sub(1);
    text[before..].find("\n```").map(|at| before + at + 1)
}

/// A heading as GitHub and mdBook name it.
fn anchor(heading: &str) -> String {
    let letters = heading.chars().filter(|c| c.is_alphanumeric() || " -_".contains(*c));
    letters.map(|c| if c == ' ' { '-' } else { c.to_ascii_lowercase() }).collect()
}
