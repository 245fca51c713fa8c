//! Passages of papers that somebody goes through: what there is to decide, what an answer comes to; kept among the
//! decisions, and put into a declaration. Every front end that has papers reviewed rests on it.

mod answered;
mod evidence;
mod kept;
mod passage;
mod round;

pub use answered::{Answered, answered, choices};
pub use evidence::{PaperOf, Stated, source_of, stated, withdrawn, would_give};
pub use kept::{keep, take_out};
pub use passage::Passage;
pub use round::{Asked, Round};
