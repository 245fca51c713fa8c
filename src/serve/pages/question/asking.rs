//! What a question page is made of.

use std::path::Path;

use crate::declaration::Declared;
use crate::questions::{OpenDeclaration, Question};
use crate::source::Digest;

/// What the question page is made of.
pub(super) struct Asking<'a> {
    pub(super) path: &'a Path,
    pub(super) open: &'a OpenDeclaration<'a>,
    pub(super) all: &'a [Question<'a>],
    pub(super) at: usize,
    pub(super) question: &'a Question<'a>,
    /// Whether nothing asks it, and it is worth recording all the same.
    pub(super) optional: bool,
}

impl Asking<'_> {
    pub(super) fn declared(&self) -> Option<&Declared> {
        self.open.on(&self.question.arrangement.id)
    }

    /// What tells whether somebody else answered it meanwhile.
    pub(super) fn seen(&self) -> String {
        let said = self.declared().map(|own| {
            let fields =
                own.fields.iter().map(|(id, value)| (id, &value.value)).collect::<Vec<_>>();
            format!("{:?}", (own.state, fields, &own.note, &own.evidence))
        });
        let digest = Digest::of(said.unwrap_or_default().as_bytes()).to_string();
        digest.chars().take(16).collect()
    }
}
