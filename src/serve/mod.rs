//! Pages to work on, in a browser on one's own machine: a front end like the command line. It listens on this
//! machine alone, answers to whoever holds the address that was printed, and what it writes are the files
//! that the command line and Git know.

mod answer;
mod changes;
mod checked;
mod fields;
mod folder;
mod form;
mod guard;
mod kept;
mod listen;
mod pages;
mod paths;
mod request;
mod route;
mod upload;
mod watched;
mod work;

pub(crate) use listen::listen;
pub(crate) use work::Work;
