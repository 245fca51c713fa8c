//! Named texts and what can be said about places in them.
//!
//! Every file that the program reads becomes a [`Text`]; every complaint about one is a [`Fault`]
//! with a span in it; and every place that a report points at is a [`Place`]. TOML is read through
//! [`Table`], which collects all faults of a file instead of stopping at the first.

mod digest;
mod fault;
mod folded;
mod item;
mod left_out;
mod located;
mod place;
mod printable;
mod quote;
mod quoted;
mod read;
mod slip;
mod suggest;
mod table;
mod text;
mod workflow;

pub use digest::Digest;
pub use fault::{Fault, Faults, Severity};
pub use item::Item;
pub use located::{Located, Span};
pub use place::{Line, Place, Position, Positions};
pub use printable::{is_command, printable};
pub use quote::{Found, Quotable, QuoteFault};
pub use quoted::{quoted, quoted_key, quoted_on_one_line};
pub use read::{SIZE_LIMIT, read_bytes, read_file, read_up_to, text_of, veiled};
pub use suggest::nearest;
pub use table::{Table, parse_part, parse_toml};
pub use text::Text;
pub use workflow::{IN_A_LINE, without_commands};
