//! What goes back to a browser, with what it may do with it.

use hyper::StatusCode;
use maud::Markup;

use crate::report::harmless;

/// A page may show its style and run its script, both from here, and send its forms here. It loads nothing
/// else, and nobody shows it in a frame.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self'; \
                      base-uri 'none'; frame-ancestors 'none'";

/// An answer to a request.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) status: StatusCode,
    pub(super) headers: Vec<(&'static str, String)>,
    pub(super) body: Vec<u8>,
}

impl Answer {
    /// A page.
    pub(super) fn page(status: StatusCode, page: Markup) -> Self {
        let body = harmless(&page.into_string()).into_bytes();
        Self::new(status, "text/html; charset=utf-8", body)
    }

    /// A file of the program's own.
    pub(super) fn own(kind: &str, body: String) -> Self {
        Self::new(StatusCode::OK, kind, body.into_bytes())
    }

    /// A file to be saved.
    pub(super) fn download(kind: &str, name: &str, body: Vec<u8>) -> Self {
        let mut answer = Self::new(StatusCode::OK, kind, body);
        answer.headers.push(("content-disposition", format!("attachment; filename=\"{name}\"")));
        answer
    }

    /// Off to another page, which is fetched with GET.
    pub(super) fn go(to: &str) -> Self {
        let mut answer = Self::new(StatusCode::SEE_OTHER, "text/plain; charset=utf-8", Vec::new());
        answer.headers.push(("location", to.to_owned()));
        answer
    }

    /// A few words, for what no person asks for.
    pub(super) fn short(status: StatusCode, words: &str) -> Self {
        Self::new(status, "text/plain; charset=utf-8", format!("{words}\n").into_bytes())
    }

    fn new(status: StatusCode, kind: &str, body: Vec<u8>) -> Self {
        let headers = vec![
            ("content-type", kind.to_owned()),
            ("content-security-policy", POLICY.to_owned()),
            ("x-content-type-options", "nosniff".to_owned()),
            ("x-frame-options", "DENY".to_owned()),
            ("referrer-policy", "same-origin".to_owned()),
            ("cross-origin-resource-policy", "same-origin".to_owned()),
            ("cross-origin-opener-policy", "same-origin".to_owned()),
            ("cache-control", "no-store".to_owned()),
        ];
        Self { status, headers, body }
    }
}
