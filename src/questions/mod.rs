//! What is asked of a force, in plain words, and its answers: written to its file at once, with what
//! they change. Every front end that asks rests on it.

mod effect;
mod interview;
mod open;
mod question;
mod reply;

pub use effect::Effect;
pub use interview::{Asked, Interview, Step};
pub use open::{OpenDeclaration, Opened, Saved};
pub use question::{Question, questions, unasked};
pub use reply::{Choice, Reply, states};
