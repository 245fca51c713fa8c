//! PDF in a program that was built without it: known by its content as ever, and refused.

use super::format::Format;
use super::pdf_header::format;
use crate::source::Fault;

pub(super) static FORMAT: Format =
    format(|name, _| Err(Fault::left_out(&format!("`{name}` is a PDF, which isn't read"), "pdf")));
