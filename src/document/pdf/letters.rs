//! The letters that a font or a document says its glyphs are.

/// Letters one by one: a ligature is the letters that it is made of, and what no text has is
/// U+FFFD.
pub(super) fn spelt(text: &str) -> Vec<char> {
    let mut letters = Vec::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{fb00}' => letters.extend(['f', 'f']),
            '\u{fb01}' => letters.extend(['f', 'i']),
            '\u{fb02}' => letters.extend(['f', 'l']),
            '\u{fb03}' => letters.extend(['f', 'f', 'i']),
            '\u{fb04}' => letters.extend(['f', 'f', 'l']),
            '\u{fb05}' | '\u{fb06}' => letters.extend(['s', 't']),
            c if c.is_control() && !c.is_whitespace() => letters.push('\u{fffd}'),
            c => letters.push(c),
        }
    }
    letters
}

/// A PDF's text string: UTF-16 or UTF-8 with a byte-order mark, or nearly Latin-1.
pub(super) fn decoded(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, rest @ ..] => encoding_rs::UTF_16BE.decode_without_bom_handling(rest).0,
        [0xff, 0xfe, rest @ ..] => encoding_rs::UTF_16LE.decode_without_bom_handling(rest).0,
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest),
        other => encoding_rs::WINDOWS_1252.decode_without_bom_handling(other).0,
    }
    .into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ligatures_are_spelt_out() {
        let text: String = spelt("tra\u{fb03}cking in \u{fb01}elds\u{1}").into_iter().collect();
        assert_eq!(text, "trafficking in fields\u{fffd}");
    }

    #[test]
    fn text_strings_come_in_three_encodings() {
        assert_eq!(decoded(b"\xfe\xff\0f\0i"), "fi");
        assert_eq!(decoded(b"\xff\xfef\0i\0"), "fi");
        assert_eq!(decoded(b"\xef\xbb\xbf\xc3\xa9"), "é");
        assert_eq!(decoded(b"caf\xe9"), "café");
    }
}
