//! Between the tokenizer and the page: where the text stands that comes.

use std::convert::Infallible;

use html5gum::emitters::ForwardingEmitter;
use html5gum::emitters::callback::CallbackEmitter;
use html5gum::{Emitter, State};

use super::page::HtmlPage;

/// Hands what the tokenizer finds to a page, with the place of the text.
pub(super) struct PlacingEmitter<'a> {
    inner: CallbackEmitter<HtmlPage<'a>>,
    text: &'a str,
    /// Up to where the tokenizer has consumed the text.
    at: usize,
    is_xml: bool,
    self_closing: bool,
}

impl<'a> PlacingEmitter<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut inner = CallbackEmitter::new(HtmlPage::new(text));
        inner.naively_switch_states(true);
        let is_xml = text.trim_start().starts_with("<?xml");
        Self { inner, text, at: 0, is_xml, self_closing: false }
    }

    pub(super) fn page(&mut self) -> &mut HtmlPage<'a> {
        self.inner.callback_mut()
    }

    /// Where text stands that the tokenizer gives right after having consumed it: as the source
    /// has it, or as an entity that stands for it.
    fn start_of(&self, text: &str) -> usize {
        let start = self.at.saturating_sub(text.len());
        if self.text.get(start..self.at) == Some(text) {
            return start;
        }
        self.text.get(..self.at).and_then(|before| before.rfind('&')).unwrap_or(start)
    }
}

impl ForwardingEmitter for &mut PlacingEmitter<'_> {
    type Token = Infallible;

    fn inner(&mut self) -> &mut impl Emitter<Token = Infallible> {
        &mut self.inner
    }

    fn move_position(&mut self, offset: isize) {
        self.at = self.at.saturating_add_signed(offset);
    }

    fn emit_string(&mut self, text: &[u8]) {
        // Only in scripts, which aren't read, does text come in pieces of characters.
        let Ok(text) = std::str::from_utf8(text) else { return };
        let start = self.start_of(text);
        self.inner.callback_mut().text(text, start);
    }

    fn init_start_tag(&mut self) {
        self.self_closing = false;
        self.inner.init_start_tag();
    }

    fn set_self_closing(&mut self) {
        self.self_closing = true;
        self.inner.set_self_closing();
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        let state = self.inner.emit_current_tag();
        // `<script/>` has no content in XHTML, and all that follows in HTML.
        state.filter(|_| !(self.is_xml && self.self_closing))
    }
}
