//! Any bytes as the content of an OpenDocument text file.
#![no_main]

use msacheck_fuzz::{archive, open};

const KIND: &[u8] = b"application/vnd.oasis.opendocument.text";

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    open("paper.odt", &archive(&[("mimetype", KIND), ("content.xml", bytes)]));
});
