//! Stands in for `icu_segmenter`: where a line of a message may end.

use std::marker::PhantomData;

use options::LineBreakOptions;

/// How lines may end.
pub mod options {
    /// Nothing to choose.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct LineBreakOptions;
}

/// Makes what finds the ends of lines.
#[derive(Clone, Copy, Debug)]
pub struct LineSegmenter;

impl LineSegmenter {
    /// For scripts in which they are found without a dictionary.
    #[must_use]
    pub fn new_for_non_complex_scripts(
        _options: LineBreakOptions,
    ) -> LineSegmenterBorrowed<'static> {
        LineSegmenterBorrowed(PhantomData)
    }
}

/// Finds the ends of lines.
#[derive(Clone, Copy, Debug)]
pub struct LineSegmenterBorrowed<'data>(PhantomData<&'data ()>);

impl LineSegmenterBorrowed<'_> {
    /// The places, in bytes, at which a line may end, the end of the text among them: after spaces, dashes and
    /// slashes, and between signs that are words of their own.
    pub fn segment_str(self, text: &str) -> impl Iterator<Item = usize> {
        let next = text.chars().skip(1).map(Some).chain([None]);
        let ends = text.char_indices().zip(next);
        ends.filter(|((_, this), next)| next.is_none_or(|next| may_end(*this, next)))
            .map(|((at, this), _)| at + this.len_utf8())
    }
}

/// Whether a line may end between two characters.
fn may_end(this: char, next: char) -> bool {
    match (this, next) {
        (_, ' ') => false,
        (' ' | '\t' | '\u{200b}' | '\u{2013}' | '\u{2014}' | '|', _) => true,
        ('/', next) => next.is_alphabetic(),
        (this, next) => is_word(this) && is_word(next),
    }
}

/// Whether it is a word by itself: the scripts of China and Japan.
fn is_word(one: char) -> bool {
    matches!(one, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}')
}
