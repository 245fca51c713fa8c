//! What to change, in which order: the smallest sets of changes by which requirements are met.
//!
//! Whether a requirement is met asks of each arrangement only whether it is in place, and of each
//! condition only whether it holds (`node`). What can change is laid out as axes, each with the ways
//! in which it can stand (`axis`, `space`); the cheapest way to stand so that all that is wanted
//! holds is searched for (`solve`), and then put in order (`order`). What each step comes to is
//! worked out by the definition of [`weakest`](crate::assessment::weakest), on what would be declared
//! then ([`Situation`]).
//!
//! Pure and total, as the assessment is. Nothing is planned about what isn't asked of a force.

mod across;
mod axis;
mod change;
mod choice;
mod ledger;
mod node;
mod order;
mod planned;
mod plans;
mod reach;
mod situation;
mod solve;
mod space;
mod stage;
mod taken_on;
mod weight;

pub use across::Common;
pub use change::{Change, What};
pub use ledger::{Moved, Stood};
pub use planned::{Asked, Plan, Step, plan, what_if};
pub use plans::{Planned, Plans};
pub use reach::{Barred, Proof, Unreached};
pub use situation::Situation;
pub use stage::{Goal, Stage};
pub use taken_on::TakenOn;
pub use weight::{Costs, Weight};
