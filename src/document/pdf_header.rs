//! What a PDF is known by, whether it can be read or not.

use super::format::{Format, Read, megabytes};

/// Text further back than this has no say: what begins a PDF may be preceded by a mail's headers.
const HEADER_WITHIN: usize = 1024;

/// Whether a PDF begins here.
pub(super) fn has_header(bytes: &[u8]) -> bool {
    let head = bytes.get(..HEADER_WITHIN.min(bytes.len())).unwrap_or_default();
    memchr::memmem::find(head, b"%PDF-").is_some()
}

/// PDF, read by this.
pub(super) const fn format(read: Read) -> Format {
    Format {
        name: "PDF",
        word: "pdf",
        endings: &["pdf"],
        always_told: Some("a PDF"),
        largest: megabytes(96),
        recognises: has_header,
        read,
    }
}
