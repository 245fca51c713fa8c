//! What a format of a result is: what it is called, what it is for, and how it is rendered out of a
//! [`CheckResult`] and nothing else. Their list stands in the module above.

use crate::result::{CheckResult, Pieces};
use crate::source::Fault;

/// One way to show a result.
#[derive(Clone, Copy, Debug)]
pub struct ReportFormat {
    /// Its name on the command line.
    pub name: &'static str,
    /// What it is for.
    pub about: &'static str,
    /// Whether it is no text: then it isn't written to a terminal.
    pub binary: bool,
    /// Renders a result.
    pub render: Render,
    /// What goes beside it to a file that the environment names.
    pub companion: Option<Companion>,
    /// What must be known of a result in this format, beside the report.
    pub caveat: Option<Caveat>,
    /// How it is written one assessment at a time, where it can be.
    pub pieces: Option<Pieces>,
    /// How much it shows where nobody asks; nothing where it has no short form.
    pub extent: Option<Extent>,
    /// Who reads it.
    pub readers: Readers,
}

/// The name of the format that a file's ending speaks of: the ending itself, but for Markdown's.
pub(super) fn by_ending(ending: &str) -> String {
    let ending = ending.to_ascii_lowercase();
    if ending == "md" { "markdown".to_owned() } else { ending }
}

/// How much a report for people shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// What is taken in at a glance.
    Brief,
    /// All of it.
    Whole,
}

/// Who reads a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readers {
    /// People, who may go on writing in it: text behind whose end a mark may stand.
    InText,
    /// The same of a format that is packed as ZIP files are.
    Packed,
    /// Programs alone: what a file of it begins with.
    Programs(&'static [&'static str]),
    /// People, on a terminal.
    Screen,
}

/// Makes the bytes of a report. The same result and look give the same bytes.
pub type Render = fn(&CheckResult, ReportOptions) -> Result<Vec<u8>, Fault>;

/// A warning about a result in a format.
pub type Caveat = fn(&CheckResult) -> Option<Fault>;

/// A second rendering that a format's reader takes from a file of its own.
#[derive(Clone, Copy, Debug)]
pub struct Companion {
    /// The environment variable that names the file. What is rendered is added at its end.
    pub variable: &'static str,
    /// Renders a result.
    pub render: Render,
}

/// How a report is to look. Formats for programs don't depend on most of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReportOptions {
    /// How many columns the terminal has.
    pub width: usize,
    /// Whether it shows colour.
    pub colour: bool,
    /// Whether met requirements, and those that weren't assessed, are listed too.
    pub all: bool,
    /// Whether findings that the gate was told to let pass stand in formats that can't mark them.
    pub with_suppressed: bool,
    /// Whether formats for pipelines hold what the gate doesn't look at, too.
    pub ungated: bool,
    /// How much is shown, where somebody asks.
    pub extent: Option<Extent>,
}

impl Default for ReportOptions {
    /// A page of 80 columns without colour that lists the gaps.
    fn default() -> Self {
        Self {
            width: 80,
            colour: false,
            all: false,
            with_suppressed: false,
            ungated: false,
            extent: None,
        }
    }
}

impl ReportFormat {
    /// A format that is text.
    pub(super) const fn text(name: &'static str, about: &'static str, render: Render) -> Self {
        Self {
            name,
            about,
            binary: false,
            render,
            companion: None,
            caveat: None,
            pieces: None,
            extent: None,
            readers: Readers::Screen,
        }
    }

    /// The same, for programs alone.
    pub(super) const fn for_programs(self, begins: &'static [&'static str]) -> Self {
        Self { readers: Readers::Programs(begins), ..self }
    }

    /// The same, for people who may go on writing in it.
    pub(super) const fn for_people(self, readers: Readers, extent: Option<Extent>) -> Self {
        Self { readers, extent, ..self }
    }

    /// A format that is no text.
    pub(super) const fn binary(name: &'static str, about: &'static str, render: Render) -> Self {
        Self { binary: true, ..Self::text(name, about, render) }
    }
}
