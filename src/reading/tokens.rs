//! The words of a block, and the sentences that they make.

use super::words::{Atoms, WordCache, WordId};
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

/// The longest sentence, in tokens: what runs on longer is cut.
pub(super) const LONGEST: usize = 400;

/// Words before a full stop that ends no sentence.
const ABBREVIATIONS: [&str; 36] = [
    "det", "supt", "insp", "sgt", "ch", "mr", "mrs", "ms", "dr", "st", "no", "nos", "eg", "ie",
    "etc", "approx", "vs", "para", "paras", "art", "sch", "ref", "pp", "cllr", "rev", "hon", "vol",
    "fig", "dept", "gov", "con", "temp", "asst", "cmdr", "viz", "cf",
];

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
            if glued {
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
        let mut digits = first.is_ascii_digit();
        let mut owns = false;
        while let Some((at, c)) = chars.peek().copied() {
            if c.is_alphanumeric() {
                lower.extend(c.to_lowercase());
                digits |= c.is_ascii_digit();
            } else if matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}') {
                // Leaves no trace on paper.
            } else if plain(c) == '\''
                && text
                    .get(at + c.len_utf8()..)
                    .is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
            {
                // "force's" and "don't" are one word; the ending is dealt with below.
                lower.push('\'');
            } else if plain(c) == '-' && goes_on(text, at, c, joints, &lower, atoms) {
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

/// A sign without its typography.
fn plain(c: char) -> char {
    match c {
        '‘' | '’' | '‚' | '‛' | '′' | '`' | '´' => '\'',
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' => '"',
        '\u{2010}' | '\u{2011}' => '-',
        '\u{2012}'..='\u{2015}' | '\u{2212}' => '–',
        other => other,
    }
}

/// The sentences of a block, as ranges of its tokens.
pub(super) fn sentence_spans(text: &str, tokens: &[Token]) -> Vec<Span> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, token) in tokens.iter().enumerate() {
        // What closes a sentence was taken with it.
        if at < start {
            continue;
        }
        let full = at + 1 - start >= LONGEST;
        if full || ends_here(text, tokens, at, token) {
            let mut end = at + 1;
            // A closing quotation mark or bracket belongs to what it closes.
            while tokens.get(end).is_some_and(|next| closes(text, next)) && !full {
                end += 1;
            }
            if end > start {
                sentences.push(start..end);
            }
            start = end.max(start);
        }
    }
    if start < tokens.len() {
        sentences.push(start..tokens.len());
    }
    sentences.retain(|span| span.start < span.end);
    sentences
}

fn sign(text: &str, token: &Token) -> Option<char> {
    if token.shape != Shape::Sign {
        return None;
    }
    text.get(token.span()).and_then(|sign| sign.chars().next()).map(plain)
}

fn closes(text: &str, token: &Token) -> bool {
    let glued = token.start > 0
        && text.get(..token.start as usize).is_some_and(|before| !before.ends_with(' '));
    glued && matches!(sign(text, token), Some('"' | '\'' | ')' | ']'))
}

fn ends_here(text: &str, tokens: &[Token], at: usize, token: &Token) -> bool {
    match sign(text, token) {
        Some('?' | '!') => true,
        Some('.') => {
            let after = tokens.get(at + 1..).unwrap_or_default();
            let Some(next) = after.iter().find(|next| !closes(text, next)) else { return true };
            let apart = text
                .get(token.end as usize..next.start as usize)
                .is_some_and(|gap| gap.contains([' ', '"', '\'', '”', '’', ')', ']']))
                || (next.shape == Shape::Capital && next.end - next.start > 1);
            let begins = next.shape != Shape::Lower;
            apart && begins && !is_abbreviation(text, tokens, at)
        }
        _ => false,
    }
}

fn is_abbreviation(text: &str, tokens: &[Token], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|at| tokens.get(at)) else { return true };
    let word = text.get(before.span()).unwrap_or_default();
    let next_is_number = tokens.get(at + 1).is_some_and(|next| next.shape == Shape::Number);
    match word.chars().count() {
        // "J. Smith", "s. 52", "1. Budget" at the start of a block; "Unit A." ends a sentence all the same.
        1 if word.chars().all(char::is_uppercase) => true,
        1..=2 if before.shape == Shape::Number && at == 1 => true,
        1..=2 if before.shape == Shape::Lower && next_is_number => true,
        _ => {
            let lower = word.to_lowercase();
            let known = ABBREVIATIONS.contains(&lower.as_str());
            // "No." ends an answer where no number follows.
            if matches!(lower.as_str(), "no" | "nos" | "con" | "art" | "fig") {
                known && next_is_number
            } else {
                known
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        let (atoms, mut words, mut all) = (Atoms::default(), WordCache::default(), Vec::new());
        tokens(text, &[], &atoms, &mut words, &mut all);
        sentence_spans(text, &all)
            .into_iter()
            .map(|span| {
                let (first, last) = (all.get(span.start).unwrap(), all.get(span.end - 1).unwrap());
                text.get(first.start as usize..last.end as usize).unwrap()
            })
            .collect()
    }

    #[test]
    fn sentences_end_where_they_do() {
        assert_eq!(
            split(
                "Det. Supt. A. Smith leads (see s. 52). It cost £8.5m. “Really?” Yes. No. 2 of 3."
            ),
            [
                "Det. Supt. A. Smith leads (see s. 52).",
                "It cost £8.5m.",
                "“Really?”",
                "Yes.",
                "No. 2 of 3."
            ]
        );
    }

    #[test]
    fn a_hyphened_coordinator_is_one_word() {
        let (mut atoms, mut words, mut all) = (Atoms::default(), WordCache::default(), Vec::new());
        let atom = atoms.word("coordinator");
        tokens("Co-ordinator’s", &[], &atoms, &mut words, &mut all);
        let [token] = all.as_slice() else { panic!("{all:?}") };
        assert!(token.owns);
        assert_eq!(words.atoms(token.word), [atom]);
    }
}
