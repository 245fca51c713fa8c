//! A named text and the positions in it.

use std::borrow::Cow;
use std::fmt;
use std::sync::{Arc, LazyLock, OnceLock};

use super::printable::{harmless, is_command};
use super::{Digest, Line, Place, Position, Positions};

/// A text with the name that people know it by: usually the path that they typed.
#[derive(Clone)]
pub struct Text {
    name: String,
    body: OnceLock<Cow<'static, str>>,
    later: Option<Later>,
    origin: Origin,
    line_starts: OnceLock<Vec<usize>>,
    shown: OnceLock<Option<String>>,
    positions: Option<Arc<dyn Positions>>,
    veiled: bool,
    unseen: Option<Arc<str>>,
}

/// What a text was made of.
#[derive(Clone, Copy)]
enum Origin {
    /// Itself, with or without a byte-order mark before it.
    Itself { marked: bool },
    /// A document with this digest.
    Document(Digest),
}

/// Where a text comes from once it is asked for, by its name.
type Later = fn(&str) -> Cow<'static, str>;

/// A byte-order mark, as it stands in UTF-8.
const MARK: char = '\u{feff}';

impl Text {
    /// A text under a name. A byte-order mark at its start is dropped.
    #[must_use]
    pub fn new(name: impl Into<String>, body: impl Into<Cow<'static, str>>) -> Self {
        let mut body = body.into();
        let marked = body.starts_with(MARK);
        if let Some(rest) = body.strip_prefix(MARK) {
            body = Cow::Owned(rest.to_owned());
        }
        Self {
            name: name.into(),
            body: OnceLock::from(body),
            later: None,
            origin: Origin::Itself { marked },
            line_starts: OnceLock::new(),
            shown: OnceLock::new(),
            positions: None,
            veiled: false,
            unseen: None,
        }
    }

    /// A text without a byte-order mark that is fetched by its name when somebody first asks what stands in it.
    #[must_use]
    pub fn later(name: impl Into<String>, later: Later) -> Self {
        Self { body: OnceLock::new(), later: Some(later), ..Self::new(name, "") }
    }

    /// The text of what isn't read from any, or was read before and has yet to be given its own.
    pub(crate) fn nowhere() -> Arc<Self> {
        static NOWHERE: LazyLock<Arc<Text>> = LazyLock::new(|| Arc::new(Text::new("", "")));
        Arc::clone(&NOWHERE)
    }

    /// The same text with the words of its document that nobody sees who looks at it.
    #[must_use]
    pub fn with_unseen(mut self, words: &str) -> Self {
        self.unseen = Some(Arc::from(words));
        self
    }

    /// The words of its document that nobody sees who looks at it.
    #[must_use]
    pub fn unseen(&self) -> Option<&str> {
        self.unseen.as_deref()
    }

    /// The same text where no fault may show any of it: it isn't a file of this program's kinds, and
    /// who named it may not be who may read it.
    #[must_use]
    pub fn veiled(mut self) -> Self {
        self.veiled = true;
        self
    }

    /// What stands in its file: the text, and the byte-order mark before it.
    #[must_use]
    pub fn with_mark(&self) -> Cow<'_, str> {
        match self.is_marked() {
            true => Cow::Owned(format!("{MARK}{}", self.body())),
            false => Cow::Borrowed(self.body()),
        }
    }

    /// Whether its file begins with a byte-order mark.
    #[must_use]
    pub fn is_marked(&self) -> bool {
        matches!(self.origin, Origin::Itself { marked: true })
    }

    /// Whether no fault may show any of it.
    #[must_use]
    pub fn is_veiled(&self) -> bool {
        self.veiled
    }

    /// A text that was put together out of a document, in which places are those of the document.
    #[must_use]
    pub fn placed(
        name: impl Into<String>,
        body: String,
        positions: Arc<dyn Positions>,
        document: Digest,
    ) -> Self {
        Self {
            name: name.into(),
            body: OnceLock::from(Cow::Owned(body)),
            later: None,
            origin: Origin::Document(document),
            line_starts: OnceLock::new(),
            shown: OnceLock::new(),
            positions: Some(positions),
            veiled: false,
            unseen: None,
        }
    }

    /// The bullets and numbers that its document has before words without being part of their text, each with the
    /// offset of the words, in order.
    pub(super) fn marks(&self) -> impl Iterator<Item = (usize, Cow<'_, str>)> {
        self.positions.iter().flat_map(|positions| positions.marks())
    }

    /// Where each line starts. Most texts are never asked for a place.
    fn line_starts(&self) -> &[usize] {
        self.line_starts.get_or_init(|| {
            let ends = memchr::memchr_iter(b'\n', self.body().as_bytes());
            std::iter::once(0).chain(ends.map(|at| at + 1)).collect()
        })
    }

    /// The name it is known by.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The digest of the file that it comes from.
    #[must_use]
    pub fn digest(&self) -> Digest {
        match self.origin {
            Origin::Document(digest) => digest,
            Origin::Itself { marked: false } => Digest::of(self.body().as_bytes()),
            Origin::Itself { marked: true } => {
                let mark = MARK.encode_utf8(&mut [0; 4]).to_owned();
                Digest::of_parts([mark.as_bytes(), self.body().as_bytes()])
            }
        }
    }

    /// The text itself.
    #[must_use]
    pub fn body(&self) -> &str {
        self.body.get_or_init(|| self.later.map(|later| later(&self.name)).unwrap_or_default())
    }

    /// The text as it may be shown in a terminal: every offset is the same, and nothing in it is a
    /// command to the terminal.
    #[must_use]
    pub fn shown(&self) -> &str {
        let shown = self.shown.get_or_init(|| {
            let odd = self.body().contains(is_command) || returns(self.body());
            odd.then(|| {
                let next = self.body().chars().skip(1).map(Some).chain([None]);
                let shown = self.body().chars().zip(next).map(|(c, next)| match (c, next) {
                    // Alone, it would have the rest of the line shown over its beginning.
                    ('\r', next) if next != Some('\n') => ' ',
                    (c, _) => harmless(c),
                });
                shown.collect()
            })
        });
        shown.as_deref().unwrap_or_else(|| self.body())
    }

    /// Whether its places are cells of a sheet: nothing of it is worth showing, since nobody wrote it so.
    #[must_use]
    pub fn is_of_cells(&self) -> bool {
        self.positions.as_ref().is_some_and(|positions| positions.sheet().is_some())
    }

    /// The length in bytes of the longest line among those of a span and their two neighbours.
    #[must_use]
    pub fn longest_line_around(&self, span: &std::ops::Range<usize>) -> usize {
        let line = |offset: usize| self.line_starts().partition_point(|start| *start <= offset);
        let start =
            |line: usize| self.line_starts().get(line).copied().unwrap_or(self.body().len());
        let (first, last) = (line(span.start).saturating_sub(2), line(span.end) + 1);
        (first..last).map(|line| start(line + 1) - start(line)).max().unwrap_or(0)
    }

    /// The place of a byte offset; an offset past the end is the end.
    #[must_use]
    pub fn place(&self, offset: usize) -> Place {
        let offset = offset.min(self.body().len());
        if let Some(positions) = &self.positions {
            let Position { page, line, column } = positions.position(offset);
            let sheet = positions.sheet().map(str::to_owned);
            return Place { file: self.name.clone(), page, sheet, line, column };
        }
        let line = self.line_starts().partition_point(|start| *start <= offset);
        let start = self.line_starts().get(line - 1).copied().unwrap_or(0);
        let before = self.body().get(start..offset).unwrap_or_default();
        let column = before.chars().count() + 1;
        Place { file: self.name.clone(), page: None, sheet: None, line, column }
    }

    /// The line of a byte offset.
    #[must_use]
    pub fn line(&self, offset: usize) -> Line {
        let offset = offset.min(self.body().len());
        match &self.positions {
            Some(positions) => positions.line(offset),
            None => {
                let line = self.line_starts().partition_point(|start| *start <= offset);
                Line { page: None, line }
            }
        }
    }

    /// Whether `span` begins and ends with whole lines, white space at either end apart.
    #[must_use]
    pub fn is_whole_line(&self, span: &std::ops::Range<usize>) -> bool {
        let before = self.body().get(..span.start).unwrap_or_default();
        let after = self.body().get(span.end..).unwrap_or_default();
        // No further than the first sign: a line may be all of a text, and hold the words a thousand times.
        let blank = |c: char| c.is_whitespace() && c != '\n';
        let (before, after) = (before.trim_end_matches(blank), after.trim_start_matches(blank));
        (before.is_empty() || before.ends_with('\n'))
            && (after.is_empty() || after.starts_with('\n'))
    }
}

/// Whether a carriage return stands in it that ends no line.
fn returns(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr_iter(b'\r', bytes).any(|at| bytes.get(at + 1) != Some(&b'\n'))
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Text({}, {} bytes)", self.name, self.body().len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_unicode_scalars() {
        let text = Text::new("t", "one\nétwo ’x\n");
        let at = text.body().find('x').unwrap();
        let place = text.place(at);
        assert_eq!((place.line, place.column), (2, 7));
        assert_eq!(text.place(0).column, 1);
        assert_eq!(text.place(usize::MAX).line, 3);
    }

    #[test]
    fn a_byte_order_mark_is_no_part_of_the_text() {
        let text = Text::new("t", "\u{feff}[force]");
        assert_eq!(text.body(), "[force]");
        assert_eq!(text.digest(), Digest::of("\u{feff}[force]".as_bytes()), "the file has it");
        assert_eq!(Text::new("t", "[force]").digest(), Digest::of(b"[force]"));
    }

    #[test]
    fn what_a_terminal_would_obey_is_not_shown() {
        let text = Text::new("t", "a\u{1b}[31m\u{9b}b\u{202e}c");
        assert_eq!(text.shown(), "a?[31m¿b\u{fffd}c");
        assert_eq!(text.shown().len(), text.body().len());
        assert_eq!(Text::new("t", "a\rb\r\nc\r").shown(), "a b\r\nc ");
    }

    #[test]
    fn whole_lines_are_recognised() {
        let text = Text::new("t", "  one two\r\nthree four\n");
        assert!(text.is_whole_line(&(2..9)));
        assert!(text.is_whole_line(&(11..21)));
        assert!(!text.is_whole_line(&(2..5)));
    }
}
