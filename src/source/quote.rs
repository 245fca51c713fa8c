//! Finding quoted words in a source, whatever its line breaks and typography.

use std::sync::{Arc, OnceLock};

use memchr::memmem;

use super::{Line, Span, Text};

/// The fewest words that a quote must have, unless it is a whole line of its source.
const FEWEST_WORDS: usize = 4;

/// Where a quote was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The place of its first occurrence.
    pub span: Span,
    /// Whether it stands in the source more than once.
    pub again: bool,
}

/// Why a quote can't be accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuoteFault {
    /// It has fewer than four words and isn't a whole line of the source.
    TooShort,
    /// Its words don't stand in the source.
    NotFound,
}

/// A text in which quotes can be looked up.
#[derive(Clone, Debug)]
pub struct Quotable {
    text: Arc<Text>,
    folded: OnceLock<Folded>,
}

impl Quotable {
    /// A text to look quotes up in. It is prepared for that when the first one is.
    #[must_use]
    pub fn new(text: Arc<Text>) -> Self {
        Self { text, folded: OnceLock::new() }
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &Arc<Text> {
        &self.text
    }

    /// Looks a quote up.
    ///
    /// White space, line breaks and typographic quotes, dashes and spaces are folded on both
    /// sides; a quote begins and ends at the edge of a word.
    ///
    /// # Errors
    ///
    /// [`QuoteFault`] where the quote is too short to prove anything, or isn't there.
    pub fn find(&self, quote: &str) -> Result<Found, QuoteFault> {
        self.find_at(quote, |_| false)
    }

    /// Looks a quote up whose place is known: of several places, the first that is the one meant
    /// counts, and is sure.
    ///
    /// # Errors
    ///
    /// As [`Quotable::find`].
    pub fn find_at(
        &self,
        quote: &str,
        is_meant: impl Fn(Line) -> bool,
    ) -> Result<Found, QuoteFault> {
        let folded = self.folded.get_or_init(|| Folded::new(self.text.body()));
        find(&self.text, folded, quote, is_meant)
    }
}

fn find(
    text: &Text,
    source: &Folded,
    quote: &str,
    is_meant: impl Fn(Line) -> bool,
) -> Result<Found, QuoteFault> {
    let wanted = Folded::new(quote).folded;
    let wanted = wanted.trim();
    let few_words = wanted.split(' ').filter(|word| has_letters(word)).count() < FEWEST_WORDS;
    if wanted.is_empty() {
        return Err(QuoteFault::TooShort);
    }
    let mut places = memmem::find_iter(source.folded.as_bytes(), wanted)
        .filter(|at| stands_alone(&source.folded, *at, *at + wanted.len()))
        .map(|at| source.span(text.body(), at, at + wanted.len()))
        .peekable();
    if places.peek().is_none() {
        return Err(if few_words { QuoteFault::TooShort } else { QuoteFault::NotFound });
    }
    let mut places = places.filter(|span| !few_words || text.is_whole_line(span));
    let first = places.next().ok_or(QuoteFault::TooShort)?;
    let mut others = places.peekable();
    if others.peek().is_none() {
        return Ok(Found { span: first, again: false });
    }
    let meant = |span: &Span| is_meant(text.line(span.start));
    if meant(&first) {
        return Ok(Found { span: first, again: false });
    }
    Ok(match others.find(meant) {
        Some(span) => Found { span, again: false },
        None => Found { span: first, again: true },
    })
}

fn has_letters(word: &str) -> bool {
    word.chars().any(char::is_alphanumeric)
}

/// Whether the words at `start..end` aren't cut out of a longer word.
fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let joins = |a: Option<char>, b: Option<char>| matches!((a, b), (Some(a), Some(b)) if a.is_alphanumeric() && b.is_alphanumeric());
    let (before, rest) = text.split_at(start);
    let (inside, after) = rest.split_at(end - start);
    !joins(before.chars().next_back(), inside.chars().next())
        && !joins(inside.chars().next_back(), after.chars().next())
}

/// A text with its typography folded, and the way back to the original.
#[derive(Clone, Debug)]
struct Folded {
    folded: String,
    /// Where both go on together: an offset in `folded`, and the one in the original.
    joined: Vec<(usize, usize)>,
}

impl Folded {
    fn new(text: &str) -> Self {
        let mut folded = String::with_capacity(text.len());
        let mut joined: Vec<(usize, usize)> = vec![(0, 0)];
        for (at, original) in text.char_indices() {
            let Some(plain) = fold(original) else { continue };
            if plain == ' ' && folded.ends_with(' ') {
                continue;
            }
            if joined.last().is_some_and(|(own, there)| folded.len() - own != at - there) {
                joined.push((folded.len(), at));
            }
            folded.push(plain);
        }
        Self { folded, joined }
    }

    /// The stretch of the original that a stretch of the folded text came from.
    fn span(&self, original: &str, start: usize, end: usize) -> Span {
        let last = self.folded.get(..end).and_then(|text| text.char_indices().next_back());
        let last = self.origin(last.map_or(start, |(at, _)| at));
        let length =
            original.get(last..).and_then(|text| text.chars().next()).map_or(0, char::len_utf8);
        self.origin(start)..last + length
    }

    fn origin(&self, offset: usize) -> usize {
        let index = self.joined.partition_point(|(at, _)| *at <= offset).saturating_sub(1);
        self.joined.get(index).map_or(offset, |(at, there)| there + (offset - at))
    }
}

/// A character without its typography; `None` for one that leaves no trace on paper.
fn fold(original: char) -> Option<char> {
    Some(match original {
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => return None,
        '‘' | '’' | '‚' | '‛' | '′' | '`' | '´' => '\'',
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' => '"',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        space if space.is_whitespace() => ' ',
        other => other,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(body: &'static str) -> Quotable {
        Quotable::new(Arc::new(Text::new("t", body)))
    }

    #[test]
    fn line_breaks_and_typography_are_folded() {
        let source = text("The Force’s “plan”\r\n is  well–known\u{a0}here.\n");
        let found = source.find("Force's \"plan\" is well-known here.").unwrap();
        let source = source.text();
        assert_eq!(source.place(found.span.start).column, 5);
        assert_eq!(
            source.body().get(found.span).unwrap(),
            "Force’s “plan”\r\n is  well–known\u{a0}here."
        );
    }

    #[test]
    fn a_short_quote_must_be_a_whole_line() {
        let source = text("Force Support.\nThere is Force Support. And more words here.\n");
        let found = source.find("Force Support.").unwrap();
        assert_eq!(found, Found { span: 0..14, again: false });
        assert_eq!(source.find("There is Force"), Err(QuoteFault::TooShort));
        assert_eq!(source.find(" \n"), Err(QuoteFault::TooShort));
    }

    #[test]
    fn the_first_of_two_places_counts() {
        let source = text("we have a lead officer; we have a lead officer");
        let found = source.find("we have a lead").unwrap();
        assert_eq!((found.span.start, found.again), (0, true));
        let source = text("we have a lead officer;\nwe have a lead officer");
        let found = source.find_at("we have a lead", |at| at.line == 2).unwrap();
        assert_eq!((found.span.start, found.again), (24, false));
    }

    #[test]
    fn words_are_never_cut() {
        let source = text("no dedicated team of policemen here");
        assert_eq!(source.find("no dedicated team of police"), Err(QuoteFault::NotFound));
        assert_eq!(source.find("a dedicated team of police"), Err(QuoteFault::NotFound));
    }
}
