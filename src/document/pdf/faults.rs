//! What couldn't be read of a PDF, in words.

use memchr::memmem;

use super::bare::Bare;
use super::glyphs::Unreadable;
use super::pen::GLYPHS_OF_A_PAGE;
use super::run;
use super::sheet::Sheet;
use crate::document::budget::MEMORY;
use crate::document::numbers::{pages, verb};
use crate::document::pdf_header::has_header;
use crate::document::pictures::told;
use crate::source::Fault;

/// Where the mark of a file's end is looked for.
const TAIL: usize = 4096;

/// What there is too much of before a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Beyond {
    /// Text.
    Memory,
    /// Things to draw.
    Work,
}

/// What is noted while a PDF is read.
#[derive(Debug)]
pub(super) struct Record {
    name: String,
    has_header: bool,
    /// Whether the file ends as a PDF does.
    has_end: bool,
    /// How many streams were taken out since they unfold to too much.
    pub bombs: usize,
    /// How many pages the document says it has.
    pub declared: Option<u32>,
    /// How many there are.
    pub found: u32,
    /// What it holds beside pages that isn't read.
    pub unread: Option<&'static str>,
    /// Whether reading stopped before the last page.
    pub stopped: bool,
    /// How many pages were handed over, readable or not.
    seen: u32,
    /// The first page that wasn't read since there was too much before it, and too much of what.
    beyond: Option<(u32, Beyond)>,
    failed: Vec<u32>,
    missing: Vec<u32>,
    broken: Vec<u32>,
    cut: Vec<u32>,
    pictures: Vec<u32>,
    /// Pictures beside text that may show words.
    beside: Bare,
    garbled: Vec<u32>,
    garbled_in_part: Vec<u32>,
    doubtful: Vec<u32>,
    /// The first page with a font whose codes aren't known: the later ones that have it aren't asked about again.
    foreign: Option<u32>,
}

impl Record {
    pub(super) fn new(name: &str, bytes: &[u8]) -> Self {
        let tail = bytes.get(bytes.len().saturating_sub(TAIL)..).unwrap_or_default();
        Self {
            name: name.to_owned(),
            has_header: has_header(bytes),
            has_end: memmem::find(tail, b"%%EOF").is_some(),
            bombs: 0,
            declared: None,
            found: 0,
            unread: None,
            stopped: false,
            seen: 0,
            beyond: None,
            failed: Vec::new(),
            missing: Vec::new(),
            broken: Vec::new(),
            cut: Vec::new(),
            pictures: Vec::new(),
            beside: Bare::default(),
            garbled: Vec::new(),
            garbled_in_part: Vec::new(),
            doubtful: Vec::new(),
            foreign: None,
        }
    }

    /// Notes the next page as it was drawn.
    pub(super) fn page(&mut self, sheet: Option<&Sheet>) {
        self.seen += 1;
        let Some(sheet) = sheet else {
            self.failed.push(self.seen);
            return;
        };
        if sheet.cut {
            self.cut.push(self.seen);
        }
        if sheet.foreign {
            self.foreign.get_or_insert(self.seen);
        }
        if sheet.missing {
            self.missing.push(self.seen);
        }
        if sheet.broken && !sheet.missing {
            self.broken.push(self.seen);
        }
        if sheet.pictures {
            self.pictures.push(self.seen);
        }
        if !sheet.glyphs.is_empty() {
            self.beside.page(self.seen, sheet);
        }
    }

    /// Notes that a page, and what follows it, comes after more than is read of a document.
    pub(super) fn beyond(&mut self, page: u32, what: Beyond) {
        self.beyond.get_or_insert((page, what));
    }

    /// The number of the page that is read next.
    pub(super) fn next(&self) -> u32 {
        self.seen + 1
    }

    /// Notes whether a page has text of its own.
    pub(super) fn text(&mut self, page: u32, has_some: bool) {
        if has_some {
            self.pictures.retain(|other| *other != page);
        } else {
            self.beside.forget(page);
        }
    }

    /// Notes a page that is no language.
    pub(super) fn garbled(&mut self, page: u32) {
        self.garbled.push(page);
    }

    /// Notes a page of which some lines are no language.
    pub(super) fn garbled_in_part(&mut self, page: u32) {
        self.garbled_in_part.push(page);
    }

    /// Notes a page that may not be language.
    pub(super) fn doubtful(&mut self, page: u32) {
        self.doubtful.push(page);
    }

    /// Notes that the document as a whole is no language.
    pub(super) fn garbled_whole(&mut self) {
        self.garbled = (1..=self.seen).collect();
        (self.doubtful, self.garbled_in_part) = (Vec::new(), Vec::new());
    }

    /// Why nothing of the document can be read.
    pub(super) fn unreadable(&self, why: Unreadable) -> Fault {
        let name = &self.name;
        match why {
            Unreadable::Password => {
                Fault::whole("document::encrypted", format!("`{name}` needs a password to be opened"))
                    .help("open it with its password and save a copy without one: `qpdf --decrypt --password=… in.pdf out.pdf`")
            }
            Unreadable::Encryption => {
                let message = format!("`{name}` is encrypted in a way that can't be read");
                Fault::whole("document::encrypted", message)
                    .help("save a copy without encryption: `qpdf --decrypt in.pdf out.pdf`")
            }
            Unreadable::Bomb => {
                let message = format!("`{name}` holds a stream that unfolds to more than 512 MB: nothing of it was read");
                Fault::whole("document::too-large", message).help(ANEW)
            }
            Unreadable::Damaged if !self.has_header => {
                let message = format!("`{name}` isn't a PDF, though its name says so");
                Fault::whole("document::damaged", message)
                    .help("give it the ending of what it is, such as .txt or .html")
            }
            Unreadable::Damaged => {
                let message = format!("`{name}` is damaged: no page of it can be read");
                Fault::whole("document::damaged", message).help(AGAIN)
            }
        }
    }

    /// Everything that couldn't be read, what matters most first. Errors: who finds something to read
    /// all the same makes warnings of them.
    pub(super) fn faults(&self) -> Vec<Fault> {
        let name = &self.name;
        let mut faults = Vec::new();
        faults.extend(self.damage());
        if !self.broken.is_empty() {
            let message = format!(
                "{} of `{name}` {} damaged: some of the text there may be missing",
                pages(&self.broken),
                verb(&self.broken, "is", "are"),
            );
            faults.push(Fault::whole("document::damaged", message).help(AGAIN));
        }
        if !self.garbled.is_empty() {
            let message = format!(
                "{} of `{name}` {} as English: nothing of {} was read",
                pages(&self.garbled),
                verb(&self.garbled, "doesn't read", "don't read"),
                verb(&self.garbled, "it", "them"),
            );
            faults.push(Fault::whole("document::not-language", message).help(FONTS));
        }
        if !self.garbled_in_part.is_empty() {
            let message = format!(
                "lines on {} of `{name}` don't read as English: they were left out",
                pages(&self.garbled_in_part),
            );
            faults.push(Fault::whole("document::not-language", message).help(FONTS));
        }
        if let Some(page) = self.foreign {
            let message = format!(
                "`{name}` has text from page {page} on whose letters aren't known here: a font for Chinese, Japanese or Korean says so in a table that isn't in the file"
            );
            faults.push(Fault::whole("document::not-language", message).help(FONTS));
        }
        if let Some(what) = self.unread {
            let message = format!("`{name}` holds {what}, which isn't read");
            faults.push(Fault::whole("document::part-unread", message).help(BESIDE));
        }
        if !self.pictures.is_empty() {
            let message = format!(
                "{} of `{name}` {} pictures and no text",
                pages(&self.pictures),
                verb(&self.pictures, "holds", "hold"),
            );
            faults.push(Fault::whole("document::image-only", message).help(SCANNED));
        }
        let beside = self.beside.pages(self.seen);
        if !beside.is_empty() {
            let verb = verb(&beside, "has", "have");
            faults.push(told(&format!("{} of `{name}` {verb} wide pictures", pages(&beside))));
        }
        if self.bombs > 0 {
            let message = format!(
                "{} of `{name}` {} to more than 32 MB (a picture: 128 MB), or to more than is read of a file of \
                 this size, and {} left out",
                if self.bombs == 1 {
                    "a stream".to_owned()
                } else {
                    format!("{} streams", self.bombs)
                },
                if self.bombs == 1 { "unfolds" } else { "unfold" },
                if self.bombs == 1 { "was" } else { "were" },
            );
            faults.push(Fault::whole("document::too-large", message).help(ANEW));
        }
        if !self.cut.is_empty() {
            let message = format!(
                "{} of `{name}` {} more than {GLYPHS_OF_A_PAGE} characters: what comes after them wasn't read",
                pages(&self.cut),
                verb(&self.cut, "holds", "hold"),
            );
            faults.push(Fault::whole("document::too-large", message).help(ANEW));
        }
        if let Some((page, what)) = self.beyond {
            let why = match what {
                Beyond::Memory => {
                    let megabytes = MEMORY / 1024 / 1024;
                    format!("the text before it takes {megabytes} MB of memory already")
                }
                Beyond::Work => {
                    "to draw the pages to there takes more than the 2.4 seconds of work that \
                                 any PDF may take, and 0.4 for each megabyte of it"
                        .to_owned()
                }
            };
            let message = format!("`{name}` wasn't read from page {page} on: {why}");
            faults.push(
                Fault::whole("document::too-large", message)
                    .help("split it into several documents"),
            );
        }
        if !self.doubtful.is_empty() {
            let message = format!(
                "{} of `{name}` {} as English only in part",
                pages(&self.doubtful),
                verb(&self.doubtful, "reads", "read"),
            );
            faults.push(Fault::whole("document::not-language", message).help(
                "look at what was read there before relying on it: `msacheck read --format json`",
            ));
        }
        faults
    }

    /// What is missing of the file.
    fn damage(&self) -> Option<Fault> {
        let name = &self.name;
        let broken = self.failed.len() + self.missing.len();
        let read = self.seen.saturating_sub(u32::try_from(broken).unwrap_or(u32::MAX));
        let declared = self.declared.unwrap_or(0).max(self.found);
        let what = if self.has_end { "is damaged" } else { "is cut short" };
        if self.stopped {
            let next = self.seen + 1;
            let seconds = run::PATIENCE.as_secs();
            let message = format!(
                "`{name}` wasn't read from page {next} on: nothing came of it in {seconds} seconds"
            );
            return Some(Fault::whole("document::damaged", message).help(ANEW));
        }
        if self.beyond.is_some() {
            // What follows may be sound.
            return None;
        }
        if read < declared {
            let message = format!("`{name}` {what}: {read} of its {declared} pages could be read");
            let broken: Vec<u32> = self.failed.iter().chain(&self.missing).copied().collect();
            let which =
                (!broken.is_empty()).then(|| format!("{} couldn't; {AGAIN}", pages(&broken)));
            return Some(
                Fault::whole("document::damaged", message)
                    .help(which.unwrap_or_else(|| AGAIN.to_owned())),
            );
        }
        if !self.has_end {
            let message = format!(
                "`{name}` {what}: {read} page{} could be read, and there may have been more",
                if read == 1 { "" } else { "s" }
            );
            return Some(Fault::whole("document::damaged", message).help(AGAIN));
        }
        None
    }
}

const AGAIN: &str = "get the file again, or open it in a PDF viewer and print it to a new PDF";
const ANEW: &str = "open it in a PDF viewer and print it to a new PDF";
const BESIDE: &str = "open it in a PDF viewer, and save what it holds as files of their own, or print it to a new PDF";
const SCANNED: &str = "recognise the text first, for instance with `ocrmypdf in.pdf out.pdf`, and read what comes of it";
const FONTS: &str = "where a viewer shows English there, the fonts don't say which letters they show: print it to a new PDF, or recognise the text with `ocrmypdf --force-ocr in.pdf out.pdf`";
