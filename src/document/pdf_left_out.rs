//! PDF in a program that was built without it: known by its content as ever, and refused.

use super::format::{Format, megabytes};
use super::pdf_header::has_header;
use crate::source::Fault;

pub(super) static FORMAT: Format = Format {
    name: "PDF",
    word: "pdf",
    endings: &["pdf"],
    always_told: Some("a PDF"),
    largest: megabytes(96),
    recognises: has_header,
    read: |name, _| Err(Fault::left_out(&format!("`{name}` is a PDF, which isn't read"), "pdf")),
};
