//! Who reads a document, where that is asked for: a check that rests on what it declares asks only where it must.

use std::cell::{Cell, OnceCell};
use std::fmt;

use crate::reading::Reading;

/// How a document is read.
#[derive(Clone, Copy)]
pub enum Reads<'a> {
    /// Not at all: nothing is said of what it declares.
    Not,
    /// It was.
    Done(&'a Reading),
    /// By this, when a check asks for it; nothing comes of what can't be read.
    Lazily(&'a dyn Fn() -> Option<Reading>),
}

impl fmt::Debug for Reads<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Not => "Not",
            Self::Done(_) => "Done",
            Self::Lazily(_) => "Lazily",
        })
    }
}

/// What a document declares, read once.
pub(super) struct OnceRead<'a> {
    how: Reads<'a>,
    read: OnceCell<Option<Reading>>,
    missed: Cell<bool>,
}

impl<'a> OnceRead<'a> {
    pub(super) fn new(how: Reads<'a>) -> Self {
        Self { how, read: OnceCell::new(), missed: Cell::new(false) }
    }

    /// What it declares; nothing where nobody reads it.
    pub(super) fn get(&self) -> Option<&Reading> {
        match self.how {
            Reads::Not => {
                self.missed.set(true);
                None
            }
            Reads::Done(reading) => Some(reading),
            Reads::Lazily(read) => self.read.get_or_init(read).as_ref(),
        }
    }

    /// Whether a check asked for what nobody reads.
    pub(super) fn is_missed(&self) -> bool {
        self.missed.get()
    }

    /// Whether what it declares can be told, as far as anybody asked.
    pub(super) fn can_be_told(&self) -> bool {
        match self.how {
            Reads::Not => false,
            Reads::Done(_) => true,
            Reads::Lazily(_) => !matches!(self.read.get(), Some(None)),
        }
    }
}
