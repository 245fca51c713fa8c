//! What a PDF begins with.

/// Text further back than this has no say: what begins a PDF may be preceded by a mail's headers.
const HEADER_WITHIN: usize = 1024;

/// Whether a PDF begins here.
pub(super) fn has_header(bytes: &[u8]) -> bool {
    let head = bytes.get(..HEADER_WITHIN.min(bytes.len())).unwrap_or_default();
    memchr::memmem::find(head, b"%PDF-").is_some()
}
