//! Holding a text against its golden file.

use std::path::Path;

use snapbox::Data;
use unicode_width::UnicodeWidthStr;

/// It is the golden file of that name.
pub(crate) fn golden(text: &str, name: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/frozen/golden");
    let expected = Data::read_from(&folder.join(name), None).raw();
    // The digest of the built-in rules changes with each of them.
    let digest = msacheck::checklists::pack().sha256.to_string();
    let text = text.replace(&digest, &"0".repeat(digest.len()));
    snapbox::assert_data_eq!(Data::text(text), expected);
}

/// The same of a text in which no line is wider than so many columns.
pub(crate) fn fits(columns: usize, text: &str, name: &str) {
    for line in text.lines() {
        assert!(line.width() <= columns, "{} columns: {line}\n{text}", line.width());
    }
    golden(text, name);
}
