//! PDFs through `document::open`: what comes out of papers, and of files that mean harm.

mod look;
