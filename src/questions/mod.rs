//! What is asked of a force, in plain words, and its answers: written to its file at once, with what
//! they change. Every front end that asks rests on it.

mod effect;
mod open;
mod question;

pub use effect::Effect;
pub use open::{OpenDeclaration, Saved};
pub use question::{Question, questions};
