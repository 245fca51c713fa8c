//! A page of the book.

/// A page of the book.
#[derive(Clone, Debug)]
pub struct BookPage {
    /// Its file, with forward slashes: a rule's stands in the folder of its instrument.
    pub file: String,
    /// Its text.
    pub text: String,
}
