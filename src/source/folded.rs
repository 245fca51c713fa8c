//! A text as quotes are compared: its white space and typography folded, with the way back to the original.

use super::Span;

/// A text with its typography folded, and the way back to the original.
#[derive(Clone, Debug, Default)]
pub(super) struct Folded {
    /// The text as it is compared.
    pub(super) text: String,
    /// Where both go on together: an offset in the folded text, and the one in the original.
    joined: Vec<(usize, usize)>,
    /// The hyphens within words that were left out, each where the word goes on.
    hyphens: Vec<Hyphen>,
}

/// A hyphen within a word that was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Hyphen {
    at: usize,
    /// Whether it stands at the end of a line: then it may be the word's own, or the line's.
    ends_a_line: bool,
}

impl Folded {
    /// A text, folded.
    pub(super) fn new(text: &str) -> Self {
        Self::fold(text, false)
    }

    /// The same, with the hyphens left out that stand between two letters, on one line or over a line's end:
    /// where a line ends, nobody can tell whether the hyphen belongs to the word.
    pub(super) fn without_hyphens(text: &str) -> Self {
        Self::fold(text, true)
    }

    fn fold(text: &str, joining: bool) -> Self {
        let mut own = Self { text: String::with_capacity(text.len()), ..Self::default() };
        own.joined.push((0, 0));
        let mut rest = text.char_indices();
        while let Some((at, original)) = rest.next() {
            let after = rest.as_str();
            if joining
                && let Some(hyphen) = hyphen(original, after)
                && own.text.ends_with(char::is_alphabetic)
            {
                let Hyphen { at: over, ends_a_line } = hyphen;
                own.hyphens.push(Hyphen { at: own.text.len(), ends_a_line });
                let goes_on = text.len() - after.len() + over;
                while rest.clone().next().is_some_and(|(next, _)| next < goes_on) {
                    rest.next();
                }
                continue;
            }
            let Some(plain) = plain(original) else { continue };
            if plain == ' ' && own.text.ends_with(' ') {
                continue;
            }
            if own.joined.last().is_some_and(|(known, there)| own.text.len() - known != at - there)
            {
                own.joined.push((own.text.len(), at));
            }
            own.text.push(plain);
        }
        own
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
fn hyphen(original: char, after: &str) -> Option<Hyphen> {
    let soft = original == '\u{ad}';
    if !soft && plain(original) != Some('-') {
        return None;
    }
    let goes_on = after.trim_start_matches(char::is_whitespace);
    let between = after.get(..after.len() - goes_on.len()).unwrap_or_default();
    if !goes_on.starts_with(char::is_alphabetic) {
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
