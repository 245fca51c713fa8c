//! Any text, and any words after a line of dashes that may stand in it. What is found says the same, typography
//! apart.
#![no_main]

use msacheck::source::Quotable;

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Ok(whole) = str::from_utf8(bytes) else { return };
    let (source, quote) = whole.split_once("\n----\n").unwrap_or((whole, whole));
    let text = msacheck_fuzz::text("source.txt", source.as_bytes()).expect("it is text");
    let source = Quotable::new(text);
    if let Ok(found) = source.find(quote) {
        let words = source.text().body().get(found.span.clone()).expect("a stretch of the text");
        assert_eq!(letters(words), letters(quote));
        assert!(source.text().place(found.span.start).line > 0);
        let line = source.text().line(found.span.start).line;
        let again = source.find_at(quote, |at| at.line == line).expect("it was found");
        assert_eq!(again.span, found.span);
    }
});
