//! The mark by which a report in a file is known to be as the program wrote it: the SHA-256 of all that
//! stands before the mark. Whoever goes on writing in the file breaks it, and then it isn't written over
//! unasked.

use super::format::Readers;
use crate::source::Digest;

/// What the mark of a text begins and ends with: a comment to HTML and Markdown alike.
const LEAD: &str = "<!-- msacheck wrote what stands above: sha256 ";
const END: &str = " -->\n";

/// What the mark of a ZIP file begins with: its comment, which stands last in the file.
const COMMENT: &str = "msacheck sha256 ";

/// How long a digest is in writing.
const DIGEST: usize = 64;

/// A report with its mark, where its format has one.
#[must_use]
pub fn sealed(bytes: Vec<u8>, readers: Readers) -> Vec<u8> {
    match readers {
        Readers::InText => in_text(bytes),
        Readers::Packed => packed(bytes),
        Readers::Programs(_) | Readers::Screen => bytes,
    }
}

/// Whether a file may be written anew without asking: it is as the program wrote it, or of a kind that
/// programs alone read. A file of another kind never may, whatever it is called.
#[must_use]
pub fn may_be_replaced(bytes: &[u8], readers: Readers) -> bool {
    match readers {
        Readers::InText => without(bytes, LEAD.len() + DIGEST + END.len())
            .is_some_and(|rest| in_text(rest.to_vec()) == bytes),
        Readers::Packed => without(bytes, COMMENT.len() + DIGEST)
            .and_then(without_comment)
            .is_some_and(|rest| packed(rest) == bytes),
        Readers::Programs(begins) => {
            let shown: Vec<u8> =
                bytes.iter().copied().filter(|b| !b.is_ascii_whitespace()).take(64).collect();
            let shown = String::from_utf8_lossy(&shown).into_owned();
            let squeezed = |begin: &str| begin.replace(char::is_whitespace, "");
            shown.is_empty() || begins.iter().any(|begin| shown.starts_with(&squeezed(begin)))
        }
        Readers::Screen => false,
    }
}

fn without(bytes: &[u8], mark: usize) -> Option<&[u8]> {
    bytes.get(..bytes.len().checked_sub(mark)?)
}

fn in_text(mut bytes: Vec<u8>) -> Vec<u8> {
    let mark = format!("{LEAD}{}{END}", Digest::of(&bytes));
    bytes.extend(mark.into_bytes());
    bytes
}

/// A ZIP file ends with the length of its comment, in two bytes, and the comment.
fn packed(mut bytes: Vec<u8>) -> Vec<u8> {
    if !bytes.ends_with(&[0, 0]) {
        return bytes;
    }
    let comment = format!("{COMMENT}{}", Digest::of(&bytes));
    let length = u16::try_from(comment.len()).unwrap_or_default();
    bytes.truncate(bytes.len() - 2);
    bytes.extend(length.to_le_bytes());
    bytes.extend(comment.into_bytes());
    bytes
}

/// The same with the length of the comment, which was taken off, set to none.
fn without_comment(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = bytes.get(..bytes.len().checked_sub(2)?)?.to_vec();
    bytes.extend([0, 0]);
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_touched_is_known() {
        for (readers, body) in [
            (Readers::InText, &b"# A report\n"[..]),
            (Readers::Packed, &b"PK\x05\x06 and so on\0\0"[..]),
        ] {
            let whole = sealed(body.to_vec(), readers);
            assert!(may_be_replaced(&whole, readers));
            assert!(!may_be_replaced(body, readers), "without a mark");
            for at in 0..whole.len() {
                let mut touched = whole.clone();
                touched[at] ^= 1;
                assert!(!may_be_replaced(&touched, readers), "touched at {at}");
            }
            let longer = [&whole[..], b"!"].concat();
            assert!(!may_be_replaced(&longer, readers));
        }
    }

    #[test]
    fn what_is_not_of_the_kind_stays() {
        let json = Readers::Programs(&["{", "[{", "[]"]);
        for ours in ["{\"a\": 1}", "[\n  {", "[]\n", "", "\n {"] {
            assert!(may_be_replaced(ours.as_bytes(), json), "{ours}");
        }
        for others in ["[force]\nid = \"x\"", "# notes", "lead"] {
            assert!(!may_be_replaced(others.as_bytes(), json), "{others}");
        }
    }
}
