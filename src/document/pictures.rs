//! Pictures beside text: what is written in them isn't read, and a reader is told where they are large enough to hold words.

use crate::source::Fault;

/// So wide, in points, is a picture that may hold a line of words: half of a usual page's text. Logos are narrower.
pub(super) const WIDE: f32 = 227.0;
/// So high, in points, is a line of words.
pub(super) const HIGH: f32 = 14.0;

/// The warning of a document with such pictures: `places` says where, "`paper.docx` has 2 wide pictures".
pub(super) fn told(places: &str) -> Fault {
    Fault::whole("document::picture-unread", format!("{places}: words in pictures aren't read"))
        .help("where one shows words that count, such as a table, type them beside it, or recognise them with a program for it")
        .into_warning()
}

/// The same where the pictures of a document were counted.
pub(super) fn counted(name: &str, count: usize) -> Option<Fault> {
    let pictures =
        if count == 1 { "a wide picture".to_owned() } else { format!("{count} wide pictures") };
    (count > 0).then(|| told(&format!("`{name}` has {pictures}")))
}
