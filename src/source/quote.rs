//! Finding quoted words in a source, whatever its line breaks and typography.

use std::sync::{Arc, OnceLock};

use memchr::memmem;

use super::folded::Folded;
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
    folds: Arc<Folds>,
}

/// A text folded further, step by step: each is made where a quote isn't found with the one before.
#[derive(Debug, Default)]
struct Folds {
    plain: OnceLock<Folded>,
    joined: OnceLock<Folded>,
    bare: OnceLock<Folded>,
    marked: OnceLock<Folded>,
}

impl Quotable {
    /// A text to look quotes up in. It is prepared for that when the first one is.
    #[must_use]
    pub fn new(text: Arc<Text>) -> Self {
        Self { text, folds: Arc::default() }
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &Arc<Text> {
        &self.text
    }

    /// Looks a quote up.
    ///
    /// White space, line breaks and typographic quotes, dashes and spaces are folded on both
    /// sides; a word may be hyphenated over the end of a line; a quote begins and ends at the edge of a word.
    /// What programs show and copy in ways of their own may be either way: white space beside a number or a sign,
    /// bullets, and the numbers of a list's items.
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
        let body = self.text.body();
        let folded = self.folds.plain.get_or_init(|| Folded::new(body));
        let wanted = Folded::new(quote);
        let words = wanted.text.split(' ').filter(|word| has_letters(word)).count();
        let few = words < FEWEST_WORDS;
        let found = find(&self.text, folded, &wanted, few, &is_meant);
        if found != Err(QuoteFault::NotFound) {
            return found;
        }
        let copied = Folded::copied(quote, std::iter::empty());
        let Folds { joined, bare, marked, .. } = &*self.folds;
        find(
            &self.text,
            joined.get_or_init(|| Folded::without_hyphens(body)),
            &Folded::without_hyphens(quote),
            few,
            &is_meant,
        )
        .or_else(|_| {
            let bare = bare.get_or_init(|| Folded::copied(body, std::iter::empty()));
            find(&self.text, bare, &copied, few, &is_meant)
        })
        .or_else(|_| {
            let marked = marked.get_or_init(|| Folded::copied(body, self.text.marks()));
            find(&self.text, marked, &copied, few, &is_meant)
        })
    }
}

fn find(
    text: &Text,
    source: &Folded,
    quote: &Folded,
    few_words: bool,
    is_meant: impl Fn(Line) -> bool,
) -> Result<Found, QuoteFault> {
    let wanted = quote.text.trim();
    let lead = quote.text.len() - quote.text.trim_start().len();
    if wanted.is_empty() {
        return Err(QuoteFault::TooShort);
    }
    let mut places = memmem::find_iter(source.text.as_bytes(), wanted)
        .filter(|at| source.stands_alone(*at, *at + wanted.len()))
        .filter(|at| source.has_hyphens_of(quote, *at, lead))
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
    fn a_word_may_be_hyphenated_over_the_end_of_a_line() {
        let source = text("a dedicated co-\n  ordinator and a well-\r\nknown co-operation.\n");
        let whole = "a dedicated coordinator and a well-known co-operation.";
        let found = source.find(whole).unwrap();
        assert_eq!(found.span, 0..source.text().body().trim_end().len());
        assert!(source.find("a dedicated co-ordinator and a wellknown co-operation.").is_ok());
        for other in [
            "a dedicated coordinator and a well-known cooperation.",
            "a dedicated coordinator a-nd a well-known co-operation.",
            "a dedicated coordinator and a well known co-operation.",
        ] {
            assert_eq!(source.find(other), Err(QuoteFault::NotFound), "{other}");
        }
        let source = text("team for 24-\n7 cover, or pre-\n\nvent and no more");
        assert_eq!(source.find("cover, or prevent and no"), Err(QuoteFault::NotFound));
        assert_eq!(source.find("team for 247 cover, or"), Err(QuoteFault::NotFound));
        let source = text("we have one coordi\u{ad}\nnator only");
        assert!(source.find("we have one coordinator only").is_ok());
    }

    #[test]
    fn words_are_never_cut() {
        let source = text("no dedicated team of policemen here");
        assert_eq!(source.find("no dedicated team of police"), Err(QuoteFault::NotFound));
        assert_eq!(source.find("a dedicated team of police"), Err(QuoteFault::NotFound));
    }

    #[test]
    fn raised_numbers_stand_close_to_their_words_or_apart() {
        let source = text(
            "We act on slavery. 2 The lead (a chief inspector) has 24 officers and 1. 5 posts.\n",
        );
        for quote in [
            "We act on slavery.2 The lead",
            "slavery.2 The lead ( a chief inspector ) has 24 officers",
            "The lead (a chief inspector) has 24officers and",
        ] {
            assert!(source.find(quote).is_ok(), "{quote}");
        }
        for other in [
            "We act on slavery. 2The lead (a chief in spector) has",
            "We acton slavery.2 The lead (a",
            "chief inspector) has 2 4 officers and",
            "chief inspector) has 24 officers and 1.5 posts.",
            "We act on slavery.2 The lead (a chief inspector) has 2",
            "4 officers and 1. 5posts.",
            "We act on slavery. The lead (a",
        ] {
            assert_eq!(source.find(other), Err(QuoteFault::NotFound), "{other}");
        }
        let found = source.find("on slavery.2 The lead (a").unwrap();
        assert_eq!(source.text().body().get(found.span).unwrap(), "on slavery. 2 The lead (a");
    }

    #[test]
    fn ligatures_are_their_letters() {
        let source = text("There is no speciﬁc oﬃcer for this, oﬀ duty.\n");
        let found = source.find("no specific officer for this,").unwrap();
        assert_eq!(source.text().body().get(found.span).unwrap(), "no speciﬁc oﬃcer for this,");
        assert!(text("There is no specific officer.").find("is no speciﬁc oﬃcer.").is_ok());
        assert!(source.find("There is no speci\u{fb01}").is_err(), "a word isn't cut");
        let within = text("We have oﬀices in town").find("We have of");
        assert_eq!(within, Err(QuoteFault::TooShort));
    }

    #[test]
    fn a_year_or_a_word_at_the_end_of_a_line_goes_on() {
        let source = text("see guidance-\n2019 and in 2020. 2 The act, as of mid-\n2019\n");
        assert!(source.find("see guidance2019 and in 2020.2 The act,").is_ok());
        assert!(source.find("see guidance-2019 and in 2020. 2 The act,").is_ok());
    }

    #[test]
    fn bullets_leave_no_trace_and_boxes_do() {
        let source = text("We have: • a lead officer, • a team of ten. A lead: ☐ Yes ☒ No\n");
        assert!(source.find("We have: a lead officer, a team of ten.").is_ok());
        assert!(source.find("We have: ▪ a lead officer,").is_ok());
        let other = source.find("a team of ten. A lead: ☒ Yes ☐ No");
        assert_eq!(other, Err(QuoteFault::NotFound));
        assert_eq!(source.find("team of ten. A lead: Yes No"), Err(QuoteFault::NotFound));
    }
}
