//! What findings lead to where the page is one among others that one works on.

use maud::{Markup, html};

use crate::assessment::{Cited, Finding};

/// The pages that a finding leads to.
pub(crate) struct Onward<'a> {
    /// Where somebody says what they find themselves about a requirement.
    pub(crate) judge: &'a dyn Fn(&Finding) -> String,
    /// Where the words of a paper stand.
    pub(crate) words: &'a dyn Fn(&Cited) -> Option<String>,
}

impl std::fmt::Debug for Onward<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Onward")
    }
}

impl Onward<'_> {
    /// The way to the words of a paper.
    pub(super) fn to_words(&self, cited: &Cited) -> Markup {
        html! {
            @if let Some(address) = (self.words)(cited) {
                p { a href=(address) { "See it in the paper" span.off { ": " (cited.quote.as_deref().unwrap_or_default()) } } }
            }
        }
    }

    /// The way to a judgement.
    pub(super) fn to_judgement(&self, finding: &Finding) -> Markup {
        html! {
            p.screen { a href=((self.judge)(finding)) { "Judge it yourself" span.off { ": " (finding.title) } } }
        }
    }
}
