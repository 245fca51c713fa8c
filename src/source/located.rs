//! Values that know where they stand.

/// A range of bytes in a text, half-open.
pub type Span = std::ops::Range<usize>;

/// A value with the span that it was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Where it stands in its text.
    pub span: Span,
}

impl<T> Located<T> {
    /// A value at a span.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }

    /// The same place, with another value.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Located<U> {
        Located { value: f(self.value), span: self.span }
    }
}
