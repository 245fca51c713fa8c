//! What a lexicon comes to, before anything is read with it: its words and classes as numbers, its patterns written out.
//!
//! `build.rs` compiles this folder once more, and keeps what the built-in rules come to: a start takes that in. So it
//! rests on the rooms that `build.rs` has, and on nothing else of reading.

mod atoms;
mod classes;
mod lexicon;
mod patterns;
mod spellings;
mod texts;
mod weighed;
mod written;

pub(crate) use atoms::{Atom, Atoms};
pub(crate) use classes::{ClassId, ClassNames, Classes};
pub(crate) use lexicon::{Arranged, CueMeaning, ModifierMeaning, Prepared, folded_label};
pub(crate) use patterns::{Kind, Patterns, Step};
pub(crate) use spellings::Spellings;
pub(crate) use texts::Texts;
pub(crate) use weighed::{Entry, Feature, Weighed};
