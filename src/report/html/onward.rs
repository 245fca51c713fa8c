//! What findings lead to where the page is one among others that one works on.

use maud::{Markup, html};

use crate::assessment::{Because, Cited, Finding};
use crate::standing::State;

/// The pages that a finding leads to.
pub(crate) struct Onward<'a> {
    /// Where somebody says what they find themselves about a requirement.
    pub(crate) judge: &'a dyn Fn(&Finding) -> String,
    /// Where somebody lets a gap pass.
    pub(crate) pass: &'a dyn Fn(&Finding) -> String,
    /// Where somebody answers what a node of a need is about, and what that is called.
    pub(crate) ask: &'a dyn Fn(&Because) -> Option<(String, String)>,
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

    /// The ways to the questions that decide a gap. A detail counts once it is entered: words that are quoted may have said
    /// it all along.
    pub(super) fn to_questions(&self, finding: &Finding, quoted: bool) -> Markup {
        let deciding = finding.because.iter().flat_map(Because::deciding_leaves);
        let mut ways: Vec<(String, String)> = Vec::new();
        let mut open = false;
        for node in deciding {
            open |= node.field().is_some() && node.value == State::NotStated;
            ways.extend((self.ask)(node).filter(|way| !ways.contains(way)));
        }
        html! {
            @if !ways.is_empty() {
                @if quoted && open {
                    p.screen { "Where the words above say it, enter it: a detail counts once it is entered." }
                }
                p.screen {
                    "The questions behind it: "
                    @for (at, (address, title)) in ways.iter().enumerate() {
                        @if at > 0 { ", " } a href=(address) { (title) }
                    }
                    "."
                }
            }
        }
    }

    /// The ways to a judgement, and of a gap to a waiver.
    pub(super) fn to_judgement(&self, finding: &Finding) -> Markup {
        html! {
            p.screen { a href=((self.judge)(finding)) { "Judge it yourself" span.off { ": " (finding.title) } } }
            @if finding.outcome.is_gap() {
                p.screen { a href=((self.pass)(finding)) { "Let this gap pass until a day" span.off { ": " (finding.title) } } }
            }
        }
    }
}
