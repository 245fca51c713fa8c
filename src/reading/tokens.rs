//! The words and signs of a block.

use super::prepared::Atoms;
use super::words::{WordCache, WordId};
use crate::document::is_raised;
use crate::source::Span;

/// What kind of token a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A word in lower case.
    Lower,
    /// A word that begins with a capital.
    Capital,
    /// A number, or a word with digits.
    Number,
    /// A sign.
    Sign,
}

/// A word or a sign of a block.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub word: WordId,
    pub start: u32,
    pub end: u32,
    pub shape: Shape,
    /// Whether it has a possessive ending: "the force's".
    pub owns: bool,
    /// Whether it ends as the plural of a noun does: "officers".
    pub plural: bool,
}

impl Token {
    /// Where it stands in the text of its block.
    pub(super) fn span(&self) -> Span {
        self.start as usize..self.end as usize
    }
}

/// Splits the text of a block into tokens. `joints` are places at which a line ended in a word.
pub(super) fn tokens(
    text: &str,
    joints: &[usize],
    atoms: &Atoms,
    words: &mut WordCache,
    tokens: &mut Vec<Token>,
) {
    let mut lower = String::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, first)) = chars.next() {
        if first == ' ' {
            continue;
        }
        let mut end = start + first.len_utf8();
        if !first.is_alphanumeric() {
            let shape = Shape::Sign;
            // A hyphen within a word is no sign: "part-time" is two words.
            let glued = plain(first) == '-'
                && text.get(..start).is_some_and(|before| before.ends_with(char::is_alphanumeric))
                && text.get(end..).is_some_and(|after| after.starts_with(char::is_alphanumeric));
            // "a lead?no" asks and answers.
            if glued || first == '\u{fffd}' && was_lost(text, start, first) {
                continue;
            }
            lower.clear();
            lower.push(plain(first));
            let word = words.id(&lower, atoms);
            tokens.push(token(word, start, end, shape, false, false));
            continue;
        }
        lower.clear();
        lower.extend(first.to_lowercase());
        let raised = is_raised(first);
        let mut digits = first.is_ascii_digit();
        let mut owns = false;
        while let Some((at, c)) = chars.peek().copied() {
            // "team¹": the mark of a note is no part of the word.
            if is_raised(c) != raised {
                break;
            }
            if c.is_ascii_alphanumeric() {
                lower.push(c.to_ascii_lowercase());
                digits |= c.is_ascii_digit();
            } else if c.is_alphanumeric() {
                lower.extend(c.to_lowercase());
            } else if matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}') {
                // Leaves no trace on paper.
            } else if (plain(c) == '\'' || was_lost(text, at, c) && is_ending(text, at, c))
                && text
                    .get(at + c.len_utf8()..)
                    .is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
            {
                // "force's" and "don't" are one word; the ending is dealt with below.
                lower.push('\'');
            } else if (plain(c) == '-' || was_lost(text, at, c))
                && goes_on(text, at, c, joints, &lower, atoms)
            {
                // "co-ordinator" is one word, and so is one that the end of a line divided.
            } else if matches!(c, '.' | ',')
                && digits
                && text
                    .get(at + 1..)
                    .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
            {
                lower.push(c);
            } else {
                break;
            }
            end = at + c.len_utf8();
            chars.next();
        }
        if let Some(stem) = lower.strip_suffix("'s") {
            owns = true;
            lower.truncate(stem.len());
        } else if lower.ends_with('s')
            && text.get(end..).is_some_and(|rest| rest.starts_with(['\'', '’']))
            && !text
                .get(end..)
                .is_some_and(|rest| rest.trim_start_matches(['\'', '’']).starts_with(['.', ',']))
        {
            owns = true;
        }
        let shape = if digits {
            Shape::Number
        } else if first.is_uppercase() {
            Shape::Capital
        } else {
            Shape::Lower
        };
        // The month is no verb.
        let month = lower == "may"
            && shape == Shape::Capital
            && tokens.last().is_some_and(|before| before.shape != Shape::Sign);
        let word = words.id(if month { "may " } else { &lower }, atoms);
        let plural = !owns
            && lower.len() > 3
            && lower.ends_with('s')
            && !["ss", "us", "is"].iter().any(|end| lower.ends_with(end));
        tokens.push(token(word, start, end, shape, owns, plural));
    }
}

fn token(word: WordId, start: usize, end: usize, shape: Shape, owns: bool, plural: bool) -> Token {
    let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    Token { word, start: offset(start), end: offset(end), shape, owns, plural }
}

/// Whether a hyphen stands within one word: after "co", or where a line ended in a known word.
fn goes_on(
    text: &str,
    at: usize,
    hyphen: char,
    joints: &[usize],
    before: &str,
    atoms: &Atoms,
) -> bool {
    let after = at + hyphen.len_utf8();
    let rest = text.get(after..).unwrap_or_default();
    let next: String =
        rest.chars().take_while(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    if next.is_empty() {
        return false;
    }
    let divided = joints.binary_search(&after).is_ok();
    (before == "co" && next.starts_with("o"))
        || (divided
            && !(atoms.knows(before) && atoms.knows(&next))
            && atoms.knows(&format!("{before}{next}")))
}

/// Whether a hyphen or an apostrophe may have stood here until somebody read the text in a wrong encoding: "co?ordinator".
fn was_lost(text: &str, at: usize, sign: char) -> bool {
    matches!(sign, '?' | '\u{fffd}')
        && text.get(..at).is_some_and(|before| before.ends_with(char::is_lowercase))
        && text
            .get(at + sign.len_utf8()..)
            .is_some_and(|after| after.starts_with(char::is_lowercase))
}

/// Whether what follows a sign is the ending of a word: "force's", "don't".
fn is_ending(text: &str, at: usize, sign: char) -> bool {
    let rest = text.get(at + sign.len_utf8()..).unwrap_or_default();
    let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    matches!(rest.get(..end), Some("s" | "t" | "re" | "ve" | "ll" | "d" | "m"))
}

/// A sign without its typography.
pub(super) fn plain(c: char) -> char {
    match c {
        '‘' | '’' | '‚' | '‛' | '′' | '`' | '´' => '\'',
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' => '"',
        '\u{2010}' | '\u{2011}' => '-',
        '\u{2012}'..='\u{2015}' | '\u{2212}' => '–',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hyphened_coordinator_is_one_word() {
        let (mut atoms, mut words, mut all) = (Atoms::default(), WordCache::default(), Vec::new());
        let atom = atoms.word("coordinator");
        tokens("Co-ordinator’s", &[], &atoms, &mut words, &mut all);
        let [token] = all.as_slice() else { panic!("{all:?}") };
        assert!(token.owns);
        assert_eq!(words.atoms(token.word), [atom]);
    }

    #[test]
    fn a_sign_lost_in_a_wrong_encoding_parts_no_word() {
        let (mut atoms, mut words, mut all) = (Atoms::default(), WordCache::default(), Vec::new());
        let [coordinator, anti, slavery, force] =
            ["coordinator", "anti", "slavery", "force"].map(|word| atoms.word(word));
        tokens("co?ordinator anti\u{fffd}slavery force?s so?no", &[], &atoms, &mut words, &mut all);
        let read: Vec<_> = all.iter().map(|token| words.atoms(token.word)).collect();
        assert_eq!(read[..4], [[coordinator], [anti], [slavery], [force]]);
        assert!(all[3].owns);
        assert_eq!(all.iter().filter(|token| token.shape == Shape::Sign).count(), 1);
    }
}
