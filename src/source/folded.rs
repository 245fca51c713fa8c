//! A text as quotes are compared: its white space and typography folded, with the way back to the original.

use std::borrow::Cow;

use super::Span;

/// Bullets that are never anything else, and leave no trace: who copies words copies them or not.
const BULLETS: [char; 16] = [
    '•', '▪', '◦', '‣', '⁃', '∙', '➢', '➤', '❖', '\u{f0b7}', '\u{f0a7}', '\u{f0d8}', '\u{f076}',
    '\u{f02d}', '\u{f0e0}', '\u{f0a0}',
];

/// A number of so many digits before a point is a year or an amount: what comes behind it are no tenths.
const YEAR: usize = 3;

/// A text with its typography folded, and the way back to the original.
#[derive(Clone, Debug, Default)]
pub(super) struct Folded {
    /// The text as it is compared.
    pub(super) text: String,
    /// Where both go on together: an offset in the folded text, and the one in the original.
    joined: Vec<(usize, usize)>,
    /// The hyphens within words that were left out, each where the word goes on.
    hyphens: Vec<Hyphen>,
    /// Where white space was left out between a letter and a digit.
    parted: Vec<usize>,
}

/// A hyphen within a word that was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Hyphen {
    at: usize,
    /// Whether it stands at the end of a line: then it may be the word's own, or the line's.
    ends_a_line: bool,
}

/// How far a text is folded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Depth {
    /// White space and typography.
    Typography,
    /// And hyphens within words.
    Hyphens,
    /// And what programs show and copy in ways of their own: white space beside numbers and signs, bullets.
    Copied,
}

impl Folded {
    /// A text, folded.
    pub(super) fn new(text: &str) -> Self {
        let mut own = Self::with_room_for(text);
        let mut rest = text;
        loop {
            // Most of a text is words that stay as they are.
            let length = rest.bytes().position(|byte| !is_plain(byte)).unwrap_or(rest.len());
            let (words, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
            let at = text.len() - rest.len();
            own.push(words, at);
            let mut after = after.chars();
            let Some(original) = after.next() else { return own };
            own.add(original, at + length, Depth::Typography, &mut false);
            rest = after.as_str();
        }
    }

    /// What a text begins with that is folded.
    fn with_room_for(text: &str) -> Self {
        let text = String::with_capacity(text.len());
        Self { text, joined: vec![(0, 0)], ..Self::default() }
    }

    /// The same, with the hyphens left out that stand between two letters, on one line or over a line's end:
    /// where a line ends, nobody can tell whether the hyphen belongs to the word.
    pub(super) fn without_hyphens(text: &str) -> Self {
        Self::fold(text, Depth::Hyphens, std::iter::empty())
    }

    /// The same as programs show and copy it: white space counts only between words and between numbers, since a
    /// raised number stands close to its word in one and apart in another; bullets don't count; and
    /// marks that aren't in the text stand before its words.
    pub(super) fn copied<'a>(
        text: &str,
        marks: impl Iterator<Item = (usize, Cow<'a, str>)>,
    ) -> Self {
        Self::fold(text, Depth::Copied, marks)
    }

    fn fold<'a>(
        text: &str,
        depth: Depth,
        marks: impl Iterator<Item = (usize, Cow<'a, str>)>,
    ) -> Self {
        let mut own = Self::with_room_for(text);
        let mut marks = marks.peekable();
        let mut gap = false;
        let mut rest = text.char_indices();
        while let Some((at, original)) = rest.next() {
            while let Some((_, mark)) = marks.next_if(|(before, _)| *before <= at) {
                gap = true;
                for sign in mark.chars() {
                    own.add(sign, at, depth, &mut gap);
                }
                gap = true;
            }
            let after = rest.as_str();
            if depth != Depth::Typography
                && !gap
                && let Some(hyphen) = hyphen(own.text.chars().next_back(), original, after)
            {
                let Hyphen { at: over, ends_a_line } = hyphen;
                own.hyphens.push(Hyphen { at: own.text.len(), ends_a_line });
                let goes_on = text.len() - after.len() + over;
                while rest.clone().next().is_some_and(|(next, _)| next < goes_on) {
                    rest.next();
                }
                continue;
            }
            own.add(original, at, depth, &mut gap);
        }
        own
    }

    /// Adds a character that stands at an offset of the original.
    fn add(&mut self, original: char, at: usize, depth: Depth, gap: &mut bool) {
        if let Some(letters) = letters(original) {
            return letters.chars().for_each(|letter| self.add(letter, at, depth, gap));
        }
        let Some(plain) = plain(original) else { return };
        if depth == Depth::Copied {
            if plain == ' ' || BULLETS.contains(&plain) {
                *gap = true;
                return;
            }
            if std::mem::take(gap) {
                self.part(plain, at);
            }
        } else if plain == ' ' && self.text.ends_with(' ') {
            return;
        }
        self.push(plain.encode_utf8(&mut [0; 4]), at);
    }

    /// Parts what is there from what comes next, as far as that counts between the two.
    fn part(&mut self, next: char, at: usize) {
        let mut before = self.text.chars().rev();
        let Some(last) = before.next() else { return };
        let counts = match (last, next) {
            // "1. 5 officers" aren't "1.5 officers", but behind a year comes the number of a note.
            ('.' | ',', next) if next.is_numeric() => {
                (1..YEAR).contains(&before.take_while(|c| c.is_numeric()).count())
            }
            (last, next) if last.is_numeric() => next.is_numeric(),
            (last, next) => last.is_alphanumeric() && next.is_alphabetic(),
        };
        if counts {
            self.push(" ", at);
        } else if last.is_alphanumeric() && next.is_alphanumeric() {
            self.parted.push(self.text.len());
        }
    }

    /// Adds what is the same, byte for byte, as stands at an offset of the original, or one character in place of one.
    fn push(&mut self, plain: &str, at: usize) {
        if plain.is_empty() {
            return;
        }
        let (known, there) = self.joined.last().copied().unwrap_or_default();
        if self.text.len() + there != at + known {
            self.joined.push((self.text.len(), at));
        }
        self.text.push_str(plain);
    }

    /// Whether the words at `start..end` aren't cut out of a longer word.
    pub(super) fn stands_alone(&self, start: usize, end: usize) -> bool {
        let joins = |at: usize| {
            let (before, after) = self.text.split_at_checked(at).unwrap_or_default();
            let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            letter(before.chars().next_back())
                && letter(after.chars().next())
                && self.parted.binary_search(&at).is_err()
        };
        !joins(start) && !joins(end)
    }

    /// The stretch of the original that a stretch of the folded text came from.
    pub(super) fn span(&self, original: &str, start: usize, end: usize) -> Span {
        let last = self.text.get(..end).and_then(|text| text.char_indices().next_back());
        let last = self.origin(last.map_or(start, |(at, _)| at));
        let length =
            original.get(last..).and_then(|text| text.chars().next()).map_or(0, char::len_utf8);
        self.origin(start)..last + length
    }

    fn origin(&self, offset: usize) -> usize {
        let index = self.joined.partition_point(|(at, _)| *at <= offset).saturating_sub(1);
        self.joined.get(index).map_or(offset, |(at, there)| there + (offset - at))
    }

    /// Whether the hyphens of a quote, of which this text has the words from `start` on, are those that
    /// stand here: each of them does, and what else stands here is at the end of a line.
    pub(super) fn has_hyphens_of(&self, quote: &Self, start: usize, lead: usize) -> bool {
        let end = start + (quote.text.trim().len());
        let first = self.hyphens.partition_point(|own| own.at <= start);
        let here = self.hyphens.iter().skip(first).take_while(|own| own.at < end);
        let mut asked = quote.hyphens.iter().map(|own| own.at - lead + start).peekable();
        for own in here {
            match asked.peek() {
                Some(at) if *at == own.at => {
                    asked.next();
                }
                _ if own.ends_a_line => {}
                _ => return false,
            }
        }
        asked.next().is_none()
    }
}

/// The hyphen that a character is, if a word goes on after it: how far over, in bytes behind it.
fn hyphen(before: Option<char>, original: char, after: &str) -> Option<Hyphen> {
    let soft = original == '\u{ad}';
    if !soft && plain(original) != Some('-') {
        return None;
    }
    let goes_on = after.trim_start_matches(char::is_whitespace);
    let between = after.get(..after.len() - goes_on.len()).unwrap_or_default();
    let (before, next) = (before?, goes_on.chars().next()?);
    // "24-7" isn't 247.
    let words = before.is_alphabetic() || next.is_alphabetic();
    if !words || !before.is_alphanumeric() || !next.is_alphanumeric() {
        return None;
    }
    match between {
        "" if soft => None,
        "" => Some(Hyphen { at: 0, ends_a_line: false }),
        // An empty line ends more than a word.
        _ if between.matches('\n').count() == 1 => {
            Some(Hyphen { at: between.len(), ends_a_line: true })
        }
        _ => None,
    }
}

/// Whether a byte is a character that has no typography.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_graphic() && byte != b'`'
}

/// The letters that a ligature is set for: some programs copy it, and others them.
fn letters(original: char) -> Option<&'static str> {
    Some(match original {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ => return None,
    })
}

/// A character without its typography; `None` for one that leaves no trace on paper.
fn plain(original: char) -> Option<char> {
    Some(match original {
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => return None,
        '‘' | '’' | '‚' | '‛' | '′' | '`' | '´' => '\'',
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' => '"',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        space if space.is_whitespace() => ' ',
        other => other,
    })
}
