//! A language server: what is wrong with a policy document, a declaration, a pack or the settings, while it is
//! being written. A front end like the command line; it writes no file.
//!
//! An editor starts the program and talks to it over its streams. What is open there lies over the files of the
//! workspace (`open.rs`); everything said of it comes from where the commands have it: `lint`, `check` and
//! `rules test`.

mod actions;
mod completion;
mod cursor;
mod definition;
mod diagnostics;
mod documents;
mod hover;
mod kind;
mod open;
mod packs;
mod queue;
mod schemas;
mod section;
mod server;
mod shapes;
mod symbols;
mod text;
mod uri;
mod wire;
mod workspace;

pub use server::serve;
pub use workspace::Options;
